"""Inputs of what is made of a guide: of its chapters one by one, and of all but the chapters."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotated.core.build_cache import BuildCache, NoCache
from annotated.core.input_keys import Inputs


@dataclass(frozen=True)
class KeptInputs:
    """Keys of what a piece of a file is made of, and the `build_cache` that holds such pieces.

    `rest` changes with all that can be read but the chapters, `chapters`, by path, with that and
    with all that is known of a chapter.
    """

    build_cache: BuildCache = field(default_factory=NoCache)
    rest: Inputs = field(default_factory=Inputs)
    chapters: Mapping[str, Inputs] = field(default_factory=dict)

    def of(self, path: str) -> Inputs:
        """Return the key of what is made of the chapter at `path`."""
        return self.chapters.get(path, self.rest)
