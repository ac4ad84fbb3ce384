"""The own assessment counts as the buyer counts: points where there are points, weights where there are weights."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pitchkit import terminal
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.model import Offer
from pitchkit.offers.scoring import Assessment, assess
from pitchkit.validation import validate
from pitchkit.yamlsource import parse

GRADES = """\
kind: tender
title: Groepswerk
grades:
  - {label: Uitstekend, share: "1"}
  - {label: Voldoende, share: "0.6"}
  - {label: Onvoldoende, share: "0", refuses: yes}
criteria:
"""
K1 = "  - {id: K1, title: Aanpak, weight: 60, questions: [%s]}\n"
K2 = "  - {id: K2, title: Resultaat, weight: 40, questions: [%s]}\n"


def load_text(text: str) -> LoadedOffer:
    file = parse(text, "offers/wijk.yaml")
    offer, problems = validate(file, file.data, Offer)
    assert problems == []
    assert offer is not None
    return LoadedOffer("wijk", offer, file, Path("offers/wijk.yaml"))


def assessment_of(*criteria: str) -> Assessment:
    assessment, problems = assess(load_text(GRADES + "".join(criteria)))
    assert problems == ()
    assert assessment is not None
    return assessment


def question(name: str, more: str = "") -> str:
    return f"{{id: {name}, text: Hoe?{f', {more}' if more else ''}}}"


def test_a_grade_earns_its_share_of_the_weight_before_and_after() -> None:
    found = assessment_of(K1 % question("a", "score: {before: voldoende, after: Uitstekend}"))
    assert (found.before, found.after, found.most) == (Decimal(36), Decimal(60), Decimal(60))


def test_questions_share_the_weight_of_their_criterion_equally() -> None:
    found = assessment_of(K1 % ", ".join([question("a"), question("b"), question("c")]))
    assert [one.most for one in found.questions] == [Decimal(20)] * 3


def test_questions_without_weight_share_what_the_others_leave() -> None:
    found = assessment_of(K1 % ", ".join([question("a", "weight: 30"), question("b"), question("c")]))
    assert [one.most for one in found.questions] == [Decimal(30), Decimal(15), Decimal(15)]


def test_points_go_before_weights() -> None:
    found = assessment_of(K1 % question("a", "weight: 30, points: 12"))
    assert found.most == Decimal(12)


def test_without_any_weights_the_criteria_share_a_hundred() -> None:
    bare = "  - {id: %s, title: Iets, questions: [%s]}\n"
    found = assessment_of(bare % ("K1", question("a")), bare % ("K2", question("b")))
    assert [one.most for one in found.questions] == [Decimal(50), Decimal(50)]


def test_a_criterion_of_price_has_no_grade() -> None:
    found = assessment_of(K1 % question("a"), (K2 % question("b")).replace("weight", "price: yes, weight"))
    assert [one.question for one in found.questions] == ["a"]


def test_an_answer_that_was_not_rewritten_keeps_its_first_grade() -> None:
    found = assessment_of(K1 % question("a", "score: {before: Voldoende}"), K2 % question("b"))
    assert (found.before, found.after) == (Decimal(36), Decimal(36))
    assert [one.question for one in found.ungraded()] == ["b"]


def test_a_grade_that_sets_the_offer_aside_is_told_at_its_place() -> None:
    found = assessment_of(K1 % question("a", "score: {after: Onvoldoende}"))
    (told,) = (terminal.describe(one) for one in found.warnings)
    assert told == (
        "offers/wijk.yaml:8:80: with “Onvoldoende” for a the buyer sets the whole offer aside [grade-refuses]\n"
        "  Make this answer better before anything else."
    )


def test_a_criterion_may_have_a_scale_of_its_own() -> None:
    own = (K1 % question("a", "score: {after: ja}")).replace("weight", 'grades: [{label: ja, share: "1"}], weight')
    assert assessment_of(own).after == Decimal(60)


def test_a_grade_that_the_scale_does_not_have_names_the_one_that_was_meant() -> None:
    assessment, (found,) = assess(load_text(GRADES + K1 % question("a", "score: {after: Uitsteknd}")))
    assert assessment is None
    assert terminal.describe(found) == (
        "offers/wijk.yaml:8:88: “Uitsteknd” is not a grade of this buyer: Uitstekend, Voldoende, Onvoldoende [grade-unknown]\n"
        "  Did you mean “Uitstekend”?"
    )


@pytest.mark.parametrize("weight", ["0", "33.3"])
def test_odd_weights_are_no_trouble(weight: str) -> None:
    found = assessment_of((K1 % ", ".join([question("a"), question("b", "weight: 50")])).replace("60", weight))
    assert [one.most for one in found.questions] == [Decimal(0), Decimal(50)]
