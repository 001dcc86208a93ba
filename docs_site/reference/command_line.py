"""The commands of `toggl-tasks` with their arguments, options and exit codes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence

import click

from generator.table import markdown
from toggl_tasks.cli.root import root
from toggl_tasks.cli.settings import global_options

#: The meanings of the exit codes, as in `toggl-tasks --help`.
EXIT_CODES = re.compile(r"(\d) (.+?)(?=\s{2,}|$)", re.MULTILINE)


def page() -> str:
    """Return the page."""
    shared = {option.name or "" for option in global_options()}
    context = click.Context(root, info_name="toggl-tasks", **root.context_settings)
    codes = EXIT_CODES.findall((root.epilog or "").partition("Exit codes:")[2])
    return "\n".join(
        [
            "# Command line reference",
            "",
            "All commands of `toggl-tasks`. The [guide](../guides/command-line.md) shows how they work together;",
            "`toggl-tasks COMMAND --help` prints this text in the terminal.",
            "",
            "## Global options",
            "",
            "Every command takes them, before or after its name.",
            "",
            *options(context, global_options()),
            "",
            "`toggl-tasks` alone also has:",
            "",
            *options(context, [option for option in root.get_params(context) if option.name not in shared]),
            "",
            "## Exit codes",
            "",
            *markdown([("code", "meaning"), *sorted(codes)]),
            *(line for name in root.list_commands(context) for line in command(context, name, root, shared)),
        ]
    )


def command(parent: click.Context, name: str, group: click.Group, shared: set[str]) -> Iterator[str]:
    """Yield the section of a command, and those of the commands in it."""
    found = group.get_command(parent, name)
    assert found is not None
    context = click.Context(found, info_name=name, parent=parent, **found.context_settings)
    usage = " ".join([context.command_path, *found.collect_usage_pieces(context)])
    yield from ("", f"{'#' * (2 + context.command_path.count(' ') - 1)} {context.command_path}", "", f"    {usage}")
    yield from ("", text(found.help or ""))
    sections: dict[str, list[click.Parameter]] = {"Options": []}
    for option in found.get_params(context):
        if isinstance(option, click.Option) and option.name not in shared and "--help" not in option.opts:
            sections.setdefault(getattr(option, "section", "Options"), []).append(option)
    for title, own in sections.items():
        if own:
            yield from ("", *options(context, own, title))
    if found.epilog:
        yield from ("", text(found.epilog))
    if isinstance(found, click.Group):
        for child in found.list_commands(context):
            yield from command(context, child, found, shared)


def text(written: str) -> str:
    """Return a help text as Markdown: paragraphs, and code where click does not wrap the lines."""
    blocks = []
    for block in re.split(r"\n\s*\n", inspect.cleandoc(written.partition("\f")[0])):
        lines = block.splitlines()
        if lines[0].strip() == "\b":
            head = [] if lines[1].startswith(" ") or not lines[1].rstrip().endswith(":") else [lines.pop(1), ""]
            indent = "" if head and all(line.startswith("    ") for line in lines[1:]) else "    "
            blocks.append("\n".join([*head, *(f"{indent}{line}".rstrip() for line in lines[1:])]))
        else:
            blocks.append(" ".join(block.split()))
    return "\n\n".join(blocks)


def options(context: click.Context, found: Sequence[click.Parameter], title: str = "Options") -> list[str]:
    """Return a table of options."""
    rows = [
        (f"`{record[0]}`", " ".join(record[1].split()))
        for option in found
        if (record := option.get_help_record(context)) is not None
    ]
    return markdown([(title, "meaning"), *rows])
