"""A nota van inlichtingen: what was asked, what is answered, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from pitchkit.offers.places import Found
from pitchkit.offers.reading.papers import Line, Paper
from pitchkit.offers.reading.signals.amounts import squeezed

Part = Literal["number", "about", "question", "answer", "was", "becomes"]

_COLUMNS: tuple[tuple[Part, str], ...] = (
    ("was", r"^(?:was|oud|oude tekst|huidige tekst|stond|oorspronkelijk\w*)\b"),
    ("becomes", r"^(?:wordt|nieuw|nieuwe tekst|gewijzigd\w*|moet zijn)\b"),
    ("answer", r"antwoord|reactie|beantwoording"),
    ("number", r"^(?:nr|nummer|#|volgnr|volgnummer|id|vraag\s?-?(?:nr|nummer|id)|no)\b\.?$|^nr\.?\s*vraag|^(?:nr|nummer)\b"),
    (
        "about",
        (
            "paragraaf|document|betreft|artikel|pagina|blz|onderwerp|bijlage|hoofdstuk|verwijzing|vindplaats|"
            r"onderdeel|^par\b|^§|bron"
        ),
    ),
    ("question", r"vraag|vragen|opmerking|wijziging|omschrijving"),
)
_LABEL = re.compile(
    r"^(?:(?P<question>(?:gestelde )?vraag(?:\s*(?P<n>\d+[a-z]?))?)|"
    r"(?P<answer>antwoord(?:\s*(?:op vraag\s*)?\d+[a-z]?)?|reactie|beantwoording)|"
    r"(?P<about>betreft|verwijzing|vindplaats|onderwerp|document|paragraaf|onderdeel))\s*(?:[:.–—-]+\s*|$)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SAYS_CHANGE = re.compile(
    (
        r"\b(?:gewijzigd|wijzigt|wijziging\w*|aangepast|vervangen|vervalt|vervallen|geschrapt|toegevoegd|luidt|"
        r"luiden|in plaats van|i\.p\.v\.|verplaatst|verschoven|uitgesteld|verlengd|verruimd|rectificatie|"
        r"gecorrigeerd)\b"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One answer of the buyer, or one change that was made without a question."""

    found: Found
    number: str = ""
    about: str = ""
    question: str = ""
    answer: str = ""
    was: str = ""
    becomes: str = ""

    @property
    def all_text(self) -> str:
        """Everything it says, to look for what it is about."""
        return " \n ".join(filter(None, (self.about, self.question, self.answer, self.was, self.becomes)))


def remarks_of(paper: Paper, document: str) -> tuple[Remark, ...]:
    """Return what a nota van inlichtingen tells, in its order."""
    found: list[Remark] = []
    for table, group in groupby(paper.lines, key=lambda line: line.table if line.kind == "row" else ""):
        lines = list(group)
        found += _in_table(lines, document) if table else _in_text(lines, document)
    return tuple(one for one in found if one.answer or one.becomes)


def _found(line: Line, document: str) -> Found:
    return Found(document=document, place=line.place or "?", at=line.at or None)


# --- a table -----------------------------------------------------------------------------------------------------


def _in_table(rows: Sequence[Line], document: str) -> Iterator[Remark]:
    head, columns = _columns(rows)
    if columns:
        for line in rows[head + 1 :]:
            parts = _parts(line, columns)
            if parts.get("answer") or parts.get("becomes"):
                number = parts.pop("number", "") or line.number
                yield Remark(_found(line, document), number, **parts)
    else:
        yield from _labelled_rows(rows, document)


def _columns(rows: Sequence[Line]) -> tuple[int, dict[Part, int]]:
    for number, line in enumerate(rows[:10]):
        columns: dict[Part, int] = {}
        for at, cell in enumerate(line.cells):
            name = squeezed(cell.text).lower().strip(" .:")
            part = next((part for part, words in _COLUMNS if len(name) < 60 and re.search(words, name)), None)  # noqa: PLR2004 - a name
            if part and part not in columns and cell.at not in [line.cells[there].at for there in columns.values()]:
                columns[part] = at
        if ("answer" in columns and "question" in columns) or ("becomes" in columns and len(columns) > 1):
            return number, columns
    return 0, {}


def _parts(line: Line, columns: dict[Part, int]) -> dict[Part, str]:
    return {
        part: line.cells[at].text.strip() for part, at in columns.items() if at < len(line.cells) and line.cells[at].text.strip()
    }


def _labelled_rows(rows: Sequence[Line], document: str) -> Iterator[Remark]:
    """Yield remarks from a table with the label in front: "Vraag 3" with its text, "Antwoord" below it."""
    texts = []
    for line in rows:
        cells = [squeezed(cell.text) for cell in {cell.at: cell for cell in line.cells}.values() if cell.text.strip()]
        if cells:
            joined = f"{cells[0].rstrip(':')}: {' '.join(cells[1:])}" if len(cells) > 1 else cells[0]
            texts.append(replace(line, text=joined, kind="paragraph", number=""))
    yield from _in_text(texts, document)


# --- running text ------------------------------------------------------------------------------------------------


def _in_text(lines: Sequence[Line], document: str) -> Iterator[Remark]:
    open_: Remark | None = None
    part: Part | None = None
    about = ""
    for line in lines:
        text = (
            f"{line.number} {line.text}".strip()
            if re.match(r"(?:vraag|antwoord)", line.number, re.IGNORECASE)
            else line.text.strip()
        )
        text = re.sub(r"^(vraag\s*\d+[a-z]?)\s+(?=\S)", r"\1: ", text, flags=re.IGNORECASE)
        label = _LABEL.match(text)
        if label is None:
            if line.kind == "heading" or open_ is None or not part:
                yield from (open_,) if open_ else ()
                open_, part, about = None, None, _reference(line) if line.kind == "heading" else about
                if line.kind != "heading" and _SAYS_CHANGE.search(text):
                    yield Remark(_found(line, document), line.number, about, "", text)
            else:
                part = "question" if part == "about" else part  # what it is about is one line
                open_ = _with(open_, part, text)
            continue
        named: Part = "question" if label["question"] else "answer" if label["answer"] else "about"
        if named == "question" or (named == "about" and (open_ is None or open_.answer)):
            yield from (open_,) if open_ else ()
            open_ = Remark(_found(line, document), label["n"] or "", about)
        if open_ is None:
            open_ = Remark(_found(line, document), "", about)
        part = named
        if named == "answer":
            open_ = replace(open_, found=_found(line, document))
        open_ = _with(open_, part, label["rest"].strip())
    yield from (open_,) if open_ else ()


def _reference(line: Line) -> str:
    """Return a heading that names what the questions below it are about, or an empty text."""
    text = f"{line.number} {squeezed(line.text)}".strip()
    return text if re.search(r"\d|criteri|planning|leidraad|bijlage|vorm", text, re.IGNORECASE) else ""


def _with(remark: Remark, part: Part | None, text: str) -> Remark:
    there = {"question": remark.question, "answer": remark.answer}.get(part or "", remark.about)
    joined = f"{there} {text}".strip() if there else text
    if part == "question":
        return replace(remark, question=joined)
    return replace(remark, answer=joined) if part == "answer" else replace(remark, about=joined)
