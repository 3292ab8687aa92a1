"""Page of the argument: one nested list, laid out as a tree where the screen is wide."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from annotated.content.argument import Argument, Node
from annotated.core import placeholders
from annotated.model.remarks import Remark
from annotated.study.node_words import LINKS, label, number
from annotated.study.voices import Voices


def page(argument: Argument, voices: Voices) -> str:
    """Return the argument as raw HTML in Markdown; "" where there is none."""
    if not argument.nodes:
        return ""
    roots = argument.of_kind("thesis", "consequence")
    tree = Tree(argument, voices)
    listed = "".join(tree.root(node) for node in roots)
    html = f'<ol class="argument" data-unlinked>{listed}</ol>'
    return placeholders.raw_html(html) + "\n"


@dataclass(frozen=True)
class Tree:
    """The nested list of an argument."""

    argument: Argument
    voices: Voices

    def root(self, node: Node) -> str:
        """Return the thesis, or what follows from it, with its branches."""
        branches = self.argument.below(node.id, "branch")
        return self._node(node, self._list("branches", map(self._branch, branches)))

    def _branch(self, node: Node) -> str:
        reasons = self.argument.below(node.id, "reason")
        return self._node(node, self._list("reasons", map(self._reason, reasons)))

    def _reason(self, node: Node) -> str:
        leaves = self.argument.below(node.id, "evidence")
        parts = [
            leaf.part if index == 0 or leaf.part != leaves[index - 1].part else ""
            for index, leaf in enumerate(leaves)
        ]
        items = (self._node(leaf, part=part) for leaf, part in zip(leaves, parts, strict=True))
        return self._node(node, self._list("leaves", items))

    def _node(self, node: Node, below: str = "", part: str = "") -> str:
        head = f'<p class="part">{escape(part)}</p>' if part else ""
        flags = self._list("flags", (self._flag(flag, node) for flag in self._flags(node)), "ul")
        return (
            f'<li id="{node.id}" class="node {node.kind}">{head}'
            f'<div class="held"><div class="box">{self._words(node)}</div>{flags}</div>{below}</li>'
        )

    def _flags(self, node: Node) -> list[Node]:
        return self.argument.touching(node.id)

    def _flag(self, flag: Node, node: Node) -> str:
        """Return what touches a node: in full at the first that it touches, else a link there."""
        if flag.touches[0] != node.id:
            named = f": {escape(flag.name)}" if flag.name else ""
            return (
                f'<li class="also {flag.kind}"><a href="#{flag.id}">{label(flag)}{named}</a></li>'
            )
        return self._node(flag)

    def _words(self, node: Node) -> str:
        says = escape(node.says, quote=False)
        if node.side == "against":
            says = f"<i>Against it:</i> {says}"
        lines = [f"<p>{self._name(node)} {says}</p>", self.voices.listed(node.at)]
        if node.link:
            at = self.voices.listed(node.drawn) if node.drawn else ""
            lines.append(f'<div class="step">{LINKS[node.link]}{": " if at else "."}{at}</div>')
        if node.editors:
            lines.append(f'<p class="editors">Editors: {escape(node.editors, quote=False)}</p>')
        lines.append(self.voices.remark_links(self._remarks(node)))
        return "".join(lines)

    def _remarks(self, node: Node) -> list[Remark]:
        """Return the remarks that a joint names, or others that hang on the words of evidence."""
        if node.kind in ("evidence", "concession"):
            told = {id_ for flag in self.argument.touching(node.id) for id_ in flag.remarks}
            return [heavy for heavy in self.voices.remarks(node.at) if heavy.id not in told]
        return [remark for remark in self.voices.guide.remarks if remark.id in node.remarks]

    def _name(self, node: Node) -> str:
        words = label(node)
        if node.kind == "evidence":
            words = f'<span class="visually-hidden">Evidence </span>{number(node)}'
        elif node.name:
            words = f"{words}: {escape(node.name, quote=False)}"
        elif node.effect:
            words = f"{words}, {node.effect}"
        return f'<a class="name" href="#{node.id}">{words}</a>'

    @staticmethod
    def _list(name: str, items: Iterable[str], tag: str = "ol") -> str:
        listed = "".join(items)
        return f'<{tag} class="{name}">{listed}</{tag}>' if listed else ""
