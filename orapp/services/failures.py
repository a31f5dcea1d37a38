"""Failures that a person can understand: a code with named fields; the Dutch sentence stands in resources/texts."""

from __future__ import annotations


class Failure(Exception):
    """Something that did not go as asked. `code` finds the sentence, `fields` fill it."""

    def __init__(self, code: str, /, **fields: str) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields


class Refusal(Failure):
    """What was asked cannot be done as it stands: it is said beside the field or the place (`fields["place"]`)."""


class Circumstance(Failure):
    """The world is in the way (disk full, locked, wrong key, newer archive): what happened and what to do."""
