"""How a ledger's tables look in QGIS: column names people read, codes with their names, forms nobody can edit.

The words are facts (`ledger_words.csv`, `quota_words.csv`, `reserve_words.csv` in `resources/codes`); the ledger keeps them
in its table `word`, which the views use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ..balance.reserve import vocabulary as reserve
from ..quota.vocabulary import Event, State
from ..resources import read_facts, resource
from .geopackage_schema import SHOWN
from .sqlite_apart import AnyConnection

CHINESE, ENGLISH = "zh", "en"

STYLE_NAMES: Mapping[str, str] = {CHINESE: "中文", ENGLISH: "English"}

_CODED: Mapping[tuple[str, str], str] = {
    ("voucher", "event"): "event", ("voucher", "nature"): "event", ("account", "state"): "state",
    ("posting", "dimension"): "dimension",
}  # fmt: skip
"""(table, column) → the words that name its codes."""


@dataclass(frozen=True)
class Word:
    """What a code is called: `kind` table, column, state, event or dimension; an amount of a dimension is divided by
    `divisor` to be in the unit of its name."""

    kind: str
    code: str
    names: Mapping[str, str]
    divisor: int | None


def load_words() -> list[Word]:
    """The words that ship: those of the file, and the states and events of quota and reserve books."""
    rows = read_facts(resource("codes", "ledger_words.csv"), ("kind", "code", "name_zh", "name_en", "divisor"))
    words = [
        Word(
            row.needed("kind"),
            row.needed("code"),
            {CHINESE: row.needed("name_zh"), ENGLISH: row.needed("name_en")},
            int(row.text("divisor")) if row.text("divisor") else None,
        )
        for row in rows
    ]
    english = {each.value: each.label for each in (*reserve.State, *reserve.Event, *State, *Event)}
    for file in ("quota_words.csv", "reserve_words.csv"):
        for row in read_facts(resource("codes", file), ("kind", "code", "name")):
            code, name = row.needed("code"), row.needed("name")
            words.append(Word(row.needed("kind"), code, {CHINESE: name, ENGLISH: english.get(code, code)}, None))
    return words


def add_words(connection: AnyConnection) -> None:
    """The words that a ledger made before them lacks, in its own language."""
    words = load_words()
    known = {(kind, code): name for kind, code, name in connection.execute("SELECT kind, code, name FROM word").fetchall()}
    asked = next(word for word in words if (word.kind, word.code) == ("table", "book"))
    language = ENGLISH if known.get(("table", "book")) == asked.names[ENGLISH] else CHINESE
    connection.executemany(
        "INSERT INTO word (kind, code, name, divisor) VALUES (?, ?, ?, ?)",
        [
            (word.kind, word.code, word.names[language], word.divisor)
            for word in words
            if (word.kind, word.code) not in known
        ],
    )


def add_looks(connection: AnyConnection, language: str = CHINESE) -> None:
    """Fill `word`, register the tables in gpkg_contents, and add a style per table and language; that of `language` is
    the one QGIS takes."""
    words = load_words()
    named = {(word.kind, word.code): word.names for word in words}
    connection.executemany(
        "INSERT INTO word (kind, code, name, divisor) VALUES (?, ?, ?, ?)",
        [(word.kind, word.code, word.names[language], word.divisor) for word in words],
    )
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('layer_styles', 'attributes', 'layer_styles')"
    )
    for table in SHOWN:
        connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
            (table, named["table", table][language]),
        )
        columns = [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        for tongue, style in STYLE_NAMES.items():
            connection.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
                "styleQML, styleSLD, useAsDefault, description, owner, ui) VALUES ('','',?,'',?,?,'',?,'','','')",
                (table, style, _style(table, columns, words, tongue), int(tongue == language)),
            )


def _style(table: str, columns: Sequence[str], words: Sequence[Word], language: str) -> str:
    """The QML of a table: read only, a name for each column, a value map for each column of codes."""
    aliases = {word.code: word.names[language] for word in words if word.kind == "column"}
    lines = ["<!DOCTYPE qgis>", '<qgis version="3.22.0" readOnly="1" styleCategories="LayerConfiguration|Fields|Forms">']
    lines.append(" <flags><Identifiable>1</Identifiable><Removable>1</Removable><Searchable>1</Searchable></flags>")
    lines.append(" <fieldConfiguration>")
    for column in columns:
        kind = _CODED.get((table, column))
        codes = [(word.names[language], word.code) for word in words if word.kind == kind]
        lines.append(f"  <field name={quoteattr(column)} configurationFlags=\"None\">{_widget(codes)}</field>")
    lines.append(" </fieldConfiguration>")
    lines.append(" <aliases>")
    for place, column in enumerate(columns):
        alias = quoteattr(aliases.get(column, column))
        lines.append(f"  <alias index=\"{place}\" field={quoteattr(column)} name={alias}/>")
    lines.append(" </aliases>")
    lines.append(" <editable>")
    lines += [f"  <field name={quoteattr(column)} editable=\"0\"/>" for column in columns]
    lines += [" </editable>", "</qgis>"]
    return "\n".join(lines)


def quoteattr(text: str) -> str:
    """A text as an attribute of XML."""
    return f'"{escape(text)}"'


def _widget(codes: Sequence[tuple[str, str]]) -> str:
    if not codes:
        return '<editWidget type="TextEdit"><config><Option/></config></editWidget>'
    options = "".join(
        f'<Option type="Map"><Option type="QString" name={quoteattr(name)} value={quoteattr(code)}/></Option>'
        for name, code in codes
    )
    return (
        '<editWidget type="ValueMap"><config><Option type="Map"><Option type="List" name="map">'
        f"{options}</Option></Option></config></editWidget>"
    )
