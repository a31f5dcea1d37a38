"""The fingerprint of what was adopted: SHA-256 over the content of a letter, the same through signing and sending."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from typing import Any

from orapp.letters.content import LetterContent, LetterStatus

SHORT_SIGNS = 16
GROUP = 4


def fingerprint_of(content: LetterContent) -> str:
    """SHA-256 (FIPS 180-4) in hex of what the council adopted: everything but who signed, the status and the print itself.

    What stands at its default is passed over, so that a field that comes later does not change the print of older letters.
    """
    adopted = replace(content, status=LetterStatus.ADOPTED, signatures=(), fingerprint="")
    text = json.dumps(_plain(adopted), ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def stamped(content: LetterContent) -> LetterContent:
    """The content with its own fingerprint in it: so it is adopted."""
    return replace(content, fingerprint=fingerprint_of(content))


def short(fingerprint: str) -> str:
    """The first signs in groups of four, as a person compares them: "3f9a-2b1c-77d0-e45a"; empty where there is none."""
    signs = fingerprint[:SHORT_SIGNS]
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kept = {
            one.name: _plain(getattr(value, one.name)) for one in fields(value) if not _at_default(one, getattr(value, one.name))
        }
        return {"": type(value).__name__, **kept}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value


def _at_default(field: Field[Any], value: Any) -> bool:
    return field.default is not MISSING and bool(value == field.default)
