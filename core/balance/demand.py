"""What a construction project takes from farmland and has to make up for: the demand side of 占补平衡."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from ..area import ZERO, Area
from ..survey.schema import GradeSystem
from .indicators import Indicators


class ProjectType(Enum):
    """分批次 (a batch of a town or village) or 单独选址 (a site of its own): each has its own form."""

    BATCH = "batch"
    SINGLE = "single"


class Regime(Enum):
    """Three indicators from the reserve (2017), or all occupation under one account and a yearly ceiling (2024)."""

    THREE_INDICATORS = "2017"
    ONE_ACCOUNT = "2024"


@dataclass(frozen=True)
class Demand:
    """A project's farmland: `need` with capacity rounded once to whole kg; `by_grade` cultivated area by grade, which sum
    to `need.quantity`. `effective` is the date that decides the regime. `adjustable` (可调整地类) and `unlawful` (former
    farmland built on without approval) are parts of `need.quantity`, told apart for the form."""

    code: str
    name: str
    region: str
    kind: ProjectType
    need: Indicators
    by_grade: Mapping[Decimal, Area] = field(default_factory=dict)
    system: GradeSystem = GradeSystem.NATIONAL15
    effective: datetime.date | None = None
    adjustable: Area = ZERO
    unlawful: Area = ZERO
    note: str = ""
