"""Project areas from their register and their blocks, and every rule that one of them breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from ...area import ZERO, Area
from ...errors import InputError
from ...quota.shares import rounded
from ...sentence import Sentence, sentence, translate
from ..broken_rules import Finder, Problem, Severity
from .booked import Booked, booked_problems, with_booked
from .model import Amounts, Block, Linked, Project, Role
from .rules import LinkageRules


def link(
    projects: Sequence[Project],
    blocks: Sequence[Block],
    rules: LinkageRules,
    as_of: int | None = None,
    more: Iterable[Problem] = (),
    booked: Booked | None = None,
) -> Linked:
    """Fill the register from the blocks and judge each project area. Without a register the blocks make up the project
    areas. `as_of` is the year in which turnover quota may be overdue, None not to look; `more` are findings made elsewhere;
    `booked` is what the surplus ledger says, if there is one.

    InputError for a project area that stands twice.
    """
    finder = Finder(rules.severities)
    listed = _with_blocks(_distinct(projects) if projects else _of_blocks(blocks), blocks, rules, finder)
    if booked is not None:
        listed = with_booked(listed, booked)
        finder.found += booked_problems(listed, booked, rules)
    for project in listed:
        for key, text, area in [*_areas(project, rules), *_quality(project), *_turnover(project, rules, as_of)]:
            finder.say(key, project.code, text, area)
    return Linked(listed, blocks, [*finder.found, *(each for each in more if each.severity is not Severity.OFF)])


def _distinct(projects: Sequence[Project]) -> list[Project]:
    seen: set[str] = set()
    for project in projects:
        if project.code in seen:
            raise InputError(translate("LandLedger", "The project area {project} stands twice."), project=project.code)
        seen.add(project.code)
    return list(projects)


def _of_blocks(blocks: Sequence[Block]) -> list[Project]:
    names = {block.project: block.project_name for block in reversed(blocks)}
    return [Project(code, names[code]) for code in dict.fromkeys(block.project for block in blocks)]


# --------------------------------------------------------------------------------------------------------------- blocks


def _with_blocks(
    projects: Sequence[Project], blocks: Sequence[Block], rules: LinkageRules, finder: Finder
) -> list[Project]:
    place = {key: number for number, each in enumerate(projects) for key in (each.name, each.code)}
    own: list[list[Block]] = [[] for _ in projects]
    for block in blocks:
        number = place.get(block.project, place.get(block.project_name, -1))
        if number < 0:
            text = translate(
                "LandLedger", "The block {block} belongs to the project area {project}, which is not listed."
            )
            said = sentence(text, block=block.number, project=block.project)
            finder.say("linkage_unknown_project", block.project, said, block.area)
        else:
            own[number].append(block)
    return [_filled(project, members, rules, finder) if members else project for project, members in zip(projects, own)]


def _filled(project: Project, members: Sequence[Block], rules: LinkageRules, finder: Finder) -> Project:
    sums = amounts_of(members)
    _compare(project, sums, rules, finder)
    demolished = [block for block in members if block.role is Role.DEMOLITION]
    return replace(
        project,
        amounts=project.amounts.filled(sums),
        accept_no=project.accept_no or "、".join(dict.fromkeys(each.accept_no for each in members if each.accept_no)),
        gained=project.gained if project.gained is not None else _grade(demolished, "cultivated"),
        lost=project.lost
        if project.lost is not None
        else _grade([block for block in members if block.role is not Role.DEMOLITION], "taken"),
        demolitions=project.demolitions or len(demolished),
        buildings=project.buildings or len(members) - len(demolished),
    )


def amounts_of(blocks: Sequence[Block]) -> Amounts:
    """Amounts of a project area from its blocks; what no block says stays unsaid."""

    def total(roles: Sequence[Role], name: str = "area") -> Area | None:
        values = [getattr(block, name) for block in blocks if block.role in roles]
        known = [value for value in values if value is not None]
        return Area.total(known) if known else None

    building = (Role.NEW_BUILD, Role.RESETTLEMENT)
    return Amounts(
        approved=total([Role.DEMOLITION]),
        new_build=total([Role.NEW_BUILD]),
        resettled=total([Role.RESETTLEMENT]),
        accepted=total([Role.DEMOLITION], "accepted"),
        cultivated=total([Role.DEMOLITION], "cultivated"),
        taken=total(building, "taken"),
    )


def _grade(blocks: Sequence[Block], name: str) -> Fraction | None:
    """Σ(area · grade) / Σ area of the blocks that have cultivated land; None where one of them has no grade."""
    weight, total = Fraction(0), 0
    for block in blocks:
        area = getattr(block, name)
        if not area:
            continue
        if block.grade is None:
            return None
        weight += block.grade * area.micro_mu
        total += area.micro_mu
    return weight / total if total else None


def _compare(project: Project, sums: Amounts, rules: LinkageRules, finder: Finder) -> None:
    for name, title in _TITLES.items():
        said, found = getattr(project.amounts, name), getattr(sums, name)
        if said is not None and found is not None and abs(said - found) > rules.difference:
            text = translate("LandLedger", "{amount}: the register says {register} mu, the blocks {blocks} mu.")
            told = sentence(text, amount=title, register=said.mu(4), blocks=found.mu(4))
            finder.say("linkage_blocks_differ", project.code, told, abs(said - found))


_TITLES = {
    "approved": "批复拆旧复垦规模", "new_build": "建新规模", "resettled": "安置面积", "accepted": "验收复垦面积",
    "cultivated": "其中复垦为耕地", "taken": "建新占用耕地",
}  # fmt: skip

# ---------------------------------------------------------------------------------------------------------------- rules

Found = tuple[str, Sentence, "Area | None"]


def _areas(project: Project, rules: LinkageRules) -> list[Found]:
    building = project.amount("new_build") + project.amount("resettled")
    accepted = project.amount("accepted")
    standing = accepted + (project.outstanding if rules.turnover_counts else ZERO)
    found: list[Found] = []
    if building > standing:
        text = translate("LandLedger", "{building} mu are built on, {accepted} mu of reclamation are accepted.")
        said = sentence(text, building=building.mu(4), accepted=accepted.mu(4))
        found.append(("linkage_new_build_accepted", said, building - standing))
    approved = project.amounts.approved
    if approved is not None and building > approved:
        text = translate("LandLedger", "{building} mu are built on, {approved} mu of demolition are approved.")
        said = sentence(text, building=building.mu(4), approved=approved.mu(4))
        found.append(("linkage_new_build_approved", said, building - approved))
    if approved is not None and accepted > approved:
        text = translate(
            "LandLedger", "{accepted} mu of reclamation are accepted, {approved} mu of demolition are approved."
        )
        said = sentence(text, accepted=accepted.mu(4), approved=approved.mu(4))
        found.append(("linkage_accepted_approved", said, accepted - approved))
    used = project.amount("used")
    if used and used > project.surplus:
        text = translate("LandLedger", "{used} mu of surplus are used, there are {surplus} mu.")
        said = sentence(text, used=used.mu(4), surplus=project.surplus.mu(4))
        found.append(("linkage_surplus_used", said, used - project.surplus))
    if project.amount("taken") > project.amount("cultivated"):
        text = translate("LandLedger", "{taken} mu of cultivated land are taken, {cultivated} mu are reclaimed.")
        said = sentence(text, taken=project.amount("taken").mu(4), cultivated=project.amount("cultivated").mu(4))
        found.append(("linkage_cultivated", said, project.amount("taken") - project.amount("cultivated")))
    return found


def _quality(project: Project) -> list[Found]:
    """Whether what was reclaimed is no worse than what was taken, to the last fraction of the weighted grades."""
    if not project.amount("taken"):
        return []
    if project.gained is None or project.lost is None:
        gained = translate("LandLedger", "The grade of cultivated land from reclamation is not known for all of it.")
        lost = translate("LandLedger", "The grade of cultivated land that building takes is not known for all of it.")
        return [("linkage_quality_known", sentence(gained if project.gained is None else lost), None)]
    if project.gained > project.lost:
        text = translate("LandLedger", "Reclaimed land has the average grade {gained}, taken land {lost}.")
        said = sentence(text, gained=rounded(project.gained, 2), lost=rounded(project.lost, 2))
        return [("linkage_quality", said, None)]
    return []


def _turnover(project: Project, rules: LinkageRules, as_of: int | None) -> list[Found]:
    left = project.outstanding
    if left < ZERO:
        text = translate("LandLedger", "{returned} mu of turnover quota are returned, {issued} mu were issued.")
        said = sentence(text, returned=project.amount("returned").mu(4), issued=project.amount("issued").mu(4))
        return [("linkage_turnover_returned", said, -left)]
    if left and as_of is not None and project.year is not None and as_of > project.year + rules.turnover_years:
        text = translate("LandLedger", "{left} mu of turnover quota of {year} are not returned.")
        return [("linkage_turnover_overdue", sentence(text, left=left.mu(4), year=project.year), left)]
    return []
