"""The list of checks, in the order in which they run.

To add one:

1. Write `find(subject: Subject) -> Iterator[Diagnostic]` in a module of this package (`checking/language.py`), with the rules
   themselves in a room below, as pure functions over texts. Yield `warning(...)` for what a writer may judge otherwise; only
   a warning can be silenced, set off or made an error in `library.yaml`. Yield `problem(...)` for what is wrong whoever looks.
   Do not look at severities or silences yourself. A finding about an entry lies within the entry's lines
   (`passage.locate(at)`, `library.places[entry.id].locate(...)`): that is how a silence in the entry finds it.
2. Put its messages in `pitchkit/messages/<part>.py`, as two dictionaries `ERRORS` and `WARNINGS`, with
   `TEXTS = ERRORS | WARNINGS`; add that part to `_CHECKS` in `messages/__init__.py`.
3. Add a `Check` below, with a function that imports the module when it is called: what is not run is not loaded.
4. Explain the code in `EXPLANATIONS` beside its message, where message and hint are not enough (`messages/explanations.py`
   has the form).

What a check finds may depend on the subject, on nothing else: results are remembered until a file, the day or pitchkit
changes. What needs something that is installed beside pitchkit (a dictionary) names it in `engine`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pitchkit.diagnostics import Diagnostic
from pitchkit.losses import ENTRIES, SETTINGS

if TYPE_CHECKING:
    from pitchkit.checking.subject import Subject

Find: TypeAlias = "Callable[[Subject], Iterable[Diagnostic]]"


def _templates(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import conflicts, templates

    return (*templates.find(subject), *conflicts.find(subject))


def _markdown(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import markdown

    return markdown.find(subject)


def _typography(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import typography

    return typography.find(subject)


def _vocabularies(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import vocabularies

    return vocabularies.find(subject)


def _entries(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import entries

    return entries.find(subject)


def _reach(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import reach

    return reach.find(subject)


def _language(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import language

    return language.find(subject)


def _spelling(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import spelling

    return spelling.find(subject)


def _dictionary() -> str:
    from pitchkit.plain_language import dictionary

    return dictionary.installed()


def _offers(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import offers

    return offers.find(subject)


def _claims(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import claims

    return claims.find(subject)


def _privacy(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import privacy

    return privacy.find(subject)


def _duplicates(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import duplicates

    return duplicates.find(subject)


def _reviews(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import reviews

    return reviews.find(subject)


def _files(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import cut_off, schemas, unread

    return (*unread.find(subject), *cut_off.find(subject), *schemas.find(subject))


def _coverage(subject: Subject) -> Iterable[Diagnostic]:
    from pitchkit.checking import coverage

    return coverage.find(subject)


@dataclass(frozen=True, slots=True)
class Check:
    """One check: a name and what finds. One that `is_slow` is left out with `--quick`.

    One that `reads_words` looks at each text by itself, and so at entries too that are wrong in another way; the others see only
    entries that are sound.

    `needs` are the parts of the library without which it would tell what is not so: it does not run where something of them
    could not be read.

    `engine` returns which version of something installed beside pitchkit the check uses; with an empty text it is not there
    and the check does not run. Such a check is named after the one code that it tells.
    """

    name: str
    find: Find
    is_slow: bool = False
    engine: Callable[[], str] | None = None
    needs: tuple[str, ...] = ()
    reads_words: bool = False


_READERS = (SETTINGS, "audiences")
_WORDS = (*_READERS, "themes", "policies", "sources")
CHECKS: tuple[Check, ...] = (
    Check("files", _files),
    Check("templates", _templates),
    Check("markdown", _markdown, reads_words=True),
    Check("reach", _reach, needs=(*_READERS, "themes")),
    Check("entries", _entries, needs=_READERS),
    Check("vocabularies", _vocabularies, needs=(*_WORDS, ENTRIES)),
    Check("coverage", _coverage, needs=(*_WORDS, ENTRIES)),
    Check("typography", _typography, reads_words=True),
    Check("language", _language, needs=(*_READERS, "sources", "jargon"), reads_words=True),
    Check("spelling", _spelling, is_slow=True, engine=_dictionary, needs=("sources", "jargon"), reads_words=True),
    Check("offers", _offers, needs=(SETTINGS,)),
    Check("reviews", _reviews, needs=(*_WORDS, ENTRIES)),
    Check("claims", _claims, needs=_WORDS, reads_words=True),
    Check("privacy", _privacy, reads_words=True),
    Check("duplicates", _duplicates, needs=_READERS, reads_words=True),
)
