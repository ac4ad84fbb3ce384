"""The schemas in a real YAML language server: what it offers, what it tells and what it marks in a user's workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pitchkit import authoring, project, schemas
from pitchkit.offers.model import OFFER_KINDS
from pitchkit.offers.reading.starting import starting_text
from pitchkit.schemas import placing
from tests import language_server
from tests.factories import write_files
from tests.language_server import Editor
from tests.test_starter import STARTER, fill_in

ROOT = Path(__file__).parents[1]

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
        (11, "  positions: [▮]\n", {"contract", "aanbesteding"}),
        (12, "  published: ▮\n", {"gmw-kenmerken"}),
        (13, "  consent:\n    purposes: [flyer]\n    channels: [▮]\n", {"print", "website"}),
        (14, "  silence:\n    - code: ▮\n", {"privacy-name"}),
    ],
)
def test_the_editor_offers_what_the_library_has(editor: Editor, number: int, lines: str, offered: set[str]) -> None:
    found = editor.offers(f"arguments/entries/keuze-{number}.yaml", HEAD + lines)

    assert offered <= set(found)
    assert not {"null", "true"} & set(found)


@pytest.mark.parametrize(
    ("name", "text", "offered"),
    [
        ("arguments/entries/soort.yaml", "entry|- id: een\n  kind: ▮\n", {"argument", "tip", "objection"}),
        ("arguments/library.yaml", "library|extends: pitchkit\nwithout: [▮]\n", {"mogelijk-goedkoper"}),
        ("arguments/ernst/library.yaml", "library|checks:\n  severity:\n    ▮\n", {"title-twice"}),
        (
            "doel/pitchkit.yaml",
            "profile|municipality:\n  aims:\n    - text: Doel\n      serves: [▮]\n",
            {"netwerk", "sociale-samenhang"},
        ),
        ("plek/pitchkit.yaml", "profile|position: ▮\n", {"contract", "vermarkten"}),
        ("offers/soort.yaml", "offer|kind: ▮\n", {"tender", "quotation", "grant"}),
        (
            "offers/eis.yaml",
            "offer|kind: tender\ntitle: a\nrequirements:\n  - id: E\n    text: a\n    status: ▮\n",
            {"voldaan", "open"},
        ),
        ("arguments/bron/sources.yaml", "sources|- id: a\n  type: ▮\n", {"research", "law"}),
        ("arguments/jargon.yaml", "jargon|- id: a\n  words: [b]\n  audiences: [▮]\n", {"clienten"}),
        ("arguments/reviews.yaml", "reviews|- entry: ▮\n", {"wachtlijst-korter"}),
    ],
)
def test_every_kind_of_file_is_offered_its_choices(editor: Editor, name: str, text: str, offered: set[str]) -> None:
    form, _, words = text.partition("|")
    folder = Path(*[".."] * (len(Path(name).parts) - 1), "arguments")

    assert offered <= set(editor.offers(name, f"{schemas.line(form, folder.as_posix())}\n{words}"))


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
        (10, "  certainty: zeker\n", (5, 13), "Kies uit: mogelijk, aannemelijk, onderbouwd"),
        (11, "  positions: [contracten]\n", (5, 14), "Kies uit: contract"),
        (12, "  evidence: [{source: gmw-kenmerken}]\n", (5, 13), "place"),
        (13, "  recognition: {name: a, level: b, url: https://a.nl, date: gisteren}\n", (5, 60), "jaar-maand-dag"),
        (14, "  policy: [wnt]\n", (5, 11), "Kies uit"),
        (15, "  versions: {gemeenten: {text: a}}\n", (5, 13), "gemeenten"),
        (16, "  published: boek\n", (5, 13), "staat niet in de bibliotheek"),
        (17, "  weight: veel\n", (5, 10), "Schrijf alleen cijfers"),
        (18, "  consent: {purposes: []}\n", (5, 22), "1"),
        (19, "  short: {tekst: ja}\n", (5, 9), ""),
        (20, "  title: Nog een\n", (5, 2), "unique"),
        (21, "  keywords: [een, twee\n", (6, 0), "]"),
    ],
)
def test_a_mistake_is_marked_at_its_place(editor: Editor, number: int, lines: str, place: tuple[int, int], told: str) -> None:
    marked = editor.open(f"arguments/entries/fout-{number}.yaml", HEAD + lines)

    assert [(one["range"]["start"]["line"], one["range"]["start"]["character"]) for one in marked] == [place]
    assert told in marked[0]["message"]


@pytest.mark.parametrize(
    ("name", "text", "place", "told"),
    [
        ("arguments/a/library.yaml", "library|extends: pitchkitt\n", (1, 9), "pitchkit"),
        ("arguments/b/library.yaml", "library|zonder: [a]\n", (1, 0), "zonder"),
        ("a/pitchkit.yaml", "profile|contact: {email: noor}\n", (1, 17), "naam@organisatie.nl"),
        ("b/pitchkit.yaml", "profile|position: contact\n", (1, 10), "Kies uit: contract"),
        ("c/pitchkit.yaml", "profile|requests: {gemeenten: iets}\n", (1, 11), "gemeenten"),
        ("d/pitchkit.yaml", "profile|groups: [{id: rouw, name: R, sessions: acht}]\n", (1, 39), "Schrijf alleen cijfers"),
        (
            "offers/a.yaml",
            "offer|kind: tender\ntitle: a\nplanning: [{id: a, what: b, date: morgen}]\n",
            (3, 34),
            "jaar-maand-dag",
        ),
        ("offers/b.yaml", "offer|kind: tender\ntitle: a\neisen: []\n", (3, 0), "eisen"),
        ("arguments/a/reviews.yaml", "reviews|- {entry: a, stamp: x, by: b, date: 2026-01-01}\n", (1, 20), ""),
    ],
)
def test_a_mistake_in_any_file_is_marked_at_its_place(
    editor: Editor, name: str, text: str, place: tuple[int, int], told: str
) -> None:
    form, _, words = text.partition("|")
    folder = Path(*[".."] * (len(Path(name).parts) - 1), "arguments")

    marked = editor.open(name, f"{schemas.line(form, folder.as_posix())}\n{words}")

    assert [(one["range"]["start"]["line"], one["range"]["start"]["character"]) for one in marked] == [place]
    assert told in marked[0]["message"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("arguments/h/library.yaml", "library|▮without: []\n", "niet gebruikt"),
        ("h/pitchkit.yaml", "profile|municipality: {▮name: a}\n", "gemeente"),
        ("offers/h.yaml", "offer|kind: tender\ntitle: a\n▮valid_days: 3\n", "geldig"),
        ("arguments/h/sources.yaml", "sources|- {id: a, title: a, author: a, year: 2020, ▮type: law, short: a}\n", "bron"),
        ("arguments/h/reviews.yaml", "reviews|- {▮entry: a, stamp: 1-0123456789ab, by: b, date: 2026-01-01}\n", "nagekeken"),
    ],
)
def test_a_field_of_any_file_is_explained_with_an_example(editor: Editor, name: str, text: str, told: str) -> None:
    form, _, words = text.partition("|")
    folder = Path(*[".."] * (len(Path(name).parts) - 1), "arguments")

    assert told in editor.tells(name, f"{schemas.line(form, folder.as_posix())}\n{words}")


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


@pytest.mark.parametrize("name", ["arguments/themes.yaml", "arguments/entries/vak.yaml", "examples/voorbeeldstad/pitchkit.yaml"])
def test_a_shipped_file_finds_its_schema(editor: Editor, name: str) -> None:
    path = ROOT / name

    assert editor.look(path.with_name(f"kapot-{path.name}"), f"{path.read_text(encoding='utf-8')}\n{{\n") != []


def test_no_file_of_ours_is_marked(editor: Editor) -> None:
    paths = [path for folder in ("arguments", "examples") for path in sorted((ROOT / folder).rglob("*.yaml"))]

    assert len(paths) > 30
    assert {path.name: found for path in paths if (found := editor.look(path, path.read_text(encoding="utf-8")))} == {}


def test_nothing_is_marked_in_what_a_user_begins_with_nor_once_its_examples_are_used(editor: Editor) -> None:
    texts = {"pitchkit.yaml": STARTER.read_text(encoding="utf-8")}
    texts |= {f"offers/begin-{kind}.yaml": starting_text(kind) for kind in OFFER_KINDS}
    found = {}
    for name, text in texts.items():
        line = schemas.line("offer", "../arguments") if name.startswith("offers/") else schemas.line("profile", "arguments")
        for number, words in enumerate((text, fill_in(text))):
            path = Path(name).with_stem(f"{Path(name).stem}-{number}").as_posix()
            found[path] = editor.open(path, f"{line}\n{words}")

    assert len(found) == 8
    assert {path: marked for path, marked in found.items() if marked} == {}
