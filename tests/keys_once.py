"""The key that belongs to a passphrase and a salt, worked out once for all tests of a process: copies of an archive share it."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from orapp.storage import archive, archives
from orapp.storage.keys import derived_key

_once = functools.cache(derived_key)


@contextmanager
def keys_once() -> Iterator[None]:
    """SQLCipher's own number of rounds, but not again for what was derived before; what another process does stays as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archives, "derived_key", _once)
        patch.setattr(archive, "derived_key", _once)
        yield
