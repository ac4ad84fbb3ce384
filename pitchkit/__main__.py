"""The program. Sets the language first, because the help is written while the commands load."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def main() -> None:
    """Run pitchkit with the arguments of the process."""
    # Looking for plugins of pydantic means reading the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Loading a few hundred modules makes many objects and no rubbish; the process ends before there is any to collect.
    # Not at its end either: there Python would look through all of it, several times, for what goes with the process anyway.
    gc.disable()
    atexit.register(gc.freeze)
    for name in ("stdin", "stdout", "stderr"):
        # Some services start a program without one; whatever file it opens first would take that place.
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may speak an old code page; a word it cannot show is no reason to stop.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        from pitchkit import language

        language.choose()
        from pitchkit.cli import app
    except KeyboardInterrupt:  # before there is anything that could say so
        sys.exit(130)
    app()


if __name__ == "__main__":
    main()
