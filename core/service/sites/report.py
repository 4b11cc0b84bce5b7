"""The workbook of a choice of sites: T20, vetoes, scores, ranks, sensitivity, rules in force, checks and a chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum
from fractions import Fraction

import numpy as np

from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...rounding import divide_half_up, half_up
from ...sentence import Say, Sentence, sentence, translate
from ...summary.model import Finding
from ...summary.report import finding_table
from ...summary.result_rows import ResultField
from ...workbook import DisplayUnit, FilledTable, Identity, Row, checks_table, load_layout
from ...workbook.charts import Chart, ChartKind, ChartPage, Series
from ...workbook.table import Value
from .model import Advice, Choice, ItemResult, Outcome, Ranked, Struck
from .rulebook import Criterion, Item, Veto
from .scoring import shares_of

SITE_FIELDS: tuple[ResultField, ...] = (
    ResultField("SITE_ID", "integer", translate("LandLedger", "Feature id"), 18),
    ResultField("SITE", "text", translate("LandLedger", "Candidate site"), 120),
    ResultField("AREA_M2", "number", translate("LandLedger", "Area (m²)"), 18, 2),
    ResultField("VETOED", "integer", translate("LandLedger", "Vetoed"), 1),
    ResultField("VETO", "text", translate("LandLedger", "Vetoes"), 254),
    ResultField("SAFETY", "number", translate("LandLedger", "Safety"), 6, 1),
    ResultField("ACCESS", "number", translate("LandLedger", "Access"), 6, 1),
    ResultField("FACILITIES", "number", translate("LandLedger", "Facilities"), 6, 1),
    ResultField("TOTAL", "number", translate("LandLedger", "Total score"), 8, 2),
    ResultField("RANK", "integer", translate("LandLedger", "Rank"), 6),
    ResultField("ADVICE", "text", translate("LandLedger", "Advice"), 10),
    ResultField("BEST", "integer", translate("LandLedger", "Among the best"), 1),
)

SCORE_KEYS = {Criterion.SAFETY: "S1", Criterion.ACCESS: "S2", Criterion.FACILITIES: "S3"}
YES, NO, UP, DOWN = "是", "否", "上浮", "下浮"
CRITERION_NAMES = {Criterion.SAFETY: "安全性", Criterion.ACCESS: "可达性", Criterion.FACILITIES: "配套设施"}
SHOWN, MANY = 20, "……共{count}处"
FIRST_PHASE, SECOND_PHASE = "一 否决", "二 评分"


class FindingKind(Enum):
    """Kinds of what whoever signs has to know."""

    UNCHECKED = translate("LandLedger", "veto not checked")
    LEFT_OUT = translate("LandLedger", "rule left out")
    NOT_SCORED = translate("LandLedger", "site not scored")
    TIE = translate("LandLedger", "equal totals")
    WITHIN = translate("LandLedger", "overlap within the tolerance")
    UNSTABLE = translate("LandLedger", "depends on a weight")


def hundredths(units: int | None) -> Decimal | None:
    """m² of a whole number of 0.01 m²."""
    return None if units is None else Decimal(units).scaleb(-2)


def tenth(score: int | None) -> Decimal | None:
    """A score of whole tenths."""
    return None if score is None else Decimal(score).scaleb(-1)


def printed(value: Fraction | None, decimals: int = 2) -> Decimal | None:
    """A fraction half-up."""
    return None if value is None else Decimal(divide_half_up(value.numerator * 10**decimals, value.denominator)).scaleb(-decimals)


def veto_text(choice: Choice, site: int) -> str:
    """`永久基本农田 120.50平方米；高压走廊 3.00平方米`, '' of a site that is not vetoed."""
    return "；".join(
        result.veto.name if result.overlap is None else f"{result.veto.name} {hundredths(result.overlap)}平方米"
        for result in choice.hits.get(site, ())
    )


def best_of(choice: Choice) -> list[Ranked]:
    """The sites that are recommended, the best first."""
    return [each for each in choice.in_order if each.advice is Advice.BEST]


# --------------------------------------------------------------------------------------------------------------- tables


def score_table(choice: Choice, name: str, folder: str | None) -> FilledTable:
    """T20 备选地块评估打分表, in the order of the layer."""
    rows = []
    for each in choice.ranked:
        area = choice.areas[each.site]
        # 0.01 m² are a millionth of a hectare.
        cells: dict[str, Value] = {
            "SEQ": each.site + 1, "SITE": choice.sites.names[each.site],
            "A": None if area is None else half_up(Decimal(area).scaleb(-6), 2),
            "VETO": veto_text(choice, each.site) or None, "S": printed(each.total), "RANK": each.rank,
            "ADV": None if each.advice is None else each.advice.value, **_scores(each),
        }
        rows.append(Row(cells))
    return FilledTable(load_layout("T20", folder), rows, None, {"name": name}, [_how(choice), *_unchecked_note(choice)])


def _scores(each: Ranked) -> dict[str, Value]:
    return {key: tenth(each.scores.get(criterion)) for criterion, key in SCORE_KEYS.items()}


def _how(choice: Choice) -> Sentence:
    shares = shares_of(choice.job.weights, [each.scores for each in choice.ranked if not each.vetoed])
    parts = "、".join(f"{CRITERION_NAMES[criterion]} {printed(share, 4)}" for criterion, share in shares.items()) or "—"
    text = translate(
        "LandLedger",
        "Total = sum of share × score; shares: {shares}. A site with any veto is not scored; one without a value for a rule has no "
        "total.",
    )
    return sentence(text, shares=parts)


def _unchecked_note(choice: Choice) -> Iterator[Sentence]:
    names = [veto.name for veto in choice.job.vetoes if not choice.given.layers.get(veto.key)]
    if names:
        text = translate("LandLedger", "Not checked, no layer was given: {names}.")
        yield sentence(text, names="、".join(names))


def veto_table(choice: Choice, name: str, folder: str | None) -> FilledTable:
    """否决项核查明细表: every veto on every site."""
    rows = []
    for result in sorted(choice.vetoes, key=lambda result: result.site):
        layers = choice.given.layers.get(result.veto.key, ())
        rows.append(Row({
            "SITE": choice.sites.names[result.site], "VETO": result.veto.name,
            "LAYERS": "、".join(layer.name for layer in layers) or None, "WIDTH": result.veto.width or None,
            "OVERLAP": hundredths(result.overlap), "TOLERANCE": result.tolerance, "STATE": sentence(result.struck.label),
        }))
    return FilledTable(load_layout("SITE_VETOES", folder), rows, None, {"name": name})


def item_table(choice: Choice, name: str, folder: str | None) -> FilledTable:
    """评估得分明细表: every rule on every site that is not vetoed."""
    out = {each.site for each in choice.ranked if each.vetoed}
    rows = [
        Row({
            "SITE": choice.sites.names[result.site], "CRITERION": CRITERION_NAMES[result.item.criterion],
            "ITEM": result.item.name, "WEIGHT": result.item.weight,
            "VALUE": None if result.value is None else str(result.value),
            "BAND": None if result.band is None else result.band.text, "SCORE": result.score,
            "STATE": sentence(result.outcome.label),
        })
        for result in sorted(choice.items, key=lambda result: (result.site, list(Criterion).index(result.item.criterion)))
        if result.site not in out
    ]
    return FilledTable(load_layout("SITE_ITEMS", folder), rows, None, {"name": name})


def rank_table(choice: Choice, name: str, folder: str | None) -> FilledTable:
    """排名说明表: the sites one by one, and why one of equal total stands before the other."""
    rows = [
        Row({
            "SEQ": place, "SITE": choice.sites.names[each.site], "RANK": each.rank, "S": printed(each.total),
            "ADV": None if each.advice is None else each.advice.value, "WHY": _why(choice, each), **_scores(each),
        })
        for place, each in enumerate(choice.in_order, 1)
    ]
    return FilledTable(load_layout("SITE_RANKS", folder), rows, None, {"name": name})


def _why(choice: Choice, each: Ranked) -> Sentence | None:
    if not each.tied:
        return None
    text = translate(
        "LandLedger", "Equal with {names}; the order among them: safety, access, facilities, then the larger site, then the layer's."
    )
    return sentence(text, names=_few([choice.sites.names[site] for site in each.tied], "、"))


def sensitivity_table(choice: Choice, name: str, folder: str | None) -> FilledTable:
    """权重敏感性分析表: each weight up and down."""
    names = choice.sites.names
    percent = f"{half_up(choice.job.change * 100, 2).normalize():f}%"
    rows = [
        Row({
            "CRITERION": CRITERION_NAMES[each.criterion], "ITEM": None if each.item is None else each.item.name,
            "CHANGE": (UP if each.up else DOWN) + percent, "BEFORE": printed(each.before, 4), "AFTER": printed(each.after, 4),
            "ORDER": _few([names[site] for site in each.order], "＞"),
            "CHANGES": _few([f"{names[site]} {before}→{after}" for site, before, after in each.changes], "；") or None,
            "SAME": YES if each.same_best else NO,
        })
        for each in choice.variations
    ]
    return FilledTable(load_layout("SITE_SENSITIVITY", folder), rows, None, {"name": name})


def _few(texts: Sequence[str], between: str) -> str:
    """The first texts in a row, and how many there are."""
    shown = between.join(texts[:SHOWN])
    return shown if len(texts) <= SHOWN else shown + MANY.format(count=len(texts))


def stability_table(choice: Choice, name: str, folder: str | None) -> FilledTable:
    """权重稳定区间表: from where to where the weight of a criterion may go."""
    rows = []
    for each in choice.stability:
        (order_low, order_high), (best_low, best_high) = _inward(each.order), _inward(each.best)
        rows.append(Row({
            "CRITERION": CRITERION_NAMES[each.criterion], "SHARE": printed(each.share, 4), "ORDER_LOW": order_low,
            "ORDER_HIGH": order_high, "BEST_LOW": best_low, "BEST_HIGH": best_high,
        }))
    note = sentence(translate(
        "LandLedger",
        "The weight of one criterion moves, the others keep their proportion; at an end two sites are level. Ends are rounded inwards.",
    ))
    return FilledTable(load_layout("SITE_STABILITY", folder), rows, None, {"name": name}, [note])


def _inward(room: tuple[Fraction, Fraction]) -> tuple[Decimal, Decimal]:
    """Ends with four decimals, the lower rounded up, the upper down."""
    low, high = (Decimal(end.numerator) / Decimal(end.denominator) for end in room)
    step = Decimal("0.0001")
    return low.quantize(step, ROUND_CEILING), high.quantize(step, ROUND_FLOOR)


def rule_table(choice: Choice, name: str, folder: str | None) -> FilledTable:
    """评估规则表: all vetoes and rules in force, how sure each is."""
    rows = [*(_veto_row(choice, veto) for veto in choice.job.vetoes), *_item_rows(choice)]
    return FilledTable(load_layout("SITE_RULES", folder), rows, None, {"name": name})


def _veto_row(choice: Choice, veto: Veto) -> Row:
    return Row({
        "PHASE": FIRST_PHASE, "CRITERION": None, "ITEM": veto.name,
        "MEASURE": sentence(translate("LandLedger", "overlapped area (m²)")), "LAYERS": "|".join(veto.words),
        "TOLERANCE": choice.job.tolerance if veto.tolerance is None else veto.tolerance, "SOURCE": veto.source,
        "STATUS": sentence(veto.status.label),
    })


def _item_rows(choice: Choice) -> Iterator[Row]:
    for item in choice.job.items:
        for band in item.bands:
            yield Row({
                "PHASE": SECOND_PHASE, "CRITERION": CRITERION_NAMES[item.criterion], "ITEM": item.name,
                "MEASURE": sentence(item.measure.label), "LAYERS": item.field or "|".join(item.words), "WEIGHT": item.weight,
                "BAND": band.text, "SCORE": band.score, "SOURCE": item.source, "STATUS": sentence(item.status.label),
            })


# ------------------------------------------------------------------------------------------------------- findings and checks


def findings_of(choice: Choice) -> Iterator[Finding]:
    """What was not checked or scored, who is level with whom, and which weights decide."""
    layer = choice.sites.layer
    for veto in choice.job.vetoes:
        if not choice.given.layers.get(veto.key):
            text = translate("LandLedger", "{name}: no layer was given, so no site was checked for it.")
            yield Finding(FindingKind.UNCHECKED, layer, sentence(text, name=veto.name))
    yield from _unscored(choice)
    for result in choice.vetoes:
        if result.struck is Struck.WITHIN:
            text = translate("LandLedger", "{name}: {area} m² of {veto}, not more than {tolerance} m²; no veto.")
            told = sentence(text, name=choice.sites.names[result.site], area=hundredths(result.overlap), veto=result.veto.name,
                            tolerance=result.tolerance)
            yield Finding(FindingKind.WITHIN, layer, told, str(choice.sites.ids[result.site]))
    for each in choice.in_order:
        why = _why(choice, each)
        if why is not None:
            text = translate("LandLedger", "{name}: {why}")
            told = sentence(text, name=choice.sites.names[each.site], why=why)
            yield Finding(FindingKind.TIE, layer, told, str(choice.sites.ids[each.site]))
    for variation in choice.variations:
        if not variation.same_best:
            of = CRITERION_NAMES[variation.criterion] if variation.item is None else variation.item.name
            text = translate("LandLedger", "With the weight of {weight} at {after} instead of {before} other sites are the best.")
            told = sentence(text, weight=of, after=printed(variation.after, 4), before=printed(variation.before, 4))
            yield Finding(FindingKind.UNSTABLE, layer, told)


def _unscored(choice: Choice) -> Iterator[Finding]:
    layer, out = choice.sites.layer, {each.site for each in choice.ranked if each.vetoed}
    told: set[str] = set()
    for result in choice.items:
        item = result.item
        if result.outcome is Outcome.NO_LAYER:
            if item.key not in told:
                text = translate(
                    "LandLedger", "{name}: no layer, raster or field was given; left out for all sites, the other weights grow."
                )
                yield Finding(FindingKind.LEFT_OUT, layer, sentence(text, name=item.name), "", item.field)
            told.add(item.key)
        elif result.outcome is not Outcome.SCORED and result.site not in out:
            yield _missing(choice, result, item)
    lacking = [criterion for criterion in Criterion if all(each.scores.get(criterion) is None for each in choice.ranked if not each.vetoed)]
    for criterion in lacking if len(out) < len(choice.ranked) else ():
        text = translate("LandLedger", "{criterion} could not be scored for any site; it does not count as 0.")
        yield Finding(FindingKind.NOT_SCORED, layer, sentence(text, criterion=sentence(criterion.label)))


def _missing(choice: Choice, result: ItemResult, item: Item) -> Finding:
    name, feature = choice.sites.names[result.site], str(choice.sites.ids[result.site])
    if result.outcome is Outcome.NO_VALUE:
        text = translate("LandLedger", "{name} has no value for {rule}: no score, no rank.")
        return Finding(FindingKind.NOT_SCORED, choice.sites.layer, sentence(text, name=name, rule=item.name), feature, item.field)
    text = translate("LandLedger", "{name}: no band of {rule} holds {value}: no score, no rank.")
    told = sentence(text, name=name, rule=item.name, value=result.value)
    return Finding(FindingKind.NOT_SCORED, choice.sites.layer, told, feature, item.field)


def identities(choice: Choice, table: FilledTable, columns: dict[str, np.ndarray]) -> list[Identity]:
    """What has to hold between the table, the details and the layer."""
    rows = list(table.rows)
    found = [Identity(sentence(translate("LandLedger", "vetoed + ranked + not scored = all sites")), "", sum(
        (each.vetoed, each.rank is not None, not each.vetoed and each.rank is None).count(True) for each in choice.ranked
    ), len(choice.sites))]
    total = sentence(translate("LandLedger", "total = Σ share × printed score"))
    area = sentence(translate("LandLedger", "overlap ≤ area of the site"))
    layer = sentence(translate("LandLedger", "total of the layer = total of the table"))
    shares = shares_of(choice.job.weights, [each.scores for each in choice.ranked if not each.vetoed])
    for row, each in zip(rows, choice.ranked):
        where = choice.sites.names[each.site]
        if each.total is not None:
            again = sum((share * Fraction(row.value(SCORE_KEYS[key])) for key, share in shares.items()), Fraction(0))  # type: ignore[arg-type]
            found.append(Identity(total, where, row.value("S"), printed(again)))  # type: ignore[arg-type]
            found.append(Identity(layer, where, half_up(Decimal(repr(columns["TOTAL"][each.site])), 2), row.value("S")))  # type: ignore[arg-type]
    for result in choice.vetoes:
        if result.overlap:
            where = f"{choice.sites.names[result.site]} {result.veto.name}"
            # Both are rounded alone.
            most = hundredths((choice.areas[result.site] or 0) + 1)
            found.append(Identity(area, where, hundredths(result.overlap), most, "≤"))
    return found


def site_report(
    choice: Choice, columns: dict[str, np.ndarray], facts: RunFacts, inputs: Iterable[Row], name: str = "", folder: str | None = None
) -> tuple[Report, ChartPage]:
    """All sheets of a run and the chart; `columns` are those of the result layer, `folder` holds the layouts a bureau changed."""
    scores = score_table(choice, name, folder)
    found = identities(choice, scores, columns)
    tables = [
        scores, rank_table(choice, name, folder), veto_table(choice, name, folder), item_table(choice, name, folder),
        sensitivity_table(choice, name, folder), stability_table(choice, name, folder), rule_table(choice, name, folder),
        checks_table(found, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder)),
        finding_table(list(findings_of(choice)), folder),
        FilledTable(load_layout("INPUTS", folder), [*inputs, *_based_on(choice), *environment(facts)]),
    ]
    return Report(tables, found), chart_page(scores, tables[1], name)


def _based_on(choice: Choice) -> Iterator[Row]:
    yield fact(
        translate("LandLedger", "Area method"), sentence(translate("LandLedger", "area in the plane of projection")),
        sentence(translate("LandLedger", "Overlaps are rounded once to 0.01 m²; ground of several features of a veto counts once.")),
    )
    yield fact(
        translate("LandLedger", "Scores"),
        sentence(translate(
            "LandLedger", "0 to 100; measured values to 0.01, criteria to 0.1, totals exact and printed to 0.01, all half-up"
        )),
        sentence(translate("LandLedger", "A weight is a share among what could be scored; a band holds its lower end, not its upper.")),
    )


def chart_page(scores: FilledTable, ranks: FilledTable, name: str) -> ChartPage:
    """Totals in order, and the three scores of each site."""
    colours = ("2F75B5", "70AD47", "FFC000")
    three = tuple(
        Series(SCORE_KEYS[criterion], CRITERION_NAMES[criterion], colour) for criterion, colour in zip(Criterion, colours)
    )
    return ChartPage("选址图表", f"{name}备选地块评估图表", (
        Chart(ChartKind.COLUMN, "综合得分（按名次）", ranks, "SITE", (Series("S", "综合得分", "2F75B5"),), "0"),
        Chart(ChartKind.COLUMN, "各项得分", scores, "SITE", three, "0"),
    ))


# ----------------------------------------------------------------------------------------------------------- result rows


def site_columns(choice: Choice, say: Say = str) -> dict[str, np.ndarray]:
    """Columns object (n,) of the result layer by SITE_FIELDS, in the order of the sites."""
    best = {each.site for each in best_of(choice)}
    rows: list[Sequence[object]] = []
    for each in choice.ranked:
        area, total = hundredths(choice.areas[each.site]), printed(each.total)
        scores = [tenth(each.scores.get(criterion)) for criterion in Criterion]
        rows.append((
            int(choice.sites.ids[each.site]), choice.sites.names[each.site], None if area is None else float(area), int(each.vetoed),
            veto_text(choice, each.site) or None, *(None if score is None else float(score) for score in scores),
            None if total is None else float(total), each.rank, None if each.advice is None else each.advice.value,
            int(each.site in best),
        ))
    columns = {}
    for place, declared in enumerate(SITE_FIELDS):
        columns[declared.name] = np.empty(len(rows), dtype=object)
        columns[declared.name][:] = [row[place] for row in rows]
    return columns
