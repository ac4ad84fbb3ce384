"""What the files of an offer are called, and in whose style they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit.offering import building, writing
from pitchkit.offering.making import OfferRequest
from pitchkit.offering.writing import Delivery
from tests.factories import TODAY, refusal, told, write_files
from tests.offering.offers import TWO_CRITERIA, built, opened
from tests.writers.houses import dutch_template
from tests.writers.samples import png


def names(folder: Path, form: str, *criteria: str) -> list[str]:
    return list(built(folder, f"reference: VB/2026\nform: {form}\n" + TWO_CRITERIA, *criteria))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param("{}", ["wijk-offerte", "wijk-nalevingsmatrix"], id="one file"),
        pytest.param(
            "{file_per_criterion: yes}",
            ["wijk-offerte-k1", "wijk-offerte-k2", "wijk-nalevingsmatrix"],
            id="one for each criterion",
        ),
        pytest.param(
            "{file_per_criterion: yes, file_name: '{reference}_{criterion}_{title}.pdf'}",
            ["VB-2026_K1_Bereik", "VB-2026_K2_Sturing", "wijk-nalevingsmatrix"],
            id="names as the buyer prescribes",
        ),
        pytest.param(
            "{file_name: 'Kwaliteit {organisation}'}", ["Kwaliteit Stichting Samenloop", "wijk-nalevingsmatrix"], id="one name"
        ),
        pytest.param("{file_name: '...'}", ["wijk-offerte", "wijk-nalevingsmatrix"], id="a name of which nothing is left"),
    ],
)
def test_files_are_named_after_the_offer_or_as_the_buyer_prescribes(tmp_path: Path, form: str, expected: list[str]) -> None:
    assert names(tmp_path, form) == expected


def test_one_criterion_asked_for_gets_a_file_of_its_own_and_nothing_else(tmp_path: Path) -> None:
    assert names(tmp_path, "{}", "K2") == ["wijk-offerte-k2"]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        pytest.param(
            "{naam}-{criterion}",
            "offers/wijk.yaml:4:44: a file name cannot have {naam} in it [offer-file-name-place]\n"
            "  Between braces it takes: {reference}, {criterion}, {title}, {organisation}.\n",
            id="a place that nothing fills",
        ),
        pytest.param(
            "kwaliteit",
            "offers/wijk.yaml:4:44: two files of this offer would be called “kwaliteit” [offer-file-name-twice]\n"
            "  Put {criterion} in the name, so that each file has its own.\n",
            id="one name for two files",
        ),
    ],
)
def test_a_pattern_that_cannot_name_every_file_is_refused(tmp_path: Path, pattern: str, message: str) -> None:
    assert refusal(lambda: names(tmp_path, f"{{file_per_criterion: yes, file_name: '{pattern}'}}")) == message


def test_documents_of_an_offer_may_show_the_same_picture(tmp_path: Path) -> None:
    template = "---\ntitle: T\naudiences: [gemeente]\noffers: [tender]\n---\n::: figure a.png\nalt: x\n:::\n"
    shown = {f"templates/{name}/any.md.j2": template for name in ("offerte", "nalevingsmatrix")}
    write_files(tmp_path, {**shown, "templates/a.png": png(20, 20)})
    kit, loaded = opened(tmp_path, TWO_CRITERIA)

    made = building.build(kit, loaded, OfferRequest(TODAY))
    files, _ = writing.files(kit, loaded.offer, made, Delivery(("md",)))
    found = [one.path.name for one in files]
    assert (found.count("a.png"), len(found)) == (1, len(made) + 1)


def test_what_is_not_known_yet_shows_in_the_name(tmp_path: Path) -> None:
    assert next(iter(built(tmp_path, "form: {file_name: '{reference}'}\n" + TWO_CRITERIA))) == "nog-invullen"


def test_an_anonymous_offer_goes_without_the_house_style_and_its_matrix_has_it(tmp_path: Path) -> None:
    kit, loaded = opened(tmp_path, "form: {anonymous: yes}\n" + TWO_CRITERIA)
    dutch_template(tmp_path / "huis.dotx")
    made = building.build(kit, loaded, OfferRequest(TODAY))
    styled, found = writing.files(kit, loaded.offer, made, Delivery(("docx",), Path("huis.dotx")))
    plain, _ = writing.files(kit, loaded.offer, made, Delivery(("docx",)))

    assert [one.data == other.data for one, other in zip(styled, plain, strict=True)] == [True, False]
    assert "this offer is anonymous: wijk-offerte went without your house style [offer-style-anonymous]" in told(found)
