"""`pitchkit review`, and what a build and a check say of reviews, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pitchkit.cli import review
from tests.conftest import Run
from tests.factories import ENTRIES, make_workspace, write_files
from tests.repositories import commit, git, make_repository, needs_git, rewrite

TWO = f"""{ENTRIES}\
- id: geld
  kind: tip
  title: Noem het bedrag
  text: Noem het bedrag.
  audiences: [gemeente]
  themes: [kosten]
"""
STAMP = ("--stamp", "--by", "Marieke Jansen", "--date", "2026-11-22")


def stamped(run: Run, folder: Path, *ids: str) -> Path:
    make_workspace(folder, entries=TWO)
    run("review", *(ids or ("samen-leren", "geld")), *STAMP)
    return folder / "arguments/reviews.yaml"


def test_an_entry_that_nobody_reviewed_is_shown_whole(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=TWO)
    assert run("review", "geld").stdout == (
        "geld (tip), arguments/entries/alles.yaml:10:3\nnobody reviewed it yet\n\n"
        "  [default] Noem het bedrag\n    Noem het bedrag.\n\n  readers: gemeente\n  themes: kosten\n  weight: 50\n"
        "  source: none\n"
    )


def test_a_stamp_says_who_and_when_and_nothing_else_changes(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=TWO)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    result = run("review", "geld", *STAMP, "--term", "12")

    assert result.stderr == "Marieke Jansen reviewed 1 entry: arguments/reviews.yaml\n"
    assert (tmp_path / "arguments/reviews.yaml").read_text(encoding="utf-8").splitlines()[2:] == [
        "- {entry: geld, stamp: 1-7a143a028d27, by: Marieke Jansen, date: 2026-11-22, until: 2027-11-21}"
    ]
    assert {path: path.read_bytes() for path in before} == before
    assert run("review", "geld", "--date", "2027-11-21").stdout.splitlines()[1] == (
        "reviewed by Marieke Jansen on 2026-11-22, until 2027-11-21"
    )
    assert run("review", "geld", "--date", "2027-11-22").stdout.splitlines()[1] == (
        "reviewed by Marieke Jansen on 2026-11-22, which held until 2027-11-21"
    )


def test_what_needs_an_eye_is_listed_with_what_asks_most_first(run: Run, tmp_path: Path) -> None:
    stamped(run, tmp_path, "samen-leren")
    rewrite(tmp_path, "kennen elkaars vragen", "kennen het")
    result = run("review")
    assert result.stdout == "geld\tunreviewed\t\t\t\nsamen-leren\tchanged\tMarieke Jansen\t2026-11-22\t\n"
    assert result.stderr == "1 unreviewed, 1 changed.\n"


def test_when_all_is_reviewed_there_is_nothing_to_list(run: Run, tmp_path: Path) -> None:
    stamped(run, tmp_path)
    result = run("review")
    assert (result.stdout, result.stderr) == ("", "2 reviewed.\n")
    assert run("review", "--state", "reviewed").stdout.count("\n") == 2


def test_a_state_can_be_stamped_at_once(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=TWO)
    run("review", "--state", "unreviewed", *STAMP)
    assert run("review").stderr == "2 reviewed.\n"


def test_entries_of_a_library_that_is_extended_are_not_counted(run: Run, tmp_path: Path) -> None:
    entries = ENTRIES.replace("werkboek", "gmw-kenmerken").replace("samen-leren", "eigen")
    write_files(tmp_path / "arguments", {"library.yaml": "extends: pitchkit\n", "entries/eigen.yaml": entries})
    result = run("review")
    assert result.stdout == "eigen\tunreviewed\t\t\t\n"
    assert result.stderr.startswith("1 unreviewed.\n")
    run("review", "niet-de-enige", *STAMP)
    assert run("review").stderr.startswith("1 unreviewed, 1 reviewed.\n")


def test_the_library_that_came_along_is_not_stamped_from_elsewhere(run: Run) -> None:
    assert run("review", "niet-de-enige", *STAMP, expect=2).stderr.endswith(
        "reviews cannot be kept in the library that came with pitchkit [review-library-shipped]\n"
        "  Make a folder arguments/ with a library.yaml that says “extends: pitchkit”.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("samen-lere",), "review: there is no entry “samen-lere” [entry-not-there]\n  Did you mean “samen-leren”?\n"),
        (
            STAMP,
            """\
--stamp: which entries are right as they stand? [review-which]
  Name their ids, or choose them with --state: unreviewed, changed, suspect, expired, reviewed.
""",
        ),
        (
            ("--state", "oud"),
            """\
--state: an entry cannot be “oud” [review-state-unknown]
  Choose one of: unreviewed, changed, suspect, expired, reviewed.
""",
        ),
        (
            ("geld", "--stamp", "--by", " "),
            (
                "--by: who reviewed it? [review-without-name]\n"
                "  Add --by with your name, or set it in git with git config user.name.\n"
            ),
        ),
    ],
    ids=["an id", "nothing to stamp", "a state", "no name"],
)
def test_what_cannot_be_done_is_told(run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    make_workspace(tmp_path, entries=TWO)
    assert run("review", *arguments, expect=2).stderr == message
    assert not (tmp_path / "arguments/reviews.yaml").exists()


# --- with git ----------------------------------------------------------------------------------------------------


@needs_git
def test_what_changed_since_the_stamp_is_shown_word_by_word(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    run("review", "samen-leren", *STAMP)
    commit(tmp_path, "Nagekeken")
    rewrite(tmp_path, "kennen elkaars vragen", "herkennen elkaars vragen")
    rewrite(tmp_path, "audiences: [gemeente, collegas]", "audiences: [gemeente]")
    assert run("review", "samen-leren").stdout == (
        "samen-leren (argument), arguments/entries/alles.yaml:1:3\n"
        "changed since Marieke Jansen reviewed it on 2026-11-22\n"
        "  text:\n"
        "    Mensen leren van elkaar, want zij [-kennen-]{+herkennen+} elkaars vragen.\n"
        "  audiences: -collegas\n"
    )
    (shown,) = json.loads(run("review", "samen-leren", "--format", "json").stdout)
    assert (shown["state"], shown["by"], shown["changes"]["retaggings"]) == (
        "changed",
        "Marieke Jansen",
        [{"field": "audiences", "removed": ["collegas"], "added": []}],
    )


@needs_git
def test_what_changed_below_an_entry_is_shown(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    run("review", "samen-leren", *STAMP)
    rewrite(tmp_path, '"2020"', '"2024"', "arguments/sources.yaml")
    assert run("review").stdout.splitlines()[1] == "samen-leren\tsuspect\tMarieke Jansen\t2026-11-22\twerkboek"
    assert run("review", "samen-leren").stdout.splitlines()[1:] == [
        "as Marieke Jansen reviewed it on 2026-11-22, but what it rests on changed",
        "  source werkboek:",
        "    year: 2020 → 2024",
    ]
    (shown,) = json.loads(run("review", "samen-leren", "--format", "json").stdout)
    assert shown["causes"] == [
        {
            "kind": "source",
            "id": "werkboek",
            "changes": {"retaggings": [{"field": "year", "removed": ["2020"], "added": ["2024"]}]},
        }
    ]


@needs_git
def test_a_text_that_was_never_committed_cannot_be_shown(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    rewrite(tmp_path, "Noem het bedrag.", "Noem een bedrag.")
    run("review", "geld", *STAMP)
    rewrite(tmp_path, "Noem een bedrag.", "Noem elk bedrag.")
    assert run("review", "geld").stdout.splitlines()[2] == (
        "  What it said then cannot be shown: no commit has the text that was stamped. This is what it says now:"
    )


def test_without_git_it_says_why_it_cannot_show_what_was(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamped(run, tmp_path)
    rewrite(tmp_path, "Noem het bedrag.", "Noem elk bedrag.")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("review", "geld").stdout.splitlines()[2] == (
        "  What it said then cannot be shown: git is not installed here, and it is what remembers earlier texts. "
        "This is what it says now:"
    )


@needs_git
def test_a_shallow_copy_says_why_it_cannot_show_what_was(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_repository(tmp_path / "heel", TWO)
    monkeypatch.chdir(tmp_path / "heel")
    run("review", "geld", *STAMP)
    rewrite(tmp_path / "heel", "Noem het bedrag.", "Noem elk bedrag.")
    commit(tmp_path / "heel", "Herschreven")
    for words, folder, why in (
        (("--depth", "1"), "ondiep", "this copy has only the last commits"),
        (("--filter=blob:none",), "leeg", "this copy of the repository does not have every earlier text"),
    ):
        git(tmp_path / "heel", "config", "uploadpack.allowFilter", "true")
        git(tmp_path, "clone", "--quiet", *words, (tmp_path / "heel").as_uri(), folder)
        monkeypatch.chdir(tmp_path / folder)
        assert run("review", "geld").stdout.splitlines()[2] == (
            f"  What it said then cannot be shown: {why}. This is what it says now:"
        )


@pytest.mark.parametrize("stamp", ["1-7a143a0", "9-7a143a028d27"], ids=["broken by hand", "a form of the future"])
def test_a_stamp_that_cannot_be_read_is_mended_by_another(run: Run, tmp_path: Path, stamp: str) -> None:
    path = stamped(run, tmp_path)
    rewrite(tmp_path, "1-7a143a028d27", stamp, "arguments/reviews.yaml")
    result = run("review", expect=1)
    assert result.stdout == "geld\tunreviewed\t\t\t\n"
    assert result.stderr.splitlines()[1].startswith("arguments/reviews.yaml:3:24: ")
    assert "arguments/reviews.yaml:3:24: " in run("check", expect=1).stderr

    run("review", "geld", *STAMP)

    assert "1-7a143a028d27" in path.read_text(encoding="utf-8")
    assert run("review").stderr == "2 reviewed.\n"


def test_what_somebody_else_stamps_while_we_are_asked_stays(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_workspace(tmp_path, entries=TWO)

    def answer_late(*_asked: object) -> bool:
        monkeypatch.setattr(review, "_is_confirmed", lambda *_asked: True)
        run("review", "samen-leren", *STAMP)
        return True

    monkeypatch.setattr(review, "_is_confirmed", answer_late)
    run("review", "geld", *STAMP)
    assert run("review").stderr == "2 reviewed.\n"


@pytest.mark.parametrize(("answers", "is_stamped"), [("yse\ny\n", True), ("\n", False)], ids=["yes", "Enter"])
def test_at_a_terminal_a_stamp_waits_for_a_yes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: str, *, is_stamped: bool
) -> None:
    make_workspace(tmp_path, entries=TWO)
    monkeypatch.setattr("pitchkit.cli.asking.can_ask", lambda: True)

    told = run("review", "geld", *STAMP, answers=answers).stderr

    assert "Is this entry right as it stands, Marieke Jansen? (yes/no) [no]: " in told
    assert ("Answer yes or no." in told) == is_stamped
    assert ("Stopped; nothing was written." in told) != is_stamped
    assert (tmp_path / "arguments/reviews.yaml").is_file() == is_stamped


@needs_git
def test_the_name_in_git_signs_unless_another_is_given(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    assert run("review", "geld", "--stamp").stderr == "Marieke Jansen reviewed 1 entry: arguments/reviews.yaml\n"


@needs_git
@pytest.mark.parametrize("ids", [("geld", "samen-leren"), ("geld", "geld")], ids=["two entries", "one entry"])
@pytest.mark.parametrize("is_begun", [True, False], ids=["reviews there", "the first reviews"])
def test_two_who_stamp_at_the_same_time_are_brought_together(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ids: tuple[str, str], *, is_begun: bool
) -> None:
    run("init", "team")
    folder = tmp_path / "team"
    monkeypatch.chdir(folder)
    entries = TWO.replace("werkboek", "gmw-kenmerken")
    (folder / "arguments/entries/eigen.yaml").write_text(entries, encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    if is_begun:
        run("review", "niet-de-enige", *STAMP)
    commit(folder, "Begin")
    for branch, entry, by in zip(("een", "twee"), ids, ("Marieke", "Jan"), strict=True):
        git(folder, "switch", "--quiet", "--create", branch, "main")
        run("review", entry, "--stamp", "--by", by, "--date", "2026-11-22")
        commit(folder, f"Nagekeken door {by}")

    git(folder, "merge", "--quiet", "--no-edit", "een")

    assert run("review", *ids, "--state", "reviewed").stdout.count("reviewed by") == len(set(ids))
    run("review", ids[0], *STAMP)
    assert (folder / "arguments/reviews.yaml").read_text(encoding="utf-8").count("entry: geld") == 1


# --- build and check ---------------------------------------------------------------------------------------------


def test_a_final_build_warns_before_the_first_review_too(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=TWO)
    assert (
        "arguments: 2 of the 2 entries in these documents are not reviewed as they stand: geld, samen-leren [final-unreviewed]\n"
        in run("build", "-a", "gemeente", "-f", "md", "--final").stderr
    )


def test_a_final_build_warns_of_what_is_not_reviewed_as_it_stands(run: Run, tmp_path: Path) -> None:
    stamped(run, tmp_path, "samen-leren")
    build = ("build", "-a", "gemeente", "-f", "md", "--date", "2026-11-22")
    result = run(*build, "--final")
    assert "1 of the 2 entries in these documents are not reviewed as they stand: geld [final-unreviewed]\n" in result.stderr
    assert result.stdout == "output/pitch-gemeente.md\n"
    assert "final-unreviewed" not in run(*build).stderr


def test_an_answer_that_stands_in_a_document_counts_too(run: Run, tmp_path: Path) -> None:
    objection = (
        "- {id: duur, kind: objection, title: Duur, text: Het kost veel., audiences: [gemeente], answers: [samen-leren]}\n"
    )
    head = "---\ntitle: Groepswerk\naudiences: [gemeente]\nsections:\n  bezwaren: {kinds: [objection]}\n---\n"
    answers = "{% for answer in one.answers %}\n{{ answer.text }}\n{% endfor %}\n"
    body = f"{{% for one in entries.bezwaren %}}\n{{{{ one.text }}}}\n\n{answers}{{% endfor %}}\n"
    make_workspace(tmp_path, entries=ENTRIES + objection, template=head + body)
    run("review", "duur", *STAMP)
    result = run("build", "-a", "gemeente", "-f", "md", "--final", "--date", "2026-11-22")
    assert "1 of the 2 entries in these documents are not reviewed as they stand: samen-leren" in result.stderr


def test_a_library_that_requires_reviews_refuses_a_final_build(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=TWO)
    rewrite(tmp_path, "words:", "review: {required: yes}\nwords:", "arguments/library.yaml")
    result = run("build", "-a", "gemeente", "-f", "md", "--final", expect=1)
    assert (
        "2 of the 2 entries in these documents are not reviewed as they stand: geld, samen-leren [final-unreviewed]"
        in result.stderr
    )
    assert not (tmp_path / "output").exists()


def test_a_check_warns_of_reviews_that_hold_no_longer(run: Run, tmp_path: Path) -> None:
    stamped(run, tmp_path)
    assert "review" not in run("check").stderr
    rewrite(tmp_path, "Noem het bedrag.", "Noem elk bedrag.")
    assert (
        "arguments/entries/alles.yaml:10:7: “geld” was changed since Marieke Jansen reviewed it on 2026-11-22 [review-changed]\n"
        in run("check").stderr
    )
