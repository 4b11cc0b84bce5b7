"""Text on paper: how wide it is, where it breaks, formats of QGIS."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from qgis.core import QgsTextBufferSettings, QgsTextFormat, QgsUnitTypes
from qgis.PyQt.QtGui import QColor, QFont

MM_A_POINT = 25.4 / 72.0
_HALF = 0.58
"""Width of a letter or digit, in that of a Chinese character: a little more than fonts have."""


_KEPT = 1 << 16
"""Texts that are remembered: tables are measured at several sizes, and on every page for which there is something left."""


def text_width(text: str, points: float) -> float:
    """Millimetres that a line takes at most."""
    return _signs_wide(text) * points * MM_A_POINT


@lru_cache(_KEPT)
def _signs_wide(text: str) -> float:
    """The width of a line in that of a Chinese character."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else _HALF for sign in text)


def wrapped(text: str, points: float, room: float) -> str:
    """`text` with line ends so that no line is wider than `room` mm; Chinese breaks anywhere, words and numbers whole if they
    fit a line."""
    if "\n" not in text and text_width(text, points) <= room:
        return text.rstrip()
    lines = []
    for line in text.split("\n"):
        current = ""
        for piece in _pieces(line):
            if current and text_width(current + piece.rstrip(), points) > room:
                lines.append(current.rstrip())
                current = piece.lstrip()
            else:
                current += piece
            while text_width(current.rstrip(), points) > room and len(current) > 1:
                fits = next(n for n in range(len(current), 0, -1) if n == 1 or text_width(current[:n], points) <= room)
                lines.append(current[:fits])
                current = current[fits:]
        lines.append(current.rstrip())
    return "\n".join(lines)


def _pieces(line: str) -> list[str]:
    """Chinese signs alone, runs of other signs together up to a blank; a closing mark stays with what it closes."""
    pieces: list[str] = []
    for sign in line:
        wide = unicodedata.east_asian_width(sign) in "WF"
        closes = sign in "，。、；：！？）」』】》％%)]},.;:"
        last = pieces[-1] if pieces else ""
        joins = closes or (not wide and last and not last[-1].isspace() and unicodedata.east_asian_width(last[-1]) not in "WF")
        if (last and joins) or (last and sign.isspace()):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def shortened(text: str, points: float, room: float) -> str:
    """One line, its end cut where it is wider than `room` mm."""
    if text_width(text, points) <= room:
        return text
    while text and text_width(text + "…", points) > room:
        text = text[:-1]
    return text + "…"


def font(family: str, points: float, bold: bool = False) -> QFont:
    """A font in points."""
    made = QFont(family)
    made.setPointSizeF(points)
    made.setBold(bold)
    return made


def text_format(
    family: str, points: float, bold: bool = False, colour: str = "#000000", halo: float = 0.0, halo_colour: str = "#ffffff"
) -> QgsTextFormat:
    """How text of a map is drawn; `halo` in mm."""
    made = QgsTextFormat()
    made.setFont(font(family, points, bold))
    made.setNamedStyle("Bold" if bold else "Regular")
    made.setSize(points)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    made.setColor(QColor(colour))
    if halo:
        buffer = QgsTextBufferSettings()
        buffer.setEnabled(True)
        buffer.setSize(halo)
        buffer.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
        buffer.setColor(QColor(halo_colour))
        made.setBuffer(buffer)
    return made
