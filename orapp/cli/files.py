"""Files that a command reads and writes: whole or not at all, and nothing overwritten unasked."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from orapp.services.failures import Circumstance, Refusal


def existing(path: Path, *, pipes: bool = False) -> Path:
    """The path of a file that is there; a device is none, and a pipe only where one will do.

    Raises Circumstance "cli.file_missing", "cli.file_is_folder" or "cli.file_unreadable".
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Circumstance("cli.file_missing", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise Circumstance("cli.file_unreadable", path=str(path)) from error
    if stat.S_ISDIR(mode):
        raise Circumstance("cli.file_is_folder", path=str(path))
    if not (stat.S_ISREG(mode) or (pipes and stat.S_ISFIFO(mode))):
        raise Circumstance("cli.file_unreadable", path=str(path))
    return path


def read(path: Path) -> bytes:
    """The bytes of a file or a pipe. Raises as `existing`."""
    existing(path, pipes=True)
    try:
        return path.read_bytes()
    except OSError as error:
        raise Circumstance("cli.file_unreadable", path=str(path)) from error


def free(path: Path, *, force: bool, code: str = "cli.file_exists") -> Path:
    """A path that may be written: its folder is there, and so is no file unless `force` is given.

    Raises Refusal(code), Circumstance("cli.folder_missing") or Circumstance("cli.file_is_folder").
    """
    try:
        if path.is_dir():
            raise Circumstance("cli.file_is_folder", path=str(path))
        if not path.absolute().parent.is_dir():
            raise Circumstance("cli.folder_missing", path=str(path.absolute().parent))
        if os.path.lexists(path) and not force:
            raise Refusal(code, path=str(path))
    except OSError as error:
        raise unwritable(path, error) from error
    return path


def different(path: Path, archive: Path) -> Path:
    """The path, unless it is the archive itself. Raises Refusal("cli.same_file")."""
    with contextlib.suppress(OSError):
        if path.exists() and path.samefile(archive):
            raise Refusal("cli.same_file", path=str(path))
    return path


def write(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file by way of a new one beside it, so that a crash or a full disk leaves nothing half.

    Raises Refusal("cli.file_exists") when it came in the meantime, and Circumstance("cli.file_unwritable").
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".orapp-", dir=path.absolute().parent)
    except OSError as error:
        raise unwritable(path, error) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not force and os.path.lexists(path):
            raise Refusal("cli.file_exists", path=str(path))
        beside.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def unwritable(path: Path, error: OSError) -> Circumstance:
    """The circumstance for a file that cannot be written, with the reason in Dutch where it is one of the usual ones."""
    return Circumstance("cli.file_unwritable", path=str(path), reason=reason(error))


def reason(error: OSError) -> str:
    """Why the system refused, in Dutch; the system's number for the rare ones."""
    import errno

    known = {
        errno.ENOSPC: "de schijf is vol",
        errno.EDQUOT: "de toegestane ruimte is op",
        errno.EACCES: "geen toestemming",
        errno.EPERM: "geen toestemming",
        errno.EROFS: "de schijf is alleen te lezen",
        errno.ENOENT: "de map is er niet",
        errno.ENOTDIR: "de map is er niet",
        errno.EISDIR: "het is een map",
        errno.ENAMETOOLONG: "de naam is te lang",
        errno.EINVAL: "de naam mag niet",
        errno.EFBIG: "het bestand wordt te groot",
        errno.EIO: "de schijf geeft een fout",
    }
    return known.get(error.errno or 0, f"fout {error.errno} van het systeem")
