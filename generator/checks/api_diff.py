"""`make api-diff`: breaking changes of the public Python API since a commit, found by griffe.

griffe reads the sources and compares names, parameters, base classes and return types. It does not compare the types
of attributes, nor the arguments of constructors that attrs makes; `spec-diff` does so for the generated models.
"""

from __future__ import annotations

import io
import tarfile
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import griffe

from .. import ROOT
from ..arguments import BASE
from ..table import table
from ..tools import ToolError, git, resolve_commit

ARGUMENTS = [BASE]
#: The folders of the packages. All modules of the generated ones are public; of the facade only `PublicNames` knows.
FOLDERS = {"toggl_tasks": ".", "toggl_openapi": "generated", "toggl_resources": "generated"}
FACADE = "toggl_tasks"


@dataclass(frozen=True, order=True)
class Break:
    """A public name that changed incompatibly: the kind of change, and both sides where there are two."""

    name: str
    kind: str
    change: str = ""


def run(options: Namespace, repository: Path = ROOT) -> int:
    """Print the breaking changes since a commit as a table; returns 1 if there are any."""
    base = options.base
    if base is None:
        raise ToolError("api-diff needs a commit, branch or tag to compare with: make api-diff BASE=...")
    breaks = find_breaks(base, repository)
    if not breaks:
        print(f"{', '.join(FOLDERS)}: no public name broke since {base}")
        return 0
    print(table([(found.name, found.kind, found.change) for found in breaks], indent=""))
    return 1


def find_breaks(base: str, repository: Path) -> list[Break]:
    """The breaks between a commit and the working tree, of the packages that the commit has."""
    revision = resolve_commit(base, cwd=repository)
    with tempfile.TemporaryDirectory(prefix="toggl-api-diff-") as name:
        before = Path(name)
        packages = [package for package in FOLDERS if export_package(revision, package, repository, before)]
        old, new = load_packages(before, packages), load_packages(repository, packages)
        return sorted({found for package in packages for found in compare_packages(old[package], new[package])})


def export_package(revision: str, package: str, repository: Path, target: Path) -> bool:
    """Write a package as of a commit; False when the commit does not have it.

    griffe itself would make a git worktree, which stays in the repository when it is interrupted.
    """
    folder = (Path(FOLDERS[package]) / package).as_posix()
    if not git("ls-tree", revision, "--", folder, cwd=repository):
        return False
    with tarfile.open(fileobj=io.BytesIO(git("archive", revision, "--", folder, cwd=repository))) as archive:
        archive.extractall(target, filter="data")
    return True


def load_packages(root: Path, packages: list[str]) -> dict[str, griffe.Module]:
    """The packages as griffe reads them, without importing them, with the public names of the facade marked."""
    paths = [root / folder for folder in FOLDERS.values()]
    loader = griffe.GriffeLoader(search_paths=paths, allow_inspection=False)
    for package in packages:
        try:
            loader.load(package, try_relative_path=False)  # otherwise one in the working directory comes first
        except (ImportError, griffe.GriffeError) as error:
            raise ToolError(f"{package} cannot be read: {error}") from None
    loader.resolve_aliases(implicit=True, external=False)
    modules = {package: loader.modules_collection[package] for package in packages}
    if FACADE in modules:
        PublicNames(modules[FACADE]).mark()
    return modules


def compare_packages(old: griffe.Module, new: griffe.Module) -> Iterator[Break]:
    """The breaks that griffe finds between two versions of a package."""
    for found in griffe.find_breaking_changes(old, new):
        sides = [side for side in (found.old_value, found.new_value) if side is not None]
        name = found.obj.path
        if sides and isinstance(sides[0], griffe.Parameter):
            name = f"{name}({sides[0].name})"
        yield Break(name, found.kind.value, " -> ".join(describe(side) for side in sides))


def describe(value: object) -> str:
    """One side of a change; empty for a removed name, which griffe gives as its own old value."""
    match value:
        case griffe.Object() | griffe.Alias():
            return ""
        case griffe.Parameter():
            kind = f"{value.kind.value} " if value.kind else ""
            default = "" if value.default is None else f" = {value.default}"
            return f"{kind}{value.name}: {value.annotation}{default}"
        case list():
            return ", ".join(map(str, value)) or "none"
    return str(value)


class PublicNames:
    """The public names of the facade: its exports, and the types that callers get through them.

    Those are base classes and the types of attributes, arguments and results, also where they are defined in a module
    with an underscore.
    """

    def __init__(self, package: griffe.Module) -> None:
        self.package = package
        aliases = [member for member in package.members.values() if isinstance(member, griffe.Alias)]
        self.exports = [alias for alias in aliases if alias.target_path.startswith(f"{package.path}.")]
        self.paths: set[str] = set()
        self.constructed: set[str] = set()
        for export in self.exports:
            self.follow(export.target_path, constructed=True)

    def mark(self) -> None:
        """Mark each name as public or private for griffe."""
        for module in (self.package, *descendants(self.package)):
            for member in module.members.values():
                if not isinstance(member, griffe.Alias | griffe.Module):
                    member.public = member.path in self.paths
                if isinstance(member, griffe.Class) and "__init__" in member.members:
                    member.members["__init__"].public = member.path in self.constructed
            module.public = any(path.startswith(f"{module.path}.") for path in self.paths)
        for export in self.exports:
            export.public = True

    def follow(self, path: str, *, constructed: bool = False) -> None:
        """Add a path and the names that it refers to; `constructed` when callers call the class."""
        known = self.constructed if constructed else self.paths
        if not path.startswith(f"{self.package.path}.") or path in known:
            return
        try:
            found = self.package.modules_collection[path]
        except KeyError:  # a local name
            return
        if found.is_alias or found.is_module or is_type_variable(found):
            return
        self.paths.add(path)
        known.add(path)
        if isinstance(found, griffe.Class):
            for base in found.bases:
                self.follow_names(base, constructed=constructed)
            for member in found.members.values():
                if constructed or member.name != "__init__":
                    self.follow_member(member)
        else:
            self.follow_member(found)

    def follow_member(self, member: griffe.Object | griffe.Alias) -> None:
        """Add the types in the signature of a function, or of an attribute."""
        if member.is_private:
            return
        if isinstance(member, griffe.Function):
            for overload in member.overloads or []:
                self.follow_member(overload)
            for parameter in member.parameters:
                self.follow_names(parameter.annotation)
            # Callers see the result of our decorator, not of the method below it.
            decorators = [each.value for each in member.decorators if each.callable_path.startswith(self.package.path)]
            for decorator in decorators:
                self.follow_names(decorator)
            if not decorators:
                self.follow_names(member.returns)
        elif isinstance(member, griffe.Attribute):
            # Of a call such as `resource(Tasks, AsyncTasks)`, callers see the arguments too.
            made_by = member.value if isinstance(member.value, griffe.ExprCall) else None
            self.follow_names(member.annotation or made_by)

    def follow_names(self, expression: str | griffe.Expr | None, *, constructed: bool = False) -> None:
        """Add the names in an expression."""
        if isinstance(expression, griffe.Expr):
            for part in expression.iterate(flat=True):
                if isinstance(part, griffe.ExprName):
                    self.follow(part.canonical_path, constructed=constructed)


def is_type_variable(found: griffe.Object | griffe.Alias) -> bool:
    """Whether a name is only a placeholder in annotations."""
    value = found.value if isinstance(found, griffe.Attribute) else None
    return isinstance(value, griffe.ExprCall) and str(value.function) in ("TypeVar", "ParamSpec")


def descendants(module: griffe.Module) -> Iterator[griffe.Module]:
    """The modules below a package."""
    for inner in module.modules.values():
        if isinstance(inner, griffe.Module):
            yield inner
            yield from descendants(inner)
