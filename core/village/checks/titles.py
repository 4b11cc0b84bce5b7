"""Titles of all checks of village plans, the rule of the village guide each belongs to, and what kind of problem it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ...resources import read_facts, resource
from . import areas, codes, facilities, lines, schema, survey, tables, topology

CHECK_TITLES: Mapping[str, str] = {
    **schema.TITLES, **codes.TITLES, **topology.TITLES, **lines.TITLES, **areas.TITLES, **facilities.TITLES, **survey.TITLES,
    **tables.TITLES,
}  # fmt: skip
"""Title of every check by its id, in the order in which they are listed."""


@dataclass(frozen=True)
class CheckKind:
    """`rule` R1 to R10, or S1 to S4 for what has no such number; `kind` as review opinions call it (完整性, 编码 …)."""

    rule: str
    kind: str


@lru_cache(maxsize=1)
def check_kinds() -> Mapping[str, CheckKind]:
    """Check → its rule and kind (`resources/codes/plan_check_kinds.csv`)."""
    rows = read_facts(resource("codes", "plan_check_kinds.csv"), ("check", "rule", "kind"))
    return {row.needed("check"): CheckKind(row.needed("rule"), row.needed("kind")) for row in rows}
