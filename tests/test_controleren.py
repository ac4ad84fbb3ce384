"""The page on checking holds: its commands run, its example is silent, its settings are taken, its table tells the truth."""

from __future__ import annotations

from pathlib import Path

from pitchkit import messages
from pitchkit.tidying.texts import apply, text_changes
from tests import guides

GUIDE = "docs/controleren.md"
ENTRY, SETTINGS = guides.blocks(GUIDE, "yaml")


def test_the_commands_run_in_a_library_with_the_example_and_the_settings(tmp_path: Path) -> None:
    (tmp_path / "arguments/entries").mkdir(parents=True)
    (tmp_path / "arguments/library.yaml").write_text(f"extends: pitchkit\n{SETTINGS}", encoding="utf-8")
    (tmp_path / "arguments/entries/eigen.yaml").write_text(ENTRY, encoding="utf-8")
    reader = guides.Reader(tmp_path, "en")

    first, *rest = [reader.type(line) for line in guides.lines(GUIDE, "sh")]

    assert "typography" not in first
    assert "silenced, each with a reason" in first
    assert len(rest) > 3


def test_every_code_on_the_page_exists() -> None:
    named = [word for word in SETTINGS.replace(":", " ").split() if "-" in word]
    assert len(named) > 1
    assert [word for word in named if word not in messages.ADVICE] == []


def test_the_table_says_what_fix_does() -> None:
    said = {"\"groep\", 'groep'": "“groep”, ‘groep’", "zo'n, 's avonds": "zo’n, ’s avonds", "a...": "a…", "€5": "€\u00a05"}
    for text, wanted in said.items():
        assert apply(text, text_changes(text)) == wanted


def test_every_link_leads_somewhere() -> None:
    assert guides.broken_links(GUIDE) == []
