"""The bookmarks by which a letter that was edited in Word is read back, item by item."""

from __future__ import annotations

import hashlib
import re
from typing import Final

PREFIX: Final = "_orapp_"
# Word cuts a bookmark's name at forty characters and takes capitals and small letters for the same.
LONGEST: Final = 40
_PLAIN = re.compile("[a-z0-9/]+")
_OTHER = re.compile("[^a-z0-9]+")
_DIGEST_LENGTH: Final = 12


def bookmark_name(place: str) -> str:
    """Give the name of the bookmark at `place` ("section", "section/block", "section/block/item"); one name for each place.

    A short place of small letters and digits stays readable; any other gets a digest behind what is readable of it.
    """
    room = LONGEST - len(PREFIX)
    if len(place) <= room and _PLAIN.fullmatch(place):
        return PREFIX + place.replace("/", "_")
    digest = hashlib.blake2b(place.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_LENGTH // 2).hexdigest()
    readable = _OTHER.sub("_", place.lower()).strip("_")[: room - _DIGEST_LENGTH - 1].rstrip("_")
    return f"{PREFIX}{readable}_{digest}" if readable else f"{PREFIX}{digest}"


class Bookmarks:
    """Hands out the bookmarks of one letter: names once, numbers from one on."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._number = 0

    def around(self, place: str, run: str) -> str:
        """Give `run` (XML, possibly empty) inside the bookmark of `place`; a place that comes twice gets a name of its own."""
        name, turn = bookmark_name(place), 1
        while name in self._names:
            turn += 1
            name = bookmark_name(f"{place}#{turn}")
        self._names.add(name)
        self._number += 1
        return f'<w:bookmarkStart w:id="{self._number}" w:name="{name}"/>{run}<w:bookmarkEnd w:id="{self._number}"/>'
