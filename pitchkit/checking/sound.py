"""Texts in which nothing was found before are not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from pitchkit import remembering
from pitchkit.checking.subject import Passage, Subject
from pitchkit.diagnostics import Diagnostic


def unless_known(text: str, find: Callable[[], Iterable[Diagnostic]], kind: str = "sound") -> list[Diagnostic]:
    """Return what `find` finds in a text; one in which it found nothing before is not read again.

    What `find` does may depend on the text alone. Each sort of finding has a `kind` of its own, a word for a folder's name.
    """
    key = f"{remembering.program()}\n{text}"
    if remembering.recall_bytes(kind, key) is not None:
        return []
    found = list(find())
    if not found:
        remembering.keep_bytes(kind, key, b"")
    return found


def in_passages(
    subject: Subject, kind: str, find: Callable[[Passage], Iterable[Diagnostic]], *beside: object
) -> Iterator[Diagnostic]:
    """Yield what `find` finds in the texts of entries; an entry in which it found nothing before is not read again.

    What `find` does may depend on the text and its entry, on everything in the library that is no entry, and on what is
    `beside` it. Each sort of finding has a `kind` of its own.
    """
    context = "\n".join((*map(repr, beside), *_words(subject)))
    known = recall(kind, context)
    sound: set[bytes] = set()
    for entry_id, passages in groupby(subject.passages, lambda one: one.entry.id):
        mark = digest(subject.written[entry_id])
        found = [] if mark in known else [one for passage in passages for one in find(passage)]
        if not found:
            sound.add(mark)
        yield from found
    if not sound <= known:
        keep(kind, context, sound)


def recall(kind: str, context: str) -> frozenset[bytes]:
    """Return the digests of the texts in which nothing was found before, in a context, by this version of pitchkit."""
    return frozenset((remembering.recall_bytes(kind, f"{remembering.program()}\n{context}") or b"").split())


def keep(kind: str, context: str, sound: Iterable[bytes]) -> None:
    """Keep the digests of the texts in which nothing was found."""
    remembering.keep_bytes(kind, f"{remembering.program()}\n{context}", b"\n".join(sorted(sound)))


def _words(subject: Subject) -> Iterator[str]:
    """Yield what is in the library beside its entries."""
    library = subject.library
    places = (place for words in library.word_places.values() for place in words.values())
    files = {file.path: file.text for file in (*library.settings_files, *(place.file for place in places))}
    for path in sorted(files):
        yield f"{path} {len(files[path])}\n{files[path]}"


def digest(text: str) -> bytes:
    """Return a few letters that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32].encode()
