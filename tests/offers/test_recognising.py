"""What a buyer's papers are understood as; the papers are made by hand, the last ones are whole files."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pitchkit.diagnostics import CommandError
from pitchkit.messages.offer_reading import TEXTS
from pitchkit.offers.model import Criterion, Offer
from pitchkit.offers.reading.asked_columns import read_asked
from pitchkit.offers.reading.assembling import Understanding
from pitchkit.offers.reading.importing import kind_of, name_papers, understand
from pitchkit.offers.reading.opening import read_paper
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.remarks import DOUBTS
from pitchkit.offers.reading.updating import read_offer
from pitchkit.offers.reading.writing import write
from tests.offers import buyers
from tests.offers.papers_by_hand import DAY, lines, offer_of, paper, row, table, understood


def codes(understanding: Understanding) -> set[str]:
    return {one.code for one in understanding.doubts}


def asked_of(offer: Offer) -> dict[str, list[str]]:
    return {one.id: [question.text for question in one.questions] for one in offer.criteria}


def figures(*numbers: Decimal | None) -> list[int | None]:
    return [None if one is None else int(one) for one in numbers]


def criterion(offer: Offer, name: str) -> Criterion:
    return next(one for one in offer.criteria if one.id == name)


# --- criteria in running text ------------------------------------------------------------------------------------


def test_a_list_below_a_lead_in_is_the_questions_and_the_lead_in_goes_with_the_criterion() -> None:
    offer = offer_of(
        """
        # Gunningscriteria
        ## K1 Aanpak (40%)
        Beschrijf uw aanpak. Ga daarbij in op:
        - de werving;
        - de samenwerking.
        Maximaal 2 A4.
        """
    )
    (one,) = offer.criteria
    assert (one.id, one.title, figures(one.weight, one.limit.pages)) == ("K1", "Aanpak", [40, 2])
    assert one.text == "Beschrijf uw aanpak. Ga daarbij in op:"
    assert [question.text for question in one.questions] == ["de werving;", "de samenwerking."]
    assert [question.id for question in one.questions] == ["K1-a", "K1-b"]


def test_each_question_in_a_paragraph_is_one_and_a_tail_goes_with_the_one_before() -> None:
    offer = offer_of("# Gunning\n## K1 Team\nWie zet u in? Hoe vervangt u bij ziekte? Licht toe.")
    assert asked_of(offer) == {"K1": ["Wie zet u in?", "Hoe vervangt u bij ziekte? Licht toe."]}


def test_how_is_judged_is_no_question() -> None:
    offer = offer_of(
        "# Gunning\n## K1 Team\nWie zet u in?\nBeoordeeld wordt de mate waarin:\n- het team vast is;\n- het team ervaren is."
    )
    assert asked_of(offer) == {"K1": ["Wie zet u in?"]}
    assert "- het team vast is;" in (offer.criteria[0].text or "")


def test_a_numbered_list_of_how_is_judged_is_no_question_either() -> None:
    offer = offer_of(
        "# Gunning\n## K1 Team\nWie zet u in?\nBeoordeeld wordt de mate waarin:\n1. het team vast is;\n2. het team ervaren is."
    )
    assert asked_of(offer) == {"K1": ["Wie zet u in?"]}


@pytest.mark.parametrize(
    ("heading", "name", "title"),
    [
        ("## Subgunningscriterium 2: Samenwerking (30%)", "K2", "Samenwerking"),
        ("## Gunningscriterium G1 – Visie", "G1", "Visie"),
        ("## Kwaliteitscriterium 1 Bereik", "K1", "Bereik"),
        ("## 5.2 K1 Bereik (max. 3 A4, 40 punten)", "K1", "Bereik"),
        ("## 5.2 Plan van aanpak", "5.2", "Plan van aanpak"),
    ],
)
def test_a_criterion_keeps_the_number_of_the_buyer(heading: str, name: str, title: str) -> None:
    offer = offer_of(f"# 5 Gunningscriteria\n{heading}\nHoe doet u dat?")
    assert [(one.id, one.title) for one in offer.criteria] == [(name, title)]


def test_a_criterion_without_a_style_of_headings_is_one_too() -> None:
    offer = offer_of(
        "# Gunning\nKwaliteitscriterium 1: Bereik (60 punten)\nHoe bereikt u mensen?\nKwaliteitscriterium 2: Team\nWie zet u in?"
    )
    assert asked_of(offer) == {"K1": ["Hoe bereikt u mensen?"], "K2": ["Wie zet u in?"]}
    assert criterion(offer, "K1").points == 60


def test_a_criterion_in_which_no_question_is_recognised_is_one_question_and_says_so() -> None:
    found = understood(paper("# Gunning\n## K1 Visie op groepswerk\nDe gemeente vindt dit belangrijk."))
    assert asked_of(found.offer) == {"K1": ["De gemeente vindt dit belangrijk."]}
    assert "criterion-without-question" in codes(found)


def test_the_price_is_a_criterion_without_questions() -> None:
    offer = offer_of("# Gunning\n## K1 Team (70%)\nWie zet u in?\n## Prijs (30%)\nVul het prijsblad in.")
    assert [(one.title, one.price, len(one.questions)) for one in offer.criteria] == [("Team", False, 1), ("Prijs", True, 0)]


def test_questions_under_no_criterion_go_with_the_heading_above_them() -> None:
    offer = offer_of("# Offerte\n## Uw aanbod\n1. Hoe bereikt u mensen? (max. 500 woorden)\n2. Beschrijf uw team.")
    (one,) = offer.criteria
    assert one.title == "Uw aanbod"
    assert [(question.id, question.limit.words) for question in one.questions] == [("k-1-1", 500), ("k-1-2", None)]


def test_a_line_that_announces_what_to_tell_makes_questions_of_its_list() -> None:
    offer = offer_of(
        "Offerte-uitvraag\nIn uw offerte beschrijft u:\n- uw aanpak (maximaal 1 A4);\n- wie de groepen begeleidt.\nTot ziens."
    )
    assert [question.text for _one, question in offer.questions()] == ["uw aanpak (maximaal 1 A4);", "wie de groepen begeleidt."]
    assert [question.limit.pages for _one, question in offer.questions()] == [1, None]


# --- limits and weights ------------------------------------------------------------------------------------------


def test_a_limit_for_each_criterion_holds_where_there_is_no_other() -> None:
    offer = offer_of(
        "# Gunning\nPer gunningscriterium geldt een maximum van 3 A4.\n## K1 Aan\nHoe?\n## K2 Uit\nHoe dan ook?\nMaximaal 1 A4."
    )
    assert [one.limit.pages for one in offer.criteria] == [3, 1]


def test_a_limit_for_the_whole_is_a_rule_of_form() -> None:
    offer = offer_of("# Vormvereisten\nDe totale inschrijving mag niet meer dan 10 A4 beslaan.")
    assert offer.form.limit.pages == 10


def test_a_limit_of_nothing_in_particular_is_left_to_be_read() -> None:
    found = understood(paper("# Procedure\nVoor de toelichting geldt een maximum van 3 A4."))
    assert "limit-of-what" in codes(found)
    assert any("3 A4" in one.text for one in found.offer.unread)


def test_weights_that_do_not_come_to_a_hundred_are_told_and_not_mended() -> None:
    found = understood(paper("# Gunning\n## K1 Aan (40%)\nHoe gaat dat?\n## K2 Uit (40%)\nHoe dan?"))
    assert [one.weight for one in found.offer.criteria] == [40, 40]
    assert "weight-total" in codes(found)


def test_a_weight_without_a_place_is_left_to_be_read() -> None:
    offer = offer_of("# Beoordeling\nWij beoordelen op kwaliteit (60%) en prijs (40%).")
    assert [one.why for one in offer.unread] == ["een weging of punten, niet duidelijk waarvoor"]


def test_an_overview_and_the_details_are_one_criterion_and_a_group_is_none() -> None:
    found = understood(
        paper(
            "# Gunning",
            table(
                ("Subgunningscriterium", "Punten", "Weging"),
                ("Kwaliteit", "700", "70%"),
                ("1. Plan van aanpak", "700", "70%"),
                ("2. Prijs", "300", "30%"),
            ),
            "## Subgunningscriterium 1: Plan van aanpak\nHoe voert u de opdracht uit?",
        )
    )
    assert [(one.id, figures(one.weight, one.points), one.price) for one in found.offer.criteria] == [
        ("K1", [70, 700], False),
        ("K2", [30, 300], True),
    ]
    assert codes(found) == set()


def test_two_weights_for_the_same_are_told() -> None:
    overview = table(("Criterium", "Weging"), ("K1 Bereik van inwoners", "40%"), ("K2 Team en leiding", "60%"))
    found = understood(paper("# Gunning", overview, "## K1 Bereik van inwoners (45%)\nHoe?\n## K2 Team en leiding\nWie dan?"))
    assert [one.words for one in found.doubts if one.code == "conflict-weight"] == ["Bereik van inwoners: 40 / 45"]


# --- tables and sheets -------------------------------------------------------------------------------------------


def test_columns_are_recognised_below_a_title_and_answers_get_their_address() -> None:
    rows = [
        row("Vragenlijst", "", "", "", table="Vragen", at=1),
        row("Nr.", "Vraag", "Max. A4", "Antwoord inschrijver", table="Vragen", at=3),
        row("1.1", "Hoe bereikt u mensen?", "2", "", table="Vragen", at=4),
    ]
    ((_one, question),) = offer_of(rows).questions()
    assert (question.id, question.text, figures(question.limit.pages)) == ("1.1", "Hoe bereikt u mensen?", [2])
    assert question.found
    assert question.answer_at
    assert (question.found.at, question.answer_at.at) == ("Vragen!B4", "Vragen!D4")


def test_a_merged_criterion_holds_the_questions_of_all_its_rows_and_its_weight_once() -> None:
    rows = [
        row("Criterium", "Weging", "Nr", "Vraag", table="Gunning", at=1, is_header=True),
        row("K1 Aanpak", "60%", "a", "Hoe start u?", table="Gunning", at=2),
        row("K1 Aanpak", "60%", "b", "Hoe meet u?", table="Gunning", at=3, merged=(0, 1)),
        row("K2 Team", "40%", "a", "Wie zet u in?", table="Gunning", at=4),
    ]
    offer = offer_of(rows)
    assert [(one.id, figures(one.weight), [question.id for question in one.questions]) for one in offer.criteria] == [
        ("K1", [60], ["K1-a", "K1-b"]),
        ("K2", [40], ["K2-a"]),
    ]
    assert all(question.weight is None for _one, question in offer.questions())


def test_requirements_have_their_kind_from_their_column_and_headings_between_them_are_none() -> None:
    offer = offer_of(
        table(
            ("Nr", "Eis", "E/W", "Voldoet (ja/nee)"),
            ("", "Uitvoering", "", ""),
            ("E1", "Groepen hebben twee begeleiders.", "E", ""),
            ("W1", "Groepen ook in de avond.", "W", ""),
            ("E2", "Er is een klachtenregeling.", "KO", ""),
            name="Eisen",
        )
    )
    assert [(one.id, one.type, one.is_knock_out) for one in offer.requirements] == [
        ("E1", "eis", True),
        ("W1", "wens", False),
        ("E2", "eis", True),
    ]
    assert offer.requirements[0].met_at
    assert offer.requirements[0].met_at.at == "Eisen!D3"


def test_a_numbered_title_above_numbered_rows_is_no_requirement() -> None:
    rows = (("Nr", "Eis", "K.O.", "Voldoet?"), ("1", "Algemeen", "", ""), ("1.1", "De opdrachtnemer is bereikbaar.", "ja", ""))
    assert [one.id for one in offer_of(table(*rows, name="PvE")).requirements] == ["1.1"]


def test_rows_without_a_name_of_columns_are_left_and_not_dropped() -> None:
    rows = [
        row("A1", "iets", "Hoe doet u dat?", "15", table="Blad1", at=1),
        row("A2", "anders", "Wat levert het op?", "25", table="Blad1", at=2),
    ]
    assert len(offer_of(rows).unread) == 2


def test_the_user_names_columns_by_letter_or_by_name() -> None:
    rows = [
        row("A1", "iets", "Hoe doet u dat?", "15", table="Blad1", at=1),
        row("A2", "anders", "Wat levert het op?", "25", table="Blad1", at=2),
    ]
    offer = offer_of(rows, asked=read_asked(["nr=A,vraag=C,punten=D"]))
    assert [(question.id, figures(question.points)) for _one, question in offer.questions()] == [("A1", [15]), ("A2", [25])]

    headed = table(("Ref", "Beoogd", "Kolom X"), ("1", "Er is een protocol.", ""), name="Blad2")
    assert [one.text for one in offer_of(headed, asked=read_asked(["Blad2: eis=Beoogd"])).requirements] == ["Er is een protocol."]


@pytest.mark.parametrize(
    ("word", "code"), [("eis", "columns-wrong"), ("eis=", "columns-wrong"), ("gewigt=D", "column-role-unknown")]
)
def test_a_column_that_cannot_be_is_refused(word: str, code: str) -> None:
    with pytest.raises(CommandError) as caught:
        read_asked([word])
    assert [one.code for one in caught.value.diagnostics] == [code]


def test_a_table_with_labels_in_front_is_a_criterion() -> None:
    rows = [
        row("Kwaliteitscriterium 1", "Bereik", at=1),
        row("Vraag", "Beschrijf hoe u mensen bereikt.", at=2),
        row("Maximale omvang", "2 A4", at=3),
        row("Weging", "40%", at=4),
        row("Antwoord inschrijver", "", at=5),
    ]
    (one,) = offer_of("# Kwaliteit", rows).criteria
    assert (one.id, one.title, figures(one.limit.pages, one.weight)) == ("K1", "Bereik", [2, 40])
    assert one.questions[0].answer_at
    assert one.questions[0].answer_at.at == "tabel 1!B5"


def test_a_price_sheet_has_its_lines_with_the_cell_for_the_price() -> None:
    rows = (("Product", "Eenheid", "Aantal", "Prijs"), ("Groep", "groep", "12", ""), ("Totaal", "", "", ""))
    price = offer_of(table(*rows, name="Prijsblad")).price
    assert price
    (line,) = price.lines
    assert (line.what, figures(line.quantity), line.unit) == ("Groep", [12], "groep")
    assert line.answer_at
    assert line.answer_at.at == "Prijsblad!D2"


def test_a_planning_knows_the_day_on_which_the_offer_has_to_be_in() -> None:
    found = understood(
        paper(
            "# Planning",
            table(
                ("Stap", "Wanneer"),
                ("Uiterlijk indienen van vragen", "26-10-2026 12:00"),
                ("Nota van inlichtingen", "6 november"),
                ("Uiterlijke ontvangst inschrijving", "23-11-2026 vóór 10.00 uur"),
                ("Voornemen tot gunning", "week 51"),
                ("Standstill", "20 dagen"),
            ),
        )
    )
    moments = {one.what: one for one in found.offer.planning}
    assert [one.what for one in found.offer.planning if one.deadline] == ["Uiterlijke ontvangst inschrijving"]
    assert moments["Uiterlijke ontvangst inschrijving"].time == "10:00"
    assert str(moments["Nota van inlichtingen"].date) == "2026-11-06"
    assert moments["Standstill (20 dagen)"].date is None
    assert {"date-day-without-year", "date-week", "date-none"} <= codes(found)


def test_two_rows_of_names_are_one_header() -> None:
    rows = [
        row("", "Eis / wens", "Eis / wens", "Inschrijver", table="PvE", at=4, merged=()),
        row("ID", "Omschrijving", "E/W", "J/N", table="PvE", at=5),
        row("A", "Algemeen", "", "", table="PvE", at=6),
        row("A.1", "De opdrachtnemer heeft een contactpersoon.", "E", "", table="PvE", at=7),
        row("B.1", "De opdrachtnemer werkt met vrijwilligers. (5 punten)", "W", "", table="PvE", at=8),
    ]
    offer = offer_of(rows)
    assert [(one.id, one.type, figures(one.points)) for one in offer.requirements] == [
        ("A.1", "eis", [None]),
        ("B.1", "wens", [5]),
    ]
    assert offer.requirements[0].met_at
    assert offer.requirements[0].met_at.at == "PvE!D7"


def test_an_export_of_a_portal_is_told_apart_by_its_sections_and_types() -> None:
    rows = (
        ("Sectie", "Nummer", "Vraag", "Type vraag", "Max score", "Antwoord"),
        ("1 Uitsluitingsgronden", "1.1", "Is een van de gronden op u van toepassing?", "Knock-out", "", ""),
        ("2 Bewijs", "2.1", "Upload het ingevulde UEA.", "Document", "", ""),
        ("3 Kwaliteit", "3.1", "Beschrijf uw visie. (max. 2 A4)", "Open vraag", "40", ""),
        ("4 Prijs", "4.1", "Wat is uw tarief per groep?", "Getal", "30", ""),
    )
    offer = offer_of(table(*rows, name="Vragenlijst"))
    assert [(one.id, one.type) for one in offer.requirements] == [("1.1", "uitsluiting"), ("2.1", "bewijsstuk")]
    assert [(one.title, one.price, figures(one.points)) for one in offer.criteria] == [
        ("Kwaliteit", False, [40]),
        ("Prijs", True, [30]),
    ]


def test_a_question_and_its_room_below_a_title_are_one_criterion() -> None:
    rows = (
        ("Nr", "Vraag", "Weging"),
        ("1", "Visie", "30%"),
        ("", "Wat is uw visie op groepswerk?", ""),
        ("", "Antwoord (maximaal 500 woorden):", ""),
        ("2", "Uitvoering", "70%"),
        ("", "Hoe voert u de groepen uit?", ""),
    )
    offer = offer_of(table(*rows))
    assert [(one.id, one.title, figures(one.weight)) for one in offer.criteria] == [
        ("K1", "Visie", [30]),
        ("K2", "Uitvoering", [70]),
    ]
    first = offer.criteria[0].questions[0]
    assert first.answer_at
    assert (first.text, first.limit.words, first.answer_at.at) == ("Wat is uw visie op groepswerk?", 500, "tabel 1!B4")


def test_a_list_in_one_cell_is_as_many_questions_unless_there_is_room_for_one_answer() -> None:
    text = "Beschrijf uw aanpak en ga in op:\n- de werving\n- de uitval"
    without = offer_of(table(("Criterium", "Vraag"), ("K1 Aanpak", text)))
    with_room = offer_of(table(("Criterium", "Vraag", "Antwoord"), ("K1 Aanpak", text, "")))
    assert asked_of(without) == {"K1": ["de werving", "de uitval"]}
    assert asked_of(with_room) == {"K1": [text]}


def test_a_table_of_papers_to_hand_in_is_proofs() -> None:
    offer = offer_of(
        "# Inschrijven",
        table(("Nr.", "Document", "Format"), ("1", "UEA", "Bijlage A"), ("2", "Plan van aanpak (max. 8 A4)", "vrij")),
    )
    assert [(one.id, one.type, figures(one.limit.pages)) for one in offer.requirements] == [
        ("B1", "bewijsstuk", [None]),
        ("B2", "bewijsstuk", [8]),
    ]
    assert offer.unread == ()


def test_knock_out_criteria_are_requirements_and_no_award_criteria() -> None:
    offer = offer_of("# Knock-outcriteria\nKO1: Inschrijver is ingeschreven in het handelsregister.")
    assert offer.criteria == ()
    assert [(one.id, one.is_knock_out) for one in offer.requirements] == [("KO1", True)]


def test_a_part_called_algemeen_is_about_what_it_stands_in() -> None:
    offer = offer_of("# Programma van eisen\n## Algemeen\n1. Er is een protocol bij ziekte.")
    assert [one.text for one in offer.requirements] == ["Er is een protocol bij ziekte."]


def test_every_doubt_has_its_words_in_the_file_and_on_the_terminal() -> None:
    told = {code.removeprefix("doubt-") for code in TEXTS if code.startswith("doubt-")}
    assert told == set(DOUBTS)


def test_a_table_that_goes_on_keeps_the_names_of_its_columns() -> None:
    first = table(("Criterium", "Weging"), ("K1 Bereik", "60%"))
    offer = offer_of("# Gunning", first, [row("P Prijs", "40%", table="tabel 2", at=1)])
    assert [(one.id, figures(one.weight)) for one in offer.criteria] == [("K1", [60]), ("P", [40])]


def test_a_scale_holds_for_all_criteria() -> None:
    scale = table(("Oordeel", "Score"), ("Goed", "100%"), ("Voldoende", "60%"), ("Onvoldoende", "0%, terzijde gelegd"))
    offer = offer_of("# Gunning\n## K1 Team\nWie?\n## Beoordeling", scale)
    assert [(one.label, one.share, one.refuses) for one in offer.grades] == [
        ("Goed", 1, False),
        ("Voldoende", Decimal("0.6"), False),
        ("Onvoldoende", 0, True),
    ]
    assert offer.criteria[0].grades == ()


# --- requirements in running text --------------------------------------------------------------------------------


def test_each_sentence_that_demands_is_a_requirement_and_one_that_refers_back_goes_with_it() -> None:
    offer = offer_of(
        "# Uitvoering\nOpdrachtnemer dient een VOG te hebben. Deze is niet ouder dan een jaar. Opdrachtnemer "
        "moet bereikbaar zijn."
    )
    assert [one.text for one in offer.requirements] == [
        "Opdrachtnemer dient een VOG te hebben. Deze is niet ouder dan een jaar.",
        "Opdrachtnemer moet bereikbaar zijn.",
    ]


def test_what_the_buyer_has_to_do_is_no_requirement() -> None:
    assert offer_of("# Uitvoering\nDe gemeente moet binnen 30 dagen betalen.").requirements == ()


def test_a_signal_word_without_who_is_left_to_be_read() -> None:
    offer = offer_of("# Inleiding\nMensen in de wijk zeggen dat het gebouw open moet.")
    assert offer.requirements == ()
    assert [one.why for one in offer.unread] == ["er staat een signaalwoord, maar niet duidelijk wat van wie wordt gevraagd"]


def test_a_heading_that_is_the_number_of_a_requirement_has_its_text_below_it() -> None:
    offer = offer_of(
        "# Programma van eisen\n## Eis 1\nEr is een protocol.\n- bij ziekte\n## Eis 2: Wachttijd\nDie is vier weken."
    )
    assert [(one.id, one.text) for one in offer.requirements] == [
        ("E1", "Er is een protocol.\n- bij ziekte"),
        ("E2", "Wachttijd: Die is vier weken."),
    ]


def test_a_proof_is_a_requirement_and_stands_among_the_proofs() -> None:
    offer = offer_of("# In te dienen documenten\n- Ondertekend UEA\n- Uittreksel van het handelsregister")
    assert [one.type for one in offer.requirements] == ["bewijsstuk", "bewijsstuk"]
    assert [one.title for one in offer.proofs] == ["Ondertekend UEA", "Uittreksel van het handelsregister"]
    assert offer.requirements[0].proofs == (offer.proofs[0].id,)


def test_exclusion_suitability_and_form_are_told_by_their_heading() -> None:
    offer = offer_of(
        "# Uitsluitingsgronden\n- Faillissement.\n# Geschiktheidseisen\n- Twee referenties.\n# "
        "Vormvereisten\n- Lettertype Arial, 10 punts."
    )
    assert [one.type for one in offer.requirements] == ["uitsluiting", "geschiktheid", "vorm"]
    assert (offer.form.fonts, figures(offer.form.size)) == (("Arial",), [10])


def test_two_rules_of_form_at_odds_give_the_strictest_and_say_so() -> None:
    found = understood(paper("# Vormvereisten\n- Lettergrootte minimaal 9.\n- Lettergrootte minimaal 10."))
    assert found.offer.form.size == 10
    assert "conflict-form" in codes(found)


# --- several papers ----------------------------------------------------------------------------------------------


def test_the_same_requirement_in_a_guide_and_a_sheet_is_one_with_the_cell_for_its_answer() -> None:
    guide = paper("# Programma van eisen\nE1 De opdrachtnemer dient binnen tien werkdagen een kennismaking te plannen.")
    rows = (("Nr", "Eis", "Voldoet (ja/nee)"), ("E1", "Opdrachtnemer plant binnen tien werkdagen een kennismaking.", ""))
    (one,) = understood(guide, paper(table(*rows, name="Eisen"), name="eisen.xlsx")).offer.requirements
    assert one.found
    assert (one.id, one.found.document, one.found.at) == ("E1", "eisen", "Eisen!B2")
    assert one.met_at


def test_the_same_words_in_two_papers_are_one_requirement_without_a_number_too() -> None:
    guide = paper("# Programma van eisen\n- Opdrachtnemer heeft voor alle begeleiders een verklaring omtrent gedrag.")
    rows = (("Eis", "Voldoet"), ("Opdrachtnemer heeft voor alle begeleiders een geldige verklaring omtrent gedrag.", ""))
    assert len(understood(guide, paper(table(*rows, name="Eisen"), name="eisen.xlsx")).offer.requirements) == 1


def test_a_text_over_several_rows_is_one_requirement() -> None:
    rows = [
        row("Nr", "Eis", "Voldoet", table="PvE", at=1, is_header=True),
        row("E1", "Er is een protocol bij ziekte.", "", table="PvE", at=2),
        row("E1", "Er is een protocol bij ziekte.", "x", table="PvE", at=3, merged=(0, 1)),
    ]
    assert [one.id for one in offer_of(rows).requirements] == ["E1"]


def test_an_empty_column_for_remarks_is_room_for_the_answer() -> None:
    rows = (("Nr", "Vraag", "Toelichting"), ("1.1", "Hoe doet u dat?", ""))
    ((_one, question),) = offer_of(table(*rows, name="Vragen")).questions()
    assert question.answer_at
    filled = (("Nr", "Vraag", "Toelichting"), ("1.1", "Hoe doet u dat?", "Denk aan de wijk."))
    ((_one, question),) = offer_of(table(*filled, name="Vragen")).questions()
    assert question.answer_at is None


def test_a_standstill_in_a_sentence_is_a_moment_without_a_day_and_once() -> None:
    planning = table(("Stap", "Datum"), ("Sluiting van de inschrijving", "1 maart 2027"), ("Standstill", "20 dagen"))
    offer = offer_of("# Planning", planning, "# Gunning\nDe standstill-termijn bedraagt 20 kalenderdagen.")
    assert [one.what for one in offer.planning if one.date is None] == ["Standstill (20 dagen)"]


def test_a_planning_without_a_closing_day_says_so() -> None:
    found = understood(paper("# Planning", table(("Stap", "Datum"), ("Publicatie", "1 maart 2027"), ("Gunning", "1 mei 2027"))))
    assert "no-deadline" in codes(found)


def test_numbers_that_come_twice_stay_apart() -> None:
    offer = offer_of(
        "# Eisen\n## Algemeen\n1. Opdrachtnemer is bereikbaar.\n## Personeel\n1. Opdrachtnemer zorgt voor vervanging."
    )
    assert [one.id for one in offer.requirements] == ["E1", "E1-2"]


def test_lots_are_kept_apart() -> None:
    offer = offer_of(
        "# Gunning\n## Perceel 1: Volwassenen\n### K1 Aanpak (100%)\nHoe dan?\n## Perceel 2: Jongeren\n### K1 "
        "Aanpak (100%)\nHoe dan?"
    )
    assert [one.id for one in offer.lots] == ["perceel-1", "perceel-2"]
    assert [(one.id, one.lot) for one in offer.criteria] == [("K1", "perceel-1"), ("K1-2", "perceel-2")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nota van inlichtingen 1.docx", "clarification"),
        ("NvI_2e.pdf", "clarification"),
        ("Bijlage 4 prijzenblad.xlsx", "price-sheet"),
        ("Programma van eisen.xlsx", "questions"),
        ("Aanbestedingsleidraad.pdf", "guide"),
        ("Bijlage 1 UEA.pdf", "form"),
        ("foto.md", "other"),
    ],
)
def test_the_kind_of_a_paper_is_guessed_by_its_name(name: str, kind: str) -> None:
    assert kind_of(paper("tekst", name=name)) == kind


# --- whole files -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def from_files(tmp_path_factory: pytest.TempPathFactory) -> Understanding:
    folder = tmp_path_factory.mktemp("stukken")
    papers = [read_paper(path, path.name) for path in (buyers.make_guide(folder), buyers.make_book(folder))]
    return understand("tender", "naam", name_papers([(one, one.path.name) for one in papers], DAY))


def test_a_guide_and_a_workbook_together_are_one_offer(from_files: Understanding) -> None:
    offer = from_files.offer
    assert (offer.title, offer.client.name, offer.reference, offer.valid_days) == (
        "Groepsgericht aanbod voor inwoners (fictief)",
        "Gemeente Voorbeeldstad",
        "VS-2026-0117",
        90,
    )
    assert [(one.id, one.weight, one.limit.pages, len(one.questions)) for one in offer.criteria] == [
        ("K1", 40, 2, 3),
        ("K2", 35, 3, 2),
        ("P", 25, None, 0),
        ("K3", None, None, 2),
        ("K4", None, None, 1),
    ]
    assert [one.id for one in offer.requirements if one.type in ("eis", "wens")] == ["E1", "E2", "wens-1", "E3", "W1", "E4"]
    assert (offer.form.fonts, figures(offer.form.size, offer.form.margins), offer.form.hyperlinks) == (
        ("Verdana",),
        [9, 20],
        False,
    )
    assert (offer.form.counts.cover, offer.form.counts.tables) == (False, True)
    assert [one.label for one in offer.grades if one.refuses] == ["Onvoldoende"]
    assert [(one.what, one.quantity) for one in offer.price.lines] == [  # type: ignore[union-attr]
        ("Groep van acht bijeenkomsten", 12),
        ("Intakegesprek", 120),
    ]


def test_every_line_of_a_file_ends_somewhere(from_files: Understanding) -> None:
    offer = from_files.offer
    ids = {one.id for one in offer.requirements}
    told = " ".join(
        [
            *(one.text for one in offer.requirements),
            *(f"{one.title} {one.text}" for one in offer.criteria),
            *(question.text for _one, question in offer.questions()),
            *(one.text for one in offer.unread),
        ]
    )
    for line in lines(buyers.GUIDE):
        if line.number not in ids and (line.kind == "item" or "?" in line.text or "moet" in line.text):
            assert line.text in told


_WORDS = (
    *(
        "Hoe?",
        "Maximaal 2 A4",
        "K1 Aanpak (40%)",
        "E1",
        "Eis",
        "Weging",
        "Antwoord",
        "",
        "ja",
        "Vraag",
        "15 januari 2027",
        "Goed",
    ),
    *("100%", "Prijs", "Opdrachtnemer dient te starten.", "1.1", "Datum", "Perceel 1: Groepen", "Geeft u aan:"),
)
_TEXTS = st.sampled_from(_WORDS) | st.text(max_size=12)
_ROWS = st.lists(_TEXTS, min_size=3, max_size=3).map(lambda texts: row(*texts, at=1))
_KINDS = st.sampled_from(("heading", "paragraph", "item"))
_LINES = st.builds(
    lambda kind, text, number: Line(kind, text or "x", "alinea 1", "body/1", number, 1),
    _KINDS,
    _TEXTS,
    st.sampled_from(("", "1", "K1", "a")),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_ROWS | _LINES, max_size=14))
def test_no_paper_breaks_the_reading_and_every_id_is_its_own(some: list[Line]) -> None:
    found = understood(paper(some))
    offer = found.offer
    assert read_offer(write(found), "") == offer
    ids = [one.id for one in offer.requirements] + [one.id for one in offer.criteria] + [one.id for _c, one in offer.questions()]
    assert len(ids) == len({one.lower() for one in ids})
