"""A choice of sites from vetoes to stability; it reads top to bottom."""

from __future__ import annotations

from fractions import Fraction

from ...errors import InputError
from ...progress import Progress, no_progress, part_of
from ...sentence import translate
from .model import Choice, Given, SiteJob, Sites, Struck
from .scoring import criterion_scores, ranked, scored
from .sensitivity import stability, variations
from .vetoing import areas_of, vetoed


def choose(sites: Sites, job: SiteJob, given: Given, progress: Progress = no_progress) -> Choice:
    """Vetoes, scores, ranks and how stable they are. InputError without any site, and as the phases raise it."""
    if not len(sites):
        raise InputError(translate("LandLedger", "Layer {layer} has no features."), layer=sites.layer)
    areas = areas_of(sites)
    vetoes = vetoed(sites, job, given, part_of(progress, 0.0, 0.6))
    items = scored(sites, job, given)
    progress(0.8)
    struck = [False] * len(sites)
    for result in vetoes:
        struck[result.site] |= result.struck is Struck.HIT
    scores = criterion_scores(items, len(sites), {item.key: Fraction(item.weight) for item in job.items})
    ranks = ranked(job, scores, struck, areas)
    varied = variations(job, items, scores, ranks, areas)
    progress(1.0)
    return Choice(job, sites, given, areas, vetoes, items, ranks, varied, stability(job, scores, ranks))
