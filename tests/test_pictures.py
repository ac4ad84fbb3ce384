"""Pictures that a template shows: from its own folder into both formats, and refused at their line when they cannot be."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest

from pitchkit import output, pictures, pipeline, project, publishing
from pitchkit.checking import running
from pitchkit.checking.catalogue import CHECKS
from pitchkit.cli import reporting
from pitchkit.diagnostics import ContentError
from pitchkit.templating.pictures import named
from pitchkit.writers import Format, picture_seals
from tests import guides
from tests.factories import ENTRIES, TEMPLATE, TODAY, compose, make_request, make_workspace, refusal, told, write_files
from tests.writers.samples import png

AT = "templates/pitch/any.md.j2:13:12: "
GOOD = png(96, 48)
OTHER = png(90, 48)
APP0 = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x60\x00\x60\x00\x00"
SCAN = b"\xff\xda\x00\x02points\xff\xd9"


def figure(name: str) -> str:
    return f"{TEMPLATE}\n::: figure {name}\nalt: Een staafdiagram.\n\nKosten.\n:::\n"


def frame(width: int = 96, height: int = 48, marker: int = 0xC0) -> bytes:
    return (
        bytes((0xFF, marker)) + b"\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
    )


def turned(orientation: int) -> bytes:
    exif = b"Exif\0\0MM\x00\x2a\x00\x00\x00\x08\x00\x01" + struct.pack(">HHIHH", 0x112, 3, 1, orientation, 0)
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif


JPEG = b"\xff\xd8" + APP0 + frame() + SCAN


def made(folder: Path, format_: Format) -> list[output.File]:
    kit = pipeline.open_kit(project.find(folder))
    writers, _ = publishing.open_writers(kit, [format_], None)
    return publishing.files(kit, pipeline.compose(kit, make_request()), writers, None)


def built(folder: Path, format_: Format) -> dict[str, bytes]:
    """Return the files of the pitch, by their path from the folder."""
    return {one.path.relative_to(folder).as_posix(): one.data for one in made(folder, format_)}


def within(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return [parts.read(name) for name in parts.namelist() if "/media/" in name]


# --- into documents ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "data"), [("kosten.png", GOOD), ("_delen/Foto groep 1.JPG", JPEG)])
def test_a_picture_is_in_the_word_file_and_beside_the_markdown(tmp_path: Path, name: str, data: bytes) -> None:
    make_workspace(tmp_path, template=figure(name), **{f"templates/{name}": data})

    assert within(built(tmp_path, "docx")["output/pitch-gemeente.docx"]) == [data]
    files = built(tmp_path, "md")
    assert list(files) == ["output/pitch-gemeente.md", f"output/{name}"]
    assert picture_seals.is_untouched(files[f"output/{name}"])
    assert f"![Een staafdiagram.]({name if ' ' not in name else f'<{name}>'})" in files["output/pitch-gemeente.md"].decode()


def test_the_page_tells_of_a_picture_as_it_is_built(tmp_path: Path) -> None:
    section = guides.read("docs/sjabloontaal.md").partition("### Figuur")[2]
    template, wanted = re.findall(r"^```markdown \w+\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)[:2]
    make_workspace(tmp_path, template=f"{TEMPLATE}\n{template}", **{"templates/kosten.png": GOOD})

    assert wanted in built(tmp_path, "md")["output/pitch-gemeente.md"].decode()
    assert within(built(tmp_path, "docx")["output/pitch-gemeente.docx"]) == [GOOD]


def test_ones_own_picture_goes_before_the_one_that_comes_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    came = write_files(tmp_path / "came", {"a.png": OTHER, "b.png": OTHER})
    template = figure("a.png") + figure("b.png").removeprefix(TEMPLATE)
    make_workspace(tmp_path / "own", template=template, **{"templates/a.png": GOOD})
    find = project.shipped
    monkeypatch.setattr(project, "shipped", lambda name: came if name == "templates" else find(name))

    (composition,) = compose(tmp_path / "own")
    assert [(one.name, one.data) for one in composition.document.pictures] == [("a.png", GOOD), ("b.png", OTHER)]


def test_a_picture_may_be_named_by_a_value_and_in_a_part(tmp_path: Path) -> None:
    part = "::: figure {{ organisation.name }}.png\nalt: x\n:::\n"
    template = TEMPLATE + '\n{% include "_delen/beeld.md.j2" %}\n'
    files: dict[str, str | bytes] = {"templates/_delen/beeld.md.j2": part, "templates/Samen.png": GOOD}
    make_workspace(tmp_path, template=template, **files)
    (composition,) = compose(tmp_path)
    assert [one.name for one in composition.document.pictures] == ["Samen.png"]

    (tmp_path / "templates/Samen.png").unlink()
    assert refusal(lambda: compose(tmp_path)).startswith("templates/_delen/beeld.md.j2:1:12: there is no picture “Samen.png”")


def test_the_same_picture_twice_is_one_file(tmp_path: Path) -> None:
    template = figure("a.png") + figure("a.png").removeprefix(TEMPLATE)
    make_workspace(tmp_path, template=template, **{"templates/a.png": GOOD})

    assert list(built(tmp_path, "md")) == ["output/pitch-gemeente.md", "output/a.png"]
    assert built(tmp_path, "docx") == built(tmp_path, "docx")


def test_a_picture_within_a_remark_is_not_asked_for(tmp_path: Path) -> None:
    make_workspace(tmp_path, template=TEMPLATE + "{#\n::: figure weg.png\n#}\n")
    assert compose(tmp_path)
    assert checked(tmp_path) == ""


# --- what is refused ---------------------------------------------------------------------------------------------


def checked(folder: Path) -> str:
    """Return what a check says of pictures."""
    checks = tuple(one for one in CHECKS if one.name in ("templates", "markdown"))
    found = running.run(project.find(folder), TODAY, checks).problems
    return "".join(told([one]).partition("\n")[0] + "\n" for one in found)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("kostn.png", None, "there is no picture “kostn.png”; it belongs in the folder templates [picture-missing]"),
        ("../x.png", None, "“../x.png” does not name a picture among the templates [picture-path]"),
        ("/etc/x.png", None, "“/etc/x.png” does not name a picture among the templates [picture-path]"),
        ("C:/x.png", None, "“C:/x.png” does not name a picture among the templates [picture-path]"),
        (r"_delen\x.png", None, r"“_delen\x.png” does not name a picture among the templates [picture-path]"),
        ("https://x.nl/x.png", None, "“https://x.nl/x.png” does not name a picture among the templates [picture-path]"),
        ("x.svg", b"<svg/>", "“x.svg” is not a kind of picture that is used here [picture-ending]"),
        ("x.png", b"", "the picture “x.png” is empty or damaged [picture-broken]"),
        ("x.png", GOOD[:-20], "the picture “x.png” is empty or damaged [picture-broken]"),
        ("x.png", GOOD[:-20] + b"?" + GOOD[-19:], "the picture “x.png” is empty or damaged [picture-broken]"),
        ("x.jpg", JPEG[:-2], "the picture “x.jpg” is empty or damaged [picture-broken]"),
        ("x.png", b"geen", "“x.png” is not a PNG or JPEG that can be shown, whatever its name says [picture-format]"),
        ("x.jpg", GOOD, "“x.jpg” is in truth a PNG [picture-misnamed]"),
        ("x.png", JPEG, "“x.png” is in truth a JPEG [picture-misnamed]"),
        ("x.png", bytes(20_000_001), "the picture “x.png” is larger than 20 MB [picture-large]"),
        ("x" * 300 + ".png", None, f"the picture “{'x' * 300}.png” cannot be read: File name too long [picture-unreadable]"),
    ],
)
def test_what_cannot_be_shown_is_told_at_its_line(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    files = {"templates/kosten.png": GOOD} | ({f"templates/{name}": data} if data is not None else {})
    make_workspace(tmp_path, template=figure(name), **files)

    line, hint = refusal(lambda: compose(tmp_path)).splitlines()
    assert line == AT + message
    assert hint.endswith((".", "?"))
    assert checked(tmp_path) == f"{AT}{message}\n"


def test_a_link_to_elsewhere_is_not_followed(tmp_path: Path) -> None:
    make_workspace(tmp_path, template=figure("x.png"), **{"elders/x.png": GOOD})
    (tmp_path / "templates/x.png").symlink_to(tmp_path / "elders/x.png")

    line = f"{AT}the picture “x.png” is a link to somewhere outside the templates [picture-outside]\n"
    assert refusal(lambda: compose(tmp_path)).startswith(line)
    assert checked(tmp_path) == line


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![een beeld](a.png)\\\n*Bij*\n", [("a.png", 1, 14)]),
        ("x\n\n![een](<map/a b.png>)\n", [("map/a b.png", 3, 9)]),
        (":::: figure a\\_b.png\n", [("a_b.png", 1, 13)]),
        ("::: figure {{ group.id }}.png\n", [("", 1, 12)]),
        ("::: figure chart:vrijgemaakte-uren\n", []),
        ("Zie ::: figure a.png\n", []),
    ],
)
def test_where_a_template_names_a_picture_is_known(text: str, found: list[tuple[str, int, int]]) -> None:
    places = [(one.name, one.location.line, one.location.column) for one in named(text, "x.md.j2")]
    assert places == found


def test_every_picture_is_told_at_once(tmp_path: Path) -> None:
    make_workspace(tmp_path, template=figure("a.png") + figure("b.png").removeprefix(TEMPLATE))
    assert refusal(lambda: compose(tmp_path)).count("[picture-missing]") == 2


IN_TEXT = ENTRIES.replace(
    "  text: Mensen leren van elkaar, want zij kennen elkaars vragen.\n",
    "  text: |\n    Mensen leren.\n\n    ::: figure a.png\n    alt: x\n    :::\n\n    Slot.\n",
)


def test_a_text_of_the_library_shows_no_picture(tmp_path: Path) -> None:
    template = TEMPLATE.replace("- {{ entry.text | indent }}", "{{ entry.text }}")
    make_workspace(tmp_path, template=template, entries=IN_TEXT, **{"templates/a.png": GOOD})

    line = "arguments/entries/alles.yaml:4:9: a text of the library or of an offer shows no picture of its own: a.png"
    assert refusal(lambda: compose(tmp_path)).startswith(line)
    assert checked(tmp_path).startswith("arguments/entries/alles.yaml:7:5: a text of the library or of an offer shows no picture")


# --- the bytes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"\xff\xd8" + APP0 + SCAN, "picture-broken"),
        (b"\xff\xd8" + APP0 + frame(0) + SCAN, "picture-broken"),
        (b"\xff\xd8" + APP0 + frame(marker=0xC9) + SCAN, "picture-format"),
        (b"\xff\xd8" + turned(6) + frame() + SCAN, "picture-turned"),
        (b"\xff\xd8" + frame(60_000, 60_000) + SCAN, "picture-pixels"),
        (b"GIF89a", "picture-format"),
    ],
)
def test_bytes_that_word_would_show_wrongly_are_no_picture(data: bytes, fault: str) -> None:
    with pytest.raises(pictures.PictureError) as caught:
        pictures.measure(data, "x")
    assert caught.value.fault == fault


@pytest.mark.parametrize("notes", [turned(1), turned(6)[:20], b"\xff\xe1\x00\x08Exif\0\0"])
def test_an_upright_photograph_and_one_with_unreadable_notes_are_shown(notes: bytes) -> None:
    size = pictures.measure(b"\xff\xd8" + notes[:2] + struct.pack(">H", len(notes) - 2) + notes[4:] + frame() + SCAN, "x")
    assert (size.width, size.height, size.extension) == (914400, 457200, "jpeg")


@pytest.mark.parametrize("data", [GOOD, JPEG, b"\xff\xd8" + frame() + SCAN])
def test_a_sealed_picture_is_a_picture_until_it_is_edited(data: bytes) -> None:
    sealed = picture_seals.seal(data)

    assert pictures.measure(sealed, "x") == pictures.measure(data, "x")
    assert picture_seals.is_untouched(sealed)
    assert picture_seals.seal(sealed) == sealed
    assert not picture_seals.is_untouched(data)
    assert not picture_seals.is_untouched(sealed[:-1] + b"x")
    assert not picture_seals.is_untouched(sealed.replace(b"sha256:", b"sha255:"))


def test_a_check_of_nothing_is_no_picture() -> None:
    assert not any(map(picture_seals.is_untouched, (b"", b"\xff\xd8", b"\xff\xd8\xff\xe0", GOOD[:20], b"tekst")))


def test_an_edited_picture_beside_a_document_is_left_alone_and_a_new_one_replaces_ours(tmp_path: Path) -> None:
    make_workspace(tmp_path, template=figure("a.png"), **{"templates/a.png": GOOD})

    def write() -> str:
        files = made(tmp_path, "md")
        return output.write(files, force=False, show=str)[1].path.name

    assert write() == "a.png"
    write_files(tmp_path, {"templates/a.png": OTHER})
    assert write() == "a.png"
    assert (tmp_path / "output/a.png").read_bytes() == picture_seals.seal(OTHER)
    write_files(tmp_path, {"output/a.png": GOOD})
    assert write() == "a-2.png"


def test_standard_output_tells_of_the_pictures_that_it_leaves_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_workspace(tmp_path, template=figure("a.png"), **{"templates/a.png": GOOD})
    kit = pipeline.open_kit(project.find(tmp_path))
    writers, _ = publishing.open_writers(kit, ["md"], None)
    compositions = pipeline.compose(kit, make_request())
    files = publishing.files(kit, compositions, writers, None, with_companions=False)
    reporting.give_stream(files, compositions)
    assert capsys.readouterr().err.startswith("Without a.png: standard output has no room for pictures.")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_workspace(tmp_path, template=figure("a.png"), **{"templates/a.png": GOOD})
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.suffix == ".png":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ContentError, match="picture-unreadable"):
        compose(tmp_path)
