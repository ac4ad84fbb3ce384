"""Numbers and addresses of persons in the comments of files: git keeps those as well as it keeps the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pitchkit import yamlsource
from pitchkit.checking.own import Own
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import ContentError, Diagnostic, place, problem
from pitchkit.entrypages import EntryPage
from pitchkit.privacy.found import Found
from pitchkit.privacy.numbers import numbers
from pitchkit.yamlsource import YamlFile

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#.*$", re.MULTILINE)

_NOBODYS: Final = ".example"
"""How addresses end that nobody can have: they show in a comment what an address looks like."""


def find(subject: Subject, own: Own) -> Iterator[Diagnostic]:
    """Yield what a comment gives away, in the library's own files, the profile and the offers."""
    for file in _files(subject):
        told = [(match, _given_away(match[0], own)) for match in _COMMENT.finditer(file.text)]
        told = [(match, found) for match, found in told if found]
        # What a text holds is no comment, though it begins with the sign of one.
        texts = tuple(yamlsource.texts(yamlsource.parse(file.text, file.path).data)) if told else ()
        for match, found in told:
            if not any(match[0].strip() in text for text in texts):
                for one in found:
                    where = place(file.path, file.text, match.start() + one.start)
                    yield problem(where, f"privacy-{one.sort}", words=one.words)


def _given_away(comment: str, own: Own) -> list[Found]:
    every = numbers(comment, of_a_person=False)
    return [one for one in every if not own.holds(one) and not one.words.lower().endswith(_NOBODYS)]


def _files(subject: Subject) -> Iterator[YamlFile]:
    for file in subject.library.files:
        if subject.workspace.within_library(file.path):
            yield file.head if isinstance(file, EntryPage) else file
    if subject.profile.file:
        yield subject.profile.file
    for path in subject.workspace.offers:
        try:
            name = subject.workspace.show(path)
            yield YamlFile(name, None, yamlsource.read_clean_text(path, name))
        except ContentError:
            continue  # told by the check of offers
