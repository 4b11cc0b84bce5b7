"""The workbook of a review: the list of opinions 审查意见表 (T32), what became of the former round, sums, new findings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..checking.finding import Severity
from ..occupation.inputs_sheet import RunFacts, environment, fact
from ..occupation.report import Report
from ..sentence import Sentence, sentence, translate
from ..workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Row,
    check,
    checks_table,
    compact,
    load_layout,
    with_subtotals,
    with_sums,
)
from ..workbook.table import Value
from .review import Opinion, PlanFinding, place_of
from .review_compare import Compared, Fate
from .review_words import STATES, categories, category_named, state_name

MOST_ROWS = 100_000


@dataclass(frozen=True)
class ReviewFacts:
    """What the workbook says beside the opinions: `name` before titles; the findings' layer and number; the list that was read;
    how far apart places may be (m)."""

    name: str = ""
    findings: str = ""
    finding_count: int = 0
    previous: str = ""
    problem_count: int = 0
    tolerance: str = ""
    run: RunFacts = field(default_factory=RunFacts)


def review_report(
    opinions: Sequence[Opinion],
    compared: Sequence[Compared],
    fresh: Sequence[PlanFinding],
    facts: ReviewFacts,
    folder: str | None = None,
) -> Report:
    """All sheets; `opinions` are numbered, those of the former round with the state they have now; `compared` says why."""
    places = {"name": facts.name}
    sums = _sums(opinions, folder, places)
    tables = [FilledTable(load_layout("T32", folder), [_row(each) for each in opinions], None, places), sums]
    if compared:
        numbers = {each.id: each.number for each in opinions}
        rows = [_compared(each, numbers) for each in compared]
        tables.append(FilledTable(load_layout("T32R", folder), rows, None, places))
        tables += _fresh(fresh, folder, places)
    tables.append(FilledTable(load_layout("T32K", folder), list(_index(opinions))))
    identities = [*check(sums), *_identities(opinions, compared, facts)]
    tables.append(checks_table(compact(identities), DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder)))
    tables.append(FilledTable(load_layout("INPUTS", folder), [*_inputs(opinions, compared, fresh, facts)]))
    return Report(tables, identities)


def _category(code: str) -> str:
    found = category_named(code)
    return found.name if found is not None else code


def _row(opinion: Opinion) -> Row:
    return Row(
        {
            "N": opinion.number, "K": _category(opinion.category), "L": opinion.place, "R": opinion.basis, "O": opinion.text,
            "W": opinion.who, "A": opinion.reply, "S": state_name(opinion.state),
        }
    )  # fmt: skip


def _compared(each: Compared, numbers: Mapping[str, int]) -> Row:
    opinion = each.opinion
    return Row(
        {
            "N": numbers.get(opinion.id, opinion.number), "ROUND": opinion.round, "VILLAGE": opinion.village,
            "K": _category(opinion.category), "L": opinion.place, "O": opinion.text, "A": opinion.reply,
            "CLAIM": state_name(opinion.claim) if opinion.claim else "", "S": state_name(opinion.state), "WHY": opinion.why,
            **{fate.name: each.counts.get(fate, 0) for fate in Fate},
        }
    )  # fmt: skip


def _sums(opinions: Sequence[Opinion], folder: str | None, places: Mapping[str, object]) -> FilledTable:
    """Category × state."""
    counts = Counter((each.category, each.state) for each in opinions)
    known = [each.code for each in categories()]
    others = sorted({each.category for each in opinions} - set(known))
    layout = load_layout("T32S", folder)
    rows = []
    for code in (*known, *others):
        values: dict[str, Value] = {"K": _category(code) or "—"}
        values.update({state.upper(): counts[code, state] for state in STATES})
        rows.append(Row(with_sums(layout, values)))
    return FilledTable(layout, with_subtotals(layout, rows), None, places)


def _fresh(fresh: Sequence[PlanFinding], folder: str | None, places: Mapping[str, object]) -> Iterator[FilledTable]:
    """The new findings, on as many sheets as MOST_ROWS asks for."""
    layout = load_layout("T32N", folder)
    labels = {each.value: sentence(each.label) for each in Severity}
    pages = max(1, -(-len(fresh) // MOST_ROWS))
    for page in range(pages):
        rows = [
            Row(
                {
                    "SEQ": number, "VILLAGE": each.village, "K": each.category.name,
                    "SEVERITY": labels.get(each.severity, each.severity), "TITLE": each.title, "RULE": each.rule,
                    "L": " ".join(part for part in (each.layer, place_of(each)) if part), "TEXT": each.text, "KEY": each.key,
                }
            )
            for number, each in enumerate(fresh[page * MOST_ROWS : (page + 1) * MOST_ROWS], page * MOST_ROWS + 1)
        ]  # fmt: skip
        yield FilledTable(layout, rows, None, places, (), layout.sheet if pages == 1 else f"{layout.sheet}{page + 1}")


def _index(opinions: Sequence[Opinion]) -> Iterator[Row]:
    """One row a finding; the first of an opinion says what it is. An opinion without findings has one row."""
    for opinion in opinions:
        head: dict[str, Value] = {
            "ROUND": opinion.round, "VILLAGE": opinion.village, "K": _category(opinion.category), "L": opinion.place,
            "R": opinion.basis, "O": opinion.text, "W": opinion.who,
        }  # fmt: skip
        name: dict[str, Value] = {"N": opinion.number, "ID": opinion.id}
        if not opinion.causes:
            yield Row({**name, **head, **_place(opinion.x, opinion.y)})
        for number, cause in enumerate(opinion.causes):
            yield Row(
                {
                    **name, **(head if number == 0 else {}), "KEY": cause.key, "CHECK": cause.check, "LAYER": cause.layer,
                    "BSM": cause.bsm, "FIELD": cause.field, **_place(cause.x, cause.y),
                }
            )  # fmt: skip


def _place(x: float, y: float) -> dict[str, Value]:
    return {"X": "", "Y": ""} if math.isnan(x) or math.isnan(y) else {"X": repr(x), "Y": repr(y)}


def _identities(opinions: Sequence[Opinion], compared: Sequence[Compared], facts: ReviewFacts) -> Iterator[Identity]:
    names = [each.id for each in opinions]
    yield Identity(
        sentence(translate("LandLedger", "Opinions = their names")),
        sentence(translate("LandLedger", "list of opinions")),
        len(names),
        len(set(names)),
    )
    for each in compared:
        yield Identity(
            sentence(translate("LandLedger", "Findings of an opinion = still there + changed + accepted + gone")),
            sentence(translate("LandLedger", "opinion {name}"), name=each.opinion.id),
            len(each.opinion.causes),
            sum(each.counts.values()),
        )


def _inputs(
    opinions: Sequence[Opinion], compared: Sequence[Compared], fresh: Sequence[PlanFinding], facts: ReviewFacts
) -> Iterator[Row]:
    count = translate("LandLedger", "{count} findings")
    if facts.findings:
        yield fact(translate("LandLedger", "Findings"), facts.findings, sentence(count, count=facts.finding_count))
    yield fact(translate("LandLedger", "Opinions"), len(opinions))
    if facts.previous:
        problems = sentence(translate("LandLedger", "{count} cells to look at"), count=facts.problem_count)
        yield fact(translate("LandLedger", "List of the former round"), facts.previous, problems)
    if compared:
        by_key = translate("LandLedger", "by the finding's key; else by parcel and field; else by check and place within {metres} m")
        yield fact(translate("LandLedger", "How rounds were compared"), sentence(by_key, metres=facts.tolerance))
        contradicted = sum(each.contradicted for each in compared)
        yield fact(translate("LandLedger", "Opinions called done whose findings are still there"), contradicted)
        yield fact(translate("LandLedger", "New findings"), len(fresh))
    yield from environment(facts.run)


def told_of(compared: Sequence[Compared]) -> Sentence:
    """How many opinions of the former round came to which state."""
    counts = Counter(each.opinion.state for each in compared)
    parts = "，".join(f"{state_name(state)} {counts[state]}" for state in STATES if counts[state])
    return sentence(translate("LandLedger", "{count} opinions of the former round: {parts}."), count=len(compared), parts=parts)
