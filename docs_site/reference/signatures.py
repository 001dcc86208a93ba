"""Arguments of methods: their types, defaults and descriptions, as tables show them."""

from __future__ import annotations

import ast
import inspect
import itertools
import re
import textwrap
from collections.abc import Callable, Collection
from typing import Any

from msgspec import UNSET

from toggl_tasks.cli.spec_options import argument_texts

Row = tuple[str, str, str, str]


def arguments(method: Callable[..., Any], without: Collection[str] = ()) -> list[Row]:
    """Return name, type, default and description of each argument, as Markdown."""
    texts = argument_texts(method)
    return [
        (f"`{name}`", f"`{type_text(one.annotation)}`", default_text(one.default), texts.get(name, ""))
        for name, one in inspect.signature(method).parameters.items()
        if name != "self" and name not in without
    ]


def type_text(annotation: object) -> str:
    """Return an annotation without the marker of an argument that was not given, and without module names."""
    parts = [part for part in str(annotation).split(" | ") if part != "UnsetType"]
    return re.sub(r"\b(?:models|datetime|builtins|os)\.(?=\w)", "", " | ".join(parts))


def default_text(default: object) -> str:
    """Return a default as code; `required` if there is none, nothing if it may be omitted."""
    if default is inspect.Parameter.empty:
        return "required"
    if default is UNSET:
        return ""
    return (
        f"`{type(default.__self__).__module__}.{default.__name__}`" if inspect.isbuiltin(default) else f"`{default!r}`"
    )


def attribute_texts(kind: type) -> dict[str, str]:
    """Return the docstrings below the attributes of a class, by name."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(body, ast.ClassDef)
    return {
        one.target.id: " ".join(text.value.value.split())
        for one, text in itertools.pairwise(body.body)
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
