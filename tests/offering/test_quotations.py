"""A quotation without a tender: the point first, what one gets, the price, the terms, and where to sign."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pitchkit.diagnostics import ContentError
from pitchkit.document import Heading
from pitchkit.offering import gates, pages
from pitchkit.offering.building import build
from pitchkit.offering.making import OfferRequest
from pitchkit.offering.usage import usages
from pitchkit.outline import plain_text
from pitchkit.writers.docx import write
from tests.factories import TODAY
from tests.offering.priced import lines, made, open_keys, opened, profile, rows, text
from tests.writers import accessibility
from tests.writers.wordfile import WordFile

PRICE = {
    "lines": [{"id": "groep", "what": "Groep rouw", "quantity": 4, "unit": "groep", "group": "rouw"}],
    "period": "in 2027",
    "vat": {"status": "vrijgesteld"},
}
TERMS = {
    "asked_on": "2026-11-02",
    "valid_until": "2027-02-26",
    "offer": "Wij bieden een groep.\n\nZij past niet bij een crisis.",
    "conditions": ["Deelnemers betalen niets."],
    "payment": "binnen dertig dagen",
    "signatory": "Ans (fictief)",
    "signatory_role": "bestuurder",
}
ASKED = {
    "criteria": [{"id": "V1", "title": "Vragen", "questions": [{"id": "V1.1", "text": "Hoe?", "promise": "Voor € 5.438,00."}]}]
}
CONTACT = {"name": "Bo (fictief)", "role": "werker", "phone": "000", "email": "bo@samen.example"}


def quotation(**fields: object) -> dict[str, Any]:
    return {
        "kind": "quotation",
        "audience": "netwerkpartners",
        "client": {"name": "Bedrijf"},
        "price": PRICE,
        "quotation": TERMS,
    } | fields


def test_it_opens_with_the_offer_its_price_and_until_when_it_stands(tmp_path: Path) -> None:
    built = made(tmp_path, quotation(), own=profile(contact=CONTACT))["offerte"]

    assert lines(built)[:7] == [
        "In het kort",
        "Aanbod: Groepen in de wijk",
        "Prijs: € 21.752,00, in 2027",
        "Geldig tot en met: 26 februari 2027",
        "Akkoord: teken onderaan en stuur deze offerte terug naar bo@samen.example",
        "Op 2 november 2026 vroeg u ons om een offerte. Wij bieden een groep.",
        "Zij past niet bij een crisis.",
    ]


def test_only_the_groups_of_the_price_are_what_one_gets(tmp_path: Path) -> None:
    own = profile()
    own["groups"][0] |= {"for_whom": "rouwenden", "place": "De Linde", "time": "dinsdag"}  # type: ignore[index]

    assert rows(made(tmp_path, quotation(), own=own)["offerte"], "Wat u krijgt") == [
        [
            "Groep rouw",
            "rouwenden",
            "6 bijeenkomsten van 2 uur met 2 begeleiders, voor 6 tot 12 deelnemers",
            "De Linde, dinsdag",
        ]
    ]


def test_the_price_says_what_is_in_it_and_leaves_out_what_costs_nothing(tmp_path: Path) -> None:
    own = profile()
    own["costs"]["group"]["evaluation"]["value"] = 0  # type: ignore[index]
    built = made(tmp_path, quotation(), own=own)["offerte"]

    assert rows(built, "Totaal")[-1] == ["Totaal", "", "", "", "€ 20.112,00"]
    assert (
        "In de prijs van een groep zitten de bijeenkomsten, de voorbereiding, de coördinatie, zaal en materiaal"
        " en een intake met elke deelnemer."
    ) in text(built)


def test_terms_and_vat_stand_before_the_signatures_of_both(tmp_path: Path) -> None:
    shown = lines(made(tmp_path, quotation(), own=profile(contact=CONTACT))["offerte"])
    line = "…" * 18
    accept = "Deze offerte geldt tot en met 26 februari 2027. Gaat u akkoord, dan ontvangen wij haar graag ondertekend terug."

    assert shown[shown.index("Btw: vrijgesteld, nog te laten toetsen.") + 1 :] == [
        "Voorwaarden",
        "Deelnemers betalen niets.",
        "Betaling: binnen dertig dagen.",
        "Akkoord",
        f"{accept} Vragen? Bel of mail Bo (fictief), 000, bo@samen.example.",
        "Namens Stichting Samen\nNaam: Ans (fictief)\nFunctie: bestuurder",
        f"Plaats en datum: {line}\n\nHandtekening: {line}",
        f"Namens Bedrijf\nNaam: {line}\nFunctie: {line}",
        f"Plaats en datum: {line}\n\nHandtekening: {line}",
    ]


@pytest.mark.parametrize(
    ("days", "says"),
    [(60, "Geldig tot en met: 21 januari 2027"), (None, "Geldig tot en met: [geldig tot en met: nog invullen]")],
    ids=["days from today", "nothing known"],
)
def test_without_a_last_day_the_days_of_the_offer_count(tmp_path: Path, days: int | None, says: str) -> None:
    assert says in lines(made(tmp_path, quotation(quotation={}, valid_days=days))["offerte"])


def test_an_empty_quotation_asks_for_everything(tmp_path: Path) -> None:
    own: dict[str, object] = {"organisation": {"name": "Stichting Samen"}}

    assert open_keys(tmp_path, {"kind": "quotation"}, own) == [
        "price.lines",
        *(f"quotation.{name}" for name in ("valid_until", "offer")),
        "price.vat.status",
        *(f"quotation.{name}" for name in ("conditions", "payment")),
        *(f"contact.{name}" for name in ("name", "phone", "email")),
        *(f"quotation.{name}" for name in ("signatory", "signatory_role")),
        "client.name",
    ]


def test_questions_are_answered_under_headings_of_their_own_and_may_name_the_price(tmp_path: Path) -> None:
    documents = made(tmp_path, quotation() | ASKED)
    found = [(one.level, plain_text(one.content)) for one in documents["offerte"].document.blocks if isinstance(one, Heading)]

    assert list(documents) == ["offerte", "prijsblad", "nalevingsmatrix"]
    assert (1, "V1 Vragen") in found
    assert (2, "V1.1 Hoe?") in found
    kit, loaded = opened(tmp_path, quotation() | ASKED)
    heard = gates.check(kit, loaded, build(kit, loaded, OfferRequest(TODAY)), TODAY)
    assert not {"own-price", "amount-in-answer"} & {one.code for one in heard.diagnostics}


def test_one_question_can_be_made_alone(tmp_path: Path) -> None:
    documents = made(tmp_path, quotation() | ASKED, "V1")

    assert list(documents) == ["offerte-v1"]
    assert lines(documents["offerte-v1"]) == ["V1.1 Hoe?", "Voor € 5.438,00."]
    _, loaded = opened(tmp_path, quotation() | ASKED)
    assert [one.id for one in usages(loaded.offer, documents.values())] == ["V1", "V1.1"]


def test_a_limit_counts_the_whole_quotation(tmp_path: Path) -> None:
    kit, loaded = opened(tmp_path, quotation(form={"limit": {"words": 20, "pages": 2}}) | ASKED)
    whole, *parts = usages(loaded.offer, build(kit, loaded, OfferRequest(TODAY)), pages.estimated)

    assert "words" in whole.exceeds
    assert [one.id for one in parts] == ["V1", "V1.1"]


def test_values_in_own_words_are_looked_up(tmp_path: Path) -> None:
    terms = TERMS | {"offer": "Voor {{ organisation.name }}.", "conditions": ["{{ organisation.name }} regelt het."]}
    shown = lines(made(tmp_path, quotation(quotation=terms))["offerte"])

    assert "Stichting Samen regelt het." in shown
    assert any(line.endswith("Voor Stichting Samen.") for line in shown)


@pytest.mark.parametrize(
    ("fields", "line"),
    [({"offer": "Voor {{ bedrijf.naam }}."}, 3), ({"conditions": ["Goed.", "Voor {{ bedrijf.naam }}."]}, 5)],
    ids=["the offer", "a condition"],
)
def test_a_value_that_nothing_can_look_up_is_told_at_its_line(tmp_path: Path, fields: dict[str, object], line: int) -> None:
    kit, loaded = opened(tmp_path, {"kind": "quotation", "quotation": fields})
    with pytest.raises(ContentError) as refused:
        build(kit, loaded, OfferRequest(TODAY))

    assert [(one.code, one.location.line) for one in refused.value.diagnostics] == [("lookup-unknown", line)]


def test_the_word_files_keep_the_rules_of_every_document(tmp_path: Path) -> None:
    built = made(tmp_path, quotation() | ASKED, own=profile(contact=CONTACT))

    words = {name: WordFile(write(one.document)) for name, one in built.items()}
    assert {name: found for name, word in words.items() if (found := accessibility.findings(word))} == {}
