"""What a template may not do or cannot find is told with its line; it opens no file, reads no clock and takes no chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit.project import shipped
from tests.factories import HEAD, refusal, shown_lines, write_files

AT = "templates/pitch/any.md.j2"
ONLY_PRINT = "  Templates only print values and loop over lists.\n"
COMPARE = "  Compare the line with the templates that come with pitchkit.\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(
            "een\n{{ organisaton.name }}\n",
            f"{AT}:8:1: there is nothing called “organisaton” here [template-unknown-name]\n  Did you mean “organisation”?\n",
            id="an unknown name",
        ),
        pytest.param(
            "{{ organisation.nmae }}\n",
            f"{AT}:7:1: there is nothing called “nmae” here [template-unknown-name]\n  Did you mean “name”?\n",
            id="an unknown field",
        ),
        pytest.param(
            "{% for entry in entries.punten %}\n{{ entry.titel }}\n{% endfor %}\n",
            f"{AT}:8:1: there is nothing called “titel” here [template-unknown-name]\n  Did you mean “title”?\n",
            id="an unknown field of an entry",
        ),
        pytest.param(
            "{% for entry in entries.puntjes %}{% endfor %}\n",
            f"{AT}:7:1: there is nothing called “puntjes” here [template-unknown-name]\n  Did you mean “punten”?\n",
            id="an unknown section",
        ),
        pytest.param(
            "{% if onzin %}x{% endif %}\n",
            f"{AT}:7:1: there is nothing called “onzin” here [template-unknown-name]\n",
            id="asking whether something unknown is there",
        ),
        pytest.param(
            "een\n\n{% for entry in entries.punten %}\n",
            f"{AT}:9:1: this template cannot be read: Unexpected end of template. Jinja was looking for the following tags:"
            " 'endfor' or 'else'. The innermost block that needs to be closed is 'for'. [template-syntax]\n"
            "  Look for a {% without its end on or before this line.\n",
            id="a loop without its end",
        ),
        pytest.param(
            "{{ organisation.name | hoofdletters }}\n",
            f"{AT}:7:1: this template cannot be read: No filter named 'hoofdletters'. [template-syntax]\n"
            "  Look for a {% without its end on or before this line.\n",
            id="an unknown filter",
        ),
        pytest.param(
            "\n{{ ''.__class__ }}\n",
            f"{AT}:8:1: a template may not do this: __class__ [template-forbidden]\n{ONLY_PRINT}",
            id="a way out",
        ),
        pytest.param(
            "{{ organisation._values }}\n",
            f"{AT}:7:1: a template may not do this: _values [template-forbidden]\n{ONLY_PRINT}",
            id="what a value keeps to itself",
        ),
        pytest.param(
            "{{ 'x' * 999999999 }}\n", f"{AT}:7:1: a template may not do this: * [template-forbidden]\n{ONLY_PRINT}", id="times"
        ),
        pytest.param(
            "{{ 9 ** 9 ** 9 }}\n",
            f"{AT}:7:1: a template may not do this: ** [template-forbidden]\n{ONLY_PRINT}",
            id="to the power",
        ),
        pytest.param(
            "{{ '%999999999d' % 1 }}\n",
            f"{AT}:7:1: a template may not do this: % [template-forbidden]\n{ONLY_PRINT}",
            id="padding",
        ),
        pytest.param(
            "{{ 'x'.ljust(999999999) }}\n",
            f"{AT}:7:1: a template may not do this: ljust() [template-forbidden]\n{ONLY_PRINT}",
            id="a method of a text",
        ),
        pytest.param(
            "{{ range(3) }}\n",
            f"{AT}:7:1: there is nothing called “range” here [template-unknown-name]\n",
            id="numbers out of nothing",
        ),
        pytest.param(
            '{% include "../../etc/passwd" %}\n',
            f"{AT}:7:1: there is no template “../../etc/passwd” [template-missing]\n",
            id="a file outside the folder",
        ),
        pytest.param(
            '{% include "/etc/passwd" %}\n',
            f"{AT}:7:1: there is no template “/etc/passwd” [template-missing]\n",
            id="a file by its whole path",
        ),
        pytest.param(
            '{% include "pitch/any.md.j2" %}\n',
            f"{AT}:7:1: this template includes itself [template-loop]\n  Take out the include that leads back here.\n",
            id="including itself",
        ),
        pytest.param(
            "{{ organisation }}\n",
            f"{AT}:7:1: this template failed here: Record has no words of its own: name a field of it, or loop over it"
            f" [template-failed]\n{COMPARE}",
            id="printing what has no words",
        ),
        pytest.param(
            "{{ organisation.name | date }}\n",
            f"{AT}:7:1: this template failed here: “Samen” is not a date [template-failed]\n{COMPARE}",
            id="a text for a date",
        ),
        pytest.param(
            "{{ 1 / 0 }}\n",
            f"{AT}:7:1: this template failed here: division by zero [template-failed]\n{COMPARE}",
            id="dividing by zero",
        ),
    ],
)
def test_what_a_template_may_not_do_or_cannot_find_is_told_with_its_line(tmp_path: Path, body: str, told: str) -> None:
    assert refusal(lambda: shown_lines(tmp_path, body)) == told


def test_a_mistake_in_an_included_file_is_told_in_that_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"templates/_delen/eigen.md.j2": "een\n{{ fout }}\n"})
    assert refusal(lambda: shown_lines(tmp_path, '{% include "_delen/eigen.md.j2" %}\n')) == (
        "templates/_delen/eigen.md.j2:2:1: there is nothing called “fout” here [template-unknown-name]\n"
    )


def test_a_mistake_in_a_title_is_told_in_its_template(tmp_path: Path) -> None:
    assert refusal(lambda: shown_lines(tmp_path, "x\n", head=HEAD.replace("Groepswerk", '"{{ fout }}"'))) == (
        f"{AT}: there is nothing called “fout” here [template-unknown-name]\n"
    )


def test_an_included_link_to_somewhere_else_is_not_there(tmp_path: Path) -> None:
    write_files(tmp_path, {"geheim.txt": "geheim", "templates/_delen/x": ""})
    (tmp_path / "templates/_delen/x").unlink()
    (tmp_path / "templates/_delen/x").symlink_to(tmp_path / "geheim.txt")
    assert refusal(lambda: shown_lines(tmp_path, '{% include "_delen/x" %}\n')) == (
        f"{AT}:7:1: there is no template “_delen/x” [template-missing]\n"
    )


def test_a_file_elsewhere_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    read = Path.read_bytes

    def watch(path: Path) -> bytes:
        opened.append(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", watch)
    shown_lines(tmp_path, "{{ organisation.name }}\n")
    assert tmp_path / AT in opened
    lent = (shipped("arguments") / "thesaurus.yaml", shipped("arguments") / "jargon.yaml")
    assert all(path.is_relative_to(tmp_path) or path.suffix == ".j2" or "cache" in path.parts or path in lent for path in opened)


@pytest.mark.parametrize(
    "body",
    [
        "{{ open('x') }}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{{ [1, 2] | random }}",
        "{{ 'x' | center(9) }}",
        "{{ now() }}",
        "{{ self.x }}",
    ],
)
def test_there_is_no_clock_no_chance_and_no_file_in_a_template(tmp_path: Path, body: str) -> None:
    assert f"{AT}:7:1: " in refusal(lambda: shown_lines(tmp_path, f"{body}\n"))
