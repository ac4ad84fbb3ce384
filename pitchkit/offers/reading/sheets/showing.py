"""Shows a number or date as somebody in the Netherlands sees it in Excel: 0,15 as 15%, 46000 as a day, € 1.250,00."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache
from typing import Final

BUILT_IN: Final[dict[int, str]] = (
    {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??"}
    | {14: "dd-mm-yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "hh:mm", 21: "hh:mm:ss"}
    | {22: "dd-mm-yyyy hh:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss"}
    | {5: '"€" #,##0', 6: '"€" #,##0', 7: '"€" #,##0.00', 8: '"€" #,##0.00', 41: "#,##0", 42: '"€" #,##0', 43: "#,##0.00"}
    | {44: '"€" #,##0.00', 47: "mm:ss.0", 48: "##0.0E+0", 49: "@"}
)
_MONTHS: Final = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LONG_MONTHS: Final = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus")
_MONTH_NAMES: Final = (*_LONG_MONTHS, "september", "oktober", "november", "december")
_DAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_LAST_DAY: Final = 2_958_465  # 31-12-9999, the last day that Excel knows
_MOST: Final = Decimal(10) ** 15  # beyond it Excel shows powers of ten
_ERRORS: Final = {"#N/A": "#N/B", "#REF!": "#VERW!", "#DIV/0!": "#DEEL/0!", "#NAME?": "#NAAM?", "#VALUE!": "#WAARDE!"}
_TOKEN: Final = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(.)', re.DOTALL)


def show_number(raw: str, code: str, *, since_1904: bool = False) -> str:
    """Return a stored number in its format; what Excel could not show either comes back as it is stored."""
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return raw
    if not value.is_finite():
        return raw
    if abs(value) >= _MOST:
        return show_general(value)
    sections = _sections(code)
    section, is_signed = _section_for(value, sections)
    if not section and len(sections) > 1:
        return ""  # a format that hides zeros
    if _is_date(section):
        return _show_date(value, section, since_1904=since_1904) or show_general(value)
    shown = _show_amount(abs(value) if is_signed else value, section)
    return shown if shown is not None else show_general(value)


def show_general(value: Decimal) -> str:
    """Return a number without a format: at most ten figures, a comma, no zeros at the end."""
    if abs(value) >= _MOST:
        return f"{float(value):.6G}".replace(".", ",")
    if value == value.to_integral_value():
        return str(int(value))
    return f"{Decimal(f'{float(value):.10g}'):f}".replace(".", ",")


def show_truth(raw: str) -> str:
    """Return yes or no as Excel says it in Dutch."""
    return "WAAR" if raw.strip() in {"1", "true"} else "ONWAAR"


def show_error(raw: str) -> str:
    """Return an error as Excel says it in Dutch."""
    return _ERRORS.get(raw, raw)


# --- formats -----------------------------------------------------------------------------------------------------


@cache
def _sections(code: str) -> tuple[str, ...]:
    """Return the parts of a format: for above, below and just zero, and for text."""
    parts, quoted = [""], False
    for position, sign in enumerate(code):
        if sign == '"' and not (position and code[position - 1] == "\\"):
            quoted = not quoted
        if sign == ";" and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return tuple(parts)


def _section_for(value: Decimal, sections: tuple[str, ...]) -> tuple[str, bool]:
    """Return the part of the format for this number, and whether that part says itself that it is below zero."""
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:  # noqa: PLR2004 - the third part is for zero
        return sections[2], False
    return sections[0], False


@cache
def _is_date(section: str) -> bool:
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.|general|\[(?!h+\]|m+\]|s+\])[^\]]*\]', "", section, flags=re.IGNORECASE)
    return bool(re.search(r"[dmyhsj]", bare, re.IGNORECASE)) and not re.search(r"[0#?](?!.*s)", bare.replace("ss.0", ""))


def _show_amount(value: Decimal, section: str) -> str | None:
    """Return a number in a part of a format; None where that part says nothing of numbers."""
    pattern, before, after = _split(section)
    if not pattern:
        return before + after or None
    if "E" in pattern.upper() or "/" in pattern:
        return None
    percents = section.count("%")
    value *= Decimal(100) ** percents
    whole, _, decimals = pattern.partition(".")
    trailing = len(whole) - len(whole.rstrip(","))
    value /= Decimal(1000) ** trailing
    places = len(re.sub(r"[^0#?]", "", decimals))
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    figures, _, fraction = f"{abs(rounded):f}".partition(".")
    figures = figures.zfill(whole.count("0")) if whole.count("0") else figures.lstrip("0")
    if "," in whole.rstrip(","):
        figures = f"{int(figures or 0):,}".replace(",", ".") if figures or whole.count("0") else ""
    fraction = _trim(fraction, re.sub(r"[^0#?]", "", decimals))
    number = figures + (f",{fraction}" if fraction else "")
    sign = "-" if rounded < 0 else ""
    return re.sub(r" +", " ", f"{before}{sign}{number}{after}").strip()


def _trim(fraction: str, pattern: str) -> str:
    """Leave out zeros at the end that the format does not ask for."""
    least = pattern.rfind("0") + 1
    while len(fraction) > least and fraction.endswith("0"):
        fraction = fraction[:-1]
    return fraction


@cache
def _split(section: str) -> tuple[str, str, str]:
    """Return the figures of a format, and the plain text before and after them."""
    pattern, before, after = "", "", ""
    if re.fullmatch(r"\s*(?:\[[^\]]*\])?general\s*", section, re.IGNORECASE):
        return "", "", ""
    for found in _TOKEN.finditer(re.sub("general", "0.##########", section, flags=re.IGNORECASE)):
        quoted, escaped, bracketed, sign = found.groups()
        if sign is not None and sign in "0#?.,E/" and not after.strip(" "):
            pattern += sign
            continue
        said = quoted if quoted is not None else escaped if escaped is not None else sign
        if bracketed is not None:
            said = bracketed[1:].partition("-")[0] + " " if bracketed.startswith("$") and bracketed[1:2] not in {"", "-"} else ""
        elif said is None:
            said = " "  # the width of another sign
        elif sign == "@":
            continue
        if pattern:
            after += said
        else:
            before += said
    if not re.search(r"[0#?]", pattern):
        return "", before.strip(), after.strip()
    return pattern, before, after


# --- dates -------------------------------------------------------------------------------------------------------


def _show_date(value: Decimal, section: str, *, since_1904: bool) -> str:
    """Return a moment; always day-month-year with four figures, so that nobody has to guess. "" outside the calendar."""
    if not 0 <= value <= _LAST_DAY:
        return ""
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.|\[\$[^\]]*\]', "", section).lower()
    has_day, has_year = "d" in bare, bool(re.search(r"[yj]", bare))
    has_clock = "h" in bare or "s" in bare
    if re.search(r"\[h+\]|\[m+\]", bare):
        return _show_duration(value)
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 31 if value < 60 else 30)  # noqa: DTZ001, PLR2004 - a day in a sheet has no zone; Excel counts a 29 February 1900
    seconds = int((value * 86400).to_integral_value(ROUND_HALF_UP))
    moment = first + timedelta(seconds=seconds)
    clock = moment.strftime("%H:%M:%S" if "s" in bare else "%H:%M")
    if not has_day and not has_year and has_clock:
        return clock
    return f"{_show_day(moment, bare, has_day=has_day, has_year=has_year)}{' ' + clock if has_clock else ''}"


def _show_day(moment: datetime, bare: str, *, has_day: bool, has_year: bool) -> str:
    if not has_day:
        month = (
            _MONTH_NAMES[moment.month - 1]
            if "mmmm" in bare
            else _MONTHS[moment.month - 1]
            if "mmm" in bare
            else f"{moment.month:02d}"
        )
        if "m" not in bare:
            return str(moment.year)
        return f"{month} {moment.year}" if has_year else month
    week_day = f"{_DAYS[moment.weekday()]} " if "dddd" in bare else f"{_DAYS[moment.weekday()][:2]} " if "ddd" in bare else ""
    if "mmm" in bare:
        month = _MONTH_NAMES[moment.month - 1] if "mmmm" in bare else _MONTHS[moment.month - 1]
        return f"{week_day}{moment.day} {month}{f' {moment.year}' if has_year else ''}"
    return f"{week_day}{moment:%d-%m}{f'-{moment.year}' if has_year else ''}"


def _show_duration(value: Decimal) -> str:
    minutes = int((value * 1440).to_integral_value(ROUND_HALF_UP))
    return f"{minutes // 60}:{minutes % 60:02d}"
