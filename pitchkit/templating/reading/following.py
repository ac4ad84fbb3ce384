"""A template followed from top to bottom, with the names that are known at each place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jinja2 import nodes

from pitchkit.templating.reading import shapes
from pitchkit.templating.reading.asking import Asking, Scope
from pitchkit.templating.reading.shapes import UNKNOWN


@dataclass(frozen=True, slots=True)
class Following:
    """Follows one text: `asking` looks at what it asks for, `include` follows what it includes."""

    asking: Asking
    include: Callable[[nodes.Include, Scope], None]

    def follow(self, every: Iterable[nodes.Node], scope: Scope) -> None:
        """Follow what stands one after the other."""
        for node in every:
            self._follow(node, scope)

    def _follow(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Expr():
                self.asking.shape(node, scope)
            case nodes.Assign() | nodes.AssignBlock():
                self._set(node, scope)
            case nodes.If():
                self._choose(node, scope)
            case nodes.For():
                self._loop(node, scope)
            case nodes.With():
                self._with(node, scope)
            case nodes.Macro() | nodes.CallBlock() | nodes.Block():
                self._elsewhere(node, scope)
            case nodes.Include():
                self.asking.shape(node.template, scope)
                self.include(node, scope)
            case nodes.Output() | nodes.ExprStmt() | nodes.Extends() | nodes.Import() | nodes.FromImport():
                self.follow(node.iter_child_nodes(), scope)
            case _:
                self.follow(node.iter_child_nodes(), scope.inner())

    def _set(self, node: nodes.Assign | nodes.AssignBlock, scope: Scope) -> None:
        if isinstance(node, nodes.Assign):
            scope.bind(node.target, self.asking.shape(node.node, scope))
            return
        self.follow(node.body, scope.inner())
        scope.bind(node.target, UNKNOWN)

    def _choose(self, node: nodes.If, scope: Scope) -> None:
        self.asking.shape(node.test, scope)
        self.asking.all_of((one.test for one in node.elif_), scope.inner(is_sure=False))
        branches = []
        for body in (node.body, *(one.body for one in node.elif_), node.else_):
            branches.append(scope.inner(is_sure=False))
            self.follow(body, branches[-1])
        scope.take_over(branches)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        every = self.asking.shape(node.iter, scope)
        inner = scope.inner()
        inner.bind(node.target, UNKNOWN if node.recursive else shapes.item(every))
        inner.names["loop"] = shapes.LOOP
        if node.test:
            self.asking.shape(node.test, inner)
        self.follow(node.body, inner)
        self.follow(node.else_, scope.inner())

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = scope.inner()
        for target, value in zip(node.targets, node.values, strict=True):
            inner.bind(target, self.asking.shape(value, scope))
        self.follow(node.body, inner)

    def _elsewhere(self, node: nodes.Macro | nodes.CallBlock | nodes.Block, scope: Scope) -> None:
        """Follow what runs at another place than where it stands: what is set anywhere may be set to anything there."""
        if not isinstance(node, nodes.Block):
            self.asking.all_of(node.defaults, scope)
        if isinstance(node, nodes.CallBlock):
            self.asking.shape(node.call, scope)
        known = self.asking.known
        self.follow(node.body, Scope({**known.roots, **dict.fromkeys(known.set_somewhere, UNKNOWN)}, is_sure=False))
