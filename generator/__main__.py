"""`python -m generator COMMAND`: the commands behind the Makefile's targets."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from . import CommandError

#: The module of each command, and its help. A module may have `ARGUMENTS`, and has `run(options)`, which
#: returns the exit code. It is imported only when its command is given, since the code generators are slow to import.
COMMANDS = {
    "generate": ("codegen.generate", "write generated/"),
    "check": ("codegen.check", "fail if generated/ is out of date"),
    "documented": ("pages.documented", "store the facts of a saved page or OpenAPI document in spec/documented/"),
    "docs-diff": ("pages.docs_diff", "compare the sources, or a newly saved copy, with the specification"),
    "spec-lint": ("checks.spec_lint", "list the problems of the specification"),
    "spec-diff": ("checks.spec_diff", "list the changes of the specification since a commit"),
    "api-diff": ("checks.api_diff", "list the breaking changes of the public Python API since a commit"),
    "spec-bundle": ("publish.bundle", "write the specification files of a release"),
    "release": ("publish.release", "build and check the files of a release"),
    "fidelity": ("publish.fidelity", "write docs/project/fidelity.md from toggl_sandbox/fidelity.yaml"),
    "languages": ("publish.languages", "write the tables of examples/clients/ in spec/README.md"),
    "npm-lock": ("publish.npm_lock", "remove the addresses from the lock files of npm"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit codes: 0 success, 1 a check found something, 2 wrong usage or a command cannot do its work."""
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (module, text) in COMMANDS.items():
        command = commands.add_parser(name, help=text)
        if name in arguments[:1]:
            chosen = import_module(f".{module}", __package__)
            for names, options in getattr(chosen, "ARGUMENTS", ()):
                command.add_argument(*names, **options)
            command.set_defaults(run=chosen.run)
    parsed = parser.parse_args(arguments)
    try:
        return int(parsed.run(parsed))
    except CommandError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}" if error.filename else error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
