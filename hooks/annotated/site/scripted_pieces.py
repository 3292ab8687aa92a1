"""What does nothing without scripts: it stands once for all pages, in a script that puts it in.

Scripts that come after it find all of it in the page.
"""

from annotated.core import short_json
from annotated.site import lens_bar, settings_panel

PATH = "assets/panel.js"


def script() -> str:
    """Return the script: of each piece, near what, on which side of it, and its HTML."""
    pieces = [*settings_panel.pieces(), (".dating", "afterend", lens_bar.DAY_FIELD)]
    return (
        f"for (const [near, at, html] of {short_json.text(pieces)})\n"
        "  document.querySelector(near)?.insertAdjacentHTML(at, html);\n"
    )
