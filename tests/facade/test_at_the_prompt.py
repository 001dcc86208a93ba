"""repr() of objects, and pages, models and the package at a Python prompt."""

from __future__ import annotations

import datetime
import inspect
import json
import linecache
import typing
import warnings

import pytest

import toggl_tasks
from tests.support.clients import Clients, maybe_await, resolve
from tests.support.service import Service, SteadyService, reply
from tests.support.tasks import focus_page, focus_task, track_model, track_page, track_task
from toggl_resources.focus import async_resources as async_focus
from toggl_resources.focus import resources as focus
from toggl_resources.track import async_resources as async_track
from toggl_resources.track import resources as track
from toggl_tasks import AsyncFocus, AsyncPages, AsyncTrack, Focus, Pages, SchemaDriftWarning, Track
from toggl_tasks.track import Task

MODULES = [track, async_track, focus, async_focus]


async def test_pages_say_what_they_list(clients: Clients) -> None:
    pages = clients.focus(SteadyService(reply(focus_page(focus_task())))).tasks.list(1, 2)
    kind = "AsyncPages" if clients.asynchronous else "Pages"
    place = "list_tasks at /organizations/1/workspaces/2/tasks"
    assert repr(pages) == f"<{kind} of {place}: not fetched yet>"
    assert await maybe_await(pages.total) == 1
    assert repr(pages) == f"<{kind} of {place}: 1 items>"


def test_a_page_says_how_many_items_it_has() -> None:
    page = toggl_tasks.Page(items=[track_model()] * 3, total=7, next=None)
    assert repr(page) == "<Page: 3 items of 7>"
    assert repr(toggl_tasks.Page(items=[], total=None, next=None)) == "<Page: 0 items>"


async def test_resources_say_which_client_they_belong_to(clients: Clients) -> None:
    kind = "AsyncProjects" if clients.asynchronous else "Projects"
    assert repr(clients.track(Service()).projects) == f"<{kind} of https://api.track.toggl.com/api/v9>"


async def test_len_and_bool_of_pages_raise_with_a_hint(clients: Clients) -> None:
    pages = clients.track(Service()).tasks.list(1)
    with pytest.raises(TypeError, match="use `total`"):
        len(pages)
    with pytest.raises(TypeError, match=r"use `first\(\) is not None`"):
        bool(pages)


async def test_first_fetches_one_page_which_the_next_loop_does_not_fetch_again(clients: Clients) -> None:
    service = Service(reply(track_page(track_task(3), track_task(4))))
    pages = clients.track(service).tasks.list(1)
    assert await maybe_await(pages.first()) == track_model(3)
    assert await resolve(pages) == [track_model(3), track_model(4)]
    empty = clients.track(Service(reply(track_page()))).tasks.list(1)
    assert await maybe_await(empty.first()) is None


async def test_pages_become_lists_and_dicts(clients: Clients) -> None:
    pages = clients.track(SteadyService(reply(track_page(track_task(3))))).tasks.list(1)
    assert await maybe_await(pages.to_list()) == [track_model(3)]
    assert await maybe_await(pages.to_dicts()) == [track_model(3).to_dict()]


async def test_changes_become_dicts(clients: Clients) -> None:
    pages = clients.track(SteadyService(reply(track_page(track_task(3))))).tasks.changes(1, 0)
    (row,) = await maybe_await(pages.to_dicts())
    assert (row["id"], row["deleted"]) == (3, False)


def test_a_model_becomes_a_dict_and_json_without_absent_fields() -> None:
    task = track_model(3)
    assert task.to_dict()["at"] == task.at
    assert isinstance(task.at, datetime.datetime)
    assert "project_name" not in task.to_dict()
    assert json.loads(task.to_json())["id"] == 3
    assert "project_name" not in json.loads(task.to_json())


def test_the_package_has_its_version() -> None:
    assert toggl_tasks.__version__.count(".") == 2


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_method_has_types_that_can_be_resolved(module: object) -> None:
    names = [name for name in vars(module)["__all__"] if not name.endswith("Resources")]
    classes = [getattr(module, name) for name in names]
    for resource in classes:
        for name, method in inspect.getmembers(resource, inspect.isfunction):
            if name.startswith("_"):
                continue
            hints = typing.get_type_hints(method)
            parameters = list(inspect.signature(method).parameters)
            assert hints.keys() == {*parameters[1:], "return"}, f"{resource.__name__}.{name}"
            described = (method.__doc__ or "").partition("Args:")[2]
            assert all(f" {parameter}: " in described for parameter in parameters[1:]), f"{resource.__name__}.{name}"
        assert {"list", "get", "find"} & {name for name, _ in inspect.getmembers(resource)} or "Me" in resource.__name__


def test_signatures_show_the_real_parameters_and_results() -> None:
    with Track(token="x") as client:
        signature = inspect.signature(client.tasks.list)
        assert list(signature.parameters)[:2] == ["workspace_id", "since"]
        assert signature.parameters["per_page"].default == 200
    assert typing.get_type_hints(track.Tasks.list)["return"] == Pages[Task]
    assert typing.get_type_hints(async_track.AsyncTasks.list)["return"] == AsyncPages[Task]
    assert typing.get_type_hints(track.Tasks.get)["return"] is Task


async def test_a_warning_points_at_the_line_of_the_caller(clients: Clients) -> None:
    client = clients.track(SteadyService(reply(track_task(3, active="yes"))))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        # Awaited here, since the line that awaits is the caller's.
        await client.tasks.get(1, 2, 3) if clients.asynchronous else client.tasks.get(1, 2, 3)  # this line
    (warning,) = caught
    assert warning.category is SchemaDriftWarning
    assert warning.filename == __file__
    assert linecache.getline(__file__, warning.lineno).endswith("# this line\n")


@pytest.mark.parametrize("kind", [Track, AsyncTrack, Focus, AsyncFocus])
def test_every_option_of_a_client_is_a_described_parameter(kind: type) -> None:
    init, copy = kind.__init__, kind.with_options  # type: ignore[misc,attr-defined]
    parameters = inspect.signature(init).parameters
    assert {"token", "timeout", "retries", "transport", "http_client"} <= parameters.keys()
    assert typing.get_type_hints(init).keys() == {*parameters, "return"} - {"self"}
    described = inspect.getdoc(init) or ""
    assert all(f"    {name}: " in described for name in parameters if name != "self")
    # A copy takes the same options, but for those of the connection.
    assert inspect.signature(copy).parameters.keys() < parameters.keys()
    assert typing.get_type_hints(copy)["return"]


def test_a_misspelt_option_has_a_hint() -> None:
    with pytest.raises(TypeError, match=r"there is no argument 'tokn'; did you mean 'token'\?"):
        Track(tokn="x")  # type: ignore[call-arg]
    with pytest.raises(
        TypeError, match="takes nothing by position, but 1 values were given: write the others as name=value: token"
    ):
        Track("canary")  # type: ignore[call-arg]
    with Track(token="x") as track, pytest.raises(TypeError, match="did you mean 'timeout'"):
        track.with_options(timeot=5)  # type: ignore[call-arg]
