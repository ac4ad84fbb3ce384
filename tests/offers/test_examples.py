"""The example offers are whole: they load, fit the buyer's papers beside them, add up, and pass their own gates."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pitchkit import pipeline, project, wording
from pitchkit.offering import building, gates
from pitchkit.offers.loading import LoadedOffer, load
from pitchkit.offers.model import Question
from pitchkit.offers.money import budget, price_sheet, tier_of
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import OfficeFile
from pitchkit.offers.reading.word import read_word
from pitchkit.pipeline import Kit

EXAMPLE = project.shipped("arguments").parent / "examples" / "voorbeeldstad"
NAMES = ("groepswerk-2027", "kwartaalgroepen", "subsidie-2027")
BEFORE_THE_DEADLINE = date(2027, 1, 20)


@cache
def kit() -> Kit:
    return pipeline.open_kit(project.find(EXAMPLE))


@cache
def offer(name: str) -> LoadedOffer:
    return load(name, EXAMPLE, f"offers/{name}.yaml", kit().library, kit().profile.profile)


def tender_questions() -> tuple[Question, ...]:
    return tuple(question for _, question in offer("groepswerk-2027").offer.questions())


def words_of(question: Question) -> str:
    rows = [*question.approach, *question.results, *question.risks, question.benefit]
    parts = [question.promise, question.answer, *(value for row in rows for value in row.model_dump().values())]
    return "\n".join(str(part) for part in parts if part)


def test_every_offer_in_the_folder_is_tried_here() -> None:
    assert tuple(sorted(path.stem for path in (EXAMPLE / "offers").glob("*.yaml"))) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_example_offer_says_that_it_is_made_up(name: str) -> None:
    assert offer(name).offer.fictitious
    assert "fictief" in offer(name).path.read_text(encoding="utf-8").splitlines()[1].lower()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_keeps_an_example_offer_from_being_sent(name: str) -> None:
    request = building.OfferRequest(date=BEFORE_THE_DEADLINE, final=True)
    built = building.build(kit(), offer(name), request)
    assert built
    assert gates.check(kit(), offer(name), built, BEFORE_THE_DEADLINE).diagnostics == ()


def test_the_deadline_of_an_example_can_go_by() -> None:
    late = gates.check(kit(), offer("groepswerk-2027"), (), date(2027, 1, 30)).diagnostics
    assert "deadline-gone-by" in [one.code for one in late]


def test_the_weights_and_points_of_ten_criteria_add_up() -> None:
    criteria = offer("groepswerk-2027").offer.criteria
    assert [one.id for one in criteria] == [f"K{number}" for number in range(1, 11)]
    assert sum(one.weight or Decimal(0) for one in criteria) == Decimal(100)
    assert sum(one.points or Decimal(0) for one in criteria) == Decimal(1000)


def test_the_papers_of_the_buyer_are_the_ones_that_were_read() -> None:
    loaded = offer("groepswerk-2027")
    papers = {(loaded.path.parent / one.path).resolve(): one.sha256 for one in loaded.offer.documents}
    assert sorted(papers) == sorted((EXAMPLE / "aanbesteding").iterdir())
    assert {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in papers} == papers


def test_questions_have_the_words_of_the_guide_at_the_place_that_they_name() -> None:
    lines = {line.at: line for line in read_word(OfficeFile((EXAMPLE / "aanbesteding/leidraad.docx").read_bytes()), Notes())}
    questions = tender_questions()
    assert len(questions) == 27
    for question in questions:
        assert question.found is not None
        line = lines[question.found.at or ""]
        assert (question.text, question.found.place, question.id[-1]) == (line.text, line.place, line.number)


def test_requirements_have_the_words_of_the_sheet_unless_a_later_paper_changed_them() -> None:
    book = load_workbook(EXAMPLE / "aanbesteding/programma-van-eisen.xlsx")
    asked = [one for one in offer("groepswerk-2027").offer.requirements if one.found and one.found.document == "eisen"]
    assert len(asked) == 28
    for one in asked:
        sheet, cell = (one.found.at or "").split("!") if one.found else ("", "")
        assert book[sheet][cell].value == (one.changed[0].was if one.changed else one.text), one.id
        knock_out = book[sheet][f"D{cell[1:]}"].value if sheet == "Eisen" else "nee"
        assert one.is_knock_out == (knock_out == "ja"), one.id


def test_an_entry_stands_in_a_tender_once_and_is_for_its_reader() -> None:
    chosen = [choice.entry for question in tender_questions() for choice in question.entries]
    assert len(chosen) > 20
    assert [entry for entry, count in Counter(chosen).items() if count > 1] == []
    reader = kit().library.audience("gemeente")
    assert reader is not None
    assert [entry for entry in chosen if not kit().library.entry_by_id[entry].is_for(reader)] == []


@pytest.mark.parametrize("question", tender_questions(), ids=lambda question: question.id)
def test_an_answer_promises_something_that_can_be_held_to_it(question: Question) -> None:
    words = words_of(question)
    assert question.status == "klaar"
    assert question.promise
    assert wording.has_figure(question.promise)
    assert "€" not in words
    assert not re.search(r"\b(tarief|tarieven|kostprijs|euro)\b", words, re.IGNORECASE)
    assert list(wording.find(wording.VAGUE, words)) == []
    assert list(wording.find(wording.RESERVATIONS, words)) == []
    assert list(wording.find(wording.CONDITIONS, words)) == []
    assert all(result.figure and result.date and result.instrument for result in question.results)


@pytest.mark.parametrize("name", NAMES)
def test_a_planning_goes_forward(name: str) -> None:
    moments = offer(name).offer.planning
    for own in (False, True):
        dates = [one.date for one in moments if (one.found is None) is own and one.date]
        assert dates == sorted(dates)
    assert all(one.date and one.date > date(2026, 11, 22) for one in moments)


def test_the_groups_start_when_the_clarified_requirement_wants_them() -> None:
    starts = [one.date for one in offer("groepswerk-2027").offer.planning if one.id.startswith("start-")]
    assert len(starts) == 4
    assert max(day for day in starts if day) <= date(2027, 9, 24)


def test_the_price_stays_below_what_the_buyer_pays() -> None:
    price = offer("groepswerk-2027").offer.price
    assert price is not None
    sheet = price_sheet(price, kit().profile.profile)
    assert sheet.total == Decimal("71857.00")
    assert not sheet.is_above_ceiling


def test_costs_and_cover_of_the_grant_are_equal_and_fall_in_a_tier() -> None:
    grant = offer("subsidie-2027").offer.grant
    assert grant is not None
    plan = budget(grant, kit().profile.profile)
    assert plan.costs == plan.cover == Decimal("27495.00")
    tier = tier_of(plan.requested, kit().profile.profile.municipality.accountability)
    assert tier is not None
    assert tier.from_amount == Decimal(5000)


def test_a_proof_that_is_there_lies_beside_the_offer_and_says_that_it_is_made_up() -> None:
    files = {path for name in NAMES for path in proof_files(offer(name))}
    assert files == set((EXAMPLE / "offers" / "bewijsstukken").iterdir())
    assert [path for path in sorted(files) if not path.read_text(encoding="utf-8").startswith("Fictief voorbeeld.")] == []


def proof_files(loaded: LoadedOffer) -> list[Path]:
    return [loaded.path.parent / proof.file for proof in loaded.offer.proofs if proof.file]
