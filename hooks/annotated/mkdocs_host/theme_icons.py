"""Icons of the theme for the head and the foot of every page, as variables of the style sheet.

As drawings they would stand in each page again. A sheet masks an area with them, which so has the
colour of the text.
"""

from pathlib import Path

from mkdocs.theme import Theme

# The name of each icon in the settings of the theme, and that which stands where they name none.
ICONS = {
    "logo": "material/library",
    "search": "material/magnify",
    "previous": "material/arrow-left",
    "next": "material/arrow-right",
    "close": "material/close",
}


def css(theme: Theme) -> str:
    """Return a rule that sets `--icon-NAME` to the address of each icon, which is its drawing."""
    chosen = {name: theme["icon"].get(name) or usual for name, usual in ICONS.items()}
    return ":root{" + "".join(_variable(theme, *icon) for icon in chosen.items()) + "}"


def _variable(theme: Theme, name: str, icon: str) -> str:
    """Return the declaration of an icon, or nothing where the theme does not have it."""
    paths = (Path(folder, ".icons", f"{icon}.svg") for folder in theme.dirs)
    found = next((path for path in paths if path.is_file()), None)
    if not found:
        return ""
    drawing = found.read_text(encoding="utf-8").strip().replace('"', "'").replace("#", "%23")
    return f'--icon-{name}:url("data:image/svg+xml;charset=utf-8,{drawing}");'
