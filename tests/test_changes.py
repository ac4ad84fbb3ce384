"""What changed in the argument: words marked, tags that went and came, entries that are the same under another id."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit.changes import entries, libraries, prose, words
from pitchkit.changes.entries import Retagging
from pitchkit.changes.libraries import Moved, State
from pitchkit.model import Entry, Source
from tests.factories import make_entry

# --- texts that read the same ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("een twee\ndrie", "een\ntwee drie\n", id="other line ends"),
        pytest.param("een\r\ntwee", "een\ntwee", id="line ends of Windows"),
        pytest.param("een  twee ", "een twee", id="spaces"),
        pytest.param("een\n\n\n\ntwee", "een\n\ntwee", id="empty lines"),
        pytest.param('zo\'n "groep" - hier...', "zo’n “groep” – hier…", id="typography"),
        pytest.param("e\u0301e\u0301n", "één", id="letters with an accent"),
        pytest.param("niet\u00a0breken", "niet breken", id="a space that does not break"),
        pytest.param("sinds\n2026. Daarna", "sinds 2026. Daarna", id="a year that landed at the start of a line"),
        pytest.param("kosten\n– en baten", "kosten – en baten", id="a dash that landed at the start of a line"),
        pytest.param("- een\n- twee\n  vervolg", "- een\n\n- twee vervolg", id="items set apart"),
    ],
)
def test_a_text_reads_the_same_however_it_is_typed(one: str, other: str) -> None:
    assert prose.canonical(one) == prose.canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("een groep", "een Groep", id="a capital"),
        pytest.param("een groep", "een groepje", id="a word"),
        pytest.param("een. twee", "een.\n\ntwee", id="a paragraph"),
        pytest.param("een - twee", "een\n- twee", id="an item"),
        pytest.param("1. een 2. twee", "1. een\n2. twee", id="a numbered item"),
        pytest.param("| a | b", "| a\n| b", id="a row"),
        pytest.param("niet goed", "**niet** goed", id="stress"),
    ],
)
def test_a_text_that_reads_otherwise_is_another_text(one: str, other: str) -> None:
    assert prose.canonical(one) != prose.canonical(other)


@given(st.text(alphabet=st.sampled_from("ab1.-*|# \n\u00a0’'")))
def test_no_sign_of_how_it_was_typed_is_left(text: str) -> None:
    read = prose.canonical(text)
    assert read.split() == prose.fold(text).split()
    assert read == prose.canonical(text.replace("\n", "\r\n") + "\n\n")


# --- words -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        pytest.param("Dat lucht vaak op.", "Dat lucht soms op.", "Dat lucht [-vaak-]{+soms+} op.", id="a word for a word"),
        pytest.param("Dat lucht op.", "Dat lucht vaak op.", "Dat lucht {+vaak+} op.", id="a word more"),
        pytest.param("Dat lucht vaak op.", "Dat lucht op.", "Dat lucht [-vaak-] op.", id="a word less"),
        pytest.param("", "Nieuw.", "{+Nieuw.+}", id="a new text"),
        pytest.param("Oud.", "", "[-Oud.-]", id="a text that is gone"),
        pytest.param("een zo'n\ntwee", "een zo’n twee", "een zo’n twee", id="nothing that counts"),
        pytest.param("Het is wel goed", "Dat is niet goed", "[-Het is wel-]{+Dat is niet+} goed", id="two changes a word apart"),
        pytest.param("Een. Twee.", "Een.\n\nTwee.", "Een. [-Twee-]\n{+Twee+}.", id="a new paragraph"),
        pytest.param("Een zin.", "Een zin!", "Een zin[-.-]{+!+}", id="a sign"),
    ],
)
def test_words_that_went_and_came_are_marked(before: str, after: str, shown: str) -> None:
    assert words.plain(words.pieces(before, after)) == shown


def test_markdown_strikes_through_what_went() -> None:
    assert words.markdown(words.pieces("Dat lucht vaak op.", "Dat lucht soms op.")) == "Dat lucht ~~vaak~~**soms** op."


def test_what_stayed_is_cut_to_the_words_beside_a_change() -> None:
    long = " ".join(f"w{number}" for number in range(60))
    shown = words.plain(words.in_short(words.pieces(f"a {long} b", f"x {long} y"), 2))
    assert shown == "[-a-]{+x+} w0 w1 … w58 w59 [-b-]{+y+}"


_TEXTS = st.lists(st.sampled_from(["een", "twee", ",", ".", "groep", "zo'n"]), max_size=12).map(" ".join)


@given(_TEXTS, _TEXTS)
def test_pieces_hold_both_texts_whole(before: str, after: str) -> None:
    every = words.pieces(before, after)
    for mark, text in (("removed", before), ("added", after)):
        kept = "".join(piece.space + piece.text for piece in every if piece.mark in ("same", mark))
        assert kept.split() == text.split()


# --- entries -----------------------------------------------------------------------------------------------------

BASE: dict[str, Any] = {
    "text": "Een\ntekst.",
    "short": "Kort.",
    "audiences": ["gemeente", "collegas"],
    "versions": {"gemeente": {"text": "Voor u."}},
    "themes": ["kosten"],
    "certainty": "mogelijk",
    "evidence": [{"source": "werkboek", "place": "blz. 3"}],
}


def changed(**fields: object) -> tuple[list[str], list[Retagging]]:
    change = entries.compare(make_entry(**BASE), make_entry(**(BASE | fields)))
    return ["/".join(one.steps) for one in change.rewordings], list(change.retaggings)


@pytest.mark.parametrize(
    ("fields", "reworded", "retagged"),
    [
        ({"text": "Een tekst."}, [], []),
        ({"silence": [{"code": "x", "reason": "y"}]}, [], []),
        ({"audiences": ["collegas", "gemeente"]}, [], []),
        ({"text": "Iets anders."}, ["text"], []),
        ({"short": None}, ["short"], []),
        ({"versions": {"gemeente": {"text": "Voor ons."}}}, ["versions/gemeente/text"], []),
        ({"versions": {}}, ["versions/gemeente/text"], []),
        ({"certainty": "aannemelijk"}, [], [Retagging("certainty", ("mogelijk",), ("aannemelijk",))]),
        ({"audiences": ["gemeente", "clienten"]}, [], [Retagging("audiences", ("collegas",), ("clienten",))]),
        ({"weight": 60}, [], [Retagging("weight", ("50",), ("60",))]),
        (
            {"evidence": [{"source": "werkboek", "place": "blz. 4"}]},
            [],
            [Retagging("evidence", ("werkboek (blz. 3)",), ("werkboek (blz. 4)",))],
        ),
        ({"valid_until": "2027-01-01"}, [], [Retagging("valid_until", (), ("2027-01-01",))]),
        (
            {"consent": {"purposes": ["pitch"], "withdrawn": True}},
            [],
            [Retagging("consent", (), ("purposes pitch, withdrawn yes",))],
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) and value else "",
)
def test_a_change_is_told_by_what_it_is(fields: dict[str, Any], reworded: list[str], retagged: list[Retagging]) -> None:
    assert changed(**fields) == (reworded, retagged)


# --- libraries ---------------------------------------------------------------------------------------------------

LONG = "Deelnemers die elkaar na afloop blijven zien houden langer vast wat zij samen hebben geleerd in de groep."


def state(*every: Entry, sources: tuple[Source, ...] = (), file: str = "a.yaml") -> State:
    return State({one.id: one for one in every}, {one.id: one for one in sources}, {one.id: file for one in every})


def test_entries_come_go_and_change_by_their_ids() -> None:
    difference = libraries.compare(
        state(make_entry("weg"), make_entry("blijft"), make_entry("anders")),
        state(make_entry("nieuw", kind="tip"), make_entry("blijft"), make_entry("anders", title="Anders")),
    )
    assert [one.id for one in difference.added] == ["nieuw"]
    assert [one.id for one in difference.removed] == ["weg"]
    assert [one.after.id for one in difference.changed] == ["anders"]


def test_an_entry_that_kept_most_of_its_words_was_renamed() -> None:
    old, new = make_entry("oud", text=LONG, title="Zien"), make_entry("nieuw", text=LONG + " Soms.", title="Zien")
    difference = libraries.compare(state(old), state(new))
    (change,) = difference.changed
    assert (change.before.id, change.after.id, difference.added, difference.removed) == ("oud", "nieuw", (), ())


def test_an_entry_of_another_kind_is_another_entry() -> None:
    difference = libraries.compare(state(make_entry("oud", text=LONG)), state(make_entry("nieuw", text=LONG, kind="tip")))
    assert (len(difference.added), len(difference.removed), difference.changed) == (1, 1, ())


def test_the_most_alike_are_a_pair() -> None:
    old = make_entry("oud", text=LONG, title="x")
    near, far = make_entry("na", text=LONG, title="x"), make_entry("ver", text=LONG[:-30], title="x")
    difference = libraries.compare(state(old), state(far, near))
    assert [one.after.id for one in difference.changed] == ["na"]
    assert [one.id for one in difference.added] == ["ver"]


def test_another_file_is_no_change() -> None:
    difference = libraries.compare(state(make_entry()), state(make_entry(), file="b.yaml"))
    assert not difference
    assert difference.moved == (Moved("een", "a.yaml", "b.yaml"),)


def test_sources_are_part_of_the_argument() -> None:
    before, after = (
        Source(id="werkboek", title="Werkboek", author="A", year=year, type="practice", short="A") for year in ("2020", "2021")
    )
    difference = libraries.compare(state(sources=(before,)), state(sources=(after,)))
    assert [one.retaggings for one in difference.sources_changed] == [(Retagging("year", ("2020",), ("2021",)),)]
    assert difference
