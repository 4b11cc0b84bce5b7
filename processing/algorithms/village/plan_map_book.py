"""landledger:planmapbook — maps of village plans: existing use, planned use, control zones, a page each, as PDF and pictures."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, said
from ...map_algorithm import ORIENTATIONS, PAPERS, SAYS_MADE_UP, MapAlgorithm
from ...plan_algorithm import CLASS_TABLES, PlanAlgorithm, PlanInput
from ...settings import rules_in_force

if TYPE_CHECKING:
    from ...adapters.place_reading import PlaceSource
    from ...adapters.plan_areas import PlanSources
    from ...adapters.plan_sheets import PlanMap, PlanWording, VillageMaps

KINDS = ("all", "base", "plan", "control")
_REMARKS = ("BZ", "备注", "REMARK", "NOTE")
_LOOKED_AT = 100
"""So many different remarks of a layer are looked at."""


@dataclass(frozen=True)
class _Sources:
    """What of a plan is to be read."""

    plan: PlanInput
    parcels: PlanSources
    facilities: Mapping[Any, PlaceSource]
    made_up: bool = False


class PlanMapBook(PlanAlgorithm, MapAlgorithm):
    """A map book of village plans."""

    GROUP = Group.VILLAGE
    ICON = "plan_map_book.svg"
    NEEDS = ("numpy", "shapely")

    MAPS = "MAPS"
    BASE_YEAR = "BASE_YEAR"
    TARGET_YEAR = "TARGET_YEAR"

    CHOICES: Mapping[str, Sequence[str]] = {
        PlanAlgorithm.CLASSES: CLASS_TABLES, MAPS: KINDS, MapAlgorithm.PAPER: PAPERS, MapAlgorithm.ORIENTATION: ORIENTATIONS,
    }  # fmt: skip

    def name(self) -> str:
        return "planmapbook"

    def displayName(self) -> str:
        return self.tr("Map book of village plans")

    def shortDescription(self) -> str:
        return self.tr("Prints existing use, planned use and control zones of each village, a page each: PDF and pictures.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Prints maps of village plans, one page a map and village.\n\n"
            "1. Input: a plan package or folder of one village or many, or single layers. A map is printed where its layer is "
            "there: existing use (parcels of the base year), planned use (parcels of the plan), control zones.\n"
            "2. Colours are those of “Load village plan”, indicative; the legend has the classes that the village has. Codes that the "
            "class table does not have are hatched. Codes stand in parcels that have room, facilities by name.\n"
            "3. Beside the map: areas by class group from the structure table (the registered area of the village, shared out to "
            "the parcels), on the map of planned use with base year and change; on the map of control zones the measured area of "
            "each zone and line. What finds no room goes on on the next page.\n"
            "4. Title, village border, scale bar with a round scale, north arrow, source, coordinate system and date. The base year "
            "is that of the parcels (SJNF) where nothing else is said.\n"
            "5. Data that say of themselves that they are made up (虚构 or “made up” in a remark, BZ, or in the name of file or layer) are "
            "marked so on every page, wherever they lie.\n\n"
            "PDF of all pages; pictures (PNG) of each page into a folder. Files appear whole or not at all."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        from ....core.village.profile import PlanRole

        self.add_package()
        self.add_single_layers(
            PlanRole.VILLAGE, PlanRole.BASE, PlanRole.PLAN, PlanRole.CONTROL, PlanRole.BASE_FACILITIES, PlanRole.PLAN_FACILITIES,
            PlanRole.PRIME_FARMLAND, PlanRole.ECO_REDLINE, PlanRole.URBAN_BOUNDARY,
        )  # fmt: skip
        self.add_profile()
        maps = [self.tr("all"), self.tr("existing use"), self.tr("planned use"), self.tr("control zones")]
        self.addParameter(QgsProcessingParameterEnum(self.MAPS, self.tr("Maps"), maps, defaultValue=0))
        self.add_paper()
        for name, label in (
            (self.BASE_YEAR, self.tr("Base year (empty: that of the parcels)")),
            (self.TARGET_YEAR, self.tr("Target year")),
            (self.SOURCE, self.tr("Source printed on the map (empty: name of the plan)")),
        ):
            self.addParameter(QgsProcessingParameterString(name, label, optional=True))
        self.add_map_settings()
        self.add_map_files()
        self.add_numbers(
            ("VILLAGE_COUNT", self.tr("Number of villages")),
            ("MAP_COUNT", self.tr("Number of maps")),
            ("PAGE_COUNT", self.tr("Number of pages")),
            ("SCALE", self.tr("Scale of the first map (1 to …)")),
            ("UNKNOWN_COUNT", self.tr("Parcels with a code that no table has")),
        )

    # -------------------------------------------------------------------------------------------------------- before

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.village.class_version import require_judged

        self._rules = rules_in_force()
        self.take_maps(parameters, context, wanted=True)
        plans = self.take_plans(parameters, context, feedback, lambda fraction: None)
        for plan in plans:
            if plan.judgement is not None:
                require_judged(plan.judgement)
                if plan.judgement.notice is not None:
                    feedback.pushWarning(f"{plan.name}: {said(plan.judgement.notice)}".lstrip(": "))
        # A layer without features has no map; what is empty was told with the package.
        drawn = [replace(plan, layers={role: layer for role, layer in plan.layers.items() if layer.featureCount()}) for plan in plans]
        self._sources = [self._prepared(plan, parameters, context) for plan in drawn]
        self._transforms = context.transformContext()

    def _prepared(self, plan: PlanInput, parameters: dict[str, Any], context: QgsProcessingContext) -> _Sources:
        """The layers of a plan ready to be read in the run."""
        from ....core.survey.schema import Field
        from ....core.village.profile import PlanRole
        from ...adapters.place_reading import prepare_places
        from ...adapters.plan_areas import prepare_plan
        from ...adapters.plan_sheets import FACILITY_FIELDS

        roles = (PlanRole.VILLAGE, PlanRole.CONTROL, PlanRole.PRIME_FARMLAND, PlanRole.ECO_REDLINE, PlanRole.URBAN_BOUNDARY)
        parcels = prepare_plan(plan, context, *roles, needed=())
        facilities = {}
        for role, names in FACILITY_FIELDS.items():
            fields = {name: actual for name, actual in plan.fields.get(role, {}).items() if name in names}
            layer = plan.layers.get(role)
            if layer is None or not layer.featureCount() or names[0] not in fields:
                continue
            wanted = [Field(name) for name in fields]
            source = prepare_places(self, plan.values(parameters), role.name, context, wanted, fields)
            if source is not None:
                facilities[role] = source
        return _Sources(plan, parcels, facilities, any(map(_is_made_up, plan.layers.values())))

    # ------------------------------------------------------------------------------------------------------- the run

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...adapters.layouts.layers import private_project
        from ...adapters.layouts.printing import book_places, print_book
        from ...adapters.layouts.sheets import MapBook
        from ...adapters.layouts.words import word
        from ...adapters.plan_map_reading import MapReader
        from ...adapters.plan_sheets import PlanMap, PlanSheets

        steps = Steps(feedback, read=25, draw=75)
        reader = MapReader(self._rules.get("plan_area_tolerance_m2").number(), self._transforms)
        years = [self.parameterAsString(parameters, name, context).strip() for name in (self.BASE_YEAR, self.TARGET_YEAR)]
        villages = []
        for number, sources in enumerate(self._sources):
            villages += reader.villages(sources.parcels, sources.facilities, years)
            steps.read((number + 1) / len(self._sources))
        wanted = self._wanted(parameters, context, PlanMap)
        count = sum(len(village.maps(wanted)) for village in villages)
        if not count:
            raise InputError(
                translate("LandLedger", "The plans have no layer for this map: parcels of the base year, of the plan, or control zones.")
            )
        with book_places(self._pdf, self._folder) as places, private_project(reader.plane) as project:
            wording, paper = self._wording(parameters, context, reader), self._paper(parameters, context, villages)
            sheets = PlanSheets(project, paper, self._family, wording)
            dpi = self.parameterAsInt(parameters, self.DPI, context)
            title = word("plan_title", village=villages[0].name, map=word("plan_book"))
            book = MapBook(project, sheets.paper, self._family, sheets.makers(villages, wanted), dpi, title)
            printed = print_book(book, places.pdf, places.folder, steps.draw)
        self._tell(reader, feedback)
        return {
            self.PDF: self._pdf, self.PICTURES: self._folder, "VILLAGE_COUNT": len(villages), "MAP_COUNT": count,
            "PAGE_COUNT": len(printed.names), "SCALE": printed.scales[0], "UNKNOWN_COUNT": reader.unknown,
        }  # fmt: skip

    def _wanted(self, parameters: dict[str, Any], context: QgsProcessingContext, maps: type[PlanMap]) -> list[PlanMap]:
        chosen = self.choice(parameters, self.MAPS, context)
        return [each for each in maps if chosen == "all" or each.name.lower() == chosen]

    def _paper(self, parameters: dict[str, Any], context: QgsProcessingContext, villages: Sequence[VillageMaps]) -> Any:
        """The paper of the whole book: as most villages lie, where nothing is said."""
        import numpy as np

        from ...adapters.layouts.drawing import fitting_paper
        from ...adapters.layouts.layers import extent_of

        def lying(size: Any) -> bool:
            fitting = [fitting_paper(size, extent_of(np.array([village.ground], dtype=object))) for village in villages]
            return 2 * sum(paper.landscape for paper in fitting) >= len(fitting)

        return self.asked_paper(parameters, context, lying)

    def _wording(self, parameters: dict[str, Any], context: QgsProcessingContext, reader: Any) -> PlanWording:
        from ...adapters.crs import crs_label
        from ...adapters.layouts.words import said_system
        from ...adapters.plan_sheets import PlanWording

        source = self.parameterAsString(parameters, self.SOURCE, context).strip()
        made_up = any(sources.made_up for sources in self._sources)
        warning = self.warning_of(parameters, context, [], reader.draft, made_up)
        return PlanWording(source, said_system(crs_label(reader.plane)), datetime.date.today().isoformat(), warning)

    def _tell(self, reader: Any, feedback: QgsProcessingFeedback) -> None:
        for notice in reader.notices:
            feedback.pushWarning(said(notice))


def _is_made_up(layer: QgsVectorLayer) -> bool:
    """Whether a layer says of itself that it is made up: by its name, that of its file, or a remark of its features."""
    file = layer.source().partition("|")[0]
    if SAYS_MADE_UP.search(layer.name()) or SAYS_MADE_UP.search(Path(file).name):
        return True
    remarks = [index for index in map(layer.fields().lookupField, _REMARKS) if index >= 0]
    return any(SAYS_MADE_UP.search(str(value)) for index in remarks for value in layer.uniqueValues(index, _LOOKED_AT) if value)
