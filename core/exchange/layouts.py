"""The layouts of plot rows in coordinate text files (`resources/codes/txt_layouts.csv`) and which of them a row has."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .tokens import SHAPE_WORDS, number

LAYOUT_TABLE = Path(__file__).resolve().parents[2] / "resources" / "codes" / "txt_layouts.csv"


@dataclass(frozen=True)
class Layout:
    """A shape of plot rows: layouts that can't be told apart (approval and supply) are one.

    `fields` are standard names ('' for a place always empty), `labels` what they are called; `east_first`
    tells the order of coordinates in its point rows (None where only X and Y are prescribed: files of that layout are
    seen both ways), `feature_index` when the second column counts plots, not rings.
    """

    shape: str
    name: str
    fields: tuple[str, ...]
    labels: tuple[str, ...]
    east_first: bool | None
    feature_index: bool

    @property
    def shape_place(self) -> int | None:
        """Where `面` stands."""
        return self.fields.index("TXSX") if "TXSX" in self.fields else None


@lru_cache(maxsize=1)
def layouts() -> dict[str, Layout]:
    """All shapes by their name."""
    found: dict[str, Layout] = {}
    with LAYOUT_TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            point = row["point_row"].split("|")
            known = found.get(row["shape"])
            found[row["shape"]] = Layout(
                row["shape"],
                f"{known.name}、{row['name_zh']}" if known else row["name_zh"],
                tuple(row["fields"].split("|")),
                known.labels if known else tuple(row["labels"].split("|")),
                None if "x" in point else point.index("east") < point.index("north"),
                "feature" in point,
            )
    return found


@dataclass(frozen=True)
class Recognised:
    """A plot row read by its layout: field name → text as printed; `surplus` tokens beyond the layout, `missing` how
    many are lacking, `joined` whether commas in the name had parted it."""

    layout: Layout
    values: dict[str, str]
    surplus: tuple[str, ...]
    missing: int
    joined: bool


def recognise(tokens: Sequence[str], ring_after: bool, attribute_block: bool, counts: Sequence[int]) -> Recognised:
    """The layout of a plot row from the number of its tokens, the place of `面` and what stands around it.

    `tokens` are those before the `@`; `ring_after` when its point rows have the ring after the coordinates;
    `attribute_block` when the file has [属性描述]; `counts` the numbers of points the row might state.
    """
    layout = layouts()[_shape(tokens, ring_after, attribute_block, counts)]
    parts, joined = _rejoined(tokens, layout)
    values = {field: text for field, text in zip(layout.fields, parts) if field}
    surplus = tuple(text for text in parts[len(layout.fields) :] if text)
    return Recognised(layout, values, surplus, max(0, len(layout.fields) - len(parts)), joined)


def _shape(tokens: Sequence[str], ring_after: bool, attribute_block: bool, counts: Sequence[int]) -> str:
    if ring_after:
        return "increase_decrease_9"
    place = next((place for place, token in enumerate(tokens) if place > 1 and token in SHAPE_WORDS), None)
    if place == 2 or (place == 3 and len(tokens) == 5) or (place is None and len(tokens) <= 5):
        return _short_shape(tokens, attribute_block, counts)
    if len(tokens) == 12 and tokens[6] in SHAPE_WORDS and tokens[4] not in SHAPE_WORDS:
        return "supplement_12"  # a name may be 面 too
    if (place == 6 and len(tokens) > 10) or (place is None and len(tokens) == 12) or (place == 7 and len(tokens) == 13):
        return "supplement_12"
    if len(tokens) > 10:
        return "common_13"
    if place is None and len(tokens) in (8, 9) and not any((tokens[2], *tokens[4:7])) and not tokens[7][:2].isdigit():
        return "increase_decrease_9"
    return "standard_8"


def _short_shape(tokens: Sequence[str], attribute_block: bool, counts: Sequence[int]) -> str:
    first = number(tokens[0]) if tokens else None
    use = tokens[-1] if len(tokens) > 3 else ""
    if not use and (first is None or int(first) not in counts):
        return "onemap_5"
    return "enforcement_4" if attribute_block else "in_out_balance_4"


def _rejoined(tokens: Sequence[str], layout: Layout) -> tuple[list[str], bool]:
    """A name that holds commas put together again: `面` then stands too far right, by as many places as there are
    tokens too many."""
    place = layout.shape_place
    if place is None:
        return list(tokens), False
    found = next((index for index, token in enumerate(tokens) if index > 1 and token in SHAPE_WORDS), place)
    shift, name = found - place, layout.fields.index("DKMC")
    if shift <= 0 or len(tokens) != len(layout.fields) + shift:
        return list(tokens), False
    return [*tokens[:name], ",".join(tokens[name : name + shift + 1]), *tokens[name + shift + 1 :]], True
