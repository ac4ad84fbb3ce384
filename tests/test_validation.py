"""Data to models: each refusal has its own message, at the place where the reader has to look."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pitchkit.model import Entry, Source
from pitchkit.profile import Profile
from pitchkit.validation import validate, validate_list
from pitchkit.yamlsource import parse
from tests.factories import told


def problems_in(profile: str) -> str:
    file = parse(profile, "p.yaml")
    value, found = validate(file, file.data, Profile)
    assert value is None
    return told(found)


FILL_IN = "  Fill it in, or take the whole line out.\n"
FIELDS_BELOW = "  Write them on the lines below it, each with two more spaces before it.\n"


@pytest.mark.parametrize(
    ("profile", "message"),
    [
        pytest.param(
            "groups: [{id: a, name: A, sessions: acht}]",
            "p.yaml:1:37: “groups.sessions” should be a whole number, not “acht” [field-whole-number]\n"
            "  Write digits only, such as 12.\n",
            id="a word for a whole number",
        ),
        pytest.param(
            "groups: [{id: a, name: A, sessions: '2.5'}]",
            "p.yaml:1:37: “groups.sessions” should be a whole number, not “2.5” [field-whole-number]\n"
            "  Write digits only, such as 12.\n",
            id="a fraction for a whole number",
        ),
        pytest.param(
            "groups: [{id: a, name: A, sessions: 0}]",
            "p.yaml:1:37: “groups.sessions” is 0, and may not be below 1 [field-too-small]\n  Check the number.\n",
            id="a number that is too small",
        ),
        pytest.param(
            "groups: [{id: a, name: A, hours: 25}]",
            "p.yaml:1:34: “groups.hours” is 25, and may not be above 24 [field-too-large]\n  Check the number.\n",
            id="a number that is too large",
        ),
        pytest.param(
            "groups: [{id: a, name: A, hours: '2,5'}]",
            "p.yaml:1:34: “groups.hours” should be a number, not “2,5” [field-number]\n"
            "  Write digits with a point before the decimals, such as 82.50.\n",
            id="a comma in a number",
        ),
        pytest.param(
            "groups: [{id: a, name: A, hours: NaN}]",
            "p.yaml:1:34: “groups.hours” should be a number, not “NaN” [field-number]\n"
            "  Write digits with a point before the decimals, such as 82.50.\n",
            id="what is not a number",
        ),
        pytest.param(
            "groups: [{id: a, name: A, start: 2 februari 2027}]",
            "p.yaml:1:34: “groups.start” should be a date, not “2 februari 2027” [field-date]\n"
            "  Write it as year-month-day: 2027-01-15.\n",
            id="a date in words",
        ),
        pytest.param(
            "groups: [{id: a, name: A, start: 2027-02-30}]",
            "p.yaml:1:34: “groups.start” should be a date, not “2027-02-30” [field-date]\n"
            "  Write it as year-month-day: 2027-01-15.\n",
            id="a day that does not exist",
        ),
        pytest.param(
            "groups: [{id: a, name: A, start: 20304000}]",
            "p.yaml:1:34: “groups.start” should be a date, not “20304000” [field-date]\n"
            "  Write it as year-month-day: 2027-01-15.\n",
            id="digits that count seconds since 1970",
        ),
        pytest.param(
            "fictitious: misschien",
            "p.yaml:1:13: “fictitious” should be yes or no, not “misschien” [field-yes-no]\n  Write yes or no.\n",
            id="neither yes nor no",
        ),
        pytest.param(
            "position: contrakt",
            "p.yaml:1:11: “contrakt” is not one of the choices for “position”: contract, overeenkomst, vermarkten, aanbesteding"
            " [field-choice]\n  Did you mean “contract”?\n",
            id="a choice with a slip",
        ),
        pytest.param(
            "position: geen idee",
            "p.yaml:1:11: “geen idee” is not one of the choices for “position”: contract, overeenkomst, vermarkten, aanbesteding"
            " [field-choice]\n",
            id="a choice like none of them",
        ),
        pytest.param(
            "organisation: {nmae: Samen}",
            "p.yaml:1:16: there is no field “organisation.nmae” here [field-unknown]\n  Did you mean “name”?\n",
            id="an unknown field points at itself",
        ),
        pytest.param(
            "organisation: {name: Samen}\nkleur: blauw",
            "p.yaml:2:1: there is no field “kleur” here [field-unknown]\n",
            id="an unknown field like none of them",
        ),
        pytest.param(
            "groups:\n  - id: a\n    goal: iets",
            "p.yaml:2:5: the field “groups.name” is missing [field-missing]\n  Add it to this item.\n",
            id="a missing field points at its item",
        ),
        pytest.param(
            "figures: {x: {value: 1, unit: , year: 2026, source: y}}",
            f"p.yaml:1:31: “figures.x.unit” is empty [field-empty]\n{FILL_IN}",
            id="nothing behind a colon",
        ),
        pytest.param("contact: {name: '  '}", f"p.yaml:1:17: “contact.name” is empty [field-empty]\n{FILL_IN}", id="only spaces"),
        pytest.param(
            "contact: {name: [Noor, Sam]}",
            "p.yaml:1:17: “contact.name” should be a text [field-text]\n  Write one text after the colon.\n",
            id="a list for a text",
        ),
        pytest.param(
            "groups: rouw",
            "p.yaml:1:9: “groups” should be a list [field-list]\n  Write it as [one, two], or one on each line with “- ”.\n",
            id="a text for a list",
        ),
        pytest.param(
            "contact: Noor",
            f"p.yaml:1:10: “contact” should have fields of its own [field-mapping]\n{FIELDS_BELOW}",
            id="a text for fields",
        ),
        pytest.param(
            "hallo",
            f"p.yaml:1:1: “p.yaml” should have fields of its own [field-mapping]\n{FIELDS_BELOW}",
            id="a file that is one text",
        ),
        pytest.param(
            "- hallo",
            f"p.yaml:1:1: “p.yaml” should have fields of its own [field-mapping]\n{FIELDS_BELOW}",
            id="a file that is a list",
        ),
        pytest.param(
            "contact: {email: noor at samen}",
            "p.yaml:1:18: “noor at samen” is not an e-mail address [field-email]\n  Write it as name@organisation.nl.\n",
            id="not an e-mail address",
        ),
        pytest.param(
            "organisation: {website: www.samen.nl}",
            "p.yaml:1:25: “www.samen.nl” is not a web address [field-address]\n  Begin with https://.\n",
            id="not a web address",
        ),
        pytest.param(
            "groups: [{id: Rouw en verlies, name: A}]",
            "p.yaml:1:15: “Rouw en verlies” cannot be an id [field-id]\n"
            "  Use small letters, digits and hyphens, and no quotes: rouw-en-verlies.\n",
            id="an id with spaces",
        ),
    ],
)
def test_each_refusal_has_its_own_message_at_its_own_place(profile: str, message: str) -> None:
    assert problems_in(profile) == message


def test_everything_that_is_wrong_is_told_at_once() -> None:
    profile = "position: x\nfictitious: y z\ncontact: {email: z}\ngroups: [{name: A}, {id: b}]\n"
    places = [line.split(":")[1] for line in problems_in(profile).splitlines() if line.startswith("p.yaml")]
    assert sorted(places) == ["1", "2", "3", "4", "4"]


def test_a_long_value_is_named_by_its_beginning() -> None:
    assert "“" + "x" * 60 + "”" in problems_in(f"groups: [{{id: a, name: A, sessions: {'x' * 500}}}]")


def test_text_becomes_a_number_a_date_or_a_yes_only_where_the_field_asks_for_it() -> None:
    file = parse(
        "fictitious: yes\norganisation: {name: no}\n"
        "groups:\n  - {id: a, name: 12:30, sessions: 8, hours: 2.50, start: 2027-02-02,\n"
        "     time: 1.10, price: 010, place: 2027-01-01}\n",
        "p.yaml",
    )
    profile, found = validate(file, file.data, Profile)
    assert found == []
    assert profile
    group = profile.groups[0]
    assert (profile.fictitious, profile.organisation.name) == (True, "no")
    assert (group.sessions, group.hours, group.start) == (8, Decimal("2.50"), date(2027, 2, 2))
    assert (group.name, group.time, group.price, group.place) == ("12:30", "1.10", "010", "2027-01-01")


SOURCE = "{id: a, title: A, author: A, year: 1.10, type: practice, short: A}"


def test_a_list_keeps_what_is_right_and_tells_what_is_not() -> None:
    file = parse(f"- {SOURCE}\n- {{id: b}}\n- {SOURCE}\n- los\n", "s.yaml")
    values, found = validate_list(file, file.data, Source)
    assert [value and value.year for value in values] == ["1.10", None, "1.10", None]
    assert [str(one.location) for one in found] == ["s.yaml:2:3"] * 5 + ["s.yaml:4:3"]


def test_an_item_that_is_one_text_is_told_by_its_number() -> None:
    file = parse("- los\n", "s.yaml")
    assert told(validate_list(file, file.data, Entry)[1]) == (
        f"s.yaml:1:3: “1” should have fields of its own [field-mapping]\n{FIELDS_BELOW}"
    )


@pytest.mark.parametrize("text", ["a: b\n", "los\n"], ids=["fields", "text"])
def test_a_file_that_is_no_list_is_refused(text: str) -> None:
    file = parse(text, "s.yaml")
    assert told(validate_list(file, file.data, Source)[1]) == (
        "s.yaml:1:1: this file should be a list [file-not-list]\n  Begin every item with “- id: ...” at the start of a line.\n"
    )


def test_an_empty_file_is_an_empty_list() -> None:
    file = parse("", "s.yaml")
    assert validate_list(file, file.data, Source) == ((), [])
