"""Every document that ships, made from the example: judged by the validator, the accessibility rules and a real layout."""

from __future__ import annotations

import datetime
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from pitchkit import markdown_reader, outline, pipeline, project, publishing
from pitchkit.diagnostics import Location
from pitchkit.document import Document
from pitchkit.writers import docx, markdown
from tests.writers import accessibility
from tests.writers.test_docx_tools import faults
from tests.writers.wordfile import WordFile, words

EXAMPLE = Path(__file__).parents[2] / "examples" / "voorbeeldstad"
ONE_PAGE = ("onepager", "flyer", "aankondiging")


def made(folder: Path) -> dict[str, Document]:
    """Return every document of a folder's profile by the name of its file."""
    kit = pipeline.open_kit(project.find(folder))
    request = pipeline.Request(
        audience=None,
        documents=(),
        everything=True,
        themes=(),
        groups=(),
        position=None,
        date=datetime.date(2026, 11, 22),
        max_words=None,
        final=True,
    )
    composed = pipeline.compose(kit, request)
    writers, _ = publishing.open_writers(kit, ["md"], None)
    names = [file.path.stem for file in publishing.files(kit, composed, writers, None) if file.path.suffix == ".md"]
    return dict(zip(names, (one.document for one in composed), strict=True))


@pytest.fixture(scope="module")
def documents() -> Mapping[str, Document]:
    return made(EXAMPLE)


@pytest.fixture(scope="module")
def word_files(documents: Mapping[str, Document]) -> Mapping[str, WordFile]:
    return {name: WordFile(docx.write(document)) for name, document in documents.items()}


@pytest.fixture(scope="module")
def page_counts(soffice: str, word_files: Mapping[str, WordFile], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, int]:
    """The number of pages of each document, from one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("pages")
    for name, word in word_files.items():
        (folder / f"{name}.docx").write_bytes(word.data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run(
        [soffice, "--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", str(folder), *sources],
        capture_output=True,
        check=True,
        timeout=300,
    )
    return {path.stem: len(re.findall(rb"/Type\s*/Page\b", path.read_bytes())) for path in folder.glob("*.pdf")}


def test_there_is_a_document_for_every_reader(documents: Mapping[str, Document]) -> None:
    for audience in ("gemeente", "manager", "collegas", "netwerkpartners", "clienten"):
        assert {f"pitch-{audience}", f"onepager-{audience}", f"voorbereiding-{audience}", f"naslag-{audience}"} <= set(documents)
    assert {"flyer-clienten-grip-op-geld", "aankondiging-collegas-grip-op-geld"} <= set(documents)


def test_one_a4_is_one_page(page_counts: Mapping[str, int]) -> None:
    short = {name: count for name, count in page_counts.items() if name.startswith(ONE_PAGE)}
    assert len(short) >= 17
    assert {name: count for name, count in short.items() if count != 1} == {}


def test_a_pitch_has_two_to_five_pages(page_counts: Mapping[str, int]) -> None:
    pitches = {name: count for name, count in page_counts.items() if name.startswith("pitch")}
    assert len(pitches) == 5
    assert {name: count for name, count in pitches.items() if not 2 <= count <= 5} == {}


def test_the_open_xml_sdk_finds_nothing(validator: str, word_files: Mapping[str, WordFile], tmp_path: Path) -> None:
    one_of_each = {name.split("-")[0] + name.split("-")[1]: word for name, word in word_files.items()}
    assert len(one_of_each) >= 20
    assert {name: found for name, word in one_of_each.items() if (found := faults(validator, word.data, tmp_path))} == {}


def test_a_reader_with_a_screen_reader_meets_no_barrier(word_files: Mapping[str, WordFile]) -> None:
    assert {name: found for name, word in word_files.items() if (found := accessibility.findings(word))} == {}


def test_the_word_file_says_what_the_markdown_file_says(
    documents: Mapping[str, Document], word_files: Mapping[str, WordFile]
) -> None:
    for name, document in documents.items():
        text = markdown.write(document).decode().split("<!--")[0]
        body = re.sub(r"\A# .*\n\n.*\n\n(\*\*Inhoud\*\*\n\n( *- \[.*\n)+\n)?", "", text)
        read = markdown_reader.read(body, lambda line: Location("", line + 1), str)
        said = " ".join(" ".join(outline.block_texts(read.blocks)).split())
        shown = " ".join(" ".join(words(paragraph) for paragraph in word_files[name].paragraphs()).split())
        assert len(said) > 200
        assert shown.endswith(said), name


def test_every_entry_can_be_found_again_by_its_id(documents: Mapping[str, Document], word_files: Mapping[str, WordFile]) -> None:
    document, word = documents["pitch-gemeente"], word_files["pitch-gemeente"]
    ids = outline.entries(document.blocks)
    assert len(ids) > 15
    marks = word.parts["word/document.xml"].decode()
    assert [entry for entry in ids if f'w:name="entry_{entry.replace("-", "_")}'[:48] not in marks] == []


def test_the_long_documents_have_contents_that_lead_to_every_heading(
    documents: Mapping[str, Document], word_files: Mapping[str, WordFile]
) -> None:
    long = [name for name in documents if name.startswith("naslag")]
    assert len(long) == 5
    for name in long:
        listed = [heading for heading in outline.headings(documents[name].blocks) if heading.level <= 2]
        assert len([word for word in word_files[name].paragraphs() if word_files[name].style_of(word).startswith("toc")]) == len(
            listed
        )
        assert len(set(re.findall(r"\]\((#[^)]+)\)", markdown.write(documents[name]).decode()))) == len(listed)
