"""Numbers and amounts as a Dutch document writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pitchkit.typography import Formats

DUTCH = Formats("nl-NL")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        pytest.param("1250", "1.250", id="thousands"),
        pytest.param("2460.00", "2.460", id="no decimals that say nothing"),
        pytest.param("-42.5", "−42,5", id="a minus sign and no hyphen"),
        pytest.param("40.06912", "40,06912", id="every decimal that was typed, so that a sum can be checked"),
    ],
)
def test_a_number_is_written_as_the_netherlands_writes_it(number: str, written: str) -> None:
    assert DUTCH.number(Decimal(number)) == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        pytest.param("4208.00", "€ 4.208", id="whole"),
        pytest.param("1157.65", "€ 1.157,65", id="cents"),
        pytest.param("-30", "€ −30", id="below zero"),
        pytest.param("-0.5", "€ −0,50", id="cents below zero"),
    ],
)
def test_an_amount_has_the_euro_sign_before_it_and_does_not_break(amount: str, written: str) -> None:
    assert DUTCH.euro(Decimal(amount)) == written.replace(" ", "\u00a0")
