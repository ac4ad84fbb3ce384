"""Words that weaken a promise or claim too much are found, and words that only look like them are left alone."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from pitchkit import wording


def words(pattern: re.Pattern[str], text: str) -> list[str]:
    return [hit.words for hit in wording.find(pattern, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij starten onder voorbehoud van gunning.", ["onder voorbehoud van"]),
        ("Met het voorbehoud dat de zaal vrij is.", ["Met het voorbehoud dat"]),
        ("Wij gaan ervan uit dat u verwijst.", ["Wij gaan ervan uit dat"]),
        ("Wij gaan er van uit dat u verwijst.", ["Wij gaan er van uit dat"]),
        ("Ervan uitgaande dat u verwijst, start de groep.", ["Ervan uitgaande dat"]),
        ("Behoudens overmacht starten wij.", ["Behoudens"]),
        ("Hieraan kunnen geen rechten worden ontleend.", ["Hieraan kunnen geen rechten worden ontleend"]),
        ("De groep gaat uit elkaar als vrienden.", []),
        ("Deelnemers behouden hun vaardigheden.", []),
        ("Wij gaan uit van wat mensen kunnen.", []),
    ],
)
def test_reservations_are_found(text: str, found: list[str]) -> None:
    assert words(wording.RESERVATIONS, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij bellen zo snel mogelijk terug.", ["zo snel mogelijk"]),
        ("Waar mogelijk werken wij flexibel.", ["Waar mogelijk", "flexibel"]),
        ("Wij streven ernaar om te starten.", ["streven ernaar"]),
        ("Wij streven naar tien deelnemers.", ["streven naar"]),
        ("In principe starten wij in maart.", ["In principe"]),
        ("Het is mogelijk dat een groep helpt.", []),
        ("Wij bellen binnen twee werkdagen.", []),
        ("Een deelnemer met diversen.", []),
    ],
)
def test_vague_words_are_found(text: str, found: list[str]) -> None:
    assert words(wording.VAGUE, text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("€ 82", "82"),
        ("€82,50", "82.50"),
        ("€ 1.284,50", "1284.50"),
        ("€ 12.000,-", "12000"),
        ("EUR 4.208", "4208"),
        ("82 euro", "82"),
        ("1.250,00 euro", "1250.00"),
        ("€\u00a01.250", "1250"),
        ("€ 82.50", "82.50"),
    ],
)
def test_amounts_are_read_as_dutch_writes_them(text: str, value: str) -> None:
    (amount,) = wording.amounts(f"Het kost {text} in het jaar.")
    assert (amount.value, amount.words) == (Decimal(value), text)


@pytest.mark.parametrize("text", ["82 deelnemers", "in 2027", "€", "12.000 inwoners", "euroregio 82", "100%"])
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert list(wording.amounts(text)) == []


def test_a_tariff_without_a_sign_is_a_rate() -> None:
    assert [rate.value for rate in wording.rates("Wij rekenen 82,50 per uur en 544 per deelnemer.")] == [
        Decimal("82.50"),
        Decimal(544),
    ]


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Wij bellen binnen 2 dagen.", True),
        ("Wij bellen binnen twee dagen.", True),
        ("Wij bellen elke week.", True),
        ("In maart begint de eerste groep.", True),
        ("Wij bellen terug.", False),
        ("Onze begeleiders kennen de wijk.", False),
    ],
)
def test_a_promise_has_a_figure_or_a_date_or_not(text: str, *, has: bool) -> None:
    assert wording.has_figure(text) is has


def test_a_recognition_has_its_address_and_its_date() -> None:
    assert wording.has_address_and_date("Goed Onderbouwd (2024), movisie.nl/interventies")
    assert not wording.has_address_and_date("Goed Onderbouwd volgens movisie.nl")
    assert not wording.has_address_and_date("Goed Onderbouwd in 2024")
