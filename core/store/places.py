"""Where a ledger file lies: SQLite's locks don't hold on network folders, so one there is warned about."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

NETWORK_TYPES = frozenset((
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs", "lustre", "davfs",
    "fuse.sshfs", "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.smbnetfs", "vboxsf", "vmhgfs",
    "fuse.vmhgfs-fuse", "prl_fs",
))  # fmt: skip
"""Kinds of file systems that live on another machine."""

_REMOTE_DRIVE = 4
"""DRIVE_REMOTE of GetDriveTypeW."""


def network_kind(
    path: str,
    system: str = sys.platform,
    mounts: Callable[[], str] | None = None,
    drive_type: Callable[[str], int] | None = None,
) -> str | None:
    """What makes the folder of `path` one on the network ('cifs', 'UNC', 'drive Z:'), None where nothing does or the
    system does not tell."""
    if system == "win32":
        return _windows_kind(path, drive_type or _drive_type)
    if system.startswith("linux"):
        return _linux_kind(path, (mounts or _mounts)())
    return None


def _windows_kind(path: str, drive_type: Callable[[str], int]) -> str | None:
    if path.replace("/", "\\").startswith("\\\\"):
        return "UNC"
    drive = re.match(r"([A-Za-z]:)", path)
    if drive and drive_type(drive[1] + "\\") == _REMOTE_DRIVE:
        return f"drive {drive[1].upper()}"
    return None


def _drive_type(root: str) -> int:
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))  # type: ignore[attr-defined]


def _mounts() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _linux_kind(path: str, mounts: str) -> str | None:
    """The type of the file system mounted nearest above the path; later lines lie on top of earlier ones."""
    real = os.path.realpath(path)
    nearest, kind = "", None
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, types = before.split(" "), after.split(" ")
        if len(fields) < 5 or not types[0]:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(nearest):
            nearest, kind = point, types[0]
    return kind if kind in NETWORK_TYPES else None
