"""Entries, sources, sheets and chapters as Hypothesis draws them.

The fields of entries are drawn from the same classes as the schemas.
"""

import json
from dataclasses import fields
from types import NoneType, UnionType
from typing import Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from annotated.content.map_sheets import PATH as SHEETS
from annotated.model.edtf import Date
from annotated.model.entities import Entity, Point
from annotated.model.kinds import KINDS, Kind
from hostile import BASE
from strategies import pieces, typed

NOT_TYPED = {"id", "path", "body", "body_line"}
IDS = sorted(
    path.rpartition("/")[2].removesuffix(".md")
    for path in BASE
    if path.endswith(".md") and not path.endswith("index.md") and path.count("/") == 2
)
DATES = (
    "2017", "2017-05", "2017-05-07", "2017-21", "2016/2017-05", "[2017-05-01,2017-05-07]",
    "2017-05-XX", "201X", "2017-05~", "2017-05?", "../2017", "2017/..", "-0044", "2017-13",
)  # fmt: skip
PLAIN = st.sampled_from(["A town", "It fell in May.", "On the river, below the hills"])
# What no class allows: other kinds of value, and texts of anything.
WILD = st.one_of(
    typed("\"'[]{}()<>*_`#|\\@¶^:-\n"), st.none(), st.integers(), st.lists(PLAIN, max_size=2)
)
CHAPTERS = [path for path in BASE if "{ #p" in BASE[path]]
SLIPS = pieces("slips")
Texts = dict[str, str]


def value(hint: object, *, wild: bool) -> st.SearchStrategy[object]:
    """Return values of a field of type `hint`; where it is `wild`, some are of no such type."""
    fitting = _fitting(hint)
    return st.one_of(fitting, fitting, WILD) if wild else fitting


def _fitting(hint: object) -> st.SearchStrategy[object]:
    plain: dict[object, st.SearchStrategy[object]] = {
        bool: st.booleans(),
        Date: st.sampled_from(DATES[:10]),
        Point: st.sampled_from([[34.48, 41.91], [36.0, 43.0]]),
        int: st.integers(1, 90),
        float: st.floats(30, 40, allow_nan=False),
    }
    if get_origin(hint) is Literal:
        return st.sampled_from([name for name in get_args(hint) if name])
    if get_origin(hint) is UnionType:
        return _fitting(next(get_arg for get_arg in get_args(hint) if get_arg is not NoneType))
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        of_ids = st.lists(st.sampled_from(IDS), max_size=2, unique=True)
        return of_ids if item is str else st.just([])
    return plain.get(hint, PLAIN)


@st.composite
def entries(draw: st.DrawFn, *, wild: bool) -> Texts:
    """Draw the file of an entity of any kind, with any of its fields."""
    kind = draw(st.sampled_from(KINDS))
    given: dict[str, object] = {"name": "Somewhere", "summary": "It is drawn."}
    given["not_in_text"] = "It is drawn."
    given |= draw(_fields(kind, wild=wild))
    if not wild:
        given |= {"dated_by": "text"} if "date" in given else {}
        given |= {"point_source": "An atlas", "precision": "1"} if "point" in given else {}
    body = draw(typed("[]{}*_`#|@¶^:-\n") if wild else PLAIN)
    lines = [f"{name}: {json.dumps(item, ensure_ascii=False)}" for name, item in given.items()]
    return {f"docs/{kind.folder}/drawn.md": "\n".join(["---", *lines, "---", body, ""])}


@st.composite
def _fields(draw: st.DrawFn, kind: Kind, *, wild: bool) -> dict[str, object]:
    hints = get_type_hints(kind.type)
    required = {field.name for field in fields(kind.type) if field.name not in _optional(kind.type)}
    required -= NOT_TYPED
    names = sorted(hints.keys() - NOT_TYPED - required)
    chosen = draw(st.sets(st.sampled_from(names), max_size=5))
    taken = {*chosen, *required} - ({"name", "summary"} if not wild else set())
    taken -= {"spellings", "iso", "drawn_as", "not_in_text", "senses"} if not wild else set()
    return {name: draw(value(hints[name], wild=wild)) for name in sorted(taken)}


def _optional(cls: type[Entity]) -> set[str]:
    return {field.name for field in fields(cls) if field.default is not field.default_factory}


@st.composite
def chapters(draw: st.DrawFn) -> Texts:
    """Draw a chapter with a slip of the hand in each of its paragraphs, or in one of them."""
    path = draw(st.sampled_from(CHAPTERS))
    *paragraphs, last = BASE[path].split("{ #p")
    slipped = draw(st.sets(st.sampled_from(range(len(paragraphs))), min_size=1))
    for number in sorted(slipped):
        text = paragraphs[number]
        # Within the paragraph, and not in what is above it.
        at = draw(st.integers(text.rfind("\n\n", 0, -1) + 2, len(text)))
        paragraphs[number] = f"{text[:at]}{draw(SLIPS)}{text[at:]}"
    return {path: "{ #p".join([*paragraphs, last])}


@st.composite
def sources(draw: st.DrawFn) -> Texts:
    """Draw a file of sources with one entry."""
    names = ("title", "author", "year", "month", "day", "kind", "url", "container", "volume")
    chosen = draw(st.sets(st.sampled_from(names)))
    text = st.one_of(PLAIN, st.sampled_from(["2017", "5", "press"]), typed('{}\\"@,=\n'))
    lines = "".join(f"  {name} = {{{draw(text)}}},\n" for name in sorted(chosen))
    return {"bibliography/drawn.bib": f"@misc{{drawn,\n{lines}}}\n"}


@st.composite
def sheets(draw: st.DrawFn) -> Texts:
    """Draw the list of map sheets, with one more."""
    names = ("title", "box", "parallel", "named", "leaves_out", "kilometres", "detail", "credit")
    box = st.lists(st.floats(-200, 200, allow_nan=False), min_size=3, max_size=5)
    item = st.one_of(PLAIN, box, st.integers(-5, 500), st.lists(st.sampled_from(IDS), max_size=2))
    sheet = {"id": "drawn"} | {
        name: draw(item) for name in sorted(draw(st.sets(st.sampled_from(names))))
    }
    return {SHEETS: f"{BASE.get(SHEETS, '').rstrip()}\n- {json.dumps(sheet)}\n".lstrip()}
