"""What a later paper changes: the value, the note that stays with it, the answers to look at again, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit.diagnostics import ContentError
from pitchkit.offers.model import Offer
from pitchkit.offers.reading import updating, writing
from pitchkit.offers.reading.changing import Change
from pitchkit.offers.reading.clarifying import remarks_of
from pitchkit.offers.reading.importing import name_papers
from pitchkit.offers.reading.papers import Line, Paper
from pitchkit.offers.reading.updating import Updated
from tests.offers.papers_by_hand import DAY, paper, row, table, understood

GUIDE = """
# 2 Planning
De sluitingsdatum voor het indienen van de inschrijving is 15 januari 2027, 12:00 uur.
# 3 Vormvereisten
- Lettertype Verdana, minimaal 9 punts.
# 4 Gunningscriteria
## 4.1 K1 Bereik van inwoners (60%)
Hoe bereikt u inwoners? Wat doet u bij uitval?
Maximaal 2 A4.
## 4.2 K2 Team en leiding (40%)
Wie zet u in?
# 5 Programma van eisen
E1 Opdrachtnemer dient binnen tien werkdagen een kennismaking te plannen.
E7 Elke groep wordt begeleid door een geregistreerde professional.
"""
HEAD = ("Nr", "Betreft", "Vraag", "Antwoord")


def offer_text() -> str:
    return writing.write(understood(paper(GUIDE)))


def note(*answers: tuple[str, str, str]) -> Paper:
    rows = [(str(number), *answer) for number, answer in enumerate(answers, 1)]
    return paper(table(HEAD, *rows), name="nota-van-inlichtingen.docx")


def update(later: Paper, text: str = "") -> Updated:
    named = name_papers([(later, later.path.name)], DAY, ["leidraad"])
    return updating.update(text or offer_text(), "offers/wijk.yaml", named[0])


def one_change(about: str, question: str, answer: str) -> Change:
    (change,) = update(note((about, question, answer))).changes
    return change


def read(text: str) -> Offer:
    return updating.read_offer(text, "offers/wijk.yaml")


# --- what an answer changes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("about", "answer", "label", "kind", "becomes"),
    [
        ("§ 4.1", "Het maximum wordt verhoogd van 2 naar 3 A4.", "K1", "limit", "3 A4"),
        ("K1", "De omvang wordt 2,5 A4 in plaats van 2 A4.", "K1", "limit", "2,5 A4"),
        ("Gunningscriterium 1", "De limiet wordt gewijzigd in 1.500 woorden.", "K1", "limit", "1500 woorden"),
        ("Subgunningscriterium K2", "De weging wordt 35% in plaats van 40%.", "K2", "weight", "35%"),
        ("sluiting", "De sluitingsdatum wordt verplaatst naar 22 januari 2027, 14:00 uur.", "", "date", "2027-01-22 14:00"),
        ("§ 2", "De sluitingsdatum is gewijzigd van 15 januari 2027 naar 29 januari 2027.", "", "date", "2027-01-29 12:00"),
        (
            "eis E7",
            "De eis luidt nu als volgt: “Elke groep heeft twee begeleiders.”",
            "E7",
            "text",
            "Elke groep heeft twee begeleiders.",
        ),
        ("eis 1", "Eis 1 vervalt.", "E1", "gone", ""),
        ("lettertype", "Lettertype Verdana wordt vervangen door Arial.", "form.fonts", "form", "Arial"),
        (
            "lettertype",
            "Er wordt iets aangepast: u mag ook Arial gebruiken als lettertype.",
            "form.fonts",
            "form",
            "Verdana, Arial",
        ),
        (
            "algemeen",
            "Er wordt een eis toegevoegd: E9 Opdrachtnemer heeft een protocol.",
            "E9",
            "new",
            "Opdrachtnemer heeft een protocol.",
        ),
        ("K1", "De beoordeling van dit criterium is aangepast.", "K1", "read-yourself", ""),
    ],
)
def test_an_answer_that_changes_something_says_what(about: str, answer: str, label: str, kind: str, becomes: str) -> None:
    change = one_change(about, "Klopt dit?", answer)
    assert (change.kind, change.becomes) == (kind, becomes)
    assert change.label == label or not label


@pytest.mark.parametrize(
    "answer",
    [
        "Ja, dat klopt.",
        "Nee, het maximum van 2 A4 blijft gehandhaafd.",
        "Zie § 4.1.",
        "De opdrachtgever ziet geen aanleiding dit te wijzigen naar 3 A4.",
    ],
)
def test_an_answer_that_only_makes_clear_changes_no_value(answer: str) -> None:
    before, after = read(offer_text()), read(update(note(("K1", "Is twee A4 het maximum?", answer))).text)
    assert [one.limit for one in after.criteria] == [one.limit for one in before.criteria]
    assert [one.status for _criterion, one in after.questions()] == ["open"] * 3
    assert after.criteria[0].changed[0].note == f"tabel 1, rij 2: antwoord 1: {answer}"


def test_a_yes_to_a_wish_is_to_be_read_by_a_person() -> None:
    change = one_change("K1", "Bent u bereid het maximum te verruimen naar 4 A4?", "Ja, akkoord.")
    assert (change.kind, change.flags) == ("read-yourself", ("K1-a", "K1-b"))


def test_a_change_is_written_with_what_it_was_and_its_answers_are_marked() -> None:
    offer = read(update(note(("K1", "Mag het meer?", "Het maximum wordt 3 A4."))).text)
    one = offer.criteria[0]
    assert one.limit.pages == 3
    assert [(change.document, change.was) for change in one.changed] == [("nota-inlichtingen", "2 A4")]
    assert [question.status for question in one.questions] == ["nakijken", "nakijken"]
    assert [question.status for question in offer.criteria[1].questions] == ["open"]
    assert [document.kind for document in offer.documents] == ["guide", "clarification"]


def test_a_date_keeps_the_place_where_it_was_changed() -> None:
    offer = read(update(note(("planning", "Kan het later?", "De sluitingsdatum wordt 22 januari 2027."))).text)
    (moment,) = [one for one in offer.planning if one.deadline]
    assert moment.found
    assert (str(moment.date), moment.time, moment.found.document) == ("2027-01-22", "12:00", "nota-inlichtingen")


def test_an_answer_that_is_tied_to_nothing_goes_to_unread_with_its_place() -> None:
    after = update(note(("", "Is er parkeergelegenheid?", "Ja, achter het gebouw.")))
    (left,) = read(after.text).unread
    assert left.found
    assert (left.text, left.found.place) == ("Is er parkeergelegenheid? | Ja, achter het gebouw.", "tabel 1, rij 2")


def test_our_own_question_gets_its_answer() -> None:
    text = offer_text() + "\nquestions_to_buyer:\n  - text: Telt een tabel mee voor het maximum?  # van ons\n"
    after = update(note(("", "Telt een tabel mee voor het maximum van twee A4?", "Nee, een tabel telt niet mee.")), text).text
    assert read(after).questions_to_buyer[0].answer == "Nee, een tabel telt niet mee."
    assert "# van ons" in after


def test_weights_that_no_longer_come_to_a_hundred_are_told() -> None:
    after = update(note(("K2", "Klopt de weging?", "Nee, de weging wordt 35% in plaats van 40%.")))
    assert [one.words for one in after.doubts] == ["95%"]


# --- the file ----------------------------------------------------------------------------------------------------


def test_the_same_paper_again_changes_nothing() -> None:
    later = note(("K1", "Mag het meer?", "Het maximum wordt 3 A4."))
    once = update(later)
    again = update(later, once.text)
    assert again.is_known
    assert again.text == once.text


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_comments_and_own_answers_stay_to_the_byte(line_end: str) -> None:
    own = (
        offer_text()
        .replace("  - id: K1\n", "  # van mij\n  - id: K1  # eerst\n")
        .replace(
            "        status: open\n",
            "        answer: |\n          Wij doen   dit.\n\n          Echt.\n        status: klaar  # af\n",
            1,
        )
    )
    own = own.replace("\n", line_end)
    after = update(note(("K1", "Mag het meer?", "Het maximum wordt 3 A4.")), own).text
    changed = {line.strip() for line in own.split(line_end)} - {line.strip() for line in after.split(line_end)}
    assert changed == {"limit: {pages: 2}", "status: klaar  # af"}
    assert (
        "        answer: |"
        f"{line_end}          Wij doen   dit.{line_end}{line_end}          Echt.{line_end}        status: "
        f"nakijken  # af{line_end}"
    ) in after


def test_a_file_that_is_no_offer_is_refused_with_its_problems() -> None:
    with pytest.raises(ContentError):
        update(note(("K1", "?", "Ja.")), "kind: nonsense\ntitle: x\n")


# --- how a nota is written ---------------------------------------------------------------------------------------


def test_a_nota_in_running_text_is_read_by_its_labels() -> None:
    text = """
    # Vragen en antwoorden
    Vraag 1
    Betreft: paragraaf 4.1
    Kunt u de omvang verhogen?
    Antwoord: Nee.
    Vraag 2: Is er koffie?
    Antwoord
    Ja.
    Met melk.
    """
    found = remarks_of(paper(text, name="nvi.docx"), "nvi")
    assert [(one.number, one.about, one.question, one.answer) for one in found] == [
        ("1", "paragraaf 4.1", "Kunt u de omvang verhogen?", "Nee."),
        ("2", "", "Is er koffie?", "Ja. Met melk."),
    ]


def test_a_change_without_a_question_is_one_too() -> None:
    after = update(paper("# Nota van inlichtingen\nIn § 4.1 wordt maximaal 2 A4 vervangen door maximaal 3 A4.", name="nvi.docx"))
    assert [(one.kind, one.label, one.becomes) for one in after.changes] == [("limit", "K1", "3 A4")]


def test_a_table_of_was_and_becomes_is_read() -> None:
    rows = table(("Onderdeel", "Was", "Wordt"), ("K1", "maximaal 2 A4", "maximaal 4 A4"), ("K2, weging", "40%", "50%"))
    after = update(paper("# Rectificatie", rows, name="rectificatie.docx"))
    assert [(one.kind, one.label, one.becomes) for one in after.changes] == [("limit", "K1", "4 A4"), ("weight", "K2", "50%")]


def test_an_old_date_tells_which_one_it_is_and_the_same_change_is_told_once() -> None:
    changes = table(("Plaats", "Was", "Wordt"), ("§ 2", "15 januari 2027, 12.00 uur", "29 januari 2027, 12.00 uur"))
    answers = table(
        HEAD, ("1", "", "Is er meer tijd?", "Ja. Het uiterste moment om in te schrijven wordt 29 januari 2027, 12.00 uur.")
    )
    after = update(paper("# Nota van inlichtingen", changes, "## Vragen en antwoorden", answers, name="nvi.docx"))
    assert [(one.kind, one.becomes) for one in after.changes] == [("date", "2027-01-29 12:00")]
    assert after.left == ()


def test_labels_in_front_of_rows_are_read_as_well() -> None:
    rows: list[Line] = [row("Vraag 1", "Geldt eis E7 altijd?", at=1), row("Antwoord", "Ja, altijd.", at=2)]
    (change,) = update(paper(rows, name="nvi.docx")).changes
    assert (change.kind, change.label) == ("note", "E7")


# --- another version of a paper ----------------------------------------------------------------------------------


def test_another_version_shows_what_is_other_new_and_gone() -> None:
    newer = GUIDE.replace("Maximaal 2 A4", "Maximaal 3 A4").replace("15 januari", "22 januari").replace("9 punts", "10 punts")
    newer = newer.replace(
        "E1 Opdrachtnemer dient binnen tien werkdagen een kennismaking te plannen.\n",
        "E8 Opdrachtnemer dient een klachtenregeling te hebben.\n",
    )
    after = update(paper(newer, name="leidraad versie 2.docx"))
    told = {(one.kind, one.label) for one in after.changes}
    assert {("limit", "K1"), ("form", "form.size"), ("new", "E8"), ("gone", "E1")} <= told
    assert any(one.kind == "date" for one in after.changes)
    offer = read(after.text)
    assert offer.form.size == 10
    assert [one.id for one in offer.requirements if one.type == "eis"] == ["E1", "E7", "E8"]
    assert [one.status for one in offer.requirements if one.id == "E1"] == ["nakijken"]


def test_another_paper_only_adds() -> None:
    rows = table(("Nr", "Eis", "Voldoet"), ("X1", "Er is een noodplan voor storingen.", ""), name="Eisen")
    after = update(paper(rows, name="aanvullende eisen.xlsx"))
    assert [(one.kind, one.label) for one in after.changes] == [("new", "X1")]


def test_places_for_answers_move_with_another_version_of_the_sheet(tmp_path: Path) -> None:
    del tmp_path
    rows = (("Nr", "Eis", "Voldoet"), ("E1", "Er is een protocol voor ziekte.", ""))
    first = writing.write(understood(paper(table(*rows, name="Eisen"), name="eisen.xlsx")))
    newer = table(rows[0], ("E0", "Er is een telefoonnummer voor bewoners.", ""), rows[1], name="Eisen")
    after = update(paper(newer, name="eisen v2.xlsx"), first)
    one = next(one for one in read(after.text).requirements if one.id == "E1")
    assert one.met_at
    assert (one.met_at.document, one.met_at.at) == ("eisen-v2", "Eisen!C3")
    assert one.status == "open"


@pytest.mark.parametrize(
    ("answer", "words", "kinds"),
    [
        ("Ja, de casus (4.2) mag maximaal 1.000 woorden zijn.", 1000, ["limit"]),
        ("Nee, maximaal 750 woorden.", 750, ["note"]),
        ("Het blijft maximaal 750 woorden; tabellen mogen.", 750, ["note"]),
    ],
)
def test_an_answer_that_allows_another_length_changes_the_limit_of_the_criterion(
    answer: str, words: int, kinds: list[str]
) -> None:
    guide = paper("# Gunningscriteria\n## 4.2 Casus (15%)\nWerk de casus in bijlage 2 uit in maximaal 750 woorden.")
    rows = (("Nr", "Paragraaf", "Vraag", "Antwoord"), ("1", "4.2", "Wilt u voor de casus meer ruimte geven?", answer))
    after = update(paper(table(*rows, name="Vragen"), name="nota van inlichtingen.xlsx"), writing.write(understood(guide)))
    assert [one.kind for one in after.changes] == kinds
    (one,) = read(after.text).criteria
    assert one.limit.words == words


def test_an_answer_that_adapts_a_requirement_brings_its_new_text() -> None:
    answer = "De eis wordt aangepast: Elke groep wordt begeleid door twee geregistreerde professionals."
    after = update(note(("Eis E7", "Mag het ook met twee?", answer)), offer_text())
    changed = next(one for one in read(after.text).requirements if one.id == "E7")
    assert changed.text == "Elke groep wordt begeleid door twee geregistreerde professionals."
