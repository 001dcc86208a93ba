"""`make release`: its files, that they are reproducible, and the commits that it rejects."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator import ROOT
from generator.__main__ import main
from generator.folder import files
from generator.publish import release as releasing
from generator.publish.release import (
    ReleaseError,
    check_contents,
    check_metadata,
    release,
    require_addresses,
    require_changelog,
    require_clean,
    require_declared,
    require_newer,
    require_version,
)
from generator.tools import ToolError, openapi_format
from tests.support.outside_programs import needs

VERSION = "7.0.0"
DATE = 1_700_000_000
"""When the commit was made, in UNIX seconds."""
PRODUCTS = {
    f"toggl_tasks-{VERSION}.tar.gz",
    f"toggl_tasks-{VERSION}-py3-none-any.whl",
    f"toggl-tasks-spec-{VERSION}.zip",
    "SHA256SUMS",
}

in_git = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs a checkout, not an unpacked archive")
needs_node = needs(openapi_format)


def git(folder: Path, *arguments: str) -> str:
    """Run git with an author of its own and none of the settings of this machine."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for role in ("AUTHOR", "COMMITTER"):
        settings |= {f"GIT_{role}_NAME": "Tests", f"GIT_{role}_EMAIL": "tests", f"GIT_{role}_DATE": f"{DATE} +0100"}
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=folder, env=os.environ | settings, capture_output=True, text=True, check=True)
    return done.stdout


def checksums(folder: Path) -> dict[str, str]:
    rows = (row.split("  ") for row in (folder / "SHA256SUMS").read_text().splitlines())
    return {name: digest for digest, name in rows}


# Builds


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One commit of this repository that declares a release, checked out twice under different conditions."""
    folder = tmp_path_factory.mktemp("release")
    first, second = folder / "first", folder / "some where" / "else" / "second"
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (first / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, first / name)
    declared = (first / "pyproject.toml").read_text().replace("toggl-tasks.example", "code.example.org")
    (first / "pyproject.toml").write_text(
        re.sub("^version = .*", f'version = "{VERSION}"', declared, flags=re.MULTILINE)
    )
    changes = (first / "CHANGELOG.md").read_text()
    (first / "CHANGELOG.md").write_text(f"{changes}\n## {VERSION}\n\n- Something.\n")
    git(first, "init", "--quiet")
    git(first, "add", "--all")
    git(first, "commit", "--quiet", "--message", "Release")
    git(folder, "clone", "--quiet", "--no-hardlinks", str(first), str(second))
    for copy in (first, second):
        (copy / "node_modules").symlink_to(ROOT / "node_modules")
        with (copy / ".git/info/exclude").open("a") as exclude:
            exclude.write("node_modules\nleft_over.py\n")
    # One has a file that only its git ignores, and files with other dates and permissions.
    (second / "toggl_tasks/left_over.py").write_text("")
    for path in second.rglob("*.*"):
        if ".git" not in path.parts and path.is_file():
            path.chmod(0o600)
            os.utime(path, (1_600_000_000, 1_600_000_000))
    git(second, "config", "core.fileMode", "false")
    return first, second


@pytest.fixture(scope="module")
def releases(copies: tuple[Path, Path]) -> tuple[Path, Path]:
    """The output of `python -m generator release` in both copies, with different umasks and time zones.

    The slow generation of code to compare with generated/ is replaced: `make check` does the same.
    """
    script = (
        "import sys; from generator.__main__ import main; from generator.publish import release\n"
        "def difference(spec, generated):\n"
        "    assert (spec / 'track.yaml').exists() and (generated / 'toggl_openapi').exists()\n"
        "    return ''\n"
        f"release.difference = difference; sys.exit(main(['release', '{VERSION}']))"
    )

    def run(copy: Path, umask: int, zone: str) -> Path:
        command = [sys.executable, "-c", script]
        environment = os.environ | {"TZ": zone, "SOURCE_DATE_EPOCH": "1"}
        done = subprocess.run(
            command, cwd=copy, env=environment, umask=umask, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert set(re.findall(r"^  .*/(\S+)$", done.stdout, re.MULTILINE)) == PRODUCTS
        return copy / "dist"

    with ThreadPoolExecutor() as pool:
        first, second = pool.map(run, copies, (0o022, 0o077), ("UTC", "Asia/Kolkata"))
    return first, second


@in_git
@needs_node
def test_two_builds_of_one_commit_are_byte_identical(releases: tuple[Path, Path]) -> None:
    first, second = ({name: path.read_bytes() for name, path in files(folder).items()} for folder in releases)
    assert set(first) == PRODUCTS
    for name in PRODUCTS:
        assert first[name] == second[name], name


@in_git
@needs_node
def test_the_archives_carry_the_date_of_the_commit(releases: tuple[Path, Path]) -> None:
    date = datetime.datetime.fromtimestamp(DATE, datetime.UTC)
    for name in PRODUCTS:
        if name.endswith((".whl", ".zip")):
            dates = {entry.date_time for entry in zipfile.ZipFile(releases[0] / name).infolist()}
            assert dates == {(date.year, date.month, date.day, date.hour, date.minute, date.second)}, name
    with tarfile.open(releases[0] / f"toggl_tasks-{VERSION}.tar.gz") as sdist:
        assert {member.mtime for member in sdist.getmembers()} == {DATE}


@in_git
@needs_node
def test_a_release_has_sdist_wheel_specification_and_checksums(releases: tuple[Path, Path], tmp_path: Path) -> None:
    folder = releases[0]
    assert set(checksums(folder)) == PRODUCTS - {"SHA256SUMS"}
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    subprocess.run(check, cwd=folder, check=True)

    wheel = set(zipfile.ZipFile(folder / f"toggl_tasks-{VERSION}-py3-none-any.whl").namelist())
    for package in ("toggl_tasks", "toggl_openapi", "toggl_sandbox", "toggl_server"):
        assert {f"{package}/__init__.py", f"{package}/py.typed"} <= wheel
    assert not [name for name in wheel if name.endswith(".jinja") or "left_over" in name]
    with tarfile.open(folder / f"toggl_tasks-{VERSION}.tar.gz") as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"spec/track.yaml", "generator/codegen/templates/client.py.jinja", "package-lock.json", "LICENSE"} <= names
    assert not [name for name in names if "left_over" in name or name.startswith(("node_modules", ".git/"))]

    zipfile.ZipFile(folder / f"toggl-tasks-spec-{VERSION}.zip").extractall(tmp_path)
    (specification,) = tmp_path.iterdir()
    assert specification.name == f"toggl-tasks-spec-{VERSION}"
    assert {"track.yaml", "focus-3.1.json", "scenarios/track.arazzo.yaml", "LICENSE"} <= set(checksums(specification))
    subprocess.run(check, cwd=specification, check=True)


@in_git
@needs_node
def test_a_release_neither_commits_nor_tags(releases: tuple[Path, Path], copies: tuple[Path, Path]) -> None:
    assert releases
    assert git(copies[0], "status", "--porcelain") == ""
    assert git(copies[0], "tag") == ""
    assert git(copies[0], "rev-list", "--count", "--all").strip() == "1"


@in_git
@needs_node
def test_a_failed_release_does_not_change_the_last_one(
    releases: tuple[Path, Path], copies: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {name: path.read_bytes() for name, path in files(releases[0]).items()}
    monkeypatch.setattr(releasing, "difference", lambda *_: "--- a\n+++ b\n")
    with pytest.raises(ReleaseError, match=r"^generated/ is stale: run `make generate` and commit the result$"):
        release(VERSION, copies[0], releases[0])
    assert {name: path.read_bytes() for name, path in files(releases[0]).items()} == before


def test_make_release_passes_the_version() -> None:
    command = ["make", "--no-print-directory", "--dry-run", "--always-make", "release", "VERSION=1.2.3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].endswith('-m generator release "1.2.3"')


# Requirements


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small repository that declares the release 1.2.3."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "pyproject.toml").write_text('[project]\nname = "toggl-tasks"\nversion = "1.2.3"\n')
    (folder / "CHANGELOG.md").write_text("# Changelog\n\n## 1.2.3\n\n- Something.\n\n## 1.2.2\n\n- Before.\n")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "One")
    return folder


def test_a_correct_repository_passes_every_requirement(repository: Path) -> None:
    require_version("1.2.3")
    require_clean(repository)
    require_newer("1.2.3", repository)
    require_declared("1.2.3", repository)
    require_changelog("1.2.3", repository)


@pytest.mark.parametrize("version", ["1.2", "v1.2.3", "1.2.3.4", "1.2.3-rc.1", "01.2.3", "1.2.x", "1.2.3 ", "1२.0.0"])
def test_an_invalid_version_exits_with_2(version: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", version]) == 2
    message = f"VERSION={version}: not a semantic version: three numbers are needed, such as 1.2.3\n"
    assert capsys.readouterr() == ("", message)


def test_a_missing_version_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", ""]) == 2
    assert capsys.readouterr() == ("", "VERSION is missing: make release VERSION=1.2.3\n")


@pytest.mark.parametrize("name", ["CHANGELOG.md", "forgotten.py"])
def test_uncommitted_changes_raise(repository: Path, name: str) -> None:
    with (repository / name).open("a") as file:
        file.write("\n")
    with pytest.raises(ReleaseError, match=f"^{name}: not committed: commit or remove what `git status` lists$"):
        release("1.2.3", repository, repository / "dist")
    (repository / "another").touch()
    with pytest.raises(ReleaseError, match=r"^CHANGELOG\.md and 1 more: |^another and 1 more: "):
        require_clean(repository)


def test_a_folder_without_git_raises(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"^git status: fatal: not a git repository"):
        release("1.2.3", tmp_path, tmp_path / "dist")


@pytest.mark.parametrize(("tag", "version"), [("v1.2.3", "1.2.2"), ("v1.2.10", "1.2.9"), ("v10.0.0", "9.9.9")])
def test_a_version_below_a_released_one_raises(repository: Path, tag: str, version: str) -> None:
    git(repository, "tag", tag)
    git(repository, "tag", "vintage")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Two")
    message = f"VERSION={version}: not greater than the release {tag}: choose a greater version"
    with pytest.raises(ReleaseError, match=f"^{re.escape(message)}$"):
        release(version, repository, repository / "dist")


def test_a_released_version_on_another_commit_raises(repository: Path) -> None:
    git(repository, "tag", "v1.2.3")
    require_newer("1.2.3", repository)  # the tagged commit itself can be built again
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Two")
    with pytest.raises(ReleaseError, match=r"the tag v1\.2\.3 is on another commit: choose a greater version$"):
        release("1.2.3", repository, repository / "dist")


def test_a_greater_release_on_another_branch_is_ignored(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "next")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Two")
    git(repository, "tag", "v2.0.0")
    git(repository, "checkout", "--quiet", "-")
    require_newer("1.2.3", repository)


def test_a_commit_that_declares_another_version_raises(repository: Path) -> None:
    with pytest.raises(ReleaseError, match=r"^pyproject\.toml: version is 1\.2\.3, not 1\.3\.0: set it and commit$"):
        release("1.3.0", repository, repository / "dist")


@pytest.mark.parametrize(
    ("changelog", "message"),
    [
        ("## Unreleased\n\n- Something.\n", "CHANGELOG.md: no section `## 1.2.3`: rename `## Unreleased` and commit"),
        ("## 1.2.30\n\n- Something.\n", "CHANGELOG.md: no section `## 1.2.3`: rename `## Unreleased` and commit"),
        ("## 1x2y3\n\n- Something.\n", "CHANGELOG.md: no section `## 1.2.3`: rename `## Unreleased` and commit"),
        (
            "## 1.2.3\n\n## 1.2.2\n\n- X.\n",
            "CHANGELOG.md: the section `## 1.2.3` is empty: say what changed and commit",
        ),
        ("## 1.2.3 (2026-01-31)\n", "CHANGELOG.md: the section `## 1.2.3` is empty: say what changed and commit"),
    ],
)
def test_a_missing_or_empty_changelog_section_raises(repository: Path, changelog: str, message: str) -> None:
    (repository / "CHANGELOG.md").write_text(changelog)
    git(repository, "commit", "--quiet", "--all", "--message", "Two")
    with pytest.raises(ReleaseError, match=f"^{re.escape(message)}$"):
        release("1.2.3", repository, repository / "dist")


def test_a_changelog_section_may_have_a_date(repository: Path) -> None:
    (repository / "CHANGELOG.md").write_text("## Unreleased\n\n## 1.2.3 (2026-01-31)\n\n- Something.\n")
    require_changelog("1.2.3", repository)


@in_git
@needs_node
def test_a_failing_build_raises_with_its_cause(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        '[project]\nname = "toggl-tasks"\nversion = "1.2.3"\nclassifiers = ["No :: Such"]\n'
    )
    with pytest.raises(ReleaseError, match=r"^pyproject.toml: cannot be built: ValueError: Unknown classifier .*Such$"):
        releasing.build_packages(tmp_path, tmp_path, DATE)


# Checks of the archives


METADATA = f"toggl_tasks-{VERSION}.dist-info/METADATA"
ChangeFiles = Callable[[dict[str, bytes]], object]


def rewrite(wheel: Path, folder: Path, change: ChangeFiles) -> Path:
    """Write a changed copy of a wheel and return it."""
    with zipfile.ZipFile(wheel) as content:
        held = {name: content.read(name) for name in content.namelist()}
    change(held)
    (record,) = (name for name in held if name.endswith(".dist-info/RECORD"))
    held[record] = "".join(f"{name},,\n" for name in held).encode()
    with zipfile.ZipFile(folder / wheel.name, "w") as content:
        for name, data in held.items():
            content.writestr(name, data)
    return folder / wheel.name


def source_of(copy: Path, folder: Path) -> Path:
    """Copy the packages of a checkout, and pyproject.toml which names them."""
    for package in ("toggl_tasks", "toggl_sandbox", "generated"):
        shutil.copytree(copy / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(copy / "pyproject.toml", folder)
    return folder


@in_git
@needs_node
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda held: held.pop("toggl_tasks/_pages.py"),
            r"W101: .* missing files in package tree: toggl_tasks/_pages\.py$",
        ),
        (
            lambda held: held.update({"toggl_tasks/x.jinja": b""}),
            r"W102: .* not in package tree: toggl_tasks/x\.jinja$",
        ),
        (lambda held: held.update({"generator/x.py": b""}), r"W202: .* undeclared toplevel entry: generator/"),
    ],
)
def test_a_wheel_with_missing_or_extra_files_raises(
    releases: tuple[Path, Path], copies: tuple[Path, Path], tmp_path: Path, change: ChangeFiles, message: str
) -> None:
    wheel = releases[0] / f"toggl_tasks-{VERSION}-py3-none-any.whl"
    check_contents(wheel, copies[0])
    with pytest.raises(ReleaseError, match=message):
        check_contents(rewrite(wheel, tmp_path, change), copies[0])


@in_git
@needs_node
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda held: held.pop("toggl_tasks/_pages.py"), "W101: "),
        (lambda held: held.update({METADATA: b""}), "not a valid metadata version: correct it in"),
    ],
)
def test_an_invalid_release_is_not_written(
    releases: tuple[Path, Path],
    copies: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: ChangeFiles,
    message: str,
) -> None:
    def build(source: Path, output: Path, date: int) -> None:
        shutil.copy(releases[0] / f"toggl_tasks-{VERSION}.tar.gz", output)
        rewrite(releases[0] / f"toggl_tasks-{VERSION}-py3-none-any.whl", output, change)

    monkeypatch.setattr(releasing, "difference", lambda *_: "")
    monkeypatch.setattr(releasing, "build_packages", build)
    with pytest.raises(ReleaseError, match=message):
        release(VERSION, copies[0], tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_a_placeholder_in_the_addresses_raises(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('Source = "https://example.org/a"\n')
    require_addresses(tmp_path)
    (tmp_path / "pyproject.toml").write_text('Source = "https://a.example/b"\n')
    with pytest.raises(ReleaseError, match=r"^pyproject.toml: https://a\.example is a placeholder: write the"):
        require_addresses(tmp_path)


@in_git
@needs_node
def test_a_wheel_without_py_typed_or_with_a_template_raises(
    releases: tuple[Path, Path], copies: tuple[Path, Path], tmp_path: Path
) -> None:
    wheel = releases[0] / f"toggl_tasks-{VERSION}-py3-none-any.whl"
    source = source_of(copies[0], tmp_path)
    (source / "toggl_tasks/py.typed").unlink()
    untyped = rewrite(wheel, tmp_path, lambda held: held.pop("toggl_tasks/py.typed"))
    with pytest.raises(ReleaseError, match=r": toggl_tasks/py\.typed is missing: type checkers would not read"):
        check_contents(untyped, source)
    (source / "toggl_tasks/py.typed").touch()
    (source / "toggl_tasks/page.jinja").touch()
    crowded = rewrite(wheel, tmp_path, lambda held: held.update({"toggl_tasks/page.jinja": b""}))
    with pytest.raises(ReleaseError, match=r": toggl_tasks/page\.jinja must not be published"):
        check_contents(crowded, source)


@in_git
@needs_node
@pytest.mark.parametrize(
    ("text", "replacement", "message"),
    [
        ("Version: 7.0.0\n", "Version: 7.0.1\n", "its version is 7.0.1, not 7.0.0: correct pyproject.toml$"),
        ("Version: 7.0.0\n", "Version: seven\n", "'seven' is invalid for 'version': correct it in pyproject.toml$"),
        ("text/markdown", "text/plain", "README.md is not its description"),
    ],
)
def test_invalid_metadata_raises(
    releases: tuple[Path, Path], tmp_path: Path, text: str, replacement: str, message: str
) -> None:
    def change(held: dict[str, bytes]) -> None:
        assert text in held[METADATA].decode()
        held[METADATA] = held[METADATA].decode().replace(text, replacement, 1).encode()

    wheel = releases[0] / f"toggl_tasks-{VERSION}-py3-none-any.whl"
    check_metadata(wheel, VERSION)
    check_metadata(releases[0] / f"toggl_tasks-{VERSION}.tar.gz", VERSION)
    with pytest.raises(ReleaseError, match=f"^{wheel.name}: .*{message}"):
        check_metadata(rewrite(wheel, tmp_path, change), VERSION)
