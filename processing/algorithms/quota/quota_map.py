"""landledger:quotamap: the balances of a quota ledger on the districts of its holders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ....core.errors import InputError
from ....core.sentence import translate
from ...base import Group, Steps, said, say
from ...compat import field
from ...settings import layouts_folder
from .yearly_algorithm import YearlyAlgorithm

if TYPE_CHECKING:
    from ....core.quota.tables.districts import Matched
    from ....core.quota.tables.names import Names

TOLD = 50


class QuotaMap(YearlyAlgorithm):
    """Balances of holders joined to districts."""

    GROUP = Group.QUOTA
    NEEDS = ("numpy", "shapely", "openpyxl")

    DISTRICTS = "DISTRICTS"
    CODE_FIELD = "CODE_FIELD"
    NAME_FIELD = "NAME_FIELD"
    OUTPUT = "OUTPUT"

    def name(self) -> str:
        return "quotamap"

    def displayName(self) -> str:
        return self.tr("Map of quota balances")

    def shortDescription(self) -> str:
        return self.tr("Puts what each holder obtained, used and has left on the layer of districts.")

    def shortHelpString(self) -> str:
        return self.tr(
            "Joins the balances of a quota ledger to the districts of its holders, all districts are kept.\n\n"
            "1. Districts: a polygon layer with a field of codes or of names; give at least one. A holder's district is "
            "the one with the region code of the register of holders, else the one with its name.\n"
            "2. Holders without a district and districts without a holder are named in the log and counted.\n\n"
            "Areas are in mu. The style shades districts by what is available and draws used, pending, advanced and "
            "available as a bar."
        )

    def initAlgorithm(self, configuration: Mapping[str, Any] | None = None) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add_ledger()
        self.addParameter(QgsProcessingParameterFeatureSource(self.DISTRICTS, self.tr("Districts"), polygon))
        for name, label in (
            (self.CODE_FIELD, self.tr("Field of region codes")),
            (self.NAME_FIELD, self.tr("Field of names")),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, label, parentLayerParameterName=self.DISTRICTS, optional=True)
            )
        self.add_year()
        self.add_whose()
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, self.tr("Districts with quota")))
        self.add_numbers(
            ("MATCHED_COUNT", self.tr("Districts with a holder")),
            ("UNMATCHED_HOLDER_COUNT", self.tr("Holders without a district")),
            ("UNMATCHED_DISTRICT_COUNT", self.tr("Districts without a holder")),
            ("OBTAINED_MU", self.tr("Obtained (mu)")),
            ("AVAILABLE_MU", self.tr("Available (mu)")),
        )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        if all(parameters.get(name) in (None, "") for name in (self.CODE_FIELD, self.NAME_FIELD)):
            return False, self.tr("Choose a field of region codes or one of names.")
        return super().checkParameterValues(parameters, context)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        from ...adapters.columns import prepare_source
        from ...adapters.sink_targets import require_target

        asked = {"CODE": self.CODE_FIELD, "NAME": self.NAME_FIELD}
        named = {key: self.parameterAsString(parameters, name, context) for key, name in asked.items()}
        fields = {key: actual for key, actual in named.items() if actual}
        if not fields:
            raise InputError(translate("LandLedger", "Choose a field of region codes or one of names."))
        self._source = prepare_source(self, parameters, self.DISTRICTS, context, fields=fields)
        require_target(parameters.get(self.OUTPUT), context, [self._source.place])

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ....core.area import Area
        from ....core.quota.tables.districts import DISTRICT_FIELDS, district_values, match_districts
        from ....core.quota.tables.names import Names
        from ....core.quota.tables.standing import added, standings
        from ...adapters.columns import read
        from ...adapters.feature_copy import copy_features, with_fields
        from ...adapters.looks import Look, dress
        from ...adapters.result_tables import aliases_of
        from ...adapters.sinks import open_sink

        steps = Steps(feedback, read=30, write=70)
        columns = read(self._source, steps.read)
        store = self.ledger(parameters, context)
        try:
            job = self.job(store, parameters, context, "", layouts_folder())
            names = Names(store)
            of_year = standings(store, job, names)
        finally:
            store.close()
        nothing = [None] * len(columns)
        codes, titles = (columns.attributes.get(key, nothing) for key in ("CODE", "NAME"))
        matched = match_districts(job.books, names, list(codes), list(titles))
        made = QgsFields()
        for each in DISTRICT_FIELDS:
            new = field(each.name, each.kind, each.length, each.decimals, say(each.alias))
            new.setAlias(say(each.alias))
            made.append(new)
        fields, places = with_fields(self._source.features.fields(), [made.at(n) for n in range(made.count())])
        kind = self._source.features.wkbType()
        place = [self._source.place]

        def values(row: int) -> list[object]:
            return district_values(matched.books[row], of_year, names, job.year)

        with open_sink(self, parameters, self.OUTPUT, context, fields, self._source.crs, kind, place) as sink:
            copy_features(self._source, sink, fields, places, columns.ids, values, steps.write)
        title = self.tr("Quota balances {year}").format(year=job.year)
        dress(context, sink.id, Look(title, "quota_map.qml", aliases_of(DISTRICT_FIELDS)))
        self._tell(matched, names, codes, titles, feedback)
        total = added(of_year.values())
        return {
            self.OUTPUT: sink.id,
            "MATCHED_COUNT": len(matched.books) - len(matched.unnamed),
            "UNMATCHED_HOLDER_COUNT": len(matched.lost),
            "UNMATCHED_DISTRICT_COUNT": len(matched.unnamed),
            "OBTAINED_MU": float(Area(total.total).mu(6)),
            "AVAILABLE_MU": float(Area(total.available).mu(6)),
        }

    def _tell(
        self, matched: Matched, names: Names, codes: Any, titles: Any, feedback: QgsProcessingFeedback
    ) -> None:
        for notice in self._source.notices:
            feedback.pushWarning(said(notice))
        for book in matched.lost:
            text = self.tr("The holder {holder} ({code}) has no district in the layer.")
            feedback.pushWarning(text.format(holder=names.holder(book), code=names.region(book)))
        for book in matched.repeated:
            text = self.tr("The holder {holder} has several districts; each of them shows the whole amount.")
            feedback.pushWarning(text.format(holder=names.holder(book)))
        for row in matched.unnamed[:TOLD]:
            text = self.tr("The district {name} {code} has no holder in the ledger.")
            feedback.pushWarning(text.format(name=titles[row] or "", code=codes[row] or "").replace("  ", " "))
        if len(matched.unnamed) > TOLD:
            feedback.pushWarning(self.tr("… and {count} more.").format(count=len(matched.unnamed) - TOLD))
