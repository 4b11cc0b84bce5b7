"""Why a supplement block (补划地块), or a piece of it, can't stand in for prime farmland; and what that does."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from ...sentence import translate


class Effect(Enum):
    """What a reason does to a block; the value is what stands in the rule."""

    REFUSE = "refuse"
    WARN = "warn"
    OFF = "off"


class ReasonKind(Enum):
    """The reasons, in the order they are listed; the value stands in result layers."""

    OUTSIDE_SURVEY = "outside_survey"
    OUTSIDE_COUNTY = "outside_county"
    NOT_CULTIVATED = "not_cultivated"
    STEEP = "steep"
    SLOPE_UNKNOWN = "slope_unknown"
    UNSTABLE = "unstable"
    NO_GRADE = "no_grade"
    ALREADY_PRIME = "already_prime"
    OVERLAPS_OCCUPIED = "overlaps_occupied"
    OVERLAPS_BLOCK = "overlaps_block"
    ECO_REDLINE = "eco_redline"
    URBAN_BOUNDARY = "urban_boundary"
    EXCLUDED = "excluded"
    TOO_SMALL = "too_small"
    OTHER_COUNTY = "other_county"
    NOT_RESERVE = "not_reserve"


REASON_TITLES: Mapping[ReasonKind, str] = {
    ReasonKind.OUTSIDE_SURVEY: translate("LandLedger", "outside the survey"),
    ReasonKind.OUTSIDE_COUNTY: translate("LandLedger", "outside the districts given"),
    ReasonKind.NOT_CULTIVATED: translate("LandLedger", "not cultivated land in the survey"),
    ReasonKind.STEEP: translate("LandLedger", "too steep"),
    ReasonKind.SLOPE_UNKNOWN: translate("LandLedger", "slope level missing"),
    ReasonKind.UNSTABLE: translate("LandLedger", "not usable in a stable way over the long term"),
    ReasonKind.NO_GRADE: translate("LandLedger", "farmland grade missing"),
    ReasonKind.ALREADY_PRIME: translate("LandLedger", "permanent basic farmland already"),
    ReasonKind.OVERLAPS_OCCUPIED: translate("LandLedger", "overlaps occupied land"),
    ReasonKind.OVERLAPS_BLOCK: translate("LandLedger", "overlaps another supplement block"),
    ReasonKind.ECO_REDLINE: translate("LandLedger", "in the ecological redline"),
    ReasonKind.URBAN_BOUNDARY: translate("LandLedger", "in the urban growth boundary"),
    ReasonKind.EXCLUDED: translate("LandLedger", "in an excluded layer"),
    ReasonKind.TOO_SMALL: translate("LandLedger", "patch smaller than allowed"),
    ReasonKind.OTHER_COUNTY: translate("LandLedger", "in another county than the occupied land"),
    ReasonKind.NOT_RESERVE: translate("LandLedger", "not from the reserve zone"),
}
