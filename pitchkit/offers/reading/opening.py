"""Opens a file of a buyer, finds out what it really is, and has it read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal, NoReturn

from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import OfficeFile, Unreadable
from pitchkit.offers.reading.papers import Line, Paper

Form = Literal["word", "sheets", "separated", "marked", "printed"]
MOST_BYTES: Final = 60_000_000  # a guide with pictures is some megabytes
_SUFFIXES: Final[dict[str, Form]] = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), "word"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), "sheets"),
    **dict.fromkeys((".csv", ".tsv"), "separated"),
    **dict.fromkeys((".md", ".markdown", ".txt"), "marked"),
    ".pdf": "printed",
}
_OLD: Final = {".doc": ".docx", ".dot": ".docx", ".xls": ".xlsx", ".xlt": ".xlsx"}
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old .doc or .xls, or a new one behind a password
_PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")
_OLD_STREAMS: Final = (("WordDocument".encode("utf-16-le"), ".docx"), ("Workbook".encode("utf-16-le"), ".xlsx"))
_OTHERS: Final = (b"{\\rtf", b"<!DOCTYPE", b"<html", b"<?xml", b"\xff\xd8\xff", b"\x89PNG", b"Rar!", b"7z\xbc\xaf")
_UNICODE: Final = (b"\xff\xfe", b"\xfe\xff")


def read_paper(path: Path, shown: str, *, most_bytes: int = MOST_BYTES) -> Paper:
    """Return what a file says, line by line with the places; problems and notes name it as `shown`.

    What the file holds decides, its suffix only where that cannot be seen (.csv, .md). Raise ContentError for a file that is
    missing, too large, empty, behind a password, damaged, only pictures, or of a type that is not read.
    """
    data = _load(path, shown, most_bytes)
    notes = Notes()
    try:
        form, package = _recognise(data, path.suffix.lower())
        if path.suffix.lower() in _SUFFIXES and _SUFFIXES[path.suffix.lower()] != form:
            notes.add("paper-suffix", _NAMES[form])
        lines = _READERS[form](data, package, notes, path.suffix.lower())
    except Unreadable as unreadable:
        _refuse(shown, unreadable.reason, **unreadable.values)
    except RecursionError:
        _refuse(shown, "paper-damaged")
    if not lines:
        _refuse(shown, "paper-empty")
    return Paper(path, hashlib.sha256(data).hexdigest(), lines, notes.all(shown))


def _refuse(shown: str, code: str, **values: str) -> NoReturn:
    raise ContentError([problem(Location(shown), code, **values)])


def _load(path: Path, shown: str, most_bytes: int) -> bytes:
    try:
        if path.stat().st_size > most_bytes:
            _refuse(shown, "paper-too-large", megabytes=str(most_bytes // 1_000_000))
        data = path.read_bytes()
    except FileNotFoundError:
        _refuse(shown, "file-missing")
    except PermissionError:
        _refuse(shown, "file-is-folder" if path.is_dir() else "file-no-rights")
    except (OSError, ValueError) as error:
        _refuse(shown, "file-is-folder" if _is_folder(path) else "file-unreadable", reason=getattr(error, "strerror", "") or "?")
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        _refuse(shown, "paper-empty")
    return data


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


# --- what it really is -------------------------------------------------------------------------------------------


def _recognise(data: bytes, suffix: str) -> tuple[Form, OfficeFile | None]:
    """Return what a file is by what it holds; raise Unreadable for what is not read."""
    if data.startswith(b"PK"):
        package = OfficeFile(data)
        return _office_form(package), package
    if b"%PDF-" in data[:1024]:
        return "printed", None
    if data.startswith(_OLE):
        if _PASSWORD in data:
            raise Unreadable("paper-password")
        better = next((better for stream, better in _OLD_STREAMS if stream in data), _OLD.get(suffix, ""))
        raise Unreadable("paper-old-format", suffix=better) if better else Unreadable("paper-unknown-type", suffix=suffix or "?")
    form = _SUFFIXES.get(suffix)
    if form in {"word", "sheets", "printed"}:
        raise Unreadable("paper-damaged")
    if suffix in _OLD:
        raise Unreadable("paper-old-format", suffix=_OLD[suffix])
    if form is None or data[:2048].lstrip().startswith(_OTHERS) or _is_binary(data):
        raise Unreadable("paper-unknown-type", suffix=suffix or "?")
    return form, None


def _office_form(package: OfficeFile) -> Form:
    main = package.related("", "officeDocument")
    if not main:
        if "mimetype" in package or not package.names:
            raise Unreadable("paper-unknown-type", suffix=".odt / .ods")
        raise Unreadable("paper-damaged" if "[Content_Types].xml" in package else "paper-archive")
    if main.startswith("word/") or b"wordprocessingml" in package.read(main)[:4000]:
        return "word"
    if main.startswith("xl/") and main.endswith(".xml"):
        return "sheets"
    raise Unreadable("paper-unknown-type", suffix=f".{main.partition('/')[0]}")


def _is_binary(data: bytes) -> bool:
    return b"\x00" in data[:4096] and not data.startswith(_UNICODE)


# --- the readers, each loaded when it is needed --------------------------------------------------------------------


def _word(_data: bytes, package: OfficeFile | None, notes: Notes, _suffix: str) -> tuple[Line, ...]:
    from pitchkit.offers.reading.word import read_word

    return read_word(package, notes) if package else ()


def _sheets(_data: bytes, package: OfficeFile | None, notes: Notes, _suffix: str) -> tuple[Line, ...]:
    from pitchkit.offers.reading.sheets import read_sheets

    return read_sheets(package, notes) if package else ()


def _separated(data: bytes, _package: OfficeFile | None, notes: Notes, suffix: str) -> tuple[Line, ...]:
    from pitchkit.offers.reading.separated import read_separated

    return read_separated(data, notes, tabs=suffix == ".tsv")


def _marked(data: bytes, _package: OfficeFile | None, notes: Notes, _suffix: str) -> tuple[Line, ...]:
    from pitchkit.offers.reading.marked import read_marked

    return read_marked(data, notes)


def _printed(data: bytes, _package: OfficeFile | None, notes: Notes, _suffix: str) -> tuple[Line, ...]:
    from pitchkit.offers.reading.printed import read_printed

    return read_printed(data, notes)


_READERS: Final[dict[Form, Callable[[bytes, OfficeFile | None, Notes, str], tuple[Line, ...]]]] = {
    "word": _word,
    "sheets": _sheets,
    "separated": _separated,
    "marked": _marked,
    "printed": _printed,
}
_NAMES: Final[dict[Form, str]] = {"word": ".docx", "sheets": ".xlsx", "separated": ".csv", "marked": ".md", "printed": ".pdf"}
