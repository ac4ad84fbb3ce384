"""The page about the language of templates: every example on it is built, in both formats."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

from pitchkit.diagnostics import ContentError, Location
from pitchkit.document import Document, Figure, Picture
from pitchkit.markdown_reader import Parsed, read
from pitchkit.outline import without_empty_sections
from pitchkit.writers import docx as word_writer
from pitchkit.writers.markdown import write_blocks
from tests.trees import WORDS
from tests.writers.samples import png

PAGE = (Path(__file__).parent.parent / "docs" / "sjabloontaal.md").read_text("utf-8")
EXAMPLES = re.findall(
    r"^```markdown sjabloon\n(.*?)^```\n\n```markdown uitvoer\n(.*?)^```\n(?:\nIn Word: ([^\n]*))?",
    PAGE,
    re.MULTILINE | re.DOTALL,
)
REFUSED = re.findall(r"^```markdown geweigerd\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def parse(text: str) -> Parsed:
    return read(text, lambda line: Location("sjabloontaal.md", line + 1), lambda key: key)


def styles(parsed: Parsed) -> list[str]:
    """Return the paragraph styles of the Word file in order of first use, without those of the title block."""
    pictures = tuple(Picture(block.path, png(60, 40)) for block in parsed.blocks if isinstance(block, Figure))
    blocks = without_empty_sections(parsed.blocks)
    data = word_writer.write(Document("Titel", "", "", "", "2026-11-22", "nl-NL", WORDS, blocks, parsed.notes, pictures))
    body = docx.Document(io.BytesIO(data))
    names = {style.style_id: style.name for style in body.styles}
    found = [names[paragraph.style] if paragraph.style else "Normal" for paragraph in body.element.body.iter("{*}p")]
    return [name for name in dict.fromkeys(found) if name != "Title"]


def test_the_page_has_its_examples() -> None:
    assert len(EXAMPLES) == PAGE.count("```markdown sjabloon") > 10
    assert len(REFUSED) == 1


@pytest.mark.parametrize(("template", "written", "word"), EXAMPLES)
def test_an_example_becomes_what_the_page_says(template: str, written: str, word: str) -> None:
    parsed = parse(template)
    assert write_blocks(parsed.blocks, parsed.notes) == written.replace("&nbsp;", "\u00a0")
    if word:
        assert styles(parsed) == re.findall("`([^`]*)`", word)


@pytest.mark.parametrize(("template", "written", "_word"), EXAMPLES)
def test_an_example_as_written_says_the_same(template: str, written: str, _word: str) -> None:
    parsed = parse(written.replace("&nbsp;", "\u00a0"))
    if '\\"' not in template:  # escaped quotation marks are written as they are
        assert parsed.blocks == parse(re.sub(r"\[\^\w+\]", "[^1]", template)).blocks


@pytest.mark.parametrize("line", [line for block in REFUSED for line in block.splitlines()])
def test_what_the_page_calls_refused_is_refused(line: str) -> None:
    with pytest.raises(ContentError):
        parse(line)
