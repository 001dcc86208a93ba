"""The texts of the repository contain none of the turns in `turns.txt`."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TURNS = ROOT / "tests/project/turns.txt"
TEXTS = {"", ".css", ".go", ".html", ".java", ".jinja", ".jinja2", ".js", ".md", ".php", ".py", ".pyi", ".rb", ".rs"}
TEXTS |= {".sh", ".toml", ".ts", ".yaml", ".yml"}
QUOTED = (
    "LICENSE",
    "docs/project/recordings.md",  # quotes the recordings
    "generated/",  # from spec/ and generator/, which are searched
    "spec/documented/",
    "tests/generator/golden/",
    "tests/project/test_language.py",
    "tests/recordings/",
)
"""Files with texts of others, and files that are generated from texts that are searched."""


def read_turns(text: str) -> dict[re.Pattern[str], str]:
    """The patterns with what to write instead."""
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {re.compile(pattern, re.IGNORECASE): instead for pattern, instead in lines}


def find_turns(text: str, turns: Mapping[re.Pattern[str], str]) -> Iterator[str]:
    """Line, turn and alternative of each turn in a text."""
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, instead in turns.items():
            if match := pattern.search(line):
                yield f"{number}: {match[0]!r}: write {instead}"


@pytest.fixture(scope="module")
def turns() -> dict[re.Pattern[str], str]:
    return read_turns(TURNS.read_text(encoding="utf-8"))


def test_texts_contain_no_listed_turn(turns: Mapping[re.Pattern[str], str]) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = [name for name in listed.split("\0") if name and Path(name).suffix in TEXTS and (ROOT / name).is_file()]
    found = [
        f"{name}:{problem}"
        for name in files
        if not name.startswith(QUOTED)
        for problem in find_turns((ROOT / name).read_text(encoding="utf-8"), turns)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ('"""What a client does when the quota is spent."""', '"""What a'),
        ("def f():\n    # The sandbox leaves them out: nobody reads them.", "nobody"),
        ("the time that the service tells", "service tells"),
        ("Wait. Of queries only known parameters are logged.", "Of queries"),
    ],
)
def test_a_turn_is_reported_with_line_and_alternative(
    turns: Mapping[re.Pattern[str], str], text: str, turn: str
) -> None:
    (problem,) = [problem for problem in find_turns(text, turns) if repr(turn) in problem]
    number, _, instead = problem.partition(f": {turn!r}: write ")
    assert turn in text.splitlines()[int(number) - 1]
    assert instead in TURNS.read_text(encoding="utf-8")


def test_plain_sentences_are_not_reported(turns: Mapping[re.Pattern[str], str]) -> None:
    text = "Requests are retried if a retry is safe. What happens then? See `docs/`: the rest was removed."
    assert list(find_turns(text, turns)) == []
