"""Building documents: where they go, in which formats, and what is told beside them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from pitchkit import publishing, terminal
from tests.conftest import Run
from tests.factories import HEAD, PROFILE, make_workspace, write_files

LIBRARY = "Library: arguments, 1 entry\n"
PITCH = ("build", "--audience", "gemeente", "--date", "2026-11-22")
OPEN = HEAD.replace("sections:", "needs: [organisation.name]\nsections:") + "{{ organisation.name }} {{ contact.name }}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which a pitch says "Samen vraagt iets"."""
    return make_workspace(tmp_path)


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_pitch_is_a_word_document_in_output_unless_told_otherwise(run: Run, folder: Path) -> None:
    result = run(*PITCH)
    assert (result.stdout, result.stderr) == ("output/pitch-gemeente.docx\n", LIBRARY)
    assert files_in(folder / "output") == ["pitch-gemeente.docx"]
    assert zipfile.ZipFile(folder / "output/pitch-gemeente.docx").testzip() is None


@pytest.mark.parametrize("name", ["gemeente", "municipality", "Municipality"])
@pytest.mark.usefixtures("folder")
def test_english_and_dutch_names_make_the_same_document(run: Run, name: str) -> None:
    assert run("build", "-a", name, "-f", "md").stdout == "output/pitch-gemeente.md\n"


def test_several_formats_and_documents_each_get_their_name(run: Run, folder: Path) -> None:
    write_files(folder, {"templates/brief/any.md.j2": HEAD + "Brief.\n"})
    result = run(*PITCH, "-d", "brief", "-d", "pitch", "-f", "md", "-f", "docx", "-f", "md")
    assert result.stdout.splitlines() == [
        f"output/{name}-gemeente.{suffix}" for name in ("brief", "pitch") for suffix in ("md", "docx")
    ]
    assert len(files_in(folder / "output")) == 4


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("mijn.md", "mijn.md"),
        ("map/mijn.docx", "map/mijn.docx"),
        ("map", "map/pitch-gemeente.docx"),
        ("er.is", "er.is/pitch-gemeente.docx"),
    ],
    ids=["a file", "a file in a new folder", "a new folder", "a folder with a point"],
)
def test_output_names_a_file_or_a_folder(run: Run, folder: Path, place: str, path: str) -> None:
    (folder / "er.is").mkdir()
    assert run(*PITCH, "-o", place).stdout == f"{path}\n"
    assert (folder / path).is_file()


@pytest.mark.usefixtures("folder")
def test_output_may_lie_anywhere(run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elders") / "x.md"
    assert run(*PITCH, "-o", elsewhere).stdout == f"{elsewhere}\n"


def test_a_dash_gives_the_document_itself(run: Run, folder: Path) -> None:
    assert run(*PITCH, "-f", "md", "-o", "-").stdout.startswith("# Groepswerk\n")
    assert zipfile.ZipFile(BytesIO(run(*PITCH, "-o", "-").stdout_bytes)).testzip() is None
    assert not (folder / "output").exists()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param(
            ["-f", "md", "-f", "docx", "-o", "x.md"],
            "--output: 2 documents do not fit in one file [output-one-file]\n  Name a folder with --output.\n",
            id="two formats in one file",
        ),
        pytest.param(
            ["-f", "md", "-f", "docx", "-o", "-"],
            "--output: 2 documents cannot go to standard output at once [output-one-stream]\n"
            "  Ask for one document in one format, or name a folder.\n",
            id="two formats in one stream",
        ),
        pytest.param(
            ["-f", "docx", "-o", "x.md"],
            "--output: “x.md” does not end in a format that is asked for: docx [output-suffix]\n"
            "  Change the ending, or name a folder.\n",
            id="one format under the name of another",
        ),
        pytest.param(
            ["-o", "x.pdf"],
            "--output: “x.pdf” does not end in a format that is asked for: docx [output-suffix]\n"
            "  Change the ending, or name a folder.\n",
            id="a format that there is not",
        ),
        pytest.param(
            ["-f", "pdf", "--date", "morgen", "-t", "kostn", "-g", "x", "--position", "y", "-d", "pich"],
            "--date: “morgen” is not a date [date-wrong]\n  Write it as year-month-day: 2027-01-15.\n"
            "--document: there is no document “pich”: {documents} [document-unknown]\n  Did you mean “pitch”?\n"
            "--format: there is no format “pdf” [format-unknown]\n  Choose one of: docx, md.\n"
            "--group: the profile has no group “x”:  [group-unknown]\n"
            "--position: there is no funding position “y” [position-unknown]\n"
            "  Choose one of: contract, overeenkomst, vermarkten, aanbesteding.\n"
            "--theme: there is no theme “kostn” [theme-unknown]\n  Did you mean “kosten”?\n",
            id="everything at once",
        ),
    ],
)
def test_options_that_cannot_be_are_all_told_and_nothing_is_written(run: Run, folder: Path, args: list[str], told: str) -> None:
    result = run(*PITCH, *args, expect=2)
    start, _, rest = told.partition("{documents}")
    assert result.stdout == ""
    assert result.stderr.startswith(LIBRARY + start)
    assert result.stderr.endswith(rest)
    assert rest or result.stderr == LIBRARY + told
    assert not (folder / "output").exists()


def test_what_is_open_and_what_waits_is_told_with_the_keys_that_fill_it(run: Run, tmp_path: Path) -> None:
    waits = "- {id: wacht, kind: argument, title: W, text: W, short: W, certainty: mogelijk, requires: [costs.comparison]}\n"
    make_workspace(tmp_path, template=OPEN, profile="", entries=waits)
    assert run(*PITCH).stderr == (
        f"{LIBRARY}Still open; fill these in in pitchkit.yaml:\n"
        "  organisation.name: naam organisatie\n"
        "  contact.name: contact.name\n"
        "Left out until it is known:\n"
        "  wacht: costs.comparison\n"
    )


def test_final_names_what_it_needs_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, template=OPEN, profile="contact: {name: Noor}\n")
    result = run(*PITCH, "--final", expect=1)
    assert result.stdout == ""
    assert result.stderr == (
        f"{LIBRARY}pitchkit.yaml:1:1: pitch cannot be final: “naam organisatie” is still open [field-open]\n"
        "  Fill in organisation.name.\n"
    )
    assert not (tmp_path / "output").exists()


def test_final_lets_through_what_is_filled_in(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, template=OPEN, profile=PROFILE)
    assert run(*PITCH, "--final").stdout == "output/pitch-gemeente.docx\n"


TWO = "".join(
    f"- {{id: {name}, kind: argument, title: {name}, text: {name} zegt iets, short: {name} zegt iets, certainty: mogelijk,"
    f" weight: {weight}, themes: [{theme}]}}\n"
    for name, weight, theme in (("licht", 10, "kosten"), ("zwaar", 90, "netwerk"))
)


def test_a_word_limit_says_what_was_left_out(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=TWO)
    assert run(*PITCH, "--max-words", "8").stderr == (
        "Library: arguments, 2 entries\npitch-gemeente: 6 words, at most 8.\nLeft out for the word limit: licht\n"
    )


def test_a_theme_narrows_the_arguments(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=TWO)
    shown = run(*PITCH, "-f", "md", "-o", "-", "--theme", "kosten").stdout
    assert ("licht zegt iets" in shown, "zwaar zegt iets" in shown) == (True, False)


def test_explain_gives_the_reason_for_every_entry(run: Run, tmp_path: Path) -> None:
    others = (
        "- {id: anders, kind: tip, title: A, text: A, audiences: [collegas]}\n"
        "- {id: niet-gevraagd, kind: step, title: S, text: S}\n"
        "- {id: verhaal, kind: experience, title: V, text: V, consent: {purposes: [flyer]}}\n"
    )
    make_workspace(tmp_path, entries=TWO + others)
    told = run(*PITCH, "--theme", "netwerk", "--explain").stderr
    assert told == (
        "Library: arguments, 5 entries\npitch-gemeente\n"
        "zwaar\targument\t90\tin: punten, in full\n"
        "niet-gevraagd\tstep\t50\tout: this document asks for no step\n"
        "licht\targument\t10\tout: about kosten\n"
        "verhaal\texperience\t50\tout: no consent (pitch)\n"
        "1 entry is for other readers.\n"
        "Left out, since the consent does not cover it; ask first, and add it to the consent of the entry:\n"
        "  verhaal: pitch (consent is for flyer)\n"
    )


def test_an_edited_document_is_left_alone_and_both_are_named(run: Run, folder: Path) -> None:
    run(*PITCH, "-f", "md")
    document = folder / "output/pitch-gemeente.md"
    document.write_text(document.read_text(encoding="utf-8").replace("vraagt", "VRAAGT"), encoding="utf-8")
    result = run(*PITCH, "-f", "md")
    assert result.stdout == "output/pitch-gemeente-2.md\n"
    assert result.stderr == (
        f"{LIBRARY}output/pitch-gemeente.md was edited since it was built and has been left alone;"
        " the new one is output/pitch-gemeente-2.md. Use --force to write over it.\n"
    )
    assert "VRAAGT" in document.read_text(encoding="utf-8")
    assert run(*PITCH, "-f", "md", "--force").stdout == "output/pitch-gemeente.md\n"
    assert "VRAAGT" not in document.read_text(encoding="utf-8")


def test_a_word_document_that_was_edited_is_left_alone(run: Run, folder: Path) -> None:
    run(*PITCH)
    document = folder / "output/pitch-gemeente.docx"
    with zipfile.ZipFile(document) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"vraagt", b"VRAAGT")
    with zipfile.ZipFile(document, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    assert run(*PITCH).stdout == "output/pitch-gemeente-2.docx\n"


@pytest.mark.parametrize("name", ["pitch-gemeente.md", "pitch-gemeente.docx"])
def test_a_file_that_is_not_ours_is_never_written_over(run: Run, folder: Path, name: str) -> None:
    write_files(folder, {f"output/{name}": "van iemand anders"})
    run(*PITCH, "-f", name.rpartition(".")[2])
    assert (folder / "output" / name).read_text(encoding="utf-8") == "van iemand anders"


def test_building_again_writes_over_what_was_built(run: Run, folder: Path) -> None:
    for date in ("2026-11-22", "2026-11-23", "2026-11-23"):
        assert run("build", "-a", "gemeente", "--date", date, "-f", "md", "-f", "docx").stdout.count("-2") == 0
    assert len(files_in(folder / "output")) == 2


def test_a_document_that_is_open_in_word_is_named_and_none_is_changed(run: Run, folder: Path) -> None:
    run(*PITCH, "-f", "md", "-f", "docx")
    before = {name: (folder / "output" / name).read_bytes() for name in files_in(folder / "output")}
    write_files(folder, {"output/~$pitch-gemeente.docx": "x", "pitchkit.yaml": "organisation: {name: Anders}\n"})
    result = run(*PITCH, "-f", "md", "-f", "docx", expect=1)
    assert result.stdout == ""
    assert result.stderr == (
        f"{LIBRARY}output/pitch-gemeente.docx: this document is open in another program [output-open]\n"
        "  Close it and try again.\n"
    )
    assert {name: (folder / "output" / name).read_bytes() for name in before} == before


def test_a_mistake_in_one_of_several_documents_keeps_all_from_being_written(run: Run, folder: Path) -> None:
    write_files(folder, {"templates/brief/any.md.j2": HEAD + "{{ fout }}\n"})
    result = run(*PITCH, "-d", "pitch", "-d", "brief", expect=1)
    assert (result.stdout, result.stderr) == (
        "",
        f"{LIBRARY}templates/brief/any.md.j2:7:1: there is nothing called “fout” here [template-unknown-name]\n",
    )
    assert not (folder / "output").exists()


def test_an_output_folder_that_is_a_link_is_followed(run: Run, folder: Path) -> None:
    (folder / "wolk").mkdir()
    (folder / "output").symlink_to("wolk")
    run(*PITCH, "-f", "md")
    assert files_in(folder / "wolk") == ["pitch-gemeente.md"]


@pytest.mark.parametrize(("options", "told_first"), [([], "short"), (["--paginate"], "long"), (["--all"], "long")])
def test_what_takes_long_shows_how_far_it_is_until_the_files_are_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], told_first: str
) -> None:
    make_workspace(tmp_path)
    told: list[object] = []

    @contextmanager
    def progress(_doing: str, *, shown: bool) -> Iterator[Callable[[Sequence[object]], Iterable[object]]]:
        told.append("long" if shown else "short")
        yield iter
        told.append("done")

    make = publishing.files

    def files(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - as for the real one
        told.append("files")
        return make(*args, **named)

    monkeypatch.setattr(terminal, "progress", progress)
    monkeypatch.setattr(publishing, "files", files)
    run("build", "-a", "gemeente", "-d", "pitch", "-f", "md", *options)

    assert told == [told_first, "files", "done"]
