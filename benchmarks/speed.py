"""How long pitchkit takes, as ratios: to a bare interpreter, and to pandoc on the same Markdown.

Run: pip install pypandoc-binary && python benchmarks/speed.py
Prints one line for each promise: the median, the ratio, and the most it may be; for watch that is in seconds.
The modules are compiled once, as those of an installed program are, and what pitchkit remembers starts empty.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "voorbeeldstad"
RUNS = 9
PITCHKIT = (sys.executable, "-m", "pitchkit")


def median(*run: Callable[[], object]) -> tuple[float, ...]:
    """Return the median seconds of each act, taken in turns so that a busy moment of the machine touches all alike."""
    times: list[list[float]] = [[] for _ in run]
    for _ in range(RUNS):
        for act, taken in zip(run, times, strict=True):
            start = time.perf_counter()
            act()
            taken.append(time.perf_counter() - start)
    return tuple(statistics.median(taken) for taken in times)


def program(*arguments: str | Path) -> Callable[[], object]:
    """Return an act that runs a program in the example's folder and expects success."""
    return lambda: subprocess.run([str(one) for one in arguments], cwd=EXAMPLE, check=True, capture_output=True)


def pandoc() -> Path:
    """Return the pandoc that comes with pypandoc-binary."""
    import pypandoc

    return Path(pypandoc.get_pandoc_path())


def further_document(folder: Path) -> Callable[[], object]:
    """Return an act that composes and writes one more document in a run that has already made one."""
    from datetime import date

    from pitchkit import output, pipeline, project, publishing

    kit = pipeline.open_kit(project.find(EXAMPLE))
    writers, _ = publishing.open_writers(kit, ["docx"], None)
    request = pipeline.Request("gemeente", ("pitch",), False, (), (), None, date(2026, 11, 22), None, False)

    def act() -> None:
        files = publishing.files(kit, pipeline.compose(kit, request), writers, folder)
        output.write(files, force=True, show=str)

    act()
    return act


def from_save_to_document(folder: Path) -> float:
    """Return the median seconds between saving an entry and the document that `pitchkit watch` makes of it."""
    for name in ("arguments", "templates"):
        shutil.copytree(EXAMPLE.parents[1] / name, folder / name)
    shutil.copy(EXAMPLE / "pitchkit.yaml", folder)
    entries = sorted((folder / "arguments" / "entries").glob("*.yaml"))
    entry = next(path for path in entries if "- id: mogelijk-goedkoper\n" in path.read_text(encoding="utf-8"))
    text, made = entry.read_text(encoding="utf-8"), folder / "output" / "pitch-gemeente.docx"
    command = (*PITCHKIT, "watch", "--audience", "gemeente", "--date", "2026-11-22")
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken = []
    try:
        written = -1
        for number in range(RUNS + 1):
            before, start = written, time.perf_counter()
            if number:
                entry.write_text(text.replace("title: ", f"title: {number} "), encoding="utf-8")
            while (written := made.stat().st_mtime_ns if made.exists() else -1) == before:
                time.sleep(0.002)
            taken.append(time.perf_counter() - start)
            time.sleep(0.5 + 0.017 * number)  # it waits again, and is caught at another point of its waiting
    finally:
        process.terminate()
        process.wait()
    return statistics.median(taken[1:])


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PITCHKIT_CACHE": str(folder / "cache")}
        build = (*PITCHKIT, "build", "--audience", "gemeente", "--date", "2026-11-22", "--force", "--output", folder)
        program(*build, "--format", "md")()
        bare, help_page, check, markdown, word, other = median(
            program(sys.executable, "-c", "pass"),
            program(*PITCHKIT, "--help"),
            program(*PITCHKIT, "check"),
            program(*build, "--format", "md"),
            program(*build),
            program(pandoc(), folder / "pitch-gemeente.md", "-o", folder / "pandoc.docx"),
        )
        (further,) = median(further_document(folder))
        saved = from_save_to_document(folder / "watched")
    print(f"python -c pass {bare * 1000:.0f} ms, pandoc {other * 1000:.0f} ms")
    for what, taken, base, most in (
        ("--help", help_page, bare, 10),
        ("check", check, bare, 20),
        ("build to Markdown", markdown, bare, 30),
        ("build to Word", word, other, 3),
        ("a further document", further, other, 0.5),
        ("watch: save to Word", saved, 1.0, 0.5),
    ):
        print(f"{what:20} {taken * 1000:6.0f} ms  {taken / base:5.2f} times, at most {most}")


if __name__ == "__main__":
    main()
