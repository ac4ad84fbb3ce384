"""The page on plain language holds: its limits are those in the code, its examples load, its message is the real one."""

from __future__ import annotations

from pathlib import Path

from pitchkit.messages import language_checks
from pitchkit.plain_language.limits import LIMITS, NAMES
from tests import guides
from tests.factories import write_files

GUIDE = "docs/gewone-taal.md"
WORDS, SETTINGS = guides.blocks(GUIDE, "yaml")
LIMIT_OF = {
    "sentence-long": "longest_sentence",
    "sentences-long": "mean_sentence",
    "rare-words": "rare_words",
    "long-words": "long_words",
    "passive": "passives",
}


def entry(text: str) -> str:
    return f"- id: proef\n  kind: indication\n  title: Een groep\n  audiences: [clienten]\n  text: {text}\n  short: Een groep.\n"


def test_the_table_names_every_code_with_the_limits_that_hold() -> None:
    rows = {line.split("`")[1]: line for line in guides.read(GUIDE).splitlines() if line.startswith("| `") and "-" in line}
    rows["passive"], rows["jargon"], rows["spelling"] = (
        next(line for line in guides.read(GUIDE).splitlines() if line.startswith(f"| `{code}`"))
        for code in ("passive", "jargon", "spelling")
    )
    assert set(rows) == set(language_checks.WARNINGS)
    for code, name in LIMIT_OF.items():
        told = [cell.strip().rstrip("%") for cell in rows[code].strip("| ").split("|")][-2:]
        limits = [getattr(LIMITS[level], name) for level in ("B1", "B2")]
        assert told == ["geen" if limit == 100 else str(limit) for limit in limits]


def test_the_words_and_the_limits_on_the_page_are_taken(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "arguments/library.yaml": f"extends: pitchkit\n{SETTINGS}",
            "arguments/jargon.yaml": WORDS,
            "arguments/entries/eigen.yaml": entry("De buddy komt in de herstelgroep."),
        },
    )
    checked = guides.pitchkit(["check"], tmp_path, "en")
    assert checked.returncode == 0
    assert "“buddy” is hard for “clienten” [jargon]\n  Write: maatje." in checked.stderr
    assert "herstelgroep" not in checked.stderr
    assert all(name in SETTINGS for name in NAMES)


def test_the_message_on_the_page_is_the_real_one_and_its_command_runs(tmp_path: Path) -> None:
    (message,) = guides.blocks(GUIDE, "text")
    files = {
        "arguments/library.yaml": "extends: pitchkit\n",
        "arguments/entries/eigen.yaml": entry("Middels een groep leer je veel."),
    }
    reader = guides.Reader(write_files(tmp_path, files), "nl")
    (said,) = [reader.type(line) for line in guides.lines(GUIDE, "sh")]
    assert message in said
    assert "clienten" in said


def test_every_link_leads_somewhere() -> None:
    assert guides.broken_links(GUIDE) == []
