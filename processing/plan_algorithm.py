"""What algorithms on village plans share: a package or single layers, the profile, the class table, one plan a village."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..core.errors import InputError
from ..core.sentence import translate
from .base import said
from .settings import own_folder, rules_in_force
from .workbook_algorithm import WorkbookAlgorithm

if TYPE_CHECKING:
    from ..core.progress import Progress
    from ..core.village.class_version import Judgement
    from ..core.village.profile import PlanProfile, PlanRole
    from ..core.village.recognition import PlacePlan
    from .adapters.plan_reading import PlanPackage

CLASS_TABLES = ("detect", "ydyh2020", "ydyh2023")


@dataclass
class PlanInput:
    """The plan of one place: `layers` and the names of their fields (standard → the layer's) by role; `name` is what people
    call it, `version` the class table its layers are coded in ('' where people must say and nobody did)."""

    name: str
    place: str
    profile: PlanProfile
    layers: Mapping[PlanRole, QgsVectorLayer]
    fields: Mapping[PlanRole, Mapping[str, str]]
    judgement: Judgement | None = None

    @property
    def version(self) -> str:
        """The class table, '' where it is not clear."""
        return self.judgement.version if self.judgement is not None else ""

    def values(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Parameters with the plan's layers in the places of single ones (`VILLAGE`, `BASE`, `PLAN` …)."""
        return {**parameters, **{role.name: layer for role, layer in self.layers.items()}}


@dataclass
class PlanWishes:
    """What the user said of a package: profile, layers taken for something, a confirmed system, the class table."""

    profile: PlanProfile
    roles: str = ""
    system: str = ""
    classes: str = ""


class PlanAlgorithm(WorkbookAlgorithm):
    """Base of algorithms that take village plans."""

    NEEDS = ("numpy", "shapely", "openpyxl")

    PACKAGE = "PACKAGE"
    FOLDER = "FOLDER"
    PROFILE = "PROFILE"
    PROFILE_FILE = "PROFILE_FILE"
    LAYERS = "LAYERS"
    SYSTEM = "SYSTEM"
    CLASSES = "CLASSES"

    CHOICES: Mapping[str, Sequence[str]] = {CLASSES: CLASS_TABLES}

    def add_package(self) -> None:
        """Where the plan comes from: a file or a folder."""
        file = QgsProcessingParameterFile(self.PACKAGE, self.tr("Plan package (zip, GeoPackage or shapefile)"), optional=True)
        file.setFileFilter(self.tr("Plan package (*.zip *.gpkg *.shp);;All files (*.*)"))
        folder = QgsProcessingParameterFile(
            self.FOLDER,
            self.tr("or folder or geodatabase (GDB) of plans"),
            behavior=QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        )
        self.addParameter(file)
        self.addParameter(folder)

    def add_profile(self) -> None:
        """How the plan is made: profile, class table; folded away: corrections of what was recognised."""
        from ..core.village.profile import load_profile, profiles_in

        self._profiles = profiles_in([own_folder("profiles")])
        titles = []
        for name, path in self._profiles.items():
            try:
                titles.append(f"{load_profile(path).title} – {name}")
            except InputError:
                titles.append(name)  # the run says what is wrong with it
        self.addParameter(QgsProcessingParameterEnum(self.PROFILE, self.tr("Profile of the province"), titles, defaultValue=0))
        tables = [self.tr("detect"), self.tr("land and sea use classes 2020"), self.tr("land and sea use classes 2023")]
        self.addParameter(QgsProcessingParameterEnum(self.CLASSES, self.tr("Class table"), tables, defaultValue=0))
        own = QgsProcessingParameterFile(self.PROFILE_FILE, self.tr("or profile file of your own (JSON)"), optional=True)
        own.setFileFilter(self.tr("Profile (*.json)"))
        self.add_advanced(own)
        self.add_advanced(
            QgsProcessingParameterString(
                self.LAYERS, self.tr("What layers are, as in 规划2035=GHDLTB;旧图=无"), optional=True, multiLine=True
            )
        )
        self.add_advanced(
            QgsProcessingParameterCrs(
                self.SYSTEM, self.tr("Coordinate system of layers whose own is missing or can't be true"), optional=True
            )
        )

    def add_single_layers(self, *roles: PlanRole) -> None:
        """Single layers instead of a package, each optional, in the order given."""
        from ..core.village.profile import PlanGeometry, PlanRole

        labels = {
            PlanRole.VILLAGE: self.tr("Village border"),
            PlanRole.BASE: self.tr("Parcels of the base year"),
            PlanRole.PLAN: self.tr("Parcels of the plan"),
            PlanRole.CONTROL: self.tr("Control zones"),
            PlanRole.BASE_FACILITIES: self.tr("Facilities there are"),
            PlanRole.PLAN_FACILITIES: self.tr("Facilities planned"),
            PlanRole.HERITAGE: self.tr("Heritage areas"),
            PlanRole.PRIME_FARMLAND: self.tr("Prime farmland areas"),
            PlanRole.ECO_REDLINE: self.tr("Ecological redline"),
            PlanRole.URBAN_BOUNDARY: self.tr("Urban growth boundary"),
            PlanRole.INDICATORS: self.tr("Table of indicators"),
            PlanRole.STRUCTURE: self.tr("Structure table"),
            PlanRole.PROJECTS: self.tr("Table of projects planned soon"),
        }
        kinds = {
            PlanGeometry.POLYGON: QgsProcessing.SourceType.TypeVectorPolygon,
            PlanGeometry.LINE: QgsProcessing.SourceType.TypeVectorLine,
            PlanGeometry.POINT: QgsProcessing.SourceType.TypeVectorPoint,
            PlanGeometry.NONE: QgsProcessing.SourceType.TypeVector,
        }
        points = {PlanRole.BASE_FACILITIES, PlanRole.PLAN_FACILITIES}
        tables = {PlanRole.INDICATORS, PlanRole.STRUCTURE, PlanRole.PROJECTS}
        for role in roles:
            geometry = PlanGeometry.POINT if role in points else PlanGeometry.NONE if role in tables else PlanGeometry.POLYGON
            self.addParameter(
                QgsProcessingParameterVectorLayer(role.name, labels[role], [kinds[geometry]], optional=True)
            )

    def with_indices(self, parameters: dict[str, Any]) -> dict[str, Any]:
        turned = super().with_indices(parameters)
        names = list(getattr(self, "_profiles", {}))
        if str(turned.get(self.PROFILE, "")).strip() in names:
            turned[self.PROFILE] = names.index(str(turned[self.PROFILE]).strip())
        return turned

    def wishes(self, parameters: dict[str, Any], context: QgsProcessingContext) -> PlanWishes:
        """What the user said; InputError for a profile that makes no sense."""
        from ..core.village.profile import load_profile

        own = self.parameterAsFile(parameters, self.PROFILE_FILE, context)
        chosen = self.parameterAsEnum(self.with_indices(parameters), self.PROFILE, context)
        profile = load_profile(Path(own) if own else list(self._profiles.values())[chosen])
        system = self.parameterAsCrs(parameters, self.SYSTEM, context)
        classes = str(self.choice(parameters, self.CLASSES, context))
        return PlanWishes(
            profile,
            self.parameterAsString(parameters, self.LAYERS, context),
            (system.authid() or system.toWkt()) if system.isValid() else "",
            "" if classes == "detect" else classes,
        )

    def package_path(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        """The package, None where none was given. InputError where both a file and a folder were."""
        given = [self.parameterAsFile(parameters, name, context) for name in (self.PACKAGE, self.FOLDER)]
        if all(given):
            raise InputError(translate("LandLedger", "Choose either a plan package or a folder, not both."))
        return Path(given[0] or given[1]) if any(given) else None

    def _files_read(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Iterator[str]:
        """With the files in a folder of plans."""
        from ..core.village.package import datasets_in

        yield from super()._files_read(parameters, context)
        folder = self.parameterAsFile(parameters, self.FOLDER, context)
        if folder and Path(folder).is_dir():
            yield from (str(dataset.path) for dataset in datasets_in(Path(folder)))

    def take_package(
        self, path: Path, wishes: PlanWishes, progress: Progress, unpacked_into: Path | None = None
    ) -> PlanPackage:
        """The package scanned; a zip is unpacked first, into a temporary folder where no other is given."""
        from ..core.village.package import is_archive, limits_of, unpack
        from ..core.village.recognition import parse_roles
        from .adapters.plan_reading import scan_package

        if is_archive(path):
            folder = unpacked_into or Path(QgsProcessingUtils.generateTempFilename("plan"))
            folder.mkdir(parents=True, exist_ok=True)
            path = unpack(path, folder, limits_of(rules_in_force()), progress)
        package = scan_package(path, wishes.profile, progress=progress)
        if wishes.roles:
            found = [part.layer for part in package.parts.values()]
            package = package.chosen(parse_roles(wishes.roles, found, wishes.profile))
        return package

    def plans_of(
        self, package: PlanPackage, wishes: PlanWishes, judged: Mapping[str, Judgement | None] | None = None
    ) -> list[PlanInput]:
        """The plans of a package with their layers opened, by place; places without a recognised layer are left out.

        In the thread that keeps the layers. `judged` are class tables by place, where they are known already. InputError
        where a coordinate system is missing or can't be true and the user confirmed none, and where nothing was recognised.
        """
        plans = [plan for plan in package.plans if plan.layers]
        if not plans:
            names = "、".join(dict.fromkeys(part.layer.name for part in package.parts.values()))
            template = translate(
                "LandLedger",
                "No layer of {file} was recognised by the profile {profile} ({names}). Choose another profile, or say what the "
                "layers are.",
            )
            raise InputError(template, file=package.path.name, profile=wishes.profile.title, names=names)
        self._require_systems(package, wishes)
        return [self._plan_of(package, plan, wishes, judged) for plan in plans]

    def _require_systems(self, package: PlanPackage, wishes: PlanWishes) -> None:
        doubtful = package.doubtful()
        if not doubtful or wishes.system:
            return
        doubt, proposal = doubtful[0].doubt, doubtful[0].proposal
        systems = "、".join(proposal.systems[:3]) if proposal is not None else ""
        template = translate("LandLedger", "{doubt} Likely: {systems}. Confirm one as the coordinate system of such layers.")
        if not systems:
            template = translate("LandLedger", "{doubt} Say in which coordinate system it lies.")
        raise InputError(template, doubt=doubt, systems=systems)

    def _plan_of(
        self, package: PlanPackage, plan: PlacePlan, wishes: PlanWishes, judged: Mapping[str, Judgement | None] | None
    ) -> PlanInput:
        from .adapters.plan_reading import open_layer

        layers, fields = {}, {}
        for role, recognised in plan.layers.items():
            part = package.part(recognised)
            declared = wishes.profile.layer(role)
            layers[role] = open_layer(part, declared.title, wishes.system if part.doubt is not None else "")
            fields[role] = recognised.fields
        name = plan.place.rpartition("/")[2].removesuffix(".gdb").removesuffix(".gpkg") or package.path.stem
        judgement = judged[plan.place] if judged is not None else self._judged(layers, fields, wishes)
        return PlanInput(name, plan.place, wishes.profile, layers, fields, judgement)

    def single_plan(self, parameters: dict[str, Any], context: QgsProcessingContext, wishes: PlanWishes) -> PlanInput:
        """The plan of the single layers given. InputError where there is none."""
        from ..core.village.profile import PlanRole
        from ..core.village.recognition import field_names

        layers, fields = {}, {}
        for role in PlanRole:
            definition = self.parameterDefinition(role.name)
            layer = self.parameterAsVectorLayer(parameters, role.name, context) if definition is not None else None
            if layer is None:
                continue
            layers[role] = layer
            declared = wishes.profile.layer(role)
            fields[role] = field_names(declared, layer.fields().names()) if declared is not None else {}
        if not layers:
            raise InputError(translate("LandLedger", "Give a plan package, a folder, or single layers of a plan."))
        return PlanInput("", "", wishes.profile, layers, fields, self._judged(layers, fields, wishes))

    @staticmethod
    def _judged(
        layers: Mapping[PlanRole, QgsVectorLayer], fields: Mapping[PlanRole, Mapping[str, str]], wishes: PlanWishes
    ) -> Judgement | None:
        """The class table of the plan's parcels, None where it has none with a class field."""
        from ..core.village.class_version import judge_version
        from .adapters.plan_values import class_pairs

        pairs = class_pairs(layers, fields, wishes.profile)
        return judge_version(pairs, wishes.profile.classes, wishes.classes) if pairs else None

    def take_plans(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        progress: Progress,
    ) -> list[PlanInput]:
        """To be called by `prepare` (main thread): one plan a place of the package, or that of the single layers. What could
        not be opened or recognised is told."""
        wishes = self.wishes(parameters, context)
        path = self.package_path(parameters, context)
        if path is None:
            return [self.single_plan(parameters, context, wishes)]
        package = self.take_package(path, wishes, progress)
        plans = self.plans_of(package, wishes)
        self.tell_package(package, feedback)
        return plans

    def tell_package(self, package: PlanPackage, feedback: QgsProcessingFeedback) -> None:
        """What was recognised in each place, what is missing and unknown, into the log."""
        for notice in package.notices:
            feedback.pushWarning(said(notice))
        for plan in package.plans:
            place = plan.place or package.path.name
            known = "、".join(f"{each.layer.name} → {package.profile.layer(role).title}" for role, each in plan.layers.items())
            if known:
                feedback.pushInfo(self.tr("{place}: recognised {layers}").format(place=place, layers=known))
            if plan.layers and plan.missing:
                names = "、".join(each.title for each in plan.missing)
                feedback.pushWarning(self.tr("{place}: missing {layers}").format(place=place, layers=names))
            for each in plan.unknown:
                text = self.tr("{place}: layer {layer} was not recognised").format(place=place, layer=each.layer.name)
                feedback.pushWarning(" ".join((text, *(said(note) for note in each.notes))))
            for each in plan.layers.values():
                for note in each.notes:
                    feedback.pushWarning(f"{place}: {said(note)}")
                if each.missing:
                    names = "、".join(f"{one.name} {one.title}" for one in each.missing)
                    text = self.tr("{place}: layer {layer} lacks the fields {fields}")
                    feedback.pushWarning(text.format(place=place, layer=each.layer.name, fields=names))
