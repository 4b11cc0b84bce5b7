"""Land Ledger 土地台账: exact land areas, quota and farmland ledgers for natural-resources bureaus."""


def classFactory(iface):
    """The plugin for QGIS; `iface` is None in `qgis_process`."""
    from .plugin import LandLedgerPlugin

    return LandLedgerPlugin(iface)
