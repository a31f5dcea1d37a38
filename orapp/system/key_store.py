"""The keyring of this user: keeps the raw key of an archive as a hint, and never stands in the way."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

    from orapp.services.ports import Keyring

log = logging.getLogger(__name__)

SERVICE = "orapp"
PROBE = "proef"
PATIENCE_SECONDS = 5.0

ResultT = TypeVar("ResultT")


class _Outcome(Generic[ResultT]):
    """What a call to the keyring gave. A backend is any plug-in and raises whatever it likes: it is noted, not passed on."""

    def __init__(self) -> None:
        self.result: ResultT | None = None
        self.done = False
        self.refused = ""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /) -> bool:
        if kind is None:
            self.done = True
            return False
        self.refused = kind.__name__
        return issubclass(kind, Exception)


class KeyStore:
    """The keyring port on top of the system's keyring.

    Each call runs in a thread of its own with a limit on time: a keyring that waits for a window or a bus that is not
    there counts as refusing. After one refusal by time the keyring is left alone for the rest of the run.
    """

    def __init__(self, *, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._patience = patience_seconds
        self._gone = False

    def get(self, salt: str) -> str | None:
        """The key kept under this salt (hex); None where there is none or the keyring does not give it."""
        outcome = self._ask(lambda backend: backend.get_password(SERVICE, salt))
        return outcome.result

    def put(self, salt: str, key: str) -> bool:
        """Keep the key; False where the keyring did not take it."""
        return self._ask(lambda backend: backend.set_password(SERVICE, salt, key)).done

    def forget(self, salt: str) -> bool:
        """Forget the key; False where there was none or the keyring refused."""
        return self._ask(lambda backend: backend.delete_password(SERVICE, salt)).done

    def state(self) -> str:
        """One of "available", "absent" (this machine has none) or "refused" (it is locked, fails, or does not answer)."""
        if self._gone:
            return "refused"
        if self._within_patience(_present).result is False:
            return "absent"
        return "available" if self._ask(lambda backend: backend.get_password(SERVICE, PROBE)).done else "refused"

    def _ask(self, question: Callable[[KeyringBackend], ResultT]) -> _Outcome[ResultT]:
        def call() -> ResultT:
            import keyring

            return question(keyring.get_keyring())

        return self._within_patience(call)

    def _within_patience(self, call: Callable[[], ResultT]) -> _Outcome[ResultT]:
        outcome: _Outcome[ResultT] = _Outcome()
        if self._gone:
            outcome.refused = "gone"
            return outcome

        def run() -> None:
            with outcome:
                outcome.result = call()

        # A daemon: a keyring that never answers must not keep the program from ending.
        thread = threading.Thread(target=run, name="keyring", daemon=True)
        thread.start()
        thread.join(self._patience)
        if thread.is_alive():
            self._gone = True
            log.info("keyring gave no answer in %s seconds", self._patience)
            silent: _Outcome[ResultT] = _Outcome()
            silent.refused = "timeout"
            return silent
        if outcome.refused:
            log.info("keyring refused: %s", outcome.refused)
        return outcome


class AskingKeyring:
    """A keyring that is passed by while the person wants to be asked each time: nothing is taken from it, nothing kept in it."""

    def __init__(self, keyring: Keyring, always_ask: Callable[[], bool]) -> None:
        self._keyring = keyring
        self._always_ask = always_ask

    def get(self, salt: str) -> str | None:
        """The key that is kept, unless the person wants to be asked."""
        return None if self._always_ask() else self._keyring.get(salt)

    def put(self, salt: str, key: str) -> bool:
        """Keep the key, unless the person wants to be asked."""
        return False if self._always_ask() else self._keyring.put(salt, key)

    def forget(self, salt: str) -> bool:
        """Forget the key, whatever the person wants."""
        return self._keyring.forget(salt)

    def state(self) -> str:
        """How the keyring itself stands."""
        return self._keyring.state()


def _present() -> bool:
    import keyring
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring))
