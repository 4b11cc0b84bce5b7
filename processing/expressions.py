"""Expression functions of the group Land Ledger: for field calculators, labels, styles, models and `qgis_process`.

QGIS asks for one feature after another, so whatever a call needs is kept: zones by system, class tables by name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsGeometry,
    QgsMapLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ..core.errors import InputError, LedgerError
from ..core.sentence import translate
from .base import said
from .requirements import missing
from .settings import own_folder, rules_in_force

if TYPE_CHECKING:
    from ..core.quota.available import AvailableQuota

GROUP = translate("ExpressionFunctions", "Land Ledger")


class LedgerFunction(QgsExpressionFunction):
    """One function. `answer` gets the arguments, None for those left out, and the context; what it raises is said."""

    def __init__(
        self,
        name: str,
        parameters: Sequence[tuple[str, bool]],
        answer: Callable[[Sequence[Any], QgsExpressionContext], Any],
        help_text: str,
    ) -> None:
        listed = [QgsExpressionFunction.Parameter(parameter, optional) for parameter, optional in parameters]
        super().__init__(name, listed, _said(GROUP), help_text)
        self._answer = answer

    def func(self, values: list[Any], context: QgsExpressionContext, parent: QgsExpression, node: Any) -> Any:
        """What QGIS calls for each feature."""
        given = [_plain(value) for value in values]
        given += [None] * (self.params() - len(given))
        try:
            return self._answer(given, context)
        except LedgerError as error:
            parent.setEvalErrorString(f"{self.name()}: {said(error.sentence)}")
        except MemoryError:
            text = translate("ExpressionFunctions", "not enough memory")
            parent.setEvalErrorString(f"{self.name()}: {_said(text)}")
        return None


def _said(text: str) -> str:
    return QCoreApplication.translate("ExpressionFunctions", text)


def _plain(value: Any) -> Any:
    """A Python value or None; QGIS hands NULL over as an invalid QVariant."""
    return None if isinstance(value, QVariant) else value


# ---------------------------------------------------------------------------------------------------------------- area


def survey_area(values: Sequence[Any], context: QgsExpressionContext) -> float | None:
    """m² by the procedure of the land survey, rounded half-up to 0.01; None for no shape."""
    import numpy as np

    from ..core.area import Area, AreaUnit
    from ..core.ellipsoid import ellipsoid_areas
    from ..core.rounding import units_half_up

    lacking = missing(("numpy", "shapely"))
    if lacking is not None:
        raise InputError(lacking.template, **lacking.places)
    geometry, asked = values
    if geometry is None:
        return None
    zone, label = _zone(asked, context)
    shape = _shape(geometry)
    if shape is None:
        return None
    try:
        areas = ellipsoid_areas(np.array([shape], dtype=object), zone)
    except InputError as error:
        raise InputError(translate("LandLedger", "Layer {layer}: {reason}"), layer=label, reason=error.sentence) from error
    unit = AreaUnit.HUNDREDTH_SQUARE_METRE
    return float(Area.from_units(int(units_half_up(areas, unit)[0]), unit).square_metres())


def _zone(asked: Any, context: QgsExpressionContext) -> tuple[Any, str]:
    """The zone to compute in and what to call its layer: the system given, else that of the layer."""
    label = str(context.variable("layer_name") or asked or "")
    system = asked if asked not in (None, "") else context.variable("layer_crs")
    if isinstance(system, QgsCoordinateReferenceSystem):
        return _zone_of_system(system, label), label
    if system in (None, ""):
        layer = context.variable("layer")
        if isinstance(layer, QgsMapLayer):
            return _zone_of_system(layer.crs(), label), label
        raise InputError(
            translate(
                "LandLedger",
                "No layer says in which system the shape is: give it as second argument, as in {example}.",
            ),
            example="survey_area($geometry, 'EPSG:4527')",
        )
    return _zone_named(str(system), label), label


@lru_cache(maxsize=64)
def _zone_named(system: str, label: str) -> Any:
    crs = QgsCoordinateReferenceSystem(system)
    if not crs.isValid():
        raise InputError(translate("LandLedger", "“{system}” is no coordinate reference system."), system=system)
    return _zone_of_system(crs, label or system)


def _zone_of_system(crs: QgsCoordinateReferenceSystem, label: str) -> Any:
    from .adapters.crs import gauss_zone

    return gauss_zone(crs, label or crs.authid())


def _shape(geometry: Any) -> Any:
    """A valid shapely polygon, None for an empty shape or one that encloses nothing."""
    import numpy as np
    import shapely

    from ..core.columns import Columns
    from ..core.survey.repair import repair
    from .adapters.feature_reading import straight_wkb

    wkb = straight_wkb(geometry) if isinstance(geometry, QgsGeometry) else None
    if isinstance(geometry, QgsGeometry) and geometry.isEmpty():
        return None
    shape = None if wkb is None else shapely.from_wkb(wkb)
    if shape is None or shapely.get_type_id(shape) not in (3, 6):
        raise InputError(translate("LandLedger", "Only polygons have an area."))
    if shapely.is_valid(shape):
        return shape
    one = np.empty(1, dtype=object)
    one[0] = shape
    return repair(Columns("", np.zeros(1, dtype=np.int64), one), drop=False).columns.geometry[0]


def to_mu(values: Sequence[Any], context: QgsExpressionContext) -> float | None:
    """亩 of m²: m² × 0.0015 exactly, rounded half-up if decimals are given."""
    from ..core.rounding import half_up

    amount, decimals = values
    if amount is None:
        return None
    square_metres = _number(amount)
    if decimals is not None and not (isinstance(decimals, int) and 0 <= decimals <= 12):
        raise InputError(translate("LandLedger", "Decimals are a whole number from 0 to 12, not {value}."), value=decimals)
    mu = square_metres * Decimal("0.0015")
    # What rounds to nothing is 0, not −0.
    return float(mu if decimals is None else half_up(mu, decimals)) + 0.0


def _number(value: Any) -> Decimal:
    try:
        number = Decimal(repr(value) if isinstance(value, float) else str(value).strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(value, bool) or not number.is_finite():
        raise InputError(translate("LandLedger", "{value} is not an area."), value=str(value))
    return number


# ------------------------------------------------------------------------------------------------------------- classes


def class_name(values: Sequence[Any], context: QgsExpressionContext) -> str | None:
    """The name of a class code, None where the table does not know it."""
    code, table = values
    return None if code is None else _classes(table).name(_code(code)) or None


def major_class(values: Sequence[Any], context: QgsExpressionContext) -> str | None:
    """农用地, 建设用地 or 未利用地; None where the table does not know the code, or where it has none."""
    code, table = values
    found = None if code is None else _classes(table).major(_code(code))
    return found.chinese if found else None


def _code(value: Any) -> str:
    """A code that a table keeps as a number: 101 and 101.0 are 0101, as a spreadsheet leaves it."""
    from .adapters.texts import text_of

    text = text_of(value) or ""
    return f"0{text}" if not isinstance(value, str) and len(text) % 2 else text


def _classes(table: Any) -> Any:
    own = tuple((str(path), path.stat().st_mtime_ns) for path in sorted(own_folder("rules").glob("*.csv")))
    return _class_table("" if table is None else str(table).strip(), own)


@lru_cache(maxsize=16)
def _class_table(name: str, own_rules: tuple[tuple[str, int], ...]) -> Any:
    """The class table with the rules of the county; `own_rules` are its files, so that a change of them is seen."""
    from ..core.survey.classes import apply_rules, load_code_table

    rules = rules_in_force()
    return apply_rules(load_code_table(name or rules.get("code_table").text()), rules)


# --------------------------------------------------------------------------------------------------------------- quota


def quota_balance(values: Sequence[Any], context: QgsExpressionContext | None) -> float | None:
    """Available quota in mu of a holder; None for none, and for a holder that the ledger does not have."""
    from .adapters.texts import text_of

    ledger, holder, source = ("" if value is None else text_of(value) or "" for value in values)
    amount = _available(ledger.strip(), context).mu(holder, source) if holder.strip() else None
    return None if amount is None else float(amount)


def _available(ledger: str, context: QgsExpressionContext | None) -> AvailableQuota:
    """Read once an evaluation, that is once for all features of a layer that is drawn; a refusal is kept as well, lest a
    server that is away be waited for at each feature."""
    key = f"land_ledger_quota:{ledger}"
    if context is not None and context.hasCachedValue(key):
        found = context.cachedValue(key)
    else:
        found = _read_available(ledger)
        if context is not None:
            context.setCachedValue(key, found)
    if isinstance(found, LedgerError):
        raise found.with_traceback(None)
    return found


def _read_available(ledger: str) -> AvailableQuota | LedgerError:
    from ..core.quota.available import AvailableQuota
    from .adapters.ledgers import ledger_named

    try:
        store = ledger_named(ledger)
        try:
            return AvailableQuota.of(store)
        finally:
            store.close()
    except LedgerError as error:
        return error


# --------------------------------------------------------------------------------------------------------- registration


def functions() -> list[LedgerFunction]:
    """All functions, their help in the user's language."""
    made = (
        (
            "survey_area",
            [("geometry", False), ("crs", True)],
            survey_area,
            translate(
                "ExpressionFunctions",
                "Ellipsoidal area in m² (0.01) by the procedure of the land survey, as the algorithm “Ellipsoidal area”. "
                "The zone is that of the layer; another one is given as second argument. It has to be a Gauss-Kruger "
                "zone of CGCS2000 and the shape has to be in it: nothing is transformed.",
            ),
            ("survey_area($geometry)", "survey_area($geometry, 'EPSG:4527')"),
        ),
        (
            "to_mu",
            [("square_metres", False), ("decimals", True)],
            to_mu,
            translate(
                "ExpressionFunctions",
                "Square metres in mu: 1 m² = 0.0015 mu exactly, rounded half-up if decimals are given.",
            ),
            ('to_mu("TBMJ")', 'to_mu("TBMJ", 2)'),
        ),
        (
            "class_name",
            [("code", False), ("table", True)],
            class_name,
            translate(
                "ExpressionFunctions",
                "Name of a land class by its code. The class table is that of the rules, or the one named: sandiao2019, "
                "ydyh2020, ydyh2023, or a CSV file. NULL for an unknown code.",
            ),
            ('class_name("DLBM")', "class_name('0601', 'ydyh2023')"),
        ),
        (
            "major_class",
            [("code", False), ("table", True)],
            major_class,
            translate(
                "ExpressionFunctions",
                "Major class of a land class code: 农用地, 建设用地 or 未利用地, by the rules of the county. The class "
                "table as in class_name. NULL for an unknown code and for one whose members differ.",
            ),
            ('major_class("DLBM")', "major_class('0601', 'ydyh2023')"),
        ),
        (
            "quota_balance",
            [("ledger", False), ("holder", False), ("source", True)],
            quota_balance,
            translate(
                "ExpressionFunctions",
                "Available quota of a holder in mu, of all quota years, as the ledger stands now. The ledger is a file or "
                "postgresql:connection/schema. Holder and source go by code or name, the holder by its region code too. "
                "Without a source all sources that count are added up. NULL for a holder that the ledger does not have. "
                "The ledger is read once for all features of a layer.",
            ),
            ("quota_balance('D:/台账.gpkg', \"XZQDM\")", "quota_balance('postgresql:bureau/quota', \"XZQMC\", 'ZC')"),
        ),
    )
    return [
        LedgerFunction(name, parameters, answer, _help(name, text, examples))
        for name, parameters, answer, text, examples in made
    ]


def _help(name: str, text: str, examples: Sequence[str]) -> str:
    shown = "".join(f"<li><code>{example}</code></li>" for example in examples)
    heading = _said(translate("ExpressionFunctions", "Examples"))
    return f"<h3>{name}</h3><p>{_said(text)}</p><h4>{heading}</h4><ul>{shown}</ul>"


def register() -> list[LedgerFunction]:
    """Register all functions; keep what is returned, QGIS holds no reference of its own."""
    return [function for function in functions() if QgsExpression.registerFunction(function)]


def unregister(registered: list[LedgerFunction]) -> None:
    """Take back what `register` gave."""
    for function in registered:
        QgsExpression.unregisterFunction(function.name())
    registered.clear()
    _zone_named.cache_clear()
    _class_table.cache_clear()
