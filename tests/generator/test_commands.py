"""The command table of `python -m generator`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator import ROOT
from generator.__main__ import COMMANDS, main


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_module_and_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: python -m generator {command} ")


@pytest.mark.parametrize("arguments", [[], ["build"], ["--spec", "spec", "generate"], ["generate", "spec"]])
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m generator" in capsys.readouterr().err


def test_a_command_imports_only_its_own_module() -> None:
    script = (
        "import sys; from generator.__main__ import main\n"
        "try: main(['documented', '--help'])\n"
        "except SystemExit: print(*sorted(sys.modules), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    modules = set(done.stdout.split())
    assert "generator.pages.page_parser" in modules
    assert not {"generator.codegen", "openapi_python_client", "griffe", "ruamel.yaml"} & modules


def test_a_file_that_cannot_be_read_is_one_line_and_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["documented", "no/such/page.html"]) == 2
    assert capsys.readouterr() == ("", "no/such/page.html: No such file or directory\n")
