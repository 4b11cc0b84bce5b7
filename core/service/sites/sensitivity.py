"""How much an order of sites depends on its weights.

One weight after the other is made larger and smaller by a share, the others of its group keep their proportion. For the criteria the
totals are straight lines in the weight, so where two sites change places is computed, not tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from .model import ItemResult, Outcome, Ranked, SiteJob, Stability, Variation
from .rulebook import Criterion, Item
from .scoring import Scores, criterion_scores, ordered, ranks_of, shares_of, total_of

Key = TypeVar("Key")
ONE, NOTHING = Fraction(1), Fraction(0)


def moved(shares: Mapping[Key, Fraction], key: Key, to: Fraction) -> dict[Key, Fraction]:
    """The shares (sum 1) with that of `key` moved to `to`, the others in their proportion."""
    rest = ONE - shares[key]
    return {each: to if each == key else share * (ONE - to) / rest for each, share in shares.items()}


def variations(
    job: SiteJob, results: Sequence[ItemResult], scores: Sequence[Scores], now: Sequence[Ranked], areas: Sequence[int | None]
) -> list[Variation]:
    """Every weight up and down by the job's change. A weight that is the only one of its group can't be varied."""
    sites = [each.site for each in now if each.order is not None]
    shares = shares_of(job.weights, scores)
    found: list[Variation] = []

    def add(criterion: Criterion, item: Item | None, up: bool, before: Fraction, after: Fraction,
            tried: Mapping[Criterion, Fraction], by: Sequence[Scores]) -> None:
        totals = {site: total for site in sites if (total := total_of(by[site], tried)) is not None}
        order = ordered(totals, by, areas)
        found.append(_compared(Variation(criterion, item, up, before, after, order, (), True), now, ranks_of(order, totals), job.best))

    for criterion in shares if len(shares) > 1 else ():
        for up in (True, False):
            after = _changed(shares[criterion], job, up)
            add(criterion, None, up, shares[criterion], after, moved(shares, criterion, after), scores)
    for criterion in shares:
        items = _items_of(results, criterion)
        own = _within(items)
        for item in items if len(items) > 1 else ():
            for up in (True, False):
                after = _changed(own[item.key], job, up)
                weights = _all_weights(job.items)
                weights.update(moved(own, item.key, after))
                tried = criterion_scores(results, len(scores), weights)
                add(criterion, item, up, own[item.key], after, shares, tried)
    return found


def _changed(share: Fraction, job: SiteJob, up: bool) -> Fraction:
    return min(ONE, share * (1 + Fraction(job.change) * (1 if up else -1)))


def _items_of(results: Iterable[ItemResult], criterion: Criterion) -> list[Item]:
    used = {result.item.key: result.item for result in results if result.outcome is not Outcome.NO_LAYER}
    return [item for item in used.values() if item.criterion is criterion]


def _within(items: Sequence[Item]) -> dict[str, Fraction]:
    whole = sum(Fraction(item.weight) for item in items)
    return {item.key: Fraction(item.weight) / whole for item in items}


def _all_weights(items: Iterable[Item]) -> dict[str, Fraction]:
    return {item.key: Fraction(item.weight) for item in items}


def _compared(made: Variation, now: Sequence[Ranked], ranks: Mapping[int, int], best: int) -> Variation:
    former = [each for each in now if each.order is not None]
    changes = [(each.site, each.rank or 0, ranks[each.site]) for each in former if ranks[each.site] != each.rank]
    held = {each.site for each in former if (each.order or 0) < best}
    return Variation(
        made.criterion, made.item, made.up, made.before, made.after, made.order, tuple(changes), held == set(made.order[:best])
    )


# -------------------------------------------------------------------------------------------------------------- intervals


def stability(job: SiteJob, scores: Sequence[Scores], now: Sequence[Ranked]) -> list[Stability]:
    """For each criterion in use the shares between which the order stays, and between which the best stay the best.

    At the ends two sites are level; so sites that are level already leave room to one side at most.
    """
    shares = shares_of(job.weights, scores)
    order = [each.site for each in sorted((each for each in now if each.order is not None), key=lambda each: each.order or 0)]
    if len(shares) < 2:
        return []
    made = []
    for criterion, share in shares.items():
        lines = {site: _line(scores[site], shares, criterion) for site in order}
        neighbours = list(zip(order, order[1:]))
        chosen, others = order[: job.best], order[job.best :]
        made.append(Stability(
            criterion, share, _room(lines, neighbours, share), _room(lines, [(a, b) for a in chosen for b in others], share)
        ))
    return made


def _line(scores: Scores, shares: Mapping[Criterion, Fraction], criterion: Criterion) -> tuple[Fraction, Fraction]:
    """The total of a site at weight 0 and at weight 1 of a criterion."""
    rest = sum((share * Fraction(scores[each] or 0, 10) for each, share in shares.items() if each is not criterion), NOTHING)
    return rest / (ONE - shares[criterion]), Fraction(scores[criterion] or 0, 10)


def _room(
    lines: Mapping[int, tuple[Fraction, Fraction]], pairs: Iterable[tuple[int, int]], share: Fraction
) -> tuple[Fraction, Fraction]:
    """From where to where a weight may go before one of the pairs (ahead, behind) changes places."""
    low, high = NOTHING, ONE
    for ahead, behind in pairs:
        at_none, at_all = (one - other for one, other in zip(lines[ahead], lines[behind]))
        if at_none == at_all:
            continue
        level = at_none / (at_none - at_all)
        if at_all < at_none:
            high = min(high, max(level, share))
        else:
            low = max(low, min(level, share))
    return low, high
