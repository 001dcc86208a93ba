"""Errors of the command line: one line that says what to do, and an exit code."""

from __future__ import annotations

from typing import Any

import click

from .values import plural

DONE, FAILED, USAGE, REFUSED, NOT_FOUND, QUOTA, PARTLY = range(7)
INTERRUPTED = 130


class CommandError(click.ClickException):
    """A failure with its exit code. `details` are added to the error in JSON."""

    def __init__(self, message: str, exit_code: int = FAILED, **details: Any) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]
        self.details = details


def to_command_error(error: Exception) -> CommandError:
    """The error to print for an exception."""
    from .. import errors

    text = _in_terms_of_options(str(error))
    match error:
        case errors.NotAuthenticated():
            return CommandError(f"{text}; check the token with `toggl-tasks auth status --check`", REFUSED)
        case errors.Forbidden():
            return CommandError(
                f"{text}; check --workspace, and the token with `toggl-tasks auth status --check`", REFUSED
            )
        case errors.PaymentRequired():
            return CommandError(f"{text}; change the plan, or choose another workspace with --workspace", REFUSED)
        case errors.NotFound() | errors.Gone() | errors.NameNotFound():
            return CommandError(text, NOT_FOUND)
        case errors.BudgetExceeded():
            return CommandError(
                f"--budget is used up: {plural(error.needed, 'more request')} needed, {error.left} left; raise it",
                QUOTA,
                needed=error.needed,
                left=error.left,
            )
        case errors.QuotaExceeded():
            when = f" until {error.resets_at.astimezone():%H:%M}" if error.resets_at else ""
            return CommandError(
                f"the hourly quota is spent{when}; add --wait to wait for it",
                QUOTA,
                resets_at=error.resets_at.isoformat() if error.resets_at else None,
            )
        case errors.RateLimited():
            return CommandError(f"{text}; try again later", QUOTA)
        case errors.ConnectionFailed():
            return CommandError(f"no connection: {text}{'' if '; ' in text else '; check the network and the proxy'}")
        case errors.TogglError():
            return CommandError(text or type(error).__name__)
        case UnicodeEncodeError():  # how Python represents bytes that it cannot decode
            return CommandError(f"the text {error.object!r} is not UTF-8; correct it", USAGE)
        case OSError():
            reason = error.strerror or text
            return CommandError(
                f"{reason}: {error.filename}" if error.filename else f"cannot write the output: {reason}"
            )
        case ValueError():  # the client checks arguments before it sends them
            return CommandError(text, USAGE)
    return CommandError(
        f"internal error: {type(error).__name__}: {text}; run it again with --verbose and report the output"
    )


def _in_terms_of_options(text: str) -> str:
    """The message of a library error without parameter names, which the command line does not have."""
    for old, new in (
        ("; check token=", ""),
        ("token=: ", "wrong token: "),
        (", or pass allow_http=True", ""),
        ("base_url", "the URL of the API"),
    ):
        text = text.replace(old, new)
    return text
