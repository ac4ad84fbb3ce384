"""What an expression in a template asks for: each name, attribute, filter and test that nothing answers to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from jinja2 import nodes

from pitchkit.templating.reading import shapes
from pitchkit.templating.reading.shapes import UNKNOWN, Shape

_SPECIAL: Final = ("loop", "self", "super", "caller", "varargs", "kwargs")
_ASKED_AFTER: Final = ("defined", "undefined")
_FALLBACK: Final = ("default", "d")
_SAME: Final = ("sort", "reverse", "list", "unique", "select", "reject", "selectattr", "rejectattr")
_ONE_OF: Final = ("first", "last")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known wherever one stands in a template and its parts.

    A name that is set anywhere is known everywhere, and what is asked after (`is defined`, `default`) may be missing.
    """

    roots: Mapping[str, Shape]
    set_somewhere: frozenset[str]
    may_be_missing: frozenset[str]
    filters: frozenset[str]
    tests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A name that nothing answers to: the letter (from 0) from where it is found, what there is, and if it is surely reached."""

    name: str
    at: int
    choices: tuple[str, ...]
    is_sure: bool


@dataclass
class Scope:
    """The names that are known at one place, and whether what stands there is surely reached."""

    names: dict[str, Shape]
    is_sure: bool = True

    def inner(self, *, is_sure: bool = True) -> Scope:
        """Return a scope within this one, that leaves it as it is."""
        return Scope(dict(self.names), self.is_sure and is_sure)

    def bind(self, target: nodes.Node, shape: Shape) -> None:
        """Let a name stand for a value; of several names at once nothing is known."""
        if isinstance(target, nodes.Name):
            self.names[target.name] = shape
        for one in target.iter_child_nodes():
            self.bind(one, UNKNOWN)

    def take_over(self, branches: Iterable[Scope]) -> None:
        """Know what was set in any of these branches."""
        for branch in branches:
            for name, shape in branch.names.items():
                self.names[name] = shapes.either(self.names.get(name, shape), shape)


@dataclass(frozen=True, slots=True)
class Asking:
    """Knows what an expression gives; `tell` gets each name in it that nothing answers to."""

    known: Known
    tell: Callable[[Unanswered], None]

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """Return the shape of what an expression gives, and tell of each name in it that nothing answers to."""
        match node:
            case nodes.Name():
                given = self._name(node, scope)
            case nodes.Getattr():
                given = self._member(node, node.attr, scope)
            case nodes.Getitem(arg=nodes.Const(value=str(name))):
                given = self._member(node, name, scope)
            case nodes.Getitem(arg=nodes.Const()):
                given = shapes.item(self.shape(node.node, scope))
            case nodes.Filter():
                given = self._filter(node, scope)
            case nodes.Test():
                given = self._test(node, scope)
            case nodes.CondExpr() | nodes.And() | nodes.Or():
                given = self._choice(node, scope)
            case _:
                given = self.all_of(node.iter_child_nodes(), scope)
        return given

    def all_of(self, every: Iterable[nodes.Node], scope: Scope) -> Shape:
        """Look at some expressions; of what they give together nothing is known."""
        for one in every:
            self.shape(one, scope)
        return UNKNOWN

    def _choice(self, node: nodes.CondExpr | nodes.And | nodes.Or, scope: Scope) -> Shape:
        unsure = scope.inner(is_sure=False)
        if isinstance(node, nodes.CondExpr):
            self.shape(node.test, scope)
            other = self.shape(node.expr2, unsure) if node.expr2 else UNKNOWN
            return shapes.either(self.shape(node.expr1, unsure), other)
        return shapes.either(self.shape(node.left, scope), self.shape(node.right, unsure))

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        known = self.known
        if node.name in scope.names:
            return scope.names[node.name]
        if node.name not in (*known.set_somewhere, *known.may_be_missing, *_SPECIAL):
            self._tell(node, node.name, (*known.roots, *known.set_somewhere), scope)
        return UNKNOWN

    def _member(self, node: nodes.Getattr | nodes.Getitem, name: str, scope: Scope) -> Shape:
        owner = self.shape(node.node, scope)
        names = shapes.names(owner)
        if names is not None and name not in names and path(node) not in self.known.may_be_missing:
            self._tell(node, name, names, scope)
        return shapes.member(owner, name)

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        given = self.shape(node.node, scope) if node.node else UNKNOWN
        self.all_of((one for one in node.iter_child_nodes() if one is not node.node), scope)
        if node.name not in self.known.filters:
            self._tell(node, node.name, tuple(self.known.filters), scope)
        if node.name in _ONE_OF:
            return shapes.item(given)
        return given if node.name in _SAME else UNKNOWN

    def _test(self, node: nodes.Test, scope: Scope) -> Shape:
        if node.name not in self.known.tests:
            self._tell(node, node.name, tuple(self.known.tests), scope)
        if node.name not in _ASKED_AFTER:
            self.all_of(node.iter_child_nodes(), scope)
        return UNKNOWN

    def _tell(self, node: nodes.Node, name: str, choices: tuple[str, ...], scope: Scope) -> None:
        self.tell(Unanswered(name, node.lineno - 1, choices, scope.is_sure))


def excused(node: nodes.Node) -> str:
    """Return the path that a template asks after, so that it may be missing, or nothing."""
    if isinstance(node, nodes.Test) and node.name in _ASKED_AFTER:
        return path(node.node)
    return path(node.node) if isinstance(node, nodes.Filter) and node.name in _FALLBACK and node.node else ""


def path(node: nodes.Node) -> str:
    """Return the names that an expression is made of, with dots between them."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{path(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=str(name))):
            return f"{path(node.node)}.{name}"
    return "…"
