"""Reserve lots (补充耕地储备指标) as matching and tables see them, wherever they are kept."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ..survey.schema import GradeSystem
from .indicators import NOTHING, Indicators


class LotState(Enum):
    """How much of a lot is used (使用状态); the value is what the register keeps."""

    UNUSED = "unused"
    PARTLY = "partly"
    USED_UP = "used_up"


@dataclass(frozen=True)
class Lot:
    """A lot of the reserve: amounts as the ledger has them.

    `remaining` = original + moved in − moved out − used − frozen − written off, what may still be drawn. `region` is the
    code of the holder (county); `kind` the type of the project (consolidation, upgrading, linkage, restored). `entered` is
    the date of entry into the reserve, `valid_to` the last day on which it may be drawn (that day included), None without
    end. `running` marks an upgrading project that is not accepted yet: it may only be promised (承诺).
    """

    code: str
    name: str
    region: str
    kind: str
    original: Indicators
    used: Indicators = NOTHING
    frozen: Indicators = NOTHING
    moved_out: Indicators = NOTHING
    moved_in: Indicators = NOTHING
    written_off: Indicators = NOTHING
    entered: datetime.date | None = None
    valid_to: datetime.date | None = None
    grade: Decimal | None = None
    system: GradeSystem = GradeSystem.NATIONAL15
    doc_no: str = ""
    location: str = ""
    accepted: datetime.date | None = None
    running: bool = False
    note: str = ""

    @property
    def remaining(self) -> Indicators:
        """What may still be drawn."""
        held = self.original.plus(self.moved_in).minus(self.moved_out)
        return held.minus(self.used).minus(self.frozen).minus(self.written_off)

    @property
    def state(self) -> LotState:
        """未使用 / 使用了一部分 / 全部用完: by what was drawn, and used up when nothing is left or frozen, also where the rest
        was moved or written off."""
        if self.remaining == NOTHING and self.frozen == NOTHING:
            return LotState.USED_UP
        return LotState.UNUSED if self.used == NOTHING else LotState.PARTLY
