"""What a template sees of a profile: values that print as literal text, and open fields where the profile says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup
from pydantic import BaseModel

from pitchkit.profile import Figure

_SPACES = re.compile(r"[^\S\u00a0\u202f]+")  # a space that does not break stays one
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


class Markdown(Markup):
    """Text that is Markdown already; whatever is joined to it is made literal first."""

    @classmethod
    def escape(cls, s: object, /) -> Markdown:
        """Return Markdown that shows a value literally."""
        return s if isinstance(s, Markdown) else literal(str(s))


def literal(text: str) -> Markdown:
    """Return Markdown that shows a text on one line exactly as it is: a value is text, never markup."""
    return Markdown(_PUNCTUATION.sub(r"\\\1", one_line(text)))


def one_line(text: str) -> str:
    """Return a text on one line, with its words as they were."""
    return _SPACES.sub(" ", text.strip())


class Open:
    """A value the profile does not give. It is false, empty, and prints as an open field with the key that fills it."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __getitem__(self, name: str) -> Open:
        return Open(f"{self.key}.{name}")

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __str__(self) -> str:
        return f"{{?{self.key}}}"


class Record:
    """Values by name; `missing` makes a value for a name that is not there, if any name will do."""

    def __init__(self, values: Mapping[str, object], missing: Callable[[str], object] | None = None) -> None:
        self._values = values
        self._missing = missing

    def __getitem__(self, name: str) -> object:
        if name not in self._values and self._missing:
            return self._missing(name)
        return self._values[name]

    def names(self) -> tuple[str, ...]:
        """Return the names that have a value."""
        return tuple(self._values)


class FigureValue:
    """A figure that prints with its unit and year, and gives its parts by name."""

    def __init__(self, figure: Figure, number: Callable[[Decimal], str]) -> None:
        self.value = number(figure.value)
        self.unit = figure.unit
        self.year = str(figure.year)
        self.source = figure.source

    def __str__(self) -> str:
        return f"{self.value} {self.unit} ({self.year})"


def record(key: str, model: BaseModel) -> Record:
    """Return a model's values as a template sees them; `key` is where the profile holds the model."""
    return Record({name: _value(f"{key}.{name}" if key else name, getattr(model, name)) for name in type(model).model_fields})


def _value(key: str, value: object) -> object:
    if value is None or value == ():
        return Open(key)
    if isinstance(value, BaseModel):
        return record(key, value)
    if isinstance(value, tuple):
        return tuple(_item(key, number, one) for number, one in enumerate(value, 1))
    return value


def _item(key: str, number: int, value: object) -> object:
    if not isinstance(value, BaseModel):
        return value
    return record(f"{key}.{getattr(value, 'id', number)}", value)


def figures(values: Mapping[str, Figure], number: Callable[[Decimal], str]) -> Record:
    """Return figures by name; a name without a figure is an open field."""
    return Record({name: FigureValue(figure, number) for name, figure in values.items()}, lambda name: Open(f"figures.{name}"))


def printer(show_date: Callable[[date], str], show_number: Callable[[Decimal], str]) -> Callable[[object], Markdown]:
    """Return the function through which every value of a template goes on its way to the text."""

    def show(value: object) -> Markdown:
        if isinstance(value, Markup):
            return Markdown(value)
        if isinstance(value, Open):
            return Markdown(str(value))
        if isinstance(value, date):
            return literal(show_date(value))
        if isinstance(value, Decimal):
            return literal(show_number(value))
        if isinstance(value, str | int | FigureValue):
            return literal(str(value))
        raise TypeError(f"{type(value).__name__} has no words of its own: name a field of it, or loop over it")

    return show


def names_of(value: object) -> tuple[str, ...]:
    """Return the names that a template can ask of a value."""
    if isinstance(value, Record):
        return value.names()
    return tuple(name for name in dir(value) if not name.startswith("_")) if is_dataclass(value) else ()
