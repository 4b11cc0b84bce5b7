"""Two rounds of a review compared: which opinions of the former round are dealt with 已改, partly 部分, not 未改; what is new 新增.

A former finding is still there where a finding of the new round has its key. Where none has, a finding of the same check about
the same parcel and field, or else at the same place, is taken for the same question with other values; each new finding counts
for one former finding only. What has no counterpart is gone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum

from ..sentence import Say, sentence, translate
from .review import Cause, Opinion, PlanFinding
from .review_words import CHECK, DONE, EXPLAINED, OPEN, PARTLY


class Fate(Enum):
    """What became of a finding of the former round."""

    STILL = "still"
    CHANGED = "changed"
    ACCEPTED = "accepted"
    GONE = "gone"


@dataclass(frozen=True)
class Compared:
    """An opinion of the former round with the state it has now, and how many of its findings had which fate."""

    opinion: Opinion
    counts: Mapping[Fate, int]

    @property
    def contradicted(self) -> bool:
        """Whether the planners call done what is still there."""
        return self.opinion.claim == DONE and self.opinion.state in (OPEN, PARTLY)


@dataclass(frozen=True)
class Comparison:
    """Opinions of the former round as they stand now, in their order; open findings that no former finding answers to."""

    former: Sequence[Compared]
    fresh: Sequence[PlanFinding]


def compare_rounds(
    former: Sequence[Opinion],
    findings: Sequence[PlanFinding],
    tolerance: float,
    known: AbstractSet[str] = frozenset(),
    say: Say = str,
) -> Comparison:
    """`tolerance` metres: how far apart two findings may be to be at one place; `known`: keys of all findings of the former
    round, where they are at hand: what nobody gave an opinion on is not new either."""
    causes = [cause for opinion in former for cause in opinion.causes]
    matching = _Matching(findings, tolerance)
    fates = matching.fates(causes)
    compared, start = [], 0
    for opinion in former:
        own = fates[start : start + len(opinion.causes)]
        start += len(opinion.causes)
        counts = {fate: own.count(fate) for fate in Fate}
        state = _state_of(counts)
        if state == CHECK and opinion.claim:
            why = translate("LandLedger", "no finding belongs to it: only what the planners wrote; look at it")
        elif state == CHECK:
            why = translate("LandLedger", "no finding belongs to it; look at it")
        else:
            why = _WHY[state]
        now = replace(opinion, state=state, why=_told(why, counts, say))
        if now.claim == DONE and state in (OPEN, PARTLY):
            contradicted = translate("LandLedger", "The planners wrote that it is done; {why}")
            now = replace(now, why=sentence(contradicted, why=now.why).said(say))
        compared.append(Compared(now, counts))
    fresh = [
        finding for place, finding in enumerate(findings)
        if finding.open and place not in matching.taken and finding.key not in known
    ]  # fmt: skip
    return Comparison(compared, fresh)


_WHY = {
    OPEN: translate("LandLedger", "all of its {all} findings are still there"),
    PARTLY: translate("LandLedger", "of its {all} findings {still} are still there, {changed} have other values, {gone} are gone"),
    DONE: translate("LandLedger", "none of its {all} findings is there any more"),
    EXPLAINED: translate("LandLedger", "of its {all} findings {accepted} were accepted with a reason, the others are gone"),
}


def _told(template: str, counts: Mapping[Fate, int], say: Say) -> str:
    numbers = {fate.value: count for fate, count in counts.items()}
    return sentence(template, all=sum(counts.values()), **numbers).said(say)


def _state_of(counts: Mapping[Fate, int]) -> str:
    total = sum(counts.values())
    if not total:
        return CHECK
    if counts[Fate.GONE] == total:
        return DONE
    if counts[Fate.GONE] + counts[Fate.ACCEPTED] == total:
        return EXPLAINED
    return OPEN if counts[Fate.STILL] == total else PARTLY


Subject = tuple[str, str, str, str]


class _Matching:
    """Counterparts of former findings among the new ones; `taken` are the places of those that have one."""

    def __init__(self, findings: Sequence[PlanFinding], tolerance: float) -> None:
        self._findings = findings
        self._tolerance = tolerance
        self._by_key: dict[str, int] = {}
        self._by_subject: dict[Subject, list[int]] = {}
        self._by_square: dict[tuple[str, str, int, int], list[int]] = {}
        self.taken: set[int] = set()
        for place, finding in enumerate(findings):
            self._by_key.setdefault(finding.key, place)
            if finding.bsm:
                subject = (finding.check, finding.layer, finding.bsm, finding.field)
                self._by_subject.setdefault(subject, []).append(place)
            if not math.isnan(finding.x):
                self._by_square.setdefault(self._square(finding), []).append(place)

    def fates(self, causes: Sequence[Cause]) -> list[Fate]:
        """One fate a cause: keys first, then parcels, then places, so that a sure counterpart is never taken by a likely one."""
        fates = [Fate.GONE] * len(causes)
        left = []
        for number, cause in enumerate(causes):
            place = self._by_key.get(cause.key)
            if place is None:
                left.append(number)
                continue
            self.taken.add(place)
            fates[number] = Fate.STILL if self._findings[place].open else Fate.ACCEPTED
        for counterparts in (self._of_parcel, self._of_place):
            missed = []
            for number in left:
                place = next((each for each in counterparts(causes[number]) if each not in self.taken), None)
                if place is None:
                    missed.append(number)
                    continue
                self.taken.add(place)
                fates[number] = Fate.CHANGED if self._findings[place].open else Fate.ACCEPTED
            left = missed
        return fates

    def _of_parcel(self, cause: Cause) -> Iterable[int]:
        if not cause.bsm:
            return ()
        return self._by_subject.get((cause.check, cause.layer, cause.bsm, cause.field), ())

    def _of_place(self, cause: Cause) -> list[int]:
        """The places of findings of its check near it, the nearest first."""
        if math.isnan(cause.x) or math.isnan(cause.y):
            return []
        check, layer, column, row = self._square(cause)
        near = []
        for across in (-1, 0, 1):
            for up in (-1, 0, 1):
                for place in self._by_square.get((check, layer, column + across, row + up), ()):
                    found = self._findings[place]
                    distance = math.hypot(found.x - cause.x, found.y - cause.y)
                    if distance <= self._tolerance:
                        near.append((distance, place))
        return [place for _, place in sorted(near)]

    def _square(self, at: Cause | PlanFinding) -> tuple[str, str, int, int]:
        side = max(self._tolerance, 1e-9)
        return at.check, at.layer, math.floor(at.x / side), math.floor(at.y / side)


def merged(former: Iterable[Opinion], current: Iterable[Opinion]) -> list[Opinion]:
    """Opinions of both by name, in the order given; where both have one, the reply and claim of `former` (what came back)."""
    found = {opinion.id: opinion for opinion in current}
    for opinion in former:
        here = found.get(opinion.id)
        if here is None:
            found[opinion.id] = opinion
        else:
            found[opinion.id] = replace(here, reply=opinion.reply or here.reply, claim=opinion.claim or here.claim)
    return list(found.values())
