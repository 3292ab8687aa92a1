"""Catalogue: all entities, indexed by id and cross-validated."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from annotated.content import dataclass_reader, front_matter
from annotated.core.build_cache import BuildCache
from annotated.core.normalize import fold
from annotated.core.problems import Problem, did_you_mean
from annotated.model.entities import E, Entity, Event, linked_ids
from annotated.model.kinds import KINDS, Kind

FOLDERS = tuple(kind.folder for kind in KINDS)
# The folders that hold what a field may name; any other field may name an entity of every kind.
FOLDERS_OF_FIELD = {
    "country": ("places",),
    "within": ("places",),
    "through": ("places",),
    "places": ("places",),
    "actors": ("people", "groups", "places"),
    "from": ("places",),
    "toward": ("places",),
    "moving": ("people", "groups"),
}


@dataclass(frozen=True)
class Catalogue:
    """Every entity by its id, in order of name, and the line of each field of its file.

    `folders` are the folders of all files by id, also of the ones that could not be read.
    """

    entities: Mapping[str, Entity]
    folders: Mapping[str, str]
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def ids(self) -> Collection[str]:
        """Return the ids of all files."""
        return self.folders.keys()

    def ids_in(self, folders: Collection[str]) -> list[str]:
        """Return the ids of all files in some folders."""
        return [id_ for id_, folder in self.folders.items() if folder in folders]

    def of_type(self, cls: type[E]) -> list[E]:
        """Return the entities of one kind, in order of name."""
        return [entity for entity in self.entities.values() if isinstance(entity, cls)]

    def problem(self, entity: Entity, field_name: str, message: str, code: str) -> Problem:
        """Return a problem at the line of the field, or at line 1 where the file lacks it."""
        return Problem(entity.path, self.line_of(entity, field_name), message, code)

    def line_of(self, entity: Entity, field_name: str) -> int:
        """Return the line of the field, or 1 where the file lacks it."""
        return self.lines.get(entity.id, {}).get(field_name, 1)


def load(
    files: Mapping[str, str],
    build_cache: BuildCache | None = None,
    unread: Collection[str] = (),
) -> tuple[Catalogue, list[Problem]]:
    """Read the catalogue from a mapping of path (from the root) to text, with all problems.

    Files outside the folders of the five kinds, and each folder's `index.md`, are left out.
    `build_cache` holds what was read before; `unread` are paths of files that must not be read.
    """
    run = (build_cache or BuildCache()).run
    entities, problems, lines = [], [], {}
    paths = [PurePosixPath(path) for path in (*files, *unread) if is_entity(path)]
    folders = {path.stem: path.parent.name for path in paths}
    for path, text in files.items():
        if not is_entity(path):
            continue
        entity, field_lines, found = run(_read, path, text)
        if entity:
            entities.append(entity)
            lines[entity.id] = field_lines
        problems += found
    entities.sort(key=lambda entity: fold(entity.name))
    catalogue = Catalogue({entity.id: entity for entity in entities}, folders, lines)
    problems += [*_claimed_twice(catalogue, entities), *_unknown_ids(catalogue)]
    problems += _unsourced_dates(catalogue)
    return catalogue, problems


def _read(path: str, text: str) -> tuple[Entity | None, Mapping[str, int], list[Problem]]:
    kind = _kind_of(path)
    head, found = front_matter.read(path, text)
    # Where a value is misread, a spelling may be missing.
    hidden = (f"mention {PurePosixPath(path).stem}",)
    problems = [replace(problem, hides=hidden) for problem in found]
    if not kind or (problems and not head.fields):
        return None, {}, problems
    given = {
        "id": PurePosixPath(path).stem,
        "path": path,
        "body": head.body,
        "body_line": head.body_line,
    }
    entity, found = dataclass_reader.build(kind.type, path, head, given)
    return entity, head.lines, problems + found


def is_entity(path: str) -> bool:
    """Tell whether the file `path` is that of an entity."""
    return _kind_of(path) is not None


def _kind_of(path: str) -> Kind | None:
    if path.endswith("/index.md"):
        return None
    folder = PurePosixPath(path).parent.name
    return next((kind for kind in KINDS if kind.folder == folder), None)


def _claimed_twice(catalogue: Catalogue, entities: Iterable[Entity]) -> Iterator[Problem]:
    owners: dict[str, Entity] = {}
    for entity in entities:
        if catalogue.entities[entity.id] is not entity:
            other = catalogue.entities[entity.id].path
            message = f"the id '{entity.id}' is also that of {other}. Rename one of the files."
            problem = catalogue.problem(entity, "name", message, "id-claimed-twice")
            yield replace(problem, hides=(f"entity {entity.id}",))
        for spelling in entity.spellings:
            owner = owners.setdefault(fold(spelling.text), entity)
            if owner is not entity:
                message = (
                    f"the spelling '{spelling.text}' also belongs to {owner.path}. Keep it in one "
                    "of them, and reach the other by an ordinary link to its file."
                )
                yield catalogue.problem(entity, "spellings", message, "spelling-claimed-twice")


def _unsourced_dates(catalogue: Catalogue) -> Iterator[Problem]:
    for event in catalogue.of_type(Event):
        if event.date and not event.dated_by:
            message = "the field 'dated_by' is missing. Say how the date is known."
            yield catalogue.problem(event, "date", message, "front-matter-missing-field")


def _unknown_ids(catalogue: Catalogue) -> Iterator[Problem]:
    for entity in catalogue.entities.values():
        for field_name, id_ in linked_ids(entity):
            allowed = FOLDERS_OF_FIELD.get(field_name, FOLDERS)
            folder = catalogue.folders.get(id_)
            if folder in allowed:
                continue
            message = f"the field '{field_name}' names '{id_}', which is no file."
            message += did_you_mean(id_, catalogue.ids_in(allowed))
            if folder:
                message = (
                    f"the field '{field_name}' names '{id_}', which is one of {folder}/. Name one "
                    f"of {' or '.join(f'{name}/' for name in allowed)}."
                )
            problem = catalogue.problem(entity, field_name, message, "entity-unknown")
            yield replace(problem, misses=f"entity {id_}")
