"""Methods from flows written by hand: what is generated of them, and what is not understood."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from generator.codegen import output
from generator.codegen.jobs import read_jobs
from generator.specification import SpecificationError
from tests.support.generator_command import tiny_specifications

JOBS = '''
"""Jobs with boats."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from toggl_openapi.track import models

from ._pages import PageQuery
from ._resource import Resource

LIMIT = 100
Boats = int | Iterable[int | "models.Boat"]


class BoatJobs(Resource):
    """Boats of a harbour."""

    def _sail_flow(
        self, boats: Boats, *, limit: int = LIMIT, until: datetime.date | None = None, options: ManyOptions
    ) -> Flow[list[int]]:
        """Sail boats.

        Args:
            boats: Boats or their ids.
            limit: The most.
            until: The last day.

        Raises:
            TogglError: A request failed.
        """
        return self._helper(boats)

    def _seen_flow(self, since: int, options_before: int = 0, *, options: CallOptions) -> PageQuery[models.Boat]:
        """List boats.

        Args:
            since: A moment.
            options_before: A number.

        Raises:
            TogglError: The request failed.
        """

    def _moor_flow(
        self, method: Literal["moor", "cast_off"], boats: Boats, *, options: CallOptions
    ) -> Flow[None]:
        """
        moor: Moor boats.
        cast_off: Let boats go.

        Sends one request.

        Args:
            boats: Boats or their ids.

        Raises:
            TogglError: The request failed.
        """

    def _get_or_create_flow(
        self, ids: Sequence[int], create: BoatCreateFields, *, options: CallOptions
    ) -> Flow[models.Boat]:
        """Return the boat with this name, or create it.

        Raises:
            TogglError: A request failed.
        """

    def _helper(self, boats):
        return boats
'''


def generate(folder: Path, jobs: str | None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the client generated from the tiny specification, named track, and these jobs."""
    monkeypatch.setattr(
        output, "generate_server", lambda document, name, folder, _: (folder / "toggl_server").mkdir(parents=True)
    )
    specifications = tiny_specifications(folder)
    (folder / "toggl_tasks").mkdir()
    if jobs is not None:
        (folder / "toggl_tasks" / "_track_jobs.py").write_text(jobs)
    output.generate(specifications, folder / "generated", ("track",))
    return folder / "generated" / "toggl_resources" / "track"


OPTIONS = """\
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
"""
GIVEN = "timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers"
SYNC = f"""\
class Boats(resources.Boats, BoatJobs):
    \"\"\"Boats of a harbour.\"\"\"

    def sail(
        self,
        boats: int | Iterable[int | "models.Boat"],
        *,
        limit: int = 100,
        until: datetime.date | None = None,
        progress: Callable[[int, int], object] | None = None,
{OPTIONS}    ) -> list[int]:
        \"\"\"Sail boats.

        Args:
            boats: Boats or their ids.
            limit: The most.
            until: The last day.
            progress: Called after each request with the number of tasks so far, and of all tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TogglError: A request failed.
        \"\"\"
        return self._driver.run(
            self._sail_flow(
                boats,
                limit=limit,
                until=until,
                options=request.fields(progress=progress, {GIVEN}),
            )
        )

    def seen(
        self,
        since: int,
        options_before: int = 0,
        *,
{OPTIONS}    ) -> Pages[models.Boat]:
        \"\"\"List boats.

        Args:
            since: A moment.
            options_before: A number.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TogglError: The request failed.
        \"\"\"
        return Pages(
            self._seen_flow(
                since, options_before, options=request.fields({GIVEN})
            ),
            self._driver.run,
        )
"""


def normalized(source: str) -> str:
    """Source without line breaks and magic commas, which are the formatter's."""
    return "".join(source.split()).replace(",)", ")").replace(",}", "}")


def test_a_flow_becomes_a_method_for_threads_and_one_for_asyncio(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = generate(tmp_path, JOBS, monkeypatch)
    head, _, body = (folder / "boats.py").read_text().partition("\n\n\nclass ")
    assert head.startswith("# generated from toggl_tasks/_track_jobs.py by `make generate` - do not edit\n")
    assert "from toggl_tasks._track_jobs import BoatJobs" in head
    assert normalized(f"class {body}").startswith(normalized(SYNC))
    asynchronous = (
        SYNC.replace("Boats(resources.Boats", "AsyncBoats(async_resources.AsyncBoats")
        .replace("def sail", "async def sail")
        .replace("self._driver.run(\n", "await self._driver.run(\n")
        .replace("Pages", "AsyncPages")
    )
    _, _, body = (folder / "async_boats.py").read_text().partition("\n\n\nclass ")
    assert normalized(f"class {body}").startswith(normalized(asynchronous))


def methods_of(path: Path, kind: str) -> dict[str, ast.FunctionDef]:
    (found,) = [
        node for node in ast.parse(path.read_text()).body if isinstance(node, ast.ClassDef) and node.name == kind
    ]
    return {node.name: node for node in found.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(("name", "summary"), [("moor", "Moor boats."), ("cast_off", "Let boats go.")])
def test_a_flow_can_become_several_methods(
    name: str, summary: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    method = methods_of(generate(tmp_path, JOBS, monkeypatch) / "boats.py", "Boats")[name]
    docstring = ast.get_docstring(method) or ""
    assert docstring.startswith(
        f"{summary}\n\nSends one request.\n\nArgs:\n    boats: Boats or their ids.\n    timeout"
    )
    assert [each.arg for each in method.args.args] == ["self", "boats"]
    assert f"self._driver.run(self._moor_flow('{name}', boats, options=" in ast.unparse(method)


def test_a_method_can_have_the_arguments_of_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = generate(tmp_path, JOBS, monkeypatch)
    create = methods_of(folder / "resources.py", "Boats")["create"]
    job = methods_of(folder / "boats.py", "Boats")["get_or_create"]
    assert ast.unparse(job.args) == ast.unparse(create.args)
    assert arguments_section(job) == arguments_section(create)
    (fields,) = re.findall(r"body=(request\.fields\(.*?\))\),", ast.unparse(create))
    assert f"self._get_or_create_flow(ids, {fields}, options=" in ast.unparse(job)
    assert "ids = [harbour_id]" in ast.unparse(job)


def test_the_arguments_of_a_method_with_a_query_raise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = JOBS.replace("create: Boat", "list: Boat")
    with pytest.raises(
        SpecificationError, match="_get_or_create_flow: the specification has no method list of ids and"
    ):
        generate(tmp_path, jobs, monkeypatch)


def arguments_section(method: ast.FunctionDef) -> str:
    return (ast.get_docstring(method) or "").partition("Args:\n")[2].partition("\n\n")[0]


def test_a_changed_flow_makes_the_output_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generate(tmp_path, JOBS, monkeypatch)
    specifications, generated = tmp_path / "spec", tmp_path / "generated"
    assert output.difference(specifications, generated, ("track",)) == ""
    jobs = tmp_path / "toggl_tasks" / "_track_jobs.py"
    jobs.write_text(JOBS.replace("The last day.", "The very last day."))
    stale = output.difference(specifications, generated, ("track",))
    assert stale.count("+            until: The very last day.") == 2


def test_without_jobs_no_module_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = generate(tmp_path, None, monkeypatch)
    assert not (folder / "boats.py").exists()
    assert (folder / "resources.py").exists()


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ("class BoatJobs", "class Boats", "needs one class whose name ends with Jobs"),
        ("def _helper", "def helper", "only a docstring and methods whose names begin with _ are supported here"),
        ("    def _helper", "    size = 1\n\n    def _helper", "only a docstring and methods"),
        ("    def _helper", "    async def _helper", "only a docstring and methods"),
        (", options: ManyOptions", "", "_sail_flow: the last argument must be `options: CallOptions` or ManyOptions"),
        ("options: ManyOptions", "options: ManyOptions = {}", "_sail_flow: the last argument must be `options"),
        ("options: ManyOptions", "options: dict", "_sail_flow: the last argument must be `options"),
        (", *, options: CallOptions", ", options: CallOptions = {}", "_seen_flow: the last argument must be `options"),
        ("-> Flow[list[int]]", "-> list[int]", "_sail_flow: the result must be a Flow or a PageQuery"),
        ("-> Flow[list[int]]", "", "_sail_flow: the result must be a Flow or a PageQuery"),
        ("boats: Boats, *", "boats: Boats, *more", "_sail_flow: decorators, and arguments with * or /"),
        ("since: int,", "since: int, /,", "_seen_flow: decorators, and arguments with * or /"),
        ("options: ManyOptions", "options: ManyOptions, **more: int", "_sail_flow: decorators, and arguments with *"),
        ("    def _sail_flow", "    @final\n    def _sail_flow", "_sail_flow: decorators, and arguments with * or /"),
        (
            "        Args:\n            boats",
            "        boats",
            "_sail_flow: the docstring needs the sections Args and Raises",
        ),
        ("        Raises:\n", "", "_sail_flow: the docstring needs the sections Args and Raises"),
        ("cast_off: Let", "let: Let", "_moor_flow: the docstring needs a line `cast_off: ...`"),
        ("create: Boat", "buy: Boat", "_get_or_create_flow: the specification has no method buy of ids and fields"),
    ],
)
def test_what_is_not_understood_raises(old: str, new: str, cause: str, tmp_path: Path) -> None:
    changed = JOBS.replace(old, new, 1)
    assert changed != JOBS
    path = tmp_path / "_track_jobs.py"
    path.write_text(changed)
    with pytest.raises(SpecificationError) as caught:
        read_jobs(path, {})
    assert str(caught.value).startswith("toggl_tasks/_track_jobs.py: line ")
    assert cause in str(caught.value)
