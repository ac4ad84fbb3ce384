"""A new offer file: read back it says what was understood, and it is never written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit.diagnostics import CommandError, ContentError
from pitchkit.offers import loading
from pitchkit.offers.model import OFFER_KINDS, Offer, OfferKind
from pitchkit.offers.reading import making, starting, updating, writing
from pitchkit.profile import Profile
from pitchkit.project import Workspace, find
from tests.factories import library_of
from tests.offers import buyers
from tests.offers.papers_by_hand import DAY, paper, row, table, understood


def workspace(folder: Path) -> Workspace:
    return find(folder)


def make(folder: Path, *files: Path, kind: OfferKind = "tender") -> making.Made:
    return making.make(making.Wanted(kind, "wijk", folder / "offers" / "wijk.yaml", files, (), DAY), workspace(folder))


def read_back(text: str) -> Offer:
    return updating.read_offer(text, "offers/wijk.yaml")


def test_the_file_says_what_was_understood_and_loads(tmp_path: Path) -> None:
    made = make(tmp_path, buyers.make_guide(tmp_path), buyers.make_book(tmp_path))
    assert made.understood
    assert read_back(made.text) == made.understood.offer

    path = tmp_path / "offers" / "wijk.yaml"
    path.parent.mkdir()
    path.write_text(made.text, encoding="utf-8")
    loaded = loading.load("wijk", tmp_path, "offers/wijk.yaml", library_of(), Profile())
    assert loaded.offer == made.understood.offer


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    files = (buyers.make_guide(tmp_path), buyers.make_book(tmp_path))
    assert make(tmp_path, *files).text == make(tmp_path, *files).text


def test_documents_stand_with_their_path_from_the_offer_and_their_hash(tmp_path: Path) -> None:
    (tmp_path / "stukken").mkdir()
    offer = read_back(make(tmp_path, buyers.make_guide(tmp_path / "stukken")).text)
    (document,) = offer.documents
    assert (document.id, document.path, document.kind, document.read) == ("leidraad", "../stukken/leidraad.docx", "guide", DAY)
    assert document.sha256


def test_what_is_not_sure_stands_above_what_it_is_about() -> None:
    text = writing.write(
        understood(
            paper("# Planning", table(("Stap", "Datum"), ("Sluiting inschrijving", "week 3 2027"), ("Start", "1 maart 2027")))
        )
    )
    above = "  # onzeker: alleen een week genoemd; de eerste of laatste werkdag is ingevuld: Sluiting inschrijving: 2027-01-22\n"
    assert f"{above}  - id: sluiting-inschrijving\n" in text


def test_the_head_names_what_was_not_found() -> None:
    text = writing.write(understood(paper("# Gunning\n## K1 Team (100%)\nWie zet u in?")))
    assert "Niet gevonden, vul zelf in als het er is: client, reference, planning, valid_days, requirements, grades." in text


@pytest.mark.parametrize(
    "words",
    [
        "Hoe: # dan?",
        "- a: {b}",
        "'quoted\" text",
        "één\ttab",
        "a\x07b",
        "yes",
        "1.10",
        "regel een\nregel twee",
        "x" * 5000,
        "…“„”",
        "%x",
        "@a",
    ],
)
def test_odd_texts_of_a_buyer_survive(words: str) -> None:
    rows = [row("Nr", "Eis", "Voldoet", table="Blad", is_header=True), row("E1", words, "", table="Blad", at=2)]
    offer = read_back(writing.write(understood(paper(rows))))
    expected = " ".join(words.replace("\x07", "").split())
    told = [one.text for one in offer.requirements] + [one.text for _criterion, one in offer.questions()]
    assert [" ".join(text.split()) for text in told] == [expected]


@pytest.mark.parametrize("kind", OFFER_KINDS)
def test_without_files_there_is_a_file_to_fill_in_whose_examples_hold(kind: OfferKind) -> None:
    text = starting.starting_text(kind)
    assert read_back(text).kind == kind
    lines = [line.replace("#> ", "", 1) if "#> " in line else line for line in text.splitlines()]
    filled = [
        line.split(" # bijvoorbeeld: ")[0].rstrip() + " " + line.split("# bijvoorbeeld: ")[1]
        if "# bijvoorbeeld: " in line and not line.startswith("#")
        else line
        for line in lines
    ]
    offer = read_back("\n".join(filled) + "\n")
    assert offer.requirements
    assert offer.criteria


def test_an_offer_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "offers").mkdir()
    (tmp_path / "offers" / "wijk.yaml").write_text("kind: tender\n")
    with pytest.raises(CommandError) as caught:
        starting.place_of("wijk", tmp_path)
    assert [one.code for one in caught.value.diagnostics] == ["offer-exists"]


@pytest.mark.parametrize("name", ["", "../weg", "a/b", ".verborgen", "a\nb", "x" * 100])
def test_a_name_is_that_of_a_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError) as caught:
        starting.place_of(name, tmp_path)
    assert [one.code for one in caught.value.diagnostics] == ["offer-name"]


def test_every_file_that_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "leeg.md").write_text("")
    with pytest.raises(ContentError) as caught:
        make(tmp_path, Path("leeg.md"), Path("weg.docx"))
    assert sorted(one.code for one in caught.value.diagnostics) == ["file-missing", "paper-empty"]


def test_the_same_file_twice_is_refused(tmp_path: Path) -> None:
    guide = buyers.make_guide(tmp_path)
    with pytest.raises(CommandError) as caught:
        make(tmp_path, guide, guide)
    assert [one.code for one in caught.value.diagnostics] == ["paper-twice"]


def test_a_note_among_the_files_changes_what_the_others_say(tmp_path: Path) -> None:
    made = make(tmp_path, buyers.make_note(tmp_path), buyers.make_guide(tmp_path))
    offer = read_back(made.text)
    assert [one.limit.pages for one in offer.criteria if one.id == "K1"] == [3]
    assert [one.kind for one in offer.documents] == ["guide", "clarification"]
    assert made.changes


def test_a_grant_has_its_scheme_and_the_papers_to_hand_in(tmp_path: Path) -> None:
    text = (
        "# Subsidieregeling Samen Verder 2027\n## Aanvraag\n3. Bij de aanvraag voegt de aanvrager toe:\n- "
        "een sluitende begroting;\n- de jaarrekening."
    )
    offer = read_back(make(tmp_path, buyers.make_word(tmp_path / "regeling.docx", text), kind="grant").text)
    assert offer.grant
    assert offer.grant.scheme == "Subsidieregeling Samen Verder 2027"
    assert [one.title for one in offer.grant.annexes] == ["een sluitende begroting;", "de jaarrekening."]
