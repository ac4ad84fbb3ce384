"""The language of the terminal: Dutch where the system speaks Dutch, English elsewhere. Documents do not change with it."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Mapping
from pathlib import Path

DOMAIN = "pitchkit"
FOLDER = Path(__file__).parent / "locales"
LANGUAGES = ("en", "nl")

_chosen: gettext.NullTranslations = gettext.NullTranslations()


def choose(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Set the language of all terminal text and return it: "nl" or "en"."""
    global _chosen  # noqa: PLW0603 - a process speaks one language to its user
    language = detect(environment, platform)
    _chosen = gettext.translation(DOMAIN, FOLDER, [language], fallback=True) if language != "en" else gettext.NullTranslations()
    # Typer takes its own few words from the text domain of the process.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)
    return language


def current() -> str:
    """Return the language that terminal text is in now."""
    return _chosen.info().get("language", "en")


def detect(environment: Mapping[str, str], platform: str) -> str:
    """Return the language that PITCHKIT_LANG, the locale settings or Windows ask for, as far as there is a catalogue."""
    asked = environment.get("PITCHKIT_LANG")
    if not asked:
        asked = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    if not asked and platform == "win32":
        asked = _windows_language()
    language = asked.replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in LANGUAGES else "en"


def _windows_language() -> str:
    import ctypes
    import locale

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - it exists on Windows only, which mypy does not know here
    return locale.windows_locale.get(kernel.GetUserDefaultUILanguage(), "")


def _(text: str) -> str:
    """Return a text in the chosen language."""
    return _chosen.gettext(text) if text else ""


def plural(one: str, many: str, number: int) -> str:
    """Return the text for a number, in the chosen language."""
    return _chosen.ngettext(one, many, number)


def figure(value: str) -> str:
    """Return a number with a decimal point as the chosen language writes it: 12,5 in Dutch."""
    return value.replace(".", ",") if current() == "nl" else value


def mark(text: str) -> str:
    """Return a text unchanged: it is translated where it is shown, and marked here for who collects texts."""
    return text
