"""How well `pitchkit offer match` finds what answers a question, beside plain BM25, runs of letters, and with the language model.

Run: python benchmarks/matching.py

The questions are in benchmarks/questions. The thesaurus and the weights were set on the four files that begin with `tune`. The
two that begin with `held-out` were written after that, with their labels, before anything was run on them. Where `foreign`
stands, the library is one that pitchkit has not seen: short arguments without keywords or themes. `shipped` is the library that
comes along, for the reader gemeente; `bare` is the same with nothing but its titles and short texts.

Prints, for each of these, recall@5 (of what answers or supports, at most 5), nDCG@5, the share of questions with a real answer
among the first five, and the mean reciprocal rank; behind recall its 95% interval, from drawing the questions anew.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from pitchkit import loading, project
from pitchkit.library import Library
from pitchkit.model import Entry
from pitchkit.offering.matching import ANSWERING
from pitchkit.offers.matching import meaning, ranking, shelf
from pitchkit.offers.matching.ranking import Asked

QUESTIONS = Path(__file__).parent / "questions"
READER = "gemeente"
DRAWS = 1000
FIRST = 5

Ranking = Callable[[str], list[str]]
Scores = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Trial:
    """Questions with their labels (2 answers, 1 supports), and the entries to find the answers among."""

    name: str
    entries: tuple[Entry, ...]
    questions: tuple[tuple[str, Mapping[str, int]], ...]


def library() -> Library:
    """Return the library that comes along."""
    return loading.load(project.shipped("arguments"), project.shipped("arguments"), str)


def trials(opened: Library, part: str) -> Iterator[Trial]:
    """Yield the trials of a part, `tune` or `held-out`."""
    reader = opened.audience(READER)
    answering = [one for one in opened.entries if one.kind in ANSWERING and reader and one.is_for(reader) and not one.valid_until]
    for path in sorted(QUESTIONS.glob(f"{part}-*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        questions = tuple((one["text"], one["answers"]) for one in data["questions"])
        if "arguments" in data:
            made = [Entry(kind="argument", short=one["text"], **one) for one in data["arguments"]]
            yield Trial(path.stem, tuple(made), questions)
        else:
            yield Trial(path.stem, tuple(answering), questions)
            yield Trial(f"{path.stem}, bare", tuple(map(bare, answering)), questions)


def bare(entry: Entry) -> Entry:
    """Return an entry with nothing but its title and its short text."""
    wording = entry.wording(READER)
    return Entry(id=entry.id, kind=entry.kind, title=wording.title, text=wording.short)


def ours(opened: Library, entries: Iterable[Entry], *, with_model: bool = False) -> Ranking:
    """Return the ranking of pitchkit."""
    stocked = shelf.stock(opened, entries, READER)
    model = meaning.Meaning(stocked, READER) if with_model else None

    def rank(text: str) -> list[str]:
        closeness = model.closeness(text) if model else {}
        return [match.entry.id for match in ranking.rank(stocked, Asked(text), closeness=closeness)]

    return rank


def by_words(entries: Iterable[Entry]) -> Ranking:
    """Return the ranking of plain BM25: words as written, no list of words to leave out."""
    bags = {entry.id: Counter(re.findall(r"\w+", _text(entry))) for entry in entries}
    mean = sum(map(Counter.total, bags.values())) / len(bags)
    holding = Counter(word for bag in bags.values() for word in bag)

    def score(bag: Counter[str], asked: set[str]) -> float:
        room = 1.2 * (1 - 0.75 + 0.75 * bag.total() / mean)
        rarity = {word: math.log(1 + (len(bags) - holding[word] + 0.5) / (holding[word] + 0.5)) for word in asked}
        return float(sum(rarity[word] * bag[word] * 2.2 / (bag[word] + room) for word in asked if word in bag))

    return lambda text: _best_first({name: score(bag, set(re.findall(r"\w+", text.lower()))) for name, bag in bags.items()})


def by_letters(entries: Iterable[Entry]) -> Ranking:
    """Return the ranking by runs of three to five letters within words, weighed by how rare they are."""
    bags = {entry.id: _runs(_text(entry)) for entry in entries}
    holding = Counter(run for bag in bags.values() for run in bag)
    vectors = {name: _unit(bag, holding, len(bags)) for name, bag in bags.items()}

    def rank(text: str) -> list[str]:
        asked = _unit(_runs(text.lower()), holding, len(bags))
        return _best_first({name: sum(asked.get(run, 0) * x for run, x in vector.items()) for name, vector in vectors.items()})

    return rank


def _text(entry: Entry) -> str:
    wording = entry.wording(READER)
    return " ".join(dict.fromkeys((wording.title, wording.text, wording.short, *entry.keywords))).lower()


def _runs(text: str) -> Counter[str]:
    words = [f" {word} " for word in re.findall(r"\w+", text)]
    return Counter(word[at : at + size] for word in words for size in (3, 4, 5) for at in range(len(word) - size + 1))


def _unit(bag: Counter[str], holding: Counter[str], size: int) -> dict[str, float]:
    vector = {run: (1 + math.log(count)) * (1 + math.log((1 + size) / (1 + holding[run]))) for run, count in bag.items()}
    length = math.sqrt(sum(x * x for x in vector.values())) or 1
    return {run: x / length for run, x in vector.items()}


def _best_first(scores: Mapping[str, float]) -> list[str]:
    return sorted(scores, key=lambda name: (-scores[name], name))


def scores(ranked: Sequence[str], labels: Mapping[str, int]) -> Scores:
    """Return recall@5, nDCG@5, whether a real answer is among the first five, and the reciprocal rank of the first label."""
    first = ranked[:FIRST]
    recall = sum(name in labels for name in first) / min(FIRST, len(labels))
    gained = _gain(labels.get(name, 0) for name in first)
    most = _gain(sorted(labels.values(), reverse=True)[:FIRST])
    hit = any(labels.get(name, 0) > 1 for name in first)
    reciprocal = next((1 / place for place, name in enumerate(ranked, 1) if name in labels), 0.0)
    return recall, gained / most, float(hit), reciprocal


def _gain(grades: Iterable[int]) -> float:
    return sum((math.pow(2, grade) - 1) / math.log2(place + 1) for place, grade in enumerate(grades, 1))


def measure(trial: Trial, rank: Ranking) -> list[Scores]:
    """Return the scores for every question of a trial."""
    return [scores(rank(text), labels) for text, labels in trial.questions]


def mean(every: Sequence[Scores]) -> Scores:
    """Return the mean of each score."""
    recall, gain, hit, reciprocal = (sum(column) / len(every) for column in zip(*every, strict=True))
    return recall, gain, hit, reciprocal


def interval(every: Sequence[Scores]) -> tuple[float, float]:
    """Return the 95% interval of mean recall."""
    draw = random.Random(1)  # noqa: S311 - the same draws every time
    recalls = sorted(mean(draw.choices(every, k=len(every)))[0] for _ in range(DRAWS))
    return recalls[int(0.025 * DRAWS)], recalls[int(0.975 * DRAWS)]


def main() -> None:
    """Measure and print."""
    opened = library()
    without = replace(opened, thesaurus=())
    for part in ("tune", "held-out"):
        for trial in trials(opened, part):
            print(f"{trial.name}: {len(trial.questions)} questions, {len(trial.entries)} entries")
            ways: dict[str, Ranking] = {
                "plain BM25": by_words(trial.entries),
                "runs of letters": by_letters(trial.entries),
                "without thesaurus": ours(without, trial.entries),
                "pitchkit": ours(opened, trial.entries),
            }
            if meaning.is_there():
                ways["pitchkit --model"] = ours(opened, trial.entries, with_model=True)
            for name, rank in ways.items():
                every = measure(trial, rank)
                recall, gain, hit, reciprocal = mean(every)
                low, high = interval(every)
                print(
                    f"  {name:18} recall@5 {recall:.2f} [{low:.2f}, {high:.2f}]"
                    f"  nDCG@5 {gain:.2f}  hit@5 {hit:.2f}  MRR {reciprocal:.2f}"
                )


if __name__ == "__main__":
    main()
