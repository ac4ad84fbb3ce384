"""How long a large library takes to load, and how much memory, beside `yaml.load` with `CSafeLoader` of the same bytes.

Run: python benchmarks/loading.py
The entries are made up here, the same every time, and as long as those of the library that comes along. Each measurement is a
process of its own, without the cache, taken in turns with the others; what counts is its processor time, so that a busy
machine touches it little. Prints one line for each promise: the median, the ratio, and the most it may be.
"""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SIZES = (1_000, 3_000, 10_000, 30_000)
MEASURED = 10_000
RUNS = 7
IN_A_FILE = 20

VOCABULARIES = ("audiences", "jargon", "library", "policies", "sources", "themes", "thesaurus")
AUDIENCES = ("gemeente", "manager", "collegas", "netwerkpartners")
THEMES = ("kosten", "preventie", "leren", "netwerk", "herkenning")
WORDS = """
    een groep biedt deelnemers steun bij vragen over geld werk en gezin waarin zij van elkaar leren wat voor hen werkt de
    groepswerker begeleidt het gesprek bewaakt de veiligheid en sluit aan bij wat mensen zelf al kunnen zo ontstaat een netwerk
    dat blijft bestaan nadat de bijeenkomsten voorbij zijn
""".split()  # noqa: SIM905 - words are easier to read without quotes


def said(first: int, count: int) -> str:
    """Return so many words, others for every first."""
    return " ".join(WORDS[(first * 7 + number * number) % len(WORDS)] for number in range(count)).capitalize()


def entry(number: int) -> str:
    """Return an entry as somebody would write it."""
    reader = AUDIENCES[number % len(AUDIENCES)]
    paragraphs = "\n\n".join(
        "\n".join(f"      {said(number + line + 31 * part, 16)}." for line in range(3)) for part in range(1 + number % 2)
    )
    return f"""\
  - id: bouwsteen-{number}
    kind: argument
    title: {said(number, 9)}
    text: |
{paragraphs}
    short: >-
      {said(number + 3, 14)},
      {said(number + 5, 12)}.
    audiences: [{reader}, clienten]
    versions:
      clienten:
        title: {said(number + 2, 6)}
        text: |
          {said(number + 4, 12)}.
          {said(number + 6, 10)}.
    themes: [{THEMES[number % len(THEMES)]}]
    keywords: [{said(number + 8, 1)}, {said(number + 9, 2)}]
    certainty: aannemelijk
    evidence:
      - {{source: bpsw-op-de-kaart, place: "{number % 40 + 1}, alinea 2"}}
      - source: gmw-kenmerken
        place: kenmerk {number % 9 + 1}
    weight: {number % 100}
"""


def make(folder: Path, count: int) -> Path:
    """Return a library of so many entries, with the vocabularies of the one that comes along."""
    shipped = Path(__file__).parent.parent / "arguments"
    (folder / "entries").mkdir(parents=True)
    for name in VOCABULARIES:
        shutil.copy(shipped / f"{name}.yaml", folder)
    for first in range(0, count, IN_A_FILE):
        text = "".join(entry(number) for number in range(first, min(first + IN_A_FILE, count)))
        (folder / "entries" / f"{first:06}.yaml").write_text(text, encoding="utf-8")
    return folder


def act(what: str, folder: Path) -> Iterator[object]:
    """Do what is measured; yields once before it begins, with everything imported, and once after it."""
    paths = sorted(folder.rglob("*.yaml"))
    if what == "yaml":
        import yaml

        contents = [path.read_bytes() for path in paths]
        yield None
        for content in contents:
            yaml.load(content, Loader=yaml.CSafeLoader)
        yield None
        return
    from pitchkit import loading

    loading.load(make(folder.with_name(f"{folder.name}-{os.getpid()}"), 1), folder, str)  # builds the models
    gc.collect()
    yield None
    library = loading.load(folder, folder, str)
    if what == "places":
        places = {library.places[one.id].locate("weight") for one in library.entries}
        if len(places) != len(library.entries):
            raise AssertionError
    yield library


def measure(what: str, folder: Path) -> None:
    """Print the seconds and the memory that something takes, in this process."""
    import resource

    acting = act(what, folder)
    next(acting)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    kept = next(acting)
    taken = time.process_time() - start
    print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, kept is None)


def measured(what: str, folder: Path) -> tuple[float, int]:
    """Return the seconds and the memory (in kB, as Linux counts it) that something takes, in a process of its own."""
    command = (sys.executable, __file__, what, str(folder))
    environment = {**os.environ, "PITCHKIT_CACHE": ""}
    root = Path(__file__).parent.parent
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment | {"PYTHONPATH": str(root)})
    seconds, memory, _ = done.stdout.split()
    return float(seconds), int(memory)


def medians(*wanted: tuple[str, Path], runs: int = RUNS) -> list[tuple[float, float]]:
    """Return the median seconds and memory of each, taken in turns."""
    taken = [[measured(*one) for one in wanted] for _ in range(runs)]
    return [
        (statistics.median(s for s, _ in column), statistics.median(m for _, m in column)) for column in zip(*taken, strict=True)
    ]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folders = {size: make(Path(name, str(size)), size) for size in SIZES}
        large = folders[MEASURED]
        (plain, _), (loaded, _), (placed, _) = medians(("yaml", large), ("library", large), ("places", large))
        grown = medians(*(("library", folder) for folder in folders.values()), runs=3)
    print(f"yaml.load with CSafeLoader, {MEASURED} entries: {plain * 1000:.0f} ms")
    for what, taken in (("load and validate", loaded), ("and place a field of each", placed)):
        print(f"{what:26} {taken * 1000:6.0f} ms  {taken / plain:5.2f} times, at most 1.3")
    for what, unit, values in (
        ("time", "ms", [seconds * 1000 for seconds, _ in grown]),
        ("memory", "kB", [memory for _, memory in grown]),
    ):
        each = [value / size for value, size in zip(values, SIZES, strict=True)]
        told = ", ".join(f"{one:.2f} of {size}" for one, size in zip(each, SIZES, strict=True))
        print(f"{what} is linear: {unit} an entry {told}: {each[-1] / min(each):5.2f} times, at most 1.3")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
