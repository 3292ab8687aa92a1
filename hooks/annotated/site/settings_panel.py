"""The panel of every page: what a reader switches on and off, and the keys."""

SWITCHES = (
    ("show-cards", "Cards beside links", "needs-script"),
    ("show-notes", "Editor’s notes", ""),
    ("show-links", "Links in the text", ""),
    ("use-keys", "Single keys", "needs-script"),
)
KEYS = (
    ("?", "opens and closes this panel"),
    ("Tab", "goes to the next link; rest there and its card opens, Tab again goes into it"),
    ("Esc", "closes the topmost card"),
    ("/", "goes to the search"),
    ("p, n", "previous and next page"),
)

BUTTON = (
    '<button class="panel-button" type="button" popovertarget="panel" '
    'title="Reading settings and keys (?)" data-search-exclude>Aa'
    '<span class="visually-hidden">: reading settings and keys</span></button>'
)


def html() -> str:
    """Return the panel, out of sight until its button or key asks for it."""
    boxes = "".join(
        f'<label class="{needs}"><input type="checkbox" role="switch" id="{id_}" checked> {words}'
        "</label>"
        for id_, words, needs in SWITCHES
    )
    keys = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{does}</dd>" for key, does in KEYS)
    return (
        '<div id="panel" class="panel" popover role="dialog" aria-labelledby="panel-title">'
        f'<h2 id="panel-title">Reading</h2><form class="switches">{boxes}</form>'
        f"<h2>Keys</h2><dl>{keys}</dl></div>"
    )
