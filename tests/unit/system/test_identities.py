"""Identities are UUIDv7: unique, and in the order in which they were made."""

from __future__ import annotations

from uuid import UUID

from orapp.system.identities import SystemIdentities


def test_identities_are_version_seven_and_sort_by_time() -> None:
    made = [SystemIdentities().new_id() for _ in range(200)]
    assert len(set(made)) == 200
    assert made == sorted(made)
    assert {UUID(one).version for one in made} == {7}
