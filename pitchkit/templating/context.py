"""What a template can say of an order: every name, with its value."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pitchkit.library import Library
from pitchkit.order import Order
from pitchkit.profile import Group
from pitchkit.selection import Selection
from pitchkit.templating.finding import Template
from pitchkit.templating.values import Markdown, Open, Record, figures, record
from pitchkit.templating.views import Notes, Views
from pitchkit.typography import Formats


class Contexts:
    """The names for the templates of one library."""

    def __init__(self, library: Library, formats: Formats, show: Callable[[Any], Markdown]) -> None:
        self._library, self._formats, self._show = library, formats, show

    def of(self, template: Template, order: Order, selection: Selection, notes: Notes | None) -> dict[str, object]:
        """Return every name with its value; what the profile does not say is an open field."""
        profile, settings = order.profile, self._library.settings
        values: dict[str, object] = {"figures": figures(profile.figures, self._formats.number)}
        values |= {name: record(name, getattr(profile, name)) for name in ("organisation", "contact", "municipality")}

        def look_up(path: str) -> Markdown:
            return self._look_up(values, path)

        views = Views(self._library, order, look_up, notes)
        request = profile.requests.get(order.audience.id) or Open(f"requests.{order.audience.id}")
        offer = self._offer(order, views.sections, selection, look_up)
        return values | {
            **offer,
            "document": order.document,
            "date": order.date,
            "audience": record("", order.audience),
            "draft": not order.final,
            "fictitious": profile.fictitious,
            "request": request,
            "position": settings.positions.get(order.position, order.position) if order.position else Open("position"),
            "groups": tuple(self._group(group) for group in order.groups) or Open("groups"),
            "group": self._group(order.group),
            "outcomes": tuple(record(f"outcomes.{number}", one) for number, one in enumerate(profile.outcomes, 1))
            or Open("outcomes"),
            "costs_omitted": profile.costs == "omit",
            "costs": self._costs(order),
            "aims": views.aims(selection),
            "entries": views.sections(selection, tuple(template.front.sections)),
            "sources": views.sources(selection) if notes else (),
            "field": Open,
        }

    def _offer(
        self,
        order: Order,
        sections: Callable[[Selection, tuple[str, ...]], Record],
        selection: Selection,
        look_up: Callable[[str], Markdown],
    ) -> dict[str, object]:
        if order.offer is None:
            return {}
        from pitchkit.templating.commercial_view import commercial_records
        from pitchkit.templating.cost_view import Printed
        from pitchkit.templating.offer_view import offer_record

        printed = Printed(self._formats, self._library.settings.cost_words)
        more = partial(commercial_records, order, order.offer.offer, printed)
        names = tuple(dict.fromkeys(name for name, _, _ in order.offer.choices()))
        return {"offer": offer_record(order.offer, sections(selection, names), look_up, self._formats, more)}

    def _costs(self, order: Order) -> Record | Open:
        if order.costs is None:
            return Open("costs.comparison")
        from pitchkit.templating.cost_view import Printed, cost_record

        about = order.costs.comparison.plan.group_id
        group = next(one for one in order.profile.groups if one.id == about)
        return cost_record(order.costs, group, Printed(self._formats, self._library.settings.cost_words))

    def _group(self, group: Group | None) -> Record:
        if group is None:
            return Record({name: Open(f"groups.{name}") for name in Group.model_fields})
        values = record(f"groups.{group.id}", group)
        label = self._library.settings.group_types.get(group.type or "", group.type)
        return Record({name: values[name] for name in values.names()} | ({"type": label} if label else {}))

    def _look_up(self, values: dict[str, object], path: str) -> Markdown:
        value: Any = Record(values)
        for name in path.split("."):
            try:
                value = value[name]
            except (KeyError, TypeError):
                return Markdown(str(Open(path)))
        return self._show(value)
