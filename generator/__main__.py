"""`python -m generator COMMAND`: the Makefile's way into the generator."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .codegen.output import ROOT, difference, generate
from .specification import SpecificationError
from .tools import CannotRun


def main(arguments: list[str] | None = None) -> int:
    """Exit codes: 0 done, 1 a command that checks found something, 2 a command cannot do its work."""
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (("generate", "write generated/"), ("check", "fail when generated/ is stale")):
        command = commands.add_parser(name, help=text)
        command.add_argument("--spec", type=Path, default=ROOT / "spec", help="folder of the specifications")
        command.add_argument("--output", type=Path, default=ROOT / "generated", help="folder of the output")
    documented = commands.add_parser("documented", help="print the facts of a saved documentation page as JSON")
    documented.add_argument("page", type=Path, help="the page, saved as HTML or text")
    documented.add_argument("--page-name", help="name of the page in the facts; default: that of the file")
    docs_diff = commands.add_parser("docs-diff", help="compare a saved documentation page with the specification")
    docs_diff.add_argument("page", type=Path, help="the page, saved as HTML or text")
    docs_diff.add_argument("--page-name", help="stored page that this is a copy of; default: the one most like it")
    docs_diff.add_argument("--explained", action="store_true", help="list the differences with an entry too")
    docs_diff.add_argument("--spec", type=Path, default=ROOT / "spec", help="folder of the specification")
    spec_bundle = commands.add_parser("spec-bundle", help="write the specification as a release publishes it")
    spec_bundle.add_argument("--spec", type=Path, default=ROOT / "spec", help="folder of the specifications")
    spec_bundle.add_argument("--output", type=Path, default=ROOT / "build/spec", help="folder of the bundle")
    released = commands.add_parser("release", help="build and check what a release publishes")
    released.add_argument("version", help="the version that the commit declares, such as 1.2.3")
    released.add_argument("--output", type=Path, default=ROOT / "dist", help="folder of the release")
    spec_lint = commands.add_parser("spec-lint", help="list what is wrong with the specification")
    spec_lint.add_argument("--spec", type=Path, default=ROOT / "spec", help="folder of the specifications")
    spec_diff = commands.add_parser("spec-diff", help="list what changed in the specification since a commit")
    spec_diff.add_argument("base", nargs="?", help="commit, branch or tag; with --gate the last tag, unless given")
    spec_diff.add_argument("--gate", action="store_true", help="fail when info.version does not say what changed")
    spec_diff.add_argument("--spec", type=Path, default=ROOT / "spec", help="folder of the specifications")
    api_diff = commands.add_parser("api-diff", help="list the public Python names that broke since a commit")
    api_diff.add_argument("base", nargs="?", help="commit, branch or tag")
    options = parser.parse_args(arguments)
    try:
        match options.command:
            case "generate":
                changed = generate(options.spec, options.output)
                print(f"generated: {len(changed)} files changed")
            case "check":
                stale = difference(options.spec, options.output)
                if stale:
                    sys.stdout.write(stale)
                    print("generated/ is stale: run `make generate` and commit the result", file=sys.stderr)
                    return 1
                print("generated/ is up to date")
            case "documented":
                from .pages.page_parser import PageError, documented_command

                try:
                    sys.stdout.write(documented_command(options.page, options.page_name))
                except (PageError, OSError) as error:
                    print(error, file=sys.stderr)
                    return 2
            case "docs-diff":
                from .pages.docs_diff import docs_diff_command
                from .pages.docs_vs_spec import DeviationError
                from .pages.page_parser import PageError

                try:
                    report, all_explained = docs_diff_command(
                        options.page, options.spec, options.page_name, show_explained=options.explained
                    )
                except (PageError, DeviationError, OSError) as error:
                    print(error, file=sys.stderr)
                    return 2
                sys.stdout.write(report)
                return 0 if all_explained else 1
            case "spec-bundle":
                from .publish.bundle import bundle

                changed = bundle(options.spec, ROOT / "LICENSE", options.output)
                print(f"{options.output}: {len(changed)} files changed")
            case "release":
                from .publish.release import release

                files = release(options.version, ROOT, options.output)
                print(f"release {options.version}, built and checked, not uploaded:")
                print("\n".join(f"  {path}" for path in files))
            case "spec-lint":
                from .checks.spec_lint import lint_command

                return lint_command(options.spec)
            case "spec-diff":
                from .checks.spec_diff import spec_diff_command

                return spec_diff_command(options.base, options.spec, options.gate)
            case "api-diff":
                from .checks.api_diff import api_diff_command

                return api_diff_command(options.base)
    except (SpecificationError, CannotRun) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
