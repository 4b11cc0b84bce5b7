"""landledger:loadvillageplan — a village plan package as layers: recognised, in order, named, coloured, labelled."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProject,
)

from ....core.errors import InputError, OutputError
from ....core.sentence import translate
from ...base import Group, Steps, said
from ...plan_algorithm import PlanAlgorithm


class LoadVillagePlan(PlanAlgorithm):
    """Loads village plans into the project, or into a project file."""

    GROUP = Group.VILLAGE
    ICON = "load_village_plan.svg"
    NEEDS = ("numpy",)

    SPLIT = "SPLIT"
    UNPACK_INTO = "UNPACK_INTO"
    PROJECT = "PROJECT"

    def name(self) -> str:
        return "loadvillageplan"

    def displayName(self) -> str:
        return self.tr("Load village plan")

    def shortDescription(self) -> str:
        return self.tr("Finds the layers of a plan in a folder, zip or geodatabase and loads them in order, named and coloured.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Loads village plans as planners deliver them: a folder, a zip, a geodatabase, a GeoPackage or shapefiles, of one "
            "village or many.\n\n"
            "1. Layers are recognised by the profile of the province: by names, by geometry, and, where the name says nothing, by "
            "their fields. What was recognised, is missing or unknown is listed. “What layers are” corrects it, as in "
            "规划2035=GHDLTB;旧图=无.\n"
            "2. Each village becomes a group in the order of the profile, with Chinese names, the colours of the land and sea use "
            "classes (indicative), labels and scales. Codes that the class table does not have are hatched and listed.\n"
            "3. Class table: 2020 and 2023 use some codes for different classes. Which one is meant is seen from the codes and class "
            "names; where they don't say, you are asked to choose.\n"
            "4. Shapefiles in GBK without .cpg, and field names cut to ten bytes, are read as they were meant.\n"
            "5. Where a .prj is missing or the coordinates can't lie in it, a system is proposed from the coordinates; nothing is "
            "loaded until you confirm one.\n"
            "6. A zip is unpacked into a folder beside it (or where you say). Names that lead out of it, links, archives in the "
            "archive and sizes that only a trap has are refused, and nothing is left behind.\n"
            "7. Several villages in one geodatabase are told apart by their 12-digit codes.\n\n"
            "Profiles are JSON files: copy one of ours into land_ledger/profiles of the QGIS user profile and change it."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        self.add_package()
        self.add_profile()
        self.addParameter(
            QgsProcessingParameterBoolean(self.SPLIT, self.tr("One group a village"), defaultValue=True)
        )
        self.add_advanced(
            QgsProcessingParameterFile(
                self.UNPACK_INTO,
                self.tr("Unpack a zip into (empty: its own folder)"),
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            )
        )
        project = QgsProcessingParameterFileDestination(
            self.PROJECT,
            self.tr("Project file (empty: into the open project)"),
            self.tr("QGIS project (*.qgz)"),
            optional=True,
            createByDefault=False,
        )
        self.addParameter(project)
        self.addOutput(QgsProcessingOutputString("UNPACKED", self.tr("Folder of the plan")))
        self.addOutput(QgsProcessingOutputString("CLASS_TABLE", self.tr("Class table of the plan")))
        self.add_numbers(
            ("VILLAGE_COUNT", self.tr("Number of villages")),
            ("LAYER_COUNT", self.tr("Number of layers loaded")),
            ("FEATURE_COUNT", self.tr("Number of features")),
            ("MISSING_COUNT", self.tr("Layers of the profile that are missing")),
            ("UNKNOWN_COUNT", self.tr("Layers that were not recognised")),
            ("UNKNOWN_CODE_COUNT", self.tr("Codes that no table has")),
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self._wishes = self.wishes(parameters, context)
        path = self.package_path(parameters, context)
        if path is None:
            raise InputError(translate("LandLedger", "Choose a plan package, or the folder it lies in."))
        self._path = path
        self._split = self.parameterAsBoolean(parameters, self.SPLIT, context)
        into = self.parameterAsFile(parameters, self.UNPACK_INTO, context)
        self._into = Path(into) if into else path.parent
        self._project_file = self.parameterAsFileOutput(parameters, self.PROJECT, context)
        if self._project_file:
            self._require_project_place(Path(self._project_file))

    @staticmethod
    def _require_project_place(target: Path) -> None:
        from ....core.beside import Beside, require_place

        if target.suffix.lower() not in (".qgz", ".qgs") and not target.is_dir():
            template = translate("LandLedger", "{file} can't be written: a project needs a name that ends in .qgz.")
            raise OutputError(template, file=str(target))
        require_place(target)
        with Beside(target):  # whether a file can be made there is only known by making one
            pass

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.village.class_version import require_judged

        steps = Steps(feedback, scan=60, load=40)
        self._package = self.take_package(self._path, self._wishes, steps.scan, self._into)
        self.tell_package(self._package, feedback)
        self._judged_plans = {plan.place: plan.judgement for plan in self.plans_of(self._package, self._wishes)}
        for place, judgement in self._judged_plans.items():
            if judgement is not None and judgement.version and judgement.notice is not None:
                feedback.pushWarning(f"{place}: {said(judgement.notice)}".lstrip(": "))
            elif judgement is not None:
                require_judged(judgement)
        return {}

    def finish(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        from ...adapters.plan_loading import Loaded, load_plan

        plans = self.plans_of(self._package, self._wishes, self._judged_plans)
        own = QgsProject() if self._project_file or context.project() is None else None
        project = own if own is not None else context.project()
        loaded = Loaded()
        for number, plan in enumerate(plans):
            load_plan(project, plan.name, plan.layers, plan.fields, plan.profile, plan.version, loaded, self._split)
            feedback.setProgress(60 + 40 * (number + 1) / len(plans))
        for layer, codes in loaded.unknown.items():
            text = self.tr("{layer}: codes that no table has: {codes}")
            shown = "、".join(code or self.tr("(empty)") for code in codes)
            feedback.pushWarning(text.format(layer=layer, codes=shown))
        if self._project_file and own is not None and not own.write(self._project_file):
            template = translate("LandLedger", "The project {file} can't be written: {reason}")
            raise OutputError(template, file=self._project_file, reason=own.error())
        taken = [each for plan in self._package.plans for each in plan.layers.values()]
        features = sum(each.layer.count for each in taken)
        text = self.tr("Loaded: {villages} villages, {layers} layers, {features} features")
        feedback.pushInfo(text.format(villages=len(loaded.villages), layers=loaded.layers, features=features))
        versions = sorted({plan.version for plan in plans if plan.version})
        return {
            self.PROJECT: self._project_file,
            "UNPACKED": str(self._package.path),
            "CLASS_TABLE": ",".join(versions),
            "VILLAGE_COUNT": len(loaded.villages),
            "LAYER_COUNT": loaded.layers,
            "FEATURE_COUNT": features,
            "MISSING_COUNT": sum(len(plan.missing) for plan in self._package.plans if plan.layers),
            "UNKNOWN_COUNT": sum(len(plan.unknown) for plan in self._package.plans),
            "UNKNOWN_CODE_COUNT": len({code for codes in loaded.unknown.values() for code in codes}),
        }
