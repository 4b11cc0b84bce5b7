"""The provider as QGIS sees it, and the base of all algorithms with real runs."""

from __future__ import annotations


def test_provider_is_registered(provider):
    from qgis.core import QgsApplication

    assert QgsApplication.processingRegistry().providerById("landledger") is provider
    assert not provider.icon().isNull()
