"""Spelling, where a Dutch dictionary is installed."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.checking.readers import Readers
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import Diagnostic, warning
from pitchkit.plain_language.dictionary import Dictionary
from pitchkit.plain_language.dictionary import find as find_dictionary
from pitchkit.plain_language.measures import read, says_itself


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield every word that is in no dictionary, once in each text; names and terms of the library are left alone."""
    path = find_dictionary()
    if path is None or not subject.library.settings.language.startswith("nl"):
        return
    dictionary = Dictionary(path)
    known = Readers(subject).named
    right: dict[str, bool] = {}
    for passage in subject.passages:
        told: set[str] = set()
        for _, words in read(passage.text).sentences:
            for number, word in enumerate(words):
                low = word.text.lower()
                if low in told or low in known or says_itself(word, is_first=number == 0):
                    continue
                if word.text not in right:
                    right[word.text] = dictionary.has(word.text)
                if not right[word.text]:
                    told.add(low)
                    suggestions = " / ".join(dictionary.suggestions(word.text)) or "–"
                    yield warning(passage.locate(word.start), "spelling", word=word.text, suggestions=suggestions)
