"""The price sheet: every amount to the cent, and each traceable to what was given, with its year and source."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pitchkit.offers.money import price_sheet
from pitchkit.typography import Formats
from tests.offering.priced import ELEMENTS, euros, lines, made, open_keys, opened, profile, rows, text

LINES = [
    {"id": "rouw", "what": "P1 Rouw", "quantity": 3, "unit": "groep", "group": "rouw"},
    {"id": "geld", "what": "P2 Geld", "quantity": 1, "unit": "groep", "group": "geld"},
    {"id": "verslag", "what": "P3 Verslag", "quantity": "2.5", "unit": "uur", "amount": "10.01", "source": "afspraak 2026"},
]
RISK = ELEMENTS | {"risk": {"value": "0.02", "year": 2026, "source": "bron g"}}


def tender(**price: object) -> dict[str, Any]:
    return {"kind": "tender", "price": {"lines": LINES, "period": "2027"} | price}


def test_the_lines_carry_quantity_unit_price_and_total(tmp_path: Path) -> None:
    assert rows(made(tmp_path, tender())["prijsblad"], "Onderdeel", "Totaal") == [
        ["P1 Rouw", "3", "groep", "€ 5.438,00", "€ 16.314,00"],
        ["P2 Geld", "1", "groep", "€ 7.406,00", "€ 7.406,00"],
        ["P3 Verslag", "2,5", "uur", "€ 10,01", "€ 25,03"],
        ["Totaal", "", "", "", "€ 23.745,03"],
    ]


@pytest.mark.parametrize("hour", [None, ELEMENTS, RISK], ids=["a tariff", "six elements", "with a risk margin"])
def test_every_amount_comes_from_the_inputs(tmp_path: Path, hour: dict[str, object] | None) -> None:
    kit, loaded = opened(tmp_path, tender(), profile(hour))
    assert loaded.offer.price
    sheet = price_sheet(loaded.offer.price, kit.profile.profile)
    derived = [line for one in sheet.lines if one.derived for line in one.derived.derivation()]
    by_key = {line.key: line.result for line in derived}
    known: set[Decimal | None] = {
        *by_key.values(),
        *(line.result for line in derived),
        *(one.value for line in derived for one in line.given),
    }
    known |= {amount for one in sheet.lines for amount in (one.each, one.total)} | {sheet.total}
    known.add(by_key["fixed.preparation"] + by_key["fixed.coordination"] + by_key["fixed.room_and_material"])
    known.add(10 * by_key["variable"])

    found = euros(text(made(tmp_path, tender(), own=profile(hour))["prijsblad"]))
    assert len(found) > 12
    assert found <= known


def test_the_six_elements_stand_in_the_order_of_the_decree_with_figure_year_and_source(tmp_path: Path) -> None:
    *table, total = rows(made(tmp_path, tender(), own=profile(ELEMENTS))["prijsblad"], "Per uur")

    assert [row[0][0] + row[2][-1] for row in table] == ["aa", "bb", "cc", "dd", "ee", "ff"]
    assert [row[1] for row in table] == ["€ 36,45", "22%", "34,5%", "€ 1,85", "3,94%", "€ 2,10"]
    assert [row[2][:4] for row in table] == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert [row[4] for row in table] == ["€ 36,45", "€ 12,24", "€ 19,20", "€ 1,85", "€ 2,83", "€ 2,10"]
    assert total == ["Een uur", "", "", "", "€ 74,67"]
    assert sum(euros(row[4]).pop() for row in table) == Decimal("74.67")


def test_the_reckoning_of_an_element_has_its_own_figures(tmp_path: Path) -> None:
    built = made(tmp_path, tender(), own=profile(ELEMENTS))["prijsblad"]
    shown = {row[0][0]: row[3] for row in rows(built, "Per uur")}

    assert shown["a"] == "zoals gegeven"
    assert shown["b"] == "€ 36,45 / (1 − 34,5%) × 22%"
    assert shown["c"] == "€ 36,45 × 34,5% / (1 − 34,5%)"
    assert shown["e"] == "€ 71,84 × 3,94%"
    assert "a, b, c, d en f samen: € 71,84." in text(built)


def test_a_risk_margin_is_no_element_and_says_so(tmp_path: Path) -> None:
    table = rows(made(tmp_path, tender(), own=profile(RISK))["prijsblad"], "Per uur")

    assert table[-2][0] == "Risicomarge (geen onderdeel van artikel 5.4)"
    assert sum(euros(row[4]).pop() for row in table[:-1]) == euros(table[-1][4]).pop()


def test_a_given_tariff_is_said_to_be_one(tmp_path: Path) -> None:
    shown = text(made(tmp_path, tender())["prijsblad"])

    assert "Dat is een gegeven tarief (2026, bron van het tarief)." in shown
    assert "indexatie en verplichtingen van de gemeente), is hier niet gegeven." in shown


def test_what_makes_up_a_group_adds_up(tmp_path: Path) -> None:
    built = made(tmp_path, tender())["prijsblad"]

    assert [row[1:] for row in rows(built, "Onderdeel", "Bedrag")] == [
        ["12 uur × € 82,00", "€ 984,00"],
        ["8 uur × € 82,00", "€ 656,00"],
        ["vast bedrag", "€ 600,00"],
        ["1 uur × € 82,00", "€ 82,00"],
        ["0,5 uur × € 82,00", "€ 41,00"],
    ]
    assert rows(built, "Groep", "Samen") == [
        [
            "Groep rouw",
            "6 bijeenkomsten × 2 uur × 2 begeleiders × € 82,00 = € 1.968,00",
            "€ 2.240,00",
            "10 deelnemers × € 123,00 = € 1.230,00",
            "€ 5.438,00",
        ],
        [
            "Groep geld",
            "12 bijeenkomsten × 2 uur × 2 begeleiders × € 82,00 = € 3.936,00",
            "€ 2.240,00",
            "10 deelnemers × € 123,00 = € 1.230,00",
            "€ 7.406,00",
        ],
    ]


@pytest.mark.parametrize(("count", "says"), [(1, False), (2, True)], ids=["its own group", "another group as well"])
def test_figures_of_one_group_that_serve_another_are_said_to(tmp_path: Path, count: int, *, says: bool) -> None:
    shown = text(made(tmp_path, tender(lines=LINES[:count]))["prijsblad"])

    assert ("zijn die van Groep rouw" in shown) is says


def test_every_figure_stands_once_with_its_year_and_source(tmp_path: Path) -> None:
    table = rows(made(tmp_path, tender())["prijsblad"], "Cijfer", "Bron")

    assert [row[1] for row in table] == ["€ 82,00", "12 uur", "8 uur", "€ 600,00", "1 uur", "0,5 uur"]
    assert all(row[2] == "2026" and row[3].startswith("bron ") for row in table)


def test_an_amount_of_ones_own_says_or_is_asked_where_it_comes_from(tmp_path: Path) -> None:
    own = [{"id": "a", "what": "Zaal", "quantity": 1, "unit": "dag", "amount": 50}, *LINES[2:]]

    (reported,) = rows(made(tmp_path, tender())["prijsblad"], "Waar het bedrag vandaan komt")
    assert reported == ["P3 Verslag", "€ 10,01", "afspraak 2026"]
    table = rows(made(tmp_path, tender(lines=own))["prijsblad"], "Waar het bedrag vandaan komt")
    assert [row[2] for row in table] == ["[waar dit bedrag vandaan komt: nog invullen]", "afspraak 2026"]
    assert open_keys(tmp_path, tender(lines=own)) == ["price.vat.status", "price.lines.a.source"]


def test_a_line_without_an_amount_leaves_the_total_open(tmp_path: Path) -> None:
    own = [*LINES, {"id": "rest", "what": "Rest", "quantity": 1, "unit": "stuk", "source": "x"}]

    assert rows(made(tmp_path, tender(lines=own))["prijsblad"], "Totaal")[-1][-1] == "[bedrag: nog invullen]"
    assert "price.lines.rest.amount" in open_keys(tmp_path, tender(lines=own))


@pytest.mark.parametrize(
    ("ceiling", "says", "is_open"),
    [
        ("23745.04", "Plafond: € 23.745,04; de prijs blijft daar € 0,01 onder", False),
        ("23745.02", "De prijs is € 0,01 hoger dan het plafond van € 23.745,02.", True),
    ],
    ids=["a cent below", "a cent above"],
)
def test_the_ceiling_is_told_to_the_cent(tmp_path: Path, ceiling: str, says: str, *, is_open: bool) -> None:
    shown = text(made(tmp_path, tender(ceiling=ceiling))["prijsblad"])

    assert says in shown
    assert ("[een prijs binnen het plafond: nog invullen]" in shown) is is_open


@pytest.mark.parametrize(
    ("vat", "says"),
    [
        ({}, "Btw: [btw-status (laat die toetsen): nog invullen]."),
        ({"status": "vrijgesteld"}, "Btw: vrijgesteld, nog te laten toetsen."),
        (
            {"status": "vrijgesteld", "checked": "2026-11-02", "checked_by": "Ans"},
            "vrijgesteld, getoetst op 2 november 2026 door Ans.",
        ),
        ({"status": "belast"}, "belast, nog te laten toetsen. [welk btw-tarief, en of het in de prijs zit: nog invullen]"),
        ({"status": "belast", "note": "21%, komt erbij."}, "Btw: belast, nog te laten toetsen. 21%, komt erbij."),
        ({"status": "buiten-de-heffing"}, "Btw: buiten de heffing, nog te laten toetsen."),
    ],
    ids=["unknown", "exempt", "checked", "taxed", "taxed with a note", "outside"],
)
def test_vat_is_a_status_and_is_never_computed(tmp_path: Path, vat: dict[str, object], says: str) -> None:
    built = made(tmp_path, tender(vat=vat))["prijsblad"]

    assert says in text(built)
    assert rows(built, "Totaal")[-1][-1] == "€ 23.745,03"


@pytest.mark.parametrize(
    ("costs", "hour"), [(None, True), ("omit", False)], ids=["no costs in the profile", "costs left out on purpose"]
)
def test_without_a_cost_model_the_hour_is_asked_unless_costs_are_left_out(tmp_path: Path, costs: object, *, hour: bool) -> None:
    shown = lines(made(tmp_path, tender(lines=LINES[2:]), own=profile(costs=costs))["prijsblad"])

    assert ("Wat een uur kost" in shown) is hour
    assert ("[wat een uur van een begeleider kost: nog invullen]" in shown) is hour
    assert "Waar de bedragen vandaan komen" in shown


def test_an_offer_without_a_price_has_no_price_sheet(tmp_path: Path) -> None:
    asked = {"criteria": [{"id": "K1", "title": "Bereik", "questions": [{"id": "K1.1", "text": "Hoe?", "promise": "Zo."}]}]}

    assert "prijsblad" not in made(tmp_path, {"kind": "tender"} | asked)


def test_prices_stay_out_of_the_quality_part(tmp_path: Path) -> None:
    asked = {"criteria": [{"id": "K1", "title": "Bereik", "questions": [{"id": "K1.1", "text": "Hoe?", "promise": "Zo."}]}]}
    documents = made(tmp_path, tender() | asked)

    assert euros(text(documents["offerte"])) == set()
    assert list(documents) == ["offerte", "prijsblad", "nalevingsmatrix"]


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("1250", "€ 1.250,00"), ("0.5", "€ 0,50"), ("33.335", "€ 33,335"), ("-12.5", "€ −12,50"), ("1E+3", "€ 1.000,00")],
)
def test_an_amount_has_two_decimals_unless_it_was_given_more(amount: str, shown: str) -> None:
    assert Formats("nl-NL").amount(Decimal(amount)).replace("\u00a0", " ") == shown
