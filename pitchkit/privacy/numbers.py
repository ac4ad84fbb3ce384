"""Numbers and addresses of persons: what their own check digits confirm, and what has the form of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from pitchkit.privacy.found import Found, Sort

_MONTHS: Final = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec"
)
_DATE: Final = (
    rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:19|20)?\d\d|\d{{1,2}} (?:{_MONTHS})\.? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
_FIGURE: Final = re.compile(r"\d")
_BSN: Final = re.compile(r"(?<![\w.,/-])(?:\d{9}|\d{3} \d{3} \d{3}|\d{4}[. ]\d{2}[. ]\d{3})(?![\w/-]|[.,]\d)")
_CALLED_BSN: Final = re.compile(
    r"\b(?:BSN|burgerservicenummer|sofinummer)\b\D{0,12}(?P<number>\d{3}\.\d{3}\.\d{3}|\d{8})(?!\d)", re.IGNORECASE
)
_IBAN: Final = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?!\w)", re.IGNORECASE)
_PHONE: Final = re.compile(
    r"(?<![\w/+.,-])(?:(?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?|\(?0(?=[1-9]))(?:\d\)?(?:[ ./-]|[ ]?-[ ]?)?){9}(?!\d|[\w/])"
)
_ABROAD: Final = re.compile(r"(?<![\w/+.,-])(?:\+|00)(?!31|0)[1-9]\d{0,2}(?:[ ./-]?\(?\d\)?){8,11}(?!\d|[\w/])")
_EMAIL: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]+(?:@| ?[\[({](?:at|@)[\])}] ?| apenstaartje )"
    r"[\w-]+(?:(?:\.| punt | ?[\[({](?:dot|punt)[\])}] ?)[\w-]+)+",
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(r"(?<![\w.,€-])(?<!€ )[1-9]\d{3}(?: ?)(?!SA|SD|SS)[A-Z]{2}(?!\w)")
_CALLED_POSTCODE: Final = re.compile(r"\bpostcode\b[^\d\n]{0,12}(?P<code>[1-9]\d{3} ?[a-z]{2})(?!\w)", re.IGNORECASE)
_DOUBTFUL: Final = re.compile(r"^(?:19|20)\d\d |\d (?:EU|EG|KB|MB|GB|TB|KG|KM|CM|MM|ML|DL)$")
_BORN: Final = re.compile(
    rf"(?:\bgeboren|\bgeboortedatum|\bgeb\.?|\bverjaardag|\bjarig)\b[\w ,:]{{0,20}}?"
    rf"(?P<date>{_DATE}|\d{{1,2}} (?:{_MONTHS})\.? [’']\d\d)(?!\d)",
    re.IGNORECASE,
)
_FULL_DATE: Final = re.compile(rf"(?<![\d./-])(?:{_DATE})(?![\d/-])", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
LAST_YEAR_OF_BIRTH: Final = 2010
"""In somebody's own story, a whole date up to this year is taken for a date of birth."""


def is_bsn(digits: str) -> bool:
    """Return whether nine digits pass the eleven-test of a burgerservicenummer."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and digits.strip("0") != ""


def is_iban(letters: str) -> bool:
    """Return whether the check digits of an account number are right."""
    turned = letters[4:] + letters[:4]
    return int("".join(str(int(one, 36)) for one in turned)) % 97 == 1


def numbers(text: str, *, of_a_person: bool = True) -> tuple[Found, ...]:
    """Return the numbers and addresses in a text, in order, none within another.

    In a text `of_a_person`, such as a quote, an old date counts as a date of birth; elsewhere only one that is called so.
    """
    found: list[Found] = []
    with_figures = (_ibans, _births, _phones, _bsns, _postcodes, *((_old_dates,) if of_a_person else ()))
    for find in (_emails, *(with_figures if _FIGURE.search(text) else ())):
        found += [one for one in find(text) if not any(_overlap(one, other) for other in found)]
    return tuple(sorted(found, key=lambda one: (one.start, one.sort)))


def _bsns(text: str) -> Iterator[Found]:
    for match in _BSN.finditer(text):
        if is_bsn(re.sub(r"\D", "", match[0])):
            yield Found("bsn", match[0], match.start())
    for match in _CALLED_BSN.finditer(text):
        if is_bsn(re.sub(r"\D", "", match["number"]).zfill(9)):
            yield Found("bsn", match["number"], match.start("number"))


def _ibans(text: str) -> Iterator[Found]:
    for match in _IBAN.finditer(text):
        words = match[0]
        while words and not is_iban(re.sub("[ -]", "", words)):  # a word behind the number is not part of it
            words = words.rpartition(" ")[0]
        if len(re.sub("[ -]", "", words)) >= 15:  # noqa: PLR2004 - the shortest account number there is, of Norway
            yield Found("iban", words, match.start())


def _phones(text: str) -> Iterator[Found]:
    for match in (*_PHONE.finditer(text), *_ABROAD.finditer(text)):
        words = match[0].strip(" ./-")
        if not _FULL_DATE.fullmatch(words):
            yield Found("phone", words, match.start())


def _postcodes(text: str) -> Iterator[Found]:
    for match in _POSTCODE.finditer(text):
        # A year or a measure is a postcode only where a place follows.
        if not _DOUBTFUL.search(match[0]) or re.match(r",? [A-Z][a-z]", text[match.end() :]):
            yield Found("postcode", match[0], match.start())
    for match in _CALLED_POSTCODE.finditer(text):
        if not _POSTCODE.fullmatch(match["code"]):
            yield Found("postcode", match["code"], match.start("code"))


def _births(text: str) -> Iterator[Found]:
    return (Found("birthdate", match["date"], match.start("date")) for match in _BORN.finditer(text))


def _old_dates(text: str) -> Iterator[Found]:
    for match in _FULL_DATE.finditer(text):
        year = _YEAR.search(match[0])
        if year and int(year[0]) <= LAST_YEAR_OF_BIRTH:
            yield Found("birthdate", match[0], match.start())


def _simple(sort: Sort, pattern: re.Pattern[str]) -> Callable[[str], Iterator[Found]]:
    return lambda text: (Found(sort, match[0], match.start()) for match in pattern.finditer(text))


_emails = _simple("email", _EMAIL)


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.start + len(other.words) and other.start < one.start + len(one.words)
