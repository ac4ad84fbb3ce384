"""What in an offer a remark of the buyer is about: by number, by paragraph, by page, by name, or by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pitchkit.offers.model import Criterion, Moment, Offer, Question, Requirement
from pitchkit.offers.places import Found
from pitchkit.offers.reading.clarifying import Remark
from pitchkit.offers.reading.numbering import key_of
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.asking import likeness, words_of
from pitchkit.offers.reading.signals.dates import find_dates
from pitchkit.yamlsource import Step

TargetKind = Literal["requirement", "criterion", "question", "moment"]
_SECTION = re.compile(
    r"(?:§+|\bpar(?:agraaf|agrafen|\.)?|\bhoofdstuk|\bartikel|\bart\.?|\bonderdeel)\s*(?P<number>\d+(?:\.\d+)*)", re.IGNORECASE
)
_BARE_SECTION = re.compile(r"(?<![\w.,-])(?P<number>\d+(?:\.\d+)+)(?![\w%,-]|\.\d)")
_PAGE = re.compile(r"(?:\bblz\.?|\bpagina|\bpag\.?|\bp\.)\s*(?P<number>\d+)", re.IGNORECASE)
_NUMBERED = re.compile(
    (
        r"\b(?P<word>(?:sub-?)?(?:gunnings|kwaliteits)?-?criterium|subgunningscriterium|kwaliteitsvraag|"
        r"geschiktheidseis|minimumeis|eis|wens|deelvraag|vraag)\s+(?:nr\.?\s*|"
        r"nummer\s*)?(?P<code>[A-Z]{0,4}[-.]?\d+(?:\.\d+)*[a-z]?|[A-Z]{1,2}(?![a-z]))"
    ),
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![\w-])(?P<code>[A-Z]{1,5}[-. ]?\d{1,3}(?:[.-]\d{1,3})*[a-z]?)(?![\w%])")
_CLOSING = re.compile(
    r"sluitings?(?:datum|termijn)|sluiting\b|inschrijf?termijn|indienings?(?:datum|termijn)|\bin te (?:schrijven|dienen)\b|"
    r"uiterste (?:datum|moment|tijdstip)[^.]{0,30}(?:inschrijv|indien|aanvra|offerte)|deadline|termijn voor (?:het )?indienen",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„'‘](?P<text>[^\"”“„]{25,})[\"”'’]")
_ENOUGH = 0.45
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Target:
    """A thing in the offer, where it stands in the file, and how messages name it."""

    kind: TargetKind
    steps: tuple[Step, ...]
    item: Requirement | Criterion | Question | Moment

    @property
    def id(self) -> str:
        """The id of the thing."""
        return self.item.id

    @property
    def text(self) -> str:
        """Its words."""
        if isinstance(self.item, Criterion):
            return self.item.title
        return self.item.what if isinstance(self.item, Moment) else self.item.text


def targets_of(offer: Offer) -> tuple[Target, ...]:
    """Return everything in an offer that a remark can be about."""
    found = [Target("requirement", ("requirements", number), one) for number, one in enumerate(offer.requirements)]
    for number, criterion in enumerate(offer.criteria):
        found.append(Target("criterion", ("criteria", number), criterion))
        found += [
            Target("question", ("criteria", number, "questions", index), one) for index, one in enumerate(criterion.questions)
        ]
    return (*found, *(Target("moment", ("planning", number), one) for number, one in enumerate(offer.planning)))


def targets_in(remark: Remark, offer: Offer) -> tuple[Target, ...]:
    """Return what a remark is about: what it names itself goes before its paragraph, and that before its words."""
    every = targets_of(offer)
    for text in (remark.about, remark.answer, remark.question, remark.was):
        if named := tuple(dict.fromkeys(_named(text, every))):
            return named
    for text in (remark.about, remark.answer, remark.question, remark.was, remark.becomes):
        if _CLOSING.search(text) and (
            closing := tuple(one for one in every if isinstance(one.item, Moment) and one.item.deadline)
        ):
            return closing
    if dated := tuple(one for one in every if isinstance(one.item, Moment) and _is_on(one.item, remark.was)):
        return dated[:1]
    for text in (remark.about, remark.question, remark.answer):
        if placed := _placed(text, remark, every):
            return placed
    return _alike(remark, every)


def _is_on(moment: Moment, was: str) -> bool:
    """Return whether the old text of a change is the date of a moment."""
    return moment.date is not None and any(one.day == moment.date for one in find_dates(was, moment.date.year))


def _named(text: str, every: tuple[Target, ...]) -> Iterator[Target]:
    line = squeezed(text)
    codes = [(match["code"], match["word"].lower()) for match in _NUMBERED.finditer(line)]
    codes += [(match["code"], "") for match in _CODE.finditer(line) if not re.match(r"A[34]\b", match["code"])]
    for code, word in codes:
        same = [one for one in every if one.kind != "moment" and one.id.lower() == code.replace(" ", "").lower()]
        yield from same[:1] or _by_number(code, word, every)


def _by_number(code: str, word: str, every: tuple[Target, ...]) -> list[Target]:
    """Return the thing that a word and a number name together: "eis 7" is E7 before it is the seventh that we counted."""
    has_letter = bool(re.match(r"[A-Za-z]", code))
    wanted = [one for one in every if one.kind in _kinds_of(word) and _digits(one.id) == _digits(code) != ()]
    if has_letter:
        return [one for one in wanted if key_of(one.id) == key_of(code)][:1]
    if word in ("eis", "wens"):
        wanted = [one for one in wanted if isinstance(one.item, Requirement) and one.item.type == word]
    return sorted(wanted, key=lambda one: (bool(re.match(r"[a-z]", one.id)), str(one.steps)))[:1] if word else []


def _kinds_of(word: str) -> tuple[TargetKind, ...]:
    if "criterium" in word or word == "kwaliteitsvraag":
        return ("criterion",)
    if word in ("vraag", "deelvraag"):
        return ("question",)
    return ("requirement",) if word else ("requirement", "criterion", "question")


def _digits(number: str) -> tuple[int, ...]:
    return tuple(int(one) for one in re.findall(r"\d+", number))


def _placed(text: str, remark: Remark, every: tuple[Target, ...]) -> tuple[Target, ...]:
    """Return what stands in the paragraph, or on the page, that a text names."""
    line = squeezed(text)
    numbers = [match["number"] for match in _SECTION.finditer(line)]
    numbers += [match["number"] for match in _BARE_SECTION.finditer(line)] if text == remark.about else []
    pages = [match["number"] for match in _PAGE.finditer(line)]
    there = [one for number in numbers for one in every if one.item.found and _is_in_section(one.item.found, number)]
    there += [one for page in pages for one in every if one.item.found and not there and _is_on_page(one.item.found, page)]
    there = list(dict.fromkeys(there))
    criteria = [one for one in there if one.kind == "criterion"]
    if criteria:
        return (criteria[0],)
    if len(there) <= 1:
        return tuple(there)
    best = sorted(there, key=lambda one: (-_overlap(one.text, remark.all_text), one.steps[0], str(one.steps)))
    return (best[0],) if _overlap(best[0].text, remark.all_text) > 0.25 else ()  # noqa: PLR2004 - a quarter of its words


def _is_in_section(found: Found, number: str) -> bool:
    return bool(re.match(rf"§ {re.escape(number)}(?![\d]|\.\d)", found.place))


def _is_on_page(found: Found, page: str) -> bool:
    return bool(re.search(rf"(?:blz\.|bladzijde|pagina|p\.)\s*{page}\b", found.place))


def _overlap(text: str, remark: str) -> float:
    """Return the share of the long words of a text that a remark has too."""
    words = _long_words(text)
    return len(words & set(words_of(remark))) / len(words) if words else 0.0


def _long_words(text: str) -> set[str]:
    return {word for word in words_of(text) if len(word) > 4}  # noqa: PLR2004 - small words say little


def _alike(remark: Remark, every: tuple[Target, ...]) -> tuple[Target, ...]:
    """Return the one thing whose words a remark repeats: quoted, as the old text, or as the name of a date."""
    texts = [match["text"] for match in _QUOTED.finditer(remark.all_text)] + ([remark.was] if remark.was else [])
    scored = [(likeness(text, one.text), one) for text in texts for one in every]
    scored += [
        (_overlap(one.text, remark.all_text), one)
        for one in every
        if one.kind != "moment" and len(_long_words(one.text)) >= _FEWEST_WORDS
    ]
    scored += [(likeness(one.text, remark.about), one) for one in every if remark.about]
    scored += [
        (0.5, one)
        for one in every
        if one.kind == "criterion"
        and len(words_of(one.text)) > 1
        and squeezed(one.text).lower() in squeezed(remark.all_text).lower()
    ]
    best = max(scored, key=lambda pair: (pair[0], str(pair[1].steps)), default=None)
    is_by_words = best is not None and best[0] >= (_ENOUGH if texts else 0.5)
    return (best[1],) if best and is_by_words else ()
