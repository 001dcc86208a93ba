"""Removes secrets and personal data from a recording.

Everything that is not on an allow-list below is replaced. Equal values get equal stand-ins, so that a task still
belongs to its project. Stand-ins are recognised, so scrubbing twice changes nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from ipaddress import IPv6Address
from urllib.parse import parse_qsl, urlencode

import msgspec

from .format import Recording, Request, Response
from .json_text import Scalar, rewrite

REMOVED = "(removed)"
LARGEST_STAND_IN = 9_999
"""Ids up to this one are stand-ins or harmless: ids of the live services have six digits or more."""

KEPT_HEADERS = frozenset(
    {
        "content-type",
        "date",
        "retry-after",
        "x-toggl-quota-remaining",
        "x-toggl-quota-resets-in",
        "x-toggl-request-id",
        "x-trace-id",
    }
)
KEPT_WORDS = frozenset(
    {
        *("allocation_unit", "estimate_type", "origin"),
        *("color", "currency", "emoji", "error", "permissions", "priority", "rrule", "source", "state", "type"),
        *("integration_ext_type", "integration_provider", "integration_source"),
        *("order_by", "sort_field", "sort_order"),
        *("op", "path"),
        *("status", "statuses", "role", "period", "rate_change_mode", "teDeletionMode"),
    }
)
"""Fields and parameters with enumerated values of the service, or with rules in its syntax."""
KEPT_NUMBERS = re.compile(r"(.*_)?(seconds|secs|mins|count|time|position|page|total|remaining|since|offset)")
PROSE = frozenset({"message", "error_message", "error_description", "default_message"})
"""Fields with messages of the service."""
TRACES = frozenset({"trace_id", "request_id", "x-toggl-request-id", "x-trace-id"})
RATES = frozenset({"rate", "hourly_rate", "default_hourly_rate", "fixed_fee", "amount"})
"""Fields with amounts of money."""
SECRETS = re.compile(r"token|secret|password|api_?key|authorization|cookie|session", re.IGNORECASE)
LINKS = re.compile(r"https?://")

_HARMLESS = re.compile(
    r"|\d{4}-\d\d-\d\d([T ][\d:.]+(Z|[+-]\d\d:?\d\d)?)?|#[0-9a-fA-F]{3,8}|true|false|both"  # dates, colours, flags
    rf"|Text \d+|0{{24}}\d{{8}}|https://example\.com/\d+|{re.escape(REMOVED)}"  # stand-ins
)
_WORD = re.compile(r"[\w./*+:;=, -]{0,200}|[^\w\s]{1,8}")
"""An enumerated value, a rule, or an emoji; never an e-mail address or a link."""


class Scrubber:
    """Scrubs the recordings of one session with consistent stand-ins."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        """`secrets` are removed everywhere, whatever their form."""
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)
        self._stand_ins: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._shapes: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
            (re.compile(r"\b(Basic|Bearer)\s+(?=\S*[\d=])[\w+/=.~-]{8,}"), lambda found: f"{found[1]} {REMOVED}"),
            (re.compile(r"toggl_sk_\w+|\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?"), lambda _: REMOVED),
            (
                re.compile(r"(?<![0-9a-zA-Z])(?!0{24})[0-9a-fA-F]{32,}(?![0-9a-zA-Z])"),
                lambda found: self._trace(found[0]),
            ),
            (re.compile(r"[\w.+%-]+@(?!example\.com\b)[\w-]+(\.[\w-]+)+"), lambda found: self._mail(found[0])),
            (re.compile(r"(?<![\d.])(?!192\.0\.2\.)\d{1,3}(\.\d{1,3}){3}(?![\d.])"), lambda _: "192.0.2.1"),
            (re.compile(r"(?<![\w:])(?=[^:]*:)[0-9a-fA-F:]{3,}(?![\w:])"), lambda found: _address(found[0])),
        ]

    def scrub(self, recording: Recording) -> Recording:
        """Return the recording without secrets and personal data."""
        request, response = recording.request, recording.response
        return msgspec.structs.replace(recording, request=self._request(request), response=self._response(response))

    def _request(self, request: Request) -> Request:
        path = re.sub(r"\d+", lambda found: str(self._number(int(found[0]))), request.path)
        return msgspec.structs.replace(
            request,
            path=path,
            query=self._query(request.query),
            body=None if request.body is None else self._body(request.body),
        )

    def _response(self, response: Response) -> Response:
        headers = {name: self._header(name, value) for name, value in response.headers.items() if name in KEPT_HEADERS}
        if response.body_base64 is None:
            return msgspec.structs.replace(response, headers=headers, body=self._body(response.body))
        # Latin-1 maps every byte, so binary parts stay unchanged.
        content = self._prose(response.content.decode("latin-1")).encode("latin-1")
        return Response.of(response.status, headers, content)

    def _header(self, name: str, value: str) -> str:
        return self._trace(value) if name in TRACES else self._replace_shapes(value)

    def _query(self, query: str) -> str:
        pairs = parse_qsl(query, keep_blank_values=True)
        scrubbed = [(name, self._argument(name, value)) for name, value in pairs]
        return query if scrubbed == pairs else urlencode(scrubbed)

    def _argument(self, name: str, value: str) -> str:
        if value.isascii() and value.isdigit() and not SECRETS.search(name):
            return str(self._scalar((name,), int(value)))
        return self._text((name,), value)

    def _body(self, body: str) -> str:
        try:
            return rewrite(body, self._scalar, self._replace_shapes)
        except ValueError:
            return self._prose(body)

    def _scalar(self, keys: tuple[str, ...], value: Scalar) -> Scalar:
        name = keys[-1] if keys else ""
        if value is None or isinstance(value, bool):
            return value
        if SECRETS.search(name):
            return REMOVED if isinstance(value, str) else 0
        if isinstance(value, str):
            return self._text(keys, value)
        if name in RATES:
            return value and (10.5 if isinstance(value, float) else 10)
        return self._number(value) if isinstance(value, int) and not KEPT_NUMBERS.fullmatch(name) else value

    def _text(self, keys: tuple[str, ...], value: str) -> str:
        name = keys[-1] if keys else ""
        if SECRETS.search(name):
            return REMOVED
        if _HARMLESS.fullmatch(value):
            return value
        if name in TRACES:
            return self._trace(value)
        if not keys or name in PROSE or keys[-2:] == ("error_message", "id"):
            return self._prose(value)
        if name in KEPT_WORDS and _WORD.fullmatch(value):
            return self._replace_shapes(value)
        if LINKS.match(value):
            return self._stand_in("link", value, "https://example.com/{}")
        return self._stand_in("text", value, "Text {}")

    def _prose(self, text: str) -> str:
        """Remove quoted data from a message of the service: names from other fields, ids, secrets of any form."""
        for original, stand_in in self._stand_ins["text"].items():
            if len(original) > 4:
                text = re.sub(rf"(?<!\w){re.escape(original)}(?!\w)", stand_in, text)
        text = self._replace_shapes(text)
        return re.sub(r"(?<![\w#.])[1-9]\d{4,}(?![\w.])", lambda found: str(self._number(int(found[0]))), text)

    def _replace_shapes(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, REMOVED)
        for shape, stand_in in self._shapes:
            text = shape.sub(stand_in, text)
        return text

    def _number(self, value: int) -> int:
        if value <= LARGEST_STAND_IN:
            return value
        stand_in = int(self._stand_in("id", str(value), "{}", first=1001))
        if stand_in > LARGEST_STAND_IN:
            raise OverflowError("more ids than there are stand-ins: record less at once")
        return stand_in

    def _trace(self, value: str) -> str:
        return value if _HARMLESS.fullmatch(value) else self._stand_in("trace", value.lower(), "{:032d}")

    def _mail(self, value: str) -> str:
        return self._stand_in("mail", value.lower(), "user{}@example.com")

    def _stand_in(self, kind: str, original: str, form: str, first: int = 1) -> str:
        given = self._stand_ins[kind]
        return given.setdefault(original, form.format(first + len(given)))


def _address(text: str) -> str:
    """Return a stand-in for an IPv6 address; other text, such as a time of day, unchanged."""
    try:
        IPv6Address(text)
    except ValueError:
        return text
    return "2001:db8::1"
