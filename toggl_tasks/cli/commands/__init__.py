"""The commands, each in the module of its topic.

A command's module is imported when the command is used, so that `--version` and `--help` stay fast.
"""

from collections.abc import Mapping

COMMANDS: Mapping[str, tuple[str, str]] = {
    "list": ("toggl_tasks.cli.commands.tasks:list_tasks", "List tasks."),
    "show": ("toggl_tasks.cli.commands.tasks:show", "Show all fields of a task."),
    "add": ("toggl_tasks.cli.commands.changes_to_tasks:add", "Create tasks."),
    "edit": ("toggl_tasks.cli.commands.changes_to_tasks:edit", "Change a task."),
    "done": ("toggl_tasks.cli.commands.changes_to_tasks:done", "Mark tasks as done."),
    "reopen": ("toggl_tasks.cli.commands.changes_to_tasks:reopen", "Reopen tasks that are done."),
    "delete": ("toggl_tasks.cli.commands.changes_to_tasks:delete", "Delete tasks."),
    "archive": ("toggl_tasks.cli.commands.changes_to_tasks:archive", "Archive tasks (Focus)."),
    "restore": ("toggl_tasks.cli.commands.changes_to_tasks:restore", "Restore archived or deleted tasks (Focus)."),
    "import": ("toggl_tasks.cli.commands.transfer:import_tasks", "Create or change tasks from a file."),
    "export": ("toggl_tasks.cli.commands.transfer:export", "Write tasks to a file."),
    "report": ("toggl_tasks.cli.commands.report:report", "Sum estimated and tracked time."),
    "changes": ("toggl_tasks.cli.commands.changes:changes", "List new, changed and deleted tasks."),
    "workspaces": ("toggl_tasks.cli.commands.lists:workspaces", "List workspaces."),
    "projects": ("toggl_tasks.cli.commands.lists:projects", "List projects."),
    "statuses": ("toggl_tasks.cli.commands.lists:statuses", "List the statuses of tasks (Focus)."),
    "tags": ("toggl_tasks.cli.commands.lists:tags", "List tags (Focus)."),
    "quota": ("toggl_tasks.cli.commands.quota:quota", "Show the remaining hourly quotas."),
    "auth": ("toggl_tasks.cli.commands.auth:auth", "Sign in and out; list profiles."),
    "doctor": ("toggl_tasks.cli.commands.doctor:doctor", "Check configuration, connection, clock and quota."),
    "api": ("toggl_tasks.cli.commands.api:api", "Call an operation of the API."),
    "sync": ("toggl_tasks.sync.command:sync", "Load tasks into a database, incrementally."),
    "sandbox": ("toggl_sandbox.command:sandbox", "Run a local server that emulates both APIs."),
    "drift": ("toggl_tasks.cli.drift:drift", "Report recorded responses that differ from the specification."),
}
"""Module and function of each command, and its text in `--help`."""
