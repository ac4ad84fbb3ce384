"""The answers of an offer, put back into copies of the buyer's own Word and Excel files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pitchkit import outline
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem, warning
from pitchkit.document import Blocks, Heading, Table
from pitchkit.offering.making import BuiltDocument
from pitchkit.offers import answers
from pitchkit.offers.filling.letter import fill_letter
from pitchkit.offers.filling.places import Fill, Filled
from pitchkit.offers.filling.workbook import fill_workbook
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.model import BuyerDocument, Question, Requirement
from pitchkit.offers.money import price_sheet
from pitchkit.offers.places import Found
from pitchkit.offers.pricing import PriceLine
from pitchkit.offers.reading.office import Unreadable
from pitchkit.offers.reading.opening import read_paper
from pitchkit.offers.reading.papers import Paper
from pitchkit.offers.usage import part
from pitchkit.profile import Profile

KINDS: Final = {".xlsx": fill_workbook, ".xlsm": fill_workbook, ".docx": fill_letter, ".docm": fill_letter}
_YES: Final = re.compile(r"(?:ja|j|yes|voldoet|voldaan|akkoord|conform|x|✓|☒)\W*$", re.IGNORECASE)
_LETTERS: Final = re.compile(r"\bj\s*/\s*n\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FilledFile:
    """A copy of a file of the buyer: the name it gets, its bytes, how many places were filled, and what could not be."""

    name: str
    data: bytes
    count: int
    warnings: tuple[Diagnostic, ...]


def fill(loaded: LoadedOffer, built: Iterable[BuiltDocument], profile: Profile) -> tuple[FilledFile, ...]:
    """Return a copy of every file of the buyer that has room for answers, with the answers in it.

    Raises:
        ContentError: a file is not there, or is not the file that was read.
    """
    documents = tuple(built)
    made: list[FilledFile] = []
    problems: list[Diagnostic] = []
    for number, buyers in enumerate(loaded.offer.documents):
        try:
            file = _fill_one(loaded, number, buyers, documents, profile)
        except ContentError as error:
            problems += error.diagnostics
            continue
        made += [file] if file else []
    if problems:
        raise ContentError(problems)
    return tuple(made)


def _fill_one(
    loaded: LoadedOffer, number: int, buyers: BuyerDocument, built: tuple[BuiltDocument, ...], profile: Profile
) -> FilledFile | None:
    if not any(found.document == buyers.id for found in _rooms(loaded)):
        return None
    where = loaded.locate("documents", number, "path")
    path = loaded.path.parent / buyers.path
    filler = KINDS.get(path.suffix.lower())
    if filler is None:
        raise ContentError([problem(where, "fill-kind", path=buyers.path)])
    data = _read(path, where, buyers)
    paper = read_paper(path, buyers.path)
    fills = [one for one in _fills(loaded, built, profile, paper) if one[0].document == buyers.id]
    try:
        filled = filler(data, [one for _, one in fills])
    except Unreadable:
        raise ContentError([problem(where, "fill-unreadable", path=buyers.path)]) from None
    return FilledFile(f"{path.stem}-ingevuld{path.suffix}", filled.data, len(filled.done), tuple(_refusals(filled, buyers.path)))


def _read(path: Path, where: Location, buyers: BuyerDocument) -> bytes:
    try:
        data = path.read_bytes()
    except OSError:
        raise ContentError([problem(where, "fill-file-missing", path=buyers.path)]) from None
    if buyers.sha256 and hashlib.sha256(data).hexdigest() != buyers.sha256:
        raise ContentError([problem(where, "fill-file-changed", path=buyers.path)])
    return data


def _rooms(loaded: LoadedOffer) -> Iterator[Found]:
    """Yield every place that the import recorded for an answer."""
    offer = loaded.offer
    asking: list[Requirement | Question | PriceLine] = [*offer.requirements, *(question for _, question in offer.questions())]
    asking += offer.price.lines if offer.price else ()
    found = [one.answer_at for one in asking]
    found += [one.met_at for one in offer.requirements]
    return (one for one in found if one is not None)


def _fills(loaded: LoadedOffer, built: tuple[BuiltDocument, ...], profile: Profile, paper: Paper) -> Iterator[tuple[Found, Fill]]:
    for one in loaded.offer.requirements:
        if one.answer_at and one.answer:
            yield one.answer_at, _fill(one.answer_at, one.id, one.answer)
        word = _word(one, paper)
        if one.met_at and word:
            yield one.met_at, _fill(one.met_at, one.id, word)
    for criterion in answers.placed(loaded.offer):
        for placed in criterion.questions:
            question = placed.question
            text = "\n".join(_lines(_blocks(built, placed.key)))
            if question.answer_at and text:
                yield question.answer_at, _fill(question.answer_at, question.id, text)
    price = loaded.offer.price
    if price:
        for line, priced in zip(price.lines, price_sheet(price, profile).lines, strict=True):
            if line.answer_at and priced.each is not None:
                yield line.answer_at, Fill(line.answer_at.at or "", line.answer_at.place, line.id, priced.each)


def _fill(found: Found, key: str, value: str) -> Fill:
    return Fill(found.at or "", found.place, key, value)


def _word(requirement: Requirement, paper: Paper) -> str:
    """Return the word that says a requirement is met: as the buyer lets one choose it or as the column says."""
    if requirement.status != "voldaan" or requirement.met_at is None:
        return ""
    asked = [(line, cell) for line in paper.lines for cell in line.cells if cell.at == requirement.met_at.at]
    choices = next((cell.choices for _line, cell in asked if cell.choices), ())
    columns = {(line.table, cell.place) for line, cell in asked}
    names = (cell.text for line in paper.lines if line.is_header for cell in line.cells if (line.table, cell.place) in columns)
    word = "J" if any(_LETTERS.search(name) for name in names) else "Ja"
    return next((choice for choice in choices if _YES.match(choice)), "" if choices else word)


def _blocks(built: tuple[BuiltDocument, ...], key: str) -> Blocks:
    found = (part(one.document.blocks, key) for one in built if one.purpose == "quality")
    return next((blocks[1:] for blocks in found if blocks), ())


def _lines(blocks: Blocks) -> Iterator[str]:
    """Yield the lines of an answer for a place that shows plain text: a row of a table becomes one line with its columns."""
    for block in blocks:
        match block:
            case Heading(_, content):
                yield outline.plain_text(content)
            case Table():
                heads = [outline.plain_text(head) for head in block.header]
                for row in block.rows:
                    cells = [(head, outline.plain_text(cell)) for head, cell in zip(heads, row, strict=True)]
                    yield "; ".join(f"{head}: {cell}" if number else cell for number, (head, cell) in enumerate(cells) if cell)
            case _:
                yield from outline.block_texts((block,))


def _refusals(filled: Filled, path: str) -> Iterator[Diagnostic]:
    for one in filled.refused:
        yield warning(Location(path), one.code, place=one.fill.place, id=one.fill.key, **dict(one.values))
