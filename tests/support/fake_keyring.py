"""Backends of keyring for tests: one that works, and one that fails."""

from __future__ import annotations

import json
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class FileKeyring(KeyringBackend):
    """Stores passwords in `keyring.json` in the home folder."""

    priority = 1

    @property
    def file(self) -> Path:
        return Path.home() / "keyring.json"

    def _load(self) -> dict[str, str]:
        passwords: dict[str, str] = json.loads(self.file.read_text()) if self.file.exists() else {}
        return passwords

    def get_password(self, service: str, username: str) -> str | None:
        return self._load().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self.file.write_text(json.dumps({**self._load(), f"{service} {username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        passwords = self._load()
        if passwords.pop(f"{service} {username}", None) is None:
            raise PasswordDeleteError("there is no such password")
        self.file.write_text(json.dumps(passwords))


class BrokenKeyring(KeyringBackend):
    """Fails as a locked keyring of a desktop does, with the password in the text."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        raise ZeroDivisionError("the collection is locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise ZeroDivisionError(f"cannot store {password}: the collection is locked")

    def delete_password(self, service: str, username: str) -> None:
        raise ZeroDivisionError("the collection is locked")
