"""Each gate, tried with an offer that breaks exactly that rule; the offer that breaks none passes them all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pitchkit import pipeline, project, terminal
from pitchkit.document import Document
from pitchkit.messages import offer_gates
from pitchkit.offering import building, gates
from pitchkit.offering.usage import Pages
from pitchkit.offers import loading
from pitchkit.offers.gates.silencing import Heard
from tests.factories import TODAY, make_workspace, write_files

ENTRIES = """\
- id: samen-leren
  kind: argument
  title: Mensen leren van elkaar
  text: Mensen leren vaak van elkaar, want zij kennen elkaars vragen.
  short: Mensen leren vaak van elkaar.
  audiences: [gemeente, collegas]
  themes: [netwerk]
  certainty: aannemelijk
  evidence: [{source: werkboek, place: blz. 3}]
- id: uren-tellen
  kind: argument
  title: Een groep kost {{ figures.prijs }}
  text: Een groep kost 5438 euro, onder voorbehoud van de zaal.
  short: Een groep kost 5438 euro.
  audiences: [gemeente]
  themes: [kosten]
  certainty: aannemelijk
  evidence: [{source: werkboek, place: blz. 4}]
- id: voor-collegas
  kind: argument
  title: Voor het team
  text: Dit is voor het team.
  short: Voor het team.
  audiences: [collegas]
  themes: [netwerk]
  certainty: aannemelijk
  evidence: [{source: werkboek, place: blz. 5}]
- id: onderzocht
  kind: argument
  title: Onderzocht
  text: In onderzoek hielp een groep even goed.
  short: In onderzoek hielp een groep.
  audiences: [gemeente]
  themes: [netwerk]
  certainty: onderbouwd
  evidence: [{source: studie, place: blz. 1}]
"""
PROFILE = """\
fictitious: yes
organisation: {name: Stichting Samenloop}
contact: {name: Noor Voorbeeld, phone: 000 123 45 67}
groups:
  - {id: rouw, name: Rouw, sessions: 6, hours: 2, facilitators: 2, participants: {min: 6, planned: 10, max: 12}}
costs:
  hour: {tariff: {value: 82, year: 2026, source: fictief}}
  group:
    id: rouw
    preparation: {value: 12, year: 2026, source: fictief}
    coordination: {value: 8, year: 2026, source: fictief}
    intake: {value: 1, year: 2026, source: fictief}
    evaluation: {value: 0.5, year: 2026, source: fictief}
    room_and_material: {value: 600, year: 2026, source: fictief}
    completion: {value: 0.8, year: 2026, source: fictief}
  individual:
    hours: {value: 12, year: 2026, source: fictief}
    completion: {value: 0.85, year: 2026, source: fictief}
  relation: replaces
"""
SOUND = """\
kind: tender
title: Groepswerk in de wijk
planning:
  - {id: sluiting, what: Sluiting, date: 2027-01-15, time: "12:00", deadline: yes}
form:
  prices_apart: yes
requirements:
  - id: E1
    text: Begeleiders zijn geregistreerd.
    status: voldaan
    proofs: [registratie]
  - {id: W1, type: wens, text: Een avondgroep., status: voldaan}
criteria:
  - id: K1
    title: Toeleiding
    weight: 100
    questions:
      - id: K1.1
        text: Hoe bereikt u inwoners?
        limit: {words: 60}
        promise: Wij bellen iedere aanmelder binnen 2 werkdagen.
        answer: |
          Onze begeleiders kennen de wijk.
          Zij komen op het spreekuur.
        approach:
          - {what: bellen, who: begeleider, when: binnen 2 werkdagen}
        entries:
          - {entry: samen-leren, length: short}
        status: klaar
proofs:
  - {id: registratie, title: Bewijs van registratie, status: aanwezig, file: bewijs.txt, valid_until: 2028-01-01}
price:
  lines: [{id: groepen, what: groep, quantity: 4, unit: groep, group: rouw}]
  vat: {status: vrijgesteld, checked: 2026-11-01, checked_by: boekhouder (fictief)}
"""


def gate(folder: Path, offer: str = SOUND, *, profile: str = PROFILE, pages: Pages | None = None, today: date = TODAY) -> Heard:
    root = write_files(
        make_workspace(folder, entries=ENTRIES, profile=profile), {"offers/wijk.yaml": offer, "offers/bewijs.txt": "fictief"}
    )
    kit = pipeline.open_kit(project.find(root))
    loaded = loading.load("wijk", root, "offers/wijk.yaml", kit.library, kit.profile.profile)
    built = building.build(kit, loaded, building.OfferRequest(today))
    return gates.check(kit, loaded, built, today, gates.Bench(pages))


def codes(heard: Heard) -> list[str]:
    return [one.code for one in heard.diagnostics]


def test_an_offer_that_breaks_no_rule_passes_every_gate(tmp_path: Path) -> None:
    assert gate(tmp_path) == Heard((), 0)


GRANT = """\
kind: grant
title: Subsidie
planning: [{id: sluiting, what: Sluiting, date: 2027-01-15, deadline: yes}]
grant:
  budget: [{id: zaal, what: Zaalhuur, amount: 100.00}]
  cover: [{id: gemeente, what: Subsidie, amount: 100.00, requested: yes}]
"""

BREAKS: dict[str, tuple[str, str, str, str]] = {
    "too many words": ("words: 60", "words: 20", "limit-exceeded", "K1.1 has 40 words, and the buyer allows 20"),
    "too many characters": ("{words: 60}", "{characters: 50}", "limit-exceeded", "K1.1 has"),
    "too many words in a criterion": ("weight: 100", "weight: 100\n    limit: {words: 10}", "limit-exceeded", "K1 has"),
    "too many words in all": ("prices_apart: yes", "limit: {words: 10}", "limit-exceeded", "wijk has"),
    "a price of one's own": ("binnen 2 werkdagen.", "binnen 2 werkdagen voor € 82.", "own-price", "€ 82"),
    "a total of one's own": ("kennen de wijk.", "kosten 21.752 euro.", "own-price", "21.752 euro"),
    "a tariff without a sign": ("kennen de wijk.", "kosten 82,00 per uur.", "own-price", "82,00 per uur"),
    "a price in an entry": ("entry: samen-leren", "entry: uren-tellen", "own-price", "5438 euro"),
    "an eis in part": (
        "status: voldaan\n    proofs",
        "status: deels\n    proofs",
        "requirement-in-part",
        "eis E1 is only met in part",
    ),
    "an eis not met": ("status: voldaan\n    proofs", "status: niet\n    proofs", "requirement-not-met", "eis E1 is not met"),
    "an eis not looked at": ("status: voldaan\n    proofs", "status: open\n    proofs", "requirement-open", "eis E1 is not said"),
    "an eis that a later paper changed": (
        "status: voldaan\n    proofs",
        "status: nakijken\n    proofs",
        "requirement-open",
        "eis E1 is not said",
    ),
    "a wens that knocks out": (
        "Een avondgroep., status: voldaan",
        "Een avondgroep., status: niet, knock_out: yes",
        "requirement-not-met",
        "wens W1",
    ),
    "no answer": (
        SOUND[SOUND.index("        promise") : SOUND.index("        status: klaar")],
        "",
        "question-unanswered",
        "K1.1",
    ),
    "a criterion without questions": (
        "proofs:\n  - {id: registratie",
        "  - {id: K2, title: Prijs}\nproofs:\n  - {id: registratie",
        "criterion-without-question",
        "K2",
    ),
    "a reservation": ("kennen de wijk.", "komen onder voorbehoud van gunning.", "reservation", "“onder voorbehoud van”"),
    "an assumption": ("kennen de wijk.", "starten, ervan uitgaande dat u verwijst.", "reservation", "“ervan uitgaande dat”"),
    "a missing proof": ("status: aanwezig", "status: aangevraagd", "proof-missing", "Bewijs van registratie"),
    "a proof without its file": ("bewijs.txt", "weg.txt", "proof-file-missing", "weg.txt"),
    "a proof that expires": ("2028-01-01", "2027-01-14", "proof-expired", "2027-01-14"),
    "a proof that is not named": (
        "status: voldaan\n    proofs: [registratie]",
        "type: bewijsstuk\n    status: voldaan",
        "proof-not-named",
        "E1",
    ),
    "a deadline gone by": ("2027-01-15", "2026-11-21", "deadline-gone-by", "2026-11-21"),
    "a name in an answer": ("prices_apart: yes", "anonymous: yes\n  hide: [spreekuur]", "name-in-answer", "spreekuur"),
    "a line without an amount": (", group: rouw", "", "line-without-amount", "groep"),
    "a price above the ceiling": ("price:\n", "price:\n  ceiling: 21751.99\n", "price-above-ceiling", "21752.00"),
    "an amount": ("kennen de wijk.", "geven € 5 voor de bus.", "amount-in-answer", "€ 5"),
    "a condition in a promise": ("binnen 2 werkdagen.", "binnen 2 werkdagen, mits bereikbaar.", "condition-in-promise", "mits"),
    "a vague promise": (
        "Wij bellen iedere aanmelder binnen 2",
        "Wij bellen zo snel mogelijk, binnen 2",
        "vague-promise",
        "zo snel mogelijk",
    ),
    "a promise without a figure": ("iedere aanmelder binnen 2 werkdagen.", "de aanmelder.", "promise-without-figure", "K1.1"),
    "a claim that is too firm": ("kennen de wijk.", "weten dat dit bewezen is.", "claim-too-firm", "bewezen"),
    "an effect that is promised": (
        "kennen de wijk.",
        "werken zo dat de groep de eenzaamheid vermindert.",
        "claim-too-firm",
        "vermindert",
    ),
    "a recognition without its source": (
        "kennen de wijk.",
        "gebruiken een training die is beoordeeld als goed onderbouwd.",
        "recognition-without-source",
        "beoordeeld als goed onderbouwd",
    ),
    "an answer that is not done": ("status: klaar", "status: concept", "answer-unfinished", "concept"),
    "an answer that a later paper touched": (
        "status: klaar",
        "status: nakijken\n        changed: [{document: nota, was: x}]",
        "answer-touched",
        "nota",
    ),
    "a wens that is not met": ("Een avondgroep., status: voldaan", "Een avondgroep., status: niet", "wish-not-met", "W1"),
    "a deadline without a date": ("date: 2027-01-15, ", "", "deadline-without-date", "Sluiting"),
    "no deadline": (", deadline: yes", "", "no-deadline", "planning"),
    "a line that nobody read": ("price:\n", "unread: [{text: Zie bijlage 3.}]\nprice:\n", "unread-line", "Zie bijlage 3."),
    "weights that do not add up": ("weight: 100", "weight: 90", "weights-not-hundred", "90"),
    "VAT that nobody checked": ("checked: 2026-11-01, ", "", "vat-unchecked", "vrijgesteld"),
    "an entry for another reader": ("entry: samen-leren", "entry: voor-collegas", "entry-not-usable", "voor-collegas"),
    "an entry twice": (
        "          - {entry: samen-leren, length: short}",
        "          - {entry: samen-leren, length: short}\n          - {entry: samen-leren}",
        "entry-twice",
        "samen-leren",
    ),
    "a silence of nothing": (
        "status: klaar",
        "status: klaar\n        silence: [{code: vague-promise, reason: x}]",
        "silence-unused",
        "vague-promise",
    ),
    "a silence of an error": (
        "status: klaar",
        "status: klaar\n        silence: [{code: own-price, reason: x}]",
        "silence-of-error",
        "own-price",
    ),
}


@pytest.mark.parametrize(("before", "after", "code", "said"), BREAKS.values(), ids=BREAKS)
def test_a_broken_rule_is_told_and_nothing_else(tmp_path: Path, before: str, after: str, code: str, said: str) -> None:
    assert SOUND.count(before) == 1
    heard = gate(tmp_path, SOUND.replace(before, after))
    assert set(codes(heard)) == {code}
    told = terminal.describe(heard.diagnostics[0])
    assert said in told
    assert told.startswith("offers/wijk.yaml:")
    assert heard.diagnostics[0].severity == ("error" if code in offer_gates.ERRORS else "warning")
    assert "\n  " in told, "every gate says what to do"


def test_every_gate_is_tried() -> None:
    tried = {code for _, _, code, _ in BREAKS.values()}
    elsewhere = {
        "limit-estimated",
        "pages-estimated",
        "name-in-document",
        "budget-not-covered",
        "letter-too-small",
        "letter-font",
        "pages-uncounted",
        "offer-file-not-word",
    }
    assert set(offer_gates.TEXTS) == tried | elsewhere


def a_layout(count: str, *, is_estimate: bool) -> Pages:
    def lay_out(_: Document) -> tuple[Decimal, bool]:
        return Decimal(count), is_estimate

    return lay_out


@pytest.mark.parametrize(
    ("count", "is_estimate", "found"),
    [
        ("2", False, []),
        ("3", False, ["limit-exceeded"]),
        ("3", True, ["limit-estimated"]),
        ("2", True, ["pages-estimated"]),
    ],
)
def test_pages_are_held_to_their_limit_and_an_estimate_says_so(
    tmp_path: Path, count: str, found: list[str], *, is_estimate: bool
) -> None:
    offer = SOUND.replace("{words: 60}", "{pages: 2}")
    assert codes(gate(tmp_path, offer, pages=a_layout(count, is_estimate=is_estimate))) == found


def test_a_name_from_the_profile_may_not_show_in_an_anonymous_offer(tmp_path: Path) -> None:
    offer = SOUND.replace("prices_apart: yes", "anonymous: yes").replace(
        "kennen de wijk", "van {{ organisation.name }} kennen de wijk"
    )
    (found, *_) = gate(tmp_path, offer).diagnostics
    assert (found.code, dict(found.values)["name"]) == ("name-in-document", "Stichting Samenloop")


def test_an_anonymous_offer_without_names_passes(tmp_path: Path) -> None:
    assert gate(tmp_path, SOUND.replace("prices_apart: yes", "anonymous: yes")) == Heard((), 0)


def test_a_budget_and_a_cover_that_differ_by_a_cent_are_told_with_both_sums(tmp_path: Path) -> None:
    assert codes(gate(tmp_path / "a", GRANT)) == []
    (found,) = gate(tmp_path / "b", GRANT.replace("amount: 100.00, requested", "amount: 99.99, requested")).diagnostics
    assert terminal.describe(found).splitlines()[0] == (
        "offers/wijk.yaml:6:10: the budget is 100.00 euro and the cover 99.99 euro: a difference of -0.01 [budget-not-covered]"
    )


def silenced(code: str) -> str:
    return SOUND.replace("status: klaar", f"status: klaar\n        silence: [{{code: {code}, reason: afgesproken met de coach}}]")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("kennen de wijk.", "geven € 5 voor de bus.", "amount-in-answer"),
        ("binnen 2 werkdagen.", "binnen 2 werkdagen, mits bereikbaar.", "condition-in-promise"),
        ("kennen de wijk.", "weten dat dit bewezen is.", "claim-too-firm"),
    ],
)
def test_a_warning_can_be_silenced_in_place(tmp_path: Path, before: str, after: str, code: str) -> None:
    assert gate(tmp_path, silenced(code).replace(before, after)) == Heard((), 1)


def test_a_silence_in_one_question_leaves_another_alone(tmp_path: Path) -> None:
    other = (
        "      - {id: K1.2, text: En verder?, promise: Wij bellen zo snel mogelijk, answer: Wij bellen., status: klaar}\nproofs:"
    )
    offer = silenced("vague-promise").replace("proofs:\n  - {id", f"{other}\n  - {{id")
    assert set(codes(gate(tmp_path, offer))) == {"vague-promise", "promise-without-figure", "silence-unused"}


def test_a_claim_that_rests_on_research_is_no_surprise(tmp_path: Path) -> None:
    offer = SOUND.replace("kennen de wijk.", "weten dat dit bewezen is.").replace("entry: samen-leren", "entry: onderzocht")
    assert codes(gate(tmp_path, offer)) == []


def test_a_place_is_the_line_of_the_words(tmp_path: Path) -> None:
    (found,) = gate(tmp_path, SOUND.replace("op het spreekuur", "in principe altijd")).diagnostics
    assert (found.code, SOUND.splitlines()[found.location.line - 1].strip()) == ("claim-too-firm", "Zij komen op het spreekuur.")


def test_prices_may_stand_in_the_answers_where_the_buyer_has_them_together(tmp_path: Path) -> None:
    offer = SOUND.replace("prices_apart: yes", "prices_apart: no").replace("kennen de wijk.", "kosten € 82.")
    assert codes(gate(tmp_path, offer)) == []
