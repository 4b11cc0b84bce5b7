"""The plugin in a QGIS window: what it adds, and that unload takes it back."""

from __future__ import annotations

import pytest

from ... import classFactory


@pytest.fixture
def plugin(qgis_app, qgis_iface, qgis_processing):
    plugin = classFactory(qgis_iface)
    yield plugin
    plugin.unload()


def provider():
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().providerById("landledger")


def test_menu_toolbar_and_provider_come_and_go(plugin):
    from ...plugin import WINDOWS

    plugin.initGui()
    assert provider() is not None
    assert [action.text() for action in plugin.actions] == [window.title for window in WINDOWS]
    assert not any(action.icon().isNull() for action in plugin.actions)
    assert plugin.toolbar is not None
    assert [action for action in plugin.toolbar.actions() if not action.isSeparator()] == plugin.actions
    plugin.unload()
    assert provider() is None
    assert plugin.actions == [] and plugin.toolbar is None
    plugin.initGui()
    assert provider() is not None


def test_without_a_window_only_the_provider_comes(qgis_app, qgis_processing):
    plugin = classFactory(None)
    plugin.initProcessing()
    assert provider() is not None
    plugin.unload()
    assert provider() is None


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("zh_CN", ["zh_CN", "zh"]),
        ("zh-Hans", ["zh_Hans", "zh_CN", "zh"]),
        ("zh", ["zh", "zh_CN"]),
        ("zh_TW", ["zh_TW", "zh"]),
        ("zh-Hant", ["zh_Hant", "zh"]),
        ("de_AT", ["de_AT", "de"]),
        ("en", ["en"]),
    ],
)
def test_the_full_locale_is_tried_before_the_language(qgis_app, locale, names):
    from ...plugin import locale_names

    assert locale_names(locale) == names
