"""Breaks of the Python API: in the facade of all names that callers can get, in the generated package of all names."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from pathlib import Path

import pytest

from generator import ROOT
from generator.__main__ import main
from generator.checks.api_diff import FACADE, FOLDERS, Break, PublicNames, find_breaks, load_packages, run
from generator.tools import ToolError
from tests.support.repository import ALONE, Repository

FILES = {
    "toggl_tasks/__init__.py": """
        from typing import TYPE_CHECKING

        if TYPE_CHECKING:
            from .harbour import Harbour as Harbour
            from .harbour import moor as moor
        """,
    "toggl_tasks/harbour.py": """
        from typing import Unpack

        from toggl_openapi.models import Boat

        from ._calls import listed
        from ._options import Options, Setting
        from .basin import Basin

        class Harbour(Basin):
            boats: "Boats"

            def __init__(self, *, depth: int = 1, **options: Unpack[Options]) -> None: ...

        class Boats:
            def __init__(self, driver: object) -> None: ...

            def get(self, boat_id: int, year: int = 2000) -> Boat: ...

            @listed
            def list(self) -> "Boat": ...

        def moor(boat: Boat) -> Setting: ...

        def inner(boat: Boat) -> None: ...
        """,
    "toggl_tasks/basin.py": """
        class Basin:
            def close(self) -> None: ...
        """,
    "toggl_tasks/_calls.py": """
        from ._pages import Pages

        class listed:
            def __init__(self, plan: object) -> None: ...
            def __get__(self, holder: object, owner: type) -> Pages: ...
        """,
    "toggl_tasks/_pages.py": """
        class Pages:
            def __init__(self, walk: object) -> None: ...
            def total(self) -> int: ...
        """,
    "toggl_tasks/_options.py": """
        from typing import TypedDict

        class Options(TypedDict, total=False):
            timeout: float

        class Setting:
            value: int
        """,
    "toggl_tasks/_engine.py": """
        def run(plan: object) -> None: ...
        """,
    "generated/toggl_openapi/__init__.py": "",
    "generated/toggl_openapi/models.py": """
        __all__ = ["Boat"]

        class Boat:
            id: int
            name: str

        class Hidden:
            id: int
        """,
}


class PackageRepository(Repository):
    """A repository with both packages, small."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        for name, text in FILES.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(textwrap.dedent(text))
        self.commit()

    def replace(self, name: str, before: str, after: str) -> None:
        """Change one file."""
        file = self.folder / name
        assert before in file.read_text()
        file.write_text(file.read_text().replace(before, after))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PackageRepository:
    """A repository with one commit."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    return PackageRepository(tmp_path / "repository")


@pytest.mark.parametrize(
    ("name", "before", "after", "expected"),
    [
        pytest.param(
            "toggl_tasks/__init__.py",
            "    from .harbour import moor as moor\n",
            "",
            Break("toggl_tasks.moor", "Public object was removed"),
            id="exported name removed",
        ),
        pytest.param(
            "toggl_tasks/harbour.py",
            "moor(boat: Boat",
            "moor(boat: Boat, place: int",
            Break(
                "toggl_tasks.harbour.moor(place)", "Parameter was added as required", "positional or keyword place: int"
            ),
            id="parameter of an exported function",
        ),
        pytest.param(
            "toggl_tasks/harbour.py",
            "depth: int = 1",
            "depth: int",
            Break(
                "toggl_tasks.harbour.Harbour.__init__(depth)",
                "Parameter is now required",
                "keyword-only depth: int = 1 -> keyword-only depth: int",
            ),
            id="constructor of an exported class",
        ),
        pytest.param(
            "toggl_tasks/harbour.py",
            "year: int = 2000",
            "*, year: int = 2000",
            Break(
                "toggl_tasks.harbour.Boats.get(year)",
                "Parameter kind was changed",
                "positional or keyword year: int = 2000 -> keyword-only year: int = 2000",
            ),
            id="method of the type of an attribute",
        ),
        pytest.param(
            "toggl_tasks/harbour.py",
            "class Harbour(Basin):",
            "class Harbour:",
            Break("toggl_tasks.harbour.Harbour", "Base class was removed", "Basin -> none"),
            id="base class",
        ),
        pytest.param(
            "toggl_tasks/basin.py",
            "close",
            "shut",
            Break("toggl_tasks.basin.Basin.close", "Public object was removed"),
            id="method of a base class",
        ),
        pytest.param(
            "toggl_tasks/_options.py",
            "timeout: float",
            "wait: float",
            Break("toggl_tasks._options.Options.timeout", "Public object was removed"),
            id="keyword argument in a TypedDict",
        ),
        pytest.param(
            "toggl_tasks/_options.py",
            "value: int",
            "pass",
            Break("toggl_tasks._options.Setting.value", "Public object was removed"),
            id="result of a function",
        ),
        pytest.param(
            "toggl_tasks/_pages.py",
            "total",
            "count",
            Break("toggl_tasks._pages.Pages.total", "Public object was removed"),
            id="result of a decorated method",
        ),
        pytest.param(
            "generated/toggl_openapi/models.py",
            "    name: str\n",
            "",
            Break("toggl_openapi.models.Boat.name", "Public object was removed"),
            id="field of a generated model",
        ),
    ],
)
def test_a_break_is_found(name: str, before: str, after: str, expected: Break, repository: PackageRepository) -> None:
    repository.replace(name, before, after)
    found = find_breaks("HEAD", repository.folder)
    assert expected in found
    # What is inherited is missing from the class that inherits it, too.
    assert {each.name for each in found} - {"toggl_tasks.harbour.Harbour.close"} == {expected.name}


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        pytest.param("toggl_tasks/_engine.py", "plan", "steps", id="internal module"),
        pytest.param("toggl_tasks/harbour.py", "inner(boat", "inner(ship", id="function that is not exported"),
        pytest.param(
            "toggl_tasks/harbour.py", "driver: object", "engine: object", id="constructor that callers do not call"
        ),
        pytest.param(
            "toggl_tasks/_pages.py", "walk: object", "steps: object", id="constructor that only a decorator calls"
        ),
        pytest.param(
            "toggl_tasks/harbour.py", "year: int = 2000", "year: int = 2000, page: int = 1", id="new argument"
        ),
        pytest.param("toggl_tasks/_options.py", "timeout: float", "timeout: float\n    wait: float", id="new keyword"),
        pytest.param("generated/toggl_openapi/models.py", "Hidden", "Removed", id="name that is not in __all__"),
    ],
)
def test_a_compatible_change_is_no_break(name: str, before: str, after: str, repository: PackageRepository) -> None:
    repository.replace(name, before, after)
    assert find_breaks("HEAD", repository.folder) == []


def test_an_internal_module_can_be_removed(repository: PackageRepository) -> None:
    (repository.folder / "toggl_tasks/_engine.py").unlink()
    assert find_breaks("HEAD", repository.folder) == []


def test_breaks_are_a_table(repository: PackageRepository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.git("tag", "v0.1.0")
    assert run(Namespace(base="v0.1.0"), repository.folder) == 0
    assert capsys.readouterr().out == "toggl_tasks, toggl_openapi, toggl_resources: no public name broke since v0.1.0\n"
    repository.replace("toggl_tasks/_pages.py", "total", "count")
    repository.replace("toggl_tasks/harbour.py", "depth: int = 1", "depth: int")
    assert run(Namespace(base="v0.1.0"), repository.folder) == 1
    change = "keyword-only depth: int = 1 -> keyword-only depth: int"
    assert capsys.readouterr().out.splitlines() == [
        "toggl_tasks._pages.Pages.total               Public object was removed",
        f"toggl_tasks.harbour.Harbour.__init__(depth)  Parameter is now required  {change}",
    ]


def test_a_new_package_has_no_breaks(repository: PackageRepository) -> None:
    repository.git("rm", "-r", "--quiet", "--cached", "generated")
    repository.git("commit", "--quiet", "--message", "Without it.")
    repository.replace("toggl_tasks/_pages.py", "total", "count")
    assert [found.name for found in find_breaks("HEAD", repository.folder)] == ["toggl_tasks._pages.Pages.total"]


def test_the_repository_is_not_changed(repository: PackageRepository) -> None:
    def state() -> list[str]:
        return sorted(path.relative_to(repository.folder).as_posix() for path in repository.folder.rglob("*"))

    before = state()
    find_breaks("HEAD", repository.folder)
    assert state() == before


def test_a_syntax_error_raises(repository: PackageRepository) -> None:
    repository.replace("toggl_tasks/__init__.py", "if TYPE_CHECKING:", "if")
    with pytest.raises(ToolError, match="toggl_tasks"):
        find_breaks("HEAD", repository.folder)


@pytest.mark.parametrize(("arguments", "line"), [((), "BASE="), (("v9",), "v9: no such commit")])
def test_a_missing_or_unknown_base_exits_with_2(
    arguments: tuple[str, ...], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["api-diff", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert line in err


def test_the_types_behind_the_exports_of_the_facade_are_public() -> None:
    published = PublicNames(load_packages(ROOT, list(FOLDERS))[FACADE]).paths
    met = {"track.Track", "focus.Focus", "_pages.Pages", "_pages.AsyncPages", "_quota.Quota"}
    assert {f"{FACADE}.{name}" for name in met} <= published
    drivers = {path for path in published if path.startswith(f"{FACADE}._drivers.")}
    # Only the types of the options transport= and http_client=.
    assert all(path.endswith(("HttpClient", "Transport")) for path in drivers)


def test_generated_resources_are_members_of_the_clients() -> None:
    client = load_packages(ROOT, list(FOLDERS))[FACADE]["track.Track"]
    assert {"projects", "tasks", "raw"} <= client.all_members.keys()
