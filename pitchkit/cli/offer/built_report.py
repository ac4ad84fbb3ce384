"""What the build of an offer tells: what is still open, how much of each limit is used, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pitchkit import terminal
from pitchkit.cli.reporting import REASONS
from pitchkit.language import _
from pitchkit.offering.open_places import OpenPlace, open_places
from pitchkit.offering.usage import Pages, usages

if TYPE_CHECKING:
    from pitchkit.offering.making import BuiltDocument
    from pitchkit.offers.loading import LoadedOffer
    from pitchkit.offers.usage import Usage
    from pitchkit.pipeline import Kit


def tell(kit: Kit, loaded: LoadedOffer, built: Sequence[BuiltDocument], layout: Pages) -> None:
    """Tell what a bid manager wants to know after a build."""
    terminal.show_problems(kit.profile.warnings)
    for one in built:
        terminal.show_problems(one.composition.warnings)
    places = open_places(loaded, built)
    _tell_open(_("Still open; fill these in in {file}:").format(file=loaded.file.path), [one for one in places if one.where])
    name = kit.workspace.show(kit.workspace.profile) if kit.workspace.profile else "pitchkit.yaml"
    _tell_open(_("Still open; fill these in in {file}:").format(file=name), [one for one in places if not one.where])
    _tell_left_out(built)
    _tell_usage(usages(loaded.offer, built, layout))
    terminal.say(_("Next: pitchkit offer check {name}").format(name=loaded.name))


def _tell_open(heading: str, places: Sequence[OpenPlace]) -> None:
    if places:
        terminal.say(heading)
    for one in places:
        line = _(" (line {line})").format(line=one.where.line) if one.where and one.where.line else ""
        terminal.say(f"  {one.key}: {one.label}{line}")


def _tell_left_out(built: Sequence[BuiltDocument]) -> None:
    decisions = (one for each in built for one in each.composition.selection.decisions)
    out = {one.entry.id: _(REASONS[one.reason]).format(detail=one.detail) for one in decisions if one.reason != "chosen"}
    if out:
        terminal.say(_("Chosen for an answer, and yet left out:"))
    for entry_id, why in sorted(out.items()):
        terminal.say(f"  {entry_id}: {why}")


def _tell_usage(found: Sequence[Usage]) -> None:
    limited = [one for one in found if one.limit]
    if limited:
        terminal.say(_("Words and pages of the limits:"))
        rows = [(one.id or _("all"), *_used(one)) for one in limited]
        terminal.show_table([_("part"), _("used"), _("limit"), ""], rows, beside=True)


def _used(one: Usage) -> tuple[str, str, str]:
    units = {"words": _("words"), "characters": _("characters"), "pages": _("pages")}
    limits = {name: limit for name in units if (limit := getattr(one.limit, name)) is not None}
    about = _("about {count} {unit}") if one.is_estimate else "{count} {unit}"
    used = [
        (about if name == "pages" else "{count} {unit}").format(count=getattr(one, name), unit=units[name]) for name in limits
    ]
    return (
        ", ".join(used),
        ", ".join(f"{limit} {units[name]}" for name, limit in limits.items()),
        _("too long") if one.exceeds else "",
    )
