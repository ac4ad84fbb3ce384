"""What `pitchkit offer match` tells: a table for each question, or everything as data; and what was written or left alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pitchkit import terminal
from pitchkit.cli.reporting import REASONS
from pitchkit.language import _, plural
from pitchkit.offering.matching import Matcher, Suggestion
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.matching import choosing, reasons
from pitchkit.offers.matching.ranking import Match
from pitchkit.selection import Decision

_WAITING = 3


def show_tables(loaded: LoadedOffer, matcher: Matcher, suggestions: Sequence[Suggestion], top: int, *, explain: bool) -> None:
    """Show a table for each question: the best entries with their score and the reason."""
    reader = loaded.offer.audience
    for one in suggestions:
        terminal.say(f"\n{one.question.id}  {' '.join(one.question.text.split())}")
        shown = _shown(matcher, one, top)
        columns = [_("question"), _("rank"), _("score"), _("entry"), _("title"), _("reason")]
        rows = [
            (
                one.question.id,
                str(rank),
                str(match.score),
                match.entry.id,
                match.entry.wording(reader).title,
                reasons.reason(match) + _other_reader(matcher, match),
            )
            for rank, match in enumerate(shown, 1)
        ]
        if rows:
            terminal.show_table(columns, rows)
        if explain:
            _explain(one, shown)


def show_json(loaded: LoadedOffer, matcher: Matcher, suggestions: Sequence[Suggestion], top: int, *, explain: bool) -> None:
    """Show everything as data."""
    reader = loaded.offer.audience
    questions = [
        {
            "criterion": one.criterion.id,
            "question": one.question.id,
            "text": one.question.text,
            "entries": [choice.entry for choice in one.question.entries],
            "chosen": [match.entry.id for match in one.chosen],
            "matches": [
                {
                    "rank": rank,
                    "entry": match.entry.id,
                    "title": match.entry.wording(reader).title,
                    "score": match.score,
                    "reason": reasons.reason(match),
                    **({"signs": [{"kind": s.kind, "asked": s.asked, "said": s.said} for s in match.signs]} if explain else {}),
                }
                for rank, match in enumerate(_shown(matcher, one, top), 1)
            ],
            "waiting": [{"entry": match.entry.id, "score": match.score, "for": waits.detail} for match, waits in _good(one)],
        }
        for one in suggestions
    ]
    terminal.data({"offer": loaded.name, "questions": questions})


def tell(path: str, suggestions: Sequence[Suggestion], *, is_dry: bool) -> None:
    """Tell what was written, what was left alone and what nothing answers."""
    chosen = [one for one in suggestions if one.chosen]
    if chosen:
        heading = _("Would be written in {path}:") if is_dry else _("Written in {path}:")
        terminal.say("\n" + heading.format(path=path))
        for one in chosen:
            terminal.say(f"  {one.question.id}: {', '.join(match.entry.id for match in one.chosen)}")
    _tell_left_alone([one for one in suggestions if one.question.entries])
    _tell_waiting(suggestions)
    _tell_unanswered([one for one in suggestions if not one.question.entries and not one.chosen])


def _tell_left_alone(there: Sequence[Suggestion]) -> None:
    if not there:
        return
    ids = ", ".join(one.question.id for one in there)
    count = len(there)
    terminal.say(
        plural(
            "Left alone, since entries are chosen there already: {ids}",
            "Left alone, since entries are chosen there already: {ids}",
            count,
        ).format(ids=ids)
    )
    for one in there:
        if one.better:
            better = ", ".join(f"{match.entry.id} ({match.score})" for match in one.better)
            terminal.say(_("  {id}: perhaps also {better}").format(id=one.question.id, better=better))


def _tell_waiting(suggestions: Iterable[Suggestion]) -> None:
    waiting = {match.entry.id: decision for one in suggestions for match, decision in _good(one)}
    if waiting:
        terminal.say(_("These would answer too, once the profile says more:"))
    for entry_id, decision in sorted(waiting.items()):
        terminal.say(f"  {entry_id}: {_(REASONS[decision.reason]).format(detail=decision.detail, length='')}")


def _tell_unanswered(unanswered: Sequence[Suggestion]) -> None:
    for one in unanswered:
        best = one.ranked[0] if one.ranked else None
        if best and best.score >= choosing.GOOD:
            told = _("{id}: what answers this best, such as {entry} ({score}), is chosen for another question.")
        else:
            told = _("{id}: no entry is good enough (the best scores {score}, and {good} is needed); write this answer yourself.")
        score, entry = (best.score, best.entry.id) if best else (0, "")
        terminal.say(told.format(id=one.question.id, entry=entry, score=score, good=choosing.GOOD))


def _explain(one: Suggestion, shown: Iterable[Match]) -> None:
    rows = [(match.entry.id, told, share) for match in shown for told, share in reasons.lines(match)]
    rows += [(match.entry.id, _(REASONS[waits.reason]).format(detail=waits.detail, length=""), "") for match, waits in _good(one)]
    terminal.show_table([_("entry"), _("sign"), _("share")], rows, beside=True)


def _good(one: Suggestion) -> list[tuple[Match, Decision]]:
    return [pair for pair in one.waiting if pair[0].score >= choosing.GOOD][:_WAITING]


def _shown(matcher: Matcher, one: Suggestion, top: int) -> tuple[Match, ...]:
    return choosing.apart(matcher.shelf, one.shown, top)


def _other_reader(matcher: Matcher, match: Match) -> str:
    decision = matcher.decisions[match.entry.id]
    return _(" (only for {readers})").format(readers=decision.detail) if decision.reason == "audience" else ""
