"""Follows a page as a reader would: saves its files, and runs its programs and commands against a sandbox."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from os.path import expandvars
from typing import Final

from tests.support.command_line import CommandLine, replaced_environment
from tests.support.examples import ROOT, Example, blocks
from toggl_sandbox.command import sandbox as sandbox_command

FILE: Final = re.compile(r"[\w./-]+\.[a-z]+")
"""Titles of blocks that are files."""
CHANGING: Final = re.compile(r"(?<=until )[\d:]+|(?<=since )[\d:. -]+|\bin [\d.]+s\b")
"""Text that differs between two runs of a command: times, and how long it took."""


def extras() -> set[str]:
    """Return the names of the package's extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return set(project["optional-dependencies"])


class PageReader:
    """A reader of one page, who works in the home folder of a command line."""

    def __init__(
        self, page: str, toggl: CommandLine, extra_commands: dict[str, Callable[[list[str]], str]] | None = None
    ):
        self.page = page
        self.toggl = toggl
        self.programs: list[Example] = []
        """The programs that no command has run yet: one, or the two tabs of an example."""
        self.commands: dict[str, Callable[[list[str]], str]] = {
            "python3": self.make_environment,
            ".": self.make_environment,
            "pip": self.install,
            "export": self.export,
            "make": self.make,
            "curl": self.curl,
            "toggl-tasks": self.run_command,
            "python": self.run_programs,
            "pytest": self.run_tests,
            **(extra_commands or {}),
        }

    def read(self) -> list[tuple[Example, str]]:
        """Save the files and run the commands; returns the shown outputs with what was really written."""
        outputs = []
        written = ""
        for block in blocks(self.page):
            if block.title == "Output":
                outputs.append((block, written))
            elif FILE.fullmatch(block.title):
                self.save(block)
            elif block.language == "python":
                self.programs.append(block)
            elif block.language == "sh":
                written = "".join(self.run(line) for line in block.code.replace("\\\n", " ").splitlines())
        return outputs

    def save_files(self) -> None:
        """Only save the files."""
        for block in blocks(self.page):
            if FILE.fullmatch(block.title):
                self.save(block)

    def save(self, block: Example) -> None:
        (self.toggl.home / block.title).write_text(block.code, encoding="utf-8")

    def run(self, line: str) -> str:
        words = shlex.split(line, comments=True)
        return self.commands[words[0]](words[1:]) if words else ""

    def make_environment(self, words: list[str]) -> str:
        """Only check that it is the environment that the pages activate."""
        assert words in (["-m", "venv", ".venv"], [".venv/bin/activate"]), words
        return ""

    def install(self, words: list[str]) -> str:
        """Only check that the extras exist."""
        named = {extra for word in words for extra in re.findall(r"[\w-]+", word.partition("[")[2])}
        assert words[0] == "install"
        assert named <= extras(), words
        return ""

    def export(self, words: list[str]) -> str:
        """Only check that the variable is documented: the sandbox's values are set already."""
        reference = (ROOT / "docs/reference/environment-variables.md").read_text(encoding="utf-8")
        assert all(f"| `{word.partition('=')[0]}` |" in reference for word in words), words
        return ""

    def make(self, words: list[str]) -> str:
        """Only check that the target exists."""
        assert re.search(rf"^{words[0]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), words
        return ""

    def curl(self, words: list[str]) -> str:
        with replaced_environment(self.toggl.env({})):
            command = ["curl", "--silent", "--fail-with-body", *map(expandvars, words)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (self.page, words, done.stdout, done.stderr)
        return done.stdout

    def run_command(self, words: list[str]) -> str:
        if words[0] == "sandbox":  # runs until it is stopped: only check the options
            sandbox_command.make_context("sandbox", words[1:])
            return ""
        stdin = ""
        if words[:2] == ["auth", "login"]:
            stdin = self.toggl.sandbox.token
            words = [*words[: words.index("<")], "--store", "file"] if "<" in words else [*words, "--store", "file"]
        code, text = self.toggl.transcript(*words, stdin=stdin)
        assert code == 0, (self.page, words, text)
        return text

    def run_programs(self, words: list[str]) -> str:
        """Run the program above the command, in all its tabs, which write the same."""
        programs, self.programs = self.programs, []
        assert programs, f"{self.page}: no program for the command python {' '.join(words)}"
        texts = [self.run_program(program) for program in programs]
        assert len({*texts}) == 1, (self.page, texts)
        return texts[0]

    def run_program(self, program: Example) -> str:
        with replaced_environment(self.toggl.env({})), redirect_stdout(StringIO()) as written:
            program.run({"__name__": "__main__"})
        return written.getvalue()

    def run_tests(self, words: list[str]) -> str:
        """Run pytest as a reader would, in a process without the variables of the sandbox."""
        home = self.toggl.home
        (home / "pytest.ini").write_text("[pytest]\naddopts = -p no:cacheprovider --color=no\n")
        environment = self.toggl.env(
            dict.fromkeys(name for name in self.toggl.environment if name.startswith("TOGGL_"))
        )
        command = [sys.executable, "-m", "pytest", *words]
        done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def without_times(text: str) -> str:
    """Replace what differs between two runs."""
    return CHANGING.sub("…", text)
