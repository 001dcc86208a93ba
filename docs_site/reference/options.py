"""The options of the clients."""

from __future__ import annotations

import inspect

from generator.table import markdown
from toggl_tasks import Pace, Retries, Track

from .signatures import arguments, attribute_texts

SIZES = {"`67108864`": "`64 * 2**20` (64 MiB)"}
#: Where an option has another default or meaning in one of the APIs.
DEFAULTS = {"`base_url`": "the live service", "`pace`": "`Pace()` for Track's live service, otherwise none"}
#: What an option can be, in addition to the arguments of the client.
CALL = {"timeout", "deadline", "retries", "extra_headers"}


def page() -> str:
    """Return the page."""
    copies = set(inspect.signature(Track.with_options).parameters)
    rows = []
    for name, type_, default, text in arguments(Track.__init__):
        plain = name.strip("`")
        kind = type_.replace("TransportT", "Transport").replace("HttpClientT", "Client")
        where = ["client"] + ["copy"] * (plain in copies) + ["call"] * (plain in CALL)
        default = DEFAULTS.get(name, SIZES.get(default, default))
        rows.append((name, f"{text}<br>{kind}", default, ", ".join(where)))
    return "\n".join(
        [
            "# Client options",
            "",
            "`Track`, `AsyncTrack`, `Focus` and `AsyncFocus` take the same keyword arguments. All are optional.",
            "",
            "An option is set for a **client** (`Track(timeout=10)`), for a **copy** that uses the same connections",
            "(`track.with_options(timeout=10)`), or for one **call** (`track.tasks.list(workspace, timeout=10)`).",
            "",
            "Invalid values raise `TypeError` or `ValueError` before a request is sent.",
            "",
            *markdown([("option", "meaning and type", "default", "where"), *rows]),
            "",
            *_settings(Retries),
            *_settings(Pace),
            "See also: [Errors, retries and rate limits](../guides/errors-and-retries.md),",
            "[Quota and sharing it](../guides/quota.md), [Timeouts and deadlines](../guides/timeouts.md),",
            "[Proxies and certificates](../guides/proxies.md), [environment variables](environment-variables.md).",
        ]
    )


def _settings(kind: type) -> list[str]:
    """Return a section about a class of settings."""
    texts = attribute_texts(kind)
    rows = [(name, f"{texts[name.strip('`')]}<br>{kind_}", default) for name, kind_, default, _ in arguments(kind)]
    return [
        f"## {kind.__name__}",
        "",
        inspect.getdoc(kind) or "",
        "",
        *markdown([("setting", "meaning and type", "default"), *rows]),
        "",
    ]
