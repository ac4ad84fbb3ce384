"""What is remembered comes back as it was or not at all, and never changes what anybody is told."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pitchkit import drawing, project, remembering
from pitchkit.checking import check
from pitchkit.checking.checked import Checked
from pitchkit.markdown_reader import dialect, parsing
from tests.factories import ENTRIES, TODAY, make_workspace, write_files
from tests.writers.charts import COSTS

pytestmark = pytest.mark.usefixtures("cache")

FAULTY = """\
- id: vast
  kind: argument
  title: Groepen werken altijd voor iedereen
  text: Dit is bewezen.
  short: Bewezen.
  audiences: [gemeente]
  certainty: mogelijk
- {id: naam, kind: tip, title: Vraag het na, text: 'Zij zei: “Bel mij op 06-12345678.”', audiences: [gemeente]}
- {id: teken, kind: tip, title: Gebruik geen tekens, text: 'Dit is <b>vet</b>.', audiences: [gemeente]}
- id: dubbel
  kind: argument
  title: Mensen leren van elkaar
  text: Mensen leren van elkaar, want zij kennen elkaars vragen.
  short: Leren van elkaar.
  audiences: [gemeente]
  certainty: mogelijk
- id: cijfer
  kind: argument
  title: Je ziet minder uitval
  text: Je ziet dat 40 procent van de deelnemers doorgaat.
  short: Je ziet minder uitval.
  audiences: [gemeente]
  certainty: aannemelijk
  evidence: [{source: werkboek, place: blz. 4}]
"""
"""Entries with a fault for every check that remembers."""


@pytest.fixture(name="cache")
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache folder of the test's own, still empty."""
    monkeypatch.setenv("PITCHKIT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def files_in(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


def findings(folder: Path) -> Checked:
    return check(project.find(folder), TODAY)


def findings_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    with monkeypatch.context() as patch:
        patch.setenv("PITCHKIT_CACHE", "")
        return findings(folder)


@pytest.mark.parametrize("data", [b"", b"a", bytes(range(256)) * 40])
def test_what_is_kept_comes_back(data: bytes) -> None:
    assert remembering.recall_bytes("kind", "text") is None
    remembering.keep_bytes("kind", "text", data)
    assert remembering.recall_bytes("kind", "text") == data
    assert remembering.recall_bytes("kind", "another") is remembering.recall_bytes("other", "text") is None


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda _raw: b"", id="emptied"),
        pytest.param(lambda raw: raw[:-1], id="cut short"),
        pytest.param(lambda raw: raw + b"x", id="longer"),
        pytest.param(lambda raw: raw[:-2] + b"zz", id="other letters"),
        pytest.param(lambda _raw: b"[]", id="from another program"),
    ],
)
def test_what_is_no_longer_whole_is_as_good_as_none(cache: Path, spoil: object) -> None:
    remembering.keep("a: 1", {"a": "1"})
    (path,) = files_in(cache)
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert remembering.recall("a: 1") is None


def test_what_was_kept_for_one_text_is_not_taken_for_another(cache: Path) -> None:
    remembering.keep("a: 1", {"a": "1"})
    (first,) = files_in(cache)
    remembering.keep("a: 2", {"a": "2"})
    (second,) = set(files_in(cache)) - {first}
    second.write_bytes(first.read_bytes())
    assert remembering.recall("a: 2") is None


def test_the_oldest_half_goes_when_there_is_too_much(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST_FILES", 10)
    for number in range(10):
        (cache / "kind").mkdir(parents=True, exist_ok=True)
        path = cache / "kind" / str(number)
        path.write_bytes(b"")
        os.utime(path, (number, number))
    remembering.keep_bytes("kind", "text", b"new")
    assert [path.name for path in files_in(cache) if len(path.name) == 1] == ["5", "6", "7", "8", "9"]
    assert remembering.recall_bytes("kind", "text") == b"new"


def test_without_a_cache_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PITCHKIT_CACHE", "")
    remembering.keep("a: 1", {"a": "1"})
    remembering.keep_bytes("kind", "text", b"data")
    assert remembering.recall("a: 1") is remembering.recall_bytes("kind", "text") is None
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("PITCHKIT_CACHE", str(tmp_path / "file"))
    remembering.keep("a: 1", {"a": "1"})
    assert remembering.recall("a: 1") is None


def test_a_check_tells_the_same_whatever_is_remembered(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_files(make_workspace(tmp_path / "werk"), {"arguments/entries/fout.yaml": FAULTY})
    right = findings_without(folder, monkeypatch)
    codes = {one.code for one in right.problems + right.warnings}
    assert {"claim-firm", "privacy-phone", "markdown-html", "duplicate-text"} <= codes
    assert findings(folder) == right  # nothing is remembered yet
    assert findings(folder) == right  # everything is
    for path in files_in(cache):
        path.write_bytes(path.read_bytes()[:-3] + b"???")
    assert findings(folder) == right
    for path in cache.glob("checked/*"):
        path.unlink()
    assert findings(folder) == right  # what each part remembers, is


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(("entries/fout.yaml", "Dit is bewezen.", "Dit kan zo zijn."), id="a fault is mended"),
        pytest.param(("entries/alles.yaml", "want zij kennen elkaars vragen", "dat is bewezen"), id="a fault is made"),
        pytest.param(
            ("entries/alles.yaml", "- id: samen-leren", "- {id: n, kind: tip, title: T, text: X.}\n- id: samen-leren"),
            id="an entry is added",
        ),
        pytest.param(("audiences.yaml", "address: u", "address: je"), id="a reader is spoken to in another way"),
        pytest.param(("sources.yaml", 'year: "2020"', 'year: "z.j."'), id="a source changes"),
        pytest.param(("library.yaml", "words:", "checks: {severity: {claim-firm: error}}\nwords:"), id="a setting changes"),
        pytest.param(
            ("jargon.yaml", "- {id: x, words: [leerstof], instead: les}", "- {id: x, words: [vragen], instead: punten}"),
            id="a word gets hard",
        ),
    ],
)
def test_after_an_edit_a_check_tells_what_it_would_tell_afresh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: tuple[str, str, str]
) -> None:
    files = {"arguments/entries/fout.yaml": FAULTY, "arguments/jargon.yaml": "- {id: x, words: [leerstof], instead: les}\n"}
    folder = write_files(make_workspace(tmp_path / "werk"), files)
    name, was, becomes = edit
    before = findings(folder)
    path = folder / "arguments" / name
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes), encoding="utf-8")
    after = findings_without(folder, monkeypatch)
    assert after != before
    assert findings(folder) == after


def test_a_text_that_comes_to_say_what_another_says_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Vraag eerst wat iemand zelf al heeft geprobeerd en wat daarvan hielp."
    one = f"- {{id: een, kind: tip, title: Begin bij de vraag, text: {said}}}\n"
    other = one.replace("een", "twee", 1).replace("Begin bij", "Luister naar")
    folder = write_files(make_workspace(tmp_path / "werk"), {"arguments/entries/b.yaml": one})
    assert "duplicate-text" not in {one.code for one in findings(folder).warnings}
    write_files(folder, {"arguments/entries/c.yaml": other})
    found = findings(folder)
    assert "duplicate-text" in {one.code for one in found.warnings}
    assert found == findings_without(folder, monkeypatch)


def test_only_the_entry_that_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pitchkit.checking import language

    folder = write_files(
        make_workspace(tmp_path / "werk"), {"arguments/entries/b.yaml": "- {id: b, kind: tip, title: Wacht, text: Wacht even.}\n"}
    )
    findings(folder)
    read: list[str] = []
    in_passage = language._in_passage  # noqa: SLF001

    def note(passage: object, readers: object) -> object:
        read.append(passage.entry.id)  # type: ignore[attr-defined]
        return in_passage(passage, readers)  # type: ignore[arg-type]

    monkeypatch.setattr(language, "_in_passage", note)
    write_files(
        folder, {"arguments/entries/alles.yaml": ENTRIES.replace("Mensen leren van elkaar.", "Mensen leren veel van elkaar.")}
    )
    findings(folder)
    assert set(read) == {"samen-leren"}


def test_checks_at_once_tell_the_same(tmp_path: Path) -> None:
    folder = write_files(make_workspace(tmp_path / "werk"), {"arguments/entries/fout.yaml": FAULTY})
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-m", "pitchkit", "check", "--format", "json"]
    runs = [subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE) for _ in range(3)]
    told = {run.communicate()[0] for run in runs}
    assert len(told) == 1
    assert b"claim-firm" in told.pop()


def test_a_check_that_remembers_everything_loads_no_models(tmp_path: Path) -> None:
    folder = make_workspace(tmp_path / "werk")
    program = "import sys; from pitchkit.cli import app\ntry: app(['check'])\n"
    program += "finally: print('pydantic' in sys.modules, 'yaml' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}

    def loads() -> str:
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert [loads().split(), loads().split()] == [["True", "True"], ["False", "False"]]


EVERYTHING = """\
# Kop {+begin} *schuin* **vet** `code` [adres](https://voorbeeld.nl "titel") [ook][naar] ![beeld](plaatje.png)

[naar]: https://voorbeeld.nl/meer
[NAAR]: https://voorbeeld.nl/nog

> Iemand zei\\
> {?contact.name}[^noot] &amp; \\* <b>

- punt
  1. een

     | a | b |
     |:--|--:|
     | 1 | 2 | 3 |

::: box Titel *schuin*
tekst
:::

::: checklist
- doe dit

[^noot]: Een **noot**.
"""
"""A text with a fault or two, and everything that the parser has a name for."""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(EVERYTHING, id="everything"),
        pytest.param("", id="nothing"),
        pytest.param("een\r\ntwee\rdrie\ud800 \u2028 €", id="odd signs"),
        pytest.param(">" * 200 + "diep", id="deep"),
    ],
)
def test_a_text_is_parsed_once(cache: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    parsed = parsing.parse(text)
    assert parsed == dialect.parse(text)
    with monkeypatch.context() as patch:
        patch.setattr(dialect, "parse", pytest.fail)
        assert parsing.parse(text) == parsed
    (path,) = files_in(cache)
    path.write_bytes(path.read_bytes()[:-1])
    assert parsing.parse(text) == parsed


def test_a_document_is_the_same_whatever_is_remembered(tmp_path: Path, cache: Path) -> None:
    folder = make_workspace(tmp_path / "werk")
    program = "import sys; from pitchkit.cli import app\ntry: app(['build', '-a', 'gemeente', '-f', 'md', '-o', '-'])\n"
    program += "finally: print('markdown_it' in sys.modules, file=sys.stderr)"

    def build(**more: str) -> tuple[bytes, bool]:
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)} | more
        done = subprocess.run([sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, check=True)
        return done.stdout, done.stderr.split()[-1] == b"True"

    document, is_parsed = build(PITCHKIT_CACHE="")
    assert b"leren van elkaar" in document
    assert is_parsed
    assert build() == (document, True)  # nothing is remembered yet
    assert build() == (document, False)  # everything is
    for path in files_in(cache):
        path.write_bytes(path.read_bytes()[:-3] + b"???")
    assert build() == (document, True)


def test_a_chart_is_drawn_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = drawing.draw(COSTS)
    with monkeypatch.context() as patch:
        patch.setattr(drawing, "_draw", pytest.fail)
        assert drawing.draw(COSTS) == drawn
    (path,) = files_in(cache)
    path.write_bytes(path.read_bytes()[:-9])
    assert drawing.draw(COSTS) == drawn


def test_another_chart_is_another_picture() -> None:
    assert drawing.draw(replace(COSTS, alt="Iets anders")) != drawing.draw(COSTS)
