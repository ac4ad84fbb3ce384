"""Pages: LibreOffice found and run, a PDF read back, numbers in a table of contents, and an estimate without all that."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from pitchkit import layout
from pitchkit.diagnostics import ContentError, Problems
from pitchkit.document import Box, Chart, Checklist, Contents, Document, Figure, Heading, ListBlock, PageSetup, Quote, Table
from pitchkit.layout import Layout, LayoutUnavailable, PlacedHeading, estimate, lay_out, office, paginate, read_layout, to_pdf
from pitchkit.layout.measuring import text_edges
from pitchkit.layout.packing import Brick, pack
from pitchkit.layout.pages import Edges
from pitchkit.writers.docx import write
from tests.conftest import Run
from tests.factories import HEAD, make_workspace
from tests.writers import samples
from tests.writers.charts import COSTS
from tests.writers.samples import document, p, t

WORDS = "Een groep brengt mensen bij elkaar die hetzelfde meemaken en van elkaar kunnen leren. "


def heading(level: int, title: str, page: int, down: str = "0") -> PlacedHeading:
    return PlacedHeading(level, title, page, Decimal(down))


def told(error: Problems) -> list[str]:
    return [found.code for found in error.diagnostics]


def long_document(count: int = 40) -> Document:
    blocks = [block for number in range(count) for block in (Heading(1 + number % 2, t(f"Kop {number}")), p(WORDS * 6))]
    return replace(document(*blocks), contents=Contents("Inhoud"))


@pytest.fixture
def libre_office() -> None:
    """LibreOffice must be here; it is where CI runs."""
    if layout.is_available():
        return
    if os.environ.get("CI"):
        pytest.fail("LibreOffice is not installed here")
    pytest.skip("LibreOffice is not installed here")


def fake_office(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Put a program in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(office.SETTING, str(program))


# --- LibreOffice -------------------------------------------------------------------------------------------------


def test_without_libreoffice_layout_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(office.SETTING, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_PLACES", ())
    assert not layout.is_available()
    with pytest.raises(LayoutUnavailable) as caught:
        to_pdf(b"")
    assert told(caught.value) == ["layout-unavailable"]


def test_a_program_that_is_named_but_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.SETTING, "/nergens/soffice")
    with pytest.raises(LayoutUnavailable) as caught:
        to_pdf(b"")
    assert told(caught.value) == ["layout-program-missing"]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
@pytest.mark.parametrize(
    ("lines", "reason"),
    [(["echo kapot >&2", "exit 1"], "kapot"), (["exit 0"], "no file"), (["kill -9 $$"], "no file")],
    ids=["it complains", "it says nothing", "it crashes"],
)
def test_a_layout_that_fails_is_a_told_problem(
    lines: list[str], reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office(tmp_path, monkeypatch, *lines)
    with pytest.raises(ContentError) as caught:
        to_pdf(b"x")
    assert told(caught.value) == ["layout-failed"]
    assert dict(caught.value.diagnostics[0].values)["reason"] == reason


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_a_layout_that_takes_too_long_ends_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_office(tmp_path, monkeypatch, f"(sleep 2; touch {tmp_path}/leeft) &", "sleep 30")
    began = time.monotonic()
    with pytest.raises(ContentError):
        to_pdf(b"x", seconds=0.3)
    assert time.monotonic() - began < 2
    time.sleep(2)
    assert not (tmp_path / "leeft").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    (tmp_path / "tijdelijk").mkdir()
    fake_office(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(ContentError):
        to_pdf(b"x")
    assert list((tmp_path / "tijdelijk").iterdir()) == []


@pytest.mark.usefixtures("libre_office")
def test_what_is_no_word_file_has_no_pages() -> None:
    with pytest.raises(ContentError) as caught:
        to_pdf(b"PK\x03\x04 maar geen Word")
    assert told(caught.value) == ["layout-failed"]


# --- a PDF read back ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("libre_office")
def test_a_word_file_becomes_a_tagged_pdf_with_its_title_language_and_headings() -> None:
    data = to_pdf(write(samples.PITCH))
    assert data.startswith(b"%PDF")
    for mark in (b"/MarkInfo<</Marked true>>", b"/Lang(nl-NL)", b"/DisplayDocTitle true", b"/StructTreeRoot"):
        assert mark in data
    titles = [one.title for one in read_layout(data).headings]
    assert titles[0] == "Wat de gemeente ermee wint"


@pytest.mark.usefixtures("libre_office")
def test_every_heading_has_its_page_and_its_place_on_it() -> None:
    found = lay_out(write(long_document()))
    assert found.pages == max(one.page for one in found.headings)
    assert [one.title for one in found.headings] == [f"Kop {number}" for number in range(40)]
    places = [(one.page, one.down) for one in found.headings]
    assert places == sorted(places)
    whole = sum(span.pages for span in found.spans() if span.heading.level == 1)
    assert abs(whole - (found.filled - found.headings[0].page + 1 - found.headings[0].down)) < Decimal("0.3")


def test_a_section_goes_to_the_next_heading_as_high() -> None:
    found = Layout(
        4, Decimal("0.5"), (heading(1, "A", 1, "0.25"), heading(2, "A1", 2, "0.5"), heading(1, "B", 3), heading(1, "C", 4, "0.1"))
    )
    spans = [(span.heading.title, span.first, span.last, span.pages) for span in found.spans()]
    assert spans == [
        ("A", 1, 2, Decimal("1.75")),
        ("A1", 2, 2, Decimal("0.50")),
        ("B", 3, 4, Decimal("1.10")),
        ("C", 4, 4, Decimal("0.40")),
    ]
    assert found.filled == Decimal("3.50")


@pytest.mark.parametrize("data", [b"", b"geen pdf", b"%PDF-1.7\n%%EOF"], ids=["nothing", "text", "an empty PDF"])
def test_what_is_no_pdf_is_a_told_problem(data: bytes) -> None:
    with pytest.raises(ContentError) as caught:
        read_layout(data)
    assert told(caught.value) == ["layout-failed"]


def test_the_room_for_text_is_what_the_file_says() -> None:
    assert text_edges(write(samples.ONE_PAGER)) == Edges(65.2, 56.7)
    assert text_edges(b"niets") == Edges()


# --- page numbers ------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("libre_office")
def test_the_contents_get_the_pages_on_which_the_headings_then_are() -> None:
    numbered = paginate(long_document(), write)
    assert numbered.contents
    assert numbered.contents.pages == tuple(one.page for one in lay_out(write(numbered)).headings)
    assert len(set(numbered.contents.pages)) > 4


def test_a_document_without_contents_needs_no_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.SETTING, "/nergens/soffice")
    assert paginate(samples.PITCH, write) is samples.PITCH
    empty = replace(document(p("x")), contents=Contents("Inhoud"))
    assert paginate(empty, write) is empty


def laid_out(monkeypatch: pytest.MonkeyPatch, *headings: PlacedHeading) -> None:
    monkeypatch.setattr("pitchkit.layout.paginating.lay_out", lambda _: Layout(9, Decimal(1), headings))


def test_two_headings_alike_each_get_their_own_page(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out(monkeypatch, heading(1, "Kop", 1), heading(1, "Van het huis", 2), heading(1, "2.1 Kop", 3))
    given = replace(document(Heading(1, t("Kop")), p("x"), Heading(1, t("Kop"))), contents=Contents("Inhoud"))
    numbered = paginate(given, write)
    assert numbered.contents == Contents("Inhoud", 2, (1, 3))


def test_a_heading_that_is_not_on_the_pages_is_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out(monkeypatch, heading(1, "Iets anders", 1))
    with pytest.raises(ContentError) as caught:
        paginate(replace(document(Heading(1, t("Kop"))), contents=Contents("Inhoud")), write)
    assert told(caught.value) == ["layout-heading-missing"]


TEMPLATE = HEAD.replace("sections:", "contents: true\nsections:") + "## Vraag\n\nWij vragen iets.\n\n### Wanneer\n\nNu.\n"
BUILD = ("build", "-a", "gemeente", "--date", "2026-11-22", "--paginate")


@pytest.mark.usefixtures("libre_office")
def test_build_with_paginate_puts_page_numbers_in_the_contents(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, template=TEMPLATE)
    run(*BUILD)
    numbered = (tmp_path / "output/pitch-gemeente.docx").read_bytes()
    run(*BUILD[:-1])
    assert (tmp_path / "output/pitch-gemeente.docx").read_bytes() != numbered


def test_build_without_libreoffice_makes_the_document_and_says_why_it_has_no_numbers(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_workspace(tmp_path, template=TEMPLATE)
    monkeypatch.setenv(office.SETTING, "/nergens/soffice")
    result = run(*BUILD)
    assert result.stdout == "output/pitch-gemeente.docx\n"
    assert result.stderr == (
        "Library: arguments, 1 entry\n"
        "PITCHKIT_SOFFICE: “/nergens/soffice” is not a program [layout-program-missing]\n"
        "  Name LibreOffice’s own program, soffice, with its folder.\n"
    )


def test_build_says_when_there_is_nothing_to_number(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    assert "[paginate-nothing]" in run(*BUILD).stderr
    assert "paginate" not in run(*BUILD, "-f", "md").stderr


# --- an estimate -------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("libre_office")
@pytest.mark.parametrize(
    "page",
    [
        None,
        PageSetup(font="Arial", size=Decimal(11), margins=Decimal(20), line_spacing=Decimal("1.15")),
        PageSetup(orientation="landscape", font="Times New Roman", smallest=Decimal(12)),
    ],
    ids=["our own look", "Arial", "Times on its side"],
)
@pytest.mark.parametrize("given", [samples.PITCH, replace(samples.PITCH, blocks=samples.PITCH.blocks * 3), long_document(30)])
def test_an_estimate_is_near_the_real_number_of_pages(given: Document, page: PageSetup | None) -> None:
    one = replace(given, page=page)
    real = lay_out(write(one)).filled
    assert abs(estimate(one) - real) <= max(Decimal("0.4"), real * Decimal("0.2"))


def test_more_words_larger_letters_and_less_room_are_more_pages() -> None:
    given = long_document(10)
    plain = estimate(given)
    assert estimate(long_document(20)) > plain
    wider = [{"size": Decimal(13)}, {"line_spacing": Decimal(2)}, {"margins": Decimal(50)}, {"font": "Verdana"}]
    for page in (PageSetup(**said) for said in wider):  # type: ignore[arg-type]
        assert estimate(replace(given, page=page)) > plain


def test_every_kind_of_block_takes_room() -> None:
    table = Table(t("Titel"), (t("A"), t("B")), ((t(WORDS * 5), t("1")),) * 12, ("left", "right"))
    blocks: list[object] = [
        Heading(1, t("Kop")), p("Zin."), ListBlock(ordered=True, items=((p("Een"),), ())), Checklist(((p("Twee"),),)), table,
        Quote((p("Woorden"),)), Box(t("Kader"), (p("x"),)), Box((), ()), Figure("a.png", "Beeld", t("Onderschrift")), COSTS,
    ]  # fmt: skip
    sizes = [estimate(document(*blocks[:count])) for count in range(len(blocks) + 1) if count != 8]
    assert sizes == sorted(set(sizes))
    assert any(isinstance(block, Chart) for block in blocks)


@pytest.mark.parametrize(
    ("bricks", "pages"),
    [
        ([], 0),
        ([Brick(50)], 0.5),
        ([Brick(60), Brick(60)], 1.6),
        ([Brick(60), Brick(30, stays=True), Brick(30)], 1.6),
        ([Brick(50, after=20), Brick(20, before=30)], 1.0),
        ([Brick(40, notes=30), Brick(30)], 1.3),
        ([Brick(250)], 2.5),
    ],
    ids=["nothing", "half a page", "what does not fit goes on", "what stays together goes on", "the larger room counts",
         "notes take room", "higher than a page"],
)  # fmt: skip
def test_lines_are_packed_on_pages(bricks: list[Brick], pages: float) -> None:
    assert pack(bricks, 100) == pytest.approx(pages)


def test_strange_pages_and_huge_words_still_give_an_estimate() -> None:
    assert estimate(replace(document(p("x" * 5000)), page=PageSetup(margins=Decimal(100), size=Decimal(72)))) > 5
    assert estimate(document()) < 1
