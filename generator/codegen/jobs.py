"""Methods from flows written by hand: those that take several requests, which a specification cannot describe.

A flow is a method `_NAME_flow` of a class such as `TaskJobs` in `toggl_tasks/_track_jobs.py`. Its last argument is
`options`. The method NAME of the resource `tasks` has the same other arguments and the options one by one, and runs it.
Types that have a name in the module are written out.

A first argument `method: Literal["done", "reopen"]` makes a method for each of these names; the first paragraph of the
docstring then has a line `done: ...` for each. Arguments `ids` and `create: TaskCreateFields` are replaced by those of
the method `create` of the same resource: the ids in its path, and the fields of its body.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..specification import SpecificationError
from .methods import Method


@dataclass(frozen=True, slots=True)
class Job:
    """A method that runs a flow; all but `is_list` is source text."""

    name: str
    flow: str
    parameters: str
    """Parameters without `self` and the options."""
    arguments: str
    """The arguments to call the flow with, without the options."""
    result: str
    text: str
    """The docstring up to the description of the last argument."""
    errors: str
    """The rest of the docstring."""
    is_list: bool
    """Whether the result is pages, which are fetched later."""
    has_progress: bool
    """Whether it takes several requests, after each of which it calls `progress`."""
    arguments_of: str | None
    """The method of the specification that has the same arguments, if the flow takes `ids` and fields."""


class WriteOut(ast.NodeTransformer):
    """Replaces the names that a module defines by their values."""

    def __init__(self, module: ast.Module) -> None:
        definitions = [node for node in module.body if isinstance(node, ast.Assign)]
        self._values = {ast.unparse(node.targets[0]): node.value for node in definitions}

    def visit_Name(self, node: ast.Name) -> ast.expr:
        value = self._values.get(node.id)
        return node if value is None else self.visit(copy.deepcopy(value))


def read_jobs(path: Path, resources: Mapping[str, Sequence[Method]]) -> dict[str, Any]:
    """The variables of the template for a module with one class of flows. Raises SpecificationError.

    `resources` are the methods of the specification, by the name of their resource.
    """
    module = ast.parse(path.read_text(encoding="utf-8"))
    kinds = [node for node in module.body if isinstance(node, ast.ClassDef)]
    if len(kinds) != 1 or not kinds[0].name.endswith("Jobs"):
        raise problem(path, module, "needs one class whose name ends with Jobs")
    (kind,) = kinds
    flows = [node for node in kind.body if is_flow(path, node)]
    name = f"{kind.name.removesuffix('Jobs')}s"
    specified = {method.name: method for method in resources.get(name.lower(), ())}
    return {
        "jobs": kind.name,
        "name": name,
        "specified": specified,
        "text": ast.get_docstring(kind),
        "imports": "\n".join(imports(module)),
        "methods": [job for flow in flows for job in read_methods(path, WriteOut(module).visit(flow), specified)],
    }


def imports(module: ast.Module) -> Iterator[str]:
    """The imports of a module in `toggl_tasks`; the formatter removes those that are not used."""
    for node in module.body:
        if isinstance(node, ast.ImportFrom) and node.module != "__future__":
            module_name = f"toggl_tasks.{node.module}" if node.level else node.module
            yield ast.unparse(ast.ImportFrom(module_name, node.names, level=0))
        elif isinstance(node, ast.Import):
            yield ast.unparse(node)


def is_flow(path: Path, node: ast.stmt) -> bool:
    """Whether a statement of the class defines a flow, and not a docstring or a method for flows."""
    match node:
        case ast.FunctionDef(name=name) if name.startswith("_"):
            return name.endswith("_flow")
        case ast.Expr(value=ast.Constant()):
            return False
        case _:
            raise problem(path, node, "only a docstring and methods whose names begin with _ are supported here")


def read_methods(path: Path, flow: ast.FunctionDef, specified: Mapping[str, Method]) -> Iterator[Job]:
    """The method of a flow, or its methods. Raises SpecificationError for what cannot be translated."""
    match flow.args.args[1:2]:
        case [ast.arg("method", ast.Subscript(ast.Name("Literal"), ast.Tuple(names)))]:
            del flow.args.args[1]
            head, *rest = (ast.get_docstring(flow) or "").split("\n\n")
            for name in map(ast.literal_eval, names):
                summary = re.search(rf"^{name}: (.+)$", head, re.MULTILINE)
                if summary is None:
                    raise problem(path, flow, f"{flow.name}: the docstring needs a line `{name}: ...`")
                job = read_job(path, flow, "\n\n".join([summary[1], *rest]), specified)
                yield replace(job, name=name, arguments=f"{name!r}, {job.arguments}")
        case _:
            yield read_job(path, flow, ast.get_docstring(flow) or "", specified)


def read_job(path: Path, flow: ast.FunctionDef, docstring: str, specified: Mapping[str, Method]) -> Job:
    """The method of a flow with this docstring. Raises SpecificationError for what cannot be translated."""
    given = flow.args
    if given.posonlyargs or given.vararg or given.kwarg or flow.decorator_list:
        raise problem(path, flow, f"{flow.name}: decorators, and arguments with * or /, are not supported")
    match given.kwonlyargs[-1:], given.kw_defaults[-1:]:
        case [ast.arg("options", ast.Name("CallOptions" | "ManyOptions" as options))], [None]:
            pass
        case _:
            raise problem(
                path, flow, f"{flow.name}: the last argument must be `options: CallOptions` or ManyOptions, by keyword"
            )
    match flow.returns:
        case ast.Subscript(value=ast.Name(id="Flow" | "PageQuery" as kind), slice=result):
            is_list = kind == "PageQuery"
        case _:
            raise problem(path, flow, f"{flow.name}: the result must be a Flow or a PageQuery")
    arguments_of: str | None
    match given.args[1:]:
        case [ast.arg("ids"), ast.arg(name, ast.Name(fields))] if fields.endswith("Fields"):
            arguments_of, section = name, ""
            if name not in specified or specified[name].query:
                raise problem(path, flow, f"{flow.name}: the specification has no method {name} of ids and fields only")
        case _:
            arguments_of, section = None, "\n\nArgs:\n"
    text, separator, errors = docstring.partition("\n\nRaises:")
    if not separator or section not in text:
        raise problem(path, flow, f"{flow.name}: the docstring needs the sections Args and Raises")
    keywords = [each.arg for each in given.kwonlyargs[:-1]]
    positional = ast.arguments(
        [], given.args[1:], None, given.kwonlyargs[:-1], given.kw_defaults[:-1], None, given.defaults
    )
    parameters = ast.unparse(positional)
    return Job(
        name=flow.name.removeprefix("_").removesuffix("_flow"),
        flow=flow.name,
        parameters=parameters if keywords else f"{parameters}, *",
        arguments=", ".join([*(each.arg for each in given.args[1:]), *(f"{name}={name}" for name in keywords)]),
        result=f"Pages[{ast.unparse(result)}]" if is_list else ast.unparse(result),
        text=text,
        errors=f"Raises:{errors}",
        is_list=is_list,
        has_progress=options == "ManyOptions",
        arguments_of=arguments_of,
    )


def problem(path: Path, node: ast.AST, cause: str) -> SpecificationError:
    """The error for what cannot be translated."""
    return SpecificationError(f"toggl_tasks/{path.name}", f"line {getattr(node, 'lineno', 1)}", cause)
