"""`make release`: builds and checks the files of a release in `dist/`. It does not commit, tag or upload."""

from __future__ import annotations

import re
import sys
import tarfile
import tempfile
import time
import tomllib
import zipfile
from argparse import Namespace
from pathlib import Path
from subprocess import CompletedProcess

from packaging.metadata import Metadata

from .. import ROOT
from ..arguments import argument, folder
from ..codegen.output import difference
from ..folder import files, replace
from ..tools import ToolError, git, last_error_line, run_program
from .bundle import write_bundle, write_checksums

ARGUMENTS = [
    argument("version", help="the version that the commit declares, such as 1.2.3"),
    folder("--output", "dist", "release"),
]


class ReleaseError(ToolError):
    """A release cannot be built from this commit. Its text is one line: the cause, and what to do."""


def run(options: Namespace) -> int:
    """Build the release and print its files."""
    files = release(options.version, ROOT, options.output)
    print(f"release {options.version}, built and checked, not uploaded:")
    print("\n".join(f"  {path}" for path in files))
    return 0


def release(version: str, repository: Path, target: Path) -> list[Path]:
    """Write the release of the current commit of `repository` into `target`, and return its files.

    These are the sdist, the wheel built from it, the specification bundle as a zip archive, and the checksums of the
    three. They depend only on the commit and carry its date, so the same commit gives the same bytes. A run that fails
    does not change `target`. Raises ReleaseError, another ToolError or SpecificationError.
    """
    require_version(version)
    require_clean(repository)
    require_newer(version, repository)
    require_declared(version, repository)
    require_changelog(version, repository)
    require_addresses(repository)
    with tempfile.TemporaryDirectory(prefix="toggl-release-") as folder:
        source, fresh = Path(folder) / "source", Path(folder) / "dist"
        fresh.mkdir()
        # Files that are not in git must not get into the archives.
        git("checkout-index", "--all", f"--prefix={source}/", cwd=repository)
        if difference(source / "spec", source / "generated"):
            raise ReleaseError("generated/ is stale: run `make generate` and commit the result")
        date = int(git("log", "-1", "--format=%ct", cwd=repository))
        build_packages(source, fresh, date)
        for path in sorted(fresh.iterdir()):
            check_metadata(path, version)
        (wheel,) = fresh.glob("*.whl")
        check_contents(wheel, source)
        write_bundle(source / "spec", source / "LICENSE", Path(folder) / "spec")
        write_archive(Path(folder) / "spec", fresh / f"toggl-tasks-spec-{version}.zip", date)
        write_checksums(fresh)
        replace(fresh, target)
        return [target / path.name for path in sorted(fresh.iterdir())]


def require_version(version: str) -> None:
    """Require a final semantic version: Python's tools would spell a pre-release in another way."""
    if not version:
        raise ReleaseError("VERSION is missing: make release VERSION=1.2.3")
    if not re.fullmatch(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", version, re.ASCII):
        raise ReleaseError(f"VERSION={version}: not a semantic version: three numbers are needed, such as 1.2.3")


def require_clean(repository: Path) -> None:
    """Require a clean working tree, so that the build can be repeated."""
    changes = git("status", "--porcelain", "--untracked-files=normal", cwd=repository).decode().splitlines()
    if changes:
        others = f" and {len(changes) - 1} more" if len(changes) > 1 else ""
        raise ReleaseError(f"{changes[0][3:]}{others}: not committed: commit or remove what `git status` lists")


def require_newer(version: str, repository: Path) -> None:
    """Require a version above every earlier release; the tagged commit itself may be built again."""
    tag = f"v{version}"
    here = git("tag", "--points-at", "HEAD", cwd=repository).decode().splitlines()
    if tag not in here and git("tag", "--list", tag, cwd=repository):
        raise ReleaseError(f"VERSION={version}: the tag {tag} is on another commit: choose a greater version")
    for other in git("tag", "--merged", "HEAD", "--list", "v*", cwd=repository).decode().splitlines():
        numbers = re.fullmatch(r"v(\d+)\.(\d+)\.(\d+)", other)
        if numbers and other != tag and to_numbers(version) <= to_numbers(other[1:]):
            raise ReleaseError(f"VERSION={version}: not greater than the release {other}: choose a greater version")


def require_declared(version: str, repository: Path) -> None:
    """Require that the commit declares the version."""
    declared = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    if declared != version:
        raise ReleaseError(f"pyproject.toml: version is {declared}, not {version}: set it and commit")


def require_changelog(version: str, repository: Path) -> None:
    """Require a section about the version in CHANGELOG.md."""
    text = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {re.escape(version)}(?: [^\n]*)?$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if section is None:
        raise ReleaseError(f"CHANGELOG.md: no section `## {version}`: rename `## Unreleased` and commit")
    if not section[1].strip():
        raise ReleaseError(f"CHANGELOG.md: the section `## {version}` is empty: say what changed and commit")


def require_addresses(repository: Path) -> None:
    """Require real addresses in the metadata: the host `.example` is a placeholder."""
    declared = (repository / "pyproject.toml").read_text(encoding="utf-8")
    if found := re.search(r"https://[\w.-]+\.example\b(?![.])", declared):
        raise ReleaseError(f"pyproject.toml: {found[0]} is a placeholder: write the repository's address and commit")


def to_numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def build_packages(source: Path, output: Path, date: int) -> None:
    """Build the sdist, and the wheel from it, dated `date` (UNIX seconds)."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(output), str(source)]
    done = run_program(command, cwd=output, environment={"SOURCE_DATE_EPOCH": str(date)})
    if done.returncode:
        raise ReleaseError(f"pyproject.toml: cannot be built: {error_line(done)}")


def check_metadata(path: Path, version: str) -> None:
    """Check the metadata of an archive by the rules of PyPA's packaging, which an index applies to an upload."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
            content = wheel.read(name)
    else:
        with tarfile.open(path) as sdist:
            member = sdist.extractfile(f"{path.name.removesuffix('.tar.gz')}/PKG-INFO")
            content = member.read() if member else b""
    try:
        metadata = Metadata.from_email(content, validate=True)
    except ExceptionGroup as group:
        raise ReleaseError(f"{path.name}: {group.exceptions[0]}: correct it in pyproject.toml") from None
    if str(metadata.version) != version:
        raise ReleaseError(f"{path.name}: its version is {metadata.version}, not {version}: correct pyproject.toml")
    if not metadata.description or metadata.description_content_type != "text/markdown":
        raise ReleaseError(f"{path.name}: README.md is not its description: see `fancy-pypi-readme` in pyproject.toml")


def check_contents(wheel: Path, source: Path) -> None:
    """Check that the wheel contains the packages of pyproject.toml, complete and typed, and nothing else."""
    settings = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))
    packages = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    names = [Path(package).name for package in packages]
    command = [sys.executable, "-m", "check_wheel_contents", "--no-config", "--toplevel", ",".join(names)]
    for package in packages:
        command += ["--package", package]
    # W002 is about equal files, which generated packages have.
    done = run_program([*command, "--ignore", "W002", str(wheel)], cwd=source)
    if done.returncode:
        problems = " ".join(done.stdout.decode().replace(str(wheel), wheel.name).split())
        raise ReleaseError(problems or f"{wheel.name}: cannot be checked: {error_line(done)}")
    with zipfile.ZipFile(wheel) as content:
        found = set(content.namelist())
    for name in names:
        if f"{name}/py.typed" not in found:
            raise ReleaseError(f"{wheel.name}: {name}/py.typed is missing: type checkers would not read {name}")
    for name in sorted(found):
        if name.endswith((".jinja", ".partial", ".pyc")):
            raise ReleaseError(f"{wheel.name}: {name} must not be published: remove it from the package")


def write_archive(folder: Path, place: Path, date: int) -> None:
    """Write the files of a folder into a zip archive, all with the same date (UNIX seconds) and permissions."""
    with zipfile.ZipFile(place, "w") as content:
        for name, path in files(folder).items():
            entry = zipfile.ZipInfo(f"{place.stem}/{name}", time.gmtime(date)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            content.writestr(entry, path.read_bytes())


def error_line(done: CompletedProcess[bytes]) -> str:
    """The line of the error output that names the exception; else the last one."""
    lines = done.stderr.decode(errors="replace").splitlines()
    return ([line for line in lines if re.match(r"\w+(Error|Exception): ", line)] or [last_error_line(done)])[-1]
