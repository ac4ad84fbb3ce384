"""Documents are written whole or not at all, and never over what somebody edited."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self

import pytest

from pitchkit import output
from pitchkit.output import File, Written
from tests.factories import needs_rights, refusal, write_files

PLACE = "  Choose a place where you may write and where there is room, and close the file if a program has it open.\n"


def is_ours(data: bytes) -> bool:
    return data.startswith(b"ours")


def make_file(path: Path, data: bytes = b"ours: new") -> File:
    return File(path, data, is_ours)


def write(*files: File, force: bool = False) -> tuple[Written, ...]:
    return output.write(files, force=force, show=lambda path: path.name)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_new_document_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "een" / "twee" / "pitch.md"
    assert write(make_file(path)) == (Written(path, None),)
    assert contents(tmp_path) == {"een/twee/pitch.md": b"ours: new"}


def test_a_document_as_we_left_it_is_written_over(tmp_path: Path) -> None:
    path = write_files(tmp_path, {"pitch.md": "ours: old"}) / "pitch.md"
    assert write(make_file(path)) == (Written(path, None),)
    assert contents(tmp_path) == {"pitch.md": b"ours: new"}


def test_an_edited_document_is_left_alone_and_the_new_one_goes_beside_it(tmp_path: Path) -> None:
    path = write_files(tmp_path, {"pitch.docx": "edited"}) / "pitch.docx"
    assert write(make_file(path)) == (Written(tmp_path / "pitch-2.docx", path),)
    assert contents(tmp_path) == {"pitch.docx": b"edited", "pitch-2.docx": b"ours: new"}


def test_of_several_edited_documents_none_is_lost(tmp_path: Path) -> None:
    path = write_files(tmp_path, {"pitch.md": "edited", "pitch-2.md": "edited too", "pitch-3.md": "ours: old"}) / "pitch.md"
    assert write(make_file(path)) == (Written(tmp_path / "pitch-3.md", path),)
    assert contents(tmp_path) == {"pitch.md": b"edited", "pitch-2.md": b"edited too", "pitch-3.md": b"ours: new"}


def test_the_same_document_again_is_not_put_beside_itself(tmp_path: Path) -> None:
    path = write_files(tmp_path, {"pitch.md": "not sealed"}) / "pitch.md"
    assert write(make_file(path, b"not sealed")) == (Written(path, None),)


def test_force_writes_over_an_edited_document(tmp_path: Path) -> None:
    path = write_files(tmp_path, {"pitch.md": "edited"}) / "pitch.md"
    assert write(make_file(path), force=True) == (Written(path, None),)
    assert contents(tmp_path) == {"pitch.md": b"ours: new"}


@pytest.mark.parametrize("lock", ["~$pitch.docx", "~$tch.docx", ".~lock.pitch.docx#"], ids=["Word", "Word, long", "LibreOffice"])
def test_a_document_that_is_open_is_named_and_nothing_changes(tmp_path: Path, lock: str) -> None:
    write_files(tmp_path, {"pitch.docx": "ours: old", lock: "x"})
    files = (make_file(tmp_path / "flyer.docx"), make_file(tmp_path / "pitch.docx"))
    assert refusal(lambda: write(*files)) == (
        "pitch.docx: this document is open in another program [output-open]\n  Close it and try again.\n"
    )
    assert contents(tmp_path) == {"pitch.docx": b"ours: old", lock: b"x"}


def test_two_documents_for_one_place_are_refused(tmp_path: Path) -> None:
    assert refusal(lambda: write(make_file(tmp_path / "a.md"), make_file(tmp_path / "a.md"))) == (
        "--output: two documents would be written to a.md [output-twice]\n  Name a folder, so that each gets its own name.\n"
    )
    assert contents(tmp_path) == {}


def test_a_folder_with_the_name_of_the_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    assert refusal(lambda: write(make_file(tmp_path / "a.md"))) == (
        "a.md: there is a folder with the name of this file [output-is-folder]\n"
        "  Give the folder another name, or choose another place.\n"
    )


def test_a_file_with_the_name_of_the_folder_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {"output": "x"})
    assert refusal(lambda: write(make_file(tmp_path / "output" / "a.md"))) == (
        f"a.md: this file cannot be written: File exists [output-failed]\n{PLACE}"
    )


OPEN = "this document is open in another program [output-open]\n  Close it and try again.\n"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), f"b.docx: {OPEN}"),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "b.docx: the disk is full; no document was changed [output-disk-full]\n  Make room and try again.\n",
        ),
        (
            OSError(errno.EIO, "Input/output error"),
            f"b.docx: this file cannot be written: Input/output error [output-failed]\n{PLACE}",
        ),
    ],
    ids=["open in Word", "a full disk", "a broken disk"],
)
def test_when_one_document_cannot_take_its_place_no_other_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    before = {"a.docx": b"ours: a", "b.docx": b"ours: b"}
    write_files(tmp_path, dict(before))
    replace = os.replace

    def fail_for_b(part: Path, path: Path) -> None:
        if Path(path).name == "b.docx":
            raise error
        replace(part, path)

    monkeypatch.setattr(os, "replace", fail_for_b)
    files = [make_file(tmp_path / name) for name in ("new.docx", "a.docx", "b.docx", "c.docx")]
    assert refusal(lambda: write(*files)) == told
    assert contents(tmp_path) == before


def test_on_a_disk_without_hard_links_a_failure_changes_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    write_files(tmp_path, {"a.md": "ours: a", "b.md": "ours: b"})
    replace = os.replace
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "replace", lambda part, path: refuse() if path.name == "b.md" else replace(part, path))
    refusal(lambda: write(make_file(tmp_path / "a.md"), make_file(tmp_path / "b.md")))
    assert contents(tmp_path) == {"a.md": b"ours: a", "b.md": b"ours: b"}


class _FullDisk:
    """A file that takes a few bytes and then has no room."""

    def __init__(self, path: Path, mode: str) -> None:
        self._stream = path.open(mode)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._stream.close()

    def write(self, data: bytes) -> None:
        self._stream.write(data[:3])
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_disk_that_fills_up_while_writing_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.md": "ours: a"})
    open_file = Path.open

    def open_on_full_disk(path: Path, mode: str) -> object:
        if "b.md" not in path.name:
            return open_file(path, mode)
        with monkeypatch.context() as real:
            real.setattr(Path, "open", open_file)
            return _FullDisk(path, mode)

    monkeypatch.setattr(Path, "open", open_on_full_disk)
    told = refusal(lambda: write(make_file(tmp_path / "a.md"), make_file(tmp_path / "b.md")))
    monkeypatch.undo()
    assert told == "b.md: the disk is full; no document was changed [output-disk-full]\n  Make room and try again.\n"
    assert contents(tmp_path) == {"a.md": b"ours: a"}


def test_an_interruption_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.md": "ours: a", "b.md": "ours: b"})
    replace = os.replace

    def interrupt(part: Path, path: Path) -> None:
        if path.name == "b.md":
            raise KeyboardInterrupt
        replace(part, path)

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(make_file(tmp_path / "a.md"), make_file(tmp_path / "b.md"))
    assert contents(tmp_path) == {"a.md": b"ours: a", "b.md": b"ours: b"}


@needs_rights
def test_a_folder_without_rights_is_named(tmp_path: Path) -> None:
    (tmp_path / "dicht").mkdir(mode=0o500)
    assert refusal(lambda: write(make_file(tmp_path / "dicht" / "a.md"))) == (
        "a.md: you may not write here [output-no-rights]\n  Choose another folder, or ask for the rights to this one.\n"
    )


def test_a_link_is_replaced_and_what_it_points_at_is_left_alone(tmp_path: Path) -> None:
    write_files(tmp_path, {"elders/bewaard.md": "ours: elsewhere"})
    (tmp_path / "pitch.md").symlink_to(tmp_path / "elders/bewaard.md")
    write(make_file(tmp_path / "pitch.md"))
    assert contents(tmp_path) == {"elders/bewaard.md": b"ours: elsewhere", "pitch.md": b"ours: new"}
    assert not (tmp_path / "pitch.md").is_symlink()


def test_a_link_to_nowhere_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "pitch.md").symlink_to(tmp_path / "nergens.md")
    write(make_file(tmp_path / "pitch.md"))
    assert contents(tmp_path) == {"pitch.md": b"ours: new"}


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "echt")
    write(make_file(tmp_path / "output" / "a.md"))
    assert contents(tmp_path / "echt") == {"a.md": b"ours: new"}


def test_many_runs_at_once_leave_whole_documents_and_nothing_else(tmp_path: Path) -> None:
    whole = [b"ours: " + bytes([65 + number]) * 200_000 for number in range(8)]

    def run(number: int) -> None:
        write(*(make_file(tmp_path / name, whole[number]) for name in ("a.md", "b.md")))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(run, [number % 8 for number in range(40)]))
    found = contents(tmp_path)
    assert sorted(found) == ["a.md", "b.md"]
    assert set(found.values()) <= set(whole)
