"""Where documents go, and how: whole or not at all, and never over what somebody edited."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TypeVar

from pitchkit.diagnostics import CommandError, ContentError, Location, problem

Result = TypeVar("Result")

DEFAULT_FOLDER = Path("output")


@dataclass(frozen=True, slots=True)
class File:
    """Finished bytes and where they belong; `is_untouched` tells whether bytes found there are ours as we left them."""

    path: Path
    data: bytes
    is_untouched: Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class Written:
    """Where a file went; `beside` is the edited file that it was not written over, if there was one."""

    path: Path
    beside: Path | None


def names_one_file(target: Path | None, documents: int, endings: Collection[str]) -> bool:
    """Return whether a target names one file, and not a folder.

    Raises:
        CommandError: one file is named for several documents, or for a format that its name does not end in.
    """
    if target is None or not target.suffix or target.is_dir():
        return False
    if documents * len(endings) > 1:
        raise CommandError([problem(Location("--output"), "output-one-file", count=documents * len(endings))])
    if target.suffix.removeprefix(".") not in endings:
        raise CommandError([problem(Location("--output"), "output-suffix", path=target.as_posix(), formats=", ".join(endings))])
    return True


def write(files: Iterable[File], *, force: bool, show: Callable[[Path], str]) -> tuple[Written, ...]:
    """Write all files, or none: each goes to a file beside its place first, and moves into place when all are complete.

    Raises:
        ContentError: a folder has no rights, a disk is full, or a document is open in another program.
    """
    planned = _plan(files, force=force, show=show)
    parts: list[tuple[Path, Path]] = []
    try:
        for file, written in planned:
            parts.append((_write_part(written.path, file.data, show), written.path))
        _move(parts, show)
    finally:
        for part, _ in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return tuple(written for _, written in planned)


def write_over(path: Path, data: bytes, show: Callable[[Path], str]) -> None:
    """Write one file in the place of what is there; raises ContentError as `write` does."""
    write([File(path, data, lambda _found: True)], force=True, show=show)


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Let other runs wait that change files in this folder too: who writes what was read before would undo their change.

    Where there is no such lock, on Windows and on some network disks, nobody waits. It ends with the run, however that ends.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = None
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _move(parts: list[tuple[Path, Path]], show: Callable[[Path], str]) -> None:
    # One document that is open in Word keeps the others from changing as well.
    kept: list[Path] = []
    moved: list[tuple[Path, Path | None]] = []
    try:
        for part, path in parts:
            before = _guard(path, show, lambda path=path: _keep(path))  # type: ignore[misc]
            kept += [before] if before else []
            _guard(path, show, lambda part=part, path=path: part.replace(path))  # type: ignore[misc]
            moved.append((path, before))
    except BaseException:
        for path, before in moved:
            with suppress(OSError):
                before.replace(path) if before else path.unlink()
        raise
    finally:
        for before in kept:
            with suppress(OSError):
                before.unlink(missing_ok=True)


def _keep(path: Path) -> Path | None:
    if not os.path.lexists(path):
        return None
    kept = _beside(path, "kept")
    try:
        os.link(path, kept, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a disk without hard links, such as a memory stick
        shutil.copy2(path, kept, follow_symlinks=False)
    return kept


def _beside(path: Path, ending: str) -> Path:
    # No two runs at once have the same name, nor two threads of one.
    return path.with_name(f".{path.name}.{os.urandom(6).hex()}.{ending}")


def _plan(files: Iterable[File], *, force: bool, show: Callable[[Path], str]) -> list[tuple[File, Written]]:
    planned: list[tuple[File, Written]] = []
    taken: set[Path] = set()
    for file in files:
        path = file.path if force else _free_path(file, show)
        if path in taken:
            raise CommandError([problem(Location("--output"), "output-twice", path=show(path))])
        taken.add(path)
        _refuse_open(path, show, force=force)
        planned.append((file, Written(path, file.path if path != file.path else None)))
    return planned


def _free_path(file: File, show: Callable[[Path], str]) -> Path:
    for number in count():
        path = file.path.with_stem(f"{file.path.stem}-{number + 1}") if number else file.path
        if path.is_dir():
            raise CommandError([problem(Location(show(path)), "output-is-folder")])
        if not path.exists():
            return path
        found: bytes = _guard(path, show, path.read_bytes)
        if found == file.data or file.is_untouched(found):
            return path
    raise AssertionError("count() does not end")


def _refuse_open(path: Path, show: Callable[[Path], str], *, force: bool) -> None:
    # Word leaves "~$name.docx" (the first two letters replaced when the name is long), LibreOffice ".~lock.name.docx#".
    locks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    if not force and path.suffix == ".docx" and any((path.parent / name).exists() for name in locks):
        raise ContentError([problem(Location(show(path)), "output-open")])


def _write_part(path: Path, data: bytes, show: Callable[[Path], str]) -> Path:
    part = _beside(path, "part")

    def write_new() -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("xb") as stream:
                stream.write(data)
            with suppress(OSError):  # who may write a file keeps that when it is written anew
                shutil.copymode(path, part)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        return part

    return _guard(path, show, write_new)


def _guard(path: Path, show: Callable[[Path], str], act: Callable[[], Result]) -> Result:
    try:
        return act()
    except PermissionError:
        code = "output-open" if path.exists() and os.access(path.parent, os.W_OK) else "output-no-rights"
        raise ContentError([problem(Location(show(path)), code)]) from None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise ContentError([problem(Location(show(path)), "output-disk-full")]) from None
        raise ContentError([problem(Location(show(path)), "output-failed", reason=error.strerror or error)]) from None
