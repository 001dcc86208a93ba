"""The context of a command: the client of the selected API, ids by name, and the output."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from .errors import REFUSED, USAGE, CommandError
from .output import Output, note
from .settings import Settings
from .values import plural

if TYPE_CHECKING:
    import click

    from .. import Focus, RequestView, ResponseView, Track
    from .known_quotas import KnownQuotas
    from .names_cache import NamesCache
    from .profiles import Profile

LONG_WAIT = 5.0
"""Minimum duration in seconds of a wait that is announced."""


class AnnouncingClock:
    """The system clock; it prints a message before a long wait."""

    reason = "for the quota"

    def time(self) -> float:
        return time.time()

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        if seconds >= LONG_WAIT:
            length = f"{seconds / 60:.0f} min" if seconds >= 60 else f"{seconds:.0f} s"
            note(f"waiting {length} {self.reason}; Ctrl-C ends it")
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        raise NotImplementedError("the command line has no asyncio")


class Session:
    """One run of a command. Clients are made when they are first used, and closed at the end."""

    def __init__(self, settings: Settings, context: click.Context) -> None:
        self.settings = settings
        self.context = context
        self.output = Output(settings)
        self.clock = AnnouncingClock()
        self.requests = 0
        """Number of requests that were sent."""
        self._closing = ExitStack()
        self._clients: list[tuple[str, Any]] = []
        self._dry_run: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.close()
        self._drop_stale_names(error)
        self._store_quotas()
        if self.settings.dry_run and self._dry_run is not None and error is None:
            withheld = self._dry_run.withheld
            note(f"dry run: {plural(withheld, 'request')} not sent, {self.requests - withheld} sent to read")
        elif self.settings.verbose:
            note(plural(self.requests, "request"))

    def _drop_stale_names(self, error: BaseException | None) -> None:
        """Delete cached ids if the service reports one as unknown or inaccessible."""
        from .. import errors

        unknown = isinstance(error, errors.BadRequest) and "_id" in error.message  # as in "Invalid project_id"
        if (unknown or isinstance(error, errors.NotFound | errors.Forbidden)) and "names" in self.__dict__:
            self.names.clear()

    @cached_property
    def profile_name(self) -> str:
        from .profiles import DEFAULT

        return self.settings.profile or DEFAULT

    @cached_property
    def profile(self) -> Profile:
        """The profile that was chosen; raises CommandError if there is none of that name."""
        from .profiles import Profile, load_profiles

        profiles = load_profiles()
        if self.settings.profile and self.settings.profile not in profiles:
            known = f"there are {', '.join(profiles)}" if profiles else "there are none"
            raise CommandError(
                f"there is no profile {self.settings.profile!r}: {known}; make one with `toggl-tasks auth login`", USAGE
            )
        return profiles.get(self.profile_name, Profile())

    @cached_property
    def api(self) -> Literal["track", "focus"]:
        """The API: from the option, otherwise the only token in the environment, otherwise the profile."""
        if self.settings.api:
            return "focus" if self.settings.api == "focus" else "track"
        tokens = [bool(os.environ.get(name)) for name in ("TOGGL_API_TOKEN", "TOGGL_FOCUS_TOKEN")]
        if not self.settings.profile and tokens == [False, True]:
            return "focus"
        return self.profile.api

    @cached_property
    def track(self) -> Track:
        track: Track = self._open("track")
        return track

    @cached_property
    def focus(self) -> Focus:
        focus: Focus = self._open("focus")
        return focus

    @cached_property
    def names(self) -> NamesCache:
        from .names_cache import NamesCache
        from .profiles import account_of

        return NamesCache(self.profile_name, account_of(self.settings.profile))

    @property
    def known_quotas(self) -> KnownQuotas:
        """The last known state of each quota."""
        from .known_quotas import KnownQuotas
        from .profiles import account_of

        return KnownQuotas(self.profile_name, account_of(self.settings.profile))

    def _store_quotas(self) -> None:
        quotas = [(api, quota) for api, client in self._clients for quota in client.quotas.values() if quota.scope]
        if quotas:
            self.known_quotas.update(quotas)

    def cached(self, key: str, fetch: Callable[[], Iterable[Any]], extra: tuple[str, ...] = ()) -> list[dict[str, Any]]:
        """The items of a list with `id` and `name`, from the cache or by `fetch`."""
        items = self.names.get(_cache_key(key, extra))
        return self.store(key, fetch(), extra) if items is None else items

    def store(self, key: str, items: Iterable[Any], extra: tuple[str, ...] = ()) -> list[dict[str, Any]]:
        """Put `id` and `name` of the items of a list into the cache; returns them."""
        stored = [{name: getattr(item, name, None) for name in ("id", "name", *extra)} for item in items]
        self.names.put(_cache_key(key, extra), stored)
        return stored

    def has_token(self, api: str) -> bool:
        """Whether there is a token of an API."""
        return bool(self._token_or_none(api))

    def check_writable(self) -> None:
        """Raise CommandError if the profile is read-only."""
        if self.profile.read_only:
            raise CommandError(
                f"the profile {self.profile_name!r} is read-only: nothing was changed; choose another with --profile",
                REFUSED,
            )

    def confirm(self, question: str) -> None:
        """Ask for confirmation before data is lost. Raises CommandError on no, or without a terminal."""
        import click

        if self.settings.yes or self.settings.dry_run:
            return
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise CommandError(f"{question} There is no terminal to ask on: add --yes to do it", USAGE)
        if not click.confirm(question, err=True):
            raise CommandError("cancelled; nothing was changed")

    def redact(self, text: str) -> str:
        """A text without the tokens of this session, which responses may contain."""
        for token in filter(None, (self._token_or_none("track"), self._token_or_none("focus"))):
            text = text.replace(token, "***")
        return re.sub(r'("api_token"\s*:\s*)"[^"]*"', r'\1"***"', text)

    def _token_or_none(self, api: str) -> str | None:
        """The token: from the environment, unless a profile was selected; otherwise from the profile."""
        from .tokens import load_token

        variable = token_variable(api)
        if not self.settings.profile and os.environ.get(variable):
            return os.environ[variable]
        return load_token(self.profile_name, self.profile, api)

    def _open(self, api: str) -> Any:
        token = self._token_or_none(api)
        if not token:
            raise CommandError(
                f"not signed in to {api.capitalize()}: run `toggl-tasks auth login`, or set {token_variable(api)}",
                REFUSED,
            )
        return self.connect(api, token, self.url_of(api), on_request=self._check_request)

    def url_of(self, api: str) -> str:
        """The URL of an API: from the environment, unless a profile was selected; otherwise from the profile.

        The token of a profile is sent to the URL of the profile only, whatever the environment contains.
        """
        from .. import Focus, Track

        kind, url = (Focus, self.profile.focus_url) if api == "focus" else (Track, self.profile.track_url)
        if not self.settings.profile and (os.environ.get(token_variable(api)) or not self.profile.tokens.get(api)):
            url = os.environ.get(kind.url_variable) or url
        return url or kind.default_url

    def connect(
        self, api: str, token: str, url: str | None, on_request: Callable[[RequestView], object] | None = None
    ) -> Any:
        """A client with a token, which is closed at the end; `url` is None for the live service."""
        import logging

        from .. import Focus, Track

        options: dict[str, Any] = {}
        if self.settings.dry_run:
            from .dry_run import DryRunClient

            self._dry_run = self._dry_run or self._closing.enter_context(DryRunClient(note))
            options |= {"http_client": self._dry_run, "pace": None}  # a request that is not sent needs no wait
        if not self.settings.verbose:  # logs retries
            handler = logging.NullHandler()
            logging.getLogger("toggl_tasks").addHandler(handler)
            self._closing.callback(logging.getLogger("toggl_tasks").removeHandler, handler)
        kind = Focus if api == "focus" else Track
        client = kind(
            token=token,
            base_url=url or kind.default_url,  # the token of a profile must not be sent to the URL in the environment
            on_quota="wait" if self.settings.wait else "raise",
            max_wait=None if self.settings.wait else 3600.0,
            on_request=on_request,
            on_response=self._on_response,
            clock=self.clock,
            **options,
        )
        self._closing.enter_context(client)
        self._clients.append((api, client))
        if self.settings.budget is not None:
            self._closing.enter_context(client.budget(self.settings.budget))
        return client

    def _check_request(self, view: RequestView) -> None:
        """With a read-only profile, no command sends a request that changes something."""
        if view.method != "GET":
            self.check_writable()

    def _on_response(self, view: ResponseView) -> None:
        self.requests += 1
        failed = view.status is None or (view.status >= 400 and view.status != 402)
        self.clock.reason = f"before a retry, after {view.status or view.error}" if failed else "for the quota"
        if self.settings.verbose:
            request = view.request
            note(f"{request.method} {request.path} {view.status or view.error} {view.seconds * 1000:.0f} ms")


def token_variable(api: str) -> str:
    """The variable of the environment with the token of an API."""
    return "TOGGL_API_TOKEN" if api == "track" else "TOGGL_FOCUS_TOKEN"


def _cache_key(key: str, extra: tuple[str, ...]) -> str:
    return f"{key}?{','.join(('id', 'name', *extra))}"  # another version may store other fields
