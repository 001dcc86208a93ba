"""Every public name of the generated client is described, in the words of the specification."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.folder import files

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generated" / "toggl_openapi"
MODULES = [name for name in files(PACKAGE) if name.endswith(".py")]


def public_names(body: list[ast.stmt], owner: str = "") -> Iterator[tuple[str, str | None]]:
    """Name and docstring of the functions, classes and attributes in a body; an attribute's is the literal below it."""
    for statement, below in zip(body, [*body[1:], None], strict=True):
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield f"{owner}{name}", ast.get_docstring(statement)
                if isinstance(statement, ast.ClassDef):
                    yield from public_names(statement.body, f"{name}.")
            case ast.AnnAssign(target=ast.Name(id=name)):
                match below:
                    case ast.Expr(value=ast.Constant(value=str(text))):
                        yield f"{owner}{name}", text
                    case _:
                        yield f"{owner}{name}", None


def docstrings(source: str) -> dict[str, str | None]:
    return {
        name: text for name, text in public_names(ast.parse(source).body) if not name.split(".")[-1].startswith("_")
    }


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_is_described(module: str) -> None:
    source = (PACKAGE / module).read_text()
    assert ast.get_docstring(ast.parse(source))
    assert "Not described." not in source
    assert [name for name, text in docstrings(source).items() if not (text or "").strip()] == []


@pytest.mark.parametrize("module", [name for name in MODULES if name.endswith("/operations.py")])
def test_every_argument_is_described(module: str) -> None:
    for function in ast.parse((PACKAGE / module).read_text()).body:
        if isinstance(function, ast.FunctionDef):
            arguments = [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
            lines = (ast.get_docstring(function) or "").splitlines()
            described = [line.strip().split(": ")[0] for line in lines if line.startswith("    ") and line[4:5] != " "]
            assert described == [*arguments, "TypeError, ValueError"], function.name


def test_the_public_names_are_found() -> None:
    found = {name for module in MODULES for name in docstrings((PACKAGE / module).read_text())}
    assert {"Task", "Task.name", "Task.tracked", "TaskCreateFields.name", "get_task"} <= found
    assert len(found) > 200


def test_a_missing_description_is_found() -> None:
    source = '''
def documented() -> None:
    """Yes."""
def bare() -> None: ...
class Model:
    """Yes."""
    described: int
    """Yes."""
    undescribed: int
    last: int
    def method(self) -> int: ...
    def _private(self) -> int: ...
'''
    assert [name for name, text in docstrings(source).items() if not text] == [
        "bare",
        "Model.undescribed",
        "Model.last",
        "Model.method",
    ]


@pytest.mark.parametrize("api", ["focus", "track"])
def test_methods_are_not_described_by_operation_ids(api: str) -> None:
    """A reader of `help()` looks for methods."""
    ids = set(re.findall(r"^      operationId: (\w+)$", (ROOT / "spec" / f"{api}.yaml").read_text(), re.MULTILINE))
    source = (ROOT / "generated" / "toggl_resources" / api / "resources.py").read_text()
    assert ids
    assert ids & set(re.findall(r"`(\w+)`", source)) == set()
