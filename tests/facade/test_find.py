"""`find` returns the one item with a name, or says which names there are."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from tests.support.clients import Clients, maybe_await
from tests.support.service import Service, SteadyService, parse_request, reply
from toggl_tasks import DecodeFailed, NameNotFound, NotFound


def projects(*names: str, first_id: int = 1) -> list[dict[str, Any]]:
    return [
        {"id": number, "workspace_id": 5, "name": name, "active": True} for number, name in enumerate(names, first_id)
    ]


async def test_find_returns_the_item_with_exactly_this_name(clients: Clients) -> None:
    service = Service(reply(projects("website", "Website", "Website 2")))
    project = await maybe_await(clients.track(service).projects.find(5, name="Website"))
    assert (project.id, project.name) == (2, "Website")
    request = parse_request(service.request)
    assert request.url.endswith("/workspaces/5/projects")
    # The service filters by name, so that long lists take one request.
    assert request.query == [("name", "Website"), ("per_page", "200")]


@pytest.mark.parametrize("wrong", [None, 5, ""])
async def test_a_name_that_nothing_can_have_raises_before_the_first_request(clients: Clients, wrong: Any) -> None:
    service = Service()
    for find in (clients.track(service).workspaces.find, partial(clients.focus(service).users.find, 1)):
        with pytest.raises(TypeError, match=r"^name must be a str of at least one character, not "):
            await maybe_await(find(name=wrong))
    assert not service.requests


async def test_find_ignores_case_if_no_name_is_exactly_this(clients: Clients) -> None:
    service = Service(reply({"data": [{"id": 7, "name": "Todo", "workspace_id": 5}], "page": 1, "per_page": 100}))
    status = await maybe_await(clients.focus(service).statuses.find(5, name="TODO"))
    assert status.id == 7


async def test_find_searches_all_pages(clients: Clients) -> None:
    pages = [projects(*[f"Website {number}" for number in range(200)]), projects("Website", first_id=500)]
    service = Service(*[reply(page) for page in pages])
    assert (await maybe_await(clients.track(service).projects.find(5, name="Website"))).id == 500


async def test_find_does_not_rely_on_how_the_service_compares_names(clients: Clients) -> None:
    service = Service(reply([]), reply(projects("Research", "Website")))
    project = await maybe_await(clients.track(service).projects.find(5, name="website"))
    assert project.name == "Website"
    assert [parse_request(request).query for request in service.requests] == [
        [("name", "website"), ("per_page", "200")],
        [("per_page", "200")],
    ]


async def test_a_service_that_repeats_a_page_raises(clients: Clients) -> None:
    service = SteadyService(reply(projects(*[f"Website {number}" for number in range(200)])))
    with pytest.raises(DecodeFailed, match="the same page twice"):
        await maybe_await(clients.track(service).projects.find(5, name="Website"))
    assert len(service.requests) == 2


async def test_an_unknown_name_raises_with_close_names(clients: Clients) -> None:
    service = SteadyService(reply(projects("Website", "Research")))
    with pytest.raises(NameNotFound, match=r"no item is named 'Webseite'; did you mean 'Website'\?$") as caught:
        await maybe_await(clients.track(service).projects.find(5, name="Webseite"))
    assert caught.value.ids == ()
    assert isinstance(caught.value, LookupError)


@pytest.mark.parametrize(
    ("count", "names"),
    [(2, "'Area 00', 'Area 01'"), (12, ", ".join(f"'Area {number:02}'" for number in range(10)) + " and 2 more")],
)
async def test_names_that_are_not_similar_are_no_suggestions(clients: Clients, count: int, names: str) -> None:
    service = SteadyService(reply(projects(*[f"Area {number:02}" for number in range(count)])))
    with pytest.raises(NameNotFound, match=rf"no item is named 'Website'; use one of {names}$"):
        await maybe_await(clients.track(service).projects.find(5, name="Website"))


async def test_find_ignores_how_accented_letters_are_encoded(clients: Clients) -> None:
    """File names of a Mac have the letter and the accent as two characters."""
    service = SteadyService(reply(projects("Caf\u00e9", "Cafe")))
    assert (await maybe_await(clients.track(service).projects.find(5, name="cafe\u0301"))).id == 1


async def test_an_empty_list_raises(clients: Clients) -> None:
    with pytest.raises(NameNotFound, match=r"no item is named 'Website'$"):
        await maybe_await(clients.track(SteadyService(reply(None))).projects.find(5, name="Website"))


async def test_a_name_of_several_raises_with_their_ids(clients: Clients) -> None:
    service = Service(reply(projects("Website", "Website")))
    with pytest.raises(NameNotFound, match=r"2 items are named 'Website': choose one by its id: \(1, 2\)") as caught:
        await maybe_await(clients.track(service).projects.find(5, name="Website"))
    assert caught.value.ids == (1, 2)


async def test_errors_of_the_service_are_raised(clients: Clients) -> None:
    with pytest.raises(NotFound):
        await maybe_await(clients.track(Service(reply("no", 404))).clients.find(5, name="North"))
