"""A chart in Markdown: a picture with its caption, and the SVG beside the file."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from pitchkit.diagnostics import Location
from pitchkit.document import Block, Box, Chart, Checklist, Figure, ListBlock, Picture, Quote
from pitchkit.markdown_reader import read
from pitchkit.writers import markdown, open_writer
from tests.writers.charts import COSTS, HOURS
from tests.writers.samples import document, p, png, t


@pytest.mark.parametrize(
    ("chart", "written"),
    [
        (replace(COSTS, alt="x [y]"), "![x \\[y\\]](kosten.svg)\\\n*Kosten per deelnemer, groep en individueel*\n"),
        (replace(HOURS, alt="x"), "![x](uren.svg)\n"),
    ],
    ids=["with a caption", "without a caption"],
)
def test_a_chart_is_a_picture_with_its_caption(chart: Chart, written: str) -> None:
    assert markdown.write_blocks((chart,)) == written


@pytest.mark.parametrize("chart", [COSTS, HOURS], ids=["with a caption", "without a caption"])
def test_it_reads_back_as_a_figure(chart: Chart) -> None:
    parsed = read(markdown.write_blocks((chart,)), lambda line: Location("x.md", line + 1), str)
    assert parsed.blocks == (Figure(chart.picture, chart.alt, chart.caption),)


# --- companions --------------------------------------------------------------------------------------------------


def test_every_chart_has_its_picture_beside_the_file() -> None:
    found = markdown.companions(document(p("x"), COSTS, HOURS))
    assert [name for name, _ in found] == ["kosten.svg", "uren.svg"]
    assert all(data.startswith(b"<?xml") and b"<svg" in data for _, data in found)


@pytest.mark.parametrize(
    "block",
    [
        Quote((COSTS,)),
        Box(t("x"), (Quote((COSTS,)),)),
        ListBlock(ordered=True, items=((p("x"), COSTS),)),
        Checklist(((p("x"), COSTS),)),
    ],
    ids=["quote", "box", "list", "checklist"],
)
def test_a_chart_inside_something_else_has_its_picture_too(block: Block) -> None:
    assert [name for name, _ in markdown.companions(document(block))] == ["kosten.svg"]


def test_a_chart_that_is_shown_twice_has_one_picture() -> None:
    assert len(markdown.companions(document(COSTS, COSTS))) == 1


def test_pictures_of_a_template_stand_beside_those_of_charts() -> None:
    pictures = (Picture("a.png", png(20, 20)),)
    assert [name for name, _ in markdown.companions(document(COSTS, pictures=pictures))] == ["a.png", COSTS.picture]


def test_a_picture_carries_the_seal_of_what_was_built() -> None:
    ((_, data),) = markdown.companions(document(COSTS))
    assert data.splitlines()[-1].startswith(b"<!-- pitchkit: sha256:")
    assert markdown.is_untouched(data)
    assert markdown.is_untouched(data.replace(b"\n", b"\r\n"))
    assert not markdown.is_untouched(data.replace(b"Groep", b"Anders"))


def test_a_document_without_charts_has_nothing_beside_it_and_opens_no_matplotlib() -> None:
    program = (
        "import sys; from pitchkit.writers import markdown; from tests.writers.samples import document, p;"
        " print(markdown.companions(document(p('x'))), 'matplotlib' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "() False"


def test_only_the_markdown_writer_has_something_to_put_beside_its_file() -> None:
    (markdown_writer, _), (word_writer, _) = open_writer("md"), open_writer("docx")
    assert len(markdown_writer.companions(document(COSTS))) == 1
    assert word_writer.companions(document(COSTS)) == ()
