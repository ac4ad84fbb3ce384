"""The sandbox in which templates run: what they may not do, and a mistake in one as a problem with its place."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

import jinja2
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pitchkit import remembering
from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.suggesting import suggest
from pitchkit.templating.finding import Template
from pitchkit.templating.reading import placing
from pitchkit.templating.values import Markdown, Open, names_of
from pitchkit.typography import Formats

Result = TypeVar("Result")
Loaded = tuple[str, str, Callable[[], bool]]
_NO_FILTERS = ("random", "center", "format", "batch", "slice", "pprint", "wordwrap", "attr")


class _Unknown(jinja2.StrictUndefined):
    """A name that is nowhere: it fails with the names that are."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        if issubclass(self._undefined_exception, SecurityError):
            raise SecurityError(self._undefined_name)
        raise _UnknownName(self._undefined_name or "", names_of(self._undefined_obj))

    __str__ = __iter__ = __len__ = __bool__ = __eq__ = __ne__ = __hash__ = __getitem__ = __call__ = __html__ = (
        _fail_with_undefined_error
    )


class _UnknownName(jinja2.UndefinedError):
    def __init__(self, name: str, choices: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.choices = name, choices


class Sandbox(ImmutableSandboxedEnvironment):
    """Templates by name, which can do nothing but print what they are given."""

    # "x" * 10**9 and "%999999999d" % 1 would fill the memory; no template needs to multiply.
    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self, load: Callable[[str], Loaded | None], show: Callable[[Any], Markdown], formats: Formats) -> None:
        super().__init__(
            loader=jinja2.FunctionLoader(load),
            undefined=_Unknown,
            finalize=lambda value: Markdown(str(value)) if isinstance(value, jinja2.Undefined) else show(value),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_Compiled(),
        )
        # The same order gives the same bytes, and a word does not become a million: no chance, no padding, no other globals.
        self.globals.clear()
        for name in _NO_FILTERS:
            del self.filters[name]
        self.filters["indent"] = _indent
        self.filters["date"] = _unless_open(lambda value: formats.date(_expect_date(value)))
        self.filters["euro"] = _unless_open(lambda value: formats.euro(Decimal(value)))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse a sum that could fill the memory."""
        raise SecurityError(operator)

    def call(self, context: Any, called: Any, /, *args: Any, **options: Any) -> Any:
        """Call a macro or an open field; raises SecurityError for anything else."""
        # "x".ljust(10**9) as well: a template calls what it is given to call, and nothing else.
        if isinstance(called, jinja2.Undefined):
            str(called)
        of = getattr(called, "__self__", called)
        if called is not Open and not isinstance(of, Macro | LoopContext | BlockReference):
            raise SecurityError(f"{getattr(called, '__name__', type(called).__name__)}()")
        return super().call(context, called, *args, **options)


class _Compiled(jinja2.BytecodeCache):
    # Compiling the templates of one pitch takes as long as reading the whole library.

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = remembering.recall_bytes("templates", _compiled_from(bucket))
        if kept:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        remembering.keep_bytes("templates", _compiled_from(bucket), bucket.bytecode_to_string())


def _compiled_from(bucket: Bucket) -> str:
    # What the sandbox refuses is compiled in.
    return "\n".join((bucket.key, bucket.checksum, *sorted(Sandbox.intercepted_binops)))


def guard(template: Template, run: Callable[[], Result], names: tuple[str, ...] = ()) -> Result:
    """Return what an act with a template returns; `names` are what it may name. Raises ContentError, with the place."""
    try:
        return run()
    except jinja2.TemplateNotFound as error:
        where, code = _place_in_template(error, template), "template-missing"
        raise ContentError([problem(where, code, name=error.name or "", suggestion="")]) from None
    except jinja2.TemplateSyntaxError as error:
        shown = error.filename or template.path
        placing.read_file(error.source or "", shown)  # it knows the column
        where = Location(shown, error.lineno, 1)
        raise ContentError([problem(where, "template-syntax", detail=error.message or "")]) from None
    except _UnknownName as error:
        where = _place_in_template(error, template)
        raise ContentError(
            [problem(where, "template-unknown-name", name=error.name, suggestion=suggest(error.name, error.choices or names))]
        ) from None
    except SecurityError as error:
        raise ContentError([problem(_place_in_template(error, template), "template-forbidden", detail=error)]) from None
    except RecursionError as error:
        raise ContentError([problem(_place_in_template(error, template), "template-loop")]) from None
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise ContentError([problem(_place_in_template(error, template), "template-failed", detail=error)]) from None


def _unless_open(show: Callable[[Any], str]) -> Callable[[object], object]:
    return lambda value: value if isinstance(value, Open) else show(value)


def _expect_date(value: object) -> date:
    if isinstance(value, date):
        return value
    raise TypeError(f"“{value}” is not a date")


def _indent(text: str, width: int = 2) -> Markdown:
    """Return Markdown whose lines after the first are indented, so that it can follow a list mark."""
    return Markdown(str(Markdown.escape(text)).replace("\n", "\n" + " " * width))


def _place_in_template(error: BaseException, template: Template) -> Location:
    # Jinja's runtime errors carry no line: the last frame that lies in a template does.
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".md.j2")]
    return Location(frames[-1].filename, frames[-1].lineno or 0, 1) if frames else Location(template.path)
