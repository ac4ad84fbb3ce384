"""Everybody can use the documents, and each rule that says so has been seen to find something."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pitchkit.writers.docx import write
from tests.writers import accessibility, samples
from tests.writers.houses import rezip
from tests.writers.wordfile import WordFile


def test_the_pitch_has_no_findings(pitch: WordFile) -> None:
    assert accessibility.findings(pitch) == []


def test_the_one_pager_has_no_findings(one_pager: WordFile) -> None:
    assert accessibility.findings(one_pager) == []


def test_in_a_house_style_only_the_colours_of_the_house_can_be_found(dutch_pitch: WordFile) -> None:
    assert accessibility.findings(dutch_pitch) == [
        "letters_can_be_read: 4F81BD on FFFFFF is 4.03:1 (3 times)"  # python-docx's own subtitle and caption
    ]


def spoilt(part: str, pattern: str, instead: str) -> WordFile:
    """Return the pitch with the first match of a pattern in one part replaced."""
    changed = []

    def change(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        text, count = re.subn(pattern, instead, content.decode(), count=1, flags=re.DOTALL)
        changed.append(count)
        return text.encode()

    word = WordFile(rezip(write(samples.PITCH), {}, change))
    assert changed == [1], "the fault was not made"
    return word


FAULTS: list[tuple[Callable[..., object], str, str, str]] = [
    (accessibility.has_a_title_an_author_and_a_language, "docProps/core.xml", "<dc:title>.*</dc:title>", "<dc:title/>"),
    (accessibility.has_a_title_an_author_and_a_language, "word/styles.xml", 'w:lang w:val="nl-NL"', 'w:lang w:val="en-US"'),
    (accessibility.headings_begin_at_one_and_skip_nothing, "word/document.xml", "Heading1", "Heading3"),
    (
        accessibility.headings_are_styles,
        "word/document.xml",
        "<w:p><w:r><w:t",
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Kop</w:t></w:r></w:p><w:p><w:r><w:t",
    ),
    (accessibility.tables_have_a_header_row_and_full_cells, "word/document.xml", "<w:tblHeader/>", ""),
    (accessibility.tables_have_a_header_row_and_full_cells, "word/document.xml", "\u2013</w:t>", "</w:t>"),
    (accessibility.tables_have_a_header_row_and_full_cells, "word/document.xml", "<w:tblDescription[^>]*>", ""),
    (accessibility.pictures_say_what_they_show, "word/document.xml", ' descr="[^"]*"', ' descr=""'),
    (accessibility.there_are_no_empty_paragraphs, "word/document.xml", "<w:sectPr>", "<w:p/><w:sectPr>"),
    (accessibility.lists_are_real, "word/document.xml", "Tabellen zonder", "1. Tabellen zonder"),
    (accessibility.links_say_where_they_go, "word/document.xml", "samen@voorbeeldstad.nl</w:t>", "hier</w:t>"),
    (accessibility.letters_can_be_read, "word/styles.xml", 'w:color w:val="154273"', 'w:color w:val="9BC2E6"'),
    (accessibility.letters_can_be_read, "word/styles.xml", 'w:sz w:val="18"', 'w:sz w:val="14"'),
    (accessibility.the_document_is_not_locked_and_asks_nothing, "word/settings.xml", "<w:compat>", "<w:updateFields/><w:compat>"),
    (accessibility.everything_referred_to_is_there, "word/document.xml", "Heading1", "Kop1"),
    (accessibility.everything_referred_to_is_there, "word/document.xml", '<w:numId w:val="4"/>', '<w:numId w:val="99"/>'),
    (
        accessibility.everything_referred_to_is_there,
        "word/document.xml",
        'footnoteReference w:id="1"',
        'footnoteReference w:id="9"',
    ),
    (accessibility.everything_referred_to_is_there, "word/document.xml", 'r:embed="rId[0-9]+"', 'r:embed="rId99"'),
    (accessibility.bookmarks_and_fields_are_whole, "word/document.xml", "<w:bookmarkEnd[^>]*>", ""),
    (accessibility.bookmarks_and_fields_are_whole, "word/document.xml", 'fldCharType="end"', 'fldCharType="separate"'),
    (accessibility.bookmarks_and_fields_are_whole, "word/document.xml", "NOTEREF _pitchkit_note_1", "NOTEREF _weg"),
    (accessibility.drawings_have_numbers_of_their_own, "word/document.xml", "(<wp:docPr[^>]*>)", r"\1\1"),
    (accessibility.tables_are_square, "word/document.xml", "<w:gridCol[^>]*>", ""),
    (accessibility.no_markup_is_left, "word/document.xml", "Tabellen zonder", "{{ naam }} zonder"),
]


@pytest.mark.parametrize(("rule", "part", "pattern", "instead"), FAULTS)
def test_each_rule_finds_its_fault(rule: Callable[[WordFile], object], part: str, pattern: str, instead: str) -> None:
    assert list(rule(spoilt(part, pattern, instead)))  # type: ignore[call-overload]


def test_no_rule_goes_untested() -> None:
    assert {rule for rule, *_ in FAULTS} == set(accessibility.RULES)
