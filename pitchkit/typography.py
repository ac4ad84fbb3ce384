"""Dates, numbers and amounts as the library's language writes them. The only door to babel, imported where one is written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_HYPHEN, _MINUS = "-", "\u2212"


class Formats:
    """How one language, such as nl-NL, writes values; spaces inside a value do not break."""

    def __init__(self, language: str) -> None:
        self._locale = language.replace("-", "_")

    def date(self, value: date) -> str:
        """Return a date in words: 22 november 2026."""
        from babel.dates import format_date

        return format_date(value, "long", locale=self._locale).replace(" ", "\u00a0", 1)

    def number(self, value: Decimal) -> str:
        """Return a number with the separators of the language: 1.250 or 2,5, with every decimal that it has."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self._locale, decimal_quantization=False).replace(_HYPHEN, _MINUS)

    def as_given(self, value: Decimal) -> str:
        """Return a number with the decimals that it was given, so that cents stay cents: 0,50; a whole one has none."""
        from babel.numbers import format_decimal

        exponent = value.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and value != value.to_integral_value() else 0
        return format_decimal(value, f"#,##0.{'0' * places}", locale=self._locale).replace(_HYPHEN, _MINUS)

    def amount(self, value: Decimal) -> str:
        """Return an amount in euro to the cent, for columns that add up; a figure that goes further keeps its decimals."""
        from babel.numbers import format_currency

        exponent = value.normalize().as_tuple().exponent
        digits = f"#,##0.{'0' * max(2, -exponent if isinstance(exponent, int) else 0)}"
        pattern = f"¤\u00a0{digits};¤\u00a0-{digits}"
        return format_currency(value, "EUR", pattern, locale=self._locale, currency_digits=False).replace(_HYPHEN, _MINUS)

    def euro(self, value: Decimal) -> str:
        """Return an amount in euro: whole amounts without decimals, others with two."""
        from babel.numbers import format_currency

        digits = "#,##0" if value == value.to_integral_value() else "#,##0.00"
        pattern = f"¤\u00a0{digits};¤\u00a0-{digits}"
        return format_currency(value, "EUR", pattern, locale=self._locale, currency_digits=False).replace(_HYPHEN, _MINUS)
