"""Lines of a derivation as formulas of a spreadsheet, and in words: each number is traced back to what it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pitchkit.costs.derivation import Given, Line, plain
from pitchkit.costs.labels import input_key, word_of


@dataclass(frozen=True, slots=True)
class Part:
    """A number that is neither given nor computed by a line: of participants, of groups, or a completion."""

    name: str


Operand = Given | Line | Part | Decimal | str
"""What stands in a formula: a figure, a line, a part, a bare number, or a sign."""

_SIGNS = {"×": "*", "−": "-"}
_DIGITS = 9
"""Decimals to round to before going up or down, so that what a binary number lacks does not count as a whole person."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Where things stand in the workbook: given figures by their key, lines by theirs, parts by their name."""

    figures: Mapping[str, str]
    lines: Mapping[str, str]
    parts: Mapping[str, str]

    def of(self, operand: Operand) -> str:
        """Return the cell of an operand; a line that has none is written out."""
        if isinstance(operand, str):
            return _SIGNS.get(operand, operand)
        if isinstance(operand, Decimal):
            return plain(operand)
        if isinstance(operand, Part):
            return self.parts[operand.name]
        if isinstance(operand, Given):
            return self.figures[operand.key]
        return self.lines[operand.key] if operand.key in self.lines else f"({formula(operand, self)})"


def operands(line: Line) -> tuple[Operand, ...]:
    """Return what stands in the formula of a line.

    A number is known by the object it is and not by its amount: two figures may have the same amount.
    """
    known: dict[int, Operand] = {id(amount): Part(name) for name, amount in line.parts}
    known |= {id(one.result): one for one in line.uses} | {id(one.value): one for one in line.given}
    return tuple(term if isinstance(term, str) else known.get(id(term), term) for term in line.formula)


def formula(line: Line, cells: Cells) -> str:
    """Return the formula of a line, rounded as the line is, without the sign = before it."""
    if line.key.startswith("break_even.room"):
        return _rounded(line, _joined(operands(line), cells.of))
    if line.key.startswith("break_even"):
        msg = "whether there is one depends on the figures: see break_even_formula"
        raise ValueError(msg)
    return _rounded(line, _joined(_with_groups(line), cells.of))


def break_even_formula(per: str, cells: Cells, completions: tuple[str, str], none: str) -> str:
    """Return the formula of a break-even, which says `none` where a group never gets there; `completions` are cells."""
    fixed, variable, individual = (cells.lines[key] for key in ("fixed", "variable", "individual.starter"))
    ours, theirs = (f"*{cell}" if per == "completer" else "" for cell in completions)
    each = f"{individual}{ours}-{variable}{theirs}"
    crossing = f"{fixed}{theirs}/({each})"
    return f'IF(ROUND({each},{_DIGITS})<=0,"{none}",ROUNDUP(ROUND({crossing},{_DIGITS}),0))'


def dearer_formula(cells: Cells, people: str, completion: str, theirs: str) -> str:
    """Return the condition that a completer of the group costs more than one of individual help."""
    total, individual = (cells.lines[key] for key in ("group.total", "individual.starter"))
    return f"ROUND({total}*{theirs}-{people}*{completion}*{individual},{_DIGITS - 3})>0"


def in_words(line: Line, words: Mapping[str, str]) -> str:
    """Return the formula of a line in words, which stays true whatever figures are typed in."""

    def word(operand: Operand) -> str:
        if isinstance(operand, str):
            return operand
        if isinstance(operand, Decimal):
            return plain(operand)
        if isinstance(operand, Part):
            return word_of(words, f"part.{operand.name}")
        return word_of(words, input_key(operand) if isinstance(operand, Given) else operand.key)

    return _joined(operands(line), word, " ").replace("( ", "(").replace(" )", ")")


def _joined(terms: tuple[Operand, ...], text: Callable[[Operand], str], between: str = "") -> str:
    return between.join(text(term) for term in terms)


def _with_groups(line: Line) -> tuple[Operand, ...]:
    """Return the operands, with the number of groups also where it is one: a larger number of participants may need two."""
    terms = operands(line)
    people, groups = Part("participants"), Part("groups")
    if groups in terms or "groups" not in dict(line.parts):
        return terms
    end = terms.index(people) - 1
    return (groups, "×", "(", *terms[:end], ")", *terms[end:])


def _rounded(line: Line, text: str) -> str:
    match line.rounding:
        case "cents":
            return f"ROUND({text},2)"
        case "up":
            return f"ROUNDUP(ROUND({text},{_DIGITS}),0)"
        case "down":
            return f"ROUNDDOWN(ROUND({text},{_DIGITS}),0)"
        case "exact":
            return text
