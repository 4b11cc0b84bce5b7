"""Writes resources/models/*.model3 through the QGIS API, so that they are what the model designer itself would save.

Run with the Python that has QGIS: QT_QPA_PLATFORM=offscreen .venv/bin/python scripts/make_models.py
Texts are English here; `processing/models.py` lists them for translation and says them in the user's language.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_HASH_SEED"] = "0"  # else every run writes the XML in another order

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QPointF

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "resources" / "models"
POLYGON = [QgsProcessing.SourceType.TypeVectorPolygon]

Source = QgsProcessingModelChildParameterSource


class Model:
    """A model being put together: inputs in the left column, steps in the middle."""

    def __init__(self, name: str, help_text: str) -> None:
        self.algorithm = QgsProcessingModelAlgorithm(name, "Land Ledger")
        self.algorithm.setHelpContent({"ALG_DESC": help_text})
        self.steps: list[QgsProcessingModelChildAlgorithm] = []

    def ask(self, definition: QgsProcessingParameterDefinition) -> None:
        component = QgsProcessingModelParameter(definition.name())
        component.setDescription(definition.description())
        component.setPosition(QPointF(150, 80 + 90 * len(self.algorithm.parameterComponents())))
        self.algorithm.addModelParameter(definition, component)

    def step(self, child: str, algorithm: str, description: str, **values: Source) -> None:
        step = QgsProcessingModelChildAlgorithm(algorithm)
        step.setChildId(child)
        step.setDescription(description)
        for name, source in values.items():
            step.addParameterSources(name, [source])
        step.setPosition(QPointF(500, 120 + 220 * len(self.steps)))
        self.steps.append(step)

    def output(self, child: str, name: str, key: str, description: str, mandatory: bool = False) -> None:
        """`key` is a part of the parameter's name (`child:key`) and stays for good."""
        step = next(step for step in self.steps if step.childId() == child)
        output = QgsProcessingModelOutput(key, description)
        output.setChildId(child)
        output.setChildOutputName(name)
        output.setMandatory(mandatory)
        output.setPosition(QPointF(850, step.position().y() + 70 * len(step.modelOutputs())))
        step.setModelOutputs({**step.modelOutputs(), key: output})

    def save(self) -> Path:
        for step in self.steps:
            self.algorithm.addChildAlgorithm(step)
        path = MODELS / f"{self.algorithm.name()}.model3"
        if not self.algorithm.toFile(str(path)):
            raise OSError(path)
        return path


def coordinates_to_occupation() -> Model:
    model = Model(
        "coordinatestooccupation",
        "From the coordinate file of an approval straight to its tables: reads the plots, cuts them by the land survey and "
        "the control layers, and writes the workbook for approval. The plots need their numbers (地块编号).",
    )
    model.ask(QgsProcessingParameterFile("FILE", "Coordinate file (TXT, CSV, XLSX, DXF)"))
    model.ask(QgsProcessingParameterCrs("ZONE", "Coordinate system of files without zone", optional=True))
    layers = (
        ("SURVEY", "Land survey (DLTB)", False),
        ("PRIME_FARMLAND", "Permanent basic farmland layer", True),
        ("ECO_REDLINE", "Ecological redline layer", True),
        ("URBAN_BOUNDARY", "Urban growth boundary layer", True),
        ("OWNERSHIP", "Collective ownership layer", True),
    )
    for name, description, optional in layers:
        model.ask(QgsProcessingParameterFeatureSource(name, description, POLYGON, optional=optional))
    model.step(
        "plots", "landledger:importcoordinates", "Coordinate file to plots",
        INPUT=Source.fromModelParameter("FILE"), ZONE=Source.fromModelParameter("ZONE"),
    )
    model.output("plots", "OUTPUT", "PLOTS", "Plots")
    model.step(
        "occupation", "landledger:occupation", "Plots over the land survey",
        FOOTPRINTS=Source.fromChildOutput("plots", "OUTPUT"),
        FOOTPRINT_ID=Source.fromStaticValue("DKBH"),
        FOOTPRINT_NAME=Source.fromStaticValue("DKMC"),
        PLANNED_USE=Source.fromStaticValue("DKYT"),
        PRESET=Source.fromStaticValue(0),
        **{name: Source.fromModelParameter(name) for name, *_ in layers},
    )
    model.output("occupation", "PIECES", "PIECES", "Occupied pieces", mandatory=True)
    model.output("occupation", "WORKBOOK", "WORKBOOK", "Workbook", mandatory=True)
    return model


def survey_area_differences() -> Model:
    model = Model(
        "surveyareadifferences",
        "Measures every parcel of the land survey by the survey's ellipsoidal procedure and takes out those whose area "
        "differs from the registered one by more than 0.01 m².",
    )
    model.ask(QgsProcessingParameterFeatureSource("SURVEY", "Land survey (DLTB)", POLYGON))
    model.ask(
        QgsProcessingParameterField(
            "COMPARE_FIELD", "Field to compare with (empty: TBMJ, if there is one)", None, "SURVEY", optional=True
        )
    )
    model.step(
        "areas", "landledger:ellipsoidarea", "Ellipsoidal areas",
        INPUT=Source.fromModelParameter("SURVEY"), COMPARE_FIELD=Source.fromModelParameter("COMPARE_FIELD"),
        FIELD=Source.fromStaticValue("ELL_AREA"),
    )
    model.step(
        "different", "native:extractbyexpression", "Parcels that differ",
        INPUT=Source.fromChildOutput("areas", "OUTPUT"),
        EXPRESSION=Source.fromStaticValue(
            "round(100 * abs(coalesce(map_get(attributes($currentfeature), 'ELL_DIFF'), 0))) > 1"
        ),
    )
    model.output("different", "OUTPUT", "DIFFERENT", "Parcels whose area differs", mandatory=True)
    return model


def change_package_to_in_out() -> Model:
    model = Model(
        "changepackagetoinout",
        "From the yearly change package straight to the in–out balance: the changed patches with their delivered areas, the "
        "transition tables, and the account by county in area and capacity. With the survey of the later year the net "
        "increase of stable cultivated land is estimated too, and the year is known; else fill it in.",
    )
    layers = (
        ("SURVEY_BEFORE", "Earlier land survey (DLTB)", False),
        ("UPDATE_PROCESS", "Update-process layer (DLTBGXGC)", False),
        ("UPDATE", "Update layer (DLTBGX)", True),
        ("SURVEY_AFTER", "Later land survey (DLTB)", True),
        ("QUALITY", "Farmland grade layer", True),
    )
    for name, description, optional in layers:
        model.ask(QgsProcessingParameterFeatureSource(name, description, POLYGON, optional=optional))
    whole = QgsProcessingParameterNumber.Type.Integer
    model.ask(QgsProcessingParameterNumber("YEAR", "Year of the account", whole, optional=True, minValue=1990, maxValue=2100))
    model.step(
        "changes", "landledger:landtransition", "Change package to changed patches",
        **{name: Source.fromModelParameter(name) for name in ("SURVEY_BEFORE", "UPDATE_PROCESS", "UPDATE")},
    )
    model.output("changes", "CHANGES", "CHANGES", "Changed patches", mandatory=True)
    model.output("changes", "WORKBOOK", "WORKBOOK", "Workbook of the transition")
    model.step(
        "balance", "landledger:inoutbalance", "Changed patches to the in–out balance",
        CHANGES=Source.fromChildOutput("changes", "CHANGES"),
        **{name: Source.fromModelParameter(name) for name in ("SURVEY_BEFORE", "SURVEY_AFTER", "QUALITY", "YEAR")},
    )
    model.output("balance", "PATCHES", "PATCHES", "Patches of the in–out balance")
    model.output("balance", "WORKBOOK", "WORKBOOK", "Workbook of the in–out balance", mandatory=True)
    return model


def main() -> int:
    application = QgsApplication([], False)
    application.initQgis()
    MODELS.mkdir(parents=True, exist_ok=True)
    for make in (coordinates_to_occupation, survey_area_differences, change_package_to_in_out):
        print(make().save().relative_to(ROOT))
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
