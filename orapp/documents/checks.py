"""A quick look at a Word file before it is stored: it is whole, and each part is XML."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import lru_cache
from typing import Final

from lxml import etree

from orapp.documents.skeleton import parse_part

# As many house styles as are in use at once.
_MOST_REMEMBERED: Final = 6


class UnsoundPackage(Exception):
    """A Word file that was just made is not sound; a defect, never the user's fault."""


def require_sound(data: bytes, onto: bytes = b"") -> None:
    """Raise UnsoundPackage when an entry is damaged or stands twice, or a part is not well-formed XML.

    `onto` is the package that it was written onto: what stands in it, byte for byte, was looked at with the first such file.
    """
    entries, known = _looked_at(onto) if onto else (b"", frozenset[str]())
    _look_at(data, known if data.startswith(entries) else frozenset())


@lru_cache(maxsize=_MOST_REMEMBERED)
def _looked_at(package: bytes) -> tuple[bytes, frozenset[str]]:
    """The bytes of the entries of a sound package, without its list of them, and their names."""
    _look_at(package, frozenset())
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return package[: opened.start_dir], frozenset(opened.namelist())


def _look_at(data: bytes, known: frozenset[str]) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if len(names) != len(set(names)):
                raise UnsoundPackage("an entry stands twice")
            for name in (name for name in names if name not in known):
                part = package.read(name)
                if name.endswith((".xml", ".rels")):
                    parse_part(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, etree.XMLSyntaxError) as error:
        raise UnsoundPackage(str(error)) from error
