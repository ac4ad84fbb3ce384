"""The Word file as a file: its parts, its properties, its hash, and the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from pitchkit.document import Document
from pitchkit.writers.docx import is_untouched, write
from tests.writers import samples
from tests.writers.houses import rezip
from tests.writers.samples import document, p
from tests.writers.wordfile import NAMES, WordFile, val

Write = Callable[[Document], WordFile]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(samples.PITCH) == write(samples.PITCH)


def test_another_process_at_another_place_gives_the_same_bytes() -> None:
    program = (
        "import sys, hashlib; from tests.writers import samples; from pitchkit.writers.docx import write;"
        " print(hashlib.sha256(write(samples.PITCH)).hexdigest())"
    )

    def run(**changes: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **changes, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert run(TZ="Asia/Tokyo", PYTHONHASHSEED="5") == run(TZ="UTC", PYTHONHASHSEED="1") != ""


def test_the_default_look_needs_neither_lxml_nor_python_docx() -> None:
    program = (
        "import sys; from tests.writers import samples; from pitchkit.writers.docx import write; write(samples.PITCH);"
        " print(sorted({'lxml', 'docx'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_the_part_that_names_the_others_comes_first(pitch: WordFile) -> None:
    assert pitch.names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert pitch.names[2:] == sorted(pitch.names[2:])


# --- properties --------------------------------------------------------------------------------------------------


def test_the_properties_say_who_and_what_and_when(pitch: WordFile) -> None:
    core = pitch.root("docProps/core.xml")
    assert core.findtext("dc:title", "", NAMES) == samples.PITCH.title
    assert core.findtext("dc:creator", "", NAMES) == "Stichting Samen Voorbeeldstad"
    assert core.findtext("dc:language", "", NAMES) == "nl-NL"
    assert core.findtext("dcterms:created", "", NAMES) == core.findtext("dcterms:modified", "", NAMES) == "2026-11-22T00:00:00Z"


def test_another_language_reaches_the_styles(written: Write) -> None:
    word = written(replace(document(p("Tekst.")), language="fy-NL"))
    path = "w:docDefaults/w:rPrDefault/w:rPr/w:lang"
    assert val(word.root("word/styles.xml").find(path, NAMES)) == "fy-NL"
    assert word.root("docProps/core.xml").findtext("dc:language", "", NAMES) == "fy-NL"


def test_the_page_is_a4(pitch: WordFile) -> None:
    size = pitch.body.find("w:sectPr/w:pgSz", NAMES)
    assert (val(size, "w:w"), val(size, "w:h")) == ("11906", "16838")


# --- header and footer -------------------------------------------------------------------------------------------


def test_the_first_page_says_who_speaks_and_the_next_ones_about_what(pitch: WordFile) -> None:
    assert pitch.story("header") == [
        "Stichting Samen Voorbeeldstad",
        "Groepswerk in Voorbeeldstad\tStichting Samen Voorbeeldstad",
    ]


def test_every_page_has_its_number(pitch: WordFile) -> None:
    codes = [b" PAGE ", b" NUMPAGES "]
    footers = [content for name, content in pitch.parts.items() if name.startswith("word/footer")]
    assert len(footers) == 2
    assert all(code in footer for code in codes for footer in footers)


@pytest.mark.parametrize(
    ("running_head", "author", "expected"),
    [
        ("", "", []),
        ("Kop", "", ["Kop"]),
        ("", "Samen", ["Samen", "Samen"]),
        ("Samen", "Samen", ["Samen", "Samen"]),
    ],
)
def test_a_header_says_nothing_twice_and_is_never_empty(
    written: Write, running_head: str, author: str, expected: list[str]
) -> None:
    assert written(replace(document(p("x")), running_head=running_head, author=author)).story("header") == expected


# --- the hash ----------------------------------------------------------------------------------------------------


def test_a_file_as_it_was_built_is_untouched() -> None:
    assert is_untouched(write(samples.ONE_PAGER))


def test_packing_it_again_does_not_touch_it() -> None:
    assert is_untouched(rezip(write(samples.ONE_PAGER), {}))


def test_one_changed_word_is_noticed() -> None:
    edited = rezip(write(samples.ONE_PAGER), {}, lambda _, content: content.replace(b"dezelfde uren", b"minder uren"))
    assert not is_untouched(edited)


def test_a_part_that_was_added_or_taken_away_is_noticed() -> None:
    data = write(samples.ONE_PAGER)
    assert not is_untouched(rezip(data, {"word/comments.xml": b"<w/>"}))
    assert not is_untouched(rezip(data, {}, lambda name, content: None if "footer1" in name else content))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04kapot", b"# Markdown\n"])
def test_what_is_no_word_file_of_ours_is_not_ours_to_overwrite(data: bytes) -> None:
    assert not is_untouched(data)


def test_a_file_without_the_hash_is_not_ours_to_overwrite() -> None:
    stripped = rezip(write(samples.ONE_PAGER), {}, lambda _, content: content.replace(b"pitchkit-hash", b"iets-anders"))
    assert not is_untouched(stripped)
