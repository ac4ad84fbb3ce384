"""Where things are: what is named goes before what is found on the way up, and that before what came along."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pitchkit import project
from pitchkit.project import Workspace, find, shipped
from tests.factories import refusal, write_files


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    """A folder below one with a library, templates and a profile."""
    files: dict[str, str | bytes] = {"arguments/a": "", "templates/a": "", "pitchkit.yaml": "", "een/twee/a": ""}
    return write_files(tmp_path, files) / "een" / "twee"


def test_what_is_found_on_the_way_up_is_used(deep: Path, tmp_path: Path) -> None:
    assert find(deep) == Workspace(
        deep, tmp_path / "arguments", (tmp_path / "templates", shipped("templates")), tmp_path / "pitchkit.yaml"
    )


def test_the_nearest_goes_before_what_is_higher_up(deep: Path) -> None:
    write_files(deep, {"arguments/a": "", "pitchkit.yaml": ""})
    found = find(deep)
    assert (found.library, found.profile) == (deep / "arguments", deep / "pitchkit.yaml")


def test_what_is_named_goes_before_what_is_found(deep: Path, tmp_path: Path) -> None:
    write_files(deep, {"mijn/a": ""})
    found = find(deep, Path("mijn"), Path("mijn"), Path("../ander.yaml"))
    assert found == Workspace(deep, deep / "mijn", (deep / "mijn", shipped("templates")), deep / "../ander.yaml")
    assert find(deep, library=tmp_path).library == tmp_path


def test_without_anything_of_ones_own_there_is_what_came_along(tmp_path: Path) -> None:
    found = find(tmp_path)
    assert found == Workspace(tmp_path, shipped("arguments"), (shipped("templates"),), None)
    assert found.is_shipped_library
    assert found.templates_elsewhere is None


def test_a_folder_called_templates_is_only_ours_beside_a_library_or_a_profile(tmp_path: Path) -> None:
    write_files(tmp_path, {"templates/a": ""})
    assert find(tmp_path).templates == (shipped("templates"),)


def test_the_templates_that_came_along_lie_elsewhere_for_a_library_of_ones_own(deep: Path) -> None:
    assert find(deep).templates_elsewhere == shipped("templates")


def test_a_profile_that_is_a_folder_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "pitchkit.yaml").mkdir()
    assert find(tmp_path).profile is None


def test_a_folder_with_templates_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(lambda: find(tmp_path, templates=Path("mijn"))) == (
        "mijn: this folder is not there [template-folder-missing]\n  Name a folder with templates.\n"
    )


def test_a_path_is_named_from_the_current_folder_and_whole_elsewhere(deep: Path, tmp_path: Path) -> None:
    workspace = find(deep)
    assert workspace.show(deep / "a" / "b.yaml") == "a/b.yaml"
    assert workspace.show(tmp_path / "pitchkit.yaml") == str(tmp_path / "pitchkit.yaml")


def test_what_comes_along_is_there() -> None:
    assert (shipped("arguments") / "library.yaml").is_file()
    assert (shipped("templates") / "pitch" / "gemeente.md.j2").is_file()


def test_a_start_puts_a_profile_in_a_folder_of_its_own(tmp_path: Path) -> None:
    assert project.start(tmp_path, Path("mijn/project")) == str(Path("mijn/project/pitchkit.yaml"))
    assert (tmp_path / "mijn/project/pitchkit.yaml").read_text(encoding="utf-8").count("\n") > 20


def test_a_start_writes_over_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, {"pitchkit.yaml": "van mij"})
    assert refusal(lambda: project.start(tmp_path, Path())) == (
        "pitchkit.yaml: “pitchkit.yaml” is already there [folder-not-empty]\n"
        "  Choose an empty folder; nothing has been changed.\n"
    )
    assert (tmp_path / "pitchkit.yaml").read_text(encoding="utf-8") == "van mij"


def test_a_start_in_a_place_that_cannot_be_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {"bestand": "x"})
    told = refusal(lambda: project.start(tmp_path, Path("bestand/map")))
    assert told == (
        "bestand/map/pitchkit.yaml: this file cannot be written: Not a directory [output-failed]\n"
        "  Choose a place where you may write and where there is room, and close the file if a program has it open.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit to how large a file may become")
def test_a_start_without_room_leaves_no_half_profile(tmp_path: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        told = refusal(lambda: project.start(tmp_path, Path()))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert told.startswith("pitchkit.yaml: this file cannot be written: File too large [output-failed]\n")
    assert list(tmp_path.iterdir()) == []
