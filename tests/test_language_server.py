"""The schemas in a real YAML language server: what it offers, what it tells and what it marks in a user's workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pitchkit import authoring, project, schemas
from pitchkit.schemas import placing
from tests import language_server
from tests.factories import write_files
from tests.language_server import Editor

pytestmark = pytest.mark.skipif(
    language_server.command() is None,
    reason="needs yaml-language-server: npm install --no-save yaml-language-server@1.25.0, or YAML_LANGUAGE_SERVER",
)

LINE = schemas.line("entry", "..")
HEAD = f"{LINE}\n- id: een\n  kind: tip\n  title: Titel\n  text: Tekst.\n"
ENTRIES = "arguments/entries/eigen.yaml"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("werkmap")
    write_files(folder, {"arguments/library.yaml": "extends: pitchkit\n"})
    authoring.write_schemas(project.find(folder))
    with language_server.editor(folder) as opened:
        yield opened


def test_a_sound_entry_is_not_marked(editor: Editor) -> None:
    assert editor.open(ENTRIES, HEAD + "  audiences: [gemeente]\n  keywords: [no, 12:30, 1.10, true]\n") == []


@pytest.mark.parametrize(
    ("number", "lines", "offered"),
    [
        (1, "  audiences: [▮]\n", {"gemeente", "manager", "collegas", "netwerkpartners", "clienten"}),
        (2, "  audiences:\n    - gemeente\n    - ▮\n", {"clienten"}),
        (3, "  answers: [▮]\n", {"wachtlijst-korter", "meer-mensen-zelfde-uren"}),
        (4, "  themes: [▮]\n", {"kosten", "netwerk"}),
        (5, "  certainty: ▮\n", {"mogelijk", "aannemelijk", "onderbouwd"}),
        (6, "  evidence:\n    - source: ▮\n", {"gmw-kenmerken"}),
        (7, "  versions:\n    ▮\n", {"gemeente", "clienten"}),
        (8, "  policy: [▮]\n", {"sociale-samenhang"}),
        (9, "  ▮\n", {"short", "audiences", "themes", "certainty", "evidence"}),
        (10, "  requires: [▮]\n", {"contact.name"}),
    ],
)
def test_the_editor_offers_what_the_library_has(editor: Editor, number: int, lines: str, offered: set[str]) -> None:
    found = editor.offers(f"arguments/entries/keuze-{number}.yaml", HEAD + lines)

    assert offered <= set(found)
    assert not {"null", "true"} & set(found)


def test_a_choice_comes_with_what_it_means(editor: Editor) -> None:
    found = editor.offers("arguments/entries/uitleg.yaml", HEAD + "  audiences: [▮]\n")

    assert "gemeente" in str(found["gemeente"]["documentation"])


def test_a_field_is_explained_in_dutch_under_the_cursor(editor: Editor) -> None:
    text = HEAD.replace("  kind:", "  ▮kind:")

    assert "Wat voor bouwsteen het is." in editor.tells("arguments/entries/hover.yaml", text)


@pytest.mark.parametrize(
    ("number", "lines", "place", "told"),
    [
        (1, "  audiences: [gemeenten]\n", (5, 14), "Kies uit: gemeente, manager"),
        (2, "  thema: [netwerk]\n", (5, 2), "Property thema is not allowed"),
        (3, "  themes: [netwerken]\n", (5, 11), "Kies uit: kosten"),
        (4, "  weight: 200\n", (5, 10), "100"),
        (5, "  valid_until: 14 januari\n", (5, 15), "jaar-maand-dag"),
        (6, "  evidence: [{source: gmw, place: a}]\n", (5, 22), "staat niet in de bibliotheek"),
        (7, "  audiences: gemeente\n", (5, 13), "Schrijf een lijst"),
        (8, "  answers: [Niet Zo]\n", (5, 12), "kleine letters"),
        (9, "  consent: {purposes: [flyer], withdrawn: misschien}\n", (5, 42), "yes of no"),
    ],
)
def test_a_mistake_is_marked_at_its_place(editor: Editor, number: int, lines: str, place: tuple[int, int], told: str) -> None:
    marked = editor.open(f"arguments/entries/fout-{number}.yaml", HEAD + lines)

    assert [(one["range"]["start"]["line"], one["range"]["start"]["character"]) for one in marked] == [place]
    assert told in marked[0]["message"]


def test_the_profile_knows_its_own_fields_and_readers(editor: Editor) -> None:
    line = schemas.line("profile", "arguments")

    assert editor.open("pitchkit.yaml", f"{line}\norganisation:\n  name:   # leeg\nfictitious: yes\n") == []
    assert {"gemeente", "clienten"} <= set(editor.offers("vraag/pitchkit.yaml", f"{_up(line)}\nrequests:\n  ▮\n"))
    (marked,) = editor.open("fout/pitchkit.yaml", f"{_up(line)}\norganisatie: {{name: Samen}}\n")
    assert "organisatie" in marked["message"]


def test_an_offer_is_helped_with_entries_and_marked_where_its_kind_is_wrong(editor: Editor) -> None:
    line = schemas.line("offer", "../arguments")
    question = (
        f"{line}\nkind: tender\ntitle: a\ncriteria:\n  - id: K\n    title: K\n    questions:\n      - id: a\n        text: b\n"
    )

    assert "wachtlijst-korter" in editor.offers("offers/een.yaml", f"{question}        entries:\n          - entry: ▮\n")
    (marked,) = editor.open("offers/twee.yaml", f"{line}\nkind: aanbesteding\ntitle: a\n")
    assert "Kies uit: tender, quotation, grant." in marked["message"]


def _up(line: str) -> str:
    return line.replace(placing.MARK, f"{placing.MARK}../")


@pytest.mark.parametrize(
    "name",
    ["arguments/themes.yaml", "arguments/library.yaml", "arguments/entries/vak.yaml", "examples/voorbeeldstad/pitchkit.yaml"],
)
def test_a_shipped_file_finds_its_schema_and_is_sound(editor: Editor, name: str) -> None:
    path = Path(project.__file__).parents[1] / name
    text = path.read_text(encoding="utf-8")

    assert editor.look(path, text) == []
    assert editor.look(path.with_name(f"kapot-{path.name}"), f"{text}\n{{\n") != []
