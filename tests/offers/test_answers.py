"""What an offer answers, in which order, and what stands above an answer."""

from __future__ import annotations

from typing import Any

import pytest

from pitchkit.offers import answers
from pitchkit.offers.model import Criterion, Offer, Question

LONG = " ".join(["woord"] * 30)


def make_offer(**fields: Any) -> Offer:  # noqa: ANN401 - as many types as an offer has fields
    return Offer.model_validate({"kind": "tender", "title": "Groepen"} | fields)


def make_criterion(criterion_id: str, **fields: object) -> dict[str, object]:
    return {"id": criterion_id, "title": "Titel", "questions": [{"id": f"{criterion_id}.1", "text": "Hoe?"}], **fields}


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        pytest.param({"id": "1", "text": "Hoe werkt u?"}, "1 Hoe werkt u?", id="the buyer's words under his number"),
        pytest.param({"id": "K1", "text": "K1. Hoe werkt u?"}, "K1. Hoe werkt u?", id="a number that is there already"),
        pytest.param({"id": "K1", "text": "K1.2 Hoe werkt u?"}, "K1 K1.2 Hoe werkt u?", id="another number"),
        pytest.param({"id": "V", "text": "Vragen staan hier"}, "V Vragen staan hier", id="a word that begins like the number"),
        pytest.param({"id": "1", "text": LONG, "heading": "Kort"}, "1 Kort", id="a heading of one's own"),
        pytest.param(
            {"id": "1", "text": f"Hoe werkt u? {LONG.title()}"}, "1 Hoe werkt u?", id="the first sentence of a long question"
        ),
        pytest.param(
            {"id": "1", "text": f"Geef max. 3 voorbeelden. {LONG.title()}"},
            "1 Geef max. 3 voorbeelden.",
            id="an abbreviation ends none",
        ),
        pytest.param({"id": "1", "text": LONG}, "1 " + " ".join(["woord"] * 20) + "…", id="the beginning of a long sentence"),
        pytest.param({"id": "1", "text": "Hoe\n  werkt u?"}, "1 Hoe werkt u?", id="one line"),
    ],
)
def test_a_heading_has_the_number_of_the_buyer_and_fits_on_a_line(fields: dict[str, str], heading: str) -> None:
    assert answers.question_heading(Question.model_validate(fields)) == heading


def test_a_criterion_has_its_number_and_its_title() -> None:
    assert answers.criterion_heading(Criterion(id="G2", title="Bereik")) == "G2 Bereik"


def test_criteria_keep_their_place_in_the_file_when_another_lot_is_left_out() -> None:
    lots = [{"id": "noord", "title": "Noord"}, {"id": "zuid", "title": "Zuid", "chosen": False}]
    criteria = [make_criterion("K1", lot="zuid"), make_criterion("K2", lot="noord"), make_criterion("K3")]
    placed = answers.placed(make_offer(lots=lots, criteria=criteria))

    assert [(one.criterion.id, one.key) for one in placed] == [("K2", "offer.criteria.2"), ("K3", "offer.criteria.3")]
    assert [one.key for one in placed[0].questions] == ["offer.criteria.2.questions.1"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, (), id="nothing to show"),
        pytest.param({"planning": [{"id": "a", "what": "beginnen"}]}, ("planning",), id="own planning"),
        pytest.param({"planning": [{"id": "a", "what": "inleveren", "deadline": True}]}, (), id="dates of the procedure"),
        pytest.param({"proofs": [{"id": "a", "title": "Keurmerk"}]}, ("proofs",), id="proofs"),
        pytest.param(
            {"proofs": [{"id": "a", "title": "Keurmerk"}], "criteria": [make_criterion("K1")]},
            ("proofs",),
            id="an answer without",
        ),
        pytest.param(
            {
                "proofs": [{"id": "a", "title": "Keurmerk"}],
                "criteria": [make_criterion("K1", questions=[{"id": "1", "text": "?", "shows": ["proofs"]}])],
            },
            (),
            id="an answer that shows them",
        ),
        pytest.param(
            {
                "proofs": [{"id": "a", "title": "Keurmerk"}],
                "criteria": [make_criterion("K1", price=True, questions=[{"id": "1", "text": "?", "shows": ["proofs"]}])],
            },
            ("proofs",),
            id="an answer that stands in another file",
        ),
    ],
)
def test_a_table_stands_apart_when_it_says_something_that_no_answer_shows(
    fields: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert answers.tables_apart(make_offer(**fields)) == expected


def test_moments_stand_in_order_of_their_dates_and_those_without_come_last() -> None:
    planning = [
        {"id": "a", "what": "ooit"},
        {"id": "b", "what": "mei", "date": "2027-05-01"},
        {"id": "c", "what": "april", "date": "2027-04-01"},
    ]
    offer = make_offer(planning=planning)

    assert [(number, one.what) for number, one in answers.own_planning(offer)] == [(3, "april"), (2, "mei"), (1, "ooit")]
    assert [one.what for one in answers.by_date(offer.planning)] == ["april", "mei", "ooit"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, False, id="nothing"),
        pytest.param({"approach": [{"what": "bellen"}]}, False, id="a table alone"),
        pytest.param({"promise": "Ja."}, True, id="a promise"),
        pytest.param({"answer": "Zo."}, True, id="own text"),
        pytest.param({"entries": [{"entry": "samen-leren"}]}, True, id="an entry"),
    ],
)
def test_a_question_is_answered_in_words(fields: dict[str, object], *, expected: bool) -> None:
    assert answers.is_answered(Question.model_validate({"id": "1", "text": "?", **fields})) is expected
