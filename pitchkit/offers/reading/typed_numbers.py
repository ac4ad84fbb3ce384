"""Numbers that a buyer typed in front of a text: "4.2.1 Planning", "K1: ...", "Vraag 3.", "a) ..."."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = (
    "hoofdstuk|paragraaf|artikel|art|bijlage|deel|onderdeel|perceel|vraag|deelvraag|subvraag|eis|wens|criterium|gunningscriterium|"
    "subgunningscriterium|subcriterium|kwaliteitscriterium|thema|stap|fase|lot|nr|no|nummer|punt|casus|geschiktheidseis|minimumeis|"
    "prestatie-eis|programma-eis|knock-out-eis|knock-outeis|ko-eis|selectiecriterium"
)
_CODE: Final = r"(?-i:[A-Z]{1,5}[-. ]?\d{1,4}(?:[.-](?:\d{1,3}|[a-z](?![a-z]))){0,3}[a-z]?)"  # K1, E-01, GC2.1, KO 3
_DOTTED: Final = r"\d{1,3}(?:\.\d{1,3}){1,5}[a-z]?"  # 4.2.1
_PLAIN: Final = r"\d{1,3}[a-z]?|[a-zA-Z]|[ivx]{1,6}|[IVX]{1,6}"
_NAMED: Final = rf"(?:{_WORDS})\s?\.?\s?(?:{_CODE}|{_DOTTED}|\d{{1,3}}[a-z]?|[A-Z]|[IVX]{{1,5}})"

_NUMBER: Final = re.compile(
    rf"""
    (?P<named>{_NAMED})
        (?:\s*[:.)]+(?=\s|$|[^\W\d]) | \s*[\u2013\u2014-]+\s | \s*$ | (?=\t) | \s{{2,}} | \s+(?=(?-i:[A-Z\u201c"(])))
  | (?P<bracketed>\(\s?(?:{_PLAIN}|\d{{1,3}})\s?\)) (?=\s|$)
  | (?:\u00a7\s?)?(?P<dotted>{_DOTTED}) (?:[.:)]+(?=\s|$|[^\W\d]) | \s*[\u2013\u2014-]\s | \s+ | $)
  | (?P<code>{_CODE}) (?:\s*[:.)]+(?=\s|$|[^\W\d]) | \s*[\u2013\u2014-]+\s | \t | \s{{2,}} | \s*$ | \s+(?=(?-i:[A-Z])))
  | (?P<plain>{_PLAIN}) (?:[.)]+(?=\s|$)|[.)](?=(?-i:[A-Z][a-z])) | :(?=\s|$) | \t | \s{{2,}})
  | (?P<digits>\d{{1,2}}) (?:\s+(?=(?-i:[A-Z][a-z])))
    """,
    re.VERBOSE | re.IGNORECASE,
)

_AMOUNT: Final = re.compile(
    r"\s*(?:%|€|euro|duizend|miljoen|miljard|procent|jaar|jaren|maand|maanden|week|weken|dag|dagen|uur|uren|minuten|pagina|"
    r"punten|a4|m2|keer|x\s|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|t/m|tot)",
    re.IGNORECASE,
)
_ABBREVIATIONS: Final = ("a.u.b", "n.v.t", "i.v.m", "d.d", "o.a", "m.b.t", "t.b.v", "e.e.a", "i.p.v", "z.o.z", "c.q", "p.m")
_NO_CODES: Final = ("A4", "A3", "NEN", "ISO", "NTA", "NVN", "EN ", "EU", "BTW", "CAO", "COVID")
_ALONE: Final = re.compile(rf"\(?(?:{_NAMED}|{_CODE}|{_DOTTED}|{_PLAIN}|\d{{1,4}})\)?[.:)]*", re.IGNORECASE)


def split_number(text: str, *, is_title: bool = False) -> tuple[str, str]:
    """Return the number in front of a text, without the sign after it, and the rest; "" where there is none.

    "2 keer per jaar", "3.500 euro" and "1 maart" begin with an amount or a date, not with a number. In a title a bare
    figure counts as well ("3 Planning").
    """
    if text.lower().startswith(_ABBREVIATIONS):
        return "", text
    found = _NUMBER.match(text)
    if found is None or _is_something_else(found, text, is_title=is_title):
        return "", text
    number = tidy_number(next(group for group in found.groups() if group is not None))
    return number, text[found.end() :].lstrip(" \t:.\u2013\u2014-") if found.end() < len(text) else ""


def is_number_only(text: str) -> bool:
    """Return whether a text is a number and nothing else, as in the first column of a list of requirements."""
    text = text.strip()
    found = _ALONE.fullmatch(text)
    return found is not None and (any(sign.isdigit() for sign in text) or len(text.strip("().:")) == 1)


def tidy_number(number: str) -> str:
    """Return a number without the brackets round it and the signs after it."""
    return re.sub(r"\s+", " ", number).strip().strip("()").rstrip(".:) \u2013-").strip()


def depth_of(number: str) -> int:
    """Return how many parts a number has: 3 for "4.2.1", 1 for "K1"."""
    return len(re.findall(r"\d+|[A-Za-z]+(?=\.)", number.rpartition(" ")[2])) or 1


def _is_something_else(found: re.Match[str], text: str, *, is_title: bool) -> bool:
    rest = text[found.end() :]
    if found["code"]:
        return found["code"].startswith(_NO_CODES)
    if found["dotted"]:
        has_end = text[found.end("dotted") : found.end("dotted") + 1] in ":)"
        return not has_end and (bool(_AMOUNT.match(rest)) or bool(re.fullmatch(r"\d{1,3}(?:\.\d{3})+", found["dotted"])))
    if found["digits"]:
        return not is_title or bool(_AMOUNT.match(rest))
    if found["plain"]:
        return _is_sentence(found["plain"], text[found.end("plain") : found.end()], rest)
    return False


def _is_sentence(plain: str, sign: str, rest: str) -> bool:
    """Return whether a figure or letter belongs to the text after it: "I. de Vries", "10  euro"."""
    if plain.isalpha() and not sign.startswith((".", ")", ":", "\t")):
        return True
    if plain.isalpha() and plain[0].isupper() and sign.startswith(".") and (rest.lstrip()[:1].islower() or rest[1:2] == "."):
        return True
    return plain.isdigit() and sign.isspace() and bool(_AMOUNT.match(rest))
