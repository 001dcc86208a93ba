"""Nothing about a person and no secret gets through, and the rest stays byte for byte."""

from __future__ import annotations

import datetime
import json
from typing import Any

import msgspec
import pytest

from recorder.format import Provenance, Recording, Request, Response, dump
from recorder.scrub import Scrubber

TOKEN = "0123456789abcdef" * 2
KEY = "toggl_sk_9aF3kQ7"


def exchange(
    body: str = "",
    *,
    path: str = "/me/tasks",
    query: str = "",
    sent: str | None = None,
    headers: dict[str, str] | None = None,
) -> Recording:
    return Recording(
        provenance=Provenance(evidence="assumed", source="a test", date=datetime.date(2026, 11, 21)),
        request=Request(api="track", operation="listMyTasks", method="GET", path=path, query=query, body=sent),
        response=Response(status=200, headers=headers or {}, body=body),
    )


def scrub_json(value: Any) -> Any:
    """A JSON body, scrubbed."""
    return json.loads(Scrubber().scrub(exchange(json.dumps(value))).response.body)


REAL: dict[str, Any] = {
    "id": 987654321,
    "workspace_id": 7654321,
    "wid": 7654321,
    "name": "Merge with ACME before Friday",
    "user_id": 3456789,
    "user_name": "Jane Doe",
    "email": "jane.doe@acme.test",
    "avatar_url": "https://assets.track.toggl.com/avatars/7f3a.png",
    "api_token": TOKEN,
    "toggl_accounts_id": "2f6e1c3a9b",
    "toggl_api_session": "MTYxNDg0",
    "integration_provider": {"site": "acme.atlassian.test", "key": KEY},
    "notes": "call +49 170 1234567",
    "assignee_user_ids": [3456789, 3456790],
    "rate": 145.0,
    "hourly_rate": 145,
    "default_hourly_rate": 145.5,
    "fixed_fee": {"amount": 1450, "currency": "EUR"},
    "later": {"owner": "Jane Doe", "badge": 55555, "score": 2.5},
}


def test_personal_data_is_replaced() -> None:
    text = json.dumps(scrub_json(REAL))
    names = ["Jane", "Doe", "ACME", "acme", "avatars", "2f6e", "MTYx", "170", KEY, TOKEN]
    numbers = ["98765", "76543", "34567", "55555", "145"]
    assert not [personal for personal in names + numbers if personal in text]


def test_the_same_original_gets_the_same_stand_in() -> None:
    clean = scrub_json(REAL)
    assert clean["workspace_id"] == clean["wid"] != clean["id"]
    assert clean["assignee_user_ids"][0] == clean["user_id"] != clean["assignee_user_ids"][1]
    assert clean["user_name"] == clean["later"]["owner"] != clean["name"]


def test_types_do_not_change() -> None:
    clean = scrub_json(REAL)
    assert {name: type(value) for name, value in clean.items()} == {name: type(value) for name, value in REAL.items()}


def test_one_scrubber_is_consistent_across_recordings() -> None:
    scrubber = Scrubber()
    first = scrubber.scrub(exchange(json.dumps({"id": 987654321, "project_id": 445566})))
    path = "/workspaces/76543/projects/445566/tasks/987654321,12345"
    second = scrubber.scrub(exchange("Task 987654321 not found in 445566", path=path))
    clean = json.loads(first.response.body)
    assert clean == {"id": 1001, "project_id": 1002}
    assert second.request.path == "/workspaces/1003/projects/1002/tasks/1001,1004"
    assert second.response.body == "Task 1001 not found in 1002"


HARMLESS = (
    '{ "active" : true,"at":"2024-12-16T02:24:56.5667Z", "start_date":"2026-04-01","tracked_seconds":36000000,\r\n'
    '"total_count" :12345,"score":1.0, "permissions":null,"priority":"urgent","color":"#06a893","tag_ids":[],'
    '"emoji":"\\u26aa","sort_field":"name","rrule":"FREQ=WEEKLY;BYDAY=MO","position":20000,"rate":null,"id":42}'
)


def test_harmless_values_stay_byte_for_byte() -> None:
    recording = exchange(HARMLESS, query="since=1767225600&per_page=200&active=both&sort_field=created_at&project_id=")
    assert Scrubber().scrub(recording) == recording


@pytest.mark.parametrize(
    "text",
    [
        "Incorrect username and/or password",
        "You have hit your hourly limit for API calls. Your quota will reset in 3599 seconds.",
        "<html><head><title>502 Bad Gateway</title></head></html>",
        '{"message":"Basic authentication is required"}',
        '{"error_message":{"id":"name_taken","default_message":"Taken","values":{}}}',
        '{"error":"invalid_session","error_description":"the provided API key is invalid"}',
        '["Name can\'t be blank","at 10:55:38"]',
    ],
)
def test_messages_of_the_service_stay(text: str) -> None:
    assert Scrubber().scrub(exchange(text)).response.body == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (f"token {TOKEN} is not valid", f"token {1:032d} is not valid"),
        (f"the key {KEY} is revoked", "the key (removed) is revoked"),
        ("got Basic amFuZTpzZWNyZXQ=", "got Basic (removed)"),
        ('{"message":"jane.doe@acme.test is not a member"}', '{"message":"user1@example.com is not a member"}'),
        ("<p>Your IP: 203.0.113.77</p>", "<p>Your IP: 192.0.2.1</p>"),
        ("<p>Your IP: 2a02:8109::17</p>", "<p>Your IP: 2001:db8::1</p>"),
        ('["User 3456789 is gone"]', '["User 1001 is gone"]'),
        ("bearer eyJhbGciOi.eyJzdWIiOiIx.c2ln", "bearer (removed)"),
    ],
)
def test_personal_data_in_messages_is_replaced(text: str, clean: str) -> None:
    assert Scrubber().scrub(exchange(text)).response.body == clean


def test_values_beside_messages_are_replaced() -> None:
    message = {"id": "name_taken", "default_message": "Taken", "values": {"name": "Jane Doe"}}
    assert scrub_json({"error_message": message})["error_message"] == {**message, "values": {"name": "Text 1"}}


def test_a_name_from_a_field_is_replaced_in_later_messages() -> None:
    scrubber = Scrubber()
    scrubber.scrub(exchange(sent='{"name":"Merge with ACME"}'))
    again = scrubber.scrub(exchange('{"message":"Merge with ACME exists already"}'))
    assert json.loads(again.response.body) == {"message": "Text 1 exists already"}


def test_known_secrets_are_removed_in_any_form() -> None:
    scrubber = Scrubber(secrets=["hunter2", ""])
    body = scrubber.scrub(exchange('{"message":"no hunter2 here","priority":"hunter2"}')).response.body
    assert "hunter2" not in body
    assert Scrubber(secrets=["hunter2"]).scrub(exchange("no hunter2 here")).response.body == "no (removed) here"


def test_only_known_headers_stay() -> None:
    headers = {
        "content-type": "application/json",
        "x-toggl-quota-remaining": "29",
        "x-toggl-request-id": "b7f3c1",
        "x-toggl-user": "3456789",
        "server": "nginx",
    }
    clean = Scrubber().scrub(exchange(headers=headers)).response.headers
    assert clean == {
        "content-type": "application/json",
        "x-toggl-quota-remaining": "29",
        "x-toggl-request-id": f"{1:032d}",
    }


def test_the_trace_of_a_reply_is_the_same_in_header_and_body() -> None:
    clean = Scrubber().scrub(exchange(json.dumps({"trace_id": TOKEN}), headers={"x-trace-id": TOKEN})).response
    assert json.loads(clean.body)["trace_id"] == clean.headers["x-trace-id"] != TOKEN


def test_requests_are_scrubbed() -> None:
    recording = exchange(
        path="/workspaces/7654321/projects/445566/tasks",
        query="pid=445566&search=Jane+Doe&api_token=abc&since=1767225600",
        sent='[{"op":"replace","path":"/name","value":"Jane Doe"},{"op":"add","path":"/user_id","value":3456789}]',
    )
    request = Scrubber().scrub(recording).request
    assert request.path == "/workspaces/1001/projects/1002/tasks"
    assert request.query == "pid=1002&search=Text+1&api_token=%28removed%29&since=1767225600"
    assert json.loads(request.body or "") == [
        {"op": "replace", "path": "/name", "value": "Text 1"},
        {"op": "add", "path": "/user_id", "value": 1003},
    ]


def test_personal_data_in_keys_is_replaced() -> None:
    assert scrub_json({"jane.doe@acme.test": 1}) == {"user1@example.com": 1}


def test_bodies_that_are_not_utf_8_are_scrubbed() -> None:
    recording = exchange()
    binary = msgspec.structs.replace(recording, response=Response.of(502, {}, b"caf\xe9 jane@acme.test \xff"))
    assert Scrubber().scrub(binary).response.content == b"caf\xe9 user1@example.com \xff"


@pytest.mark.parametrize(
    "recording",
    [
        exchange(json.dumps(REAL), path="/workspaces/7654321/tasks", query="search=Jane+Doe&user_id=3456789"),
        exchange(HARMLESS),
        exchange("Task 987654321 of jane.doe@acme.test at 203.0.113.77, token " + TOKEN),
        exchange(json.dumps({"error_message": {"values": {"name": "Jane Doe"}}, "trace_id": TOKEN})),
    ],
)
def test_scrubbing_twice_changes_nothing(recording: Recording) -> None:
    once = Scrubber().scrub(recording)
    assert dump(Scrubber().scrub(once)) == dump(once)


def test_more_ids_than_stand_ins_raises() -> None:
    with pytest.raises(OverflowError):
        Scrubber().scrub(exchange(json.dumps({"ids": list(range(100_000, 110_000))})))
