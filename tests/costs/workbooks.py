"""Reading a workbook back, and letting LibreOffice calculate it again."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
Sheet = dict[str, float | str]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def formulas_in(data: bytes, number: int) -> dict[str, str]:
    """Return cell to formula on one sheet, the first being 1."""
    sheet = etree.fromstring(parts_of(data)[f"xl/worksheets/sheet{number}.xml"])
    return {cell.get("r", ""): found for cell in sheet.iter(f"{_MAIN}c") if (found := cell.findtext(f"{_MAIN}f"))}


def values_in(data: bytes) -> dict[str, Sheet]:
    """Return, for each sheet, cell to the number or text that it shows; for a formula, the value that is kept with it."""
    parts = parts_of(data)
    shared = [
        "".join(text.text or "" for text in one.iter(f"{_MAIN}t"))
        for one in etree.fromstring(parts["xl/sharedStrings.xml"]).iter(f"{_MAIN}si")
    ]
    names = [one.get("name", "") for one in etree.fromstring(parts["xl/workbook.xml"]).iter(f"{_MAIN}sheet")]
    return {
        name: _sheet(etree.fromstring(parts[f"xl/worksheets/sheet{number}.xml"]), shared) for number, name in enumerate(names, 1)
    }


def _sheet(sheet: etree._Element, shared: list[str]) -> Sheet:
    found: Sheet = {}
    for cell in sheet.iter(f"{_MAIN}c"):
        value = cell.findtext(f"{_MAIN}v")
        if value is None:
            continue
        kind = cell.get("t", "n")
        found[cell.get("r", "")] = shared[int(value)] if kind == "s" else value if kind == "str" else float(value)
    return found


def poisoned(data: bytes) -> bytes:
    """Return a workbook in which the value kept with every formula is wrong."""
    parts = parts_of(data)
    wrong = {
        name: re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v>-1</v>", text.replace(b' t="str"', b""))
        for name, text in parts.items()
        if name.startswith("xl/worksheets/sheet")
    }
    return zipped({**parts, **wrong})


def with_inputs_of(data: bytes, other: bytes) -> bytes:
    """Return a workbook with the figures of another one typed over its own."""
    name, other_parts = "xl/worksheets/sheet1.xml", parts_of(other)
    return zipped({**parts_of(data), name: other_parts[name], "xl/sharedStrings.xml": other_parts["xl/sharedStrings.xml"]})


def typed(data: bytes, cell: str, value: int) -> bytes:
    """Return a workbook with another number typed in a cell of its first sheet."""
    name, parts = "xl/worksheets/sheet1.xml", parts_of(data)
    text, count = re.subn(rf'(<c r="{cell}"[^>]*><v>)[^<]*', rf"\g<1>{value}", parts[name].decode())
    assert count == 1
    return zipped({**parts, name: text.encode()})


def recalculated(soffice: str, books: Mapping[str, bytes], folder: Path) -> dict[str, dict[str, Sheet]]:
    """Return what LibreOffice makes of workbooks when it calculates every formula itself."""
    home, made = folder / "profile", folder / "made"
    (home / "user").mkdir(parents=True)
    (home / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    paths = [folder / f"{number}.xlsx" for number in range(len(books))]
    for path, data in zip(paths, books.values(), strict=True):
        path.write_bytes(poisoned(data))
    subprocess.run(
        [
            soffice,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={home.as_uri()}",
            *("--convert-to", "xlsx", "--outdir", str(made)),
            *(str(path) for path in paths),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: values_in((made / path.name).read_bytes()) for name, path in zip(books, paths, strict=True)}
