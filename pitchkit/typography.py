"""Dates, numbers and amounts as the library's language writes them. The only door to babel, imported where one is written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal


class Formats:
    """How one language, such as nl-NL, writes values; spaces inside a value do not break."""

    def __init__(self, language: str) -> None:
        self._locale = language.replace("-", "_")

    def date(self, value: date) -> str:
        """Return a date in words: 22 november 2026."""
        from babel.dates import format_date

        return format_date(value, "long", locale=self._locale).replace(" ", "\u00a0", 1)

    def number(self, value: Decimal) -> str:
        """Return a number with the separators of the language: 1.250 or 2,5."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self._locale)

    def euro(self, value: Decimal) -> str:
        """Return an amount in euro: whole amounts without decimals, others with two."""
        from babel.numbers import format_currency

        pattern = "¤\u00a0#,##0" if value == value.to_integral_value() else "¤\u00a0#,##0.00"
        return format_currency(value, "EUR", pattern, locale=self._locale, currency_digits=False)
