"""What git remembers: a library at a revision, the commits that changed an entry, and how it was when it was stamped."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import project
from pitchkit.history import earlier, git, passages, revisions
from pitchkit.history.git import Repository
from pitchkit.history.tracing import ENTRIES, Step, Tracer
from pitchkit.model import Entry
from pitchkit.reviewing import stamping
from tests import repositories
from tests.factories import ENTRIES as ONE
from tests.factories import refusal, write_files
from tests.repositories import commit, make_repository, needs_git, rewrite

pytestmark = needs_git

TWO = f"{ONE}\n# over geld\n- id: geld\n  kind: tip\n  title: Noem het bedrag\n  text: Noem het bedrag.\n  themes: [kosten]\n"
REWORDED = "want zij kennen elkaars vragen"


def opened(folder: Path) -> Repository:
    return git.open_repository(folder, folder.name)


def steps_of(folder: Path, entry_id: str = "samen-leren", library: str = "arguments") -> list[Step[Entry]]:
    repository = opened(folder / library)
    return list(Tracer(repository, Entry, entry_id).steps(f"{repository.inside}{ENTRIES}", repository.resolve("HEAD")))


def subjects(folder: Path, entry_id: str = "samen-leren", library: str = "arguments") -> list[str]:
    return [step.commit.subject for step in steps_of(folder, entry_id, library)]


# --- one item in a text ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("- id: a\n  x: 1\n- id: b\n  y: 2\n", "- id: b\n  y: 2\n", id="the last"),
        pytest.param("- id: b\n  y: |\n    - id: a\n\n# x\n- id: c\n", "- id: b\n  y: |\n    - id: a\n", id="up to the next"),
        pytest.param("  - id: b\n    y: 2\n  - id: c\n", "  - id: b\n    y: 2\n", id="set in"),
        pytest.param("- {kind: tip, id: b, y: 2}\n- {id: c}\n", "- {kind: tip, id: b, y: 2}\n", id="in braces"),
        pytest.param("- id: 'b'\n  y: 2\n", "- id: 'b'\n  y: 2\n", id="in quotes"),
        pytest.param("- id: bb\n- id: a\n  answers: [b]\n", "", id="only named by another"),
        pytest.param("- kind: tip\n  id: b\n", "- kind: tip\n  id: b\n", id="with the id further down"),
        pytest.param("# - id: b\n#   y: 2\n", "", id="in an example that is a comment"),
        pytest.param("- id: a\n  text: |\n    Zie id: b\n", "", id="in the words of another"),
    ],
)
def test_an_item_is_found_by_its_id(text: str, found: str) -> None:
    assert passages.passage(text.encode(), "b", "x.yaml") == found
    assert passages.passage(text.replace("\n", "\r\n").encode(), "b", "x.yaml") == found


def test_an_item_in_a_text_that_is_no_text_is_not_found() -> None:
    assert passages.passage(b"- id: b\n  x: \xff\n", "b", "x.yaml") == ""


# --- who changed it ----------------------------------------------------------------------------------------------


def test_commits_that_changed_the_entry_are_told_and_no_others(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    rewrite(tmp_path, "Noem het bedrag.", "Noem een bedrag.")
    commit(tmp_path, "Iets anders in hetzelfde bestand")
    rewrite(tmp_path, REWORDED, "want zij kennen\n    elkaars vragen")
    commit(tmp_path, "Alleen andere regels")
    rewrite(tmp_path, "vragen.", "zorgen.")
    commit(tmp_path, "Zorgen zegt meer dan vragen\n\nDat vond de groep ook.", author="Jan de Boer", day="2026-11-05")

    last, first = steps_of(tmp_path)

    assert (last.commit.author, last.commit.day) == ("Jan de Boer", "2026-11-05")
    assert last.commit.message == "Zorgen zegt meer dan vragen\n\nDat vond de groep ook."
    assert (last.before is None, last.after is None) == (False, False)
    assert (first.commit.subject, first.before) == ("Begin", None)


def test_an_entry_is_followed_into_another_file(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    rewrite(tmp_path, ONE, "")
    write_files(tmp_path, {"arguments/entries/diep/eigen.yaml": ONE})
    commit(tmp_path, "Verhuisd")
    rewrite(tmp_path, "vragen.", "zorgen.", "arguments/entries/diep/eigen.yaml")
    commit(tmp_path, "Herschreven")

    assert subjects(tmp_path) == ["Herschreven", "Begin"]


def test_an_entry_is_followed_into_a_markdown_page(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    rewrite(tmp_path, TWO[TWO.index("# over geld") :], "")
    page = "---\nkind: tip\nthemes: [kosten]\n---\n# Noem het bedrag\n\nNoem het bedrag.\n"
    write_files(tmp_path, {"arguments/entries/geld.md": page, "arguments/entries/LEESMIJ.md": "# geld\n"})
    commit(tmp_path, "Als bladzijde")
    rewrite(tmp_path, "\nNoem het", "\nNoem elk", "arguments/entries/geld.md")
    commit(tmp_path, "Herschreven")

    assert subjects(tmp_path, "geld") == ["Herschreven", "Begin"]
    reading = revisions.at(opened(tmp_path / "arguments"), "HEAD~1", project.find(tmp_path))
    assert reading.state.files["geld"] == "entries/geld.md"


def test_an_entry_is_followed_when_the_library_moves(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    rewrite(tmp_path, "vragen.", "zorgen.")
    commit(tmp_path, "Herschreven")
    (tmp_path / "team").mkdir()
    (tmp_path / "arguments").rename(tmp_path / "team/arguments")
    commit(tmp_path, "Map verplaatst")
    rewrite(tmp_path, "zorgen.", "verhalen.", "team/arguments/entries/alles.yaml")
    commit(tmp_path, "Nog eens")

    assert subjects(tmp_path, library="team/arguments") == ["Nog eens", "Herschreven", "Begin"]


def test_an_entry_that_was_removed_and_came_back_has_its_whole_history(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    rewrite(tmp_path, ONE, "")
    commit(tmp_path, "Weg ermee")
    rewrite(tmp_path, "# over geld", f"{ONE}\n# over geld")
    commit(tmp_path, "Toch niet")

    assert subjects(tmp_path) == ["Toch niet", "Weg ermee", "Begin"]
    assert [step.after is None for step in steps_of(tmp_path)] == [False, True, False]


def test_an_entry_that_got_another_id_keeps_its_history(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    rewrite(tmp_path, "vragen.", "zorgen.")
    commit(tmp_path, "Herschreven")
    rewrite(tmp_path, "id: samen-leren", "id: leren-van-elkaar")
    rewrite(tmp_path, "zorgen.", "verhalen.")
    commit(tmp_path, "Een betere naam")

    renamed, *_earlier = steps_of(tmp_path, "leren-van-elkaar")

    assert subjects(tmp_path, "leren-van-elkaar") == ["Een betere naam", "Herschreven", "Begin"]
    assert renamed.before
    assert renamed.before.id == "samen-leren"


def test_an_entry_that_took_the_place_of_quite_another_begins_there(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    rewrite(tmp_path, TWO[TWO.index("- id: geld") :], "- {id: nieuw, kind: tip, title: Vraag door, text: Door.}\n")
    commit(tmp_path, "Iets anders")

    assert subjects(tmp_path, "nieuw") == ["Iets anders"]


def branch_and_merge(folder: Path, merged: str) -> None:
    make_repository(folder, TWO)
    repositories.git(folder, "switch", "--quiet", "--create", "tak")
    rewrite(folder, "vragen.", "zorgen.")
    commit(folder, "Op de tak", day="2026-11-02")
    repositories.git(folder, "switch", "--quiet", "main")
    rewrite(folder, "Noem het bedrag.", "Noem een bedrag.")
    commit(folder, "Op de stam", day="2026-11-03")
    repositories.git(folder, "merge", "--no-commit", "--quiet", "tak")
    rewrite(folder, "zorgen.", merged)
    commit(folder, "Samengevoegd", day="2026-11-04")


def test_a_merge_that_took_one_side_changed_nothing(tmp_path: Path) -> None:
    branch_and_merge(tmp_path, "zorgen.")
    assert subjects(tmp_path) == ["Op de tak", "Begin"]


def test_a_merge_that_wrote_something_of_its_own_is_told(tmp_path: Path) -> None:
    branch_and_merge(tmp_path, "verhalen.")
    assert subjects(tmp_path) == ["Samengevoegd", "Op de tak", "Begin"]


def test_a_version_that_cannot_be_read_now_is_told_as_such(tmp_path: Path) -> None:
    make_repository(tmp_path, ONE.replace("kind: argument", "kind: pleidooi"))
    rewrite(tmp_path, "kind: pleidooi", "kind: argument")
    commit(tmp_path, "Nieuwe soort")

    assert [step.is_readable for step in steps_of(tmp_path)] == [False, False]


def test_a_file_that_was_broken_for_a_while_breaks_nothing(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    rewrite(tmp_path, "# over geld", "<<<<<<< HEAD\n# over geld")
    commit(tmp_path, "Kapot")
    rewrite(tmp_path, "<<<<<<< HEAD\n", "")
    rewrite(tmp_path, "vragen.", "zorgen.")
    commit(tmp_path, "Heel")

    assert subjects(tmp_path)[-1] == "Begin"


def test_words_of_any_sort_survive(tmp_path: Path) -> None:
    make_repository(tmp_path, ONE)
    rewrite(tmp_path, "vragen.", "één “vraag”: ☂.")
    commit(tmp_path, "Één\ttab, “aanhaling” en :000000 nullen", author="Zoë Çelik")

    (step, _first) = steps_of(tmp_path)

    assert (step.commit.author, step.commit.subject) == ("Zoë Çelik", "Één\ttab, “aanhaling” en :000000 nullen")


# --- what it was -------------------------------------------------------------------------------------------------


def memory_of(folder: Path) -> earlier.Memory:
    repository = opened(folder / "arguments")
    return earlier.Memory(repository, repository.resolve("HEAD"))


def test_the_text_that_was_stamped_is_found_by_its_stamp(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    (first,) = steps_of(tmp_path)
    assert first.after
    rewrite(tmp_path, "vragen.", "zorgen.")
    commit(tmp_path, "Herschreven")

    found = memory_of(tmp_path).entry("samen-leren", stamping.stamp_entry(first.after))

    assert found
    assert REWORDED in found.text
    assert memory_of(tmp_path).entry("samen-leren", "1-000000000000") is None


def test_a_source_is_found_by_its_stamp(tmp_path: Path) -> None:
    make_repository(tmp_path, ONE)
    before = revisions.now(project.find(tmp_path)).library.source_by_id["werkboek"]
    rewrite(tmp_path, '"2020"', '"2024"', "arguments/sources.yaml")
    commit(tmp_path, "Nieuwe druk")

    assert memory_of(tmp_path).source("werkboek", stamping.stamp_source(before)) == before


@pytest.mark.parametrize("revision", ["HEAD~1", "main~1", "eerste", "2026-11-03"], ids=["a commit", "a branch", "a tag", "a day"])
def test_a_library_is_read_as_it_was(tmp_path: Path, revision: str) -> None:
    make_repository(tmp_path, TWO)
    repositories.git(tmp_path, "tag", "eerste")
    rewrite(tmp_path, "vragen.", "zorgen.")
    commit(tmp_path, "Herschreven", day="2026-11-10")

    reading = revisions.at(opened(tmp_path / "arguments"), revision, project.find(tmp_path))

    assert REWORDED in reading.library.entry_by_id["samen-leren"].text
    assert str(reading.library.places["geld"].locate("id")) == f"{revision}:arguments/entries/alles.yaml:12:7"
    assert reading.state.files["geld"] == "entries/alles.yaml"
    assert "zorgen" in revisions.now(project.find(tmp_path)).library.entry_by_id["samen-leren"].text


def test_a_library_in_which_something_was_wrong_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO.replace("kind: tip", "kind: raad"))
    reading = revisions.at(opened(tmp_path / "arguments"), "HEAD", project.find(tmp_path))
    assert [one.id for one in reading.library.entries] == ["samen-leren"]
    assert [one.code for one in reading.problems] == ["field-choice"]


def test_a_library_that_is_the_whole_repository_is_read(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    library = tmp_path / "arguments"
    repositories.git(library, "init", "--quiet", "--initial-branch", "main")
    commit(library, "Los")
    workspace = project.find(tmp_path, Path("arguments"))
    reading = revisions.at(opened(library), "HEAD", workspace)
    assert sorted(reading.library.entry_by_id) == ["geld", "samen-leren"]
    assert subjects(tmp_path) == ["Los"]


def test_a_library_that_lay_elsewhere_is_found_there(tmp_path: Path) -> None:
    make_repository(tmp_path, TWO)
    (tmp_path / "team").mkdir()
    (tmp_path / "arguments").rename(tmp_path / "team/arguments")
    commit(tmp_path, "Map verplaatst")
    workspace = project.find(tmp_path, Path("team/arguments"))
    reading = revisions.at(opened(tmp_path / "team/arguments"), "HEAD~1", workspace)
    assert reading.state == revisions.now(workspace).state


def test_a_link_in_a_library_is_not_followed(tmp_path: Path) -> None:
    make_repository(tmp_path, ONE)
    (tmp_path / "arguments/entries/elders.yaml").symlink_to("/etc/passwd")
    commit(tmp_path, "Een link")
    reading = revisions.at(opened(tmp_path / "arguments"), "HEAD", project.find(tmp_path))
    assert (sorted(reading.library.entry_by_id), reading.problems) == (["samen-leren"], ())


# --- what git cannot tell ----------------------------------------------------------------------------------------


def told_by(folder: Path, revision: str = "HEAD") -> str:
    return refusal(lambda: opened(folder).resolve(revision))


def test_nobody_is_told_to_keep_an_installed_library_in_git() -> None:
    installed = Path(project.__file__).parent / "shipped" / "arguments"
    told = refusal(lambda: git.open_library(project.Workspace(Path("/elders"), installed, (), None)))
    assert told == (
        f"{installed}: this is the library that came with pitchkit, and how it was before is not kept with it"
        " [git-library-installed]\n"
        "  Work in a folder with a library of your own, which pitchkit init DIR makes, and keep that in git.\n"
    )


def test_a_folder_without_a_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert told_by(tmp_path) == (
        f"{tmp_path.name}: this folder is not kept in git, so nothing is known of how it was [git-no-repository]\n"
        "  Begin with: git init, git add and git commit.\n"
    )


def test_a_computer_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told_by(tmp_path) == (
        "git: git is not installed here, and it is what remembers earlier texts [git-missing]\n  Install git, and try again.\n"
    )
    assert git.user_name(tmp_path) == ""


def test_a_repository_without_commits_is_told(tmp_path: Path) -> None:
    repositories.git(tmp_path, "init", "--quiet")
    assert told_by(tmp_path) == (
        f"{tmp_path.name}: nothing was committed here yet, so nothing is known of how it was [git-no-commits]\n  Commit first.\n"
    )


@pytest.mark.parametrize("revision", ["nergens", "", "--all", "HEAD:arguments", "main..HEAD", "HEAD~99", "2026-13-45"])
def test_an_unknown_revision_is_told(tmp_path: Path, revision: str) -> None:
    make_repository(tmp_path, ONE)
    assert told_by(tmp_path, revision) == (
        f"{revision or 'REV'}: there is no revision “{revision}” [revision-unknown]\n"
        "  Name a branch, a tag, a commit such as HEAD~3, or a day such as 2026-10-01.\n"
    )


def test_a_day_before_the_first_commit_is_told(tmp_path: Path) -> None:
    make_repository(tmp_path, ONE)
    assert told_by(tmp_path, "2020-01-01") == (
        "2020-01-01: nothing had been committed yet on 2020-01-01 [revision-before-history]\n  Name a later day.\n"
    )


def test_a_tag_may_be_called_after_a_day(tmp_path: Path) -> None:
    first = repositories.git(make_repository(tmp_path, ONE), "rev-parse", "HEAD")
    repositories.git(tmp_path, "tag", "2020-01-01")
    assert opened(tmp_path).resolve("2020-01-01") == first


def test_a_copy_without_earlier_texts_says_so(tmp_path: Path) -> None:
    make_repository(tmp_path / "heel", TWO)
    rewrite(tmp_path / "heel", "vragen.", "zorgen.")
    commit(tmp_path / "heel", "Herschreven")
    repositories.git(tmp_path / "heel", "config", "uploadpack.allowFilter", "true")
    repositories.git(tmp_path, "clone", "--quiet", "--filter=blob:none", (tmp_path / "heel").as_uri(), "leeg")
    assert refusal(lambda: subjects(tmp_path / "leeg")) == (
        "leeg: this copy of the repository does not have every earlier text [git-incomplete]\n"
        "  Make a whole copy: git clone without --filter.\n"
    )


def test_a_shallow_copy_says_that_it_is_one(tmp_path: Path) -> None:
    make_repository(tmp_path / "heel", TWO)
    rewrite(tmp_path / "heel", "vragen.", "zorgen.")
    commit(tmp_path / "heel", "Herschreven")
    repositories.git(tmp_path, "clone", "--quiet", "--depth", "1", (tmp_path / "heel").as_uri(), "ondiep")
    assert told_by(tmp_path / "ondiep", "HEAD~1") == (
        "HEAD~1: there is no revision “HEAD~1” in this copy, which has only the last commits [revision-unknown-shallow]\n"
        "  Get the rest with: git fetch --unshallow. In CI: fetch-depth: 0.\n"
    )
    assert subjects(tmp_path / "ondiep") == ["Herschreven"]


def test_a_detached_head_is_as_good_as_any(tmp_path: Path) -> None:
    make_repository(tmp_path, ONE)
    repositories.git(tmp_path, "switch", "--quiet", "--detach")
    assert len(opened(tmp_path).resolve("HEAD")) == 40


def test_a_revision_before_the_library_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"leeg.txt": ""})
    repositories.git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path, "Leeg")
    make_repository(tmp_path, ONE)
    told = refusal(lambda: revisions.at(opened(tmp_path / "arguments"), "HEAD~1", project.find(tmp_path)))
    assert told == (
        "HEAD~1: there was no library in arguments/ at that revision [revision-without-library]\n  Name a later revision.\n"
    )


def test_a_hook_of_git_does_not_lead_us_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_repository(tmp_path / "een", ONE)
    make_repository(tmp_path / "twee", TWO)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "twee/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "twee/.git/index"))
    assert opened(tmp_path / "een/arguments").top == (tmp_path / "een").resolve()


def test_what_a_repository_asks_to_run_is_not_run(tmp_path: Path) -> None:
    make_repository(tmp_path, ONE)
    ran = tmp_path / "ran"
    for setting in ("core.fsmonitor", "core.pager", "diff.external", "diff.kwaad.textconv", "gpg.program"):
        repositories.git(tmp_path, "config", setting, f"touch {ran}")
    repositories.git(tmp_path, "config", "log.showSignature", "true")
    repositories.git(tmp_path, "config", "log.showRoot", "false")
    write_files(tmp_path, {".gitattributes": "*.yaml diff=kwaad\n"})
    rewrite(tmp_path, "vragen.", "zorgen.")
    opened(tmp_path / "arguments")
    assert subjects(tmp_path) == ["Begin"]
    assert not ran.exists()


def test_the_name_in_git_signs(tmp_path: Path) -> None:
    make_repository(tmp_path, ONE)
    assert git.user_name(tmp_path) == "Marieke Jansen"
