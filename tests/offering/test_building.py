"""An offer file becomes documents: what stands in them, in which order, and what stays out."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pitchkit import outline, pipeline, project
from pitchkit.document import Heading, NoteMark, OpenField, PageSetup, Paragraph, Table
from pitchkit.offering import building
from pitchkit.offering.making import OfferRequest
from pitchkit.offering.open_places import open_places
from pitchkit.offering.pages import MATRIX
from pitchkit.offers import loading
from pitchkit.writers import docx
from tests.factories import TODAY, refusal, write_files
from tests.offering.offers import TWO_CRITERIA, answer, built, lines, opened
from tests.writers.samples import png

FICTITIOUS = Path(__file__).parents[1] / "offers" / "fictieve-wijkgroepen.yaml"
EXAMPLE = Path(__file__).parents[2] / "examples" / "voorbeeldstad" / "pitchkit.yaml"


def test_the_answers_stand_in_the_order_of_the_buyer_under_his_numbers(tmp_path: Path) -> None:
    blocks = built(tmp_path, TWO_CRITERIA)["wijk-offerte"].document.blocks
    headings = [(one.level, outline.plain_text(one.content)) for one in blocks if isinstance(one, Heading)]

    assert headings == [(1, "K1 Bereik"), (2, "K1.1 Hoe bereikt u hen?"), (1, "K2 Sturing"), (2, "K2.1 Hoe stuurt u bij?")]


def test_an_answer_goes_from_promise_to_benefit(tmp_path: Path) -> None:
    fields = """\
promise: Wij bellen binnen 3 dagen.
answer: Een eigen tekst.
approach: [{what: bellen, who: begeleider}]
results: [{what: gebeld, figure: "40", date: mei, instrument: lijst}]
entries: [{entry: samen-leren, length: short}]
risks: [{risk: ziekte, measure: vervangen}]
benefit: {residents: snel een plek, municipality: een kort bericht}
"""
    assert answer(tmp_path, fields) == [
        "Wij bellen binnen 3 dagen.",
        "Een eigen tekst.",
        "Aanpak",
        *("Wat", "Wie", "bellen", "begeleider"),
        "Resultaten",
        *("Resultaat", "Cijfer", "Datum", "Gemeten met", "gebeld", "40", "mei", "lijst"),
        "Mensen leren van elkaar.",
        "Risico’s",
        *("Risico", "Maatregel", "ziekte", "vervangen"),
        "Voor inwoners: snel een plek\nVoor de gemeente: een kort bericht",
    ]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        pytest.param("status: open", ["[offer.criteria.1.questions.1.promise: nog invullen]"], id="nothing at all"),
        pytest.param("approach: [{what: bellen}]\npromise: Ja.", ["Ja.", "bellen"], id="steps and no more are a list"),
        pytest.param("promise: Ja.\nbenefit: {municipality: rust}", ["Ja.", "Voor de gemeente: rust"], id="one benefit"),
        pytest.param("promise: Voor {{ municipality.name }}.", ["Voor Voor*beeld*stad."], id="a value is text, never markup"),
        pytest.param(
            "promise: Ja.\napproach: [{what: 'bellen in {{ municipality.name }}', when: '*nu*'}]",
            ["Ja.", "Aanpak", "Wat", "Wanneer", "bellen in Voor*beeld*stad", "*nu*"],
            id="a value in a table",
        ),
        pytest.param('promise: "Met *ster* en [haak]."', ["Met *ster* en [haak]."], id="a promise is text, never markup"),
        pytest.param("answer: Met *klem* voor {{ municipality.name }}.", ["Met klem voor Voor*beeld*stad."], id="own Markdown"),
        pytest.param(
            "answer: Er zijn {{ figures.wachtlijst }}.", ["Er zijn [figures.wachtlijst: nog invullen]."], id="no figure"
        ),
        pytest.param(
            "promise: Ja.\nresults: [{what: gebeld}]",
            [
                "Ja.",
                *("Resultaten", "Resultaat", "Cijfer", "Datum", "Gemeten met", "gebeld"),
                *(f"[offer.criteria.1.questions.1.results.1.{name}: nog invullen]" for name in ("figure", "date", "instrument")),
            ],
            id="a result asks for its figure, date and instrument",
        ),
        pytest.param(
            "promise: Ja.\nrisks: [{risk: ziekte, chance: klein}]",
            [
                "Ja.",
                *("Risico’s", "Risico", "Kans", "Maatregel", "ziekte", "klein"),
                "[offer.criteria.1.questions.1.risks.1.measure: nog invullen]",
            ],
            id="a risk asks for its measure",
        ),
        pytest.param(
            "entries: [{entry: samen-leren}]",
            ["Mensen leren van elkaar. Mensen leren van elkaar, want zij kennen elkaars vragen."],
            id="an entry in full has its claim before it",
        ),
    ],
)
def test_what_is_empty_disappears_and_what_is_missing_is_asked(tmp_path: Path, fields: str, shown: list[str]) -> None:
    assert answer(tmp_path, fields) == shown


@pytest.mark.parametrize("mark", ["#", "##", "######"])
def test_headings_and_notes_of_an_own_answer_find_their_place(tmp_path: Path, mark: str) -> None:
    text = f"{mark} Een kop\n\nEen zin.[^1]\n\n[^1]: Een noot."
    fields = "".join(f"          {line}\n" for line in text.splitlines())
    question = "      - id: {id}\n        text: Vraag?\n        answer: |\n" + fields
    offer = "criteria:\n  - id: K1\n    title: Bereik\n    questions:\n" + "".join(question.format(id=one) for one in ("a", "b"))
    document = built(tmp_path, offer)["wijk-offerte"].document

    alone = built(tmp_path, offer, "K1")["wijk-offerte-k1"].document

    assert [one.level for one in document.blocks if isinstance(one, Heading)] == [1, 2, 3, 2, 3]
    assert [one.level for one in alone.blocks if isinstance(one, Heading)] == [1, 2, 1, 2]
    assert [outline.plain_text(note.content) for note in document.notes] == ["Een noot.", "Een noot."]


def test_an_entry_keeps_its_note_and_its_mark(tmp_path: Path) -> None:
    offer = TWO_CRITERIA.replace("promise: Wij bellen.", "entries: [{entry: samen-leren, length: short}]")
    document = built(tmp_path, offer)["wijk-offerte"].document

    assert outline.entries(document.blocks) == ("samen-leren",)
    assert [outline.plain_text(note.content) for note in document.notes] == ["Auteur, Werkboek: blz. 3."]
    assert any(isinstance(inline, NoteMark) for line in outline.lines(document.blocks) for inline in line)


def test_an_entry_that_is_for_other_readers_stays_out_and_says_why(tmp_path: Path) -> None:
    offer = "audience: clienten\n" + TWO_CRITERIA.replace("Wij bellen.}", "Ja., entries: [{entry: samen-leren}]}")
    composition = built(tmp_path, offer)["wijk-offerte"].composition

    assert outline.entries(composition.document.blocks) == ()
    assert [(one.entry.id, one.reason) for one in composition.selection.decisions] == [("samen-leren", "audience")]


def test_a_table_of_the_whole_offer_stands_where_it_was_asked_and_else_in_the_annexes(tmp_path: Path) -> None:
    tables = """\
planning:
  - {id: sluiting, what: inleveren, date: 2027-02-01, deadline: yes}
  - {id: start, what: beginnen, date: 2027-05-01}
  - {id: werving, what: werven, date: 2027-04-01}
  - {id: gunning, what: gunnen, date: 2027-03-01, found: {document: leidraad, place: § 1}}
indicators: [{id: een, level: output, what: starters, target: "40", instrument: lijst, moment: elke maand}]
"""
    made = built(tmp_path, tables + TWO_CRITERIA.replace("promise: Wij meten.", "promise: Ja., shows: [indicators]"))
    quality, annexes = lines(made["wijk-offerte"]), lines(made["wijk-bijlagen"])

    assert "starters" in quality
    assert "beginnen" not in quality
    assert annexes == ["Planning", "Mijlpaal", "Datum", "werven", "1\u00a0april 2027", "beginnen", "1\u00a0mei 2027"]


def test_an_offer_whose_tables_all_stand_in_answers_has_no_annexes(tmp_path: Path) -> None:
    offer = "planning: [{id: start, what: beginnen, date: 2027-05-01}]\n" + TWO_CRITERIA.replace("Ja.", "Ja.")
    shown = offer.replace("promise: Wij meten.", "promise: Ja., shows: [planning]")

    assert list(built(tmp_path, offer)) == ["wijk-offerte", "wijk-bijlagen", "wijk-nalevingsmatrix"]
    assert list(built(tmp_path, shown)) == ["wijk-offerte", "wijk-nalevingsmatrix"]


def test_the_price_and_other_lots_stay_out_of_the_quality_part(tmp_path: Path) -> None:
    more = """\
  - {id: K3, title: Prijs, price: yes, questions: [{id: K3.1, text: Wat kost het?, promise: Veel.}]}
  - {id: K4, title: Zuid, lot: zuid, questions: [{id: K4.1, text: En zuid?, promise: Ook.}]}
requirements: [{id: E1, text: Een eis voor zuid., lot: zuid}, {id: E2, text: Een eis.}]
lots: [{id: noord, title: perceel Noord}, {id: zuid, title: perceel Zuid, chosen: no}]
"""
    made = built(tmp_path, TWO_CRITERIA + more)

    assert [line for line in lines(made["wijk-offerte"]) if line.startswith("K")] == [
        "K1 Bereik", "K1.1 Hoe bereikt u hen?", "K2 Sturing", "K2.1 Hoe stuurt u bij?",
    ]  # fmt: skip
    assert "perceel Noord" in made["wijk-offerte"].document.subtitle
    matrix = lines(made["wijk-nalevingsmatrix"])
    assert "apart, bij de prijs" in matrix
    assert "En zuid?" not in matrix
    assert "Een eis." in matrix
    assert "Een eis voor zuid." not in matrix
    together = built(tmp_path, "form: {prices_apart: no}\n" + TWO_CRITERIA + more)
    assert "Veel." in lines(together["wijk-offerte"])


def test_an_anonymous_offer_does_not_say_whose_it_is(tmp_path: Path) -> None:
    planning = "planning: [{id: start, what: beginnen, date: 2027-05-01}]\n"
    named = built(tmp_path, planning + TWO_CRITERIA)
    hidden = built(tmp_path, "form: {anonymous: yes}\n" + planning + TWO_CRITERIA)

    assert "Stichting Samenloop" in named["wijk-offerte"].document.subtitle
    for name in ("wijk-offerte", "wijk-bijlagen"):
        assert "Samenloop" not in repr(hidden[name].document)
    assert hidden["wijk-nalevingsmatrix"].document.author == "Stichting Samenloop"


def test_a_fictitious_offer_says_so_under_its_title(tmp_path: Path) -> None:
    made = built(tmp_path, "fictitious: yes\n" + TWO_CRITERIA)

    assert all(one.document.subtitle.endswith("(fictief voorbeeld)") for one in made.values())


def test_pages_are_as_the_buyer_wants_them_and_the_matrix_lies_down(tmp_path: Path) -> None:
    form = "form: {fonts: [Verdana, Arial], size: 9.5, margins: 25, line_spacing: 1.2}\n"
    made = built(tmp_path, form + TWO_CRITERIA)

    assert made["wijk-offerte"].document.page == PageSetup(
        font="Verdana", size=Decimal("9.5"), smallest=Decimal("9.5"), margins=Decimal(25), line_spacing=Decimal("1.2")
    )
    assert made["wijk-nalevingsmatrix"].document.page == MATRIX
    assert built(tmp_path, TWO_CRITERIA)["wijk-offerte"].document.page is None


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param("{}", True, id="no limit to the whole"),
        pytest.param("{limit: {words: 9000}}", False, id="a limit that it would count for"),
        pytest.param("{limit: {words: 9000}, counts: {contents: no}}", True, id="a limit that it does not count for"),
        pytest.param("{file_per_criterion: yes}", False, id="a file for each criterion"),
    ],
)
def test_a_long_offer_has_contents_unless_they_take_room(tmp_path: Path, form: str, *, expected: bool) -> None:
    long = TWO_CRITERIA.replace("Wij bellen.", "woord " * 1600)
    made = built(tmp_path, f"form: {form}\n" + long)
    quality = next(one for one in made.values() if one.purpose == "quality")

    assert bool(quality.document.contents) is expected
    assert built(tmp_path, TWO_CRITERIA)["wijk-offerte"].document.contents is None


def test_the_matrix_tells_of_every_demand_and_question_what_is_known(tmp_path: Path) -> None:
    offer = """\
requirements:
  - {id: E1, text: Een eis., found: {document: leidraad, place: § 3}, status: voldaan, proofs: [keurmerk], owner: Noor}
  - {id: W1, text: Een wens., type: wens, points: 5, answered_in: K1.1, note: let op}
proofs: [{id: keurmerk, title: Keurmerk, status: aanwezig}]
form: {limit: {words: 500}}
""" + TWO_CRITERIA.replace("title: Bereik,", "title: Bereik, weight: 40, limit: {words: 3},")
    document = built(tmp_path, offer)["wijk-nalevingsmatrix"].document
    tables = [block for block in document.blocks if isinstance(block, Table)]
    demands, questions = ([[outline.plain_text(cell) for cell in row] for row in table.rows] for table in tables[:2])

    assert demands == [
        ["E1", "leidraad, §\u00a03", "Een eis.", "eis", "ja", "", "", "", "Keurmerk", "Noor", "voldaan"],
        ["W1", "", "Een wens.", "wens", "nee", "5\u00a0punten", "", "K1.1", "", "", "open: let op"],
    ]
    assert questions[0] == ["K1", "", "K1 Bereik", "40%", "3\u00a0woorden", "9\u00a0woorden te lang", "", "", ""]
    assert questions[1] == ["K1.1", "", "Hoe bereikt u hen?", "", "", "7\u00a0woorden", "", "", "open"]
    assert questions[-1][2:6] == ["De hele offerte", "", "500\u00a0woorden", "29\u00a0woorden"]


def test_open_fields_have_the_key_of_the_buyer_and_the_line_in_the_file(tmp_path: Path) -> None:
    offer = TWO_CRITERIA.replace(
        "promise: Wij meten.", "answer: 'Voor {{ figures.x }}', results: [{what: a, figure: b, date: c}]"
    )
    kit, loaded = opened(tmp_path, offer)
    found = open_places(loaded, building.build(kit, loaded, OfferRequest(TODAY)))

    assert [(one.key, str(one.where).rpartition(":")[0] if one.where else "") for one in found] == [
        ("figures.x", ""),
        ("criteria.K2.questions.K2.1.results.1.instrument", "offers/wijk.yaml:5"),
    ]


def test_what_is_open_for_ourselves_keeps_nothing_from_the_buyer(tmp_path: Path) -> None:
    head = "---\ntitle: Eigen lijst\naudiences: [gemeente]\noffers: [tender]\n---\n"
    write_files(tmp_path, {"templates/nalevingsmatrix/any.md.j2": head + "{{ contact.phone }}\n"})
    kit, loaded = opened(tmp_path, TWO_CRITERIA)
    made = building.build(kit, loaded, OfferRequest(TODAY))

    assert [one.key for one in made[1].composition.open_fields] == ["contact.phone"]
    assert open_places(loaded, made) == ()


def test_indicators_go_from_what_is_put_in_to_what_comes_of_it(tmp_path: Path) -> None:
    one = "{{id: {0}, level: {0}, what: {0}, baseline: nul, target: veel, instrument: lijst, moment: mei}}"
    levels = ", ".join(one.format(level) for level in ("outcome", "input", "output"))
    table = next(
        block
        for block in built(tmp_path, f"indicators: [{levels}]\n" + TWO_CRITERIA)["wijk-bijlagen"].document.blocks
        if isinstance(block, Table)
    )

    assert [outline.plain_text(row[0]) for row in table.rows] == ["input", "output", "outcome"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param("Een <b>vet</b> woord.", "offers/wijk.yaml:10:13: HTML is not used here: <b>", id="HTML"),
        pytest.param("Een noot[^1].", "this footnote is not defined, or never used: [^1] [markdown-note]", id="a note"),
        pytest.param("{{ naam.onbekend }}", "a text cannot look up “naam.onbekend” [lookup-unknown]", id="an unknown value"),
        pytest.param("{% if x %}", "a text can only look up a plain value", id="logic"),
        pytest.param("![x](a.png)", "offers/wijk.yaml:10:13: a text of the library or of an offer shows no", id="a picture"),
    ],
)
def test_an_own_answer_that_cannot_be_shown_is_refused_at_its_line(tmp_path: Path, wrong: str, told: str) -> None:
    offer = f"""\
criteria:
  - id: K1
    title: Bereik
    questions:
      - id: K1.1
        text: Hoe?
        answer: |
            {wrong}
"""
    message = refusal(lambda: built(tmp_path, offer))

    assert told in message
    assert {line.partition(".yaml:")[0] for line in message.splitlines() if not line.startswith("  ")} == {"offers/wijk"}


def test_a_value_that_cannot_be_looked_up_in_a_table_is_refused_at_its_line(tmp_path: Path) -> None:
    indicators = "indicators: [{id: een, level: output, what: '{{ gemeente }}'}]\n"

    assert refusal(lambda: built(tmp_path, indicators + TWO_CRITERIA)).startswith(
        "offers/wijk.yaml:3:45: a text can only look up a plain value, such as {{ municipality.name }} [lookup-form]"
    )


def test_a_template_for_offers_may_show_a_picture(tmp_path: Path) -> None:
    template = "---\ntitle: T\naudiences: [gemeente]\noffers: [tender]\n---\n::: figure a.png\nalt: x\n:::\n"
    write_files(tmp_path, {"templates/offerte/any.md.j2": template, "templates/a.png": png(20, 20)})

    document = built(tmp_path, TWO_CRITERIA)["wijk-offerte"].document
    assert [(one.name, one.data) for one in document.pictures] == [("a.png", png(20, 20))]
    assert docx.write(document)


def test_an_offer_in_which_nothing_is_asked_yet_makes_no_documents(tmp_path: Path) -> None:
    assert refusal(lambda: built(tmp_path, "")).startswith(
        "offers/wijk.yaml:1:1: this offer has no criteria and no requirements yet [offer-without-questions]"
    )


def test_a_reader_without_a_template_is_refused_with_the_place(tmp_path: Path) -> None:
    write_files(tmp_path, {"templates/offerte/any.md.j2": "---\ntitle: x\naudiences: [collegas]\noffers: [tender]\n---\n"})

    assert refusal(lambda: built(tmp_path, TWO_CRITERIA)).startswith(
        "offers/wijk.yaml:1:1: there is no template for “offerte” that is for “gemeente” [offer-without-template]"
    )


def test_a_complete_offer_of_the_shipped_library_builds_the_same_twice(tmp_path: Path) -> None:
    write_files(tmp_path, {"offers/wijk.yaml": FICTITIOUS.read_bytes(), "pitchkit.yaml": EXAMPLE.read_bytes()})
    kit = pipeline.open_kit(project.find(tmp_path))
    loaded = loading.load("wijk", tmp_path, "offers/wijk.yaml", kit.library, kit.profile.profile)
    first, second = (building.build(kit, loaded, OfferRequest(TODAY)) for _ in range(2))
    open_fields = [one for made in first for one in outline.open_fields(made.document.blocks)]

    assert [one.document for one in first] == [one.document for one in second]
    assert [one.name for one in first] == ["wijk-offerte", "wijk-bijlagen", "wijk-nalevingsmatrix"]
    assert {one.label for one in open_fields} == {"meetinstrument", "antwoord op deze vraag"}
    assert all(isinstance(one, OpenField) for one in open_fields)
    assert not any(isinstance(block, Paragraph) and not block.content for made in first for block in made.document.blocks)


def test_a_story_that_nobody_agreed_to_see_here_is_refused_at_its_place(tmp_path: Path) -> None:
    story = "- {id: samen-leren, kind: experience, title: V, text: V., consent: {purposes: [flyer]}}\n"
    offer = TWO_CRITERIA.replace("promise: Wij bellen.", "entries: [{entry: samen-leren}]")
    kit, loaded = opened(tmp_path, offer, entries=story)

    assert refusal(lambda: building.build(kit, loaded, OfferRequest(TODAY, ()))) == (
        "offers/wijk.yaml:4:96: nobody agreed to see “samen-leren” in this document (offerte) [offer-without-consent]\n"
        "  Take it out here, or ask for consent and write it down in the entry.\n"
    )
