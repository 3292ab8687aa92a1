"""New entries: a file with the name, and comments that say what to fill in.

Nothing but the name is invented: `make check` asks for the rest.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from annotated.authoring import schemas
from annotated.content import guide, remarks, source_files
from annotated.content.dataclass_reader import typed_name
from annotated.content.guide import Guide
from annotated.content.yaml_reader import quoted
from annotated.core import file_writer, unicode_safety
from annotated.core.normalize import fold
from annotated.model.edtf import Date
from annotated.model.entities import Point, Remarked
from annotated.model.kinds import KINDS
from annotated.model.remarks import Attachment, Remark
from annotated.safety import input_check

HINTS = {
    Remarked: "a list, one to a line: - words: a remark, where there is one",
    Point: "[latitude, longitude] in decimal degrees, from a source that can be named",
    Date: 'as in EDTF: "2017-09-05", "2017-09", "2017-21" for spring, "2017-07/2017-09"',
    bool: "true or false",
    Attachment: "a list: - paragraph: 12, with words: … below it, or - note: 12, - place: its-id",
}
SUMMARY = "one sentence"
BODY = "Say here in your own words what the text says of it, and in which paragraphs and notes.\n"
REMARK_BODY = "Say here in a few sentences what does not fit, with the arithmetic in one line.\n"


class Refused(ValueError):  # noqa: N818 - an answer to a person
    """A reason for which no file is begun, and what to do."""


def begin(word: str, name: str, files: Mapping[str, str]) -> tuple[str, str]:
    """Return the path and the text of a new file of the kind `word`.

    `files` maps the paths of the project's files to their texts. Raises Refused with the reason.
    """
    if word not in schemas.HEADS:
        known = ", ".join(schemas.HEADS)
        raise Refused(f"'{word}' is no kind. Write KIND=… with one of {known}.")
    name = " ".join(name.split())
    for _, character in unicode_safety.hidden(name):
        raise Refused(f"The name holds a character that nobody sees, {character}. Type it anew.")
    id_ = re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")
    if not id_:
        raise Refused("The file is called after the name. Write NAME=… in Latin letters.")
    if unsafe := input_check.check(files):
        problems = "\n".join(map(str, unsafe))
        raise Refused(f"First mend what is there already:\n{problems}")
    content = guide.read(files)[0]
    if word == remarks.WORD:
        path, text = _remark(id_, name, content)
    else:
        path, text = _entry(word, id_, name, files, content)
    # What is refused in a file that is there would be in the way of the next one.
    if unsafe := input_check.check({path: text}):
        raise Refused(f"A file of this name would be refused: {unsafe[0].message}")
    return path, text


def _entry(
    word: str, id_: str, name: str, files: Mapping[str, str], content: Guide
) -> tuple[str, str]:
    kind = next(kind for kind in KINDS if kind.word == word)
    entities = content.catalogue
    if id_ in entities.ids:
        path = next(path for path in files if path.endswith(f"/{id_}.md"))
        raise Refused(f"{path} stands already. Change it, or choose a name that tells them apart.")
    for entity in entities.entities.values():
        if any(fold(form.text) == fold(name) for form in entity.spellings):
            raise Refused(f"'{name}' is a spelling of {entity.path}. Change that file.")
    path = f"docs/{kind.folder}/{id_}.md"
    spelled = [] if word == "event" else ["spellings:", f"  - {quoted(name)}"]
    head = _head(kind.type, "name", name, spelled)
    return path, "\n".join(["---", schemas.line(path), *head, "---", "", BODY])


def _remark(id_: str, subject: str, content: Guide) -> tuple[str, str]:
    for other in content.remarks:
        if other.id == id_ or fold(other.subject) == fold(subject):
            raise Refused(f"{other.path} tells of it already. Change it, or choose another name.")
    path = f"{remarks.FOLDER}{id_}.md"
    head = _head(Remark, "subject", subject)
    return path, "\n".join(["---", schemas.line(path), *head, "---", "", REMARK_BODY])


def _head(cls: type[Any], called: str, name: str, spelled: Iterable[str] = ()) -> Iterator[str]:
    """Yield the lines of a head; `called` is the field of the name, `spelled` are its spellings."""
    hints = get_type_hints(cls)
    typed = [field for field in fields(cls) if field.name not in schemas.NOT_TYPED]
    yield f"{called}: {quoted(name)}"
    yield "# To be filled in (take the # away):"
    for field in typed:
        if field.default is MISSING and field.name != called:
            yield f"# {typed_name(field.name)}: {_hint(field, hints)}"
    yield from spelled
    yield "# Where it is known (take the # away, or the line):"
    for field in typed:
        if field.default is not MISSING and field.name != "spellings":
            yield f"# {typed_name(field.name)}: {_hint(field, hints)}".rstrip()


def _hint(field: "Field[Any]", hints: Mapping[str, Any]) -> str:
    hint = hints[field.name]
    inner = get_args(hint)[0] if isinstance(hint, UnionType) else hint
    if get_origin(inner) is Literal:
        return "one of " + ", ".join(word for word in get_args(inner) if word)
    if get_origin(inner) is tuple:
        return HINTS.get(get_args(inner)[0], "a list in brackets: [one, another]")
    return HINTS.get(inner, SUMMARY if field.name == "summary" else "")


def write(root: Path, word: str, name: str) -> str:
    """Write the file that `begin` returns into the project at `root`, and return its path.

    Raises Refused with the reason, and LinkRefusedError where a link is in the way.
    """
    path, text = begin(word, name, source_files.texts(root))
    place = file_writer.checked(root, path)
    # A file that cannot be read is in no catalogue, and is not to be lost either.
    if place.exists():
        raise Refused(f"{path} stands already. Change it, or choose a name that tells them apart.")
    place.parent.mkdir(exist_ok=True)
    file_writer.write(root, path, text)
    return path
