"""A Word file as it will be sent, perhaps edited since it was built, held against the buyer's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from pitchkit import layout
from pitchkit.diagnostics import ContentError, Diagnostic, Location, by_place, problem, warning
from pitchkit.offering.gates import hidden, own_prices, whole_word, wrong_words
from pitchkit.offering.lettering import letters
from pitchkit.offering.making import BuiltDocument
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.reading.opening import read_paper
from pitchkit.offers.rules import Limit
from pitchkit.pipeline import Kit

WORD: Final = (".docx", ".docm")


def problems_in(
    kit: Kit, loaded: LoadedOffer, built: tuple[BuiltDocument, ...], path: Path, shown: str
) -> tuple[Diagnostic, ...]:
    """Return what is wrong in one file: letters, names, prices, reservations, and its limit where its name tells which.

    Raises:
        ContentError: it is not there, or no Word file.
    """
    where = Location(shown)
    paper = read_paper(path, shown)
    if path.suffix.lower() not in WORD:
        raise ContentError([problem(where, "offer-file-not-word")])
    data = path.read_bytes()
    text = [line.text for line in paper.lines]
    own = own_prices(kit, loaded) if loaded.offer.keeps_prices_apart else frozenset[Decimal]()
    found = [problem(where, code, words=words, question=shown) for code, words in wrong_words(text, own)]
    found += [
        problem(where, "name-in-document", name=name, document=shown)
        for name in hidden(loaded, kit.profile.profile)
        if any(re.search(whole_word(name), line, re.IGNORECASE) for line in text)
    ]
    try:
        found += letters(loaded.offer, data, shown, where)
    except ValueError:
        raise ContentError([problem(where, "offer-file-not-word")]) from None
    found += _limits(_limit_of(loaded, built, path), " ".join(text), data, where, shown)
    return by_place(found)


def _limit_of(loaded: LoadedOffer, built: tuple[BuiltDocument, ...], path: Path) -> Limit:
    one = next((one for one in built if one.name == path.stem), None)
    if one is None:
        return Limit()
    criterion = next((each for each in loaded.offer.criteria if each.id == one.criterion), None)
    return criterion.limit if criterion else loaded.offer.form.limit


def _limits(limit: Limit, text: str, data: bytes, where: Location, shown: str) -> Iterator[Diagnostic]:
    words = len(text.split())
    if limit.words and words > limit.words:
        yield problem(where, "limit-exceeded", part=shown, used=words, limit=limit.words, unit="words")
    if not limit.pages:
        return
    if not layout.is_available():
        yield warning(where, "pages-uncounted", part=shown)
        return
    filled = layout.lay_out(data).filled
    if filled > limit.pages:
        yield problem(where, "limit-exceeded", part=shown, used=f"{filled:f}", limit=f"{limit.pages:f}", unit="pages")
