"""The data that comes with the program: law, letters, texts, templates, demo, schema."""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath


class MissingResource(LookupError):
    """A file that belongs to the program is not there: the installation is damaged."""


class Resources:
    """Reads files below one folder, by names with slashes ("templates/klassiek.docx")."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def found(cls) -> Resources:
        """The resources of this program: frozen, in a checkout, or installed. Raises MissingResource."""
        for folder in _candidates():
            if (folder / "law").is_dir():
                return cls(folder)
        raise MissingResource("resources")

    def toml_folder(self, name: str) -> Mapping[str, Mapping[str, object]]:
        """Every TOML file of a folder, parsed, by its name without ending. Raises MissingResource or tomllib.TOMLDecodeError."""
        folder = self.path(name)
        if not folder.is_dir():
            raise MissingResource(name)
        return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))}

    def fingerprint(self, folder: str) -> str:
        """SHA-256 (hex, shortened) over the files of a folder: it changes when any of them does. Raises MissingResource."""
        content = hashlib.sha256()
        for name in self.names(folder):
            content.update(name.encode() + b"\0" + self.read_bytes(name))
        return content.hexdigest()[:16]

    def read_bytes(self, name: str) -> bytes:
        """The bytes of one file. Raises MissingResource."""
        try:
            return self.path(name).read_bytes()
        except OSError as error:
            raise MissingResource(name) from error

    def read_text(self, name: str) -> str:
        """One file as UTF-8 text. Raises MissingResource."""
        return self.read_bytes(name).decode("utf-8")

    def names(self, folder: str, ending: str = "") -> tuple[str, ...]:
        """The names of the files in a folder, in order; none where there is no such folder."""
        place = self.path(folder)
        if not place.is_dir():
            return ()
        return tuple(f"{folder}/{path.name}" for path in sorted(place.iterdir()) if path.is_file() and path.name.endswith(ending))

    def path(self, name: str) -> Path:
        """Where a file stands, which need not exist. Raises ValueError for a name that leads out of the folder."""
        inside = PurePosixPath(name)
        if inside.is_absolute() or ".." in inside.parts:
            raise ValueError(f"{name!r} lies outside the resources")
        return self.folder.joinpath(*inside.parts)


def _candidates() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parents[1]
    frozen: object = getattr(sys, "_MEIPASS", None)
    found = [Path(frozen) / "resources"] if isinstance(frozen, str) else []
    return (*found, package.parent / "resources", package / "resources", Path(sys.prefix) / "share" / "orapp" / "resources")
