"""A selection and a template become Markdown. Templates are data from others: sandboxed, no clock, network or other files."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, NoReturn, TypeVar

import jinja2
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pitchkit import remembering
from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.library import Library
from pitchkit.order import Order
from pitchkit.profile import Group
from pitchkit.selection import Selection
from pitchkit.suggesting import suggest
from pitchkit.templating import parts
from pitchkit.templating.finding import Template, TemplateFolders
from pitchkit.templating.values import Markdown, Open, Record, figures, names_of, one_line, printer, record
from pitchkit.templating.views import Notes, Views
from pitchkit.typography import Formats

Result = TypeVar("Result")
_NO_FILTERS = ("random", "center", "format", "batch", "slice", "pprint", "wordwrap", "attr")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a template said: title and subtitle as Markdown on one line, the body with its notes as Markdown."""

    title: str
    subtitle: str
    body: str


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


class _Sandbox(ImmutableSandboxedEnvironment):
    # "x" * 10**9 and "%999999999d" % 1 would fill the memory; no template needs to multiply.
    intercepted_binops = frozenset(("*", "**", "%"))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(operator)

    def call(self, context: Any, called: Any, /, *args: Any, **options: Any) -> Any:
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
    return "\n".join((bucket.key, bucket.checksum, *sorted(_Sandbox.intercepted_binops)))


class Renderer:
    """Renders the templates of some folders for documents of one library."""

    def __init__(self, folders: TemplateFolders, library: Library) -> None:
        self._library = library
        self._formats = Formats(library.settings.language)
        self._folders = folders
        self._show = printer(self._formats.date, self._formats.number)
        self._environment = _Sandbox(
            loader=jinja2.FunctionLoader(self._load),
            undefined=_Unknown,
            finalize=self._print,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_Compiled(),
        )
        # The same order gives the same bytes, and a word does not become a million: no chance, no padding, no other globals.
        self._environment.globals.clear()
        for name in _NO_FILTERS:
            del self._environment.filters[name]
        self._environment.filters["indent"] = _indent
        self._environment.filters["date"] = _unless_open(lambda value: self._formats.date(_expect_date(value)))
        self._environment.filters["euro"] = _unless_open(lambda value: self._formats.euro(Decimal(value)))

    def _print(self, value: object) -> Markdown:
        return Markdown(str(value)) if isinstance(value, jinja2.Undefined) else self._show(value)

    def render(self, template: Template, order: Order, selection: Selection) -> Rendered:
        """Return what a template says of a selection.

        Raises:
            ContentError: the template asks for something that is not there, loops, or does what the sandbox forbids.
        """
        notes = Notes() if template.front.notes else None
        context = self._context(template, order, selection, notes)
        title = self._run(template, context, template.front.title)
        subtitle = self._run(template, context, template.front.subtitle or "")
        body = self._run(template, context, None)
        definitions = "\n\n".join(notes.definitions(body)) if notes else ""
        return Rendered(one_line(title), one_line(subtitle), f"{body}\n\n{definitions}\n" if definitions else body)

    def check(self, template: Template) -> None:
        """Parse a template and what it includes by name, without filling them; raises ContentError."""
        self._guard(template, lambda: self._parse(template.name, set()))

    def texts(self, template: Template) -> tuple[str, ...]:
        """Return the text of a template and of what it includes, by name: every text there is where it includes by a value."""
        seen: set[str] = set()
        self._guard(template, lambda: self._parse(template.name, seen))
        return tuple(
            self._folders.texts() if parts.ANY_PART in seen else (self._folders.source(name)[0] for name in sorted(seen))
        )

    def _parse(self, name: str, seen: set[str]) -> None:
        if name in seen:
            return
        seen.add(name)
        loaded = self._load(name)
        if loaded is None:
            raise jinja2.TemplateNotFound(name)
        text, shown, _ = loaded
        for part in parts.included(text, name, shown):
            if part == parts.ANY_PART:
                seen.add(part)
            else:
                self._parse(part, seen)

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if self._folders.path_of(name) is None:
            return None
        text, shown = self._folders.source(name)
        return text, shown, lambda: True

    def _run(self, template: Template, context: dict[str, object], text: str | None) -> str:
        def run() -> str:
            source = self._environment.get_template(template.name) if text is None else self._environment.from_string(text)
            return source.render(context)

        return self._guard(template, run, tuple(context))

    def _guard(self, template: Template, run: Callable[[], Result], names: tuple[str, ...] = ()) -> Result:
        try:
            return run()
        except jinja2.TemplateNotFound as error:
            where, code = _place_in_template(error, template), "template-missing"
            raise ContentError([problem(where, code, name=error.name or "", suggestion="")]) from None
        except jinja2.TemplateSyntaxError as error:
            where = Location(error.filename or template.path, error.lineno, 1)
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

    def _context(self, template: Template, order: Order, selection: Selection, notes: Notes | None) -> dict[str, object]:
        profile, settings = order.profile, self._library.settings
        values: dict[str, object] = {"figures": figures(profile.figures, self._formats.number)}
        values |= {name: record(name, getattr(profile, name)) for name in ("organisation", "contact", "municipality")}

        def look_up(path: str) -> Markdown:
            return self._look_up(values, path)

        views = Views(self._library, order, look_up, notes)
        request = profile.requests.get(order.audience.id) or Open(f"requests.{order.audience.id}")
        offer = self._offer(order, views.sections, selection, look_up)
        return values | {
            **offer,
            "document": order.document,
            "date": order.date,
            "audience": record("", order.audience),
            "draft": not order.final,
            "fictitious": profile.fictitious,
            "request": request,
            "position": settings.positions.get(order.position, order.position) if order.position else Open("position"),
            "groups": tuple(self._group(group) for group in order.groups) or Open("groups"),
            "group": self._group(order.group),
            "outcomes": tuple(record(f"outcomes.{number}", one) for number, one in enumerate(profile.outcomes, 1))
            or Open("outcomes"),
            "costs_omitted": profile.costs == "omit",
            "costs": self._costs(order),
            "aims": views.aims(selection),
            "entries": views.sections(selection, tuple(template.front.sections)),
            "sources": views.sources(selection) if notes else (),
            "field": Open,
        }

    def _offer(
        self,
        order: Order,
        sections: Callable[[Selection, tuple[str, ...]], Record],
        selection: Selection,
        look_up: Callable[[str], Markdown],
    ) -> dict[str, object]:
        if order.offer is None:
            return {}
        from pitchkit.templating.commercial_view import commercial_records
        from pitchkit.templating.cost_view import Printed
        from pitchkit.templating.offer_view import offer_record

        printed = Printed(self._formats, self._library.settings.cost_words)
        more = partial(commercial_records, order, order.offer.offer, printed)
        names = tuple(dict.fromkeys(name for name, _, _ in order.offer.choices()))
        return {"offer": offer_record(order.offer, sections(selection, names), look_up, self._formats, more)}

    def _costs(self, order: Order) -> Record | Open:
        if order.costs is None:
            return Open("costs.comparison")
        from pitchkit.templating.cost_view import Printed, cost_record

        about = order.costs.comparison.plan.group_id
        group = next(one for one in order.profile.groups if one.id == about)
        return cost_record(order.costs, group, Printed(self._formats, self._library.settings.cost_words))

    def _group(self, group: Group | None) -> Record:
        if group is None:
            return Record({name: Open(f"groups.{name}") for name in Group.model_fields})
        values = record(f"groups.{group.id}", group)
        label = self._library.settings.group_types.get(group.type or "", group.type)
        return Record({name: values[name] for name in values.names()} | ({"type": label} if label else {}))

    def _look_up(self, values: dict[str, object], path: str) -> Markdown:
        value: Any = Record(values)
        for name in path.split("."):
            try:
                value = value[name]
            except (KeyError, TypeError):
                return Markdown(str(Open(path)))
        return self._show(value)


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
