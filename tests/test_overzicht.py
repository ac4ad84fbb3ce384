"""The page on searching, counting and drawing holds: its commands run, and its floors are floors."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests import guides

GUIDE = "docs/overzicht.md"


def test_the_commands_of_the_page_run_and_show_what_it_says(tmp_path: Path) -> None:
    reader = guides.Reader(guides.copy_project(tmp_path), "nl")

    said = {line: reader.type(line) for line in guides.lines(GUIDE, "sh")}

    assert len(said) == 13
    assert "wachtlijst-korter" in said["pitchkit search wachttijden"]
    assert "mogelijk-goedkoper" in said['pitchkit search "waarom is een groep goedkoper?" --kind argument --top 5']
    assert "onepager (gemeente, manager, netwerkpartners)" in said["pitchkit show wachtlijst-korter"]
    assert (tmp_path / "kaart.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_the_floors_on_the_page_are_read_and_fail_where_they_are_not_met(tmp_path: Path) -> None:
    (floors,) = guides.blocks(GUIDE, "yaml")
    guides.copy_project(tmp_path)
    settings = tmp_path / "arguments/library.yaml"
    text = settings.read_text(encoding="utf-8")
    before, _, after = text.partition("\ncoverage:\n")
    rest = after.partition("\n\n")[2]
    settings.write_text(f"{before}\n{floors}\n{rest}", encoding="utf-8")
    assert guides.pitchkit(["coverage"], tmp_path, "nl").returncode == 0
    settings.write_text(f"{before}\n{floors.replace('least: 20', 'least: 2000')}\n{rest}", encoding="utf-8")
    failed = guides.pitchkit(["coverage"], tmp_path, "nl")
    assert failed.returncode == 1
    assert failed.stderr.count("[coverage-low-short]") == 4


def test_its_links_lead_somewhere() -> None:
    assert guides.broken_links(GUIDE) == []


def test_the_data_has_the_parts_that_the_page_names(tmp_path: Path) -> None:
    guides.copy_project(tmp_path)
    page = guides.read(GUIDE)
    for command in (["search", "wachtlijst"], ["coverage"]):
        found = json.loads(guides.pitchkit([*command, "--json"], tmp_path, "nl").stdout)
        (row,) = (line for line in page.splitlines() if line.startswith(f"| `{command[0]} --json`"))
        named = dict.fromkeys(re.findall(r"`(\w+)`", row.split("|")[2]))
        assert [name for name in named if name in found] == list(found)
