"""What is said of blocks and projects in tables, layers and the log."""

from __future__ import annotations

from decimal import Decimal

from ...area import Area
from ...sentence import Sentence, sentence, translate
from .model import Audit, Block, BlockReason, Project, Side, two_decimals
from .reason_kinds import REASON_TITLES, Effect, ReasonKind

EFFECT_NAMES = {
    Effect.REFUSE: translate("LandLedger", "refuses the block"),
    Effect.WARN: translate("LandLedger", "hint only"),
}


def joined(parts: list[Sentence]) -> Sentence:
    """Sentences one after another, with a sign that both languages know."""
    names = [f"part{number}" for number in range(len(parts))]
    return Sentence("；".join("{" + name + "}" for name in names), dict(zip(names, parts)))


def verdict(block: Block) -> Sentence:
    """Whether a supplement block is accepted."""
    if block.refused:
        return sentence(translate("LandLedger", "refused as supplement"))
    return sentence(translate("LandLedger", "accepted as supplement"))


def reason_title(reason: BlockReason) -> Sentence:
    """The reason by name."""
    return sentence(REASON_TITLES[reason.kind])


def reason_text(result: Audit, reason: BlockReason) -> Sentence:
    """The reason with what lies there, and its exact area."""
    area, title = reason.area.square_metres(), reason_title(reason)
    detail = detail_text(result, reason)
    text = translate("LandLedger", "{reason} {area} m²")
    if detail:
        text = translate("LandLedger", "{reason} ({detail}) {area} m²")
    if reason.effect is Effect.WARN:
        inner = sentence(text, reason=title, detail=detail, area=area)
        return sentence(translate("LandLedger", "hint: {reason}"), reason=inner)
    return sentence(text, reason=title, detail=detail, area=area)


def detail_text(result: Audit, reason: BlockReason) -> Sentence | str:
    """What lies there, in words, '' where the reason says it all."""
    if reason.kind is ReasonKind.OTHER_COUNTY:
        return result.county(reason.detail)
    if reason.kind is ReasonKind.STEEP:
        return sentence(translate("LandLedger", "slope level {level}"), level=reason.detail)
    return reason.detail


def reasons_text(result: Audit, block: Block) -> Sentence | None:
    """All reasons of a block, None where nothing speaks against it."""
    return joined([reason_text(result, reason) for reason in block.reasons]) if block.reasons else None


def project_sentence(project: Project) -> Sentence:
    """One sentence: what the project still lacks, indicator by indicator, or that nothing is missing."""
    missing = _missing(project)
    who = project.name or sentence(translate("LandLedger", "The project"))
    if not missing:
        text = translate("LandLedger", "{project}: everything that is compared is made up for.")
        if not project.occupied.gross:
            text = translate("LandLedger", "{project}: takes no permanent basic farmland.")
        elif project.shortage.grade_ok is None:
            text = translate("LandLedger", "{project}: grade and capacity can't be compared, grades of occupied farmland are missing.")
        return sentence(text, project=who)
    text = translate("LandLedger", "{project}: still missing {missing}.")
    return sentence(text, project=who, missing=joined(missing))


def _missing(project: Project) -> list[Sentence]:
    shortage, found = project.shortage, []
    if shortage.area:
        found.append(_amount(translate("LandLedger", "area {m2} m² ({ha} ha, {mu} mu)"), shortage.area))
    if shortage.paddy:
        found.append(_amount(translate("LandLedger", "paddy {m2} m² ({ha} ha, {mu} mu)"), shortage.paddy))
    if shortage.grade_ok is False:
        occupied, accepted = two_decimals(project.occupied.grade), two_decimals(project.accepted.grade)
        text = translate("LandLedger", "grade: {accepted} is worse than {occupied}")
        if accepted is None:
            text = translate("LandLedger", "grade: no accepted land to compare with {occupied}")
        found.append(sentence(text, accepted=accepted, occupied=occupied))
    if shortage.kilograms:
        found.append(sentence(translate("LandLedger", "capacity {kilograms} kg"), kilograms=shortage.kilograms))
    if found and shortage.grade_ok is None:
        found.append(sentence(translate("LandLedger", "grades of occupied farmland")))
    return found


def _amount(text: str, area: Area) -> Sentence:
    return sentence(text, m2=area.square_metres(), ha=area.hectares(), mu=area.mu())


def grade_gap(project: Project) -> Decimal | None:
    """How much worse the accepted land is, printed; None where it is not."""
    occupied, accepted = project.occupied.grade, project.accepted.grade
    if project.shortage.grade_ok is not False or occupied is None or accepted is None:
        return None
    return two_decimals(accepted - occupied)


def from_reserve(result: Audit, block: Block, given: bool) -> Sentence | None:
    """Whether a block comes from the reserve zone: yes, no, in part; None of footprints."""
    if block.side is Side.OCCUPIED:
        return None
    if not given:
        return sentence(translate("LandLedger", "layer not given"))
    whole = block.from_reserve
    if whole is None:
        return sentence(translate("LandLedger", "in part"))
    return sentence(translate("LandLedger", "yes") if whole else translate("LandLedger", "no"))
