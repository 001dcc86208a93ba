"""Options of commands from the specification: the filters and fields of the client's methods.

A filter or field that is added to the specification becomes an option after `make generate`.
"""

from __future__ import annotations

import datetime
import inspect
import re
import types
import typing
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Literal

import click
from msgspec import UnsetType

from .errors import USAGE, CommandError
from .root import write_sections
from .session import Session
from .values import DATE, DURATION, WHEN

TRANSPORT = {"prefetch", "timeout", "deadline", "retries", "extra_headers", "page", "per_page", "offset"}
"""Arguments of methods that are neither filters nor fields."""
NONE = "none"
Methods = Mapping[str, Callable[..., Any]]
"""The method of the client that a command calls, by the name of the API."""


class SpecOption(click.Option):
    """An option of the specification, with the section of `--help` that shows it."""

    section = "Options"
    rare = False
    """Whether only `--help-filters` shows it."""


class FilterHelp(click.Option):
    """`--help-filters`: prints all options of the specification that a command has."""

    section = "More filters"

    def __init__(self) -> None:
        super().__init__(
            ["--help-filters"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_filters,
            help="Show all filters and exit.",
        )


def _print_filters(context: click.Context, _: click.Parameter, given: bool) -> None:
    if given and not context.resilient_parsing:
        formatter = context.make_formatter()
        write_sections(context, formatter, [one for one in context.command.params if isinstance(one, SpecOption)])
        click.echo(formatter.getvalue().strip())
        context.exit()


def spec_options(
    methods: Methods, *, without: Collection[str], noun: str, common: Collection[str] | None = None
) -> list[SpecOption]:
    """Options for the keyword arguments of methods, which are by the name of their API.

    An argument of the methods of both APIs is one option. `without` are arguments for which the command has an option.
    If `common` is given, `--help` shows only these, and `FilterHelp` shows all.
    """
    options: dict[str, SpecOption] = {}
    owners: dict[str, list[str]] = {}
    for api, method in methods.items():
        texts = argument_texts(method)
        for name, annotation in keyword_arguments(method).items():
            if name in without:
                continue
            owners.setdefault(name, []).append(api)
            options.setdefault(name, _option(name, annotation, texts.get(name, "")))
    for name, option in options.items():
        option.section = f"{noun.capitalize()} ({' and '.join(map(str.capitalize, owners[name]))})"
        option.rare = common is not None and name not in common
    return sorted(options.values(), key=lambda option: (-len(owners[option.name or ""]), option.section))


def keyword_arguments(method: Callable[..., Any]) -> dict[str, Any]:
    """The keyword-only arguments of a method that are filters or fields, with their types."""
    hints = typing.get_type_hints(method)
    parameters = inspect.signature(method).parameters.values()
    return {
        parameter.name: hints[parameter.name]
        for parameter in parameters
        if parameter.kind is parameter.KEYWORD_ONLY and parameter.name not in TRANSPORT
    }


def argument_texts(method: Callable[..., Any]) -> dict[str, str]:
    """The descriptions of a method's arguments in its docstring."""
    section = inspect.getdoc(method) or ""
    section = section.partition("\nArgs:\n")[2].partition("\n\n")[0]
    return {name: " ".join(text.split()) for name, text in re.findall(r"^ {4}(\w+): ((?:.|\n {8})*)", section, re.M)}


def _option(name: str, annotation: Any, text: str) -> SpecOption:
    flag = f"--{name.replace('_', '-').lower()}"
    kinds = _alternatives(annotation)
    if bool in kinds:
        return SpecOption([f"{flag}/--no-{flag[2:]}", name], default=None, help=text)
    kind, many = parameter_of(annotation)
    # Descriptions of requests in the specification, adapted to the command line.
    text = re.sub(r"\bAn empty member \(`\w+=`\)|\bnull\b", f"`{NONE}`", text)
    if kind.nullable and f"`{NONE}`" not in text:
        text += f" `{NONE}` for no value."
    more = " Can be repeated." if many else ""
    return SpecOption([flag, name], type=kind, multiple=many, default=None, help=f"{text}{more}")


def parameter_of(annotation: Any) -> tuple[ItemType, bool]:
    """The type of a parameter for an argument of a method, and whether the argument is a list of it."""
    kinds = _alternatives(annotation)
    item = next((kind for kind in kinds if typing.get_origin(kind) in (Sequence, typing.Sequence)), None)
    many = item is not None
    if item is not None:
        kinds = _alternatives(typing.get_args(item)[0])
    nullable = types.NoneType in _alternatives(annotation) or types.NoneType in kinds
    return ItemType(_parameter_type(kinds), nullable), many


def _alternatives(annotation: Any) -> list[Any]:
    """The members of a union, without the marker of an absent argument."""
    members = typing.get_args(annotation) if isinstance(annotation, types.UnionType) else (annotation,)
    if typing.get_origin(annotation) is typing.Union:
        members = typing.get_args(annotation)
    return [member for member in members if member is not UnsetType]


def _parameter_type(kinds: list[Any]) -> click.ParamType[Any]:
    for kind in kinds:
        if typing.get_origin(kind) is Literal:
            return click.Choice(typing.get_args(kind))
    for kind, parameter_type in (
        (datetime.timedelta, DURATION),
        (datetime.datetime, WHEN),
        (datetime.date, DATE),
        (bool, click.BOOL),
        (int, click.INT),
        (float, click.FLOAT),
        (str, click.STRING),
    ):
        if kind in kinds:
            return parameter_type
    return JSON


class _Json(click.ParamType[Any]):
    name = "json"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        import json

        try:
            return json.loads(value) if isinstance(value, str) else value
        except ValueError as error:
            self.fail(f"{value!r} is not JSON: {error}", param, ctx)


JSON = _Json()


class ItemType(click.ParamType[Any]):
    """A type that also takes `none`, where the API takes null."""

    def __init__(self, inner: click.ParamType[Any], nullable: bool) -> None:
        self.inner, self.nullable, self.name = inner, nullable, inner.name

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        return self.inner.get_metavar(param, ctx)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if self.nullable and value == NONE:
            return None
        return self.inner.convert(value, param, ctx)


def check_focus_options(session: Session, **options: Any) -> None:
    """Raise CommandError if one of the options was given and the command is not for Focus."""
    given = [name for name, value in options.items() if value]
    if given and session.api != "focus":
        raise CommandError(f"--{given[0]} is for Focus: use --api focus", USAGE)


def given_arguments(session: Session, methods: Methods) -> dict[str, Any]:
    """The options of the specification that were given. Raises CommandError for one of the other API."""
    context = session.context
    allowed = keyword_arguments(methods[session.api])
    given: dict[str, Any] = {}
    for option in context.command.params:
        name = option.name or ""
        source = context.get_parameter_source(name)
        if not isinstance(option, SpecOption) or source is None or source.name in ("DEFAULT", "DEFAULT_MAP"):
            continue
        if name not in allowed:
            other = next(other for other in methods if other != session.api)
            raise CommandError(f"{option.opts[0]} is for {other.capitalize()}: use --api {other}", USAGE)
        value = context.params[name]
        given[name] = list(value) if option.multiple else value
    return given
