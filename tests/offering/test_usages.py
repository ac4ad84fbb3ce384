"""How much of each limit a built offer takes: as Word counts it, and on pages."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from pitchkit import pipeline, project
from pitchkit.document import Document
from pitchkit.offering import building
from pitchkit.offering.making import OfferRequest
from pitchkit.offering.usage import usages
from pitchkit.offers import loading
from pitchkit.offers.usage import Usage
from pitchkit.writers import docx
from tests.factories import TODAY, write_files
from tests.offering.offers import TWO_CRITERIA, opened
from tests.writers.wordfile import WordFile, tag, words

FICTITIOUS = Path(__file__).parents[1] / "offers" / "fictieve-wijkgroepen.yaml"
EXAMPLE = Path(__file__).parents[2] / "examples" / "voorbeeldstad" / "pitchkit.yaml"


def measured(folder: Path, offer: str, *criteria: str, pages: str = "") -> tuple[list[Usage], list[Document]]:
    laid_out: list[Document] = []

    def layout(document: Document) -> tuple[Decimal, bool]:
        laid_out.append(document)
        return Decimal(pages), False

    kit, loaded = opened(folder, offer)
    built = building.build(kit, loaded, OfferRequest(TODAY, criteria))
    return list(usages(loaded.offer, built, layout if pages else None)), laid_out


def test_the_whole_comes_first_and_then_every_part_in_the_order_of_the_buyer(tmp_path: Path) -> None:
    found, _ = measured(tmp_path, TWO_CRITERIA)

    assert [(one.id, one.words) for one in found] == [("", 29), ("K1", 9), ("K1.1", 7), ("K2", 9), ("K2.1", 7)]


def test_some_of_the_criteria_are_not_the_whole(tmp_path: Path) -> None:
    found, _ = measured(tmp_path, TWO_CRITERIA, "K2")

    assert [one.id for one in found] == ["K2", "K2.1"]
    assert found[0].document == "wijk-offerte-k2"


def test_a_criterion_in_a_file_of_its_own_has_its_title_counted(tmp_path: Path) -> None:
    found, _ = measured(tmp_path, "form: {file_per_criterion: yes}\n" + TWO_CRITERIA)
    title = 13  # K1 Bereik Groepen in de wijk, offerte van Stichting Samenloop, 22 november 2026

    assert [(one.id, one.words) for one in found[1:3]] == [("K1", 7 + title), ("K1.1", 7)]
    assert found[0].words == 2 * (7 + title)


def test_pages_are_counted_only_where_they_are_limited(tmp_path: Path) -> None:
    long = TWO_CRITERIA.replace("Wij bellen.", "woord " * 1600)
    found, laid_out = measured(tmp_path, long.replace("title: Sturing,", "title: Sturing, limit: {pages: 2},"), pages="3")

    assert [(one.id, one.pages, one.exceeds) for one in found if one.pages] == [("K2", Decimal(3), ("pages",))]
    assert [(one.title, len(one.blocks), one.contents) for one in laid_out] == [("K2 Sturing", 2, None)]


def test_of_several_files_every_page_that_was_begun_counts(tmp_path: Path) -> None:
    offer = "form: {file_per_criterion: yes, limit: {pages: 5}}\n" + TWO_CRITERIA
    found, laid_out = measured(tmp_path, offer, pages="2.4")

    assert (found[0].pages, found[0].exceeds) == (Decimal(6), ("pages",))
    assert [one.title for one in laid_out] == ["K1 Bereik", "K2 Sturing"]


def test_the_words_are_those_that_stand_in_the_word_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"offers/wijk.yaml": FICTITIOUS.read_bytes(), "pitchkit.yaml": EXAMPLE.read_bytes()})
    kit = pipeline.open_kit(project.find(tmp_path))
    loaded = loading.load("wijk", tmp_path, "offers/wijk.yaml", kit.library, kit.profile.profile)
    built = building.build(kit, loaded, OfferRequest(TODAY))
    whole, *parts = usages(loaded.offer, built)
    word = WordFile(docx.write(built[0].document))
    body = sum(len(words(paragraph).split()) for paragraph in word.body.iter(tag("w:p")))
    notes = sum(len(words(paragraph).split()) for paragraph in word.root("word/footnotes.xml").iter(tag("w:p")))

    assert whole.words == body + notes > 400
    assert [one.words for one in parts if one.question is None] == [294, 128]
