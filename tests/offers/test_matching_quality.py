"""Matching is as good as the benchmark says: on questions it was not set on, and on questions that nothing answers."""

from __future__ import annotations

import pytest
import yaml

from benchmarks import matching as benchmark
from pitchkit.library import Library
from pitchkit.offers.matching import choosing, ranking, shelf, words
from pitchkit.offers.matching.ranking import Asked
from pitchkit.offers.matching.thesaurus import Thesaurus

RECALL = {"held-out-foreign": 0.43, "held-out-shipped": 0.60, "held-out-shipped, bare": 0.52}
GAIN = {"held-out-foreign": 0.49, "held-out-shipped": 0.60, "held-out-shipped, bare": 0.54}


@pytest.fixture(scope="module")
def opened() -> Library:
    """The shipped library."""
    return benchmark.library()


@pytest.fixture(scope="module")
def trials(opened: Library) -> dict[str, benchmark.Trial]:
    """What nothing was set on."""
    return {trial.name: trial for trial in benchmark.trials(opened, "held-out")}


@pytest.mark.parametrize("name", RECALL)
def test_questions_find_their_entries(opened: Library, trials: dict[str, benchmark.Trial], name: str) -> None:
    trial = trials[name]
    recall, gain, _hit, _reciprocal = benchmark.mean(benchmark.measure(trial, benchmark.ours(opened, trial.entries)))
    assert len(trial.questions) >= 20
    assert (recall >= RECALL[name], gain >= GAIN[name]) == (True, True), (recall, gain)


def test_on_a_library_never_seen_it_finds_twice_what_words_or_letters_find(
    opened: Library, trials: dict[str, benchmark.Trial]
) -> None:
    trial = trials["held-out-foreign"]
    ways = (
        benchmark.ours(opened, trial.entries),
        benchmark.by_words(trial.entries),
        benchmark.by_letters(trial.entries),
    )
    ours, by_words, by_letters = (benchmark.mean(benchmark.measure(trial, way))[0] for way in ways)
    assert ours > 2 * max(by_words, by_letters)
    assert min(by_words, by_letters) > 0.1


def test_hardly_a_question_that_nothing_answers_gets_an_entry(opened: Library, trials: dict[str, benchmark.Trial]) -> None:
    questions = yaml.safe_load((benchmark.QUESTIONS / "unanswerable.yaml").read_text(encoding="utf-8"))
    stocked = shelf.stock(opened, trials["held-out-shipped"].entries, benchmark.READER)
    best = [max((match.score for match in ranking.rank(stocked, Asked(text))), default=0) for text in questions]
    assert len(best) > 10
    assert sum(score >= choosing.GOOD for score in best) <= 2


def test_no_question_or_entry_of_the_benchmark_names_what_is_not_there(opened: Library) -> None:
    for part in ("tune", "held-out"):
        for trial in benchmark.trials(opened, part):
            known = {entry.id for entry in trial.entries}
            assert {name for _text, labels in trial.questions for name in labels} <= known


def test_no_word_of_the_thesaurus_is_one_that_every_sentence_has(opened: Library) -> None:
    terms = [(group.id, words.read(text)) for group in opened.thesaurus for text in (*group.asks, *group.says)]
    assert len(terms) > 4000
    assert [name for name, text in terms if len(text) == 1 and not words.says_something(text[0])] == []


def test_no_group_of_the_thesaurus_repeats_itself(opened: Library) -> None:
    repeated = [group.id for group in opened.thesaurus for side in (group.asks, group.says) if len(set(side)) < len(side)]
    assert repeated == []


def test_every_theme_can_be_asked_for_in_a_buyers_words(opened: Library) -> None:
    thesaurus = Thesaurus(opened.thesaurus)
    vocabulary = set(thesaurus.vocabulary)
    for theme in opened.themes:
        lemmas = {word.lemma for text in (theme.label, *theme.words) for word in words.read(text) if words.says_something(word)}
        assert lemmas & vocabulary, theme.id
