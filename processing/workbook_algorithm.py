"""What algorithms with tables share: choices by name, the workbook parameter, numbers, telling checks that fail."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..core.area import Area
from ..core.errors import InputError, OutputError
from ..core.sentence import sentence, translate
from .base import LedgerAlgorithm, said
from .dates import with_days
from .settings import font_families

if TYPE_CHECKING:
    from ..core.workbook import Identity


TOLD = 50
"""So many findings are told in the log; the workbook has all."""


class WorkbookAlgorithm(LedgerAlgorithm):
    """Base of algorithms that write a workbook. A subclass sets CHOICES: parameter → names of its options, in order."""

    WORKBOOK = "WORKBOOK"
    TITLE = "TITLE"
    AREA_UNIT = "AREA_UNIT"
    LEDGER = "LEDGER"

    CHOICES: Mapping[str, Sequence[str]] = {}

    def add_advanced(self, definition: QgsProcessingParameterDefinition) -> None:
        """Add a parameter that is folded away at first."""
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(definition)

    def add_text(self, name: str, label: str, default: str | None = None, lines: bool = False) -> None:
        """A text that may be left out, folded away; `lines`: of several lines."""
        self.add_advanced(
            QgsProcessingParameterString(name, label, defaultValue=default, multiLine=lines, optional=True)
        )

    def add_title(self) -> None:
        """What stands before the titles of the tables, folded away."""
        self.add_text(self.TITLE, self.tr("Name before the title of the tables"))

    def text(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """A text without blanks around it, '' for none."""
        return str(self.parameterAsString(parameters, name, context)).strip()

    def add_area_unit(self, label: str) -> None:
        """The unit that areas are given in; its options, in order, are those of CHOICES."""
        words = {"mu": self.tr("mu"), "ha": self.tr("ha"), "m2": self.tr("m²")}
        units = [words[unit] for unit in self.CHOICES[self.AREA_UNIT]]
        self.addParameter(QgsProcessingParameterEnum(self.AREA_UNIT, label, units, defaultValue=0))

    def add_ledger_choice(self, label: str) -> None:
        """A ledger that may be left out."""
        kind = self.tr("Ledger (*.gpkg);;All files (*)")
        self.addParameter(QgsProcessingParameterFile(self.LEDGER, label, fileFilter=kind, optional=True))

    def take_ledger(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """To be called by `prepare`: `self._place` is where the ledger is, None where none was chosen. On the main thread, as
        QGIS may ask for the master password of a database."""
        from .adapters.ledgers import ledger_place

        name = self.parameterAsFile(parameters, self.LEDGER, context)
        self._place = ledger_place(name) if name else None

    def add_workbook(self, by_default: bool = True) -> None:
        """The workbook to write; `by_default`: in a temporary file, where no place is said."""
        kind = self.tr("Excel workbook (*.xlsx)")
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.WORKBOOK, self.tr("Workbook"), kind, optional=True, createByDefault=by_default
            )
        )

    def take_workbook(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """To be called by `prepare`: `self._book` is where the workbook goes ('' for none), which must have its place and be no
        file that the run reads, and `self._families` the fonts there are."""
        from ..core.workbook import require_writable
        from .adapters.sink_targets import require_not_read

        self._families = font_families()
        self._book = self.parameterAsFileOutput(parameters, self.WORKBOOK, context)
        if self._book:
            require_writable(self._book)
            require_not_read(self._book, self._files_read(parameters, context))

    def take_pdf(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Where the PDF of a parameter goes, '' for nowhere; it must be no file that the run reads, nor the workbook."""
        from .adapters.sink_targets import require_not_read

        path = str(self.parameterAsFileOutput(parameters, name, context))
        if path:
            require_not_read(path, self._files_read(parameters, context))
        book = getattr(self, "_book", "")
        if path and book and os.path.abspath(path) == os.path.abspath(book):
            template = translate("LandLedger", "File {file} is the workbook of this run and can't be its PDF; choose another name.")
            raise OutputError(template, file=path)
        return path

    def _files_read(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Iterator[str]:
        """The files of all inputs; of a layer the file it is in."""
        for definition in self.parameterDefinitions():
            name = definition.name()
            if parameters.get(name) in (None, ""):
                continue
            if isinstance(definition, QgsProcessingParameterFile):
                yield self.parameterAsFile(parameters, name, context)
            elif isinstance(definition, QgsProcessingParameterMultipleLayers):
                yield from (layer.source().partition("|")[0] for layer in self.parameterAsLayerList(parameters, name, context) or ())
            elif isinstance(definition, (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer)):
                layer = self.parameterAsVectorLayer(parameters, name, context)
                yield "" if layer is None else layer.source().partition("|")[0]

    def add_numbers(self, *numbers: tuple[str, str]) -> None:
        """Numeric outputs: name and what people read."""
        for name, label in numbers:
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        try:
            given = with_days(self, self.with_indices(parameters))
        except InputError as error:
            return False, said(error.sentence)
        return super().checkParameterValues(given, context)

    def with_indices(self, parameters: dict[str, Any]) -> dict[str, Any]:
        """The parameters with choices given by name (`approval`), or as the toolbox shows them, as the index that Processing
        expects."""
        turned = dict(parameters)
        for name, names in self.CHOICES.items():
            shown = str(turned.get(name, "")).strip()
            value = shown.lower().replace(" ", "_")
            # Where an option's name is a number, a number that can be an index is one.
            if value.isdecimal() and int(value) < len(names):
                continue
            labels = self.parameterDefinition(name).options()
            if value in names:
                turned[name] = names.index(value)
            elif labels.count(shown) == 1:
                turned[name] = labels.index(shown)
        return turned

    def choice(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str | None:
        """The name of the option chosen, None where nothing was and the parameter has no default."""
        if parameters.get(name) in (None, "") and self.parameterDefinition(name).defaultValue() is None:
            return None
        return self.CHOICES[name][self.parameterAsEnum(self.with_indices(parameters), name, context)]

    def tell_findings(self, findings: Sequence[Any], feedback: QgsProcessingFeedback) -> None:
        """The first findings with layer and feature, and how many more there are, into the log."""
        for finding in findings[:TOLD]:
            place = f"{finding.layer} {finding.feature}".strip()
            feedback.pushWarning(f"{place}: {said(finding.text)}")
        if len(findings) > TOLD:
            feedback.pushWarning(self.tr("… and {count} more.").format(count=len(findings) - TOLD))

    def tell_failed(self, identities: Sequence[Identity], feedback: QgsProcessingFeedback) -> None:
        """Every check that does not hold, into the log."""
        for identity in identities:
            if not identity.ok:
                where = said(identity.where) if not isinstance(identity.where, str) else identity.where
                text = self.tr("Does not hold: {name}, {where}: {left} against {right}")
                if not where:
                    text = self.tr("Does not hold: {name}: {left} against {right}")
                left, right = _amount(identity.left), _amount(identity.right)
                feedback.reportError(text.format(name=said(identity.name), where=where, left=left, right=right))


def _amount(value: object) -> str:
    """A side of a check as the log tells it."""
    if isinstance(value, Area):
        return said(sentence(translate("LandLedger", "{area} m²"), area=value.square_metres()))
    return "—" if value is None else str(value)
