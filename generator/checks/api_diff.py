"""Drives griffe: which public Python names broke since a commit?

griffe reads the sources and compares names, parameters, base classes and return types. It does not compare the types
of attributes, nor what a constructor that attrs makes asks for; of the generated models `spec-diff` tells that.
"""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import griffe

from ..table import table
from ..tools import ROOT, CannotRun, commit, git

#: Where the packages are. Every module of them is public, as Python's conventions have it, but of the facade.
FOLDERS = {"toggl_tasks": ".", "toggl_openapi": "generated"}
FACADE = "toggl_tasks"


@dataclass(frozen=True, order=True)
class Break:
    """A public name that does not work any more as it did: what happened to it, and both sides where there are two."""

    name: str
    kind: str
    change: str = ""


def api_diff_command(base: str | None, repository: Path = ROOT) -> int:
    """Print what broke since a commit as a table; the exit code is 1 when something did."""
    if base is None:
        raise CannotRun("api-diff needs a commit, branch or tag to compare with: make api-diff BASE=...")
    breaks = differences(base, repository)
    if not breaks:
        print(f"{' and '.join(FOLDERS)}: no public name broke since {base}")
        return 0
    print(table([(found.name, found.kind, found.change) for found in breaks], indent=""))
    return 1


def differences(base: str, repository: Path) -> list[Break]:
    """What broke between a commit and the working tree, of the packages that the commit has."""
    revision = commit(base, cwd=repository)
    with tempfile.TemporaryDirectory(prefix="toggl-api-diff-") as name:
        before = Path(name)
        packages = [package for package in FOLDERS if export(revision, package, repository, before)]
        old, new = loaded(before, packages), loaded(repository, packages)
        return sorted({found for package in packages for found in breaks(old[package], new[package])})


def export(revision: str, package: str, repository: Path, target: Path) -> bool:
    """Write a package as it was at a commit; False when it was not there.

    Not a worktree, as griffe would make one: that leaves traces in the repository when it is interrupted.
    """
    folder = (Path(FOLDERS[package]) / package).as_posix()
    if not git("ls-tree", revision, "--", folder, cwd=repository):
        return False
    with tarfile.open(fileobj=io.BytesIO(git("archive", revision, "--", folder, cwd=repository))) as archive:
        archive.extractall(target, filter="data")
    return True


def loaded(root: Path, packages: list[str]) -> dict[str, griffe.Module]:
    """The packages as griffe reads them, without importing anything, with what the facade publishes marked."""
    paths = [root / folder for folder in FOLDERS.values()]
    loader = griffe.GriffeLoader(search_paths=paths, allow_inspection=False)
    for package in packages:
        try:
            loader.load(package, try_relative_path=False)  # else the one in the working directory comes first
        except (ImportError, griffe.GriffeError) as error:
            raise CannotRun(f"{package} cannot be read: {error}") from None
    loader.resolve_aliases(implicit=True, external=False)
    modules = {package: loader.modules_collection[package] for package in packages}
    if FACADE in modules:
        Publication(modules[FACADE]).mark()
    return modules


def breaks(old: griffe.Module, new: griffe.Module) -> Iterator[Break]:
    """What griffe finds."""
    for found in griffe.find_breaking_changes(old, new):
        sides = [side for side in (found.old_value, found.new_value) if side is not None]
        name = found.obj.path
        if sides and isinstance(sides[0], griffe.Parameter):
            name = f"{name}({sides[0].name})"
        yield Break(name, found.kind.value, " -> ".join(described(side) for side in sides))


def described(value: object) -> str:
    """One side of a change. A removed name is its own old value, to which there is nothing to add."""
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


class Publication:
    """What the facade publishes: the names that it exports, and the classes that one comes across from there.

    Most of its modules are its own business although no underscore says so. What a caller gets hold of counts: the
    base classes, the types of attributes, of arguments and of what a method returns.
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
        """Tell griffe what is public and what is not."""
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
        """Take in what a path means, and what leads on from there; a class may be one that callers make."""
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
        """Take in the types that a function or an attribute speaks of."""
        if member.is_private:
            return
        if isinstance(member, griffe.Function):
            for overload in member.overloads or []:
                self.follow_member(overload)
            for parameter in member.parameters:
                self.follow_names(parameter.annotation)
            # What a decorator of ours makes of a method is what callers see of it, not what the method returns.
            ours = [each.value for each in member.decorators if each.callable_path.startswith(self.package.path)]
            for seen in ours:
                self.follow_names(seen)
            if not ours:
                self.follow_names(member.returns)
        elif isinstance(member, griffe.Attribute):
            made_by = member.value.function if isinstance(member.value, griffe.ExprCall) else None
            self.follow_names(member.annotation or made_by)

    def follow_names(self, expression: str | griffe.Expr | None, *, constructed: bool = False) -> None:
        """Take in the names of an expression."""
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
