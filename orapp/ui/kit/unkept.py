"""Text that was typed and could not be kept (a full disk, an archive that takes no edits): known until it is kept after all."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class UnkeptText:
    """A text with the place where it was typed, in words ("2026-014, Q3")."""

    place: str
    text: str


@dataclass(slots=True)
class Unkept:
    """What is on the screen or was, and not in the archive; by (dossier id, item id, field)."""

    _texts: dict[tuple[str, str, str], UnkeptText] = field(default_factory=dict)

    def put(self, dossier_id: str, item_id: str, name: str, text: UnkeptText) -> None:
        """Remembers the newest text of a field that was refused; an empty one asks for nothing."""
        if text.text.strip():
            self._texts[dossier_id, item_id, name] = text
        else:
            self.drop(item_id, name)

    def drop(self, item_id: str, name: str) -> None:
        """The text of a field was kept, or is deliberately not wanted."""
        for key in [key for key in self._texts if key[1:] == (item_id, name)]:
            del self._texts[key]

    def drop_text(self, dossier_id: str, text: str) -> None:
        """A text came into the dossier another way."""
        for key in [key for key, one in self._texts.items() if key[0] == dossier_id and one.text.strip() == text.strip()]:
            del self._texts[key]

    def clear(self) -> None:
        """All of it was saved elsewhere, or given up."""
        self._texts.clear()

    def texts(self) -> tuple[UnkeptText, ...]:
        """Every text once, in the order in which it was refused."""
        return tuple(dict.fromkeys(self._texts.values()))

    def __bool__(self) -> bool:
        return bool(self._texts)
