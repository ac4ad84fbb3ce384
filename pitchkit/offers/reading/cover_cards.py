"""The card on a cover or in front of a form: rows of a label and its value, the buyer, the reference, the closing date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pitchkit.offers.places import Found
from pitchkit.offers.reading import lines_of_text
from pitchkit.offers.reading.contexts import Context, texts_of
from pitchkit.offers.reading.findings import Explained, Finding, FoundName, NameKey
from pitchkit.offers.reading.moments import dates_of, is_closing, moment
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import naming
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.dates import find_time

_LABELS: tuple[tuple[NameKey, str], ...] = (
    ("client", r"^(?:naam )?(?:aanbestedende dienst|opdrachtgever|gemeente|naam gemeente|subsidieverstrekker)$"),
    ("reference", r"kenmerk|referentie(?!s|opdracht|project)|zaaknummer|dossiernummer|aanbestedingsnummer|tenderned"),
    (
        "title",
        (
            r"^(?:naam|titel|onderwerp)(?: van)?(?: de)? (?:aanbesteding|opdracht|regeling)$|"
            r"^(?:titel|onderwerp|aanbesteding|betreft|project(?:naam)?)$"
        ),
    ),
    ("contact", r"contact|e-?mail|inkoper|behandeld door"),
    ("department", r"afdeling"),
    ("address", r"adres"),
)
_OF_US = re.compile(r"inschrijver|aanbieder|aanvrager|onderneming|organisatie|handtekening", re.IGNORECASE)
_SAYS_LITTLE = re.compile(r"versie|status|datum|publicatiedatum|auteur|opsteller|procedure", re.IGNORECASE)
_LONGEST_LABEL = 60
_FEWEST = 2
_PAIR = 2


def label_of(text: str, value: str) -> NameKey | None:
    """Return what a row with a label and its value names, or None."""
    line = squeezed(text).lower().strip(" .:*")
    if naming.find_reference(text) or _OF_US.search(line):
        return None
    if line == "naam" and naming.find_client(value):
        return "client"
    return next((key for key, words in _LABELS if re.search(words, line)), None)


def is_card(rows: Sequence[Line]) -> bool:
    """Return whether every row is a label with its value, and at least two of them tell of the offer itself."""
    pairs = [texts_of(line) for line in rows if line.text.strip()]
    if any(len(pair) != _PAIR or len(pair[0]) > _LONGEST_LABEL for pair in pairs):
        return False
    keys = {key for label, value in pairs if (key := label_of(label, value))}
    return len(keys) >= _FEWEST and sum(_is_known(*pair) for pair in pairs) * 2 > len(pairs)


def _is_known(label: str, value: str) -> bool:
    return label_of(label, value) is not None or is_closing(label) or bool(_SAYS_LITTLE.match(label))


def read(rows: Sequence[Line], context: Context) -> Iterator[Finding]:
    """Yield what the rows of a card tell."""
    for line in rows:
        texts = texts_of(line)
        found = context.found(line)
        told = list(fact(line, found)) if len(texts) == _PAIR else []
        yield from told or lines_of_text.names(replace(line, text=": ".join(texts)), found, context.section)
        yield from () if told else (Explained(found, context.section),)


def fact(line: Line, found: Found) -> Iterator[Finding]:
    """Yield the one thing that a label with its value tells of the offer: a name, or when it has to be in."""
    texts = texts_of(line)
    if len(texts) != _PAIR or len(texts[0]) > _LONGEST_LABEL:
        return
    label, value = texts[0].strip(" :"), texts[1]
    if key := label_of(label, value):
        yield FoundName(key, _plain(key, value), found, is_labelled=True)
    elif is_closing(label) and (dates := dates_of(value, None)):
        yield from moment(label, dates[0], find_time(value[dates[0].end :]) or dates[0].time, found)


def _plain(key: NameKey, value: str) -> str:
    """Return a value without what explains it: a name goes without the words in brackets behind it."""
    return re.split(r"\s*\((?!.*@)|, hierna", value)[0].strip() or value if key == "client" else value
