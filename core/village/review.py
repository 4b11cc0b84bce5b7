"""Opinions of the review meeting on village plans 审查意见: made of findings or given freely, kept as rows of a layer.

An opinion has a name of its own (`id`) that stays through all rounds. It remembers the findings it was made of (`causes`) with
key, parcel and place, so the next round can say whether they are still there.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..checking.finding import Severity, State
from ..sentence import Say, sentence, translate
from .review_words import NEW, OPEN, Category, categories, category_named, category_of, state_name, state_named

NOWHERE = float("nan")
OPINION_LAYER = "opinions"


@dataclass(frozen=True)
class PlanFinding:
    """A finding of a plan check, as far as a review needs it; `open` unless somebody accepted it."""

    key: str
    check: str
    rule: str
    severity: str
    title: str
    text: str
    village: str = ""
    layer: str = ""
    bsm: str = ""
    feature: str = ""
    field: str = ""
    x: float = NOWHERE
    y: float = NOWHERE
    open: bool = True

    @property
    def category(self) -> Category:
        """What it is about."""
        return category_of(self.rule, self.check)


@dataclass(frozen=True)
class Cause:
    """A finding that an opinion was made of."""

    key: str
    check: str
    layer: str = ""
    bsm: str = ""
    field: str = ""
    x: float = NOWHERE
    y: float = NOWHERE


@dataclass(frozen=True)
class Opinion:
    """A row of the list of opinions (T32). `category` and `state` are codes of review_words; `claim` is the state that the
    planners wrote, '' where they wrote none; `why` how `state` was found; `given_on` an ISO date."""

    id: str
    round: int
    number: int
    category: str
    place: str
    basis: str
    text: str
    who: str = ""
    reply: str = ""
    state: str = NEW
    claim: str = ""
    why: str = ""
    village: str = ""
    given_by: str = ""
    given_on: str = ""
    x: float = NOWHERE
    y: float = NOWHERE
    causes: tuple[Cause, ...] = ()

    @property
    def has_place(self) -> bool:
        """Whether it can be shown on a map."""
        return not (math.isnan(self.x) or math.isnan(self.y))


@dataclass(frozen=True)
class Author:
    """Who gives opinions, when (ISO date), and in which round."""

    who: str = ""
    by: str = ""
    on: str = ""
    round: int = 1


def opinion_id(*parts: str) -> str:
    """A name of 20 hexadecimal digits made of what an opinion says and rests on."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8"), digest_size=10).hexdigest()


# ------------------------------------------------------------------------------------------------------ opinions of findings


def opinions_of_findings(
    findings: Iterable[PlanFinding], author: Author, listed: int = 5, say: Say = str, first: int = 1
) -> list[Opinion]:
    """One opinion for all findings of one check in one village, in the order of category, village and check; numbered from `first`.

    `listed`: so many places and sentences are written out, the others are counted. One finding alone is said in its own words.
    """
    groups: dict[tuple[str, str, str, str], list[PlanFinding]] = {}
    for finding in findings:
        groups.setdefault((finding.category.code, finding.village, finding.rule, finding.check), []).append(finding)
    order = {each: number for number, each in enumerate(known.code for known in categories())}
    made = []
    for number, key in enumerate(sorted(groups, key=lambda key: (order[key[0]], *key[1:]))):
        made.append(_opinion_of(groups[key], author, listed, say, first + number))
    return made


def _opinion_of(group: Sequence[PlanFinding], author: Author, listed: int, say: Say, number: int) -> Opinion:
    head = group[0]
    placed = next((each for each in group if not math.isnan(each.x)), head)
    keys = sorted(each.key for each in group)
    return Opinion(
        id=opinion_id(str(author.round), head.check, *keys),
        round=author.round,
        number=number,
        category=head.category.code,
        place=_places(group, listed, say),
        basis=head.rule,
        text=head.text if len(group) == 1 else _counted(group, say),
        who=author.who,
        village=head.village,
        given_by=author.by,
        given_on=author.on,
        x=placed.x,
        y=placed.y,
        causes=tuple(Cause(each.key, each.check, each.layer, each.bsm, each.field, each.x, each.y) for each in group),
    )


def _counted(group: Sequence[PlanFinding], say: Say) -> str:
    template = translate("LandLedger", "{title}: {count} places, as “{text}” Please correct all of them.")
    head = group[0]
    return sentence(template, title=head.title, count=len(group), text=head.text).said(say)


def _places(group: Sequence[PlanFinding], listed: int, say: Say) -> str:
    """Village, layer and the first parcels; where there is no parcel, the place."""
    head = group[0]
    words = list(dict.fromkeys(word for word in (place_of(each) for each in group) if word))
    shown = "、".join(words[:listed])
    if len(words) > listed:
        more = translate("LandLedger", "{places} and others, {count} in all")
        shown = sentence(more, places=shown, count=len(words)).said(say)
    return " ".join(part for part in (head.village, head.layer, shown) if part)


def place_of(finding: PlanFinding) -> str:
    """The parcel by BSM, else by its place to 0.1 m, else by feature id, '' for none."""
    if finding.bsm:
        return finding.bsm
    return coordinates(finding.x, finding.y) or (f"#{finding.feature}" if finding.feature else "")


def coordinates(x: float, y: float) -> str:
    """A place to 0.1 m as people write it, '' for none."""
    return "" if math.isnan(x) or math.isnan(y) else f"({x:.1f}, {y:.1f})"


# --------------------------------------------------------------------------------------------------------- rows of the layer


@dataclass(frozen=True)
class OpinionField:
    """A field of the layer of opinions: `kind` is text or integer; length 0 for any."""

    name: str
    kind: str
    alias: str
    length: int = 0
    decimals: int = 0


OPINION_FIELDS: tuple[OpinionField, ...] = (
    OpinionField("OPINION_ID", "text", translate("LandLedger", "Opinion id"), 20),
    OpinionField("ROUND", "integer", translate("LandLedger", "Round")),
    OpinionField("SEQ", "integer", translate("LandLedger", "Number")),
    OpinionField("CATEGORY", "text", translate("LandLedger", "Kind of question"), 20),
    OpinionField("VILLAGE", "text", translate("LandLedger", "Village"), 60),
    OpinionField("PLACE", "text", translate("LandLedger", "Where"), 254),
    OpinionField("BASIS", "text", translate("LandLedger", "Basis"), 254),
    OpinionField("OPINION", "text", translate("LandLedger", "Opinion")),
    OpinionField("WHO", "text", translate("LandLedger", "Department or expert"), 60),
    OpinionField("REPLY", "text", translate("LandLedger", "Reply of the planners")),
    OpinionField("STATE", "text", translate("LandLedger", "Status"), 20),
    OpinionField("CLAIM", "text", translate("LandLedger", "State by the planners"), 20),
    OpinionField("WHY", "text", translate("LandLedger", "How compared"), 254),
    OpinionField("GIVEN_BY", "text", translate("LandLedger", "Written by"), 60),
    OpinionField("GIVEN_ON", "text", translate("LandLedger", "Written on"), 10),
    OpinionField("CAUSES", "text", translate("LandLedger", "Findings it was made of")),
)
"""The layer's fields; category and states stand in Chinese, as tables of the review show them."""


def opinion_row(opinion: Opinion) -> dict[str, object]:
    """The values of OPINION_FIELDS by name; texts that are empty are None."""
    category = category_named(opinion.category)
    values: dict[str, object] = {
        "OPINION_ID": opinion.id,
        "ROUND": opinion.round,
        "SEQ": opinion.number,
        "CATEGORY": category.name if category is not None else opinion.category,
        "VILLAGE": opinion.village,
        "PLACE": opinion.place,
        "BASIS": opinion.basis,
        "OPINION": opinion.text,
        "WHO": opinion.who,
        "REPLY": opinion.reply,
        "STATE": state_name(opinion.state),
        "CLAIM": state_name(opinion.claim) if opinion.claim else "",
        "WHY": opinion.why,
        "GIVEN_BY": opinion.given_by,
        "GIVEN_ON": opinion.given_on,
        "CAUSES": packed(opinion.causes),
    }
    return {name: value if value != "" else None for name, value in values.items()}


def opinion_of_row(row: Mapping[str, object]) -> Opinion:
    """The opinion of a row by field name, `x` and `y` its place; unknown words of states stay open, of categories as written."""
    category = category_named(_text(row, "CATEGORY"))
    state, claim = state_named(_text(row, "STATE")), state_named(_text(row, "CLAIM"))
    text = _text(row, "OPINION")
    return Opinion(
        id=_text(row, "OPINION_ID") or opinion_id(_text(row, "ROUND"), _text(row, "PLACE"), text),
        round=_whole(row, "ROUND", 1),
        number=_whole(row, "SEQ", 0),
        category=category.code if category is not None else _text(row, "CATEGORY"),
        place=_text(row, "PLACE"),
        basis=_text(row, "BASIS"),
        text=text,
        who=_text(row, "WHO"),
        reply=_text(row, "REPLY"),
        state=state.code if state is not None else OPEN,
        claim=claim.code if claim is not None else "",
        why=_text(row, "WHY"),
        village=_text(row, "VILLAGE"),
        given_by=_text(row, "GIVEN_BY"),
        given_on=_text(row, "GIVEN_ON"),
        x=_number(row, "x"),
        y=_number(row, "y"),
        causes=unpacked(_text(row, "CAUSES")),
    )


def packed(causes: Sequence[Cause]) -> str:
    """Causes as one text (JSON), '' for none."""
    if not causes:
        return ""
    rows = [[each.key, each.check, each.layer, each.bsm, each.field, *_place(each)] for each in causes]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _place(cause: Cause) -> list[float | None]:
    return [None if math.isnan(value) else value for value in (cause.x, cause.y)]


def unpacked(text: str) -> tuple[Cause, ...]:
    """What `packed` made; what is none of it is no cause."""
    try:
        rows = json.loads(text) if text else []
        return tuple(_cause(row) for row in rows)
    except (ValueError, TypeError, IndexError):
        return ()


def _cause(row: Sequence[object]) -> Cause:
    key, check, layer, bsm, field = (str(each) for each in row[:5])
    x, y = (NOWHERE if value is None else float(str(value)) for value in row[5:7])
    return Cause(key, check, layer, bsm, field, x, y)


def _text(row: Mapping[str, object], field: str) -> str:
    value = row.get(field)
    return "" if value is None else str(value).strip()


def _whole(row: Mapping[str, object], field: str, nothing: int) -> int:
    try:
        return int(float(_text(row, field) or nothing))
    except ValueError:
        return nothing


def _number(row: Mapping[str, object], field: str) -> float:
    value = row.get(field)
    return float(value) if isinstance(value, (int, float)) else NOWHERE


FINDING_NEEDED = ("KEY", "CHECK_ID", "SEVERITY", "TITLE", "FINDING", "STATE")
FINDING_WANTED = (*FINDING_NEEDED, "RULE", "VILLAGE", "LAYER", "BSM", "FEATURE_ID", "FIELD")


def finding_of_row(row: Mapping[str, object]) -> PlanFinding:
    """The finding of a row of a plan check's layer by field name, `x` and `y` its place."""
    return PlanFinding(
        key=_text(row, "KEY"),
        check=_text(row, "CHECK_ID"),
        rule=_text(row, "RULE"),
        severity=_text(row, "SEVERITY").lower(),
        title=_text(row, "TITLE"),
        text=_text(row, "FINDING"),
        village=_text(row, "VILLAGE"),
        layer=_text(row, "LAYER"),
        bsm=_text(row, "BSM"),
        feature=_text(row, "FEATURE_ID"),
        field=_text(row, "FIELD"),
        x=_number(row, "x"),
        y=_number(row, "y"),
        open=_text(row, "STATE").lower() != State.ACCEPTED.value,
    )


def at_least(findings: Iterable[PlanFinding], least: Severity) -> list[PlanFinding]:
    """Findings that are as severe as `least`, or worse."""
    order = [each.value for each in Severity]
    wanted = set(order[: order.index(least.value) + 1])
    return [finding for finding in findings if finding.severity in wanted]


def renumbered(opinions: Sequence[Opinion]) -> list[Opinion]:
    """In the order of rounds and numbers, numbered from 1."""
    ordered = sorted(opinions, key=lambda each: (each.round, each.number, each.id))
    return [replace(each, number=place) for place, each in enumerate(ordered, 1)]
