"""What is said twice is found in whatever order and with whatever slip of the pen; what only sounds alike is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit import project
from pitchkit.checking import check
from pitchkit.duplicates import Told, contained, near_duplicates, near_titles, repeats
from tests.factories import ENTRIES, TODAY, make_workspace, told

OTHER = "Een begeleider die een middag met mensen werkt, spreekt er meer dan met losse gesprekken, en dat scheelt uren"
ALL = frozenset({"gemeente"})
SAID = "Buren uit een wijkgroep komen elkaar later in de straat weer tegen en groeten elkaar dan eerder."


def two(first: str, second: str) -> list[Told]:
    return [Told("een", first, ALL), Told("twee", second, ALL)]


@pytest.mark.parametrize(
    "other",
    [
        SAID,
        "Buren uit een wijkgroep komen elkaar later vaak in de straat weer tegen en groeten elkaar dan.",
        "Later komen buren uit een wijkgroep elkaar in de straat weer tegen, en dan groeten zij elkaar eerder.",
        "Buren uit een **wijkgroep** komen elkaar later in de straat weer tegen en groetten elkaar dan eerdr.",
    ],
    ids=["the same", "a word more and one less", "in another order", "with marks and slips"],
)
def test_near_duplicates_are_found(other: str) -> None:
    ((first, second),) = [(one.first, one.second) for one in near_duplicates(two(SAID, other))]
    assert (first, second) == (0, 1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SAID, "Een begeleider die een middag met een groep werkt, spreekt meer mensen dan met losse gesprekken."),
        ("Groepen helpen mensen.", "Groepen helpen mensen die elkaar nog niet kennen en iets van elkaar willen leren."),
        ("Dat kan jou goed doen.", "Dat kan jou goed doen."),
        (
            SAID,
            SAID + " Wie nieuw is in de wijk, heeft daar soms veel aan, ook als de groep al lang voorbij is en de winter komt.",
        ),
    ],
    ids=["something else", "a few words within a long text", "too short to count", "part of a text twice as long"],
)
def test_what_only_sounds_alike_is_left_alone(first: str, second: str) -> None:
    assert list(near_duplicates(two(first, second))) == []


def test_a_title_within_a_longer_one_says_less_and_is_no_duplicate() -> None:
    assert list(near_titles(two("Is een groep wel goedkoper?", "Een groep is mogelijk goedkoper dan hulp aan ieder apart"))) == []
    assert list(near_titles(two("Buren leren elkaar kennen in een groep", "In een groep leren buren elkaar kennen")))


def test_texts_of_one_owner_or_for_other_readers_are_not_compared() -> None:
    assert list(near_duplicates([Told("een", SAID, ALL), Told("een", SAID, ALL)])) == []
    assert list(near_duplicates([Told("een", SAID, ALL), Told("twee", SAID, frozenset({"clienten"}))])) == []


def test_a_sentence_that_stands_in_two_texts_is_found_where_it_stands_in_the_second() -> None:
    texts = two(f"{SAID} Zo is dat.", f"Iets anders komt eerst. {SAID} En dan nog veel meer over een ander onderwerp.")
    ((first, second, start),) = [(one.first, one.second, one.start) for one in repeats(texts)]
    assert (first, second) == (0, 1)
    assert texts[1].text[start:].startswith("Buren uit")
    assert list(repeats(two("Dat kan helpen. Zo is het.", "Dat kan helpen. Zo was het."))) == []


def test_a_text_that_stands_whole_in_a_longer_one_is_found_in_whatever_order() -> None:
    part = "Buren uit een wijkgroep komen elkaar **later** weer tegen."
    whole = f"Een groep duurt maar even. Toch blijft er iets. {part.replace('*', '').rstrip('.')}, en zij groeten elkaar eerder."
    assert [(one.part, one.whole) for one in contained(two(part, whole))] == [(0, 1)]
    assert [(one.part, one.whole) for one in contained(two(whole, part))] == [(1, 0)]
    assert list(contained(two("Dat kan jou goed doen.", "Wij denken dat kan jou goed doen. Echt waar, en nog veel meer."))) == []
    assert list(contained(two(part, part))) == []
    assert list(contained([Told("een", part, ALL), Told("twee", whole, frozenset({"clienten"}))])) == []


words = st.lists(
    st.sampled_from(("groep", "buur", "mens", "hulp", "vraag", "geld", "kind", "werk", "rust", "plan")), min_size=8, max_size=30
)


@given(words, words)
def test_likeness_is_the_same_from_both_sides_and_a_text_is_like_itself(first: list[str], second: list[str]) -> None:
    one, other = " ".join(first), " ".join(second)
    assert bool(list(near_duplicates(two(one, other)))) == bool(list(near_duplicates(two(other, one))))
    assert [found.score for found in near_duplicates(two(one, one))] == [100]


ENTRY = "- {id: %s, kind: tip, title: '%s', text: '%s', audiences: [%s]}\n"


def found_in(folder: Path, *entries: tuple[str, str, str, str]) -> str:
    make_workspace(folder, entries=ENTRIES + "".join(ENTRY % one for one in entries))
    return told(one for one in check(project.find(folder), TODAY).warnings if one.code.startswith("duplicate-"))


def test_each_pair_is_told_once_at_the_second(tmp_path: Path) -> None:
    first, second = SAID.rstrip("."), SAID.replace("straat", "buurt").rstrip(".")
    found = found_in(tmp_path, ("a", "Een", first, "gemeente"), ("b", "Twee", second, "gemeente"))
    assert found == (
        "arguments/entries/alles.yaml:11:44: this text of “b” says nearly the same as “a” (arguments/entries/alles.yaml:10:43),"
        " in the same words [duplicate-text]\n"
        "  Make one entry of the two, or let each say what only it says.\n"
    )
    assert found_in(tmp_path, ("a", "Een", first, "gemeente"), ("b", "Twee", second, "collegas")) == ""


def test_a_text_within_a_longer_one_is_told_at_the_shorter_also_when_it_comes_later(tmp_path: Path) -> None:
    long = (
        "lang",
        "Lang",
        f"Een groep duurt maar even. Toch blijft er iets over. {SAID.rstrip('.')}, en dat blijft zo.",
        "gemeente",
    )
    long = (*long[:2], long[2] + " Wie er niet bij was, hoort het van een ander en komt de keer daarop mee.", long[3])
    assert found_in(tmp_path, long) == ""
    found = found_in(tmp_path, long, ("kort", "Kort", SAID, "gemeente"))
    assert found == (
        "arguments/entries/alles.yaml:11:47: all of this text of “kort” is contained in “lang”"
        " (arguments/entries/alles.yaml:10:47) [duplicate-contained]\n"
        "  Let the longer one leave it out, or make one entry of the two.\n"
    )


def test_titles_and_sentences_are_told_as_well(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        ("a", "Buren leren elkaar in een groep goed kennen", f"{SAID} Dit is waar.", "gemeente"),
        (
            "b",
            "In een groep leren buren elkaar goed kennen",
            f"{OTHER}. {SAID} Maar wie alleen wil praten, krijgt daarvoor een eigen plek en een eigen moment",
            "gemeente",
        ),
    )
    assert [line.rpartition(" ")[2] for line in found.splitlines() if "[" in line] == [
        "[duplicate-title]",
        "[duplicate-sentence]",
    ]
