"""New identities: UUID version 7 (RFC 9562), which sort by the moment at which they were made."""

from __future__ import annotations


class SystemIdentities:
    """Gives identities that no other machine gives."""

    def new_id(self) -> str:
        """A new UUIDv7 in its usual text of 36 characters."""
        from uuid6 import uuid7

        return str(uuid7())
