"""Paper and where things stand on it, in millimetres from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Size(Enum):
    """Sizes of ISO 216: the longer and the shorter side in mm, and how much larger than on A3 its words are."""

    A4 = (297.0, 210.0, 0.8)
    A3 = (420.0, 297.0, 1.0)
    A1 = (841.0, 594.0, 1.8)


@dataclass(frozen=True)
class Box:
    """A rectangle on paper: upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    def inside(self, margin: float) -> Box:
        """The box without a margin on all sides."""
        return Box(self.x + margin, self.y + margin, self.width - 2 * margin, self.height - 2 * margin)

    def below(self, used: float) -> Box:
        """What is left of the box under its first `used` mm."""
        return Box(self.x, self.y + used, self.width, max(0.0, self.height - used))


@dataclass(frozen=True)
class Paper:
    """A size, lying or upright."""

    size: Size
    landscape: bool = True

    @property
    def width(self) -> float:
        return self.size.value[0 if self.landscape else 1]

    @property
    def height(self) -> float:
        return self.size.value[1 if self.landscape else 0]

    @property
    def factor(self) -> float:
        """How much larger words and margins are than on A3."""
        return self.size.value[2]


@dataclass(frozen=True)
class Places:
    """The parts of a sheet: `border` the line round everything, `legend` and `table` share the panel beside (or, on upright
    paper, below) the map: stacked where they have the same x, else beside one another."""

    border: Box
    title: Box
    subtitle: Box
    warning: Box
    map: Box
    panel: Box
    stacked: bool
    bar: Box
    scale: Box
    notes: Box
    page: Box


def places_on(paper: Paper) -> Places:
    """Where the parts of a sheet of this paper stand."""
    f, width, height = paper.factor, paper.width, paper.height
    border = Box(0, 0, width, height).inside(8 * f)
    inner = border.inside(4 * f)
    title = Box(inner.x, inner.y, inner.width, 13 * f)
    subtitle = Box(inner.x, title.y + title.height, inner.width, 7 * f)
    warning = Box(inner.x, inner.y, inner.width * 0.3, 6 * f)
    foot = 15 * f
    top = subtitle.y + subtitle.height + 1.5 * f
    body = Box(inner.x, top, inner.width, inner.y + inner.height - foot - 2 * f - top)
    if paper.landscape:
        across = 0.27 * inner.width
        frame = Box(body.x, body.y, body.width - across - 4 * f, body.height)
        panel = Box(frame.x + frame.width + 4 * f, body.y, across, body.height)
    else:
        down = 0.27 * body.height
        frame = Box(body.x, body.y, body.width, body.height - down - 4 * f)
        panel = Box(body.x, frame.y + frame.height + 4 * f, body.width, down)
    y = inner.y + inner.height - foot
    return Places(
        border,
        title,
        subtitle,
        warning,
        frame,
        panel,
        paper.landscape,
        Box(inner.x, y, inner.width * 0.34, foot),
        Box(inner.x + inner.width * 0.34, y, inner.width * 0.16, foot),
        Box(inner.x + inner.width * 0.5, y, inner.width * 0.5, foot),
        Box(body.x, body.y, body.width, body.height),
    )
