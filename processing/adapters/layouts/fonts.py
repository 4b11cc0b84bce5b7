"""The font of a map: one that has Chinese, or a sentence that there is none."""

from __future__ import annotations

from collections.abc import Sequence

from ....core.errors import InputError
from ....core.sentence import translate
from ...compat import chinese_families

PREFERRED = (
    "Microsoft YaHei",
    "微软雅黑",
    "SimHei",
    "黑体",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "思源黑体",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "SimSun",
    "宋体",
    "FangSong",
    "KaiTi",
)
"""Plain strokes first: thin ones break on coloured ground."""


def map_font(installed: Sequence[str] | None = None) -> str:
    """The family to print with, of the `installed` ones that write simplified Chinese (None: of this machine, main thread
    only): the first preferred one, else any. InputError where there is none."""
    families = chinese_families() if installed is None else list(installed)
    known = {family.casefold(): family for family in families}
    for name in PREFERRED:
        if name.casefold() in known:
            return known[name.casefold()]
    if families:
        return families[0]
    raise InputError(
        translate(
            "LandLedger",
            "No font with Chinese characters is installed, so the map would have empty boxes for words; install one (Noto Sans "
            "CJK SC, SimHei, Microsoft YaHei), then restart QGIS.",
        )
    )
