"""Spots and acts under the rules: amounts by way, states, and every rule that is broken, named with its spot and patch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...area import Area
from ...errors import InputError
from ...sentence import Sentence, sentence, translate
from ..broken_rules import Finder, Problem, Severity
from .model import NOTHING_DONE, WAY_NAMES, Act, Rectified, Spot, SpotResult, SpotState, Way
from .rules import RectificationRules

PATCH_WAYS = (Way.IN_OUT, Way.SUPPLEMENT)
"""Ways that take ground elsewhere."""


def rectify(
    spots: Sequence[Spot],
    acts: Sequence[Act],
    rules: RectificationRules,
    stated: Mapping[str, Mapping[Way, Area]] | None = None,
    more: Sequence[Problem] = (),
) -> Rectified:
    """Amounts, states and problems. `stated` are the areas that fields of the spots give beside the acts, by spot: they are
    compared, the acts count. `more` are problems found elsewhere (drawn ground), which stand with the others.

    InputError for a spot number that stands twice.
    """
    finder = Finder(rules.severities)
    _require_distinct(spots)
    by_spot: dict[str, list[Act]] = {spot.number: [] for spot in spots}
    strays = []
    for act in acts:
        if act.spot in by_spot:
            by_spot[act.spot].append(act)
        else:
            strays.append(act)
            text = translate("LandLedger", "An act of {area} mu names the spot “{spot}”, which is not in the list.")
            finder.say(
                "rectification_unknown_spot", act.spot, sentence(text, area=act.area.mu(4), spot=act.spot), act.area
            )
    results = [_result(spot, by_spot[spot.number], finder, rules) for spot in spots]
    _patches(acts, finder, rules)
    for each in results:
        _compare_fields(each, (stated or {}).get(each.spot.number, {}), finder)
    return Rectified(results, [*finder.found, *(each for each in more if each.severity is not Severity.OFF)], strays)


def _require_distinct(spots: Sequence[Spot]) -> None:
    seen: set[str] = set()
    for spot in spots:
        if spot.number in seen:
            template = translate("LandLedger", "The spot {spot} stands twice in the list of outflow spots.")
            raise InputError(template, spot=spot.number)
        seen.add(spot.number)


def _result(spot: Spot, acts: Sequence[Act], finder: Finder, rules: RectificationRules) -> SpotResult:
    amounts = dict(NOTHING_DONE)
    for act in acts:
        amounts[act.way] += act.area
    done = Area.total(amounts.values())
    if done > spot.due:
        text = translate("LandLedger", "{done} mu were rectified, only {due} mu have to be.")
        said = sentence(text, done=done.mu(4), due=spot.due.mu(4))
        finder.say("rectification_over", spot.number, said, done - spot.due)
    for act in acts:
        _act(spot, act, finder, rules)
    return SpotResult(spot, acts, amounts, _state(spot, acts, done, finder))


def _act(spot: Spot, act: Act, finder: Finder, rules: RectificationRules) -> None:
    if act.way is Way.RESTORED and not any(act.class_after.startswith(code) for code in rules.cultivated):
        text = translate("LandLedger", "Restored land has the class “{code}” after; it must be cultivated land.")
        finder.say("rectification_class_after", spot.number, sentence(text, code=act.class_after), act.area)
    if act.way in PATCH_WAYS and not act.patch:
        text = translate("LandLedger", "{way}: the number of the patch is missing.")
        finder.say("rectification_patch_number", spot.number, sentence(text, way=WAY_NAMES[act.way]), act.area)
    if act.way is Way.IN_OUT and not act.plan_no:
        text = translate("LandLedger", "{way}: the number of the plan is missing.")
        finder.say("rectification_plan_number", spot.number, sentence(text, way=WAY_NAMES[act.way]), act.area)
    if spot.prime and act.way not in rules.prime:
        text = translate("LandLedger", "Permanent basic farmland may not be settled by {way}.")
        finder.say("rectification_prime_ways", spot.number, sentence(text, way=WAY_NAMES[act.way]), act.area)
    if act.date is not None and spot.year is not None and act.date.year < spot.year:
        text = translate("LandLedger", "The act of {date} lies before the year of the outflow, {year}.")
        finder.say(
            "rectification_dates", spot.number, sentence(text, date=act.date.isoformat(), year=spot.year), act.area
        )


def _state(spot: Spot, acts: Sequence[Act], done: Area, finder: Finder) -> SpotState:
    if not spot.due and not done:
        return SpotState.EXEMPT
    state = SpotState.OPEN if not done else SpotState.PARTLY if done < spot.due else SpotState.DONE
    if spot.closed is None:
        return state
    faults = list(_closing_faults(spot, acts, state))
    for fault in faults:
        finder.say("rectification_closing", spot.number, fault)
    return state if faults else SpotState.CLOSED


def _closing_faults(spot: Spot, acts: Sequence[Act], state: SpotState) -> Iterator[Sentence]:
    if state is not SpotState.DONE:
        yield sentence(translate("LandLedger", "It is struck off and not rectified in full."))
    if not spot.evidence and not (acts and all(act.evidence for act in acts)):
        yield sentence(translate("LandLedger", "It is struck off without evidence."))
    last = max((act.date for act in acts if act.date is not None), default=None)
    if last is not None and spot.closed is not None and spot.closed < last:
        text = translate("LandLedger", "It was struck off on {closed}, before its last act of {date}.")
        yield sentence(text, closed=spot.closed.isoformat(), date=last.isoformat())


def _patches(acts: Sequence[Act], finder: Finder, rules: RectificationRules) -> None:
    by_patch: dict[str, list[Act]] = {}
    for act in acts:
        if act.way in PATCH_WAYS:
            for patch in patches_in(act.patch):
                by_patch.setdefault(patch, []).append(act)
    for patch, members in by_patch.items():
        spots = list(dict.fromkeys(act.spot for act in members))
        if len(spots) > 1 and not rules.split:
            text = translate("LandLedger", "The patch balances the spots {spots}; it may balance one only.")
            finder.say("rectification_patch_once", patch, sentence(text, spots="、".join(spots)))
        _patch_area(patch, members, finder, rules)


def _patch_area(patch: str, members: Sequence[Act], finder: Finder, rules: RectificationRules) -> None:
    if any(len(patches_in(act.patch)) > 1 for act in members):
        # How much of each patch an act of several patches takes nobody says.
        return
    used = Area.total(act.area for act in members)
    known = [act.patch_area for act in members if act.patch_area is not None]
    several = len({act.spot for act in members}) > 1
    if not known and several and rules.split:
        unknown = sentence(translate("LandLedger", "The patch balances several spots and its own area is not known."))
        finder.say("rectification_patch_area", patch, unknown, used)
    if known and used > min(known):
        text = translate("LandLedger", "{used} mu of the patch are used, it has {area} mu.")
        said = sentence(text, used=used.mu(4), area=min(known).mu(4))
        finder.say("rectification_patch_area", patch, said, used - min(known))


def patches_in(text: str) -> list[str]:
    """The numbers of patches in one field: separated by 、, a comma, a semicolon or a line break."""
    for sign in "，,；;\n":
        text = text.replace(sign, "、")
    return list(dict.fromkeys(part.strip() for part in text.split("、") if part.strip()))


def _compare_fields(result: SpotResult, stated: Mapping[Way, Area], finder: Finder) -> None:
    for way, area in stated.items():
        if area != result.amounts[way]:
            text = translate(
                "LandLedger", "{way}: the field of the spot says {field} mu, its acts {acts} mu; the acts count."
            )
            said = sentence(text, way=WAY_NAMES[way], field=area.mu(4), acts=result.amounts[way].mu(4))
            finder.say("rectification_fields_differ", result.spot.number, said, abs(area - result.amounts[way]))
