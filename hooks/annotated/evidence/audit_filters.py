"""Filters of the audit as HTML, hidden until its script shows them."""

from html import escape

from annotated.content.guide import Guide
from annotated.evidence.remark_entries import PREFIXES
from annotated.model.remarks import CERTAINTIES, WEIGHTS

Options = list[tuple[str, str]]


def form(guide: Guide) -> str:
    """Return the form; the value of an option is the class of the entries that it keeps."""
    count = len(guide.remarks)
    return (
        '<form class="audit-filters" role="search" aria-label="Remarks" autocomplete="off" '
        "data-search-exclude hidden>"
        '<p><label for="by-subject">Subject</label> '
        '<input type="search" id="by-subject" name="subject"></p>'
        f"{_select('weight', 'Weight', [*WEIGHTS.items()])}"
        f"{_select('certainty', 'How sure', [*CERTAINTIES.items()])}"
        f"{_select('paragraph', 'Paragraph', _paragraphs(guide))}"
        f"{_select('source', 'Source', _sources(guide))}"
        f'<p class="hits"><output id="hits">{count} remarks</output> '
        '<button type="reset">Show all</button></p></form>'
    )


def _paragraphs(guide: Guide) -> Options:
    numbers = {int(name) for kind, name in guide.remarks_on if kind == "paragraph"}
    return [(f"{PREFIXES['paragraph']}{number}", f"¶{number}") for number in sorted(numbers)]


def _sources(guide: Guide) -> Options:
    keys = {name for kind, name in guide.remarks_on if kind == "source"}
    keys.update(key for remark in guide.remarks for key in remark.sources)
    titles = [(guide.sources[key].title, key) for key in keys if key in guide.sources]
    return [(f"{PREFIXES['source']}{key}", title) for title, key in sorted(titles)]


def _select(name: str, label: str, options: Options) -> str:
    listed = "".join(
        f'<option value="{value}">{escape(words, quote=False)}</option>' for value, words in options
    )
    return (
        f'<p><label for="by-{name}">{label}</label> <select id="by-{name}" name="{name}">'
        f'<option value="">any</option>{listed}</select></p>'
    )
