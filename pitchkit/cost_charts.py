"""The charts of the cost model: what they show, from the outcomes and the library's words for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.document import Block, Blocks, Chart, Figure, Series
from pitchkit.suggesting import suggest

if TYPE_CHECKING:
    from pitchkit.costs.comparison import Comparison
    from pitchkit.costs.outcomes import Outcomes

PREFIX = "chart:"
"""What the path of a figure begins with where a chart has to come."""

PER_COMPLETER = "kosten-per-deelnemer"
HOURS_FREED = "vrijgemaakte-uren"
NAMES = (PER_COMPLETER, HOURS_FREED)

FEWEST = 3
"""The smallest group that a chart shows: below that the fixed cost of a group dwarfs everything else."""


def with_charts(blocks: Blocks, outcomes: Outcomes | None, words: Mapping[str, str], stem: str, where: Location) -> Blocks:
    """Return the blocks with a chart in the place of every figure that asks for one.

    Without outcomes such a figure goes, and so does the one of hours freed where a group does not replace individual help.
    `stem` begins the name of the pictures that stand beside a Markdown file; `where` is the template.

    Raises:
        ContentError: a figure asks for a chart that there is not.
    """
    made = (_in_place(block, outcomes, words, stem, where) for block in blocks)
    return tuple(block for block in made if block is not None)


def _in_place(block: Block, outcomes: Outcomes | None, words: Mapping[str, str], stem: str, where: Location) -> Block | None:
    if not isinstance(block, Figure) or not block.path.startswith(PREFIX):
        return block
    name = block.path.removeprefix(PREFIX)
    if name not in NAMES:
        raise ContentError(
            [problem(where, "chart-unknown", word=name, choices=", ".join(NAMES), suggestion=suggest(name, NAMES))]
        )
    if outcomes is None:
        return None
    picture = f"{stem}-{name}.svg"
    if name == PER_COMPLETER:
        return _per_completer(outcomes, words, block, picture)
    return _hours_freed(outcomes, words, block, picture) if outcomes.hours.relation == "replaces" else None


def _per_completer(outcomes: Outcomes, words: Mapping[str, str], figure: Figure, picture: str) -> Chart:
    comparison = outcomes.comparison
    sizes = sizes_of(comparison)
    even = outcomes.break_even_completer.participants
    individual = (comparison.individual_completer.result,) * len(sizes)
    return Chart(
        name=PER_COMPLETER,
        kind="lines",
        alt=figure.alt,
        caption=figure.caption,
        x_title=words.get("chart.participants", ""),
        y_title=words.get("chart.euro", ""),
        unit="euro",
        categories=tuple(str(size) for size in sizes),
        series=(
            Series(
                words.get("chart.group", ""),
                tuple(comparison.per_completer(size).result for size in sizes),
                sizes.index(even) if even in sizes else None,
            ),
            Series(words.get("chart.individual", ""), individual, None),
        ),
        picture=picture,
    )


def _hours_freed(outcomes: Outcomes, words: Mapping[str, str], figure: Figure, picture: str) -> Chart:
    from pitchkit.costs.hours import hours_freed

    sizes = sizes_of(outcomes.comparison)
    hours = tuple(hours_freed(outcomes.comparison, size).freed.result for size in sizes)
    word = "chart.hours"
    if min(hours) < 0:
        word = "chart.hours.signed" if max(hours) > 0 else "chart.hours.extra"
    title, values = words.get(word, ""), tuple(-one for one in hours) if word == "chart.hours.extra" else hours
    return Chart(
        name=HOURS_FREED,
        kind="bars",
        alt=figure.alt,
        caption=figure.caption,
        x_title=words.get("chart.participants", ""),
        y_title=title,
        unit="hours",
        categories=tuple(str(size) for size in sizes),
        series=(Series(title, values, None),),
        picture=picture,
    )


def sizes_of(comparison: Comparison) -> tuple[int, ...]:
    """Return the numbers of participants that a chart shows."""
    largest = int(comparison.plan.largest.value)
    return tuple(range(min(FEWEST, largest), largest + 1))
