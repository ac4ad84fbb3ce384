"""Personal data in stories, quotes and the profile's free text, and consent that has ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pitchkit import consents
from pitchkit.checking import comments, sound
from pitchkit.checking.own import Own
from pitchkit.checking.subject import Passage, Subject
from pitchkit.diagnostics import Diagnostic, Location, problem, warning
from pitchkit.model import Entry, Frozen
from pitchkit.privacy.found import Found
from pitchkit.privacy.names import names
from pitchkit.privacy.numbers import numbers
from pitchkit.privacy.quotes import quotes, spoken
from pitchkit.suggesting import suggest

_OF_NOBODY = ("bsn", "iban")
"""What has no place in any text of a library, whoever is speaking."""

_MEANT_FOR_READERS = re.compile(
    r"contact\..*|organisation\.(?:name|website)|groups\.\d+\.(?:id|name|signup|place|price)|costs\..*"
)
"""Fields of the profile that tell the reader whom to call and where to come."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what could give away who somebody is, and stories that may be told no longer."""
    own = Own.of(subject.profile.profile, subject.library)
    for entry in subject.library.entries:
        yield from _consent(subject, entry)
    known = (own.words, *sorted(own.digits), *sorted(own.names))
    yield from sound.in_passages(subject, "privacy", lambda passage: _passage(passage, own), known)
    yield from _profile(subject, own)
    yield from comments.find(subject, own)


def diagnose(one: Found, where: Location) -> Diagnostic:
    """Return what to tell about personal data: an error for numbers and addresses, a warning for what only looks like a name."""
    tell = warning if one.sort == "name" else problem
    return tell(where, f"privacy-{one.sort}", words=one.words)


def _consent(subject: Subject, entry: Entry) -> Iterator[Diagnostic]:
    if entry.consent is None:
        return
    place = subject.library.places[entry.id]
    yield from consents.over(subject.library, entry, subject.today)
    documents = sorted({template.document for template in subject.templates})
    for index, purpose in enumerate(entry.consent.purposes):
        if purpose not in documents:
            where = place.locate("consent", "purposes", index)
            values = {"suggestion": suggest(purpose, documents), "choices": ", ".join(documents)}
            yield warning(where, "consent-purpose", word=purpose, id=entry.id, **values)


def _passage(passage: Passage, own: Own) -> Iterator[Diagnostic]:
    text = passage.text
    is_story = passage.entry.kind == "experience" or passage.entry.consent is not None
    entry = passage.entry
    if not (is_story or entry.published or entry.fictitious):
        for quote in spoken(text):
            yield warning(passage.locate(quote.start), "quote-without-consent", id=entry.id, words=quote.words)
    spans = [(0, text)] if is_story else [(quote.start, quote.words) for quote in quotes(text)]
    for start, words in spans:
        found = numbers(words)
        # A made-up story may call its people something.
        found += names(words, own.names) if not passage.entry.fictitious else ()
        for one in found:
            yield diagnose(one, passage.locate(start + one.start))
    told = [range(start, start + len(words)) for start, words in spans]
    for one in () if is_story else numbers(text, of_a_person=False):
        if one.sort in _OF_NOBODY:
            yield diagnose(one, passage.locate(one.start))
        elif not own.holds(one) and not any(one.start in quote for quote in told):
            yield warning(passage.locate(one.start), "contact-in-text", words=one.words)


def _profile(subject: Subject, own: Own) -> Iterator[Diagnostic]:
    file = subject.profile.file
    if file is None:
        return
    for steps, text in _texts(subject.profile.profile, ()):
        key = ".".join(str(step) for step in steps)
        if _MEANT_FOR_READERS.fullmatch(key):
            continue
        for one in (*numbers(text, of_a_person=False), *names(text, own.names, in_pairs=False)):
            if not own.holds(one):
                yield diagnose(one, file.locate_in_text(steps, one.start))


def _texts(value: object, steps: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text in a value with the keys that lead to it."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, Frozen):
        for name, inner in value:
            yield from _texts(inner, (*steps, name))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*steps, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*steps, index))
