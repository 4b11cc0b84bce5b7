"""landledger:sitescore — which of several candidate sites is best: vetoes first, then scores by rules, and how stable the order is."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ....core.sentence import translate
from ...base import Group, Steps, say
from ...map_algorithm import ORIENTATIONS, PAPERS, MapAlgorithm, smaller_picture
from ...settings import layouts_folder, rule_value, rules_in_force

if TYPE_CHECKING:
    from contextlib import ExitStack

    from ....core.occupation.report import Report
    from ....core.service.sites.model import Choice, Given, SiteJob, Sites
    from ....core.workbook import Picture
    from ....core.workbook.charts import ChartPage
    from ...adapters.layouts.sheets import Printed
    from ...adapters.site_sheets import SiteWording


class SiteScore(MapAlgorithm):
    """备选地块打分: vetoes, scores, ranking, sensitivity, map."""

    GROUP = Group.SERVICE
    ICON = "site_score.svg"

    SITES = "SITES"
    SITE_NAME = "SITE_NAME"
    LAYERS = "LAYERS"
    RASTERS = "RASTERS"
    BEST_COUNT = "BEST_COUNT"
    WEIGHTS = "WEIGHTS"
    VETO_TABLE = "VETO_TABLE"
    RULE_TABLE = "RULE_TABLE"
    LAYER_MAP = "LAYER_MAP"
    TOLERANCE = "TOLERANCE"
    LEAST = "LEAST"
    REPROJECT = "REPROJECT"
    ZONE = "ZONE"
    MAP_SHEET = "MAP_SHEET"
    SCORED = "SCORED"

    CHOICES = {MapAlgorithm.PAPER: PAPERS, MapAlgorithm.ORIENTATION: ORIENTATIONS}
    NUMBERS = {TOLERANCE: "site_tolerance_m2", LEAST: "site_least_total"}

    def name(self) -> str:
        return "sitescore"

    def displayName(self) -> str:
        return self.tr("Score candidate sites")

    def shortDescription(self) -> str:
        return self.tr(
            "Vetoes first, then scores by editable rules: ranking, sensitivity to the weights and advice, as for riverside camps."
        )

    def tags(self) -> list[str]:
        return self.tr("site,choice,score,ranking,veto,camp,sensitivity,weights").split(",")

    def shortHelpString(self) -> str:
        return self.tr(
            "Chooses the best of several candidate sites, points or polygons.\n\n"
            "1. Vetoes: a site that overlaps a layer which excludes it (permanent basic farmland, ecological redline, river "
            "management and flood ground, geological hazard, high-voltage corridor, unusable ownership) by more than the tolerance "
            "is out. Overlaps are exact to 0.01 m². The list is the table of vetoes: key, name, layers (words in layer names, "
            "separated by |), width_m (drawn wider on all sides, for lines and points), tolerance_m2, source, status.\n"
            "2. Scores from 0 to 100 for safety, access and facilities by the table of rules, one row a band: criterion, item, "
            "name, measure, layers, field, weight, low, high, value, score, source, status. Measures: distance (m to the nearest "
            "feature), raster_max and raster_mean (zonal statistics of QGIS), number and word (a field of the sites). A band holds "
            "its lower end, not its upper.\n"
            "3. Total: weights of the criteria × their scores. Equal totals share a rank. The best that reach the least total are "
            "recommended.\n"
            "4. Sensitivity: each weight 10 % up and down, the others in proportion; and from where to where the weight of a "
            "criterion may go before the order or the best change.\n\n"
            "Layers are told apart by their names; “Layers by key” names them one by one (levee=大堤;flood=行洪区2023). A rule without "
            "input is left out for all sites and told; a veto without a layer is told as not checked; a site without a value is not "
            "ranked. Nothing missing counts as 0. Distances and areas are those in the plane of projection.\n\n"
            "Map (PDF, pictures, a sheet of the workbook): sites coloured by rank with rank and name, vetoed ones hatched with the "
            "reason, the layers of vetoes and rules faint beneath, legend, scale bar, north arrow, the ranking, source and date. "
            "Rasters are not drawn.\n\n"
            "Workbook: 备选地块评估打分表, 排名说明表, 否决项核查明细表, 评估得分明细表, 权重敏感性分析表, 权重稳定区间表, 评估规则表, "
            "checks, findings, inputs, chart."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        kinds = QgsProcessing.SourceType
        self.addParameter(QgsProcessingParameterFeatureSource(
            self.SITES, self.tr("Candidate sites"), [kinds.TypeVectorPoint, kinds.TypeVectorPolygon]
        ))
        self.addParameter(QgsProcessingParameterField(
            self.SITE_NAME, self.tr("Name of the site"), parentLayerParameterName=self.SITES, optional=True
        ))
        self.addParameter(QgsProcessingParameterMultipleLayers(
            self.LAYERS, self.tr("Layers of vetoes and rules"), kinds.TypeVectorAnyGeometry, optional=True
        ))
        self.addParameter(QgsProcessingParameterMultipleLayers(
            self.RASTERS, self.tr("Rasters (slope)"), kinds.TypeRaster, optional=True
        ))
        whole, real = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double
        best = int(rule_value("site_best", "3"))
        self.addParameter(QgsProcessingParameterNumber(self.BEST_COUNT, self.tr("How many are chosen"), whole, best, minValue=1))
        self.addParameter(QgsProcessingParameterString(
            self.WEIGHTS, self.tr("Weights, as in safety=0.4;access=0.3;facilities=0.3"), optional=True
        ))
        for name, label in (
            (self.VETO_TABLE, self.tr("Own table of vetoes (CSV)")), (self.RULE_TABLE, self.tr("Own table of rules (CSV)")),
        ):
            self.addParameter(QgsProcessingParameterFile(name, label, fileFilter=self.tr("CSV (*.csv)"), optional=True))
        self.add_advanced(QgsProcessingParameterString(
            self.LAYER_MAP, self.tr("Layers by key, as in levee=大堤;flood=行洪区"), optional=True
        ))
        for name, label in (
            (self.TOLERANCE, self.tr("Overlap that is no veto yet (m²)")),
            (self.LEAST, self.tr("Least total of a site that is recommended")),
        ):
            value = float(rule_value(self.NUMBERS[name], "1"))
            self.add_advanced(QgsProcessingParameterNumber(name, label, real, value, minValue=0.0))
        self.add_advanced(QgsProcessingParameterBoolean(
            self.REPROJECT, self.tr("Bring layers to the plane of the run where they are in another system"), defaultValue=False
        ))
        self.add_advanced(QgsProcessingParameterCrs(self.ZONE, self.tr("Zone to work in (sites in degrees)"), optional=True))
        self.add_advanced(QgsProcessingParameterString(self.TITLE, self.tr("Name before the title of the tables"), optional=True))
        self.add_paper()
        source = self.tr("Source printed on the map (empty: names of the layers)")
        self.addParameter(QgsProcessingParameterString(self.SOURCE, source, optional=True))
        self.add_map_settings()
        self.addParameter(QgsProcessingParameterFeatureSink(self.SCORED, self.tr("Sites with scores"), optional=True))
        self.add_map_files(by_default=False)
        self.add_workbook()
        sheet = self.tr("The map also as a sheet of the workbook")
        self.addParameter(QgsProcessingParameterBoolean(self.MAP_SHEET, sheet, defaultValue=False))
        self.add_numbers(
            ("SITE_COUNT", self.tr("Number of sites")),
            ("VETOED_COUNT", self.tr("Sites vetoed")),
            ("RANKED_COUNT", self.tr("Sites ranked")),
            ("RECOMMENDED_COUNT", self.tr("Sites recommended")),
            ("BEST_TOTAL", self.tr("Total score of the best")),
            ("CHANGED_BEST_COUNT", self.tr("Changed weights with other best sites")),
            ("PAGE_COUNT", self.tr("Number of pages")),
            ("SCALE", self.tr("Scale of the map (1 to …)")),
            ("FINDING_COUNT", self.tr("Number of findings")),
            ("UNBALANCED_COUNT", self.tr("Checks that do not hold")),
        )
        self.addOutput(QgsProcessingOutputString("BEST", self.tr("The best sites, in order")))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ....core.service.sites.layers import NAME
        from ...adapters.shape_reading import bring_to, name_field, plane_of, prepare_shapes, shapes_at_hand
        from ...adapters.sink_targets import require_target
        from ...adapters.zonal import prepare_raster

        self._rules = rules_in_force()
        self._job = self._asked_job(parameters, context)
        source = self.parameterAsSource(parameters, self.SITES, context)
        present = {} if source is None else {name.lower(): name for name in source.fields().names()}
        fields = {item.field: present[item.field.lower()] for item in self._job.items if item.field.lower() in present}
        fields[NAME] = name_field(self, parameters, self.SITES, self.SITE_NAME, context)
        self._sites = prepare_shapes(self, parameters, self.SITES, context, fields)
        self._layers = [shapes_at_hand(layer, context) for layer in self.parameterAsLayerList(parameters, self.LAYERS, context) or ()]
        self._rasters = [prepare_raster(layer) for layer in self.parameterAsLayerList(parameters, self.RASTERS, context) or ()]
        self._take_roles(parameters, context)
        allowed = self.parameterAsBoolean(parameters, self.REPROJECT, context)
        self._plane = plane_of(self._sites, self.parameterAsCrs(parameters, self.ZONE, context), allowed)
        for each in (self._sites, *self._layers):
            bring_to(each, self._plane, allowed)
        self._transform_context = context.transformContext()
        require_target(parameters.get(self.SCORED), context, [each.place for each in (self._sites, *self._layers)])
        self.take_workbook(parameters, context)
        self._map_sheet = bool(self._book) and self.parameterAsBoolean(parameters, self.MAP_SHEET, context)
        self.take_maps(parameters, context, wanted=self._map_sheet)

    def _asked_job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> SiteJob:
        from decimal import Decimal
        from pathlib import Path

        from ....core.service.sites.model import SiteJob
        from ....core.service.sites.rulebook import Criterion, criterion_weights, load_items, load_vetoes

        def own(name: str) -> Path | None:
            file = self.parameterAsFile(parameters, name, context)
            return Path(file) if file else None

        def number(name: str) -> Decimal:
            return Decimal(repr(self.parameterAsDouble(parameters, name, context)))

        rules = self._rules
        weights = criterion_weights(self.parameterAsString(parameters, self.WEIGHTS, context), rules)
        best = self.parameterAsInt(parameters, self.BEST_COUNT, context)
        job = SiteJob(
            load_vetoes(own(self.VETO_TABLE)), load_items(own(self.RULE_TABLE)), weights, number(self.TOLERANCE), best,
            number(self.LEAST), rules.number("site_weight_change"),
        )
        # What was chosen otherwise is no rule.
        self._used = [rules.get(each.rule) for each in Criterion if weights[each] == rules.number(each.rule)]
        self._used += [rules.get(key) for name, key in self.NUMBERS.items() if number(name) == rules.number(key)]
        self._used += [rules.get("site_best")] if best == rules.whole("site_best") else []
        self._used.append(rules.get("site_weight_change"))
        return job

    def _take_roles(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Which layers and rasters each veto and rule uses; what belongs to none is told."""
        from ....core.sentence import sentence
        from ....core.service.sites.rulebook import layers_for, unused
        from ....core.survey.spelling import assignments

        layers, rasters = ([each.name for each in group] for group in (self._layers, self._rasters))
        by_layer = {veto.key: veto.words for veto in self._job.vetoes}
        by_layer.update({item.key: item.words for item in self._job.items if not (item.measure.by_field or item.measure.by_raster)})
        by_raster = {item.key: item.words for item in self._job.items if item.measure.by_raster}
        given = list(assignments(self.parameterAsString(parameters, self.LAYER_MAP, context)))
        of_rasters = ";".join(part for part, key, _ in given if key in by_raster)
        of_layers = ";".join(part for part, key, _ in given if key not in by_raster)
        self._role_layers = layers_for(by_layer, layers, of_layers)
        self._role_rasters = layers_for(by_raster, rasters, of_rasters)
        text = translate("LandLedger", "Layer {layer} belongs to no veto and no rule by its name and was left out.")
        idle = [*unused(self._role_layers, layers), *unused(self._role_rasters, rasters)]
        self._idle = [sentence(text, layer=name) for name in idle]

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from contextlib import ExitStack

        from ....core.service.sites.choosing import choose
        from ....core.service.sites.layers import sites_of
        from ....core.service.sites.report import site_columns, site_report
        from ...adapters.shape_reading import read_shapes

        steps = Steps(feedback, read=35, judge=30, draw=20, layers=5, book=10)
        columns = read_shapes(self._sites, self._plane, self._transform_context, steps.read)
        sites, self._mended = sites_of(columns, [item.field for item in self._job.items if item.field])
        choice = choose(sites, self._job, self._given(sites, steps), steps.judge)
        made = site_columns(choice, say)
        title = self.parameterAsString(parameters, self.TITLE, context).strip()
        report, charts = site_report(choice, made, self._facts(), self._inputs(choice), title, layouts_folder())
        with ExitStack() as stack:
            printed, pictures = self._draw(parameters, context, choice, report, stack, steps)
            sink = self._write(parameters, context, choice, made, report, charts, pictures, stack, steps)
        outputs = self._dress(context, choice, sink)
        self._tell(choice, report, feedback)
        numbers = {"PAGE_COUNT": len(printed.names), "SCALE": printed.scales[0]} if printed else {"PAGE_COUNT": 0, "SCALE": None}
        files = {self.PDF: self._pdf, self.PICTURES: self._folder, self.WORKBOOK: self._book}
        return {**outputs, **self._numbers(choice, report), **numbers, **files}

    def _draw(
        self, parameters: dict[str, Any], context: QgsProcessingContext, choice: Choice, report: Report, stack: ExitStack, steps: Steps
    ) -> tuple[Printed | None, list[Picture]]:
        """The map into hidden places, which the end of `stack` moves to theirs, and its sheet of the workbook."""
        import os

        from ....core.workbook import Picture
        from ...adapters.layouts.layers import private_project
        from ...adapters.layouts.printing import book_places, print_book
        from ...adapters.layouts.sheets import MapBook
        from ...adapters.layouts.words import word
        from ...adapters.site_sheets import SiteSheets

        if not (self._pdf or self._folder or self._map_sheet):
            return None, []
        places = stack.enter_context(book_places(self._pdf, self._folder))
        wording = self._wording(parameters, context, report)
        with private_project(self._plane) as project, self.scratch(self._book or self._pdf) as scratch:
            paper = self.paper_round(parameters, context, choice.sites.shapes)
            rasters = sum(map(len, self._role_rasters.values()))
            sheets = SiteSheets(project, choice, paper, self._family, wording, rasters)
            ranks = report.tables[1]
            dpi = self.parameterAsInt(parameters, self.DPI, context)
            book = MapBook(project, paper, self._family, [lambda: sheets.sheet(ranks)], dpi, wording.title)
            first = os.path.join(scratch, "map.png") if self._map_sheet and not places.folder else ""
            printed = print_book(book, places.pdf, places.folder, steps.draw, first)
            if not self._map_sheet:
                return printed, []
            picture = smaller_picture(first or os.path.join(places.folder, printed.pictures[0]), scratch)
        return printed, [Picture(word("site_map"), wording.title, picture)]

    def _wording(self, parameters: dict[str, Any], context: QgsProcessingContext, report: Report) -> SiteWording:
        from ...adapters.crs import crs_label
        from ...adapters.layouts.words import said_system, word
        from ...adapters.site_sheets import SiteWording

        used = {place for places in self._role_layers.values() for place in places}
        source = self.text(parameters, self.SOURCE, context)
        return SiteWording(
            word("site_title", name=self.text(parameters, self.TITLE, context)),
            source or word("site_layers", site=self._sites.name, count=len(used)),
            said_system(crs_label(self._plane)),
            datetime.date.today().isoformat(),
            self.warning_of(parameters, context, [self._sites, *self._layers], report.draft),
        )

    def _given(self, sites: Sites, steps: Steps) -> Given:
        from ....core.progress import part_of
        from ....core.service.sites.layers import grounds_of
        from ....core.service.sites.model import Given
        from ...adapters.shape_reading import read_shapes
        from ...adapters.zonal import zonal_values

        count = max(1, len(self._layers))
        read = [
            read_shapes(source, self._plane, self._transform_context, part_of(steps.read, place / count, (place + 1) / count))
            for place, source in enumerate(self._layers)
        ]
        grounds, mended = grounds_of(read)
        self._mended += mended
        rasters = {}
        for item in self._job.items:
            for place in self._role_rasters.get(item.key, ())[:1]:
                largest = item.measure.value == "raster_max"
                rasters[item.key] = zonal_values(
                    self._rasters[place], sites.shapes, self._plane, self._transform_context, largest, steps.read
                )
        return Given({key: [grounds[place] for place in places] for key, places in self._role_layers.items()}, rasters)

    def _facts(self) -> Any:
        """What only this floor knows, for the inputs sheet."""
        from ....core.occupation.inputs_sheet import RunFacts
        from ...versions import program_versions

        notices = [notice for source in (self._sites, *self._layers) for notice in source.notices]
        return RunFacts(None, program_versions(), [*notices, *self._idle, *self._mended], self._used)

    def _inputs(self, choice: Choice) -> list[Any]:
        from ....core.occupation.inputs_sheet import fact
        from ....core.sentence import sentence
        from ...adapters.crs import crs_label

        text = translate("LandLedger", "{crs}; used for: {rules}")
        names = {each.key: each.name for each in (*choice.job.vetoes, *choice.job.items)}
        site_note = sentence(translate("LandLedger", "{crs}; {count} features"), crs=crs_label(self._sites.crs), count=len(choice.sites))
        rows = [fact(translate("LandLedger", "Candidate sites"), f"{self._sites.name}  {self._sites.file}".strip(), site_note)]
        for label, sources, roles in (
            (translate("LandLedger", "Layer"), self._layers, self._role_layers),
            (translate("LandLedger", "Raster"), self._rasters, self._role_rasters),
        ):
            for place, source in enumerate(sources):
                used = "、".join(names[key] for key, places in roles.items() if place in places) or "—"
                file = getattr(source, "file", "")
                rows.append(fact(label, f"{source.name}  {file}".strip(), sentence(text, crs=crs_label(source.crs), rules=used)))
        return rows

    def _write(
        self, parameters: dict[str, Any], context: QgsProcessingContext, choice: Choice, made: Any, report: Report,
        charts: ChartPage, pictures: list[Picture], stack: ExitStack, steps: Steps,
    ) -> Any:
        """Layer (None if it was not asked for) and workbook: with the map all or none."""
        from ....core.service.sites.report import SITE_FIELDS
        from ....core.workbook import Look, write_workbook
        from ...adapters.result_tables import fields_for
        from ...adapters.sinks import open_sink

        sink = None
        if parameters.get(self.SCORED) not in (None, ""):
            kind = QgsWkbTypes.Type.Point if _all_points(choice) else QgsWkbTypes.Type.MultiPolygon
            places = [each.place for each in (self._sites, *self._layers)]
            sink = stack.enter_context(
                open_sink(self, parameters, self.SCORED, context, fields_for(SITE_FIELDS, made), self._plane, kind, places)
            )
            sink.write(choice.sites.shapes, [made[each.name] for each in SITE_FIELDS], steps.layers)
            sink.finish()
        if self._book:
            write_workbook(
                self._book, report.tables, draft=report.draft, overwrite=True, contents=True, look=Look.among(self._families),
                say=say, progress=steps.book, charts=charts, pictures=pictures,
            )
        return sink

    def _dress(self, context: QgsProcessingContext, choice: Choice, sink: Any) -> dict[str, Any]:
        from ....core.service.sites.report import SITE_FIELDS
        from ...adapters.looks import Look as LayerLook, dress
        from ...adapters.result_tables import aliases_of

        if sink is None:
            return {}
        style = "site_points.qml" if _all_points(choice) else "sites.qml"
        dress(context, sink.id, LayerLook(self.tr("Sites with scores"), style, aliases_of(SITE_FIELDS)))
        return {self.SCORED: sink.id}

    def _numbers(self, choice: Choice, report: Report) -> dict[str, Any]:
        from ....core.service.sites.report import best_of, findings_of, printed

        order = choice.in_order
        return {
            "SITE_COUNT": len(choice.sites),
            "VETOED_COUNT": sum(each.vetoed for each in choice.ranked),
            "RANKED_COUNT": len(order),
            "RECOMMENDED_COUNT": len(best_of(choice)),
            "BEST_TOTAL": float(printed(order[0].total) or 0) if order else None,
            "CHANGED_BEST_COUNT": sum(not each.same_best for each in choice.variations),
            "FINDING_COUNT": sum(1 for _ in findings_of(choice)),
            "UNBALANCED_COUNT": sum(not identity.ok for identity in report.identities),
            "BEST": "、".join(choice.sites.names[each.site] for each in best_of(choice)),
        }

    def _tell(self, choice: Choice, report: Report, feedback: QgsProcessingFeedback) -> None:
        from ....core.service.sites.report import findings_of
        from ...base import said

        for notice in (*self._idle, *self._mended):
            feedback.pushWarning(said(notice))
        self.tell_findings(list(findings_of(choice)), feedback)
        self.tell_failed(report.identities, feedback)


def _all_points(choice: Choice) -> bool:
    import shapely

    return bool((shapely.get_dimensions(choice.sites.shapes) == 0).all())
