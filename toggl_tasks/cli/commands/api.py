"""`api`: every operation of the specification."""

from __future__ import annotations

import difflib
import inspect
import re
import sys
import typing
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import click
import msgspec

from ...focus import RawFocus
from ...track import RawTrack
from ..errors import NOT_FOUND, USAGE, CommandError
from ..output import dump
from ..root import command
from ..session import Session
from ..spec_options import parameter_of
from ..values import printable

RAW = {"track": RawTrack, "focus": RawFocus}
REQUEST = re.compile(r"^`([A-Z]+) (/\S*)`$", re.MULTILINE)


@attrs.frozen
class Operation:
    """An operation of a specification."""

    api: str
    name: str
    """Its name in the client."""
    method: str
    path: str
    text: str

    @property
    def id(self) -> str:
        """Its `operationId`."""
        return re.sub("_([a-z0-9])", lambda match: match[1].upper(), self.name)


def operations() -> list[Operation]:
    """The operations of both APIs."""
    found = []
    for api, raw in RAW.items():
        for name, function in vars(raw).items():
            text = inspect.getdoc(function) or ""
            if match := REQUEST.search(text) if not name.startswith("_") else None:
                found.append(Operation(api, name, match[1], match[2], text.partition("\n")[0]))
    return found


def complete_operations(_: click.Context, __: click.Parameter, incomplete: str) -> list[Any]:
    """Complete the name of an operation."""
    from click.shell_completion import CompletionItem

    names = {f"{one.api}.{one.id}": f"{one.method} {one.path}" for one in operations()}
    return [CompletionItem(name, help=text) for name, text in names.items() if name.startswith(incomplete)]


@command("api")
@click.argument("name", metavar="[OPERATION]", required=False, shell_complete=complete_operations)
@click.argument("arguments", metavar="[KEY=VALUE]...", nargs=-1)
@click.option("--body", metavar="JSON|@FILE|-", help="Body of the request; `-` reads it from standard input.")
def api(session: Session, *, name: str | None, arguments: Sequence[str], body: str | None) -> None:
    """Call an OPERATION of the specification and print the response as JSON.

    OPERATION is an operationId or the name in the client: `track.listProjects`, `listProjects` or `list_projects`.
    Without it, all operations are listed. KEY=VALUE is a path or query parameter; any other key is a field of the body,
    with a JSON value or text. For a list, repeat the key. An unknown key prints an error with the valid ones.
    """
    if name is None:
        apis = (session.settings.api,) if session.settings.api else tuple(RAW)
        rows = [
            {"id": f"{one.api}.{one.id}", "method": one.method, "path": one.path, "text": one.text}
            for one in operations()
            if one.api in apis
        ]
        session.output.rows(rows, ("id", "method", "path", "text"))
        return
    operation = find_operation(name, session.settings.api, session.api)
    function = getattr(RAW[operation.api], operation.name)
    positional, keywords = read_arguments(operation, function, arguments, body)
    if operation.method != "GET":
        session.check_writable()
    if operation.method == "DELETE":
        session.confirm(f"{operation.id}: delete {' '.join(arguments)}?")
    client = session.focus if operation.api == "focus" else session.track
    answer = getattr(client.raw, operation.name)(*positional, **keywords)
    if not session.settings.dry_run:
        show(session, answer.response.content)


def find_operation(text: str, api: str | None, default: str) -> Operation:
    """The operation of a name; of the default API if both have one. Raises CommandError."""
    prefix, _, name = text.rpartition(".")
    known = [one for one in operations() if (prefix or api) in (None, "", one.api)]
    fits = [one for one in known if name in (one.id, one.name)]
    if not fits:
        names = {f"{one.api}.{one.id}": one for one in known}
        close = difflib.get_close_matches(text, [*names, *(one.id for one in known)], 1) or [
            full for full in names if name.casefold() in full.casefold()
        ]
        hint = f"did you mean {close[0]!r}?" if close else "`toggl-tasks api` lists them"
        raise CommandError(f"there is no operation {text!r}: {hint}", NOT_FOUND)
    return next((one for one in fits if one.api == default), fits[0])


def read_arguments(
    operation: Operation, function: Callable[..., Any], texts: Sequence[str], body: str | None
) -> tuple[list[Any], dict[str, Any]]:
    """The arguments for a method of `client.raw`. Raises CommandError for one that is missing, unknown or invalid."""
    hints = typing.get_type_hints(function)
    parameters = [one for one in inspect.signature(function).parameters.values() if one.name != "self"]
    has_body = any(one.name == "body" for one in parameters)
    types = {one.name: parameter_of(hints[one.name]) for one in parameters if one.name != "body"}
    model = next((one for one in typing.get_args(hints.get("body")) if msgspec.inspect.is_struct_type(one)), None)
    kinds = typing.get_type_hints(model) if model else {}
    given: dict[str, Any] = {}
    fields: dict[str, Any] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals:
            raise CommandError(f"{text!r} is not KEY=VALUE", USAGE)
        if key in types:
            kind, many = types[key]
            try:
                converted = kind.convert(value, None, None)
            except click.BadParameter as error:
                raise CommandError(f"{key}: {error.message}", USAGE) from None
            given[key] = [*given.get(key, []), converted] if many else converted
        elif has_body:
            fields[key] = _json_or_text(value, kinds.get(key, Any))
        else:
            raise _unknown(operation, key, [*types])
    if has_body:
        given["body"] = _read_body(operation, body, fields)
    elif body is not None:
        raise CommandError(f"{operation.id} has no body: omit --body", USAGE)
    missing = [one.name for one in parameters if one.default is one.empty and one.name not in given]
    if missing:
        keys = " ".join(f"{one}=…" for one in missing)
        raise CommandError(f"{operation.id} ({operation.method} {operation.path}) also needs {keys}", USAGE)
    return [given.pop(one.name) for one in parameters if one.kind is not one.KEYWORD_ONLY], given


def _unknown(operation: Operation, key: str, names: Sequence[str]) -> CommandError:
    close = difflib.get_close_matches(key, names, 1)
    hint = f"did you mean {close[0]!r}?" if close else f"it takes {', '.join(names) or 'none'}"
    return CommandError(f"{operation.id} has no parameter {key!r}: {hint}", USAGE)


def _read_body(operation: Operation, body: str | None, fields: Mapping[str, Any]) -> Any:
    if body is None:
        return dict(fields)
    if fields:
        raise CommandError(f"{', '.join(fields)}: pass the body either as KEY=VALUE or as --body, not both", USAGE)
    try:
        if body == "-":
            text: str | bytes = sys.stdin.read()
        elif body.startswith("@"):
            text = Path(body[1:]).read_bytes()
        else:
            text = body
        return msgspec.json.decode(text)
    except OSError as error:
        raise CommandError(f"--body {body}: {error.strerror}", USAGE) from None
    except (msgspec.DecodeError, UnicodeError) as error:
        raise CommandError(f"--body is not JSON: {error}", USAGE) from None


def _json_or_text(text: str, kind: Any) -> Any:
    """The value of a field, read as JSON if that has the type of the field, otherwise as text, as in name=2024."""
    try:
        value = msgspec.json.decode(text)
        msgspec.convert(value, kind)
    except (msgspec.DecodeError, UnicodeError):
        return text
    return value


def show(session: Session, content: bytes) -> None:
    """Print a response: as JSON, or as rows if a format or fields were chosen. Tokens are redacted."""
    if not content:
        return
    text = session.redact(content.decode("utf-8", "replace"))
    try:
        reply = msgspec.json.decode(text)
    except msgspec.DecodeError:  # a stream of lines
        for line in text.splitlines():
            click.echo(printable(line))
        return
    settings = session.settings
    items = next((part for part in (reply, *_lists(reply)) if isinstance(part, list)), [reply])
    if (settings.format in (None, "json") and settings.fields is None and not settings.quiet) or not all(
        isinstance(item, dict) for item in items
    ):
        click.echo(_escaped(dump(reply, indent=2)))
        return
    columns = list(dict.fromkeys(name for item in items for name in item))
    session.output.rows(items, columns)


def _lists(reply: Any) -> list[Any]:
    """The lists in a page of a list, such as `data`."""
    return [part for part in reply.values() if isinstance(part, list)] if isinstance(reply, dict) else []


def _escaped(text: str) -> str:
    """JSON with all control characters escaped: JSON allows some that a terminal interprets."""
    return re.sub(r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", lambda match: f"\\u{ord(match[0]):04x}", text)
