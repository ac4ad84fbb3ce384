"""The tender in the examples, read from its files: another hand wrote them than the one that reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

import pitchkit
from pitchkit.offers.model import Offer
from pitchkit.offers.reading import updating, writing
from pitchkit.offers.reading.importing import name_papers, understand
from pitchkit.offers.reading.opening import read_paper
from pitchkit.offers.reading.updating import Updated
from tests.offers.papers_by_hand import DAY

FOLDER = Path(pitchkit.__file__).parents[1] / "examples" / "voorbeeldstad" / "aanbesteding"
FILES = ("leidraad.docx", "programma-van-eisen.xlsx", "prijsblad.xlsx")


@pytest.fixture(scope="module")
def text() -> str:
    papers = [(read_paper(FOLDER / name, name), name) for name in FILES]
    return writing.write(understand("tender", "naam", name_papers(papers, DAY)))


@pytest.fixture(scope="module")
def offer(text: str) -> Offer:
    return updating.read_offer(text, "offers/voorbeeld.yaml")


@pytest.fixture(scope="module")
def updated(text: str) -> Updated:
    paper = read_paper(FOLDER / "nota-van-inlichtingen.docx", "nota-van-inlichtingen.docx")
    (named,) = name_papers([(paper, "nota-van-inlichtingen.docx")], DAY)
    return updating.update(text, "offers/voorbeeld.yaml", named)


def test_the_criteria_are_whole(offer: Offer) -> None:
    assert [one.id for one in offer.criteria] == [f"K{number}" for number in range(1, 11)]
    assert sum(one.weight or 0 for one in offer.criteria) == 100
    assert all(one.limit and one.questions for one in offer.criteria)
    assert [one.label for one in offer.grades if one.refuses] == ["Onvoldoende"]


def test_every_requirement_has_its_own_number_and_its_cell(offer: Offer) -> None:
    asked = [one for one in offer.requirements if one.found and one.found.document == "programma-eisen"]
    assert [one.id for one in asked] == [f"E{number}" for number in range(1, 23)] + [f"W{number}" for number in range(1, 7)]
    assert all(one.answer_at for one in asked)


def test_the_price_sheet_has_a_cell_for_each_price(offer: Offer) -> None:
    assert offer.price
    assert [one.answer_at.at for one in offer.price.lines if one.answer_at] == [f"Prijzen!E{row}" for row in range(6, 12)]


def test_the_day_to_hand_in_is_known(offer: Offer) -> None:
    assert [(str(one.date), one.time) for one in offer.planning if one.deadline] == [("2027-01-22", "12:00")]


def test_the_nota_changes_what_it_says_it_changes(updated: Updated) -> None:
    changes = {(one.kind, one.label) for one in updated.changes if one.kind != "note"}
    assert {("limit", "K10"), ("text", "V3"), ("form", "form.fonts"), ("text", "E3"), ("text", "E5")} <= changes
    assert [one.becomes for one in updated.changes if one.kind == "date"] == ["2027-01-29 12:00"]
    assert updating.read_offer(updated.text, "").form.fonts == ("Arial", "Verdana", "Calibri")
