"""The page on checking holds: its commands run, its example is silent, its settings are taken, its table tells the truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pitchkit import messages
from pitchkit.tidying.texts import apply, text_changes
from pitchkit.yamlsource import parse
from tests import guides

GUIDE = "docs/controleren.md"
ENTRY, SOURCE, SETTINGS, HOOK = guides.blocks(GUIDE, "yaml")


def test_the_commands_run_in_a_library_with_the_example_and_the_settings(tmp_path: Path) -> None:
    (tmp_path / "arguments/entries").mkdir(parents=True)
    (tmp_path / "arguments/library.yaml").write_text(f"extends: pitchkit\n{SETTINGS}", encoding="utf-8")
    (tmp_path / "arguments/entries/eigen.yaml").write_text(ENTRY, encoding="utf-8")
    reader = guides.Reader(tmp_path, "en")

    first, *rest = [reader.type(line) for line in guides.lines(GUIDE, "sh")]

    assert "typography" not in first
    assert "silenced, each with a reason" in first
    assert len(rest) > 3


def test_the_source_on_the_page_rests_and_would_be_told_without_its_comment(tmp_path: Path) -> None:
    (tmp_path / "arguments").mkdir()
    (tmp_path / "arguments/library.yaml").write_text("extends: pitchkit\n", encoding="utf-8")
    reader = guides.Reader(tmp_path, "en")
    sources = tmp_path / "arguments/sources.yaml"
    sources.write_text(SOURCE, encoding="utf-8")
    assert "source-unused" not in reader.type("pitchkit check")
    sources.write_text(SOURCE.partition("\n")[2], encoding="utf-8")
    assert "arguments/sources.yaml:1:8: no entry rests on the source “oude-folder” [source-unused]" in reader.type(
        "pitchkit check"
    )


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


def test_the_check_before_a_commit_is_one_that_we_publish() -> None:
    page: Any = parse(HOOK, "page").data
    published: Any = parse(guides.read(".pre-commit-hooks.yaml"), "hooks").data
    (repo,) = page["repos"]

    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in published]
    assert {"repo", "rev"} < set(repo)
