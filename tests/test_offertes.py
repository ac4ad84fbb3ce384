"""The page on offers does what it says, from the first command to the last."""

from __future__ import annotations

from pathlib import Path

from pitchkit.offers.model import Question
from tests import guides

GUIDE = "docs/offertes.md"


def test_every_command_runs_in_the_order_of_the_page(tmp_path: Path) -> None:
    reader = guides.Reader(guides.copy_project(tmp_path), "nl")
    for line in guides.lines(GUIDE, "sh"):
        reader.type(line)

    assert len(reader.typed) > 8
    assert (reader.folder / "offers/mijn-offerte.yaml").is_file()
    assert len(list((reader.folder / "output").glob("*.docx"))) > 10


def test_every_part_of_an_answer_in_the_table_is_a_field() -> None:
    table = guides.read(GUIDE).partition("| Deel |")[2].partition("\n\n")[0]
    named = [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")]

    assert len(named) > 6
    assert [name for name in named if name not in Question.model_fields] == []


def test_every_link_leads_somewhere() -> None:
    assert guides.broken_links(GUIDE) == []
