"""A folder becomes a library, or every problem in it at once; nothing in it is passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import checking, project
from pitchkit.settings import Settings
from tests.factories import (
    ENTRIES,
    LIBRARY,
    TODAY,
    load_library,
    make_library,
    make_workspace,
    needs_rights,
    refusal,
    write_files,
)

ONE = "- {id: een, kind: tip, title: Een, text: Een.}\n"
NO_RIGHTS = "  Ask for the rights to it, or make a copy that you may read.\n"


def test_a_folder_becomes_a_library_with_entries_by_id(tmp_path: Path) -> None:
    library = load_library(make_library(tmp_path, {"entries/diep/er/in.yaml": ONE}))
    assert [entry.id for entry in library.entries] == ["een", "samen-leren"]
    assert [audience.id for audience in library.audiences] == ["gemeente", "collegas", "clienten"]
    assert str(library.places["een"].locate("kind")) == "arguments/entries/diep/er/in.yaml:1:19"


@pytest.mark.parametrize("name", ["gemeente", "municipality", " Gemeente ", "MUNICIPALITY"])
def test_a_reader_is_known_by_id_label_and_alias(tmp_path: Path, name: str) -> None:
    audience = load_library(make_library(tmp_path)).audience(name)
    assert audience
    assert audience.id == "gemeente"


@pytest.mark.parametrize(
    "files",
    [{"themes.yaml": "", "policies.yaml": "", "entries/leeg.yaml": ""}, {"library.yaml": "# niets\n"}],
    ids=["empty lists", "empty settings"],
)
def test_an_empty_file_says_nothing(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    assert load_library(make_library(tmp_path, files, entries="")).entries == ()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param(
            {"entries/b.yaml": ENTRIES},
            "arguments/entries/b.yaml:1:7: the id “samen-leren” is already used at arguments/entries/alles.yaml:1:7"
            " [id-duplicate]\n  Give one of the two another id.\n",
            id="an id that is there twice",
        ),
        pytest.param(
            {"themes.yaml": "- {id: kosten, label: K}\n- {id: netwerk, label: N}\n- {id: kosten, label: K}\n"},
            "arguments/themes.yaml:3:8: the id “kosten” is already used at arguments/themes.yaml:1:8 [id-duplicate]\n"
            "  Give one of the two another id.\n",
            id="a theme that is there twice",
        ),
        pytest.param(
            {"library.yaml": "extends: pitchkid\nkleur: rood\n"},
            "arguments/library.yaml:1:10: “pitchkid” is not one of the choices for “extends”: pitchkit [field-choice]\n"
            "  Did you mean “pitchkit”?\n"
            "arguments/library.yaml:2:1: there is no field “kleur” here [field-unknown]\n",
            id="settings that are wrong",
        ),
        pytest.param(
            {"library.yaml": LIBRARY + "without: [samen-lerne]\n"},
            "arguments/library.yaml:3:11: there is no entry “samen-lerne” [entry-unknown]\n  Did you mean “samen-leren”?\n",
            id="switching off what is not there",
        ),
        pytest.param(
            {"entries/b.yaml": "- {id: b, kind: tip}\n", "entries/c.yaml": "a: [b\n", "themes.yaml": "a: b\n"},
            "arguments/entries/b.yaml:1:3: the field “text” is missing [field-missing]\n  Add it to this item.\n"
            "arguments/entries/b.yaml:1:3: the field “title” is missing [field-missing]\n  Add it to this item.\n"
            "arguments/entries/c.yaml:1:4: a bracket is opened here and never closed [yaml-bracket]\n"
            "  Close the list with ], or write one item on each line with “- ”.\n"
            "arguments/themes.yaml:1:1: this file should be a list [file-not-list]\n"
            "  Begin every item with “- id: ...” at the start of a line.\n",
            id="several files at once, from top to bottom",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, files: dict[str, str | bytes], told: str) -> None:
    folder = make_library(tmp_path, files)
    assert refusal(lambda: load_library(folder)) == told


NO_LIBRARY = (
    "arguments: there is no library in this folder [library-missing]\n"
    "  Name a folder with audiences.yaml, themes.yaml and entries/.\n"
)


@pytest.mark.parametrize(
    "files",
    [{}, {"arguments": "a file\n"}, {"arguments/leesmij.txt": "niets\n"}],
    ids=["no folder", "a file with its name", "a folder without readers"],
)
def test_a_folder_that_is_no_library_is_named(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    write_files(tmp_path, files)
    assert refusal(lambda: load_library(tmp_path / "arguments")) == NO_LIBRARY


def test_a_folder_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", fail)
    folder = make_library(tmp_path)
    assert refusal(lambda: load_library(folder)) == (
        f"arguments: you may not look into this folder [folder-no-rights]\n{NO_RIGHTS}"
    )


@needs_rights
@pytest.mark.parametrize("locked", ["arguments", "arguments/entries", "arguments/entries/dicht"])
@pytest.mark.parametrize("rights", [0o000, 0o300], ids=["no rights at all", "no right to look"])
def test_a_folder_without_rights_is_named_and_not_passed_over(tmp_path: Path, locked: str, rights: int) -> None:
    folder = make_library(tmp_path, {"entries/dicht/b.yaml": ONE})
    (tmp_path / locked).chmod(rights)
    try:
        assert refusal(lambda: load_library(folder)) == (
            f"{locked}: you may not look into this folder [folder-no-rights]\n{NO_RIGHTS}"
        )
    finally:
        (tmp_path / locked).chmod(0o700)


@needs_rights
def test_a_file_without_rights_is_named(tmp_path: Path) -> None:
    folder = make_library(tmp_path, {"entries/b.yaml": ONE})
    (folder / "entries/b.yaml").chmod(0)
    assert refusal(lambda: load_library(folder)) == (
        f"arguments/entries/b.yaml: you may not read this file [file-no-rights]\n{NO_RIGHTS}"
    )


@pytest.mark.parametrize("place", ["entries/geheim.yaml", "entries/geheim", "sources.yaml"])
def test_a_link_to_somewhere_else_is_not_followed(tmp_path: Path, place: str) -> None:
    write_files(tmp_path, {"elders/a.yaml": ONE})
    folder = make_library(tmp_path, entries=ONE)
    (folder / "sources.yaml").unlink()
    (folder / place).symlink_to(tmp_path / ("elders" if place.endswith("geheim") else "elders/a.yaml"))
    assert refusal(lambda: load_library(folder)) == (
        f"arguments/{place}: this file is a link to somewhere outside its folder [path-outside]\n"
        "  Copy the file itself into the folder.\n"
    )


@pytest.mark.parametrize("place", ["themes.yaml", "entries/elders.yaml", "entries/elders.md"])
def test_what_a_link_to_outside_leads_to_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    write_files(tmp_path, {"elders": "- id: geheim\n"})
    workspace = make_workspace(tmp_path / "werk")
    link = workspace / "arguments" / place
    link.unlink(missing_ok=True)
    link.symlink_to(tmp_path / "elders")
    opened: list[Path] = []
    read_bytes = Path.read_bytes

    def read_and_note(path: Path) -> bytes:
        opened.append(path)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read_and_note)
    checked = checking.check(project.find(workspace), TODAY)
    assert "path-outside" in {one.code for one in checked.problems}
    assert workspace / "arguments" / "library.yaml" in opened
    assert link not in opened


def test_a_link_within_the_library_is_followed(tmp_path: Path) -> None:
    folder = make_library(tmp_path, {"bewaard/b.yaml": ONE})
    (folder / "entries/b.yaml").symlink_to(folder / "bewaard/b.yaml")
    assert [entry.id for entry in load_library(folder).entries] == ["een", "samen-leren"]


OWN = "- {id: een-eigen, kind: tip, title: Eigen, text: Eigen., audiences: [gemeente]}\n"


def test_a_library_that_extends_the_shipped_one_adds_replaces_and_switches_off(tmp_path: Path) -> None:
    own_factor = "- {id: factor-universaliteit, kind: tip, title: Van ons, text: Van ons., audiences: [gemeente]}\n"
    settings = "extends: pitchkit\nfields: {position: onze financiering}\nwithout: [tip-geen-keuze-overwegen]\n"
    folder = write_files(
        tmp_path / "arguments", {"library.yaml": settings, "entries/eigen.yaml": OWN, "entries/factor.yaml": own_factor}
    )
    library = load_library(folder)
    assert library.entry_by_id["een-eigen"].title == "Eigen"
    assert library.entry_by_id["factor-universaliteit"].title == "Van ons"
    assert "tip-geen-keuze-overwegen" not in library.entry_by_id
    assert library.settings.fields["position"] == "onze financiering"
    assert library.settings.fields["organisation.name"] == "naam organisatie"
    assert len(library.audiences) == 5


def test_the_shipped_library_does_not_come_along_unasked(tmp_path: Path) -> None:
    library = load_library(make_library(tmp_path, {"library.yaml": ""}, entries=ONE))
    assert library.settings == Settings()
    assert [entry.id for entry in library.entries] == ["een"]


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    first = make_library(tmp_path / "1", {"entries/a.yaml": ONE, "entries/b.yaml": OWN})
    second = make_library(tmp_path / "2", {"entries/a.yaml": OWN, "entries/b.yaml": ONE})
    assert load_library(first).entries == load_library(second).entries


# --- the thesaurus -----------------------------------------------------------------------------------------------------

OWN_WORDS = "- {id: nazorg, asks: [nazorg], says: [terugkomen]}\n"


def test_a_dutch_library_without_a_thesaurus_has_the_shipped_one(tmp_path: Path) -> None:
    assert len(load_library(make_library(tmp_path)).thesaurus) > 100


def test_a_library_has_its_own_thesaurus_and_an_empty_one_is_its_own_as_well(tmp_path: Path) -> None:
    own = load_library(make_library(tmp_path / "own", {"thesaurus.yaml": OWN_WORDS})).thesaurus
    empty = load_library(make_library(tmp_path / "empty", {"thesaurus.yaml": "[]\n"})).thesaurus
    assert ([group.id for group in own], empty) == (["nazorg"], ())


def test_a_library_in_another_language_is_not_lent_dutch_words(tmp_path: Path) -> None:
    assert load_library(make_library(tmp_path, {"library.yaml": "language: de-DE\n"})).thesaurus == ()


def test_a_library_that_extends_the_shipped_one_adds_groups_and_replaces_those_with_the_same_id(tmp_path: Path) -> None:
    files = {"arguments/library.yaml": "extends: pitchkit\n", "arguments/thesaurus.yaml": OWN_WORDS}
    groups = {group.id: group for group in load_library(write_files(tmp_path, files) / "arguments").thesaurus}
    assert groups["nazorg"].says == ("terugkomen",)
    assert len(groups) > 100


def test_a_group_without_words_is_a_problem_at_its_place(tmp_path: Path) -> None:
    folder = make_library(tmp_path, {"thesaurus.yaml": "- {id: leeg, asks: [], says: [uren]}\n"})
    assert "thesaurus.yaml:1:" in refusal(lambda: load_library(folder))
