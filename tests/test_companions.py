"""Pictures beside a Markdown file: written, kept and named as the file itself, and left out where there is no beside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pitchkit import output, pipeline, project, publishing
from pitchkit.cli import reporting
from pitchkit.composition import Composition
from pitchkit.document import Block
from pitchkit.pipeline import Kit
from pitchkit.writers import Format
from tests.factories import make_request, make_workspace
from tests.writers.charts import COSTS, HOURS

BOTH: tuple[Format, ...] = ("md", "docx")


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return pipeline.open_kit(project.find(make_workspace(tmp_path)))


def composed(kit: Kit, *blocks: Block, audience: str = "gemeente") -> Composition:
    """Return the pitch with blocks after it."""
    (composition,) = pipeline.compose(kit, make_request(audience=audience))
    return replace(composition, document=replace(composition.document, blocks=(*composition.document.blocks, *blocks)))


def made(kit: Kit, *compositions: Composition, formats: tuple[Format, ...] = BOTH, target: str = "") -> list[output.File]:
    writers, _ = publishing.open_writers(kit, formats, None)
    return publishing.files(kit, compositions, writers, Path(target) if target else None)


def names(kit: Kit, files: list[output.File]) -> list[str]:
    return [kit.workspace.show(file.path) for file in files]


def test_pictures_come_after_their_markdown_file(kit: Kit) -> None:
    files = made(kit, composed(kit, COSTS, HOURS))
    assert names(kit, files) == ["output/pitch-gemeente.md", "output/kosten.svg", "output/uren.svg", "output/pitch-gemeente.docx"]
    assert all(file.is_untouched(file.data) for file in files)


def test_they_stand_beside_a_file_that_is_named(kit: Kit) -> None:
    assert names(kit, made(kit, composed(kit, COSTS), formats=("md",), target="map/x.md")) == ["map/x.md", "map/kosten.svg"]


def test_a_word_file_has_its_charts_inside(kit: Kit) -> None:
    assert names(kit, made(kit, composed(kit, COSTS), formats=("docx",))) == ["output/pitch-gemeente.docx"]


def test_documents_may_share_a_picture(kit: Kit) -> None:
    both = (composed(kit, COSTS), composed(kit, COSTS, audience="collegas"))
    assert names(kit, made(kit, *both, formats=("md",))).count("output/kosten.svg") == 1


def test_they_are_written_and_printed(kit: Kit, capsys: pytest.CaptureFixture[str]) -> None:
    reporting.give_files(kit, made(kit, composed(kit, COSTS), formats=("md",)), force=False)
    assert capsys.readouterr().out == "output/pitch-gemeente.md\noutput/kosten.svg\n"
    assert (kit.workspace.start / "output/kosten.svg").read_bytes().startswith(b"<?xml")


def test_a_picture_that_was_edited_is_left_alone(kit: Kit, capsys: pytest.CaptureFixture[str]) -> None:
    files = made(kit, composed(kit, COSTS), formats=("md",))
    reporting.give_files(kit, files, force=False)
    picture = kit.workspace.start / "output/kosten.svg"
    picture.write_bytes(picture.read_bytes().replace(b"Groep", b"Anders"))
    capsys.readouterr()
    reporting.give_files(kit, files, force=False)
    assert capsys.readouterr().out == "output/pitch-gemeente.md\noutput/kosten-2.svg\n"
    assert b"Anders" in picture.read_bytes()


# --- standard output ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("format_", "told"),
    [("md", "Without kosten.svg, uren.svg: standard output has no room for pictures. Name a file or a folder.\n"), ("docx", "")],
)
def test_standard_output_has_no_room_for_pictures(
    kit: Kit, capsysbinary: pytest.CaptureFixture[bytes], format_: Format, told: str
) -> None:
    composition = composed(kit, COSTS, HOURS, COSTS)
    writers, _ = publishing.open_writers(kit, (format_,), None)
    files = publishing.files(kit, (composition,), writers, None, with_companions=False)
    reporting.give_stream(files, (composition,))
    shown = capsysbinary.readouterr()
    assert shown.out == writers[format_].write(composition.document)
    assert shown.err.decode() == told
