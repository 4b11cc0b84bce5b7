"""A table of projects, lots, accounts or events of the balance as it is read: cells of amounts that are no numbers are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

if TYPE_CHECKING:
    from ....core.balance.requisition.table_rows import TableKind
    from ...adapters.layer_source import LayerSource


def amount_table(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    kind: TableKind,
    field_map: str,
) -> LayerSource | None:
    """The table of the parameter `name`, None where none was given."""
    from ....core.balance.requisition.table_rows import match_table_fields, number_fields
    from ...adapters.columns import prepare_source

    matching, numbers = match_table_fields(kind, field_map), number_fields(kind)
    source = prepare_source(
        algorithm, parameters, name, context, matching, numbers, required=False, may_be_empty=True, shapes=False
    )
    if source is not None:
        source.strict = True
    return source
