"""What a buyer's papers are understood as: covers, yes or no beside words, room for answers, and lines that only explain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pitchkit.offers.filling.letter import fill_letter
from pitchkit.offers.filling.places import Fill
from pitchkit.offers.model import Offer
from pitchkit.offers.reading.papers import Cell
from pitchkit.offers.reading.yes_or_no import is_yes_or_no
from tests.offers import office_files as office
from tests.offers.papers_by_hand import lines, offer_of, paper, row, table, understood

# --- yes or no beside words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Conform (J/N)", True),
        ("Voldoet", True),
        ("Akkoord", True),
        ("Biedt u dit (ja/nee)", True),
        ("Voldoet u? Licht toe", False),
        ("Wijze waarop u voldoet", False),
        ("Antwoord", False),
        ("Reactie inschrijver", False),
    ],
)
def test_a_column_asks_for_yes_or_no_by_its_name(name: str, *, expected: bool) -> None:
    assert is_yes_or_no(name, (Cell("", "kolom C", "Eisen!C2"),)) is expected


@pytest.mark.parametrize(("choices", "expected"), [(("ja", "nee"), True), (("laag", "midden", "hoog"), False)])
def test_what_one_can_choose_in_a_column_goes_before_its_name(choices: tuple[str, ...], *, expected: bool) -> None:
    assert is_yes_or_no("Antwoord", (Cell("", "kolom C", "Eisen!C2", choices=choices),)) is expected


def test_yes_or_no_and_words_have_each_their_own_place() -> None:
    head = ("Nr.", "Omschrijving eis", "Conform (J/N)", "Toelichting")
    offer = offer_of(table(head, ("1.1", "Er is een klachtenregeling.", "", ""), name="Algemeen"))
    (one,) = offer.requirements
    assert one.met_at
    assert one.answer_at
    assert (one.met_at.at, one.answer_at.at) == ("Algemeen!C2", "Algemeen!D2")


def test_a_heading_over_all_columns_does_not_fill_the_column_for_remarks() -> None:
    over = Cell("1 Organisatie", "kolom A", "Eisen!A2")
    wide = row("1 Organisatie", table="Eisen", at=2)
    merged = tuple(Cell("1 Organisatie", f"kolom {letter}", "Eisen!A2", is_merged=letter != "A") for letter in "ABCD")
    head = row("Nr.", "Omschrijving eis", "Akkoord", "Toelichting", table="Eisen", at=1, is_header=True)
    asked = row("1.1", "Er is een klachtenregeling.", "", "", table="Eisen", at=3)
    object.__setattr__(wide, "cells", (over, *merged[1:]))
    (one,) = offer_of([head, wide, asked]).requirements
    assert one.answer_at
    assert one.answer_at.at == "Eisen!D3"


# --- covers ------------------------------------------------------------------------------------------------------


def card(table_name: str) -> Offer:
    rows = [
        row("Opdrachtgever:", "Regio Duinrand (vijf gemeenten)", table=table_name, at=1),
        row("Onderwerp:", "Rouwgroepen 2028", table=table_name, at=2),
        row("Referentie:", "RD/2027/118", table=table_name, at=3),
        row("Sluitingsdatum:", "4-2-2028 14:00", table=table_name, at=4),
    ]
    return offer_of(rows)


@pytest.mark.parametrize("table_name", ["Voorblad", "tabel 1"])
def test_a_card_on_the_cover_names_the_buyer_the_reference_and_the_closing_date(table_name: str) -> None:
    offer = card(table_name)
    assert (offer.client.name, offer.title, offer.reference) == ("Regio Duinrand", "Rouwgroepen 2028", "RD/2027/118")
    assert [(one.date, one.time, one.deadline) for one in offer.planning] == [(date(2028, 2, 4), "14:00", True)]


def test_a_card_to_fill_in_by_who_offers_names_no_buyer() -> None:
    rows = [
        row("Naam inschrijver", "Stichting Voorbeeld", table="tabel 1"),
        row("Adres inschrijver", "Dorp 1", table="tabel 1", at=2),
    ]
    assert offer_of(rows).client.address is None


def test_a_buyer_in_capitals_and_the_kind_of_paper_are_no_title() -> None:
    text = "GEMEENTE WATERLO\nOFFERTEUITVRAAG ONDERHANDS (MEERVOUDIG)\nGroepstrainingen Omgaan met geld\n# Inleiding"
    assert offer_of(text).title == "Groepstrainingen Omgaan met geld"


# --- criteria ----------------------------------------------------------------------------------------------------


def test_what_stands_in_brackets_does_not_tell_what_a_heading_is_about() -> None:
    offer = offer_of("# Gunningscriteria\n## SG4 Implementatie (max. 2 A4, exclusief planning)\nGeef een plan tot 1 april 2028.")
    (one,) = offer.criteria
    assert (one.id, one.title, one.limit.pages) == ("SG4", "Implementatie", Decimal(2))
    assert offer.planning == ()


def test_a_limit_beside_the_name_of_an_annex_is_for_the_answer() -> None:
    (one,) = offer_of("# Gunningscriteria\n## 4.2 Casus (15%)\nWerk de casus in bijlage 2 uit in maximaal 750 woorden.").criteria
    assert one.limit.words == 750


def test_weights_of_questions_count_where_their_criterion_has_none() -> None:
    rows = (
        ("Onderwerp", "Vraagstelling", "Weging", "Antwoord"),
        ("Aanpak", "Hoe werft u deelnemers?", "30%", ""),
        ("Aanpak", "Hoe voorkomt u uitval?", "20%", ""),
        ("Resultaat", "Hoe meet u het resultaat?", "50%", ""),
    )
    found = understood(paper(table(*rows, name="Vragen")))
    assert [[one.weight for one in each.questions] for each in found.offer.criteria] == [[Decimal(30), Decimal(20)], [None]]
    assert "weight-total" not in {one.code for one in found.doubts}


def test_a_question_with_a_number_in_front_and_an_empty_cell_beside_it_is_no_title() -> None:
    rows = (("Vraag", "Uw antwoord"), ("1. Beschrijf uw werkwijze in maximaal 1 A4.", ""), ("2. Hoe borgt u kwaliteit?", ""))
    asked = [one for each in offer_of(table(*rows)).criteria for one in each.questions]
    assert [(one.text, one.limit.pages) for one in asked] == [
        ("Beschrijf uw werkwijze in maximaal 1 A4.", 1),
        ("Hoe borgt u kwaliteit?", None),
    ]
    assert all(one.answer_at for one in asked)


@pytest.mark.parametrize(
    "scale",
    [
        "een cijfer: 0 (geen antwoord), 4 (matig), 8 (goed), 10 (uitstekend).",
        "een oordeel: geen antwoord (0%), matig (40%), goed (80%), uitstekend (100%).",
        "punten: 0 = geen antwoord; 4 = matig; 8 = goed; 10 = uitstekend.",
    ],
)
@pytest.mark.parametrize("heading", ["# Gunningscriteria\n## 4.4 Prijs (40%)", "# Beoordeling"])
def test_a_scale_in_one_sentence_is_read_wherever_it_stands(scale: str, heading: str) -> None:
    offer = offer_of(f"{heading}\nElk antwoord krijgt {scale}")
    assert [(one.label, one.share) for one in offer.grades] == [
        ("Geen antwoord", Decimal(0)),
        ("Matig", Decimal("0.4")),
        ("Goed", Decimal("0.8")),
        ("Uitstekend", Decimal(1)),
    ]


def test_figures_with_words_in_brackets_are_no_scale() -> None:
    assert offer_of("# Beoordeling\nEr zijn 3 (drie) beoordelaars, 2 (twee) rondes en 1 (een) voorzitter.").grades == ()


# --- demands -----------------------------------------------------------------------------------------------------


def test_a_sentence_that_says_where_something_can_be_read_demands_nothing() -> None:
    offer = offer_of(
        "# Inleiding\nIn dit document leest u waaraan uw inschrijving moet voldoen.\n# Planning\nSluiting: 1 mei 2028"
    )
    assert offer.requirements == ()


def test_below_a_heading_about_both_exclusion_and_suitability_each_line_tells_which() -> None:
    offer = offer_of(
        """
        # Uitsluitingsgronden en geschiktheidseisen
        UG1 Inschrijver is niet failliet en voldoet aan de plicht tot het betalen van belasting.
        GE1 Inschrijver toont met een referentie aan dat hij tien groepen heeft uitgevoerd.
        """
    )
    assert [(one.id, one.type) for one in offer.requirements] == [("UG1", "uitsluiting"), ("GE1", "geschiktheid")]


def test_a_rule_about_letters_is_form_and_no_paper_to_hand_in() -> None:
    text = "U levert de antwoorden aan in Arial, lettergrootte 10. Tabellen tellen mee voor de omvang; een voorblad niet."
    offer = offer_of(f"# Vormvereisten\n{text}")
    assert [one.type for one in offer.requirements] == ["vorm"]
    assert (offer.form.counts.tables, offer.form.counts.cover) == (True, False)


def test_what_the_one_who_is_paid_does_is_demanded_below_a_heading_about_duties() -> None:
    (one,) = offer_of("# Verplichtingen\nDe subsidieontvanger werkt mee aan een gesprek halverwege.").requirements
    assert one.type == "eis"


def test_a_code_of_letters_with_a_dash_stays_as_the_buyer_writes_it() -> None:
    (one,) = offer_of(table(("ID", "Eis", "Akkoord"), ("PE-01", "Er is een klachtenregeling.", ""))).requirements
    assert one.id == "PE-01"


def test_every_date_in_a_paragraph_below_wanneer_is_a_moment() -> None:
    offer = offer_of("# Wanneer\nU dient de aanvraag in tot 15 september 2027. Het college besluit uiterlijk 15 december 2027.")
    assert [one.date for one in offer.planning] == [date(2027, 9, 15), date(2027, 12, 15)]


# --- room for an answer in Word ----------------------------------------------------------------------------------

_QUESTION = office.paragraph("Vraag 1 Hoe werft u deelnemers?")
_EMPTY = office.paragraph()
_PROMPT = office.control(office.paragraph("Klik om tekst in te voeren."), "<w:showingPlcHdr/>")
_HEAD = office.paragraph("Gunningscriterium 1 Aanpak", "Kop1")


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (_QUESTION + _EMPTY, "body/3"),
        (_QUESTION + office.paragraph("Antwoord:") + _EMPTY, "body/4"),
        (_QUESTION + office.paragraph("Antwoord:"), "body/3"),
        (_QUESTION + _PROMPT, "body/3"),
        (_QUESTION + office.paragraph("(maximaal 300 woorden)") + _EMPTY + _EMPTY, "body/4"),
    ],
    ids=["an empty line", "an empty line below the word", "the word alone", "a field", "below the rule about its length"],
)
def test_room_below_a_question_is_found_and_takes_the_answer(tmp_path: Path, body: str, at: str) -> None:
    path = office.write_word(tmp_path / "vragen.docx", _HEAD + body)
    (one,) = understood(office.read(path)).offer.criteria[0].questions
    assert one.answer_at
    assert one.answer_at.at == at
    filled = fill_letter(path.read_bytes(), [Fill(at, "", "V1", "Wij bellen aan.")])
    assert filled.refused == ()
    path.write_bytes(filled.data)
    assert [line.text for line in office.read(path).lines if "Wij bellen" in line.text] == ["Wij bellen aan."]


def test_white_between_all_paragraphs_is_no_room_for_an_answer(tmp_path: Path) -> None:
    text = "".join(office.paragraph(f"De gemeente vertelt hier iets over onderwerp {number}.") + _EMPTY for number in range(5))
    path = office.write_word(tmp_path / "leidraad.docx", _HEAD + text + _QUESTION + _EMPTY + office.paragraph("Tot slot."))
    (one,) = understood(office.read(path)).offer.criteria[0].questions
    assert one.answer_at is None


def test_lines_by_hand_have_no_room() -> None:
    assert {one.room for one in lines("# Kop\nTekst")} == {""}
