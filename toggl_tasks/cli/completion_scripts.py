"""The completion scripts of click for bash, zsh and fish, and where the shells read them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .completion import VARIABLE
from .errors import FAILED, USAGE, CommandError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

PROGRAM = "toggl-tasks"
SHELLS = ("bash", "zsh", "fish")
BASH_COMPLETION = (
    "/usr/share/bash-completion/bash_completion",
    "/etc/profile.d/bash_completion.sh",
    "/usr/local/etc/profile.d/bash_completion.sh",
    "/opt/homebrew/etc/profile.d/bash_completion.sh",
)
"""The folder of the package `bash-completion`, which loads the script on demand."""


def register() -> None:
    """Quote names in bash: neither click nor bash quotes them, and a name may contain a command."""
    from click.shell_completion import BashComplete, add_completion_class

    class QuotingBashComplete(BashComplete):
        def complete(self) -> str:
            # Inside a quote that the user has opened, the shell adds the closing quote.
            line = os.environ["COMP_WORDS"].split("\n")
            word = line[int(os.environ["COMP_CWORD"])] if int(os.environ["COMP_CWORD"]) < len(line) else ""
            self.quoted = word[:1] in ("'", '"')
            return super().complete()

        def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[Any]]:
            items = super().get_completions(args, incomplete)
            return [item for item in items if not self.quoted or re.fullmatch(r"[\w .,:@/+-]*", item.value)]

        def format_completion(self, item: CompletionItem[Any]) -> str:
            import shlex

            # The script reads lines without `-r`, which takes one level of backslashes.
            value = item.value if self.quoted else shlex.quote(item.value).replace("\\", "\\\\")
            return f"{item.type},{value}"

    add_completion_class(QuotingBashComplete)


def install(shell: str) -> None:
    """Write the script of a shell where the shell reads it; an empty text for the user's shell. Raises CommandError."""
    from click.shell_completion import get_completion_class

    from .output import note

    name = shell or Path(os.environ.get("SHELL", "")).name
    if name not in SHELLS:
        raise CommandError(f"no completion for the shell {name!r}: use --install-completion {'|'.join(SHELLS)}", USAGE)
    completion = get_completion_class(name)
    assert completion is not None
    script = completion(click.Command(PROGRAM), {}, PROGRAM, VARIABLE).source()
    try:
        for line in _write(name, script):
            note(line)
    except OSError as error:
        raise CommandError(f"cannot write {error.filename}: {error.strerror}", FAILED) from None
    note("start a new shell to use it")


def _write(shell: str, script: str) -> list[str]:
    """Write a script; returns a description of the change."""
    home = Path.home()
    if shell == "fish":
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return [_write_file(config / "fish" / "completions" / f"{PROGRAM}.fish", script)]
    if shell == "zsh":
        folder = home / ".zfunc"
        lines = f"fpath=({folder} $fpath)\nautoload -Uz compinit && compinit"
        start = Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
        return [_write_file(folder / f"_{PROGRAM}", script), _add_lines(start, lines)]
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    user_folder = Path(os.environ.get("BASH_COMPLETION_USER_DIR") or data / "bash-completion")
    file = user_folder / "completions" / PROGRAM
    done = [_write_file(file, script)]
    if not any(Path(path).exists() for path in BASH_COMPLETION):
        done.append(_add_lines(home / ".bashrc", f'. "{file}"'))
    return done


def _write_file(file: Path, script: str) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script, encoding="utf-8")
    return f"wrote {file}"


def _add_lines(file: Path, lines: str) -> str:
    content = file.read_text(encoding="utf-8", errors="surrogateescape") if file.exists() else ""
    if lines in content:
        return f"{file} loads it already"
    with file.open("a", encoding="utf-8") as out:
        out.write(f"{'' if content.endswith(chr(10)) or not content else chr(10)}# completion of {PROGRAM}\n{lines}\n")
    return f"added to {file}: {lines.splitlines()[0]}"
