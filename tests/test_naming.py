"""A check finds a name in a template that nothing answers to, at its letter, and never one that a build would find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pitchkit import project
from pitchkit.checking import check
from pitchkit.diagnostics import ContentError
from pitchkit.project import shipped
from pitchkit.templating.context import Contexts
from pitchkit.templating.finding import TemplateFolders, find_templates
from pitchkit.templating.reading import naming, placing, shapes
from tests.factories import HEAD, PROFILE, TODAY, compose, make_workspace, told

AT = "templates/pitch/any.md.j2"


def found_in(folder: Path, body: str, *, head: str = HEAD, **parts: str) -> list[str]:
    """Return where in a template and its parts which names are told, and what may have been meant."""
    make_workspace(folder, template=head + body, **parts)
    found = [one for one in check(project.find(folder), TODAY).problems if one.code.startswith("template-")]
    for one in found:
        assert one.code == "template-unknown-name", told(found)
    values = [(one.location, dict(one.values)) for one in found]
    return [f"{where}: {said['name']} → {said['suggestion']}".removeprefix(f"{AT}:") for where, said in values]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Beste {{ organisatie.name }}", "7:10: organisatie → organisation"),
        ("{{ organisation.nam }}", "7:17: nam → name"),
        ("Bel:\n\n  {{ contact.fax }}", "9:14: fax → "),
        ('{{ contact["emial"] }}', "7:13: emial → email"),
        ("{{ date | datum }}", "7:11: datum → date"),
        ("{% if contact.phone is defind %}x{% endif %}", "7:24: defind → defined"),
        ("{% for entry in entries.punten %}{{ entry.titel }}{% endfor %}", "7:43: titel → title"),
        ("{% for entry in entries.puntn %}{{ entry.titel }}{% endfor %}", "7:25: puntn → punten"),
        ("{% for e in entries.punten.by_thema %}{% endfor %}", "7:28: by_thema → by_theme"),
        ("{% for t in entries.punten.by_theme %}{% for e in t.entries %}{{ e.txt }}{% endfor %}{% endfor %}", "7:68: txt → text"),
        ("{% for e in entries.punten %}{% for a in e.answers %}{{ a.lin }}{% endfor %}{% endfor %}", "7:59: lin → line"),
        ("{% for e in entries.punten %}{{ loop.frist }}{% endfor %}", "7:38: frist → first"),
        ("{% for g in groups %}{{ g.participants.plan }}{% endfor %}", "7:40: plan → planned"),
        ("{{ figures.wachtlijst.yaer }}", "7:23: yaer → year"),
        ("{{ (entries.punten | first).titel }}", "7:29: titel → title"),
        ("{% set punt = entries.punten[0] %}{{ punt.titel }}", "7:43: titel → title"),
        ("{% macro naam(x) %}{{ x.y }}{{ contat.name }}{% endmacro %}{{ naam(contact) }}", "7:32: contat → contact"),
        ("{{ offer.title }}", "7:4: offer → "),
    ],
)
def test_a_name_that_nothing_answers_to_is_told_at_its_letter(tmp_path: Path, body: str, expected: str) -> None:
    assert found_in(tmp_path, f"{body}\n") == [expected]


def test_each_is_told_where_it_stands_though_the_line_has_it_twice(tmp_path: Path) -> None:
    assert found_in(tmp_path, "{{ contact.fax }} of {{ contact.fax }}\n") == ["7:12: fax → ", "7:33: fax → "]


def test_names_in_the_head_are_told_in_the_head(tmp_path: Path) -> None:
    head = '---\ntitle: Van {{ organisation.nam }}\nsubtitle: "Aan {{ audience.raeder }}"\naudiences: [gemeente]\n---\n'
    assert found_in(tmp_path, "x\n", head=head) == ["2:28: nam → name", "3:28: raeder → reader"]


@pytest.mark.parametrize(
    "body",
    [
        "{% set x = organisation %}{{ x.name }}{% set x = groups %}{% for one in x %}{{ one.name }}{% endfor %}",
        "{% if groups %}{% set x = organisation %}{% else %}{% set x = contact %}{% endif %}{{ x.wat }}",
        "{% for x in groups %}{{ loop.index }} {{ loop.depth0 }} {{ loop.previtem }}{% else %}{{ groups }}{% endfor %}",
        "{% if foo is defined %}{{ foo.bar }}{% endif %}{{ contact.fax | default('geen') }}{{ bar | d('') }}",
        "{% if contact.fax is undefined %}x{% else %}{{ contact.fax }}{% endif %}",
        "{% macro m(a, b=1) %}{{ a.x }}{{ b }}{{ caller() }}{{ varargs }}{% endmacro %}{% call m(1) %}x{% endcall %}",
        "{% with a = contact.name, b = groups %}{{ a }}{{ b }}{% endwith %}",
        "{% set a, b = 1, 2 %}{{ a }}{{ b }}{% set blok %}x{% endset %}{{ blok.y }}",
        "{% for a, b in [(1, 2)] %}{{ a.x }}{{ b.y }}{% endfor %}",
        "{% from '_delen/aantal.md.j2' import van %}{{ van('1', 'a', 'b') }}",
        "{{ costs.wat_dan_ook }}{{ request }}{{ field('x') }}{{ date.year }}{{ figures.alles }}{{ position }}",
        "{% for one in entries.punten | sort(attribute='title') %}{{ one.title | upper | indent(2) }}{% endfor %}",
        "{% for one in entries.punten if one.length == 'full' %}{{ one.themes | join(', ') }}{% endfor %}",
        "{{ groups[0].name }}{{ groups | map(attribute='name') | join }}{{ municipality.aims[0].text }}{{ aims[0].adds }}",
        "{# {{ organisatie }} #}{% raw %}{{ organisatie }}{% endraw %}",
        "{% block een %}{{ contact.name }}{% endblock %}{{ self.een() }}",
        "{{ group.recognition.name }}{{ group.type }}{{ audience.people }}{{ draft }}{{ 'x' if fictitious else 'y' }}",
    ],
)
def test_what_may_be_right_is_left_alone(tmp_path: Path, body: str) -> None:
    assert found_in(tmp_path, f"{body}\n") == []


def test_a_part_sees_what_is_set_where_it_is_included(tmp_path: Path) -> None:
    part = {"templates/_delen/eigen.md.j2": "{% for one in lijst %}\n- {{ one.titel }}\n{% endfor %}\n"}
    body = '{% set lijst = entries.punten %}\n{% include "_delen/eigen.md.j2" %}\n'
    assert found_in(tmp_path, body, **part) == ["templates/_delen/eigen.md.j2:2:10: titel → title"]


def test_a_part_may_ask_behind_a_condition_for_what_only_another_template_has(tmp_path: Path) -> None:
    part = '{% if document == "memo" %}{% for one in entries.kern %}{{ one.text }}{% endfor %}{% endif %}\n'
    include = '{% include "_delen/eigen.md.j2" %}\n'
    files = {"templates/_delen/eigen.md.j2": part}
    assert found_in(tmp_path / "een", include, **files) == ["templates/_delen/eigen.md.j2:1:50: kern → "]
    memo = HEAD.replace("punten", "kern") + include
    assert found_in(tmp_path / "twee", include, **files, **{"templates/memo/any.md.j2": memo}) == []


def test_a_name_that_a_part_lacks_is_told_for_the_one_template_that_does_not_give_it(tmp_path: Path) -> None:
    files = {
        "templates/_delen/eigen.md.j2": "{{ groet }}\n",
        "templates/memo/any.md.j2": HEAD + '{% set groet = "Dag" %}{% include "_delen/eigen.md.j2" %}\n',
    }
    body = '{% include "_delen/eigen.md.j2" %}\n'
    assert found_in(tmp_path, body, **files) == ["templates/_delen/eigen.md.j2:1:4: groet → group"]


def test_parts_that_include_each_other_come_to_an_end(tmp_path: Path) -> None:
    one, other = "templates/_delen/een.md.j2", "templates/_delen/twee.md.j2"
    parts = {one: '{% include "_delen/twee.md.j2" %}\n', other: '{% include "_delen/een.md.j2" %}{{ contat }}\n'}
    assert found_in(tmp_path, '{% include "_delen/een.md.j2" %}\n', **parts) == [f"{other}:1:36: contat → contact"]


def test_of_the_shipped_templates_nothing_is_told() -> None:
    folders = TemplateFolders((shipped("templates"),), str)
    templates, _ = find_templates(folders, ["gemeente", "manager", "collegas", "netwerkpartners", "clienten"])
    assert len(templates) > 10
    assert list(naming.problems(folders, templates)) == []


def test_every_name_that_a_template_gets_is_known_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, object]] = []
    really = Contexts.of

    def of(self: Contexts, *args: Any) -> dict[str, object]:  # noqa: ANN401 - as the method has them
        given.append(really(self, *args))
        return given[-1]

    monkeypatch.setattr(Contexts, "of", of)
    profile = PROFILE + "groups: [{id: een, name: Een}]\nfigures: {a: {value: 1, unit: x, year: 2026, source: s}}\n"
    make_workspace(tmp_path, profile=profile + "municipality: {aims: [{text: A, serves: [netwerk]}]}\noutcomes: [{text: B}]\n")
    compose(tmp_path)
    roots = shapes.roots(("punten",), has_offer=False)
    assert set(given[0]) == set(roots)
    assert set(shapes.roots((), has_offer=True)) - set(roots) == {"offer"}
    for name in ("organisation", "contact", "municipality", "audience", "group"):
        assert set(given[0][name].names()) == set(shapes.names(roots[name]) or ()), name  # type: ignore[attr-defined]
    for name in ("groups", "outcomes"):
        assert set(given[0][name][0].names()) == set(shapes.names(shapes.item(roots[name])) or ()), name  # type: ignore[index]
    figure = given[0]["figures"]["a"]  # type: ignore[index]
    assert set(vars(figure)) == set(shapes.names(shapes.member(roots["figures"], "a")) or ())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n  {% for x in y %}\n{% set z = 1 %}{% if a %}b{% endif %}\ntekst\n", "x:2:3"),
        ("een\n{{ a } b", "x:2:6"),
        ("{% if x %}\n{% endfor %}", "x:2:4"),
        ("{{ a b }}", "x:1:6"),
        ("{{ 'abc }}", "x:1:4"),
        ("{# open", "x:1:3"),
        ("een {{ a", "x:1:8"),
        ("  {% set a %}\n", "x:1:3"),
    ],
)
def test_what_cannot_be_read_is_told_to_the_column(text: str, place: str) -> None:
    with pytest.raises(ContentError) as caught:
        placing.read_file(text, "x")
    assert [str(one.location) for one in caught.value.diagnostics] == [place]
