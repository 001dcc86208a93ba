"""The examples in the texts of the project."""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parent.parent.parent


@attrs.frozen
class Example:
    """A block of code of a page."""

    page: str
    language: str
    title: str
    """`Sync` and `Async` for the two tabs of an example, `Output` for what the example above prints."""
    code: str
    line: int
    """Number of its first line on the page."""

    def run(self, names: dict[str, Any], run: Callable[[Coroutine[Any, Any, None]], object] = asyncio.run) -> None:
        """Run it with these names; errors name the line of the page. `run` is for `await` outside of functions."""
        code = compile("\n" * (self.line - 1) + self.code, self.page, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, True)
        outcome = eval(code, names)
        if code.co_flags & inspect.CO_COROUTINE:
            run(outcome)


def blocks(page: str) -> list[Example]:
    """The blocks of code of a page such as `docs/guides/lists.md`."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.finditer(r'^```(\w+)(?: title="(.+?)")?\n(.*?)^```$', text, re.DOTALL | re.MULTILINE)
    return [Example(page, one[1], one[2] or "", one[3], text.count("\n", 0, one.start(3)) + 1) for one in found]


def examples(page: str, language: str = "python") -> list[str]:
    """The code of the blocks in a language."""
    return [block.code for block in blocks(page) if block.language == language]
