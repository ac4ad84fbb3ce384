"""An entry as a Markdown page: what it says, and where every word of it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit import entrypages, loading, yamlsource, yamlwriting
from pitchkit.diagnostics import ContentError, Location
from pitchkit.model import Entry
from pitchkit.project import shipped
from tests.conftest import Run
from tests.factories import load_library, make_library, make_workspace, refusal

PAGE = """\
---
audiences: [gemeente, clienten]
themes: [netwerk]
certainty: mogelijk
---

# Buren leren elkaar kennen

Wie in dezelfde wijk woont, komt elkaar tegen.

- op straat
- in de winkel

## Kort

Buren komen elkaar tegen.

## Voor cliënten

### Je leert je buren kennen

Je komt elkaar tegen.
In de winkel.

### Kort

Je leert buren kennen.
"""


def parse(text: str) -> entrypages.EntryPage:
    return entrypages.parse(text, "buren.md", "buren")


def entry_of(text: str) -> dict[str, Any]:
    data: Any = parse(text).data
    return dict(data[0])


def test_a_page_says_what_an_entry_in_yaml_says() -> None:
    assert parse(PAGE).data == [
        {
            "id": "buren",
            "kind": "argument",
            "audiences": ["gemeente", "clienten"],
            "themes": ["netwerk"],
            "certainty": "mogelijk",
            "title": "Buren leren elkaar kennen",
            "text": "Wie in dezelfde wijk woont, komt elkaar tegen.\n\n- op straat\n- in de winkel",
            "short": "Buren komen elkaar tegen.",
            "versions": {
                "clienten": {
                    "title": "Je leert je buren kennen",
                    "text": "Je komt elkaar tegen.\nIn de winkel.",
                    "short": "Je leert buren kennen.",
                }
            },
        }
    ]


def test_the_header_names_another_id_and_kind() -> None:
    entry = entry_of("---\nid: anders\nkind: tip\n---\n# Titel\nTekst.\n")

    assert (entry["id"], entry["kind"]) == ("anders", "tip")


def test_a_page_without_a_header_is_a_title_and_a_text() -> None:
    assert parse("# Titel\nTekst.\n").data == [{"id": "buren", "kind": "argument", "title": "Titel", "text": "Tekst."}]


def test_headings_that_mean_nothing_and_what_stands_in_code_belong_to_the_text() -> None:
    entry = entry_of("# Titel\n\n## Meer\n\n```\n## Kort\n```\n")

    assert entry["text"] == "## Meer\n\n```\n## Kort\n```"


@pytest.mark.parametrize(
    ("words", "reader"),
    [
        ("Voor cliënten", "clienten"),
        ("voor de gemeente", "gemeente"),
        ("Voor collega’s", "collegas"),
        ("Voor collega's", "collegas"),
    ],
)
def test_a_reader_may_be_written_as_one_says_it(words: str, reader: str) -> None:
    entry = entry_of(f"# Titel\nTekst.\n## {words}\nAnders.\n")

    assert entry["versions"] == {reader: {"text": "Anders."}}


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ((0,), (1, 1)),
        ((0, "id"), (1, 1)),
        ((0, "audiences", 1), (2, 23)),
        ((0, "certainty"), (4, 12)),
        ((0, "title"), (7, 3)),
        ((0, "text"), (9, 1)),
        ((0, "short"), (16, 1)),
        ((0, "versions", "clienten"), (20, 5)),
        ((0, "versions", "clienten", "text"), (22, 1)),
        ((0, "evidence", 0, "source"), (1, 1)),
    ],
)
def test_every_value_has_its_place_on_the_page(steps: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert parse(PAGE).locate(steps) == Location("buren.md", *place)


def test_a_character_of_a_text_has_its_place() -> None:
    page = parse(PAGE)

    assert page.locate_in_text((0, "text"), PAGE.index("winkel") - PAGE.index("Wie")) == Location("buren.md", 12, 9)
    assert page.line_of_text((0, "text"), 2) == Location("buren.md", 11, 1)
    assert page.lines_of((0, "text")) == (9, 13)
    assert page.lines_of((0,)) == (1, PAGE.count("\n") + 2)


@given(st.text(alphabet=" \n#-`abc~:Kort", max_size=200))
def test_any_text_below_a_title_is_kept_and_its_signs_are_where_they_are_said_to_be(words: str) -> None:
    text = f"---\nkind: tip\n---\n# Titel\n{words}"
    try:
        page = parse(text)
    except ContentError:  # a heading that is there twice
        return
    lines = text.split("\n")
    for steps, piece in page.pieces.items():
        for at, sign in enumerate(piece.value):
            where = page.locate_in_text((0, *steps), at)
            if sign != "\n":
                assert lines[where.line - 1][where.column - 1] == sign


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "---\nkind: tip\n# Titel\n",
            (
                "buren.md:1:1: the header of this page begins here and never ends [page-head-open]\n"
                "  Put a line with only --- below the last line of the header.\n"
            ),
        ),
        (
            "---\n- kind\n---\n# Titel\n",
            (
                "buren.md:2:1: this header has no fields [page-head-keys]\n"
                "  Write a field on each line, such as: audiences: [gemeente].\n"
            ),
        ),
        (
            "---\ntitle: Een\n---\n# Twee\nTekst.\n",
            (
                "buren.md:4:3: this page has “title” twice [page-twice]\n"
                "  Keep one of the two: the one below a heading, or the one between the dashes at the top.\n"
            ),
        ),
        (
            "# Een\nTekst.\n## Kort\nA.\n## Kort\nB.\n",
            (
                "buren.md:6:1: this page has “short” twice [page-twice]\n"
                "  Keep one of the two: the one below a heading, or the one between the dashes at the top.\n"
            ),
        ),
        (
            "---\nkind: tip: een\n---\n# Een\n",
            (
                "buren.md:2:10: there is a second colon in this line, so it is not clear which one ends the key [yaml-colon]\n"
                "  Put the whole text in quotes.\n"
            ),
        ),
    ],
)
def test_a_page_that_cannot_be_read_is_refused(text: str, told: str) -> None:
    assert refusal(lambda: parse(text)) == told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\u2014\nkind: tip\n---\n# Een\nTekst.\n", "buren.md:1:1"),
        ("\u2013-\nkind: tip\n\u2013-\n# Een\nTekst.\n", "buren.md:1:1"),
        ("--\nkind: tip\n---\n# Een\nTekst.\n", "buren.md:1:1"),
        ("kind: tip\n---\n# Een\nTekst.\n", "buren.md:1:1"),
        ("---\nkind: tip\n\u2014\n# Een\nTekst.\n", "buren.md:3:1"),
    ],
    ids=["one long dash", "a dash and a half", "two dashes", "no dashes above the fields", "one long dash below the fields"],
)
def test_dashes_that_an_editor_changed_are_pointed_at(text: str, place: str) -> None:
    assert refusal(lambda: parse(text)).startswith(
        f"{place}: the header of this page should have a line of three dashes here [page-head-dashes]\n"
    )


def test_a_header_may_have_remarks_and_lists_that_begin_with_a_dash_alone() -> None:
    entry = entry_of("---\n# welke soort\nkind: tip\nthemes:\n-\n  netwerk\n---\n# Een\nTekst.\n")
    assert (entry["kind"], entry["themes"], entry["text"]) == ("tip", ["netwerk"], "Tekst.")


def test_a_page_without_a_header_may_have_a_rule_in_its_text() -> None:
    assert entry_of("# Een\n\nEerst dit.\n\n---\n\nDan dat.\n")["text"] == "Eerst dit.\n\n---\n\nDan dat."


def test_what_git_left_in_a_page_is_no_text() -> None:
    page = PAGE.replace("- op straat\n", "<<<<<<< HEAD\n- op straat\n=======\n- op de stoep\n>>>>>>> sam\n")
    assert "buren.md:11:1: git could not bring two versions together" in refusal(lambda: parse(page))


@pytest.mark.parametrize("name", ["Rust in huis", "Café", "rust_in_huis"])
def test_a_file_whose_name_cannot_be_an_id_gets_a_name_that_can(name: str) -> None:
    told = refusal(lambda: entrypages.parse(PAGE, f"{name}.md", name))
    assert told.startswith(f"{name}.md:1:1: the name of this file is the id of its entry, and “{name}” cannot be an id")
    assert "  Call the file " in told
    assert entrypages.parse(PAGE.replace("---\n", "---\nid: rust\n", 1), f"{name}.md", name).data


def test_the_short_text_may_be_called_by_its_full_name() -> None:
    assert entry_of(PAGE.replace("# Kort\n", "# Korte tekst\n"))["short"] == "Buren komen elkaar tegen."
    assert entry_of(PAGE.replace("# Kort\n", "# Korte tekst\n"))["versions"]["clienten"]["short"] == "Je leert buren kennen."


def test_a_page_without_title_or_text_is_told_in_the_words_of_a_page() -> None:
    assert "buren.md:4:1: this page has no title [page-no-title]" in refusal(
        lambda: parse("---\nkind: tip\n---\nAlleen tekst.\n")
    )
    assert "buren.md:1:3: this page has no text [page-no-text]" in refusal(lambda: parse("# Titel\n"))
    assert refusal(lambda: parse("")).count("[page-no-") == 2


def test_empty_lines_above_the_header_do_not_matter() -> None:
    page = parse(f"\n\n{PAGE}")

    assert page.data == parse(PAGE).data
    assert page.locate((0, "themes", 0)) == Location("buren.md", 5, 10)


def as_page(entry: Entry) -> str:
    """Return an entry as a colleague would write it on a page."""
    said = entry.model_dump(mode="json", exclude_defaults=True, exclude={"id", "title", "text", "short", "versions"})
    parts = ["---", yamlwriting.dump(said).rstrip("\n"), "---", "", f"# {entry.title}", "", entry.text]
    parts += ["", "## Kort", "", entry.short] if entry.short else []
    for reader, words in entry.versions.items():
        parts += ["", f"## Voor {reader}", ""]
        parts += [f"### {words.title}", ""] if words.title else []
        parts += [words.text or ""]
        parts += ["", "### Kort", "", words.short] if words.short else []
    return "\n".join([*parts, ""])


def test_every_entry_of_the_library_says_the_same_on_a_page() -> None:
    library = loading.load(shipped("arguments"), shipped("arguments"), str)

    for entry in library.entries:
        for text in (as_page(entry), as_page(entry).replace("\n", "\r\n"), "\ufeff" + as_page(entry)):
            read = yamlsource.decode(text.encode(), "a.md")
            assert Entry.model_validate(entrypages.parse(read, "a.md", entry.id).data[0]) == entry  # type: ignore[index]
    assert len(library.entries) > 300


def test_a_library_takes_pages_beside_yaml_and_leaves_what_tells_about_the_folder(tmp_path: Path) -> None:
    library = load_library(make_library(tmp_path, {"entries/buren.md": PAGE, "entries/LEESMIJ.md": "# Lees mij\n"}))

    assert list(library.entry_by_id) == ["buren", "samen-leren"]


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("themes: [netwerk]", "themes: [netwerken]", "entries/buren.md:3:10: there is no theme “netwerken” [theme-unknown]"),
        ("certainty:", "zekerheid:", "entries/buren.md:4:1: there is no field “zekerheid” here [field-unknown]"),
        ("## Voor cliënten", "## Voor klanten", "entries/buren.md:20:5: there is no audience “klanten”"),
        ("# Buren leren elkaar kennen\n", "", "entries/buren.md:6:1: this page has no title [page-no-title]"),
        ("in de winkel\n\n##", "in {{ de.winkel }}\n\n##", "entries/buren.md:12:6:"),
    ],
)
def test_a_mistake_on_a_page_is_told_with_its_line(tmp_path: Path, was: str, becomes: str, told: str) -> None:
    assert was in PAGE
    folder = make_library(tmp_path, {"entries/buren.md": PAGE.replace(was, becomes, 1)})

    assert told in refusal(lambda: load_library(folder))


def test_one_id_in_yaml_and_on_a_page_is_told(tmp_path: Path) -> None:
    folder = make_library(tmp_path, {"entries/samen-leren.md": PAGE})

    assert "[id-duplicate]" in refusal(lambda: load_library(folder))


def test_show_check_and_build_know_a_page(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, **{"arguments/entries/buren.md": PAGE})

    assert "entries/buren.md:1:1" in run("show", "buren").stdout
    assert "[" not in run("check").stderr.replace("[template", "").partition("buren.md")[2].partition("\n")[0]
    run("build", "--document", "pitch", "--audience", "gemeente", "--format", "md")
    assert "op straat" in (tmp_path / "output/pitch-gemeente.md").read_text(encoding="utf-8")
