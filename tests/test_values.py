"""What a profile says comes through literally, in Markdown and in Word: words in are words out."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pitchkit import outline, pipeline, project
from pitchkit.document import Document
from pitchkit.parties import Contact, Municipality, Organisation
from pitchkit.profile import Group, Profile
from pitchkit.profiles import LoadedProfile
from pitchkit.signs import forbidden_sign
from pitchkit.writers import docx, markdown
from tests.conftest import Run
from tests.factories import HEAD, make_request, make_workspace
from tests.writers.wordfile import NAMES, WordFile, words

EVERYWHERE = HEAD.replace("title: Groepswerk", "title: '{{ organisation.name }}'") + (
    "::: box {{ organisation.name }}\n{{ contact.name }}\n:::\n\n"
    "## {{ organisation.name }}\n\n{{ contact.name }} vraagt iets.\n\n"
    "| a | b |\n| --- | --- |\n| {{ organisation.name }} | {{ contact.name }} |\n\n> {{ organisation.name }}\n\n"
    "{% for group in groups %}\n- **{{ group.name }}**: {{ group.goal }}\n{% endfor %}\n\n1. {{ municipality.name }}\n"
)
NASTY = [
    "<naam> & Zn. *nieuw*",
    "[x](https://y.nl)",
    "![x](y)",
    "{{ x }}",
    "{% if x %}",
    "{?x}",
    "{+x}",
    "| a |",
    "# x",
    "## x ##",
    "1. x",
    "1) x",
    "- x",
    "+ x",
    "- [ ] x",
    "> x",
    "::: box",
    ":::",
    "---",
    "===",
    "```x```",
    "~~x~~",
    "__x__",
    "a_b_c",
    "https://x.nl/a_b?c=1&copy=2",
    "www.x.nl",
    "jan@x.nl",
    "&amp; &#35; &copy;",
    "[^1] en [^1]: x",
    "\\ en \\* en \\\\",
    '\'t is "raak" ...',
    "😀 👩‍👩‍👧 é e\u0301 ﬁ",
    "مرحبا بكم",
    "שלום (2026) a",
    "a\u00adb\u200bc\u00a0d",
    "x\\",
    "%s {0} %(x)s",
    "]]> <!-- x --> <![CDATA[",
    "no",
    "12:30",
    "1.10",
]


def in_markdown(document: Document) -> list[str]:
    """Return what any reader of CommonMark with tables shows, line by line."""
    page = MarkdownIt("commonmark").enable("table").render(markdown.write(document).decode())
    parts = re.split(r"<[^>]+>", re.sub(r"</?(?:strong|em)>", "", page))
    return [html.unescape(part).strip("\n") for part in parts if part.strip("\n")]


def in_word(document: Document) -> list[str]:
    body = WordFile(docx.write(document)).body
    return [words(paragraph) for paragraph in body.iterfind(".//w:p", NAMES)]


def expected(value: str, other: str) -> list[str]:
    return [
        value,
        other,
        value,
        f"{other} vraagt iets.",
        "a",
        "b",
        value,
        other,
        value,
        f"{value}: {other}",
        f"{other}: {value}",
        value,
    ]


def tidy(lines: Iterable[str]) -> list[list[str]]:
    return [line.split() for line in lines if line.strip()]


Say = Callable[[str, str], Document]


@pytest.fixture(scope="module")
def say(tmp_path_factory: pytest.TempPathFactory) -> Say:
    """Make a document that says two values in a title, a box, a heading, a sentence, a table, a quote and two lists."""
    kit = pipeline.open_kit(project.find(make_workspace(tmp_path_factory.mktemp("waarden"), template=EVERYWHERE)))

    def make(value: str, other: str) -> Document:
        profile = Profile(
            organisation=Organisation(name=value),
            contact=Contact(name=other),
            municipality=Municipality(name=value),
            groups=(Group(id="a", name=value, goal=other), Group(id="b", name=other, goal=value)),
        )
        (composition,) = pipeline.compose(replace(kit, profile=LoadedProfile(profile, None)), make_request())
        return composition.document

    return make


@pytest.mark.parametrize("value", NASTY)
def test_a_value_comes_through_literally_in_every_place_and_format(say: Say, value: str) -> None:
    document = say(value, "Noor")
    assert document.title == value
    assert list(outline.block_texts(document.blocks)) == expected(value, "Noor")
    assert in_markdown(document)[-12:] == expected(value, "Noor")
    assert in_word(document)[-12:] == expected(value, "Noor")


_VALUES = (
    st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="€"), max_size=60)
    .map(str.strip)
    .filter(lambda text: text != "" and forbidden_sign(text) is None)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=_VALUES, other=_VALUES)
def test_words_in_are_words_out(say: Say, value: str, other: str) -> None:
    document = say(value, other)
    assert tidy(in_markdown(document))[-12:] == tidy(expected(value, other))
    assert tidy(in_word(document))[-12:] == tidy(expected(value, other))


def test_an_amount_gets_the_space_that_does_not_break(say: Say) -> None:
    document = say("€ 5 of €12,50", "Noor")
    assert document.title == "€\u00a05 of €\u00a012,50"
    assert in_word(document)[-1] == document.title


def test_lines_that_were_typed_become_one_line_with_the_same_words(say: Say) -> None:
    document = say("een\n\n# twee\n- drie\n\tvier", "Noor")
    assert in_word(document)[-1] == "een # twee - drie vier"
    assert in_markdown(document)[-1] == "een # twee - drie vier"


def test_ten_thousand_words_come_through(say: Say) -> None:
    value = " ".join(f"woord{number}" for number in range(10_000))
    document = say(value, "Noor")
    assert in_word(document)[-1] == value
    assert in_markdown(document)[-1] == value


@pytest.mark.parametrize("value", NASTY)
def test_a_value_comes_through_from_the_file_to_the_document(run: Run, tmp_path: Path, value: str) -> None:
    profile = yaml.safe_dump({"organisation": {"name": value}}, allow_unicode=True)
    make_workspace(tmp_path, template=EVERYWHERE, profile=profile)
    run("build", "-a", "gemeente", "--date", "2026-11-22")
    paragraphs = [
        words(one) for one in WordFile((tmp_path / "output/pitch-gemeente.docx").read_bytes()).body.iterfind(".//w:p", NAMES)
    ]
    assert paragraphs.count(value) >= 4
