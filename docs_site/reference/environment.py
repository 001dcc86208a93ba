"""The environment variables that the project reads."""

from __future__ import annotations

from typing import Final

from generator.table import markdown

#: Meaning and readers of each variable, by name; a test compares it with the code.
VARIABLES: Final = {
    "TOGGL_API_TOKEN": ("API token of Track.", "clients, command line, sync, `make record`"),
    "TOGGL_FOCUS_TOKEN": (
        "API key of Focus; it begins with `toggl_sk_`.",
        "clients, command line, sync, `make record`",
    ),
    "TOGGL_TRACK_URL": ("Base URL of Track, if it is not the live service.", "clients, command line, `make record`"),
    "TOGGL_FOCUS_URL": ("Base URL of Focus, if it is not the live service.", "clients, command line, `make record`"),
    "TOGGL_WORKSPACE": ("Name or id of the workspace, as `--workspace`.", "command line"),
    "TOGGL_ORGANIZATION": ("Name or id of the organization (Focus), as `--organization`.", "command line"),
    "TOGGL_PROFILE": ("Profile of `toggl-tasks auth login`, as `--profile`.", "command line"),
    "TOGGL_WORKSPACE_ID": ("Id of the workspace.", "`make record`, `make verify`"),
    "TOGGL_ORGANIZATION_ID": ("Id of the organization (Focus).", "`make record`, `make verify`, `make demo LIVE=1`"),
    "TOGGL_PROJECT_ID": ("Id of the project (Track).", "`make record`, `make verify`"),
    "_TOGGL_TASKS_COMPLETE": ("Set by the completion script of the shell.", "command line"),
    "HTTPS_PROXY": ("Proxy for `https://`. In lower case, too, as the next ones.", "clients, command line"),
    "HTTP_PROXY": ("Proxy for `http://`.", "clients, command line"),
    "ALL_PROXY": ("Proxy for both.", "clients, command line"),
    "NO_PROXY": ("Hosts, domains, addresses and networks without a proxy.", "clients, command line"),
    "SSL_CERT_FILE": ("File of trusted certificates in PEM format.", "clients, command line"),
    "SSL_CERT_DIR": ("Folder of trusted certificates.", "clients, command line"),
    "NO_COLOR": ("If set, the output has no colors.", "command line"),
    "FORCE_COLOR": ("If set, the output has colors also where it is not a terminal.", "command line"),
    "TERM": ("`dumb` turns colors off.", "command line"),
    "RUNTIME__DLTHUB_TELEMETRY": ("`true` allows the telemetry of dlt, which is off by default.", "sync (dlt)"),
    "DESTINATION__DUCKDB__CREDENTIALS__GLOBAL_CONFIG": (
        "Settings of DuckDB as JSON, such as its memory.",
        "sync (dlt)",
    ),
    "SHELL": ("Shell that `--install-completion` and `sandbox --shell` use.", "command line"),
}


def page() -> str:
    """Return the page."""
    rows = [(f"`{name}`", *texts) for name, texts in VARIABLES.items()]
    return "\n".join(
        [
            "# Environment variables",
            "",
            "An argument or an option takes precedence over a variable. An empty variable counts as not set.",
            "",
            *markdown([("variable", "meaning", "read by"), *rows]),
            "",
            "The standard variables for the locations of configuration files, such as `XDG_CONFIG_HOME`, apply, too.",
        ]
    )
