"""`pitchkit offer fit`: the best entries and lengths within the limits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _, figure

if TYPE_CHECKING:
    from pitchkit.offering.fitting import Proposal
    from pitchkit.offers.fitting.task import Option


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Choose the entries and their length that are worth most within the limits of the buyer.")


def run(
    name: options.OfferName,
    write: Annotated[
        bool, typer.Option("--write", help=_("Write the choice in the offer file, in the place of the entries there."))
    ] = False,
    seconds: Annotated[int, typer.Option("--seconds", metavar=_("NUMBER"), min=1, help=_("The most time for the choice."))] = 20,
    format_: options.TableOrJson = "table",
    date: options.DateOfOffer = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
    templates: options.Templates = None,
) -> None:
    """Show the best choice; an entry with keep: yes in the offer file always stays."""
    from pitchkit import output, terminal
    from pitchkit.cli.offer.opening import open_offer
    from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, problem
    from pitchkit.offering import fitting, layouts, matching, writing
    from pitchkit.offering.making import OfferRequest

    found: list[Diagnostic] = []
    wanted = options.choice("--format", format_, ("table", "json"), found)
    request = OfferRequest(date=options.day(date, found))
    if found:
        raise CommandError(found)
    kit, loaded = open_offer(name, Path.cwd(), library, profile, templates)
    pages = layouts.PageCounter(writing.word_writer(kit, None))
    with terminal.progress(_("Weighing the choices")):
        matcher = matching.open_matcher(kit, loaded, request.date)
        proposal = fitting.Fitter(kit, loaded, request, pages, float(seconds)).propose(matcher)
    if not proposal.fit.chosen:
        raise ContentError([problem(loaded.locate("criteria"), "fit-nothing")])
    show = _show_json if wanted == "json" else _show
    show(proposal)
    if write:
        before = loaded.path.read_bytes().decode("utf-8")
        after = fitting.written(loaded, before, proposal)
        output.write_over(loaded.path, after.encode(), kit.workspace.show)
        terminal.say(_("Written: {path}.").format(path=kit.workspace.show(loaded.path)))
    else:
        terminal.say(_("Nothing was written; --write puts this choice in the offer file."))


def _show(proposal: Proposal) -> None:
    from pitchkit import terminal

    best = proposal.fit
    columns = [_("question"), _("entry"), _("length"), _("words"), _("match")]
    terminal.show_table(columns, [_row(proposal, one) for one in best.chosen])
    for usage in proposal.usages:
        if usage.limit:
            limit = usage.limit
            parts = [(usage.words, limit.words, _("words")), (usage.pages, limit.pages, _("pages"))]
            parts.append((usage.characters, limit.characters, _("characters")))
            told = ", ".join(f"{used} / {most} {unit}" for used, most, unit in parts if most is not None)
            terminal.say((usage.id or _("together")) + f": {told}")
    if best.is_proven:
        terminal.say(_("No other choice is worth more: {value}.").format(value=figure(f"{best.value:.2f}")))
    else:
        told = _("This is the best that was found in time, not proven: worth {value}, and {bound} at most.")
        terminal.say(told.format(value=figure(f"{best.value:.2f}"), bound=figure(f"{best.bound:.2f}")))
    if best.unanswered:
        terminal.say(_("Without an answer: {ids}").format(ids=", ".join(best.unanswered)))
    left = _left_out(best.left_out)
    if left:
        terminal.say(_("Left out: {ids}").format(ids=", ".join(left)))


def _row(proposal: Proposal, one: Option) -> tuple[str, ...]:
    from pitchkit.cli.reporting import LENGTHS

    match = proposal.matches.get((one.question, one.entry))
    return (one.question, one.entry, _(LENGTHS[one.length]), str(one.words), str(match.score) if match else "–")


def _left_out(options_left: Sequence[Option]) -> list[str]:
    """Return every entry that was weighed and is nowhere in the offer, the one worth most first."""
    worth: dict[str, Option] = {}
    for one in options_left:
        if one.entry not in worth or one.value > worth[one.entry].value:
            worth[one.entry] = one
    return [one.entry for one in sorted(worth.values(), key=lambda one: (-one.value, one.entry))]


def _show_json(proposal: Proposal) -> None:
    from pitchkit import terminal

    best = proposal.fit
    chosen = [
        {"question": one.question, "entry": one.entry, "length": one.length, "words": one.words, "value": float(one.value)}
        for one in best.chosen
    ]
    data = {
        "chosen": chosen,
        "left_out": _left_out(best.left_out),
        "unanswered": list(best.unanswered),
        "value": float(best.value),
        "bound": float(best.bound),
        "proven": best.is_proven,
    }
    terminal.data(data)
