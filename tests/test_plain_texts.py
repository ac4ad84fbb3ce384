"""The language check over texts of our own: plain ones that have no faults, and ones whose faults we put in and know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from pitchkit import project
from pitchkit.checking import check
from pitchkit.messages import language_checks
from pitchkit.plain_language import dictionary
from pitchkit.plain_language.sentences import words
from tests.factories import TODAY, write_files

CORPUS = Path(__file__).parent / "plain_language"
ALL = "all"
SPEAKS_FORMALLY = re.compile(r"\b(?:u|uw)\b", re.IGNORECASE)
FORMAL = "[{id: clienten, label: inwoners, reader: inwoners, address: u, people: inwoners, level: B1, opt_in: true}]\n"


@dataclass(frozen=True)
class Text:
    words: str
    audience: str
    faults: dict[str, list[str] | str]


def residents() -> list[Text]:
    parts = re.split(r"^## .*$", (CORPUS / "residents.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [Text(part.strip(), "clienten", {}) for part in parts[1:]]


def faulty() -> list[Text]:
    data = yaml.safe_load((CORPUS / "faults.yaml").read_text(encoding="utf-8"))
    return [Text(one["text"], one["audience"], one["faults"]) for one in data]


def found_in(folder: Path, texts: Sequence[Text]) -> list[list[tuple[str, str]]]:
    """Return for each text the codes that are told of it, each with the words that are named."""
    fixed = {"kind": "indication", "title": "Een groep", "short": "Een groep."}
    entries = [{"id": f"tekst-{at}", **fixed, "text": one.words, "audiences": [one.audience]} for at, one in enumerate(texts)]
    path = "arguments/entries/teksten.yaml"
    shown = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)
    write_files(folder, {"arguments/library.yaml": "extends: pitchkit\n", path: shown})
    begins = [at for at, line in enumerate(shown.splitlines(), 1) if line.startswith("- ")]
    checked = check(project.find(folder), TODAY)
    assert not checked.problems
    found: list[list[tuple[str, str]]] = [[] for _ in texts]
    for one in checked.warnings:
        if one.code in language_checks.WARNINGS and one.location.path.endswith(path):
            at = sum(begin <= one.location.line for begin in begins) - 1
            values = dict(one.values)
            found[at].append((one.code, values.get("word") or values.get("words") or values.get("begin") or ""))
    return found


def is_named(planted: str, told: str) -> bool:
    return all(word in told.lower() for word in planted.lower().split())


def count(codes: Iterable[str], texts: Sequence[Text], found: Sequence[Sequence[tuple[str, str]]]) -> dict[str, tuple[int, ...]]:
    """Return for each code how many of the faults were found, how many there are, and how many findings are of no fault."""
    counted: dict[str, tuple[int, ...]] = {}
    for code in codes:
        hits = there = extra = 0
        for text, told in zip(texts, found, strict=True):
            planted = text.faults.get(code, [])
            named = [words for each, words in told if each == code]
            known = named and planted == ALL
            each = [planted] if planted == ALL else list(planted)
            there += len(each)
            hits += sum(bool(known) or any(is_named(one, words) for words in named) for one in each)
            extra += 0 if known else sum(not any(is_named(one, words) for one in each) for words in named)
        counted[code] = (hits, there, extra)
    return counted


def test_plain_texts_for_residents_have_at_most_one_finding_in_a_hundred_words_and_these_have_none(tmp_path: Path) -> None:
    texts = residents()
    assert sum(len(words(one.words)) for one in texts) > 3000
    formal = [one for one in texts if SPEAKS_FORMALLY.search(one.words)]
    others = [one for one in texts if one not in formal]
    write_files(tmp_path / "u", {"arguments/audiences.yaml": FORMAL})
    found = [*found_in(tmp_path / "u", formal), *found_in(tmp_path / "je", others)]
    assert len(formal) > 30
    assert len(others) > 8
    assert [one for told in found for one in told if one[0] != "spelling"] == []


def test_every_fault_that_was_put_in_is_found_and_nothing_else(tmp_path: Path) -> None:
    texts = faulty()
    codes = sorted({code for one in texts for code in one.faults} - {"spelling"})
    assert codes == ["address-mixed", "jargon", "passive", "rare-words", "sentence-long", "sentences-long"]
    counted = count(codes, texts, found_in(tmp_path, texts))
    assert {code: one[0] for code, one in counted.items()} == {code: one[1] for code, one in counted.items()}
    assert {code: one[2] for code, one in counted.items()} == dict.fromkeys(codes, 0)
    assert sum(there for _, there, _ in counted.values()) > 60


@pytest.mark.skipif(not dictionary.installed(), reason="there is no Dutch dictionary on this computer")
def test_misspelt_words_are_found_where_there_is_a_dictionary(tmp_path: Path) -> None:
    texts = faulty()
    hits, there, _ = count(["spelling"], texts, found_in(tmp_path, texts))["spelling"]
    assert hits == there > 8
