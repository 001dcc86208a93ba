"""The examples in the texts of the project."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def examples(page: str, language: str = "python") -> list[str]:
    """The blocks of code in a language, of a page such as `docs/guides/lists.md`."""
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / page).read_text(), re.DOTALL)
