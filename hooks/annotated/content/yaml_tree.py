"""Tree of the nodes of a YAML text, made of its events, with nothing in it that is not text.

What the library composes itself has a tag for every value, which nobody here reads, and may hold
what has no end. The events are read once.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast

import yaml

# Anything that people type is flatter. The parser in C ends the process where it is far deeper.
DEEPEST = 20
# A collection, and its children: in a mapping names and values in turn, until it is closed.
Open: TypeAlias = tuple[yaml.CollectionNode | None, list[yaml.Node]]


def read(events: Iterable[yaml.Event]) -> yaml.Node | None:
    """Return the first node, or None where there is none.

    Raise yaml.MarkedYAMLError at a reference to another value, a tag, more than twenty levels, a
    list as the name of a field, and a second document.
    """
    reader = _Reader()
    reader.read(events)
    return next(iter(reader.documents), None)


def nodes(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Yield a node and all below it, in the order of the text."""
    waiting = [node] if node else []
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, yaml.SequenceNode):
            waiting += reversed(node.value)
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in reversed(node.value) for part in reversed(pair)]


class _Reader:
    """The documents read so far, and the collections that are open."""

    def __init__(self) -> None:
        self.documents: list[yaml.Node] = []
        self._above: list[Open] = []
        self._within: Open = None, self.documents

    def read(self, events: Iterable[yaml.Event]) -> None:
        starts: list[yaml.Event] = []
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._within[1].append(self._scalar(event))
            elif isinstance(event, yaml.NodeEvent):
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                starts.append(event)
        if len(starts) > 1:
            raise _refused(starts[1])

    def _scalar(self, event: yaml.ScalarEvent) -> yaml.ScalarNode:
        if event.anchor or event.tag or len(self._above) == DEEPEST:
            raise _refused(event)
        marks = cast("tuple[yaml.Mark, yaml.Mark]", (event.start_mark, event.end_mark))
        return yaml.ScalarNode("", event.value, *marks, event.style)

    def _begin(self, event: yaml.NodeEvent) -> None:
        above, children = self._within
        is_named = isinstance(above, yaml.MappingNode) and not len(children) % 2
        if event.anchor or getattr(event, "tag", None) or is_named or len(self._above) == DEEPEST:
            raise _refused(event)
        kind = yaml.MappingNode if isinstance(event, yaml.MappingStartEvent) else yaml.SequenceNode
        node = kind("", [], cast("yaml.Mark", event.start_mark), None)
        children.append(node)
        self._above.append(self._within)
        self._within = node, node.value

    def _end(self, event: yaml.Event) -> None:
        node, children = self._within
        if node:
            node.end_mark = event.end_mark
        if isinstance(node, yaml.MappingNode):
            node.value = [*zip(children[::2], children[1::2], strict=True)]
        self._within = self._above.pop()


def _refused(event: yaml.Event) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem_mark=cast("yaml.Mark", event.start_mark))
