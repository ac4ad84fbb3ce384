"""Texts that stop at a # in the middle, where who wrote them meant it to be read: “Groep #1 begint”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pitchkit import yamlsource
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import Diagnostic, place, warning
from pitchkit.entrypages import EntryPage
from pitchkit.yamlsource import YamlFile

_CUT: Final = re.compile(
    r"""^[ ]*(?:-[ ]+)*+(?:[A-Za-z_][\w-]*:[ ]+)?+[^\s"'\[{|>#&*!%@`-][^#\n]*?[ \t](?P<rest>\#[^\s#>=!].*)$""", re.MULTILINE
)
"""A value without quotes, and behind it a # that no space follows, as a remark has."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield every value of the library's own files and the profile of which YAML leaves out the end."""
    for file in _files(subject):
        cut = list(_CUT.finditer(file.text))
        whole = tuple(yamlsource.texts(yamlsource.parse(file.text, file.path).data)) if cut else ()
        for match in cut:
            # In a text behind a | a # is a sign like any other.
            if not any(match["rest"].strip() in text for text in whole):
                yield warning(place(file.path, file.text, match.start("rest")), "text-cut-off", rest=match["rest"].strip()[:60])


def _files(subject: Subject) -> Iterator[YamlFile]:
    for file in subject.library.files:
        if subject.workspace.within_library(file.path) and not isinstance(file, EntryPage):
            yield file
    if subject.profile.file:
        yield subject.profile.file
