"""The pieces of an occupation run as a table: read once, sorted and filtered in arrays, so 50,000 rows stay quick."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont

from ..core.area import Area, AreaUnit
from ..core.rounding import units_half_up
from ..processing.compat import number_of
from .shown_rows import ShownRowsModel

TEXTS = ("FP_ID", "FP_NAME", "DLBM", "DLMC", "QSXZ", "OWNER")
FLAGS = ("COUNTED", "IN_YN", "IN_HX", "IN_KFBJ", "IN_YP")
NUMBERS = ("PIECE", "AREA_ADJ")
UNIT = AreaUnit.HUNDREDTH_SQUARE_METRE
CONFLICT = QBrush(QColor(200, 20, 20))
REPEATED = QBrush(QColor(130, 130, 130))
BAND = QBrush(QColor(128, 128, 128, 26))


@dataclass(frozen=True)
class Pieces:
    """Rows of the result layer: feature ids int64 (n,), texts by field, flags bool (n,), areas int64 (n,) in 0.01 m²."""

    ids: np.ndarray
    texts: dict[str, list[str]]
    flags: dict[str, np.ndarray]
    number: np.ndarray
    units: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def conflict(self) -> np.ndarray:
        """bool (n,): in permanent basic farmland or in the ecological redline."""
        return self.flags["IN_YN"] | self.flags["IN_HX"]

    @property
    def decimals(self) -> tuple[int, int]:
        """Decimals in which all amounts are exact: of m², and of ha and mu."""
        return exact_decimals(self.units * UNIT.micro_mu)

    def area(self, rows: np.ndarray) -> Area:
        """Exact area of the rows (indices) that count in the total: ground under two plots once."""
        return Area.from_units(int(self.units[rows][self.flags["COUNTED"][rows]].sum()), UNIT)


def exact_decimals(micro_mu: Iterable[int] | np.ndarray) -> tuple[int, int]:
    """(0, 4) when all amounts are whole square metres, else (2, 6): decimals of m², and of ha and mu."""
    whole = not np.any(np.array(micro_mu, dtype=np.int64) % AreaUnit.SQUARE_METRE.micro_mu)
    return (0, 4) if whole else (2, 6)


def amounts(area: Area, decimals: tuple[int, int]) -> tuple[str, str, str]:
    """m², ha and mu of an area as people read them."""
    return str(area.square_metres(decimals[0])), str(area.hectares(decimals[1])), str(area.mu(decimals[1]))


def read_pieces(layer: QgsVectorLayer) -> Pieces:
    """All rows of a result layer in one pass, without geometries."""
    wanted = [*TEXTS, *FLAGS, *NUMBERS]
    places = [layer.fields().lookupField(name) for name in wanted]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(places)
    ids: list[int] = []
    columns: list[list] = [[] for _ in wanted]
    for feature in layer.getFeatures(request):
        ids.append(feature.id())
        values = feature.attributes()
        for column, place in zip(columns, places):
            column.append(values[place])
    by_name = dict(zip(wanted, columns))
    return Pieces(
        np.array(ids, dtype=np.int64),
        {name: [str(value) if value else "" for value in by_name[name]] for name in TEXTS},
        {name: np.array([value == 1 for value in by_name[name]], dtype=bool) for name in FLAGS},
        np.array([value or 0 for value in by_name["PIECE"]], dtype=np.int64),
        units_half_up(np.array([float(value or 0) for value in by_name["AREA_ADJ"]], dtype=np.float64), UNIT),
    )


class PieceModel(ShownRowsModel):
    """Rows shown = rows that pass the filter, in the order of the column sorted by. Areas are exact, as in the layer."""

    PLOT, CLASS, NATURE, OWNER, M2, HA, MU, YN, HX, KFBJ, YP, PIECE, NAME = range(13)
    _FLAG_OF = {YN: "IN_YN", HX: "IN_HX", KFBJ: "IN_KFBJ", YP: "IN_YP"}
    _AREAS = (M2, HA, MU)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Plot"),
            self.tr("Class"),
            self.tr("State or collective"),
            self.tr("Ownership unit"),
            self.tr("m²"),
            self.tr("ha"),
            self.tr("mu"),
            self.tr("Prime farmland"),
            self.tr("Eco-redline"),
            self.tr("Growth boundary"),
            self.tr("Approved"),
            self.tr("Piece"),
            self.tr("Plot name"),
        )
        self._natures = {"state": self.tr("State-owned"), "collective": self.tr("Collective"), "unknown": "—"}
        self._yes = self.tr("yes")
        self._repeated = self.tr("This ground lies under two plots; it counts in the total with the other one.")
        self._conflict_tip = self.tr("In permanent basic farmland or in the ecological redline.")
        self._sorted_by: tuple[int, bool] = (self.PLOT, False)
        self._text, self._plot, self._conflicts_only = "", "", False
        self._decimals = (2, 6)
        self._bold = QFont()
        self._bold.setBold(True)
        self.set_pieces(None)

    # ------------------------------------------------------------------------------------------------------- content

    def set_pieces(self, pieces: Pieces | None) -> None:
        """Show these rows, or none."""
        self.beginResetModel()
        self.pieces = pieces
        self._columns: dict[int, list[str]] = {}
        self._ranks: dict[int, np.ndarray] = {}
        self._haystacks: list[str] = []
        if pieces is not None:
            texts = pieces.texts
            self._columns = {
                self.PLOT: texts["FP_ID"],
                self.NAME: texts["FP_NAME"],
                self.CLASS: [f"{code} {name}".strip() or "—" for code, name in zip(texts["DLBM"], texts["DLMC"])],
                self.NATURE: [self._natures.get(value, value) for value in texts["QSXZ"]],
                self.OWNER: texts["OWNER"],
            }
            self._haystacks = ["\n".join(row).casefold() for row in zip(*self._columns.values())]
            self._conflict = pieces.conflict
            self._decimals = pieces.decimals
            self._band = _ranks(texts["FP_ID"]) % 2 == 1
        self._arrange()
        self.endResetModel()

    def plots(self) -> list[tuple[str, str]]:
        """Number and name of each plot, in order."""
        if self.pieces is None:
            return []
        found = dict(zip(self.pieces.texts["FP_ID"], self.pieces.texts["FP_NAME"]))
        return sorted(found.items(), key=lambda plot: _natural(plot[0]))

    def narrow(self, text: str, plot: str, conflicts_only: bool) -> None:
        """Show only rows that hold every word of `text`, of one plot ('' = all), conflicts only if wished."""
        self.beginResetModel()
        self._text, self._plot, self._conflicts_only = text.casefold(), plot, conflicts_only
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self.beginResetModel()
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        if self.pieces is None:
            self.shown = np.empty(0, dtype=np.int64)
            return
        keep = np.ones(len(self.pieces), dtype=bool)
        if self._plot:
            keep &= np.array([plot == self._plot for plot in self.pieces.texts["FP_ID"]], dtype=bool)
        for word in self._text.split():
            keep &= np.array([word in haystack for haystack in self._haystacks], dtype=bool)
        if self._conflicts_only:
            keep &= self._conflict
        column, descending = self._sorted_by
        keys = [self.pieces.number, self._rank(self.PLOT)]
        keys.append(-self._rank(column) if descending else self._rank(column))
        order = np.lexsort(keys)
        self.shown = order[keep[order]]

    def _rank(self, column: int) -> np.ndarray:
        """int64 (n,) in the order of a column."""
        if column not in self._ranks:
            if column in self._AREAS:
                rank = self.pieces.units
            elif column == self.PIECE:
                rank = self.pieces.number
            elif column in self._FLAG_OF:
                rank = -self.pieces.flags[self._FLAG_OF[column]].astype(np.int64)
            else:
                rank = _ranks(self._columns[column])
            self._ranks[column] = rank
        return self._ranks[column]

    # ----------------------------------------------------------------------------------------------------- questions

    def ids_of(self, rows: Sequence[int]) -> list[int]:
        """Feature ids of shown rows."""
        return [] if self.pieces is None else [int(i) for i in self.pieces.ids[self.shown[list(rows)]]]

    def row_of(self, feature_id: int) -> int:
        """The shown row of a feature, −1 if it is not shown."""
        if self.pieces is None:
            return -1
        rows = np.flatnonzero(self.pieces.ids[self.shown] == feature_id)
        return int(rows[0]) if len(rows) else -1

    def conflicts_shown(self) -> int:
        """How many of the shown rows lie in prime farmland or the redline."""
        return 0 if self.pieces is None else int(self._conflict[self.shown].sum())

    def area_shown(self) -> Area:
        """Exact area of the shown rows, overlapping ground once."""
        return Area(0) if self.pieces is None else self.pieces.area(self.shown)

    def amounts_shown(self) -> tuple[str, str, str]:
        """The same in m², ha and mu, in the decimals of the cells."""
        return amounts(self.area_shown(), self._decimals)

    def texts_of(self, rows: Sequence[int]) -> list[list[str]]:
        """Header and cells of rows as text, to be copied."""
        cells = [[self._shown_text(int(self.shown[row]), column) for column in range(len(self._headers))] for row in rows]
        return [list(self._headers), *cells]

    # ------------------------------------------------------------------------------------------------------ Qt's side

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.pieces is None:
            return None
        row, column = int(self.shown[index.row()]), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown_text(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            if self._conflict[row]:
                return CONFLICT
            return None if self.pieces.flags["COUNTED"][row] else REPEATED
        if role == Qt.ItemDataRole.BackgroundRole:
            return BAND if self._band[row] else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.FontRole and column in (self.YN, self.HX):
            return self._bold
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return None

    def _shown_text(self, row: int, column: int) -> str:
        if column in self._columns:
            return self._columns[column][row]
        if column in self._FLAG_OF:
            return self._yes if self.pieces.flags[self._FLAG_OF[column]][row] else ""
        if column == self.PIECE:
            return str(int(self.pieces.number[row]))
        area = Area.from_units(int(self.pieces.units[row]), UNIT)
        return amounts(area, self._decimals)[self._AREAS.index(column)]

    def _alignment(self, column: int) -> int:
        if column in self._AREAS:
            return number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if column in self._FLAG_OF or column in (self.PIECE, self.NATURE):
            return number_of(Qt.AlignmentFlag.AlignCenter)
        return number_of(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _tip(self, row: int, column: int) -> str | None:
        if not self.pieces.flags["COUNTED"][row]:
            return self._repeated
        if self._conflict[row] and column in self._FLAG_OF:
            return self._conflict_tip
        return self._columns[column][row] if column in self._columns else None


def _natural(text: str) -> list[tuple[int, int, str]]:
    """DK2 before DK10."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"([0-9]+)", text) if part]


def _ranks(texts: Sequence[str]) -> np.ndarray:
    """int64 (n,): the place of each text among the different ones, in natural order."""
    places = {text: place for place, text in enumerate(sorted(set(texts), key=_natural))}
    return np.array([places[text] for text in texts], dtype=np.int64)
