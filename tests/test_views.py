"""What a template sees of a selection and a profile: words with their notes, open fields, aims and sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import HEAD, compose, lines_of, make_workspace, shown_lines

ENTRIES = """\
- id: duur
  kind: objection
  title: Is dat niet duur
  text: In {{ municipality.name }} wachten {{ figures.wachtlijst }}.
  audiences: [gemeente]
  answers: [goedkoper, later, elders, oud]
- {id: goedkoper, kind: argument, title: 'Het *kan* goedkoper!', text: Lang., short: Kort., audiences: [gemeente],
   certainty: mogelijk, weight: 90, evidence: [{source: werkboek, place: blz. 3}, {source: werkboek, place: blz. 5}]}
- {id: later, kind: argument, title: Later, text: L., short: L., certainty: mogelijk, requires: [costs.comparison]}
- {id: elders, kind: argument, title: Elders, text: E., short: E., certainty: mogelijk, audiences: [collegas]}
- {id: oud, kind: argument, title: Oud, text: O., short: O., certainty: mogelijk, valid_until: 2012-12-31,
   policy: [welzijn-nieuwe-stijl]}
"""
PROFILE = """\
municipality: {name: 'Stad & *Land*'}
figures: {wachtlijst: {value: 1250, unit: mensen, year: 2026, source: s}}
"""


def test_an_entry_prints_its_words_with_values_and_one_note(tmp_path: Path) -> None:
    make_workspace(
        tmp_path, template=HEAD + "{% for e in entries.punten %}\n{{ e.text }}\n\n{% endfor %}", entries=ENTRIES, profile=PROFILE
    )
    (composition,) = compose(tmp_path)
    assert lines_of(composition) == ["Lang.", "In Stad & *Land* wachten 1.250 mensen (2026)."]
    assert [note.label for note in composition.document.notes] == ["goedkoper"]


def test_an_objection_is_answered_only_by_what_may_be_said_here(tmp_path: Path) -> None:
    body = "{% for e in entries.punten %}\n{% for a in e.answers %}\n- {{ a.line }}\n{% endfor %}\n{% endfor %}"
    assert shown_lines(tmp_path, body, entries=ENTRIES, profile=PROFILE) == ["Kort."]


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("{{ e.claim }}", "Het kan goedkoper!"),
        ("{{ e.line }}", "Kort."),
        ("{{ e.point }}", "Het kan goedkoper!"),
        ("{{ e.kind }} {{ e.id }}", "argument goedkoper"),
    ],
)
def test_an_entry_has_a_claim_a_point_and_a_line(tmp_path: Path, printed: str, shown: str) -> None:
    body = "{% for e in entries.punten %}\n{{ printed }}\n\n{% endfor %}".replace("{{ printed }}", printed)
    assert shown_lines(tmp_path, body, entries=ENTRIES, profile=PROFILE)[0] == shown


def test_open_fields_are_listed_with_the_label_that_the_library_gives_them(tmp_path: Path) -> None:
    make_workspace(
        tmp_path, template=HEAD + "{{ organisation.name }} {{ group.start }} {{ field('costs.comparison') }}\n", profile=""
    )
    (composition,) = compose(tmp_path)
    assert [(field.key, field.label) for field in composition.open_fields] == [
        ("organisation.name", "naam organisatie"),
        ("groups.start", "startdatum"),
        ("costs.comparison", "costs.comparison"),
    ]
    assert lines_of(composition) == [
        "[naam organisatie: nog invullen] [startdatum: nog invullen] [costs.comparison: nog invullen]"
    ]


AIMS = """\
municipality:
  aims:
    - {text: Samen, serves: [netwerk], source: Plan, page: '3'}
    - {text: Minder alleen, serves: [netwerk], source: Plan}
    - {text: Iets anders, source: Plan, page: '4'}
"""


def test_each_aim_stands_beside_the_claims_that_serve_it(tmp_path: Path) -> None:
    body = "{% for aim in aims %}\n- {{ aim.text }} / {{ aim.source }} / {{ aim.page }} / {{ aim.adds }}\n{% endfor %}"
    assert shown_lines(tmp_path, body, profile=AIMS) == [
        "Samen / Plan / 3 / Mensen leren van elkaar.",
        "Minder alleen / Plan / [municipality.aims.2.page: nog invullen] / Mensen leren van elkaar.",
        "Iets anders / Plan / 4 / [municipality.aims.3.serves: nog invullen]",
    ]


def test_sources_are_named_in_full_once_each(tmp_path: Path) -> None:
    body = "{% for e in entries.punten %}\n{{ e.text }}\n{% endfor %}\n{% for source in sources %}\n- {{ source }}\n{% endfor %}"
    assert shown_lines(tmp_path, body)[-1] == "A. Auteur, Werkboek, 2020."


def test_a_date_or_an_amount_that_is_not_known_is_an_open_field(tmp_path: Path) -> None:
    body = "{{ group.start | date }} {{ group.price | euro }} {{ date | date }} {{ '12.5' | euro }}\n"
    assert shown_lines(tmp_path, body) == [
        "[startdatum: nog invullen] [groepsaanbod price: nog invullen] 22\u00a0november 2026 €\u00a012,50"
    ]


@pytest.mark.parametrize("value", ["<naam> & Zn. *nieuw*", "[x](y)", "{{ x }}", "{?x}", "| a |", "# x", "1. x"])
def test_a_value_is_never_a_template_nor_markup(tmp_path: Path, value: str) -> None:
    body = "NAME\n\n| a |\n| --- |\n| NAME |\n\n- NAME\n\n## NAME\n\nx\n".replace("NAME", "{{ organisation.name }}")
    assert shown_lines(tmp_path, body, profile=f"organisation: {{name: '{value}'}}\n") == [value, "a", value, value, value, "x"]
