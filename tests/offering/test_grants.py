"""A grant application: who asks what and why, a budget that is covered to the cent, accounting, state aid, annexes, signature."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pitchkit.diagnostics import ContentError
from pitchkit.offering import finishing, gates
from pitchkit.offering.building import build
from pitchkit.offering.making import OfferRequest
from pitchkit.writers.docx import write
from tests.factories import TODAY
from tests.offering.priced import lines, made, open_keys, opened, profile, rows, text
from tests.writers import accessibility
from tests.writers.wordfile import WordFile

BUDGET = [
    {"id": "rouw", "what": "Rouw", "group": "rouw", "quantity": 2},
    {"id": "zaal", "what": "Flyers", "amount": "100.05", "note": "offerte drukker"},
]
COSTS = "10976.05"
TIERS = [
    {"below": 5000, "asks": "niets", "source": "ASV, artikel 12"},
    {"from_amount": 5000, "below": 50000, "asks": "een verslag", "source": "ASV, artikel 13"},
]
AIMS = [{"text": "Minder eenzaamheid", "source": "Beleidsplan 2026", "page": "14"}]


def cover(requested: str, own: str = "1000") -> list[dict[str, object]]:
    return [
        {"id": "subsidie", "what": "Subsidie", "amount": requested, "requested": True},
        {"id": "eigen", "what": "Eigen geld", "amount": own, "status": "toegezegd"},
    ]


def grant(**fields: object) -> dict[str, Any]:
    usual = {"scheme": "Regeling sociale basis", "period": "2027", "budget": BUDGET, "cover": cover("9976.05")}
    return {"kind": "grant", "client": {"name": "gemeente Dorp"}, "grant": usual | fields}


def town(*tiers: dict[str, object], **other: object) -> dict[str, object]:
    return profile(municipality={"aims": AIMS, "accountability": list(tiers or TIERS)} | other)


def application(folder: Path, **fields: object) -> str:
    return text(made(folder, grant(**fields), own=town())["subsidieaanvraag"])


def test_it_opens_with_who_asks_how_much_for_what_and_when(tmp_path: Path) -> None:
    assert lines(made(tmp_path, grant())["subsidieaanvraag"])[:4] == [
        "De aanvraag in drie regels",
        "Stichting Samen vraagt gemeente Dorp om € 9.976,05.",
        "Waarvoor: Groepen in de wijk (Regeling sociale basis).",
        "Wanneer: 2027.",
    ]


def test_the_reason_keeps_its_paragraphs_and_stands_beside_the_aims_with_source_and_page(tmp_path: Path) -> None:
    built = made(tmp_path, grant(reason="Eerst\ndit.\n\nDan {{ municipality.name }}."), own=town(name="Dorp"))["subsidieaanvraag"]

    start = lines(built).index("Waarom deze aanvraag")
    assert lines(built)[start + 1 : start + 3] == ["Eerst dit.", "Dan Dorp."]
    assert rows(built, "Waar dat staat") == [["Minder eenzaamheid", "Beleidsplan 2026, blz. 14"]]


def test_activities_ask_for_their_result_and_period(tmp_path: Path) -> None:
    activities = [
        {"id": "a", "goal": "Minder eenzaam", "activity": "Een groep", "result": "8 afmakers", "period": "mei", "group": "rouw"},
        {"id": "b", "goal": "Meer meedoen", "activity": "Een training"},
    ]
    built = made(tmp_path, grant(activities=activities))["subsidieaanvraag"]

    assert rows(built, "Activiteit") == [
        ["Minder eenzaam", "Een groep", "8 afmakers", "mei"],
        ["Meer meedoen", "Een training", "[resultaat: nog invullen]", "[wanneer: nog invullen]"],
    ]


def test_only_the_groups_of_this_application_say_for_whom_they_are_and_are_not(tmp_path: Path) -> None:
    own = profile()
    own["groups"][0] |= {"for_whom": "rouwenden", "indications": ["kan luisteren"], "contraindications": ["crisis", "schulden"]}  # type: ignore[index]

    assert rows(made(tmp_path, grant(), own=own)["subsidieaanvraag"], "Past niet bij") == [
        ["Groep rouw", "rouwenden", "kan luisteren", "crisis; schulden"]
    ]


def test_the_budget_says_of_each_item_how_it_came_about(tmp_path: Path) -> None:
    assert rows(made(tmp_path, grant())["subsidieaanvraag"], "Post") == [
        ["Rouw", "2 × € 5.438,00; zie de toelichting", "€ 10.876,00"],
        ["Flyers", "offerte drukker", "€ 100,05"],
        ["Totaal", "", "€ 10.976,05"],
    ]


def test_the_cost_of_a_group_is_explained_below_the_application(tmp_path: Path) -> None:
    built = made(tmp_path, grant())["subsidieaanvraag"]

    assert [row[-1] for row in rows(built, "Groep", "Samen")] == ["€ 5.438,00"]
    assert "Dat is een gegeven tarief (2026, bron van het tarief)." in text(built)


def test_a_budget_of_own_amounts_needs_no_explanation(tmp_path: Path) -> None:
    built = made(tmp_path, grant(budget=BUDGET[1:], cover=cover("100.05", "0")))["subsidieaanvraag"]

    assert "Toelichting op de begroting" not in lines(built)


def test_cover_that_equals_the_costs_says_so(tmp_path: Path) -> None:
    built = made(tmp_path, grant())["subsidieaanvraag"]

    assert rows(built, "Stand") == [
        ["Subsidie", "deze aanvraag", "€ 9.976,05"],
        ["Eigen geld", "toegezegd", "€ 1.000,00"],
        ["Totaal", "", "€ 10.976,05"],
    ]
    assert "Begroting en dekking zijn gelijk: € 10.976,05." in text(built)


@pytest.mark.parametrize(("requested", "total"), [("9976.04", "10.976,04"), ("9976.06", "10.976,06")], ids=["short", "over"])
def test_a_difference_of_a_cent_shows_with_both_sums_and_stays_open(tmp_path: Path, requested: str, total: str) -> None:
    shown = application(tmp_path, cover=cover(requested))

    assert f"De begroting is € 10.976,05 en de dekking € {total}. Dat is een verschil van € 0,01." in shown
    assert "[dekking die gelijk is aan de begroting: nog invullen]" in shown
    assert "grant.cover" in open_keys(tmp_path, grant(cover=cover(requested)), town())
    kit, loaded = opened(tmp_path, grant(cover=cover(requested)), town())
    request = OfferRequest(TODAY, final=True)
    with pytest.raises(ContentError) as refused:
        finishing.refuse_unfinished(kit, loaded, build(kit, loaded, request), request, gates.Bench())
    assert "budget-not-covered" in {one.code for one in refused.value.diagnostics}


def test_costs_that_nobody_knows_are_not_said_to_be_covered(tmp_path: Path) -> None:
    shown = application(tmp_path, budget=[{"id": "zaal", "what": "Zaal"}])

    assert "[bedrag: nog invullen]" in shown
    assert "Begroting en dekking zijn gelijk" not in shown


def test_money_from_elsewhere_asks_for_its_standing(tmp_path: Path) -> None:
    vague = [*cover("9976.05")[:1], {"id": "eigen", "what": "Eigen geld", "amount": 1000}]

    assert "grant.cover.eigen.status" in open_keys(tmp_path, grant(cover=vague), town())


@pytest.mark.parametrize(
    ("requested", "says"),
    [
        ("4999.99", "Bij een subsidie onder € 5.000 vraagt de gemeente: niets. Bron: ASV, artikel 12."),
        ("5000", "Bij een subsidie van € 5.000 tot € 50.000 vraagt de gemeente: een verslag. Bron: ASV, artikel 13."),
        ("50000", "[welke verantwoording de gemeente bij dit bedrag vraagt: nog invullen]"),
    ],
)
def test_the_accounting_is_that_of_the_requested_amount(tmp_path: Path, requested: str, says: str) -> None:
    assert says in application(tmp_path, cover=cover(requested))


def test_a_tier_without_source_asks_for_one(tmp_path: Path) -> None:
    assert "municipality.accountability.1.source" in open_keys(tmp_path, grant(), town({"asks": "een verslag"}))


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ({"none_received": True, "limit": 300000, "source": "formulier"}, "Wij ontvingen in die drie jaar geen de-minimissteun."),
        ({"none_received": True, "limit": 300000, "source": "formulier"}, "grens € 300.000,00 (bron: formulier)."),
        ({"received": [{"grantor": "Dorp", "amount": "23.95", "date": "2025-06-01"}]}, "komt dat op € 10.000,00."),
        ({"none_received": True}, "[grens die het formulier noemt: nog invullen] (bron: [bron van die grens: nog invullen])."),
        ({}, "[ontvangen de-minimissteun, of dat er geen was: nog invullen]"),
        (
            {"none_received": True, "received": [{"grantor": "Dorp", "amount": "1", "date": "2025-06-01"}]},
            "[ontvangen de-minimissteun, of dat er geen was: nog invullen]",
        ),
        (
            {"none_received": True, "limit": "9976.04", "source": "x"},
            "Dat is boven de grens. [laat toetsen of deze subsidie mag:",
        ),
        (None, "[verklaring over de-minimissteun: nog invullen]"),
    ],
    ids=["none", "its limit", "received", "no limit yet", "nothing said", "both said", "a cent above", "no statement"],
)
def test_the_statement_on_state_aid_says_what_is_known_and_asks_the_rest(
    tmp_path: Path, statement: dict[str, object] | None, says: str
) -> None:
    assert says in application(tmp_path, de_minimis=statement)


def test_a_scheme_that_asks_for_no_statement_gets_none(tmp_path: Path) -> None:
    assert "Verklaring de-minimissteun" not in application(tmp_path, de_minimis={"asked": False})


def test_an_annex_is_there_or_comes_later_or_is_asked(tmp_path: Path) -> None:
    annexes = [{"title": "Statuten", "present": True}, {"title": "Verslag", "note": "volgt in mei"}, {"title": "Balans"}]

    assert rows(made(tmp_path, grant(annexes=annexes))["subsidieaanvraag"], "Bijlage") == [
        ["Statuten", "ja", ""],
        ["Verslag", "nee", "volgt in mei"],
        ["Balans", "[deze bijlage: nog invullen]", ""],
    ]


def test_it_ends_signed_in_the_name_of_the_applicant(tmp_path: Path) -> None:
    shown = application(tmp_path, signatory="Ans de Wit (fictief)", signatory_role="bestuurder", de_minimis={"asked": False})

    assert "Namens Stichting Samen\nNaam: Ans de Wit (fictief)\nFunctie: bestuurder\nPlaats en datum: ………" in shown


def test_an_empty_application_asks_for_everything(tmp_path: Path) -> None:
    assert open_keys(tmp_path, {"kind": "grant"}) == [
        "client.name",
        *(f"grant.{name}" for name in ("cover.requested", "scheme", "period", "reason")),
        "municipality.aims",
        "grant.activities",
        "indicators",
        *(f"grant.{name}" for name in ("budget", "cover")),
        "municipality.accountability",
        *(f"contact.{name}" for name in ("name", "role", "phone", "email")),
        *(f"grant.{name}" for name in ("de_minimis", "annexes", "signatory", "signatory_role")),
    ]


def test_criteria_are_answered_beside_the_application_and_may_name_amounts(tmp_path: Path) -> None:
    asked = {
        "criteria": [{"id": "C1", "title": "Doel", "questions": [{"id": "C1.1", "text": "Wat?", "promise": "Voor € 9.976,05."}]}]
    }
    documents = made(tmp_path, grant() | asked)

    assert list(documents) == ["subsidieaanvraag", "beantwoording", "nalevingsmatrix"]
    assert "C1 Doel" not in lines(documents["subsidieaanvraag"])
    assert lines(documents["beantwoording"]) == ["C1 Doel", "C1.1 Wat?", "Voor € 9.976,05."]
    assert list(made(tmp_path, grant() | asked, "C1")) == ["beantwoording-c1"]


def test_a_fictitious_application_says_so(tmp_path: Path) -> None:
    built = made(tmp_path, grant() | {"fictitious": True})["subsidieaanvraag"]

    assert built.document.subtitle.startswith("Aanvraag van €\u00a09.976,05 bij gemeente Dorp door Stichting Samen")
    assert built.document.subtitle.endswith("(fictief voorbeeld)")


def test_the_word_files_keep_the_rules_of_every_document(tmp_path: Path) -> None:
    asked = {"criteria": [{"id": "C1", "title": "Doel", "questions": [{"id": "C1.1", "text": "Wat?", "promise": "Zo."}]}]}
    price = {"lines": [{"id": "rouw", "what": "Rouw", "quantity": 2, "unit": "groep", "group": "rouw"}]}
    statement = {"received": [{"grantor": "Dorp", "amount": "23.95", "date": "2025-06-01"}]}
    built = made(tmp_path, grant(de_minimis=statement) | asked | {"price": price}, own=town())

    assert list(built) == ["subsidieaanvraag", "beantwoording", "prijsblad", "nalevingsmatrix"]
    words = {name: WordFile(write(one.document)) for name, one in built.items()}
    assert {name: found for name, word in words.items() if (found := accessibility.findings(word))} == {}
