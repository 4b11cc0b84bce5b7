"""Second phase: a score for each rule by its bands, a mean for each criterion, a total, an order.

Measured numbers are rounded once to 0.01 and put into bands; the weighted mean of a criterion is exact and rounded once, half-up, to
0.1; the total is the exact sum of weight × printed score. What could not be measured is never counted as nothing: a rule that has
no input is left out for all sites, a site without a value has no score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import lcm

import numpy as np
import shapely

from ...area import typed_number
from ...rounding import divide_half_up, half_up
from .model import Advice, Given, ItemResult, Outcome, Ranked, SiteJob, Sites
from .rulebook import Criterion, Item, Measure

Scores = Mapping[Criterion, "int | None"]


def scored(sites: Sites, job: SiteJob, given: Given) -> list[ItemResult]:
    """Every rule on every site, rule by rule."""
    results: list[ItemResult] = []
    for item in job.items:
        values = _values(sites, item, given)
        if values is None:
            results += [ItemResult(site, item, Outcome.NO_LAYER) for site in range(len(sites))]
            continue
        for site, value in enumerate(values):
            band = None if value is None else item.band_of(value)
            outcome = Outcome.NO_VALUE if value is None else Outcome.NO_BAND if band is None else Outcome.SCORED
            results.append(ItemResult(site, item, outcome, value, band))
    return results


def _values(sites: Sites, item: Item, given: Given) -> Sequence[Decimal | str | None] | None:
    """What is measured on each site, None for a site without a value; None if there is no input at all."""
    if item.measure is Measure.DISTANCE:
        layers = given.layers.get(item.key, ())
        shapes = [layer.geometry[~(shapely.is_missing(layer.geometry) | shapely.is_empty(layer.geometry))] for layer in layers]
        there = np.concatenate([np.empty(0, dtype=object), *shapes])
        if not len(there):
            return None
        _, metres = shapely.STRtree(there).query_nearest(sites.shapes, return_distance=True, all_matches=False)
        return [_rounded(each) for each in metres.tolist()]
    if item.measure.by_raster:
        found = given.rasters.get(item.key)
        return None if found is None else [_rounded(each) if np.isfinite(each) else None for each in found.tolist()]
    texts = sites.fields.get(item.field)
    if texts is None:
        return None
    words = [str(text or "").strip() for text in texts.tolist()]
    return [word.lower() or None for word in words] if item.measure is Measure.WORD else [_typed(word) for word in words]


def _rounded(value: float) -> Decimal:
    return half_up(Decimal(repr(value)), 2)


def _typed(text: str) -> Decimal | None:
    """The number of a field; None for blank and for what is no number."""
    try:
        value = Decimal(typed_number(text))
    except ArithmeticError:
        return None
    return half_up(value, 2) if value.is_finite() else None


# ---------------------------------------------------------------------------------------------------------- means and totals


def criterion_scores(
    results: Sequence[ItemResult], count: int, weights: Mapping[str, Fraction]
) -> list[dict[Criterion, int | None]]:
    """For each of `count` sites the score of each criterion in use, in tenths; `weights` are those of the rules by key.

    A criterion is in use if one of its rules has input. None where a rule in use gave the site no score.
    """
    own: dict[Criterion, list[list[ItemResult]]] = {}
    for result in results:
        if result.outcome is not Outcome.NO_LAYER:
            own.setdefault(result.item.criterion, [[] for _ in range(count)])[result.site].append(result)
    # Whole numbers of the smallest parts that weights and scores have: exact, and quicker than fractions.
    part = lcm(*(weight.denominator for weight in weights.values()))
    whole = {key: int(weight * part) for key, weight in weights.items()}
    scores = {Fraction(score) for score in {result.score for result in results} if score is not None}
    unit = lcm(*(score.denominator for score in scores))
    mean = {criterion: [_mean(here, whole, unit) for here in own[criterion]] for criterion in Criterion if criterion in own}
    return [{criterion: column[site] for criterion, column in mean.items()} for site in range(count)]


def _mean(results: Sequence[ItemResult], weights: Mapping[str, int], unit: int) -> int | None:
    """The weighted mean in tenths, half-up, of scores that are whole numbers of 1/`unit`; None where a score is missing."""
    weighed = whole = 0
    for result in results:
        if result.score is None:
            return None
        weighed += weights[result.item.key] * int(result.score * unit)
        whole += weights[result.item.key]
    return divide_half_up(weighed * 10, whole * unit)


def shares_of(weights: Mapping[Criterion, Decimal], scores: Sequence[Scores]) -> dict[Criterion, Fraction]:
    """The shares of the criteria in use that weigh something; they add up to 1. Empty where none does."""
    used = {criterion: Fraction(weights[criterion]) for criterion in Criterion if scores and criterion in scores[0]}
    whole = sum(used.values())
    return {criterion: weight / whole for criterion, weight in used.items() if weight} if whole else {}


def total_of(scores: Scores, shares: Mapping[Criterion, Fraction]) -> Fraction | None:
    """Σ share × score, None where a score is missing or nothing is weighed."""
    parts = [(share, scores[criterion]) for criterion, share in shares.items()]
    known = [share * Fraction(score, 10) for share, score in parts if score is not None]
    return sum(known, Fraction(0)) if parts and len(known) == len(parts) else None


def ordered(totals: Mapping[int, Fraction], scores: Sequence[Scores], areas: Sequence[int | None]) -> list[int]:
    """Sites by total, the best first; equal ones by safety, access, facilities, then the larger, then the first in the layer."""

    def place(site: int) -> tuple[object, ...]:
        return (-totals[site], *(-(scores[site].get(criterion) or 0) for criterion in Criterion), -(areas[site] or 0), site)

    return sorted(totals, key=place)


def ranks_of(order: Sequence[int], totals: Mapping[int, Fraction]) -> dict[int, int]:
    """1 + how many have a larger total."""
    ranks: dict[int, int] = {}
    for place, site in enumerate(order):
        before = order[place - 1] if place else site
        ranks[site] = ranks[before] if place and totals[before] == totals[site] else place + 1
    return ranks


def ranked(
    job: SiteJob, scores: Sequence[Scores], struck: Sequence[bool], areas: Sequence[int | None]
) -> list[Ranked]:
    """All sites in the order of the layer with total, rank and advice; what is vetoed has neither scores nor rank."""
    shares = shares_of(job.weights, scores)
    made = [
        Ranked(site, veto, {} if veto else own, None if veto else total_of(own, shares))
        for site, (own, veto) in enumerate(zip(scores, struck))
    ]
    totals = {each.site: each.total for each in made if each.total is not None}
    order = ordered(totals, scores, areas)
    ranks = ranks_of(order, totals)
    level: dict[int, list[int]] = {}
    for site in order:
        level.setdefault(ranks[site], []).append(site)
    for place, site in enumerate(order):
        tied = [other for other in level[ranks[site]] if other != site]
        fit = totals[site] >= Fraction(job.least)
        advice = Advice.UNFIT if not fit else Advice.BEST if place < job.best else Advice.RESERVE
        made[site] = replace(made[site], rank=ranks[site], order=place, tied=tuple(tied), advice=advice)
    return [replace(each, advice=Advice.UNFIT) if each.vetoed else each for each in made]
