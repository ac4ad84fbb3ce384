"""What words tell: each table has phrases as buyers write them, with the traps among them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit.offers.reading.signals import asking, dates, form_rules, kinds, limits, naming, scales, weights
from pitchkit.offers.reading.signals.amounts import number_of
from pitchkit.offers.rules import Limit


def pages(number: str) -> Limit:
    return Limit(pages=Decimal(number))


def words(number: int) -> Limit:
    return Limit(words=number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.500", "1500"),
        ("1,5", "1.5"),
        ("twee", "2"),
        ("Anderhalve", "1.5"),
        ("een half", "0.5"),
        ("½", "0.5"),
        ("1 500", "1500"),
    ],
)
def test_a_number_is_read_as_it_is_written_in_dutch(text: str, number: str) -> None:
    assert number_of(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "geen", "1.2.3", "A4", "9a"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_of(text) is None


# --- limits ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Maximaal 2 A4", pages("2")),
        ("max. 2 pagina's enkelzijdig A4", pages("2")),
        ("ten hoogste 500 woorden", words(500)),
        ("niet meer dan twee pagina's", pages("2")),
        ("Uw antwoord beslaat maximaal 1,5 A4.", pages("1.5")),
        ("maximaal 1.500 woorden", words(1500)),
        ("max 4 kantjes A4", pages("4")),
        ("4 kantjes", pages("4")),
        ("maximaal 2.000 tekens inclusief spaties", Limit(characters=2000)),
        ("2000 tekens inclusief spaties (max)", Limit(characters=2000)),
        ("De omvang bedraagt maximaal 10 (tien) enkelzijdige A4-pagina's", pages("10")),
        ("maximum aantal pagina’s: 3", pages("3")),
        ("Max. aantal woorden: 500", words(500)),
        ("Beschrijf op één A4 hoe u dit doet", pages("1")),
        ("Het antwoord mag 2 A4 niet overschrijden", pages("2")),
        ("minimaal 1 en maximaal 3 A4", pages("3")),
        ("2 à 3 A4 maximaal", pages("3")),
        ("maximaal anderhalve pagina A4", pages("1.5")),
        ("Maximaal twee (2) pagina's A4, lettertype Verdana 9", pages("2")),
        ("max 2 A4's", pages("2")),
        ("maximaal één A4'tje", pages("1")),
        ("mag niet langer zijn dan vijfhonderd woorden", words(500)),
        ("maximaal 3 dubbelzijdige A4", pages("6")),
        ("(2 A4)", pages("2")),
        ("max. 3 p.", pages("3")),
        ("tot 800 woorden", words(800)),
        ("U heeft hiervoor 750 woorden", words(750)),
        ("binnen 500 woorden", words(500)),
    ],
)
def test_a_limit_is_found_in_the_many_ways_it_is_written(text: str, limit: Limit) -> None:
    assert [found.limit for found in limits.find_limits(text)] == [limit]


@pytest.mark.parametrize(
    "text",
    [
        "De inschrijving wordt geleverd op A4-formaat, staand.",
        "zie pagina 12",
        "een bijlage van 12 pagina's",
        "minimaal 2 A4",
        "circa 1000 woorden",
        "maximaal 40 punten",
        "maximaal 12 deelnemers per groep",
        "maximaal 30 minuten",
        "maximaal 10 MB",
        "op blz. 4 van de leidraad",
    ],
)
def test_what_only_looks_like_a_limit_is_none(text: str) -> None:
    assert limits.find_limits(text) == ()


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Maximaal 2 A4.", "here"),
        ("Per subgunningscriterium maximaal 2 A4", "each-criterion"),
        ("Per vraag maximaal 500 woorden", "each-question"),
        ("Elk antwoord is maximaal 500 woorden", "each-question"),
        ("De totale inschrijving mag niet meer dan 10 A4 beslaan", "whole"),
        ("De totale kwalitatieve inschrijving mag niet meer dan 8 pagina's A4 bedragen", "whole"),
        ("Voeg een cv van maximaal 2 A4 toe", "elsewhere"),
        ("Een referentie beslaat maximaal 1 A4", "elsewhere"),
    ],
)
def test_a_limit_says_what_it_is_for(text: str, scope: str) -> None:
    assert [found.scope for found in limits.find_limits(text)] == [scope]


def test_two_units_are_two_limits_and_a_rough_number_is_none() -> None:
    assert [found.limit for found in limits.find_limits("maximaal 2 A4 of 1.000 woorden")] == [pages("2"), words(1000)]
    assert [found.limit for found in limits.find_limits("maximaal 2 A4 (ca. 1000 woorden)")] == [pages("2")]


@pytest.mark.parametrize(
    ("text", "unsure"),
    [("maximaal 1 A3", "a3"), ("maximaal 3 dubbelzijdige A4", "double"), ("Omvang: 3 A4", "no-maximum"), ("maximaal 3 A4", "")],
)
def test_a_limit_that_is_not_sure_says_why(text: str, unsure: str) -> None:
    assert [found.unsure for found in limits.find_limits(text)] == [unsure]


@pytest.mark.parametrize(
    ("cell", "header", "limit"),
    [
        ("2", "Max. A4", pages("2")),
        ("500", "Maximaal aantal woorden", words(500)),
        ("max. 1 A4", "Omvang", pages("1")),
        ("3", "Limiet", pages("3")),
    ],
)
def test_a_bare_number_in_a_column_takes_its_unit_from_the_name(cell: str, header: str, limit: Limit) -> None:
    found = limits.limit_of_cell(cell, header)
    assert found is not None
    assert found.limit == limit


# --- weights and points ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "weight", "points"),
    [
        ("weging 15%", "15", None),
        ("40 punten", None, "40"),
        ("max. 25 pnt", None, "25"),
        ("telt voor 30 procent mee", "30", None),
        ("Dit criterium telt mee voor 20%", "20", None),
        ("Weging: 15", "15", None),
        ("wegingsfactor 0,3", "30", None),
        ("maximale score: 40 punten", None, "40"),
        ("maximaal te behalen punten: 30", None, "30"),
        ("Max. punten 25", None, "25"),
        ("40% van de totale score", "40", None),
        ("weging 30% (max. 300 punten)", "30", "300"),
    ],
)
def test_what_something_counts_for_is_found(text: str, weight: str | None, points: str | None) -> None:
    found = weights.find_weight(text)
    assert (found.weight, found.points) == (Decimal(weight) if weight else None, Decimal(points) if points else None)


@pytest.mark.parametrize(
    "text",
    [
        "social return van 2% van de opdrachtsom",
        "Inschrijver zet 5% van de loonsom in",
        "Minimaal 80% van de deelnemers is tevreden",
        "21% btw",
        "lettertype Verdana, minimaal 9 punten",
        "Arial 10 pt",
        "u moet minimaal 60 punten behalen",
        "ga in op de volgende 3 punten",
        "3 punten van aandacht",
        "indexatie 3%",
    ],
)
def test_other_percentages_and_points_count_for_nothing(text: str) -> None:
    assert not weights.find_weight(text, is_title=True)


def test_a_bare_percentage_is_a_weight_in_a_title_only() -> None:
    assert weights.find_weight("Plan van aanpak (40%)", is_title=True).weight == 40
    assert weights.find_weight("Plan van aanpak (40%)").weight is None


@pytest.mark.parametrize(
    ("cell", "weight"), [("15%", "15"), ("15", "15"), ("0,15", "15"), ("0.4", "40"), ("1", "1"), ("x", None), ("150", None)]
)
def test_a_cell_of_weights_is_read_as_a_sheet_shows_it(cell: str, weight: str | None) -> None:
    assert weights.weight_of_cell(cell) == (Decimal(weight) if weight else None)


# --- dates -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("15 januari 2027, 12:00 uur", date(2027, 1, 15), "12:00"),
        ("15-01-2027", date(2027, 1, 15), ""),
        ("vr 15 jan. 2027", date(2027, 1, 15), ""),
        ("15/1/27", date(2027, 1, 15), ""),
        ("2027-01-15 00:00:00", date(2027, 1, 15), ""),
        ("2027-01-15 10:30:00", date(2027, 1, 15), "10:30"),
        ("uiterlijk 7 december 2026 om 12.00 uur", date(2026, 12, 7), "12:00"),
        ("dinsdag 1 december 2026, 14 uur", date(2026, 12, 1), "14:00"),
        ("23-11-2026 vóór 10u00", date(2026, 11, 23), "10:00"),
        ("week 3 2027", date(2027, 1, 18), ""),
        ("1e maart 2027", date(2027, 3, 1), ""),
    ],
)
def test_a_date_is_read_in_every_form(text: str, day: date, time: str) -> None:
    (found,) = dates.find_dates(text)
    assert (found.day, found.time) == (day, time)


@pytest.mark.parametrize(
    "text", ["§ 3.1.2", "in 2016", "Aanbestedingswet 2012", "Q1 2027", "32-01-2027", "artikel 5.4 lid 3", "versie 1.2"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates.find_dates(text) == ()


def test_a_date_without_a_year_takes_the_one_that_is_known_and_says_so() -> None:
    assert dates.find_dates("6 november") == ()
    (found,) = dates.find_dates("6 november", 2026)
    assert (found.day, found.precision) == (date(2026, 11, 6), "day-without-year")


def test_a_period_has_a_last_day() -> None:
    (found,) = dates.find_dates("12 t/m 16 januari 2027")
    assert (found.day, found.last) == (date(2027, 1, 12), date(2027, 1, 16))


# --- rules of form -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Lettertype Verdana, minimaal 9 punts, regelafstand 1,15",
            {"fonts": ("Verdana",), "size": Decimal(9), "line_spacing": Decimal("1.15")},
        ),
        ("Arial 10, enkele regelafstand", {"fonts": ("Arial",), "size": Decimal(10), "line_spacing": Decimal(1)}),
        ("lettergrootte minimaal 9", {"size": Decimal(9)}),
        ("marges van 2 cm rondom", {"margins": Decimal(20)}),
        ("kantlijnen van ten minste 25 mm", {"margins": Decimal(25)}),
        ("De uitwerking is geanonimiseerd en bevat geen logo's", {"anonymous": True}),
        ("niet herleidbaar tot inschrijver", {"anonymous": True}),
        ("In het kwalitatieve deel mogen geen prijzen worden genoemd", {"prices_apart": True}),
        ("prijs in aparte envelop", {"prices_apart": True}),
        ("Per criterium een apart pdf-bestand", {"file_per_criterion": True}),
        ("Hyperlinks zijn niet toegestaan", {"hyperlinks": False}),
        ("exclusief voorblad en inhoudsopgave", {"counts": {"cover": False, "contents": False}}),
        ("inclusief tabellen en afbeeldingen", {"counts": {"tables": True}}),
        ("Het voorblad telt niet mee", {"counts": {"cover": False}}),
        ("Gebruik als bestandsnaam “{reference}-K1.pdf”", {"file_name": "{reference}-K1.pdf"}),
        ("A4 liggend", {"orientation": "landscape"}),
    ],
)
def test_a_rule_of_form_is_found(text: str, fields: dict[str, Any]) -> None:
    assert form_rules.find_form(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        "bedragen exclusief btw",
        "Vragen worden geanonimiseerd beantwoord in de nota van inlichtingen",
        "zie punt 9 van de brief",
        "40 punten",
    ],
)
def test_what_only_looks_like_a_rule_of_form_is_none(text: str) -> None:
    assert form_rules.find_form(text) == {}


# --- what is demanded, and of whom -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Opdrachtnemer dient binnen 5 werkdagen te starten.", "eis"),
        ("Het is inschrijver niet toegestaan een alternatief in te dienen.", "eis"),
        ("De groepen worden bij voorkeur in de wijk gehouden.", "wens"),
        ("De inschrijver voegt een ondertekend UEA toe.", "bewijsstuk"),
        ("Voeg een kopie van het diploma toe.", "bewijsstuk"),
        ("De opdrachtnemer beschikt over een klachtenregeling.", "eis"),
        ("De opdrachtgever moet binnen 30 dagen betalen.", None),
        ("Het niet voldoen aan deze eisen leidt tot uitsluiting.", None),
        ("De gemeente heeft drie wijken.", None),
    ],
)
def test_a_sentence_demands_something_of_who_offers(text: str, kind: str | None) -> None:
    demand = kinds.demand_of(text)
    assert (demand.type if demand else None) == kind


def test_a_duty_that_names_nobody_of_ours_is_not_sure() -> None:
    demand = kinds.demand_of("Het gebouw moet een lift hebben.")
    assert demand == kinds.Demand("eis", is_sure=False)


@pytest.mark.parametrize(
    ("cell", "kind", "knock_out"),
    [
        ("E", "eis", None),
        ("Wens", "wens", None),
        ("K.O.", "eis", True),
        ("Eis (knock-out)", "eis", True),
        ("Bewijsstuk", "bewijsstuk", None),
    ],
)
def test_a_cell_names_the_kind(cell: str, kind: str, *, knock_out: bool | None) -> None:
    demand = kinds.type_of_cell(cell)
    assert demand is not None
    assert (demand.type, demand.knock_out) == (kind, knock_out)


@pytest.mark.parametrize(
    "text",
    [
        "Hoe bereikt u de doelgroep?",
        "Beschrijf uw aanpak.",
        "Licht uw keuze toe",
        "Geef aan welke partners u betrekt.",
        "Op welke wijze borgt u de kwaliteit",
        "Inschrijver beschrijft zijn visie op groepswerk.",
        "De inschrijver toont aan dat hij ervaring heeft.",
        "De inschrijver dient in een plan van aanpak te beschrijven hoe hij start.",
        "Vraag 3: Hoe werkt u samen? (max 300 woorden)",
        "Welke risico's ziet u bij de start van de groepen",
    ],
)
def test_a_question_is_a_question(text: str) -> None:
    assert asking.is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hoe concreter, hoe hoger de score.",
        "De gemeente hecht aan samenwerking.",
        "Heeft u vragen?",
        "Maximaal 2 A4.",
        "Voeg een cv toe.",
    ],
)
def test_what_is_told_is_no_question(text: str) -> None:
    assert not asking.is_question(text)


def test_sentences_do_not_end_at_an_abbreviation_or_a_number() -> None:
    text = "De inschrijver dient o.a. een plan in te dienen. Dit is max. 2 A4. Hoe doet u dat? Licht toe."
    assert asking.sentences_of(text) == (
        "De inschrijver dient o.a. een plan in te dienen.",
        "Dit is max. 2 A4.",
        "Hoe doet u dat?",
        "Licht toe.",
    )


@given(st.text(alphabet="ab .?!A1", max_size=60))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert " ".join(asking.sentences_of(text)).split() == text.split()


# --- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Kenmerk: Z/26/12345", "Z/26/12345"),
        ("Referentienummer 2026-0012", "2026-0012"),
        ("TenderNed-kenmerk: 412345", "412345"),
        ("Het kenmerk van goede zorg is rust.", ""),
    ],
)
def test_a_reference_is_found_behind_its_label(text: str, reference: str) -> None:
    assert naming.find_reference(text) == reference


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("De gemeente Voorbeeldstad (hierna: opdrachtgever)", "gemeente Voorbeeldstad"),
        ("Aanbestedende dienst: Samenwerkingsverband Zuid", "Samenwerkingsverband Zuid"),
        ("Gemeente Bergen op Zoom", "Gemeente Bergen op Zoom"),
        ("de gemeente wil dat", ""),
    ],
)
def test_a_buyer_is_found(text: str, client: str) -> None:
    assert naming.find_client(text) == client


def test_how_long_an_offer_stands_is_in_days() -> None:
    assert naming.find_valid_days("De inschrijving dient gedurende 90 (negentig) dagen gestand te worden gedaan") == 90
    assert naming.find_valid_days("gestanddoeningstermijn: 3 maanden") == 90
    assert naming.find_valid_days("binnen 30 dagen na de factuur") is None


# --- grades ------------------------------------------------------------------------------------------------------


def test_a_scale_in_percentages_knows_the_grade_that_refuses() -> None:
    rows = [["Uitstekend", "100%"], ["Goed", "80%"], ["Onvoldoende", "0%", "wordt uitgesloten"]]
    assert [(one.label, one.share, one.refuses) for one in scales.find_scale(rows)] == [
        ("Uitstekend", 1, False),
        ("Goed", Decimal("0.8"), False),
        ("Onvoldoende", 0, True),
    ]


def test_a_scale_in_marks_is_a_share_of_the_highest() -> None:
    rows = [["Cijfer", "Omschrijving"], ["10", "Uitstekend: overtuigt"], ["6", "Voldoende: voldoet"], ["2", "Onvoldoende"]]
    assert [one.share for one in scales.find_scale(rows)] == [1, Decimal("0.6"), Decimal("0.2")]


def test_a_list_of_criteria_is_no_scale() -> None:
    assert scales.find_scale([["Goede samenwerking", "40%"], ["Prijs", "60%"]]) == ()


@given(st.text(max_size=80))
def test_no_text_breaks_a_signal(text: str) -> None:
    limits.find_limits(text)
    weights.find_weight(text, is_title=True)
    dates.find_dates(text, 2027)
    form_rules.find_form(text)
    kinds.demand_of(text)
    naming.find_client(text)
    naming.find_valid_days(text)
    asking.is_question(text)
