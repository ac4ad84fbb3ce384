"""The choice within the limits is the best one there is: compared with every possible choice, and with rules that always hold."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pitchkit.offers.fitting.solving import fit
from pitchkit.offers.fitting.task import Length, Option, Room, Task


def option(question: str, entry: str, words: int, value: str, length: Length = "full") -> Option:
    return Option(question, entry, length, words, Decimal(value))


def task(*options: Option, rooms: dict[str, int] | None = None, whole: int | None = None, answered: tuple[str, ...] = ()) -> Task:
    questions = tuple(sorted({one.question for one in options}))
    limits = [Room(name, (name,), words) for name, words in (rooms or {}).items()]
    limits += [Room("whole", questions, whole)] if whole is not None else []
    return Task(questions, options, tuple(limits), frozenset(answered))


def chosen(one: Task) -> set[tuple[str, str, str]]:
    return {choice.sort_key for choice in fit(one).chosen}


def every_choice(one: Task) -> Iterator[tuple[Option, ...]]:
    """Yield every choice that keeps the rules, by trying all."""
    for picks in product((False, True), repeat=len(one.options)):
        picked = tuple(option for option, is_in in zip(one.options, picks, strict=True) if is_in)
        entries = [option.entry for option in picked]
        fits = all(
            sum(option.words for option in picked if option.question in room.questions) <= room.words for room in one.rooms
        )
        if fits and len(set(entries)) == len(entries):
            yield picked


def test_an_entry_stands_once_in_the_offer_where_it_is_worth_most() -> None:
    assert chosen(task(option("k1", "a", 10, "5"), option("k2", "a", 10, "9"))) == {("k2", "a", "full")}


def test_an_entry_has_one_wording() -> None:
    assert chosen(task(option("k1", "a", 10, "5"), option("k1", "a", 4, "3", "short"))) == {("k1", "a", "full")}


def test_the_short_wording_stands_in_where_the_full_one_does_not_fit() -> None:
    both = (option("k1", "a", 10, "5"), option("k1", "a", 4, "3", "short"))
    assert chosen(task(*both, rooms={"k1": 9})) == {("k1", "a", "short")}


def test_two_small_entries_go_before_one_large_one_that_is_worth_less_than_both() -> None:
    three = (option("k1", "groot", 10, "5"), option("k1", "klein-a", 5, "3"), option("k1", "klein-b", 5, "3"))
    assert chosen(task(*three, rooms={"k1": 10})) == {("k1", "klein-a", "full"), ("k1", "klein-b", "full")}


def test_an_answer_to_every_question_goes_before_more_value() -> None:
    rivals = (option("k1", "a", 10, "100"), option("k1", "b", 1, "1"), option("k2", "c", 9, "1"))
    assert chosen(task(*rivals, whole=10)) == {("k1", "b", "full"), ("k2", "c", "full")}


def test_a_question_with_an_answer_of_its_own_does_not_claim_room() -> None:
    rivals = (option("k1", "a", 10, "100"), option("k2", "c", 9, "1"))
    assert chosen(task(*rivals, whole=10, answered=("k2",))) == {("k1", "a", "full")}


def test_what_somebody_wants_goes_before_what_is_worth_more() -> None:
    rivals = (option("k1", "a", 10, "100"), replace(option("k1", "b", 10, "0"), is_fixed=True))
    assert chosen(task(*rivals, rooms={"k1": 10})) == {("k1", "b", "full")}


def test_an_entry_that_answers_nothing_is_no_answer() -> None:
    found = fit(task(option("k1", "a", 10, "0")))
    assert (found.chosen, found.unanswered) == ((), ("k1",))


def test_what_is_left_out_is_told_once_for_each_question() -> None:
    options = (option("k1", "a", 10, "5"), option("k1", "b", 10, "4"), option("k1", "b", 8, "3", "short"))
    found = fit(task(*options, rooms={"k1": 10}))
    assert [one.sort_key for one in found.left_out] == [("k1", "b", "full")]


def test_without_room_nothing_is_chosen_and_every_question_is_named() -> None:
    found = fit(task(option("k1", "a", 10, "5"), option("k2", "b", 10, "5"), whole=-3))
    assert (found.chosen, found.unanswered, found.is_proven) == ((), ("k1", "k2"), True)


def test_without_options_nothing_is_chosen() -> None:
    found = fit(Task(("k1",), (), ()))
    assert (found.chosen, found.value, found.unanswered, found.is_proven) == ((), Decimal(0), ("k1",), True)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_no_other_choice_is_better(data: st.DataObject) -> None:
    number = st.integers(1, 9)
    pairs = data.draw(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("abcd")), min_size=1, max_size=5, unique=True))
    options: list[Option] = []
    for question, entry in pairs:
        full = data.draw(number)
        options.append(option(question, entry, full, str(data.draw(number))))
        if full > 1:
            options.append(option(question, entry, full - 1, "0.5", "short"))
    one = task(*options, whole=data.draw(st.integers(0, 30)), rooms={"x": data.draw(st.integers(0, 12))})
    found = fit(one)
    best = max((len({o.question for o in picked}), sum(o.value for o in picked)) for picked in every_choice(one))
    assert (len({o.question for o in found.chosen}), found.value) == best
    assert found.is_proven
    assert set(found.chosen) <= set(one.options)


def a_large_task() -> Task:
    """12 questions, 60 entries, 2 lengths."""
    chance = random.Random(7)  # noqa: S311 - numbers to try with
    options = []
    for question in range(12):
        weight = chance.choice([5, 10, 15])
        for entry in range(60):
            words, match = chance.randint(40, 160), max(0, round(chance.gauss(20, 25)))
            options.append(option(f"k{question}", f"e{entry}", words, str(weight * match)))
            options.append(option(f"k{question}", f"e{entry}", words // 2, str(weight * match * 7 // 10), "short"))
    return task(*options, rooms={f"k{question}": chance.randint(150, 500) for question in range(12)}, whole=3000)


def test_twelve_questions_with_sixty_entries_in_two_lengths_are_solved_with_proof_and_the_same_every_time() -> None:
    first, second = fit(a_large_task(), seconds=60), fit(a_large_task(), seconds=60)
    assert first.is_proven
    assert first == second
    assert first.unanswered == ()
    assert sum(one.words for one in first.chosen) <= 3000


def test_a_choice_that_could_not_be_proven_says_so_and_keeps_the_rules() -> None:
    found = fit(a_large_task(), seconds=0)
    assert not found.is_proven
    assert found.bound >= found.value
    assert sum(one.words for one in found.chosen) <= 3000


@pytest.mark.parametrize("words", [0, 10**9])
def test_a_wording_without_words_or_with_very_many_is_no_trouble(words: int) -> None:
    assert len(fit(task(option("k1", "a", words, "5"), whole=100)).chosen) == (words == 0)
