"""Titles of the layers of an overlay, and which of their fields the user wants told apart (ATTRIBUTES)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..errors import InputError
from ..sentence import translate
from ..survey.spelling import assignments, near_names, normal, same_name


@dataclass(frozen=True)
class AttributeEntry:
    """One entry `layer=field` of ATTRIBUTES, and its text for messages."""

    layer: str
    field: str
    part: str


def parse_attributes(text: str | None) -> list[AttributeEntry]:
    """ATTRIBUTES as the user writes it: `规划地类图斑=GHDLMC;生态保护红线=HXMC`.

    Entries end with ; ， 、 , or a line break, full-width forms are equal, a name that holds such a sign stands in
    quotes. InputError naming the part that makes no sense.
    """
    entries = []
    for part, layer, field in assignments(text):
        if not layer:
            raise InputError(
                translate("LandLedger", "ATTRIBUTES: “{part}” is not of the form layer=field (as in GHDLTB=GHDLMC)."),
                part=part,
            )
        entries.append(AttributeEntry(layer, field, part))
    return entries


def titles_of(names: Sequence[str]) -> list[str]:
    """What the tables call each layer: its name, numbered where several have the same one."""
    titles: list[str] = []
    clean = [" ".join(name.replace(">", "＞").split()) or "？" for name in names]
    for name in clean:
        title, number = name, 0
        if clean.count(name) > 1:
            title, number = f"{name}（1）", 1
        while title in titles or (number and title in clean):
            number += 1
            title = f"{name}（{number}）"
        titles.append(title)
    return titles


def match_attributes(
    entries: Sequence[AttributeEntry], names: Sequence[str], fields: Sequence[Sequence[str]]
) -> dict[int, str]:
    """Index of a layer → the field whose values are told apart.

    `names` and `fields` of the layers in their order. An entry means every layer of that name which has the field, or
    the one of that title (`titles_of`). InputError naming layer, field and near misses.
    """
    titles = titles_of(names)
    found: dict[int, str] = {}
    for entry in entries:
        meant = _meant(entry, names, titles)
        matches = {index: same_name(fields[index], entry.field) for index in meant}
        if not any(matches.values()):
            raise _no_field(entry, titles[meant[0]], fields[meant[0]])
        for index, actual in matches.items():
            if actual is not None and found.setdefault(index, actual) != actual:
                raise InputError(
                    translate("LandLedger", "ATTRIBUTES: layer {layer} is given twice, with {first} and with {second}."),
                    layer=titles[index],
                    first=found[index],
                    second=actual,
                )
    return found


def _meant(entry: AttributeEntry, names: Sequence[str], titles: Sequence[str]) -> list[int]:
    """The layers that an entry names, by title or name; InputError if there is none."""
    for known in (titles, names):
        actual = same_name(known, entry.layer)
        if actual is not None:
            return [index for index, name in enumerate(known) if normal(name) == normal(actual)]
    near = near_names([normal(entry.layer)], list(dict.fromkeys(names)))
    if near:
        raise InputError(
            translate("LandLedger", "ATTRIBUTES: there is no layer {layer} among those given. Similar: {near}."),
            layer=entry.layer,
            near=", ".join(near),
        )
    raise InputError(
        translate("LandLedger", "ATTRIBUTES: there is no layer {layer} among those given: {known}."),
        layer=entry.layer,
        known=", ".join(titles[:12]),
    )


def _no_field(entry: AttributeEntry, title: str, fields: Sequence[str]) -> InputError:
    places: Mapping[str, str] = {"layer": title, "field": entry.field}
    near = near_names([normal(entry.field)], fields)
    if near:
        template = translate("LandLedger", "ATTRIBUTES: layer {layer} has no field {field}. Similar: {near}.")
        return InputError(template, **places, near=", ".join(near))
    template = translate("LandLedger", "ATTRIBUTES: layer {layer} has no field {field}. Its fields are {known}.")
    return InputError(template, **places, known=", ".join(fields[:12]))
