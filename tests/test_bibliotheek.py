"""The page on entries holds: its example loads, its table names every field, its mistakes give the messages it prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit.model import KINDS, Entry
from tests import guides

GUIDE = "docs/bibliotheek.md"
EXAMPLE, *MISTAKES = guides.blocks(GUIDE, "yaml")


def library_with(entries: str, folder: Path) -> Path:
    (folder / "arguments/entries").mkdir(parents=True)
    (folder / "arguments/library.yaml").write_text("extends: pitchkit\n", encoding="utf-8")
    (folder / "arguments/entries/eigen.yaml").write_text(entries, encoding="utf-8")
    return folder


def test_the_example_loads_and_the_commands_of_the_page_run(tmp_path: Path) -> None:
    reader = guides.Reader(library_with(EXAMPLE, tmp_path), "nl")

    said = [reader.type(line) for line in guides.lines(GUIDE, "sh")]

    assert "Je leert mensen uit je buurt kennen" in said[1]
    assert "wacht op figures.wijkgroepen" in said[2]


@pytest.mark.parametrize(("entries", "message"), list(zip(MISTAKES, guides.blocks(GUIDE, "text"), strict=True)))
def test_a_mistake_gives_the_message_that_stands_below_it(entries: str, message: str, tmp_path: Path) -> None:
    checked = guides.pitchkit(["check"], library_with(entries, tmp_path), "nl")

    assert checked.stderr == message
    assert checked.returncode == 1


def test_the_table_names_every_field_of_an_entry_and_every_kind() -> None:
    rows = {line.split("`")[1] for line in guides.read(GUIDE).splitlines() if line.startswith("| `")}

    assert rows == set(Entry.model_fields)
    assert len(MISTAKES) > 4
    assert [kind for kind in KINDS if f"`{kind}`" not in guides.read(GUIDE)] == []
    assert guides.broken_links(GUIDE) == []


def test_the_example_in_markdown_is_sound_and_has_its_own_words_for_clients(tmp_path: Path) -> None:
    (page,) = guides.blocks(GUIDE, "markdown")
    folder = library_with("", tmp_path)
    (folder / "arguments/entries/rouw-delen.md").write_text(page, encoding="utf-8")

    assert guides.pitchkit(["check"], folder, "nl").returncode == 0
    shown = guides.pitchkit(["show", "rouw-delen"], folder, "nl").stdout
    assert "[clienten] Je bent niet de enige" in shown
