"""Both surveys in one class table: another one is refused, or converted by a crosswalk that somebody chose."""

from __future__ import annotations

from dataclasses import replace

from ...columns import Columns
from ...crosswalk.convert import Status, convert
from ...crosswalk.crosswalk import Crosswalk
from ...crosswalk.decisions import Decisions
from ...errors import InputError
from ...rules import Rules
from ...sentence import Sentence, sentence, translate
from ...survey.classes import CodeTable
from ...survey.versions import distinct_pairs, foreign_codes, listed, require_version, version_name


def require_same_table(survey: Columns, table: CodeTable, rules: Rules) -> tuple[Sentence, ...]:
    """What is to be told of the class codes of a survey; InputError when they are those of another table, or of two."""
    pairs = distinct_pairs(survey.attributes["DLBM"], survey.attributes.get("DLMC"))
    foreign = foreign_codes(pairs, table.classes, table.version)
    if foreign is not None and not foreign.mine:
        raise InputError(
            translate(
                "LandLedger",
                "Layer {layer} is coded in {other} ({codes}), the comparison is made in {version}: choose the crosswalk for "
                "the earlier survey, or convert the codes first.",
            ),
            layer=survey.name,
            other=version_name(foreign.other),
            codes=listed(foreign.theirs),
            version=version_name(table.version),
        )
    refused = rules.get("mixed_codes").text() == "refuse"
    return require_version(pairs, table.classes, table.version, survey.name, refused)


def converted(
    survey: Columns, crosswalk: Crosswalk, decisions: Decisions, use_defaults: bool, rules: Rules
) -> tuple[Columns, tuple[Sentence, ...]]:
    """The survey in the class table of the crosswalk's target, and how many parcels got their code in which way.

    InputError where a code has several successors and nobody decided.
    """
    attributes = survey.attributes
    asked = {"CODE": attributes["DLBM"]}
    for key, name in (("NAME", "DLMC"), ("BSM", "BSM"), ("CZCSXM", "CZCSXM"), ("AREA", "TBMJ")):
        if name in attributes:
            asked[key] = attributes[name]
    found = convert(replace(survey, attributes=asked), crosswalk, decisions, use_defaults, rules)
    waiting = [group for group in found.groups if group.status in (Status.REVIEW, Status.NO_RULE)]
    if waiting:
        raise InputError(
            translate(
                "LandLedger",
                "Layer {layer}: {count} parcels with the codes {codes} have no certain successor in {version}. Decide them "
                "(“Convert class codes” lists them), or allow the defaults of the crosswalk.",
            ),
            layer=survey.name,
            count=sum(group.count for group in waiting),
            codes=listed([group.code for group in waiting]),
            version=version_name(crosswalk.target.version),
        )
    template = translate("LandLedger", "Layer {layer}: {count} parcels converted, {how}.")
    told = [
        sentence(template, layer=survey.name, count=int(found.rows(status).sum()), how=sentence(status.label))
        for status in Status
        if found.rows(status).any()
    ]
    changed = {**attributes, "DLBM": found.new_code, "DLMC": found.new_name}
    return replace(survey, attributes=changed), (*found.told, *told)
