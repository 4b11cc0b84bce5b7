"""How plots are called where no field says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..core.columns import Columns


def with_numbers(plots: Columns) -> Columns:
    """The plots with a number each (FP_ID): the field chosen, else the feature id."""
    from dataclasses import replace

    import numpy as np

    if "FP_ID" in plots.attributes:
        return plots
    numbers = np.array([str(feature) for feature in plots.ids.tolist()], dtype=object)
    return replace(plots, attributes={**plots.attributes, "FP_ID": numbers})
