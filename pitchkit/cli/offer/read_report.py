"""What is told after a buyer's files were read: counts, what is not sure, what was left, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pitchkit.diagnostics import Diagnostic, Location, warning
from pitchkit.language import _, figure, plural

if TYPE_CHECKING:
    from pitchkit.offers.model import Offer
    from pitchkit.offers.places import Found
    from pitchkit.offers.reading.changing import Change
    from pitchkit.offers.reading.findings import Doubt
    from pitchkit.offers.reading.making import Later, Made
    from pitchkit.offers.reading.papers import Paper

_MOST = 12
"""More remarks than this are a wall; the file holds them all."""
_OF_STYLE = ("line-header-guessed", "line-heading-guessed")
"""Guesses of the reader that the table of what was found shows better than a warning for each."""


def tell_new(made: Made, name: str) -> None:
    """Tell what a new offer holds."""
    from pitchkit import terminal

    if made.understood is None:
        terminal.say(_("A file to fill in by hand. What stands behind a # is explanation."))
        terminal.say(_("With files of the buyer: pitchkit offer new OTHER-NAME --from FILE"))
        return
    shown = dict(made.shown)
    terminal.show_problems(note for one in made.papers for note in one.paper.notes)
    _tell_lines((one.paper, shown[one.document.id]) for one in made.papers)
    _tell_doubts(made.understood.doubts, shown)
    terminal.show_table(
        [_("found"), _("number"), _("more")], _rows(made.understood.offer, made.understood.explained), beside=True
    )
    if made.changes:
        _tell_changes(made.changes)
    unread = len(made.understood.offer.unread)
    if unread:
        terminal.say(plural(
            "{count} line was not understood: it stands under unread in the file, with its place.",
            "{count} lines were not understood: they stand under unread in the file, with their places.", unread,
        ).format(count=unread))  # fmt: skip
    offer = made.understood.offer
    if not (offer.criteria or offer.requirements or offer.price):
        terminal.say(
            _("No requirements or criteria were found. For a sheet, say which column holds what: --columns eis=B,gewicht=D")
        )
    terminal.say(_("Look through the file, and then: pitchkit offer match {name}").format(name=name))


def tell_update(results: Sequence[Later], name: str, *, is_dry: bool) -> None:
    """Tell what later papers changed."""
    from pitchkit import terminal

    touched: list[str] = []
    for one in results:
        if one.updated.is_known:
            terminal.say(_("{path} was read before; nothing has changed.").format(path=one.shown))
            continue
        terminal.show_problems(one.named.paper.notes)
        _tell_lines([(one.named.paper, one.shown)])
        _tell_doubts(one.updated.doubts, {one.named.document.id: one.shown})
        _tell_changes(one.updated.changes)
        touched += [flag for change in one.updated.changes for flag in change.flags]
        left = len(one.updated.left)
        if left:
            terminal.say(plural(
                "{count} answer is tied to nothing in the offer: it stands under unread in the file.",
                "{count} answers are tied to nothing in the offer: they stand under unread in the file.", left,
            ).format(count=left))  # fmt: skip
        if not one.updated.changes and not left:
            terminal.say(_("Nothing in {path} changes the offer.").format(path=one.shown))
    if touched:
        ids = ", ".join(dict.fromkeys(touched))
        terminal.say(_("To be looked at again (status: nakijken): {ids}").format(ids=ids))
    if is_dry:
        terminal.say(_("Nothing was written (--dry-run)."))
    elif any(not one.updated.is_known for one in results):
        terminal.say(_("Then check it: pitchkit offer check {name}").format(name=name))


# --- what was found ----------------------------------------------------------------------------------------------


def _rows(offer: Offer, explained: int) -> list[list[str]]:
    rows = []
    types = [one.type for one in offer.requirements]
    for type_, label in _labels().items():
        if type_ in types:
            rows.append([label, str(types.count(type_)), ""])
    rows.append([_("award criteria"), str(len(offer.criteria)), _weights(offer)])
    questions = [one for _criterion, one in offer.questions()]
    limits = sum(bool(one.limit) for one in offer.criteria) + sum(bool(one.limit) for one in questions)
    rows.append([_("questions"), str(len(questions)), ""])
    rows.append([_("limits"), str(limits), ""])
    deadline = next((one for one in offer.planning if one.deadline), None)
    when = f"{deadline.date or '?'} {deadline.time or ''}".strip() if deadline else _("no deadline found")
    rows.append([_("dates"), str(len(offer.planning)), _("deadline {when}").format(when=when) if deadline else when])
    for label, count in (
        (_("lots"), len(offer.lots)),
        (_("grades"), len(offer.grades)),
        (_("rules of form"), len(offer.form.model_fields_set - {"counts", "limit"})),
        (_("places for an answer"), _places(offer)),
        (_("lines of the price sheet"), len(offer.price.lines) if offer.price else 0),
    ):
        rows += [[label, str(count), ""]] if count else []
    rows.append([_("lines that only explain"), str(explained), ""])
    rows.append([_("not understood"), str(len(offer.unread)), ""])
    return rows


def _places(offer: Offer) -> int:
    in_questions = sum(one.answer_at is not None for _criterion, one in offer.questions())
    return in_questions + sum((one.answer_at or one.met_at) is not None for one in offer.requirements)


def _labels() -> Mapping[str, str]:
    return {
        "eis": _("requirements"),
        "wens": _("wishes"),
        "uitsluiting": _("grounds for exclusion"),
        "geschiktheid": _("demands of suitability"),
        "vorm": _("demands of form"),
        "bewijsstuk": _("proofs to hand in"),
    }


def _weights(offer: Offer) -> str:
    from pitchkit.offers.reading.assembled_criteria import weight_of

    parts = []
    for lot in dict.fromkeys(one.lot for one in offer.criteria if one.lot) or (None,):
        own = [one for one in offer.criteria if one.lot in (lot, None)]
        total = sum((weight for one in own if (weight := weight_of(one)) is not None), Decimal(0))
        points = sum((one.points for one in own if one.points is not None), Decimal(0))
        told = [_("weights together {total}%").format(total=figure(f"{total:f}"))] if total else []
        told += [_("points together {total}").format(total=f"{points:f}")] if points else []
        parts += [f"{lot}: {', '.join(told)}" if lot else ", ".join(told)] if told else []
    return "; ".join(parts)


# --- what is not sure --------------------------------------------------------------------------------------------


def _tell_doubts(doubts: Sequence[Doubt], shown: Mapping[str, str]) -> None:
    from pitchkit import terminal

    found = [
        warning(_place(shown.get(one.found.document, one.found.document), one.found), f"doubt-{one.code}", words=one.words)
        for one in doubts
    ]
    terminal.show_problems(found[:_MOST])
    if len(found) > _MOST:
        rest = len(found) - _MOST
        terminal.say(_("And {count} more; look for “onzeker” in the file.").format(count=rest))


def _tell_lines(papers: Iterable[tuple[Paper, str]]) -> None:
    """Tell which lines were hard to read."""
    from pitchkit import terminal

    found = [
        Diagnostic(Location(f"{shown}, {line.place}"), line.unsure, (), "warning")
        for paper, shown in papers
        for line in paper.lines
        if line.unsure and line.unsure not in _OF_STYLE
    ]
    terminal.show_problems(found[:_MOST])
    if len(found) > _MOST:
        rest = len(found) - _MOST
        terminal.say(plural("And {count} more line like it.", "And {count} more lines like it.", rest).format(count=rest))


def _place(shown: str, found: Found) -> Location:
    return Location(f"{shown}, {found.place}")


# --- what changes ------------------------------------------------------------------------------------------------


def _tell_changes(changes: Sequence[Change]) -> None:
    from pitchkit import terminal

    if not changes:
        return
    names = _change_names()
    rows = [
        [one.label, names[one.kind], _short(one.was), _short(one.becomes), one.found.place]
        for one in changes
        if one.kind != "place"
    ]
    moved = sum(one.kind == "place" for one in changes)
    terminal.show_table([_("about"), _("what"), _("was"), _("becomes"), _("place")], rows, beside=True, is_headed=True)
    if moved:
        terminal.say(
            plural("{count} place for an answer is another now.", "{count} places for an answer are others now.", moved).format(
                count=moved
            )
        )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else f"{line[:90].rsplit(' ', 1)[0]} …"  # noqa: PLR2004 - what fits in a column


def _change_names() -> Mapping[str, str]:
    return {
        "limit": _("limit"),
        "weight": _("weight"),
        "points": _("points"),
        "date": _("date"),
        "time": _("time"),
        "text": _("text"),
        "type": _("kind"),
        "form": _("form"),
        "new": _("new"),
        "gone": _("no longer asked"),
        "read-yourself": _("changed: read it yourself"),
        "note": _("made clear"),
        "answered": _("our question answered"),
        "place": _("place"),
    }
