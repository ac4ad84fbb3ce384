"""Documents follow what they are made from: what changed, which documents it touches, and nothing else is written."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pitchkit import output, pipeline, project, publishing
from pitchkit.diagnostics import CommandError
from pitchkit.watching import changes
from pitchkit.watching.rounds import Round, Watch, Wish
from pitchkit.writers import Format
from tests.factories import ENTRIES, PROFILE, TEMPLATE, make_request, make_workspace, told
from tests.writers.samples import png

ENTRY_FILE = "arguments/entries/alles.yaml"
FOR_CLIENTS = """\
- id: eerlijk
  kind: tip
  title: Je bent niet alleen
  text: In de groep ben je niet alleen.
  audiences: [clienten]
  themes: [netwerk]
"""
Edit = Callable[[], object]


def watch(folder: Path, *edits: Edit, formats: tuple[Format, ...] = ("md",), **request: Any) -> Iterator[Round]:  # noqa: ANN401 - as for a request
    """Yield the round before any edit, and one after each."""

    def saved() -> Iterator[tuple[Path, ...]]:
        yield ()
        for edit in edits:
            edit()
            yield (folder / ENTRY_FILE,)

    watched = Watch(lambda: project.find(folder), lambda: Wish(make_request(**request), formats))
    return watched.rounds(saved())


def put(path: Path, text: str) -> Edit:
    return lambda: path.write_text(text, encoding="utf-8")


def names(one: Round) -> list[str]:
    return [written.path.name for written in one.written]


# --- rounds ------------------------------------------------------------------------------------------------------


def test_a_saved_entry_is_in_the_document_after_the_round(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    edit = put(tmp_path / ENTRY_FILE, ENTRIES.replace("kennen elkaars vragen", "stellen elkaars vragen"))
    first, second = watch(tmp_path, edit)

    assert names(first) == names(second) == ["pitch-gemeente.md"]
    assert second.changed == (tmp_path / ENTRY_FILE,)
    assert "stellen elkaars vragen" in (tmp_path / "output/pitch-gemeente.md").read_text()


LETTER = TEMPLATE.replace("[gemeente, collegas, clienten]", "[gemeente]") + "{% include '_delen/slot.md.j2' %}\n"
PITCHES = ["pitch-gemeente", "pitch-collegas", "pitch-clienten"]


@pytest.mark.parametrize(
    ("path", "text", "made"),
    [
        pytest.param(ENTRY_FILE, ENTRIES.replace("vragen", "zorgen") + FOR_CLIENTS, ["brief-gemeente", *PITCHES[:2]], id="entry"),
        pytest.param(ENTRY_FILE, ENTRIES + FOR_CLIENTS.replace("niet alleen.", "samen."), PITCHES[2:], id="for one reader"),
        pytest.param(ENTRY_FILE, f"# nog na te lezen\n{ENTRIES}{FOR_CLIENTS}", [], id="a comment"),
        pytest.param("templates/pitch/any.md.j2", f"{TEMPLATE}\nSlot.\n", PITCHES, id="template"),
        pytest.param("templates/brief/any.md.j2", f"{LETTER}\nPS\n", ["brief-gemeente"], id="another template"),
        pytest.param("templates/_delen/slot.md.j2", "Tot gauw.\n", ["brief-gemeente"], id="an included part"),
        pytest.param("pitchkit.yaml", "organisation: {name: Anders}\n", ["brief-gemeente", *PITCHES], id="profile"),
    ],
)
def test_only_what_a_change_touches_is_made_again(tmp_path: Path, path: str, text: str, made: list[str]) -> None:
    parts = {"templates/brief/any.md.j2": LETTER, "templates/_delen/slot.md.j2": "Tot ziens.\n"}
    make_workspace(tmp_path, entries=ENTRIES + FOR_CLIENTS, **parts)
    edit = put(tmp_path / path, text)
    first, second = watch(tmp_path, edit, audience=None, everything=True, documents=("brief", "pitch"))

    assert first.problems == second.problems == ()
    assert first.made == 4
    assert [name.removesuffix(".md") for name in names(second)] == made
    assert second.made == len(made)


@pytest.mark.parametrize("name", ["a.png", "{{ organisation.name }}.png"])
def test_a_picture_that_is_saved_is_in_the_documents_that_show_it(tmp_path: Path, name: str) -> None:
    letter = f"{TEMPLATE}\n::: figure {name}\nalt: x\n:::\n"
    pictures = {f"templates/{one}.png": png(20, 20) for one in ("a", "Samen")}
    make_workspace(tmp_path, **{"templates/brief/any.md.j2": letter}, **pictures)
    path = tmp_path / "templates" / name.replace("{{ organisation.name }}", "Samen")
    edits = [lambda: path.write_bytes(png(30, 20)), lambda: path.write_bytes(b"niets"), lambda: path.write_bytes(png(20, 20))]
    first, second, wrong, mended = watch(tmp_path, *edits, documents=("brief", "pitch"))

    assert [names(one) for one in (first, second)] == [["brief-gemeente.md", path.name, "pitch-gemeente.md"], [path.name]]
    assert [found.code for found in wrong.problems] == ["picture-format"]
    assert (names(mended), mended.made) == ([path.name], 1)


def test_a_part_that_is_named_by_a_value_could_be_any(tmp_path: Path) -> None:
    template = TEMPLATE + "{% set name = '_delen/slot.md.j2' %}{% include name %}\n"
    make_workspace(tmp_path, template=template, **{"templates/_delen/slot.md.j2": "Tot ziens.\n"})
    _first, second = watch(tmp_path, put(tmp_path / "templates/_delen/slot.md.j2", "Tot gauw.\n"))

    assert names(second) == ["pitch-gemeente.md"]


def test_an_answer_is_part_of_the_document_of_its_objection(tmp_path: Path) -> None:
    objection = """\
- id: geen-tijd
  kind: objection
  title: Daar hebben we geen tijd voor
  text: Zeggen zij.
  audiences: [gemeente]
  answers: [antwoord]
"""
    answer = "- {id: antwoord, kind: step, title: Begin klein, text: Begin klein., audiences: [gemeente]}\n"
    template = TEMPLATE.replace("indent }}", "indent }}{% for one in entry.answers %} {{ one.line }}{% endfor %}")
    make_workspace(tmp_path, entries=objection + answer, template=template)
    _first, second = watch(
        tmp_path, put(tmp_path / ENTRY_FILE, objection + answer.replace("text: Begin klein.", "text: Probeer het."))
    )

    assert names(second) == ["pitch-gemeente.md"]


def test_what_is_made_in_rounds_is_what_a_build_makes(tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=ENTRIES + FOR_CLIENTS)
    edits = [
        put(tmp_path / ENTRY_FILE, ENTRIES.replace("Mensen", "Zij")),
        put(tmp_path / "pitchkit.yaml", "organisation: {name: Ander}\n"),
        put(tmp_path / "arguments/themes.yaml", "- {id: netwerk, label: Samen}\n"),
        put(tmp_path / ENTRY_FILE, FOR_CLIENTS),
        put(tmp_path / ENTRY_FILE, ENTRIES + FOR_CLIENTS),
    ]
    wanted: dict[str, Any] = {"audience": None, "everything": True, "documents": ("pitch",)}
    for one in watch(tmp_path, *edits, **wanted):
        kit = pipeline.open_kit(project.find(tmp_path))
        writers, _ = publishing.open_writers(kit, ["md"], None)
        files = publishing.files(kit, pipeline.compose(kit, make_request(**wanted)), writers, None)
        assert len(files) == 3
        assert [file.path.read_bytes() for file in files] == [file.data for file in files], one.changed


def test_a_mistake_is_told_with_its_place_and_the_document_stays(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    edits = [put(tmp_path / ENTRY_FILE, ENTRIES.replace("kind: argument", "kind: argumnet")), put(tmp_path / ENTRY_FILE, ENTRIES)]
    first, wrong, mended = watch(tmp_path, *edits)

    assert told(wrong.problems).startswith(f"{ENTRY_FILE}:2:9: ")
    assert (wrong.kit, wrong.written) == (None, ())
    assert (mended.problems, mended.written) == ((), ())
    assert (tmp_path / "output" / names(first)[0]).exists()


def test_one_document_that_cannot_be_made_keeps_no_other_from_it(tmp_path: Path) -> None:
    make_workspace(tmp_path, **{"templates/brief/any.md.j2": TEMPLATE})
    edits = [
        put(tmp_path / "templates/brief/any.md.j2", TEMPLATE + "{{ nergens }}"),
        put(tmp_path / "pitchkit.yaml", "organisation: {name: Ander}\n"),
    ]
    _first, wrong, later = watch(tmp_path, *edits, documents=("brief", "pitch"))

    assert [found.code for found in wrong.problems] == ["template-unknown-name"]
    assert names(later) == ["pitch-gemeente.md"]
    assert [found.code for found in later.problems] == ["template-unknown-name"]


def test_what_is_asked_for_and_not_there_is_refused_at_once_and_survived_later(tmp_path: Path) -> None:
    group = "groups: [{id: rouw, name: Rouw}]\n"
    make_workspace(tmp_path, profile=PROFILE + group)
    with pytest.raises(CommandError):
        next(watch(tmp_path, groups=("verlies",)))
    first, gone, back = watch(
        tmp_path, put(tmp_path / "pitchkit.yaml", PROFILE), put(tmp_path / "pitchkit.yaml", PROFILE + group), groups=("rouw",)
    )

    assert names(first) == ["pitch-gemeente.md"]
    assert [found.code for found in gone.problems] == ["group-unknown"]
    assert back.problems == ()


def test_one_file_is_no_place_for_two_documents(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    wish = Wish(make_request(audience=None, everything=True, documents=("pitch",)), ("md",), target=Path("een.md"))
    with pytest.raises(CommandError, match="output-one-file"):
        next(Watch(lambda: project.find(tmp_path), lambda: wish).rounds([()]))


def test_an_edited_document_is_never_written_over(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    made = tmp_path / "output/pitch-gemeente.md"

    def edit() -> None:
        made.write_text(made.read_text() + "Van mij.\n")
        put(tmp_path / "pitchkit.yaml", "organisation: {name: Ander}\n")()

    _first, second = watch(tmp_path, edit)

    assert [(one.path.name, one.beside) for one in second.written] == [("pitch-gemeente-2.md", made)]
    assert made.read_text().endswith("Van mij.\n")


def test_a_document_that_is_open_in_word_is_tried_again(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    lock = tmp_path / "output/~$pitch-gemeente.docx"

    def edit() -> None:
        lock.touch()
        put(tmp_path / "pitchkit.yaml", "organisation: {name: Ander}\n")()

    _first, kept, freed = watch(tmp_path, edit, lock.unlink, formats=("docx",))

    assert [found.code for found in kept.problems] == ["output-open"]
    assert kept.written == ()
    assert (names(freed), freed.problems, freed.made) == (["pitch-gemeente.docx"], (), 0)


def test_a_document_that_was_thrown_away_comes_back(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    _first, second = watch(tmp_path, (tmp_path / "output/pitch-gemeente.md").unlink)

    assert (names(second), second.made) == (["pitch-gemeente.md"], 0)


def test_a_house_style_that_is_saved_is_used(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    style = tmp_path / "huisstijl.docx"
    kit = pipeline.open_kit(project.find(tmp_path))
    writers, _ = publishing.open_writers(kit, ["docx"], None)
    (file,) = publishing.files(kit, pipeline.compose(kit, make_request()), writers, style)
    output.write([file], force=True, show=str)

    def saved() -> Iterator[tuple[Path, ...]]:
        yield ()
        yield ()
        style.write_bytes(b"niets")
        yield (style,)

    wish = Wish(make_request(), ("docx",), Path("huisstijl.docx"))
    _first, same, wrong = Watch(lambda: project.find(tmp_path), lambda: wish).rounds(saved())

    assert same.made == 0
    assert [found.code for found in wrong.problems] == ["style-unreadable"]


# --- changes -----------------------------------------------------------------------------------------------------


class Disk:
    """Files as somebody saves them, one look after the other; the clock is stopped when nothing more comes."""

    def __init__(self, *looks: dict[str, int]) -> None:
        self.looks = [{Path(name): changes.Stamp(stamp) for name, stamp in look.items()} for look in looks]
        self.waited: list[float] = []

    def see(self) -> changes.Look:
        return self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        if len(self.looks) == 1 and len(self.waited) > 30:
            raise KeyboardInterrupt

    def changed(self) -> list[list[str]]:
        found: list[list[str]] = []
        try:
            for paths in changes.changes(self.see, self.wait):
                found.append([path.name for path in paths])  # noqa: PERF401 - it ends with an interrupt
        except KeyboardInterrupt:
            return found
        raise AssertionError


@pytest.mark.parametrize(
    ("looks", "changed"),
    [
        pytest.param([{"a": 1}], [[]], id="nothing changes"),
        pytest.param([{"a": 1}, {"a": 2}], [[], ["a"]], id="saved"),
        pytest.param([{"a": 1}, {"a": 2, "b": 1}, {"a": 2, "b": 1}, {"b": 1}], [[], ["a", "b"], ["a"]], id="new and gone"),
        pytest.param([{"a": 1}, {}, {"a": 2}, {"a": 2}], [[], ["a"]], id="another file in its place"),
        pytest.param([{"a": 1}, {"a": 2}, {"a": 3}, {"a": 4}, {"a": 4}], [[], ["a"]], id="saved bit by bit is one change"),
        pytest.param([{"a": 1}, {"a": 2}, {"a": 1}, {"a": 1}], [[]], id="as it was"),
    ],
)
def test_what_changed_is_told_once_it_is_saved(looks: list[dict[str, int]], changed: list[list[str]]) -> None:
    assert Disk(*looks).changed() == changed


def test_a_file_that_never_stops_changing_is_told_about_all_the_same() -> None:
    disk = Disk(*({"log": number} for number in range(40)))

    assert disk.changed()[:3] == [[], ["log"], ["log"]]


def test_a_look_takes_milliseconds_and_waits_are_short_enough_for_half_a_second() -> None:
    disk = Disk({"a": 1}, {"a": 2})
    disk.changed()

    assert max(disk.waited) <= 0.2
    assert sum(disk.waited[:2]) <= 0.25


def test_the_files_of_editors_are_not_there(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    before = changes.look(project.find(tmp_path))
    for name in (
        ".alles.yaml.swp",
        "alles.yaml~",
        "#alles.yaml#",
        ".#alles.yaml",
        "4913",
        "alles.yaml.tmp",
        "~$alles.yaml",
        "x.docx",
    ):
        (tmp_path / "arguments/entries" / name).touch()

    assert changes.look(project.find(tmp_path)) == before
    (tmp_path / "templates/Foto.JPG").touch()
    assert changes.look(project.find(tmp_path)).keys() - before.keys() == {tmp_path / "templates/Foto.JPG"}
    assert tmp_path / ENTRY_FILE in before
    assert tmp_path / "pitchkit.yaml" in before
    assert tmp_path / "templates/pitch/any.md.j2" in before


def test_a_second_save_is_seen_where_the_drive_tells_the_time_in_steps(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    entries = tmp_path / ENTRY_FILE
    step = (time.time_ns() // 10**9) * 10**9
    looks: list[changes.Look] = []
    for word in ("Buren", "Samen"):
        entries.write_text(ENTRIES.replace("Mensen", word), encoding="utf-8")
        os.utime(entries, ns=(step, step))
        looks.append(changes.look(project.find(tmp_path)))
    seen = changes.changes(lambda: looks.pop(0) if len(looks) > 1 else looks[0], lambda _seconds: None)

    assert [next(seen), next(seen)] == [(), (entries,)]


def test_a_change_that_becomes_old_is_no_change() -> None:
    looks = [{Path("a"): changes.Stamp(1, content=content)} for content in (7, 7, None, None, None)]
    seen = changes.changes(lambda: looks.pop(0), lambda _seconds: None)

    assert next(seen) == ()
    with pytest.raises(IndexError):
        next(seen)


def test_a_profile_that_is_made_later_is_seen(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    (tmp_path / "pitchkit.yaml").unlink()
    before = changes.look(project.find(tmp_path))
    (tmp_path / "pitchkit.yaml").write_text(PROFILE)

    assert set(changes.look(project.find(tmp_path))) - set(before) == {tmp_path / "pitchkit.yaml"}


def test_touching_a_file_makes_nothing(tmp_path: Path) -> None:
    make_workspace(tmp_path)

    assert [one.made for one in watch(tmp_path, (tmp_path / ENTRY_FILE).touch)] == [1, 0]
