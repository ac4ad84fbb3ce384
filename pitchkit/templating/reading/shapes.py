"""What a template may ask of a value: the names that it has, known without a value."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias, Union, get_args, get_origin, get_type_hints

from jinja2.runtime import LoopContext

from pitchkit.model import Audience, Frozen
from pitchkit.parties import Contact, Municipality, Organisation
from pitchkit.profile import Figure, Group, Outcome
from pitchkit.templating.values import Open
from pitchkit.templating.views import AimView, EntryView, SectionView, ThemeView


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value of which anything may be asked, as far as is known."""


@dataclass(frozen=True, slots=True)
class Named:
    """A value with these names and no others; with `every`, any other name has that shape."""

    names: Mapping[str, Shape]
    every: Shape | None = None


@dataclass(frozen=True, slots=True)
class Of:
    """A value of a model or a class, by its fields."""

    of: type


@dataclass(frozen=True, slots=True)
class Many:
    """A list: the shape of each item, and the names that the list itself has."""

    item: Shape
    own: Mapping[str, Shape] = field(default_factory=dict)


Shape: TypeAlias = Unknown | Named | Of | Many
UNKNOWN: Final = Unknown()
LOOP: Final = Named(dict.fromkeys((*(name for name in dir(LoopContext) if not name.startswith("_")), "depth0"), UNKNOWN))
_VIEWS: Final = (EntryView, ThemeView, AimView)


def roots(sections: Iterable[str], *, has_offer: bool) -> dict[str, Shape]:
    """Return every name that a template can begin with; `sections` are those of its head, and only some are about an offer."""
    section = _by_hint(SectionView)
    plain = ("document", "date", "draft", "fictitious", "request", "position", "costs_omitted", "sources", "field")
    return {
        **dict.fromkeys((*plain, "costs", *(["offer"] if has_offer else [])), UNKNOWN),
        "figures": Named({}, Of(Figure)),
        "organisation": Of(Organisation),
        "contact": Of(Contact),
        "municipality": Of(Municipality),
        "audience": Of(Audience),
        "groups": Many(Of(Group)),
        "group": Of(Group),
        "outcomes": Many(Of(Outcome)),
        "aims": Many(Of(AimView)),
        "entries": Named(dict.fromkeys(sections, section)),
    }


def names(shape: Shape) -> tuple[str, ...] | None:
    """Return the names of what may be asked of a value, or None where anything may."""
    match shape:
        case Named(known, None):
            return tuple(known)
        case Many(_, own):
            return (*own, "count", "index")
        case Of(of) if issubclass(of, Frozen):
            return tuple(of.model_fields)
        case Of(of):
            return tuple(name for name in dir(of) if not name.startswith("_"))
    return None


def member(shape: Shape, name: str) -> Shape:
    """Return the shape of what a value has under a name."""
    match shape:
        case Named(known, every):
            return known.get(name, every or UNKNOWN)
        case Many(_, own):
            return own.get(name, UNKNOWN)
        case Of(of) if issubclass(of, Frozen):
            return _by_hint(of.model_fields[name].annotation) if name in of.model_fields else UNKNOWN
        case Of(of) if of in _VIEWS:
            return _by_hint(get_type_hints(of).get(name))
    return UNKNOWN


def item(shape: Shape) -> Shape:
    """Return the shape of what a list holds."""
    return shape.item if isinstance(shape, Many) else UNKNOWN


def either(one: Shape, other: Shape) -> Shape:
    """Return the shape of a value that may be the one or the other."""
    return one if one == other else UNKNOWN


def _by_hint(hint: object) -> Shape:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        kinds = [one for one in inner if one not in (type(None), Open)]
        return _by_hint(kinds[0]) if len(kinds) == 1 else UNKNOWN
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        return Many(_by_hint(inner[0]))
    if hint is SectionView:
        return Many(Of(EntryView), {"by_theme": Many(Of(ThemeView))})
    return Of(hint) if isinstance(hint, type) and (issubclass(hint, Frozen) or hint in _VIEWS) else UNKNOWN
