"""Which class table the layers of a plan are coded in: codes that one version alone has, and class names beside codes, decide.

Nothing is guessed: where the codes speak for two versions, or mean different things in both without saying which, people are
asked. Where every code means the same in all versions it makes no difference, and the newest is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..errors import InputError
from ..sentence import Sentence, sentence, translate
from ..survey.classes import CodeTable, load_code_table
from ..survey.versions import listed, version_name, version_of


@dataclass(frozen=True)
class Judgement:
    """`version` '' where people must say; `votes` (version, codes that speak for it); `notice` what to tell, if anything."""

    version: str
    votes: tuple[tuple[str, tuple[str, ...]], ...]
    notice: Sentence | None = None


def judge_version(pairs: Iterable[tuple[str, str]], versions: Sequence[str], asked: str = "") -> Judgement:
    """The class table of all (code, class name or '') of a plan among `versions` (oldest first).

    `asked` is what the user says: it is taken, and told where codes speak against it.
    """
    listed_pairs = sorted(set(pairs))
    tables = {version: load_code_table(version) for version in versions}
    votes = {version: _votes(listed_pairs, tables, version) for version in versions}
    speaking = tuple((version, tuple(codes)) for version, codes in votes.items() if codes)
    if asked:
        return Judgement(asked, speaking, _against(asked, speaking))
    if len(speaking) == 1:
        return Judgement(speaking[0][0], speaking)
    if speaking:
        return Judgement("", speaking, _mixed(speaking))
    unlike = sorted(code for code, _ in listed_pairs if _differs(code, list(tables.values())))
    if not unlike:
        return Judgement(versions[-1], ())
    template = translate(
        "LandLedger", "The codes {codes} mean other classes in other versions, and nothing says which is meant; choose the class table."
    )
    return Judgement("", (), sentence(template, codes=listed(unlike)))


def require_judged(judgement: Judgement) -> str:
    """The version; InputError with what people must decide."""
    if not judgement.version and judgement.notice is not None:
        raise InputError(judgement.notice.template, **judgement.notice.places)
    return judgement.version


def _votes(pairs: Sequence[tuple[str, str]], tables: dict[str, CodeTable], version: str) -> list[str]:
    """Codes that speak for `version` against all others of `tables`: it alone knows them, or it alone calls them so."""
    others = [table for key, table in tables.items() if key != version]
    table, found = tables[version], []
    for code, name in pairs:
        if not code:
            continue
        alone = table.known(code) and not any(other.known(code) for other in others)
        named = bool(name) and table.known(code) and table.name(code) == name
        named = named and all(other.name(code) != name for other in others if other.known(code))
        marked = any(version_of(code, "", other) == version for other in others)
        if alone or named or marked:
            found.append(code)
    return list(dict.fromkeys(found))


def _differs(code: str, tables: Sequence[CodeTable]) -> bool:
    names = {table.name(code) for table in tables if table.known(code)}
    return len(names) > 1


def _mixed(speaking: Sequence[tuple[str, tuple[str, ...]]]) -> Sentence:
    (first, mine), (second, theirs) = speaking[:2]
    template = translate(
        "LandLedger", "{mine} belong to {first}, {theirs} to {second}: the plan mixes class tables; correct the codes, or choose one."
    )
    return sentence(
        template, mine=listed(mine), first=version_name(first), theirs=listed(theirs), second=version_name(second)
    )


def _against(asked: str, speaking: Sequence[tuple[str, tuple[str, ...]]]) -> Sentence | None:
    for version, codes in speaking:
        if version != asked:
            template = translate("LandLedger", "{codes} belong to {other}, not to {version}, which was chosen.")
            return sentence(template, codes=listed(codes), other=version_name(version), version=version_name(asked))
    return None
