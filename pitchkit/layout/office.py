"""LibreOffice, found and run. The only door to another program: it reads one file in a folder of its own, and writes one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from pitchkit.diagnostics import CommandError, ContentError, Location, problem

SETTING: Final = "PITCHKIT_SOFFICE"
"""The environment variable that says where LibreOffice is, where it is not found by itself."""

MOST_SECONDS: Final = 180.0  # a document of 27 pages takes two
_NAMES: Final = ("soffice", "libreoffice", "soffice.com")
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_WINDOWS: Final = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")
# Tagged, PDF/UA and PDF/A-2b, with bookmarks: what a screen reader and an archive ask for.
_EXPORT: Final = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"2"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},"ExportNotes":{"type":"boolean","value":"false"}}'
)
# A file from somebody else runs nothing and fetches nothing.
_GUARDED: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
</oor:items>
"""


class LayoutUnavailable(CommandError):  # noqa: N818 - named after what is the matter
    """There is no LibreOffice here to lay out pages with."""


def is_available() -> bool:
    """Tell whether LibreOffice is here."""
    try:
        find_office()
    except LayoutUnavailable:
        return False
    return True


def find_office() -> Path:
    """Return LibreOffice's program: the one that the environment names, else the one on the path or in its usual place.

    Raises:
        LayoutUnavailable: it is not there.
    """
    named = os.environ.get(SETTING, "").strip()
    if named:
        found = shutil.which(named) or shutil.which(str(Path(named).expanduser()))
        if found is None:
            raise LayoutUnavailable([problem(Location(SETTING), "layout-program-missing", path=named)])
        return Path(found)
    found = next((path for name in (*_NAMES, *_usual_places()) if (path := shutil.which(name))), None)
    if found is None:
        raise LayoutUnavailable([problem(Location("LibreOffice"), "layout-unavailable", setting=SETTING)])
    return Path(found)


def _usual_places() -> Iterator[str]:
    yield from (str(Path(place).expanduser()) for place in _PLACES)
    for variable in _WINDOWS:
        folder = os.environ.get(variable)
        if folder:
            yield str(Path(folder) / "LibreOffice" / "program" / "soffice.com")


def to_pdf(docx: bytes, *, seconds: float = MOST_SECONDS) -> bytes:
    """Return a Word file as a tagged PDF with its title, language and headings; raises as `to_pdfs`."""
    return to_pdfs((docx,), seconds=seconds)[0]


def to_pdfs(files: Sequence[bytes], *, seconds: float = MOST_SECONDS) -> tuple[bytes, ...]:
    """Return Word files as tagged PDFs, in one run with a profile of its own: starting takes longer than a document does.

    Raises:
        LayoutUnavailable: there is no LibreOffice here.
        ContentError: LibreOffice makes no PDF of one of these files, or not within so many seconds.
    """
    program = find_office()
    with tempfile.TemporaryDirectory(prefix="pitchkit-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        sources = [folder / f"document-{number}.docx" for number, _ in enumerate(files)]
        for source, docx in zip(sources, files, strict=True):
            source.write_bytes(docx)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_GUARDED, encoding="utf-8")
        told = _run([str(program), *_arguments(profile, folder, sources)], seconds)
        made = [source.with_suffix(".pdf") for source in sources]
        if not all(pdf.is_file() and pdf.stat().st_size for pdf in made):
            raise _failure(told or "no file")
        return tuple(pdf.read_bytes() for pdf in made)


def _arguments(profile: Path, folder: Path, sources: Sequence[Path]) -> list[str]:
    where = f"-env:UserInstallation={profile.as_uri()}"
    return [where, "--headless", "--norestore", "--convert-to", _EXPORT, "--outdir", str(folder), *map(str, sources)]


def _run(command: list[str], seconds: float) -> str:
    """Run a program and return the last line that it says; it never outlives this call, nor do those that it started."""
    try:
        process = subprocess.Popen(  # noqa: S603 - LibreOffice, with arguments of our own and one file
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise _failure(error.strerror or str(error)) from None
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise _failure(f"{seconds:.0f} s") from None
    finally:
        _end(process)
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _failure(reason: str) -> ContentError:
    return ContentError([problem(Location("LibreOffice"), "layout-failed", reason=reason)])
