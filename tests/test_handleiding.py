"""The Dutch guide does what it says, from the first command to the last."""

from __future__ import annotations

import shutil
from pathlib import Path

from babel.messages.pofile import read_po

from pitchkit.cli.completion import PLACES
from tests import guides
from tests.test_cli_watch import needs_signals, watching

GUIDE = "docs/handleiding.md"


def test_every_command_runs_in_the_order_of_the_guide(tmp_path: Path) -> None:
    root = guides.copy_project(tmp_path)
    reader = guides.Reader(root, "nl")
    (part,) = guides.blocks(GUIDE, "yaml")
    for line in guides.lines(GUIDE, "sh"):
        profile = reader.folder / "pitchkit.yaml"
        if line == "pitchkit check":
            profile.write_text(part, encoding="utf-8")
        if "--final" in line:
            shutil.copy(root / "examples/voorbeeldstad/pitchkit.yaml", profile)
        if "--style huisstijl.docx" in line:
            shutil.copy(reader.folder / "output/pitch-gemeente.docx", reader.folder / "huisstijl.docx")
        said = reader.type(line)
        assert "Library:" not in said
        if "--max-words" in line:
            shutil.copy(root / "examples/voorbeeldstad/pitchkit.yaml", profile)
            reader.type(line)
            profile.write_text(part, encoding="utf-8")

    assert len(reader.typed) > 12
    assert (root / "mijn-voorstel/output/pitch-gemeente.docx").is_file()


def test_the_installation_is_the_same_on_windows_and_mac() -> None:
    windows = [line.replace("py -m", "python3 -m", 1) for line in guides.lines(GUIDE, "bat")]
    mac = [line.replace("source .venv/bin/", ".venv\\Scripts\\") for line in guides.lines(GUIDE, "zsh")]

    assert windows == mac
    assert windows[-1] == "pip install --quiet ."


def test_the_message_that_the_guide_explains_is_the_message_one_gets(tmp_path: Path) -> None:
    (message,) = guides.blocks(GUIDE, "text")
    (part,) = guides.blocks(GUIDE, "yaml")
    (tmp_path / "pitchkit.yaml").write_text(part.replace("2027-01-14", "14 januari"), encoding="utf-8")

    assert guides.pitchkit(["check"], tmp_path, "nl").stderr == message


def test_every_message_in_the_table_is_one_of_ours() -> None:
    with (guides.ROOT / "pitchkit/locales/nl/LC_MESSAGES/pitchkit.po").open("rb") as stream:
        said = " ".join(str(message.string) for message in read_po(stream))
    _, _, table = guides.read(GUIDE).partition("| Je ziet |")
    messages = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")][2:]

    assert len(messages) == 4
    assert [message for message in messages if message not in said] == []


def test_every_document_is_in_the_table_and_every_link_leads_somewhere() -> None:
    documents = sorted(path.name for path in (guides.ROOT / "templates").iterdir() if not path.name.startswith("_"))

    assert len(documents) > 5
    assert [name for name in documents if f"| `{name}` |" not in guides.read(GUIDE)] == []
    assert guides.broken_links(GUIDE) == []


def test_every_line_for_the_tab_key_is_the_one_that_the_command_gives() -> None:
    typed = [line for line in guides.lines(GUIDE, "console") if "completion" in line]
    shells = [line.split("completion ")[1].split()[0] for line in typed]

    assert sorted(shells) == sorted(PLACES)
    assert [line for line, shell in zip(typed, shells, strict=True) if not PLACES[shell].endswith(f": {line}")] == []


@needs_signals
def test_the_watch_of_the_guide_makes_the_document_again_and_tells_what_is_filled_in(tmp_path: Path) -> None:
    (line,) = [line for line in guides.lines(GUIDE, "console") if "completion" not in line]
    (part,) = guides.blocks(GUIDE, "yaml")
    program, command, *options = line.split()
    (tmp_path / "pitchkit.yaml").write_text("# leeg\n", encoding="utf-8")
    with watching(tmp_path, *options) as watcher:
        watcher.hears("Stop with Ctrl+C.")
        (tmp_path / "pitchkit.yaml").write_text(part, encoding="utf-8")
        said = watcher.hears("No longer open: organisation.name")
        assert watcher.stop() == 130

    assert (program, command) == ("pitchkit", "watch")
    assert "pitchkit.yaml: 1 file written." in said
    assert (tmp_path / "output/pitch-gemeente.docx").is_file()
