"""A file that appears whole or not at all: written under a temporary name beside its target, then renamed."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from .errors import OutputError, system_reason
from .sentence import translate

_FULL = tuple(getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name))


class Beside:
    """The file under a temporary name beside the target: takes its place when finished, else is removed.

    Has the few methods ZipFile needs. Abandoned, it swallows what the archive still writes while it closes.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.temporary = target.with_name(f".{secrets.token_hex(6)}.landledger.part")
        self._file: IO[bytes] | None = None
        self._position = 0

    def __enter__(self) -> Beside:
        try:
            self._file = open(self.temporary, "xb")
        except OSError as error:
            raise self.trouble(error) from error
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if self._file is not None:
            self.abandon()
        self.temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise self.trouble(error) from error

    def write(self, data: bytes) -> int:
        if self._file is not None:
            self._file.write(data)
        self._position += len(data)
        return len(data)

    def tell(self) -> int:
        return self._file.tell() if self._file is not None else self._position

    def seek(self, position: int, whence: int = 0) -> int:
        if self._file is None:
            self._position = position if whence == 0 else self._position + position
            return self._position
        return self._file.seek(position, whence)

    def seekable(self) -> bool:
        return True

    def flush(self) -> None:
        if self._file is not None:
            self._file.flush()

    def abandon(self) -> None:
        """Let the file go; from here on nothing is written."""
        file, self._file = self._file, None
        if file is not None:
            self._position = 0
            try:
                file.close()
            except OSError:
                # The disk is full: the bytes that don't fit belong to a file that is being removed.
                self._position = 0

    def finish(self) -> None:
        """Bring every byte to the disk: a full disk must be noticed before the old file goes."""
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._file = None

    def take_place(self) -> None:
        """Rename to the target."""
        os.replace(self.temporary, self.target)

    def read_only(self) -> OutputError:
        """What to say when the system refuses the place."""
        return OutputError(
            translate(
                "LandLedger",
                "{file} can't be written: the folder or the file is read-only, or it is open in another program.",
            ),
            file=str(self.target),
        )

    def trouble(self, error: OSError) -> OutputError:
        """What to say of an error of the system."""
        if error.errno in _FULL:
            return OutputError(
                translate("LandLedger", "The disk is full; {file} was not written."), file=str(self.target)
            )
        if isinstance(error, PermissionError):
            return self.read_only()
        return OutputError(
            translate("LandLedger", "{file} can't be written: {reason}."),
            file=str(self.target),
            reason=system_reason(error),
        )


def require_place(target: Path, overwrite: bool = True) -> None:
    """OutputError if no file can be written to `target`: folder, permission, what is there already, a program's lock."""
    folder = target.parent
    if not folder.is_dir():
        raise OutputError(
            translate("LandLedger", "The folder of {file} does not exist."), file=str(target)
        )
    if target.is_dir():
        raise OutputError(translate("LandLedger", "{file} is a folder, not a file."), file=str(target))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Beside(target).read_only()
    if not target.exists():
        return
    if not overwrite:
        raise OutputError(translate("LandLedger", "The file {file} exists already."), file=str(target))
    if not target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
        raise OutputError(translate("LandLedger", "The file {file} is read-only."), file=str(target))
    for mark in (f"~${target.name}", f".~lock.{target.name}#", f".~{target.name}"):
        if (folder / mark).exists():
            raise OutputError(
                translate("LandLedger", "The file {file} is open in another program (there is {mark}); close it first."),
                file=str(target),
                mark=mark,
            )


ROOM = 8 << 20
"""Bytes that are tried out where no more is known."""


def require_room(target: Path, size: int = ROOM) -> None:
    """OutputError if not so many bytes can be written beside `target` now, or a program holds it: to be asked before
    something that can't be undone is done for the sake of the file."""
    require_place(target)
    with Beside(target) as spool, told(spool):
        if target.exists():
            with open(target, "r+b"):
                pass
        for _ in range(size >> 20):
            spool.write(bytes(1 << 20))
        spool.finish()


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write files that belong together: all beside their targets first, renamed when every byte is on the disk.

    OutputError naming the file that can't be written; files that were not there before are then removed again.
    """
    placed: list[Path] = []
    with ExitStack() as stack:
        spools = [(stack.enter_context(Beside(path)), data) for path, data in contents.items()]
        try:
            for spool, data in spools:
                with told(spool):
                    spool.write(data)
                    spool.finish()
            for spool, _ in spools:
                new = not spool.target.exists()
                with told(spool):
                    spool.take_place()
                placed += [spool.target] if new else []
        except BaseException:
            for path in placed:
                path.unlink(missing_ok=True)
            raise


@contextmanager
def told(spool: Beside) -> Iterator[None]:
    """Errors of the system inside as a sentence about this file."""
    try:
        yield
    except OSError as error:
        raise spool.trouble(error) from error
