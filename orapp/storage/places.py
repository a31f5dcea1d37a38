"""Where an archive stands: folders that are synchronised and disks on the network lose what is written while it is open."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PureWindowsPath

MOUNTS = Path("/proc/self/mounts")

NETWORK_TYPES = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "9p",
        "ceph",
        "glusterfs",
        "davfs",
        "fuse.sshfs",
        "fuse.davfs",
        "fuse.rclone",
    }
)

# Folder names that the services make themselves ("OneDrive - Gemeente X" has the employer's name behind it).
SERVICES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("OneDrive", re.compile(r"OneDrive(?: - .+)?", re.IGNORECASE)),
    ("Dropbox", re.compile(r"Dropbox(?: \(.+\))?", re.IGNORECASE)),
    ("Google Drive", re.compile(r"Google ?Drive|My Drive|Mijn Drive", re.IGNORECASE)),
    ("iCloud Drive", re.compile(r"iCloud ?Drive|com~apple~CloudDocs", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"Nextcloud|ownCloud", re.IGNORECASE)),
    ("SharePoint", re.compile(r"SharePoint", re.IGNORECASE)),
)

# Files that a service leaves in a folder that it synchronises.
MARKERS: tuple[tuple[str, str], ...] = (
    ("Dropbox", ".dropbox"),
    ("Dropbox", ".dropbox.cache"),
    ("Nextcloud", ".sync_*.db"),
    ("Nextcloud", "._sync_*.db"),
    ("Nextcloud", ".owncloudsync.log"),
    ("Nextcloud", ".nextcloudsync.log"),
    ("Google Drive", ".tmp.drivedownload"),
    ("OneDrive", ".849C9593-D756-4E56-8D6E-42412F2A707B"),
    ("Syncthing", ".stfolder"),
)


class PlaceKind(Enum):
    """What is the matter with a folder."""

    SYNCHRONISED = "archive.place_synchronised"
    NETWORK = "archive.place_network"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsafePlace:
    """A folder in which an archive cannot safely be open for writing, and by what."""

    kind: PlaceKind
    by: str


def unsafe_place(archive: Path, mounts: str | None = None) -> UnsafePlace | None:
    """Says whether the archive's folder is synchronised or on the network. `mounts` stands in for the system's own list."""
    folder = archive.parent.resolve()
    service = synchronised_by(folder)
    if service:
        return UnsafePlace(kind=PlaceKind.SYNCHRONISED, by=service)
    network = network_of(folder, _mounts() if mounts is None else mounts)
    return UnsafePlace(kind=PlaceKind.NETWORK, by=network) if network else None


def synchronised_by(folder: Path) -> str:
    """The service that synchronises this folder, by its name or by the marks it leaves; empty when none is seen."""
    for part in folder.parts:
        for name, pattern in SERVICES:
            if pattern.fullmatch(part):
                return name
    for level in (folder, *folder.parents):
        for name, mark in MARKERS:
            if next(level.glob(mark), None) is not None:
                return name
    return ""


def network_of(folder: Path, mounts: str) -> str:
    """The kind of network disk that holds this folder, or empty."""
    if sys.platform == "win32":
        return _windows_network(folder)
    if str(folder).startswith("//") or PureWindowsPath(str(folder)).drive.startswith("\\\\"):
        return "netwerkmap"
    best = ""
    kind = ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        if len(point) >= len(best) and (folder == Path(point) or Path(point) in folder.parents):
            best, kind = point, fields[2]
    return kind if kind in NETWORK_TYPES else ""


def _windows_network(folder: Path) -> str:
    if folder.drive.startswith("\\\\"):
        return "netwerkmap"
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE
        if ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == remote:
            return f"netwerkschijf {folder.drive}"
    return ""


def _mounts() -> str:
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
