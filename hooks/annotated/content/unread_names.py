"""What nobody can find while a file is not read, so that no problem is told of what it may hold."""

from annotated.content import catalogue, chapters, endnotes, file_names, remarks

ENDNOTES = "bibliography/endnotes.yml"
UNLINKED = "docs/unlinked.yml"


def hidden_names(path: str, text: str) -> tuple[str, ...]:
    """Return what nobody can find while the file at `path` is not read: names, or kinds of them."""
    held: tuple[str, ...] = ("mention",) if path == UNLINKED else ()
    if is_list_of_notes(path):
        held = endnotes.HELD
    elif not catalogue.is_entity(path) and chapters.PROMISED.search(text):
        held = chapters.HELD
    elif path.endswith(".bib"):
        held = ("source",)
    elif remarks.is_remark(path):
        held = remarks.HELD
    return (f"file {path}", *held)


def is_list_of_notes(path: str) -> bool:
    """Tell whether the file at `path` is a list of notes: the one, or one of several."""
    return path == ENDNOTES or bool(file_names.NOTES.fullmatch(path))
