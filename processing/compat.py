"""What differs between QGIS 3.22 and 4 and has no form that works in all."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from qgis.core import Qgis, QgsField, QgsProcessingAlgorithm, QgsProcessingContext
from qgis.PyQt.QtCore import QT_VERSION
from qgis.PyQt.QtGui import QFontDatabase

# QgsField takes QMetaType from 3.38 on; QVariant types warn there and are gone with Qt 6.
TAKES_META_TYPE = Qgis.QGIS_VERSION_INT >= 33800


class FieldKind(Enum):
    """What a column of an output layer holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


PLAIN_KINDS = (2, 4, 6, 10)
"""Int, LongLong, Double and String: the numbers of QVariant.Type (Qt 5) and QMetaType.Type (Qt 6) alike."""


def field(name: str, kind: FieldKind | str, length: int = 0, precision: int = 0, comment: str = "") -> QgsField:
    """A field of an output layer; `kind` is a FieldKind or its value. INTEGER has 64 bits, NUMBER is a double."""
    return QgsField(name, _type_of(FieldKind(kind)), "", length, precision, comment)


def installed_fonts() -> list[str]:
    """Families of this machine; the database of fonts is an object in Qt 5, and has no object any more in Qt 6."""
    database = QFontDatabase if QT_VERSION >= 0x060000 else QFontDatabase()
    return list(database.families())


def chinese_families() -> list[str]:
    """Families of this machine that write simplified Chinese. Main thread only."""
    database = QFontDatabase if QT_VERSION >= 0x060000 else QFontDatabase()
    return list(database.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def field_names(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], name: str, context: QgsProcessingContext
) -> list[str]:
    """The names chosen in a parameter of many fields; the method is called otherwise in later versions."""
    read = getattr(algorithm, "parameterAsStrings", None) or algorithm.parameterAsFields
    return list(read(parameters, name, context))


def number_of(flags: object) -> int:
    """Flags of Qt as the number that item models carry; those of Qt 6 are Python enums, which `int` refuses."""
    return int(getattr(flags, "value", flags))  # type: ignore[call-overload, no-any-return]


def _type_of(kind: FieldKind) -> object:
    if TAKES_META_TYPE:
        from qgis.PyQt.QtCore import QMetaType

        meta = QMetaType.Type
        return {
            FieldKind.TEXT: meta.QString,
            FieldKind.INTEGER: meta.LongLong,
            FieldKind.NUMBER: meta.Double,
            FieldKind.DATE: meta.QDate,
            FieldKind.BOOLEAN: meta.Bool,
        }[kind]
    from qgis.PyQt.QtCore import QVariant

    return {
        FieldKind.TEXT: QVariant.String,
        FieldKind.INTEGER: QVariant.LongLong,
        FieldKind.NUMBER: QVariant.Double,
        FieldKind.DATE: QVariant.Date,
        FieldKind.BOOLEAN: QVariant.Bool,
    }[kind]
