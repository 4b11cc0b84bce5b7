"""What differs between Qt 5 and Qt 6."""

from __future__ import annotations

import enum

from qgis.PyQt.QtCore import Qt

from ...processing.compat import installed_fonts, number_of


class AsInQt6(enum.Flag):
    """PyQt6 declares flags like this: `int` refuses them."""

    LEFT = 1
    MIDDLE = 128


def test_flags_become_the_number_that_models_carry() -> None:
    assert number_of(AsInQt6.LEFT | AsInQt6.MIDDLE) == 129
    assert number_of(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) == 129
    assert number_of(Qt.AlignmentFlag.AlignCenter) == 132


def test_fonts_of_the_machine(qgis_app) -> None:
    fonts = installed_fonts()
    assert fonts and all(isinstance(name, str) for name in fonts)
