"""A QGIS that looks at a ledger all the time: `python3 ledger_reader.py LEDGER`, ended by the end of its standard input.

It opens the file as the browser and a project would: layers that come and go, one that stays for a while, one that is put
into edit mode. Every time the postings are read they must sum to nothing. GDAL takes the locks of its own process away when
it opens a file that the process has open, so a reading may be torn, rarely, by what is written meanwhile: then it is
read again at once and must be right. At the end it says how often it read, and how often that was torn; a sum that stays
wrong ends it.
"""

import os
import random
import select
import sys

from qgis.core import QgsApplication, QgsVectorLayer

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def sums(layer):
    """Dimension → sum of all postings, by one reading."""
    found = {}
    for feature in layer.getFeatures():
        found[feature["dimension"]] = found.get(feature["dimension"], 0) + feature["amount"]
    return found


def main(path):
    application = QgsApplication([], False)
    application.initQgis()
    chance, reads, torn, kept = random.Random(1), 0, 0, None
    print("ready", flush=True)
    while not select.select([sys.stdin], [], [], 0)[0]:
        layer = QgsVectorLayer(f"{path}|layername=posting", "posting", "ogr")
        if not layer.isValid():
            continue
        if any(sums(layer).values()):
            torn += 1
            kept = None
            layer = QgsVectorLayer(f"{path}|layername=posting", "posting", "ogr")
            wrong = {dimension: total for dimension, total in sums(layer).items() if total}
            if wrong:
                print("wrong", wrong, flush=True)
                return
        if chance.random() < 0.3:
            layer.setReadOnly(False)
            layer.startEditing()
            layer.rollBack()
        if chance.random() < 0.3:
            kept = QgsVectorLayer(f"{path}|layername=journal", "journal", "ogr")
            next(kept.getFeatures(), None)
        elif chance.random() < 0.5:
            kept = None
        del layer
        reads += 1
    del kept
    print("reads", reads, "torn", torn, flush=True)


main(sys.argv[1])
