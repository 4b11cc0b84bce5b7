"""A stream that is written by a thread of its own: compressing takes no turn from making what is to be compressed."""

from __future__ import annotations

from queue import Queue
from threading import Thread
from types import TracebackType
from typing import IO, Optional

_MOST_WAITING = 16


class WrittenBeside:
    """Takes bytes for `stream` in order; whoever leaves the `with` block has them all written, or the error that came up.

    What is waiting to be written is bounded. An error of the stream is raised at the next `write` or at the end.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._waiting: Queue[Optional[bytes]] = Queue(_MOST_WAITING)
        self._error: BaseException | None = None
        self._thread = Thread(target=self._write_all, name="workbook", daemon=True)

    def __enter__(self) -> WrittenBeside:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._waiting.put(None)
        self._thread.join()
        if kind is None and self._error is not None:
            raise self._error

    def write(self, data: bytes) -> None:
        """Hand over `data`."""
        if self._error is not None:
            raise self._error
        self._waiting.put(data)

    def _write_all(self) -> None:
        while (data := self._waiting.get()) is not None:
            if self._error is None:
                try:
                    self._stream.write(data)
                except Exception as error:  # noqa: BLE001 - raised where the bytes come from
                    self._error = error
