"""A story goes where somebody agreed to see it, and nowhere else: every build says what it left out, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import project
from pitchkit.watching.rounds import Watch, Wish
from tests.conftest import Run
from tests.factories import ENTRIES, make_request, make_workspace, told

STORY = "- {id: verhaal, kind: experience, title: Een verhaal, text: Het was fijn., audiences: [gemeente], consent: {%s}}\n"
BUILD = ("build", "-a", "gemeente", "-f", "md", "--date", "2026-11-22")
AT = "arguments/entries/alles.yaml:10"
OUT = "Left out, since the consent does not cover it; ask first, and add it to the consent of the entry:\n"


def document(folder: Path) -> str:
    return (folder / "output/pitch-gemeente.md").read_text(encoding="utf-8")


def make(folder: Path, consent: str, channels: str = "[print]") -> None:
    template = make_workspace(folder, entries=ENTRIES + STORY % consent) / "templates/pitch/any.md.j2"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("sections:", f"channels: {channels}\nsections:", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("consent", "channels", "line"),
    [
        ("purposes: [flyer]", "[print]", "  verhaal: pitch (consent is for flyer)\n"),
        ("purposes: [pitch], channels: [conversation]", "[print]", "  verhaal: print (consent is for conversation)\n"),
        ("purposes: [pitch, flyer], channels: [print]", "[print, mail]", "  verhaal: mail (consent is for print)\n"),
    ],
    ids=["another document", "another channel", "one channel of two"],
)
def test_a_story_outside_its_consent_is_left_out_and_told(
    run: Run, tmp_path: Path, consent: str, channels: str, line: str
) -> None:
    make(tmp_path, consent, channels)
    for options in ((), ("--final",)):
        assert OUT + line in run(*BUILD, *options).stderr
        assert "Het was fijn." not in document(tmp_path)


@pytest.mark.parametrize(
    ("consent", "line"),
    [
        (
            "purposes: [pitch], withdrawn: yes",
            f"{AT}:139: consent for “verhaal” was taken back [consent-withdrawn]\n  Delete the entry.",
        ),
        (
            "purposes: [pitch], until: 2026-11-21",
            f"{AT}:135: consent for “verhaal” ended on 2026-11-21 [consent-ended]\n  Delete the entry, or ask again",
        ),
    ],
    ids=["taken back", "ended"],
)
def test_a_final_document_is_refused_while_a_story_may_be_told_no_longer(
    run: Run, tmp_path: Path, consent: str, line: str
) -> None:
    make(tmp_path, consent)
    assert line in run(*BUILD).stderr
    assert "Het was fijn." not in document(tmp_path)
    for asked in (BUILD, ("build", "--all", "-f", "md", "-o", "alles", "--date", "2026-11-22")):
        refused = run(*asked, "--final", expect=1)
        assert (refused.stdout, line in refused.stderr) == ("", True)


def test_nothing_is_told_of_a_story_that_the_document_would_not_have(run: Run, tmp_path: Path) -> None:
    make(tmp_path, "purposes: [flyer], withdrawn: yes")
    template = tmp_path / "templates/pitch/any.md.j2"
    template.write_text(template.read_text(encoding="utf-8").replace(", experience", ""), encoding="utf-8")
    assert "verhaal" not in run(*BUILD, "--final").stderr
    assert "verhaal\texperience\t50\tout: this document asks for no experience" in run(*BUILD, "--explain").stderr


def test_a_story_within_its_consent_is_told_without_a_word_on_it(run: Run, tmp_path: Path) -> None:
    make(tmp_path, "purposes: [pitch], channels: [print, mail], until: 2026-11-22")
    assert "consent" not in run(*BUILD, "--final").stderr
    assert "Het was fijn." in document(tmp_path)


def test_a_watch_leaves_a_story_out_as_soon_as_consent_is_taken_back(tmp_path: Path) -> None:
    make(tmp_path, "purposes: [pitch]")
    entries = tmp_path / "arguments/entries/alles.yaml"

    def changes() -> object:
        yield ()
        entries.write_text(ENTRIES + STORY % "purposes: [pitch], withdrawn: yes", encoding="utf-8")
        yield (entries,)

    first, second = Watch(lambda: project.find(tmp_path), lambda: Wish(make_request(), ("md",))).rounds(changes())  # type: ignore[arg-type]
    assert first.warnings == ()
    assert told(second.warnings).startswith(f"{AT}:139: consent for “verhaal” was taken back [consent-withdrawn]\n")
    assert "Het was fijn." not in document(tmp_path)
