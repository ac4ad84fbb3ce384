"""`pitchkit diff` and `pitchkit log`, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.factories import ENTRIES
from tests.repositories import commit, git, make_repository, needs_git, rewrite

pytestmark = needs_git

MORE = """
- id: geld
  kind: tip
  title: Noem het bedrag
  text: Noem het bedrag.
  audiences: [gemeente, collegas]
  versions:
    gemeente: {text: Noem het bedrag per jaar.}
  themes: [kosten]
"""
NEW = """
- id: nieuw
  kind: tip
  title: Vraag door
  text: Vraag wat iemand bedoelt.
  audiences: [collegas]
  themes: [netwerk]
"""
TEMPLATES = "--templates", "templates"


def change(folder: Path) -> None:
    make_repository(folder, ENTRIES + MORE)
    rewrite(folder, "kennen elkaars vragen", "herkennen\n    elkaars vragen")
    rewrite(folder, "certainty: aannemelijk", "certainty: mogelijk")
    rewrite(folder, "per jaar", "per half jaar")
    rewrite(folder, MORE[-22:], MORE[-22:] + NEW)


def test_the_argument_is_compared_and_not_its_lines(run: Run, tmp_path: Path) -> None:
    change(tmp_path)
    result = run("diff", "HEAD")
    lines = result.stdout.splitlines()
    assert lines[0] == "added: nieuw (tip), Vraag door"
    assert lines[2:5] == [
        "reworded: geld (tip), arguments/entries/alles.yaml:12:3",
        "  text (gemeente):",
        "    Noem het bedrag per {+half+} jaar.",
    ]
    assert lines[6:10] == [
        "reworded, retagged: samen-leren (argument), arguments/entries/alles.yaml:1:3",
        "  text:",
        "    Mensen leren van elkaar, want zij [-kennen-]{+herkennen+} elkaars vragen.",
        "  certainty: aannemelijk → mogelijk",
    ]
    assert "pitch (gemeente, collegas)" in lines[10]
    assert lines[-1].startswith("Documents that this could show in: ")
    assert result.stderr == "1 added, 2 changed.\n"


def test_documents_are_those_whose_reader_would_see_it(run: Run, tmp_path: Path) -> None:
    change(tmp_path)
    data = json.loads(run("diff", "HEAD", "--format", "json").stdout)
    assert [one["id"] for one in data["added"]] == ["nieuw"]
    by_id = {one["id"]: [(pair["document"], pair["audience"]) for pair in one["documents"]] for one in data["changed"]}
    assert ("pitch", "gemeente") in by_id["geld"]
    assert ("pitch", "collegas") not in by_id["geld"]
    assert ("pitch", "collegas") in by_id["samen-leren"]
    assert data["changed"][0]["rewordings"][0]["words"] == [
        {"mark": "same", "text": "Noem het bedrag per"},
        {"mark": "same", "text": " "},
        {"mark": "added", "text": "half"},
        {"mark": "same", "text": " "},
        {"mark": "same", "text": "jaar."},
    ]
    assert (data["since"], data["until"]) == ("HEAD", None)


def test_what_no_reader_sees_touches_no_document(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES + MORE)
    rewrite(tmp_path, "  themes: [kosten]\n", "  themes: [kosten]\n  keywords: [tarief]\n")
    assert run("diff", "HEAD").stdout == "retagged: geld (tip), arguments/entries/alles.yaml:11:3\n  keywords: +tarief\n"


def test_markdown_is_for_a_merge_request(run: Run, tmp_path: Path) -> None:
    change(tmp_path)
    shown = run("diff", "HEAD", "--format", "md").stdout
    assert shown.startswith("## Added\n\n- `nieuw`: Vraag door\n\n## Changed\n\n### `geld`: Noem het bedrag (reworded)\n\n")
    assert "- text: Mensen leren van elkaar, want zij ~~kennen~~**herkennen** elkaars vragen.\n" in shown


def test_nothing_that_counts_is_nothing(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES + MORE)
    rewrite(tmp_path, "want zij kennen", "want zij\n    kennen")
    result = run("diff", "HEAD")
    assert (result.stdout, result.stderr) == ("", "Nothing changed in the argument.\n")
    assert run("diff", "HEAD", "--format", "md").stdout == "Nothing changed in the argument.\n"


def test_an_entry_in_another_file_is_told_as_that(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES + MORE)
    rewrite(tmp_path, MORE, "")
    (tmp_path / "arguments/entries/geld.yaml").write_text(MORE, encoding="utf-8")
    result = run("diff", "HEAD")
    assert (result.stdout, result.stderr) == ("", "Nothing changed in the argument, 1 in another file, unchanged.\n")


@pytest.mark.parametrize("words", [("HEAD~1", "HEAD"), ("HEAD~1..HEAD",), ("HEAD~1...",)], ids=" ".join)
def test_two_revisions_are_compared(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    change(tmp_path)
    commit(tmp_path, "Herschreven")
    rewrite(tmp_path, NEW, "")
    assert run("diff", *words).stderr == "1 added, 2 changed.\n"
    assert run("diff", "HEAD").stdout.startswith("removed: nieuw (tip), Vraag door\n")


def test_three_dots_compare_with_where_the_branch_began(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES + MORE)
    git(tmp_path, "switch", "--quiet", "--create", "tak")
    rewrite(tmp_path, "per jaar", "per half jaar")
    commit(tmp_path, "Op de tak")
    git(tmp_path, "switch", "--quiet", "main")
    rewrite(tmp_path, "kennen elkaars vragen", "herkennen elkaars vragen")
    commit(tmp_path, "Op de stam")

    assert run("diff", "main..tak").stderr == "2 changed.\n"
    result = run("diff", "main...tak")
    assert (result.stdout.splitlines()[0], result.stderr) == (
        "reworded: geld (tip), tak:arguments/entries/alles.yaml:11:3",
        "1 changed.\n",
    )


def test_branches_that_share_nothing_are_told(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES)
    git(tmp_path, "switch", "--quiet", "--orphan", "los")
    commit_nothing = ("commit", "--quiet", "--allow-empty", "--message", "Los")
    git(tmp_path, *commit_nothing)
    git(tmp_path, "switch", "--quiet", "main")
    assert run("diff", "main...los", expect=2).stderr == (
        "main...los: “main” and “los” have no commit in common here [revisions-apart]\n"
        "  Compare them as they are: main..los, with two dots.\n"
    )


def test_it_does_not_matter_from_which_folder_one_asks(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_repository(tmp_path, ENTRIES + MORE)
    rewrite(tmp_path, "per jaar", "per half jaar")
    monkeypatch.chdir(tmp_path / "arguments/entries")
    assert run("diff", "HEAD").stderr == "1 changed.\n"
    assert run("log", "geld").stdout.splitlines()[0] == "\t\treworded: text (gemeente)\tnot committed yet"
    assert run("review").stderr.startswith("2 unreviewed.\n")


def test_what_changed_around_the_argument_is_named(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES)
    rewrite(tmp_path, "title: Groepswerk", "title: Waarom groepswerk", "templates/pitch/any.md.j2")
    rewrite(tmp_path, "\n", "\r\n", "arguments/audiences.yaml")
    themes = tmp_path / "arguments/themes.yaml"
    themes.write_text(themes.read_text(encoding="utf-8") + "# nieuw\n", encoding="utf-8")
    named = "Also changed, around the argument: arguments/themes.yaml, templates/pitch/any.md.j2.\n"
    assert run("diff", "HEAD").stderr == f"Nothing changed in the argument.\n{named}"
    commit(tmp_path, "Rondom")
    assert run("diff", "HEAD~1", "HEAD").stderr == f"Nothing changed in the argument.\n{named}"
    assert run("diff", "HEAD~1", "--format", "md").stdout == f"Nothing changed in the argument.\n\n{named}"
    around = json.loads(run("diff", "HEAD~1", "--format", "json").stdout)["around"]
    assert around == ["arguments/themes.yaml", "templates/pitch/any.md.j2"]
    assert json.loads(run("diff", "HEAD", "--format", "json").stdout)["around"] == []


def test_another_id_is_told_as_that(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES + MORE)
    rewrite(tmp_path, "id: samen-leren", "id: leren-van-elkaar")
    result = run("diff", "HEAD")
    assert result.stdout.startswith("renamed from samen-leren: leren-van-elkaar (argument), arguments/entries/alles.yaml:1:3\n")


def test_a_changed_source_is_told(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES)
    rewrite(tmp_path, '"2020"', '"2024"', "arguments/sources.yaml")
    assert run("diff", "HEAD").stdout == "source changed: werkboek\n  year: 2020 → 2024\n"


def test_what_cannot_be_read_is_told_and_does_not_stop_the_rest(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES + MORE)
    rewrite(tmp_path, "kind: tip", "kind: raad")
    result = run("diff", "HEAD")
    assert result.stderr.startswith(
        "arguments has 1 problem; what cannot be read counts as not there. The first:\narguments/entries/alles.yaml:12:9: "
    )
    assert result.stdout.startswith("removed: geld (tip)")


def test_an_unknown_revision_is_a_wrong_command(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES)
    result = run("diff", "gisteren", expect=2)
    assert (result.stdout, result.stderr.splitlines()[0]) == (
        "",
        "gisteren: there is no revision “gisteren” [revision-unknown]",
    )


# --- log ---------------------------------------------------------------------------------------------------------


def test_who_changed_an_entry_when_and_why(run: Run, tmp_path: Path) -> None:
    change(tmp_path)
    commit(tmp_path, "Herkennen zegt meer\n\nDat vond de groep.", author="Jan de Boer", day="2026-11-05")
    rewrite(tmp_path, "title: Mensen leren van elkaar", "title: Mensen steken iets op van elkaar")
    result = run("log", "samen-leren")
    assert result.stdout == (
        "\t\treworded: title\tnot committed yet\n"
        "2026-11-05\tJan de Boer\treworded: text; certainty: aannemelijk → mogelijk\tHerkennen zegt meer\n"
        "2026-11-01\tMarieke Jansen\tadded\tBegin\n"
    )
    now, last, first = json.loads(run("log", "samen-leren", "--format", "json").stdout)
    assert (now["commit"], last["message"], first["changes"]) == (None, "Herkennen zegt meer\n\nDat vond de groep.", None)
    assert last["date"] == "2026-11-05T12:00:00+01:00"
    assert last["changes"]["retaggings"] == [{"field": "certainty", "removed": ["aannemelijk"], "added": ["mogelijk"]}]


def test_another_id_is_told_where_it_came_from(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES)
    rewrite(tmp_path, "id: samen-leren", "id: leren-van-elkaar")
    commit(tmp_path, "Een betere naam", day="2026-11-02")
    assert run("log", "leren-van-elkaar").stdout == (
        "2026-11-02\tMarieke Jansen\trenamed from samen-leren\tEen betere naam\n2026-11-01\tMarieke Jansen\tadded\tBegin\n"
    )


def test_an_entry_that_is_gone_keeps_its_history(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES + MORE)
    rewrite(tmp_path, MORE, "")
    commit(tmp_path, "Weg", day="2026-11-02")
    assert run("log", "geld").stdout == "2026-11-02\tMarieke Jansen\tremoved\tWeg\n2026-11-01\tMarieke Jansen\tadded\tBegin\n"


def test_an_entry_that_never_was_is_a_wrong_command(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES)
    assert run("log", "samen-lere", expect=2).stderr == (
        "log: no commit has an entry “samen-lere” [entry-not-in-history]\n  Did you mean “samen-leren”?\n"
    )


def test_an_entry_that_came_along_with_another_library_has_no_history_here(run: Run, tmp_path: Path) -> None:
    make_repository(tmp_path, ENTRIES)
    rewrite(tmp_path, "words:", "extends: pitchkit\nwords:", "arguments/library.yaml")
    assert run("log", "niet-de-enige", expect=2).stderr.startswith("log: no commit has an entry “niet-de-enige”")
