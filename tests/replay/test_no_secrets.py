"""No committed recording holds anything that looks like a secret or a person.

The shapes are this test's own: a guard that shared the scrubber's list would miss what the scrubber misses.
"""

from __future__ import annotations

import re
from typing import Any, Final

import pytest

from recorder.folder import RECORDINGS
from tests.support.cases import all_cases

SHAPES: Final = {
    "32 hex digits that are no stand-in": r"(?i)(?<![0-9a-f])(?!0{20})[0-9a-f]{32}(?![0-9a-f])",
    "a key of Focus": r"(?i)toggl_sk",
    "credentials": r"(?i)\b(basic|bearer)\s+[a-z0-9+/_.=-]{10,}",
    "a header that is never stored": r'(?i)"(proxy-)?(authorization|cookie|set-cookie)"\s*:',
    "a cookie": r"(?i)\b(session|toggl_api_session[\w-]*|__host-[\w-]+)=[\w%-]{4,}",
    "a token in a field": r"(?i)\\?\"[\w-]*(token|secret|password|api_?key)\\?\"\s*:\s*\\?\"(?!\(removed\))[^\"\\]",
    "an e-mail address": r"(?i)[a-z0-9._+-]+(@|%40)(?!example\.com)[a-z0-9-]+\.[a-z]",
    "a signed token": r"\beyJ[A-Za-z0-9_-]{8,}",
    "an address of another host": r"https?:\\?/\\?/(?!example\.com/)[\w.-]+",
    "an id of the live service": r"ids?\\?\"\s*:\s*\[?[1-9]\d{4,}|/[1-9]\d{4,}|ids?=[1-9]\d{4,}",
    "a network address": r"(?<![\d.])(?!192\.0\.2\.)\d{1,3}(\.\d{1,3}){3}(?![\d.])",
    "the folder of somebody": r"/(home|Users|work|tmp)/",
}
FILES: Final = sorted(RECORDINGS.rglob("*.json"))

SAMPLES: Final[dict[str, str]] = {
    "32 hex digits that are no stand-in": '"body": "{\\"trace_id\\":\\"5f4dcc3b5aa765d61d8327deb882cf99\\"}"',
    "a key of Focus": '"body": "toggl_sk_abc"',
    "credentials": '"sent Basic dXNlcjpwYXNzd29yZA== along"',
    "a header that is never stored": '"set-cookie": "a=b"',
    "a cookie": '"x": "toggl_api_session_new=MTYw"',
    "a token in a field": '"body": "{\\"api_token\\":\\"abc\\"}"',
    "an e-mail address": '"query": "search=jane%40toggl.com"',
    "a signed token": '"eyJhbGciOiJIUzI1NiJ9.e30.x"',
    "an address of another host": '"https://assets.toggl.com/avatars/1.png"',
    "an id of the live service": '"path": "/workspaces/4242421/tasks"',
    "a network address": '"from 203.0.113.7"',
    "the folder of somebody": '"source": "/home/jane/page.html"',
}


def find_secrets(text: str) -> dict[str, Any]:
    """The parts of a text that look like secrets, by shape."""
    return {name: match[0] for name, shape in SHAPES.items() if (match := re.search(shape, text))}


def test_no_recording_holds_anything_that_looks_like_a_secret() -> None:
    assert FILES
    with all_cases() as cases:
        for path in FILES:
            with cases.case(path.relative_to(RECORDINGS).as_posix()):
                assert not find_secrets(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SHAPES)
def test_every_pattern_finds_its_sample(name: str) -> None:
    assert name in find_secrets(SAMPLES[name])
