"""Templates: which there are, what they see, and that a value is never more than text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit.diagnostics import Location
from pitchkit.markdown_reader import read
from pitchkit.outline import block_texts
from pitchkit.profile import Figure, Group
from pitchkit.templating.finding import Template, TemplateFolders, choose, declared_pairs, find_templates
from pitchkit.templating.values import FigureValue, Markdown, Open, figures, literal, names_of, printer, record
from pitchkit.typography import Formats
from tests.factories import told, write_files

READERS = ["gemeente", "collegas", "clienten"]


def head(*audiences: str, **fields: object) -> str:
    lines = [f"{name}: {value}" for name, value in ({"title": "T", "audiences": list(audiences)} | fields).items()]
    return "\n".join(["---", *lines, "---", ""])


def found_in(*folders: Path, elsewhere: Path | None = None) -> tuple[tuple[Template, ...], str]:
    root = folders[0].parent
    places = TemplateFolders(folders, lambda path: path.relative_to(root).as_posix(), elsewhere)
    templates, problems = find_templates(places, READERS)
    return templates, told(problems)


# --- which there are ---------------------------------------------------------------------------------------------


def test_every_file_in_a_folder_of_its_own_is_a_template_unless_its_name_begins_with_a_line(tmp_path: Path) -> None:
    names = ["pitch/gemeente", "pitch/any", "flyer/clienten", "_delen/lijst", "pitch/_stuk", "pitch/oud/any"]
    write_files(tmp_path / "t", {f"{name}.md.j2": head("gemeente", "clienten") for name in names} | {"pitch/leesmij.txt": "x"})
    templates, problems = found_in(tmp_path / "t")
    assert problems == ""
    assert [template.name for template in templates] == ["flyer/clienten.md.j2", "pitch/any.md.j2", "pitch/gemeente.md.j2"]


def test_ones_own_template_goes_before_the_one_that_comes_along(tmp_path: Path) -> None:
    write_files(tmp_path, {"own/pitch/any.md.j2": head("gemeente", title="Van ons"), "other/pitch/any.md.j2": head("collegas")})
    templates, _ = found_in(tmp_path / "own", tmp_path / "other")
    assert [(template.front.title, template.path) for template in templates] == [("Van ons", "own/pitch/any.md.j2")]


def test_a_template_for_one_reader_goes_before_the_one_for_any(tmp_path: Path) -> None:
    write_files(tmp_path / "t", {"pitch/any.md.j2": head("gemeente", "collegas"), "pitch/gemeente.md.j2": head("gemeente")})
    templates, _ = found_in(tmp_path / "t")
    chosen = [choose(templates, "pitch", reader) for reader in READERS]
    assert [one and one.name for one in chosen] == ["pitch/gemeente.md.j2", "pitch/any.md.j2", None]
    assert declared_pairs(templates, READERS) == (("pitch", "gemeente"), ("pitch", "collegas"))


def test_ones_own_template_for_any_reader_goes_before_one_for_this_reader_that_comes_along(tmp_path: Path) -> None:
    write_files(tmp_path, {"own/pitch/any.md.j2": head("gemeente"), "other/pitch/gemeente.md.j2": head("gemeente")})
    templates, _ = found_in(tmp_path / "own", tmp_path / "other")
    chosen = choose(templates, "pitch", "gemeente")
    assert chosen
    assert chosen.path == "own/pitch/any.md.j2"


def test_templates_that_lie_elsewhere_may_know_other_readers(tmp_path: Path) -> None:
    shipped = write_files(tmp_path / "t", {"a/any.md.j2": head("school", "gemeente"), "b/school.md.j2": head("school")})
    templates, problems = found_in(shipped, elsewhere=shipped)
    assert problems == ""
    assert [(template.name, template.front.audiences) for template in templates] == [("a/any.md.j2", ("gemeente",))]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param(
            "any",
            "Hallo\n",
            "t/pitch/any.md.j2:1:1: this template does not begin with front matter [template-without-head]\n"
            "  Begin with --- and the fields title and audiences, then --- again.\n",
            id="no front matter",
        ),
        pytest.param(
            "any",
            "---\n---\n",
            "t/pitch/any.md.j2: the field “title” is missing [field-missing]\n  Add it to this item.\n"
            "t/pitch/any.md.j2: the field “audiences” is missing [field-missing]\n  Add it to this item.\n",
            id="empty front matter",
        ),
        pytest.param(
            "any",
            "---\ntitle: T\naudiences: [gemente]\ntoon: warm\n---\n",
            "t/pitch/any.md.j2:4:1: there is no field “toon” here [field-unknown]\n",
            id="an unknown field",
        ),
        pytest.param(
            "any",
            head("gemente"),
            "t/pitch/any.md.j2:3:13: there is no audience “gemente” [audience-unknown]\n  Did you mean “gemeente”?\n",
            id="an unknown reader",
        ),
        pytest.param(
            "clienten",
            head("gemeente"),
            "t/pitch/clienten.md.j2:3:12: this template is named after “clienten”, which is not among its audiences"
            " [template-audience]\n  Add it, or name the file any.md.j2.\n",
            id="named after another reader",
        ),
        pytest.param(
            "any",
            head("gemeente") + "een\ntwee \x07\n",
            "t/pitch/any.md.j2:6:6: there is an invisible control character U+0007 here [control-character]\n"
            "  It often comes along when you paste. Delete the word around it and type it again.\n",
            id="a control character",
        ),
        pytest.param(
            "any",
            "---\ntitle: a: b\n---\n",
            "t/pitch/any.md.j2:2:9: there is a second colon in this line, so it is not clear which one ends the key"
            " [yaml-colon]\n  Put the whole text in quotes.\n",
            id="a head that is no YAML",
        ),
    ],
)
def test_what_is_wrong_with_a_head_is_told_with_its_place(tmp_path: Path, name: str, text: str, message: str) -> None:
    write_files(tmp_path, {f"t/pitch/{name}.md.j2": text})
    assert found_in(tmp_path / "t")[1] == message


@pytest.mark.parametrize("name", ["pitch/any.md.j2", "pitch"])
def test_a_link_to_somewhere_else_is_no_template(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {"elders/any.md.j2": head("gemeente"), "t/flyer/any.md.j2": head("gemeente"), "t/pitch/x": ""})
    (tmp_path / "t/pitch/x").unlink()
    if name == "pitch":
        (tmp_path / "t/pitch").rmdir()
    (tmp_path / "t" / name).symlink_to(tmp_path / ("elders" if name == "pitch" else "elders/any.md.j2"))
    templates, problems = found_in(tmp_path / "t")
    assert [template.document for template in templates] == ["flyer"]
    assert problems == (
        f"t/{name}: this file is a link to somewhere outside its folder [path-outside]\n  Copy the file itself into the folder.\n"
    )


# --- values ------------------------------------------------------------------------------------------------------

PRINTED: Callable[[object], Markdown] = printer(Formats("nl-NL").date, Formats("nl-NL").number)
VALUES = [
    "<naam> & Zn. *nieuw*",
    "[x](y)",
    "{{ x }}",
    "{?x}",
    "{+x}",
    "| a |",
    "# x",
    "1. x",
    "- x",
    "a_b_c",
    "😀 مرحبا",
    "&amp;",
    "\\",
]


def shown(text: str) -> str:
    return " ".join(block_texts(read(str(PRINTED(text)), lambda line: Location("x", line), str).blocks))


@pytest.mark.parametrize("value", VALUES)
def test_a_value_shows_literally(value: str) -> None:
    assert shown(value) == value


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=80))
def test_words_in_are_words_out(value: str) -> None:
    assert shown(value).split() == value.split()


def test_lines_of_a_value_become_one_line() -> None:
    assert str(literal("een\n\n# twee\t drie")) == "een \\# twee drie"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (date(2027, 1, 5), "5\u00a0januari 2027"),
        (Decimal("2.50"), "2\\,5"),
        (Decimal(1250), "1\\.250"),
        (12, "12"),
        (Markdown("**al klaar**"), "**al klaar**"),
        (Open("contact.name"), "{?contact.name}"),
        (
            FigureValue(Figure(value=Decimal(84), unit="inwoners", year=2026, source="s"), Formats("nl-NL").number),
            "84 inwoners \\(2026\\)",
        ),
    ],
    ids=["a date", "a fraction", "a thousand", "a whole number", "Markdown", "an open field", "a figure"],
)
def test_a_value_prints_in_the_words_of_the_library(value: object, printed: str) -> None:
    assert str(PRINTED(value)) == printed


def test_what_is_no_single_value_does_not_print() -> None:
    for value in (record("x", Group(id="a", name="A")), (1, 2), object()):
        with pytest.raises(TypeError, match="has no words of its own"):
            PRINTED(value)


def test_an_open_field_is_empty_false_and_open_below() -> None:
    field = Open("groups")
    assert (bool(field), len(field), list(field), str(field["rouw"]["start"])) == (False, 0, [], "{?groups.rouw.start}")


def test_a_record_says_what_is_there_and_opens_what_is_not() -> None:
    group = record("groups.rouw", Group(id="rouw", name="Rouw", indications=("verlies",)))
    assert (group["name"], group["indications"], str(group["start"])) == ("Rouw", ("verlies",), "{?groups.rouw.start}")
    assert "facilitators" in names_of(group)


def test_a_figure_that_is_not_there_is_an_open_field() -> None:
    assert str(figures({}, str)["wachtlijst"]) == "{?figures.wachtlijst}"


def test_markdown_joined_to_a_value_makes_the_value_literal() -> None:
    assert str(Markdown("**{}**").format("a*b")) == "**a\\*b**"
