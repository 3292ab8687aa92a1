"""Label styles: how the name of each kind of place is set. Their sizes stand in sheet.css too."""

from annotated.geo.text_metrics import Style
from annotated.model.entities import Place

# The kinds that are drawn as a mark; of any other, the name is on its area or along its line.
MARKED = ("city", "town", "district", "area")
TOWN = Style("town", "regular", 12.5)
COUNTRY = Style("country", "regular", 11.5, 3.5, capitals=True)
PROVINCE = Style("province", "regular", 8.5, 1.6, capitals=True)
RIVER = Style("river", "italic", 11.5, 0.4)
ROAD = Style("road", "italic", 9.5, 0.3)
REGION = Style("region", "italic", 12.5, 1.5)
AREA = Style("area", "italic", 11.5, 0.2)
STYLES = {
    "country": COUNTRY,
    "governorate": PROVINCE,
    "river": RIVER,
    "road": ROAD,
    "area": AREA,
}
CITY = Style("landmark", "regular", 10.5)
NEIGHBOUR = Style("neighbour", "regular", 9.5, 2.2, capitals=True)
LANDMARKS = {"sea": Style("sea", "italic", 8.5, 0.3), "country": NEIGHBOUR}
FRAME = Style("frame", "italic", 9.5, 0.3)


def style_of(place: Place) -> Style:
    """Return the style of the name of a place."""
    return STYLES.get(place.kind, TOWN if place.kind in MARKED else REGION)


def scaled(style: Style, scale: float) -> Style:
    """Return a style in type that is larger by the factor `scale`."""
    return Style(style.name, style.font, style.size * scale, style.spacing, style.capitals)
