"""A quick look at a Word file before it is stored: it is whole, and each part is XML."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from orapp.documents.skeleton import parse_part


class UnsoundPackage(Exception):
    """A Word file that was just made is not sound; a defect, never the user's fault."""


def require_sound(data: bytes) -> None:
    """Raise UnsoundPackage when an entry is damaged or stands twice, or a part is not well-formed XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if len(names) != len(set(names)):
                raise UnsoundPackage("an entry stands twice")
            for name in names:
                part = package.read(name)
                if name.endswith((".xml", ".rels")):
                    parse_part(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, etree.XMLSyntaxError) as error:
        raise UnsoundPackage(str(error)) from error
