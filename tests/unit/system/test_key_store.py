"""A keyring that is absent, locked, slow or failing is a normal state."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import keyring
import keyring.core
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked
from typing_extensions import override

from orapp.system.key_store import KeyStore

SALT = "00ff"
PATIENCE = 5.0


class Kept(KeyringBackend):
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Failing(Kept):
    """Raises whatever it was made with."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error


class Silent(Kept):
    """Waits for a window that nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.freed = threading.Event()
        self.asked = 0

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self.freed.wait(30)
        return "te laat"


@pytest.fixture(autouse=True)
def own_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_key_is_kept_given_and_forgotten() -> None:
    keyring.set_keyring(Kept())
    store = KeyStore()
    assert store.state() == "available"
    assert store.get(SALT) is None
    assert store.put(SALT, "sleutel")
    assert store.get(SALT) == "sleutel"
    assert store.forget(SALT)
    assert not store.forget(SALT)
    assert store.get(SALT) is None


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring])
def test_no_keyring_is_absent(backend: type[KeyringBackend]) -> None:
    keyring.set_keyring(backend())
    store = KeyStore()
    assert store.state() == "absent"
    assert store.get(SALT) is None


def test_a_machine_without_keyring_keeps_nothing() -> None:
    keyring.set_keyring(keyring.core.load_keyring("keyring.backends.fail.Keyring"))
    assert not KeyStore().put(SALT, "sleutel")


@pytest.mark.parametrize(
    "error", [KeyringLocked("op slot"), OSError("geen bus"), RuntimeError("x"), ValueError("y"), KeyError("z")]
)
def test_a_keyring_that_fails_refuses(error: Exception) -> None:
    keyring.set_keyring(Failing(error))
    store = KeyStore()
    assert store.get(SALT) is None
    assert not store.put(SALT, "sleutel")
    assert store.state() == "refused"


def test_a_keyring_that_does_not_answer_is_left_alone() -> None:
    silent = Silent()
    keyring.set_keyring(silent)
    store = KeyStore(patience_seconds=0.05)
    began = time.monotonic()
    assert store.get(SALT) is None
    assert store.get(SALT) is None
    assert store.state() == "refused"
    assert time.monotonic() - began < PATIENCE
    assert silent.asked == 1
    silent.freed.set()
