"""`pitchkit offer score`: the own assessment, before and after."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pitchkit.cli import options
from pitchkit.language import _, figure

if TYPE_CHECKING:
    from pitchkit.offers.scoring import Assessed, Assessment


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Show what your own grades earn against the buyer’s weights, before and after.")


def run(
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("The offer: offers/NAME.yaml."))],
    format_: options.TableOrJson = "table",
    profile: options.ProfileFile = None,
    library: options.Library = None,
) -> None:
    """Show the assessment; the grades stand in the offer file, under score."""
    from pitchkit import terminal
    from pitchkit.cli.offer import opening
    from pitchkit.diagnostics import CommandError, ContentError, Diagnostic
    from pitchkit.offers import scoring

    found: list[Diagnostic] = []
    wanted = options.choice("--format", format_, ("table", "json"), found)
    if found:
        raise CommandError(found)
    _kit, loaded = opening.open_offer(name, Path.cwd(), library, profile)
    assessment, problems = scoring.assess(loaded)
    if assessment is None:
        raise ContentError(problems)
    if wanted == "json":
        terminal.data(_as_data(assessment))
    else:
        _show(assessment)
    terminal.show_problems(assessment.warnings)


def _show(assessment: Assessment) -> None:
    from pitchkit import terminal

    rows = [_row(one) for one in assessment.questions]
    rows.append((_("together"), "", _points(assessment.most), "", _points(assessment.before), "", _points(assessment.after), ""))
    columns = [_("question"), _("about"), _("most"), _("before"), _("points"), _("after"), _("points"), _("to gain")]
    terminal.show_table(columns, rows, is_headed=True)
    ungraded = assessment.ungraded()
    if ungraded:
        told = _("Without a grade: {ids}. Write score: {{before: ..., after: ...}} at the question, in the words of the buyer.")
        terminal.say(told.format(ids=", ".join(one.question for one in ungraded)))
    best = max((one for one in assessment.questions if one.can_gain), key=lambda one: one.can_gain, default=None)
    if best:
        terminal.say(_("Most points to gain: {id}, {points}.").format(id=best.question, points=_points(best.can_gain)))


def _row(one: Assessed) -> tuple[str, ...]:
    before = one.grade_before.label if one.grade_before else "–"
    after = one.grade_after.label if one.grade_after else "–"
    title = one.title if len(one.title) <= 50 else f"{one.title[:49]}…"  # noqa: PLR2004 - what a terminal shows beside the numbers
    return (one.question, title, _points(one.most), before, _points(one.before), after, _points(one.after), _points(one.can_gain))


def _points(points: Decimal | None) -> str:
    return "–" if points is None else figure(f"{points.quantize(Decimal('0.1')).normalize():f}")


def _as_data(assessment: Assessment) -> dict[str, Any]:
    def number(points: Decimal | None) -> float | None:
        return None if points is None else float(points)

    questions = [
        {
            "criterion": one.criterion,
            "question": one.question,
            "most": number(one.most),
            "grade_before": one.grade_before.label if one.grade_before else None,
            "before": number(one.before),
            "grade_after": one.grade_after.label if one.grade_after else None,
            "after": number(one.after),
        }
        for one in assessment.questions
    ]
    whole = {"most": number(assessment.most), "before": number(assessment.before), "after": number(assessment.after)}
    return {"questions": questions, **whole}
