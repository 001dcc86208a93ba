"""Changes values in a JSON text and leaves every other character unchanged.

Decoding and encoding it again would lose details: spaces, escapes, `1.0` against `1`, the order of fields.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')


def rewrite(text: str, change: Callable[[tuple[str, ...], Scalar], Scalar], rename: Callable[[str], str]) -> str:
    """Return the text with each scalar changed and each key renamed.

    `change` gets the keys around the value, the innermost last, without list positions. Raises ValueError when the text
    is not JSON.
    """
    json.loads(text)
    pieces: list[str] = []
    end = 0
    for token, keys in _scalars(text):
        before = json.loads(token[0])
        after = rename(before) if keys is None else change(keys, before)
        if after != before:
            pieces += text[end : token.start()], json.dumps(after)
            end = token.end()
    return "".join(pieces) + text[end:]


def _scalars(text: str) -> Iterator[tuple[re.Match[str], tuple[str, ...] | None]]:
    """Yield each scalar with the keys around it, or with None when it is a key. The text must be valid JSON."""
    around: list[str | None] = []
    """For each open bracket the current key; None in a list."""
    in_objects: list[bool] = []
    at_key = False
    for token in _TOKEN.finditer(text):
        match token[0]:
            case "{" | "[":
                in_objects.append(token[0] == "{")
                around.append(None)
                at_key = in_objects[-1]
            case "}" | "]":
                in_objects.pop()
                around.pop()
                at_key = False
            case ",":
                at_key = in_objects[-1]
            case ":":
                at_key = False
            case key if at_key:
                around[-1] = json.loads(key)
                yield token, None
            case _:
                yield token, tuple(key for key in around if key is not None)
