"""Writes made-up coordinate files in every layout: an independent twin of the reader, for tests only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Point = tuple[Decimal, Decimal]  # east, north

ATTRIBUTES = (
    "[属性描述]\n格式版本号=1.01版本\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n"
    "计量单位=米\n带号={zone}\n精度=0.001\n转换参数=,,,,,,\n"
)


@dataclass(frozen=True)
class MadeUpPlot:
    """Rings are not closed; the first is the outer one."""

    name: str
    rings: tuple[tuple[Point, ...], ...]
    number: str = "001"
    area: str = ""
    use: str = "工业用地"
    land_class: str = "0601"


def plot_row(layout: str, plot: MadeUpPlot, feature: int) -> str:
    count = sum(len(ring) for ring in plot.rings)
    closed = count + len(plot.rings)
    return {
        "common_13": f"{count},{plot.area},{plot.number},{plot.name},面,I49G001002,{plot.use},{plot.land_class},20,耕地,7,6,备注一,@",
        "standard_8": f"{count},{plot.area},{plot.number},{plot.name},面,,{plot.use},{plot.land_class},@",
        "enforcement_4": f"{closed},{plot.name},面,{plot.use},@",
        "onemap_5": f"JC{feature:03d},{plot.name},面,,@",
        "increase_decrease_9": f"{closed},{plot.area},,{plot.name},,,,{plot.use},@ ",
        "supplement_12": f"{count},{plot.area},{plot.number},{plot.name},2026,2,面,I49G001002,{plot.use},备注二,旱地,8,@",
    }[layout]


def point_rows(
    layout: str, plot: MadeUpPlot, style: str = "J{0}", close: bool = True, restart: bool = False
) -> list[str]:
    rows: list[str] = []
    label = 0
    for ring_number, ring in enumerate(plot.rings, start=1):
        label = 0 if restart else label
        first = label + 1
        for east, north in ring:
            label += 1
            rows.append(point_row(layout, style.format(label), ring_number, east, north))
        if close:
            rows.append(point_row(layout, style.format(first), ring_number, *ring[0]))
    return rows


def point_row(layout: str, label: str, ring: int, east: Decimal, north: Decimal) -> str:
    if layout == "increase_decrease_9":
        return f"{label},{east},{north},,{ring},"
    return f"{label},{ring},{north},{east}"


def coordinate_text(layout: str, plots: Sequence[MadeUpPlot], zone: int = 39, **points: object) -> str:
    if layout == "in_out_balance_4":
        return in_out_balance(plots)
    lines = [ATTRIBUTES.format(zone=zone) + "[地块坐标]"]
    for feature, plot in enumerate(plots, start=1):
        lines.append(plot_row(layout, plot, feature))
        lines += point_rows(layout, plot, **points)  # type: ignore[arg-type]
    return "\n".join(lines) + "\n"


def in_out_balance(plots: Sequence[MadeUpPlot]) -> str:
    """A plot row before each ring, feature numbers in the ring's place, east first, lone carriage returns."""
    lines = ["[地块坐标]"]
    for feature, plot in enumerate(plots, start=1):
        for ring in plot.rings:
            lines.append(f"{len(ring) + 1},{plot.name},面,{plot.use},@ ")
            lines += [f"J{place},{feature},{east},{north}" for place, (east, north) in enumerate(ring, start=1)]
            lines.append(f"J1,{feature},{ring[0][0]},{ring[0][1]}")
    return "\r".join(lines) + "\r"


def box(east: str, north: str, width: str = "100.000", height: str = "80.000") -> tuple[Point, ...]:
    """A clockwise rectangle from its north-west corner; numbers as text keep their decimals."""
    left, top, wide, high = Decimal(east), Decimal(north), Decimal(width), Decimal(height)
    return ((left, top), (left + wide, top), (left + wide, top - high), (left, top - high))
