"""Bytes of a text file to numbered lines, whatever Windows program wrote it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ..errors import InputError
from ..sentence import sentence, translate

_LINE_END = re.compile(r"\r\n|\n|\r")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", translate("LandLedger", "it is an old Office file; save it as .xlsx or as text")),
    (b"PK\x03\x04", translate("LandLedger", "it is a zipped file; unpack it, or name it .xlsx if it is a workbook")),
    (b"AC10", translate("LandLedger", "it is a .dwg drawing; in CAD save it as DXF (ASCII)")),
    (b"\x00\x01\x00\x00Standard", translate("LandLedger", "it is an Access database; export its layer to GeoPackage")),
    (b"AutoCAD Binary DXF", translate("LandLedger", "it is a binary DXF; in CAD save it as DXF (ASCII)")),
)


@dataclass(frozen=True)
class DecodedText:
    """The lines of a file without their ends (line 1 is `lines[0]`), and how they were found.

    `encoding` is `utf-8`, `gb18030`, `utf-16-le` or `utf-16-be`; `marked` tells of a byte order mark;
    `lone_returns` counts line ends that are a single carriage return, the first of them on line `first_lone_return`.
    """

    lines: tuple[str, ...]
    encoding: str
    marked: bool
    lone_returns: int
    first_lone_return: int


def decode(data: bytes, name: str) -> DecodedText:
    """The text of `data`; `name` is the file's, for messages.

    A byte order mark decides; else zero bytes tell UTF-16; else UTF-8 if it is strictly that, else GB18030 (which holds
    GBK and GB2312). InputError for an empty or binary file and for a byte that is in none of these.
    """
    for magic, reason in _FOREIGN:
        if data.startswith(magic):
            raise InputError(
                translate("LandLedger", "File {file} is no text: {reason}."), file=name, reason=sentence(reason)
            )
    encoding, marked, body = _encoding_of(data)
    if not body.strip(b" \t\r\n\x00\x1a"):
        raise InputError(translate("LandLedger", "File {file} is empty."), file=name)
    fault = _fault(body, encoding)
    if fault is not None:
        # Of two encodings that both fail, the one that reads further is the one that was meant.
        place = fault if encoding.startswith("utf-16") else max(fault, _fault(body, "utf-8") or 0)
        raise InputError(
            translate("LandLedger", "File {file}, line {line}: the characters are neither UTF-8 nor GBK."),
            file=name,
            line=body[:place].count(b"\n") + 1,
        )
    text = body.decode(encoding)
    text = text.rstrip("\x00\x1a")
    if "\x00" in text:
        raise InputError(translate("LandLedger", "File {file} is no text: it holds zero bytes."), file=name)
    lone = _LONE_RETURN.search(text)
    first = len(_LINE_END.findall(text[: lone.start()])) + 1 if lone else 0
    return DecodedText(tuple(_LINE_END.split(text)), encoding, marked, len(_LONE_RETURN.findall(text)), first)


def _encoding_of(data: bytes) -> tuple[str, bool, bytes]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, True, data[len(mark) :]
    head = data[:4096]
    if len(head) >= 4 and head.count(0) > len(head) // 5:
        # Digits, commas and line ends of UTF-16 have a zero on one side: on the odd bytes when little-endian.
        return ("utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"), False, data
    return ("utf-8" if _fault(data, "utf-8") is None else "gb18030"), False, data


def _fault(data: bytes, encoding: str) -> int | None:
    """The place of the first byte that is not of the encoding, or None."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as problem:
        return problem.start
    return None
