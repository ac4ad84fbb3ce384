"""The page on reviews holds: its commands run, in a real repository, and show the changes that it prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import loading, project
from pitchkit.authoring import workspace
from pitchkit.reviewing.standing import STATES
from pitchkit.settings import ReviewRules
from pitchkit.yamlsource import parse
from tests import guides, repositories
from tests.repositories import commit, needs_git, rewrite

GUIDE = "docs/nakijken.md"
ENTRY = guides.blocks("docs/bibliotheek.md", "yaml")[0]
FILE = "arguments/entries/eigen.yaml"


@needs_git
def test_the_commands_of_the_page_show_what_it_prints(tmp_path: Path) -> None:
    (tmp_path / "arguments/entries").mkdir(parents=True)
    (tmp_path / "arguments/library.yaml").write_text("extends: pitchkit\n", encoding="utf-8")
    (tmp_path / FILE).write_text(ENTRY, encoding="utf-8")
    repositories.git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path, "Begin")
    reader = guides.Reader(tmp_path, "nl")
    before, *after = [block.splitlines() for block in guides.blocks(GUIDE, "sh")]
    of_review, _of_git, of_diff = guides.blocks(GUIDE, "text")

    for line in before:
        reader.type(line)
    commit(tmp_path, "Nagekeken")
    rewrite(tmp_path, "kan een kennis", "zal een kennis", FILE)
    rewrite(tmp_path, "certainty: mogelijk", "certainty: aannemelijk", FILE)
    said = [[reader.type(line) for line in lines] for lines in after]

    assert of_review in said[0][0]
    assert all(line in said[1][0].splitlines() for line in of_diff.splitlines())
    assert "~~kan~~**zal**" in said[1][1]
    assert "Marieke Jansen" in said[2][0]


def test_the_settings_on_the_page_are_settings(tmp_path: Path) -> None:
    folder = tmp_path / "arguments"
    folder.mkdir()
    settings = guides.blocks(GUIDE, "yaml")[0]
    (folder / "library.yaml").write_text(f"extends: pitchkit\n{settings}", encoding="utf-8")
    library = loading.load(folder, project.shipped("arguments"), str)
    assert library.settings.review == ReviewRules(required=True, term=12)
    assert isinstance(parse(guides.blocks(GUIDE, "yaml")[1], "ci").data, list)


def test_the_line_for_git_on_the_page_is_the_one_that_a_workspace_begins_with() -> None:
    begun = workspace.starter_text(".gitattributes", "gitattributes")
    assert guides.blocks(GUIDE, "text")[1].strip() in begun.splitlines()


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_explained(state: str) -> None:
    assert f"| `{state}` |" in guides.read(GUIDE)


def test_its_links_lead_somewhere() -> None:
    assert guides.broken_links(GUIDE) == []
