"""A table of contents in Markdown: links by the names that sites and editors give headings."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings

from pitchkit.diagnostics import Location
from pitchkit.document import Blocks, Box, Contents, Document, Heading, NoteMark, Strong
from pitchkit.markdown_reader import read
from pitchkit.outline import headings
from pitchkit.writers.markdown import is_untouched, write, write_blocks
from tests.trees import documents
from tests.writers import samples
from tests.writers.samples import document, p, t

ASKED = Contents("Inhoud")


def written(*blocks: object, contents: Contents | None = ASKED) -> str:
    return write(replace(document(*blocks), contents=contents)).decode().rpartition("<!--")[0]


def lines_of(text: str) -> list[str]:
    return re.findall(r"^ *- \[.*$", text, re.MULTILINE)


def test_the_contents_stand_between_the_title_and_the_text() -> None:
    assert written(Heading(1, t("Wat wij vragen")), p("x"), Heading(2, t("Wanneer?")), Heading(1, t("Slot"))) == (
        "# Groepswerk in Voorbeeldstad\n\nEen voorstel\n\n**Inhoud**\n\n"
        "- [Wat wij vragen](#wat-wij-vragen)\n  - [Wanneer?](#wanneer)\n- [Slot](#slot)\n\n"
        "## Wat wij vragen\n\nx\n\n### Wanneer?\n\n## Slot\n\n"
    )


def test_two_headings_alike_have_names_of_their_own_and_the_title_counts() -> None:
    shown = lines_of(written(Heading(1, t("Kosten")), Heading(1, t("Kosten")), Heading(1, t("Groepswerk in Voorbeeldstad"))))
    assert shown == [
        "- [Kosten](#kosten)",
        "- [Kosten](#kosten-1)",
        "- [Groepswerk in Voorbeeldstad](#groepswerk-in-voorbeeldstad-1)",
    ]


def test_depth_and_headings_in_boxes_are_as_in_word() -> None:
    blocks = (Heading(2, t("Eerst")), Box(t("Kader"), (Heading(1, t("Binnen")),)), Heading(3, t("Te diep")))
    assert lines_of(written(*blocks)) == ["- [Eerst](#eerst)", "- [Binnen](#binnen)"]
    assert lines_of(written(*blocks, contents=Contents("Inhoud", 1))) == ["- [Binnen](#binnen)"]


def test_marks_in_a_heading_are_words_in_the_contents() -> None:
    one = replace(samples.PITCH, blocks=(Heading(1, t("A [b] & ", Strong(t("c*")), NoteMark("bpsw"))),), contents=Contents(""))
    assert lines_of(write(one).decode()) == ["- [A \\[b\\] & c\\*](#a-b--c)"]


def test_without_headings_or_without_asking_there_are_none() -> None:
    assert "Inhoud" not in written(p("x"))
    assert "Inhoud" not in written(Heading(1, t("Kop")), contents=None)


def below_contents(text: str, one: Document) -> Blocks:
    body = write_blocks(one.blocks, one.notes, one.words.to_fill_in)
    assert text.rpartition("<!--")[0].endswith(f"{body}\n")
    return read(body, lambda line: Location("", line + 1), str).blocks


@given(documents())
@settings(max_examples=40, deadline=None)
def test_what_follows_the_contents_reads_back_as_it_was(one: Document) -> None:
    data = write(replace(one, contents=Contents("Inhoud")))
    assert is_untouched(data)
    assert below_contents(data.decode(), one) == one.blocks
    listed = [heading for heading in headings(one.blocks) if heading.level <= 2]
    assert data.decode().count("](#") >= len(listed)
