"""A session of IPython: runs the cells and completes the texts of a JSON object on stdin, and writes both as JSON.

It is a process of its own, because a shell replaces `__main__`. Run by test_editors.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys

from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config


def completions(shell: InteractiveShell, text: str) -> list[str]:
    """The Tab completions after a text, without the commands of IPython itself."""
    with provisionalcompleter():
        return [item.text for item in shell.Completer.completions(text, len(text)) if item.text[0] != "%"]


def output(shell: InteractiveShell, cell: str) -> str:
    """The output of a cell."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        shell.run_cell(cell).raise_error()  # type: ignore[no-untyped-call]
    return printed.getvalue()


def main() -> None:
    session = json.load(sys.stdin)
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    shell = InteractiveShell(config=config)  # type: ignore[no-untyped-call]
    outputs = {cell: output(shell, cell) for cell in session["cells"]}
    completed = {text: completions(shell, text) for text in session["texts"]}
    json.dump({"outputs": outputs, "completions": completed}, sys.stdout)


if __name__ == "__main__":
    main()
