"""Words of the tables of a matching, as the official forms write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from ...area import Area
from ...sentence import Sentence, sentence, translate
from ...survey.schema import GradeSystem
from ..demand import ProjectType, Regime
from ..indicators import NOTHING, Indicators

TYPES: Mapping[ProjectType, str] = {ProjectType.BATCH: "分批次", ProjectType.SINGLE: "单独选址"}
REGIMES: Mapping[Regime, str] = {
    Regime.THREE_INDICATORS: "2017年三类指标",
    Regime.ONE_ACCOUNT: "2024年统一账户",
}
LOT_KINDS: Mapping[str, str] = {
    "consolidation": "土地整治", "upgrading": "提质改造", "linkage": "增减挂钩", "restored": "恢复"
}  # fmt: skip
SYSTEMS: Mapping[GradeSystem, str] = {
    GradeSystem.NATIONAL15: "国家利用等（15等）",
    GradeSystem.QUALITY10: "耕地质量等级（10等）",
}


def grades_said(by_grade: Mapping[Decimal, Area]) -> str:
    """Areas by grade in mu, as in `8=12.5；9.4=3`."""
    return "；".join(f"{grade}={area.mu(6).normalize():f}" for grade, area in sorted(by_grade.items()))


def joined(parts: Iterable[Sentence]) -> Sentence | None:
    """Sentences one after the other, None of none."""
    said: Sentence | None = None
    for part in parts:
        said = part if said is None else sentence(translate("LandLedger", "{first}; {second}"), first=said, second=part)
    return said


def amounts_said(amounts: Indicators) -> Sentence | None:
    """Quantity, paddy and capacity that are not nothing, in words; None of nothing."""
    if amounts == NOTHING:
        return None
    parts = [
        sentence(template, amount=amount)
        for template, amount in (
            (translate("LandLedger", "quantity {amount} mu"), _mu(amounts.quantity)),
            (translate("LandLedger", "paddy {amount} mu"), _mu(amounts.paddy)),
            (translate("LandLedger", "capacity {amount} kg"), str(amounts.capacity) if amounts.capacity else ""),
        )
        if amount
    ]
    said: Sentence = parts[0]
    for part in parts[1:]:
        said = sentence(translate("LandLedger", "{first}, {second}"), first=said, second=part)
    return said


def plain_mu(micro_mu: int) -> str:
    """Mu with the decimals it has, at most six."""
    return f"{Area(micro_mu).mu(6).normalize():f}"


def _mu(micro_mu: int) -> str:
    """Mu with as many decimals as it needs, two at least."""
    if not micro_mu:
        return ""
    decimals = next((digits for digits in range(2, 6) if micro_mu % 10 ** (6 - digits) == 0), 6)
    return str(Area(micro_mu).mu(decimals))
