"""A program like a QGIS that posts: `posting_neighbour.py FOLDER PACKAGE LEDGER SECONDS NAME`. One thread posts into the
ledger, another opens, reads and closes the same file with GDAL all the time, as QGIS does. It says how many were posted."""

import datetime
import importlib
import random
import sys
import threading
import time
from pathlib import Path

from osgeo import gdal

folder, package, ledger, seconds, name = sys.argv[1:6]
sys.path.insert(0, folder)
model = importlib.import_module(f"{package}.core.ledger.model")
geopackage = importlib.import_module(f"{package}.core.store.geopackage")
end = time.monotonic() + float(seconds)


def look():
    chance = random.Random(name)
    while time.monotonic() < end:
        update = gdal.OF_UPDATE if chance.random() < 0.3 else 0
        source = gdal.OpenEx(ledger, gdal.OF_VECTOR | update)
        if source is not None:
            for _ in source.GetLayerByName("posting"):
                pass
            del source


def voucher(number):
    accounts = [model.AccountKey("B1", 2023, "ZC", state) for state in ("EXT", "AVL")]
    postings = tuple(model.Posting(account, "NEW", amount) for account, amount in zip(accounts, (-1, 1)))
    return model.Draft("B1", "issue", datetime.date(2023, 1, 1), postings, doc_no=f"{name} {number}")


looking = threading.Thread(target=look)
looking.start()
store, posted, chance = geopackage.open_ledger(Path(ledger)), 0, random.Random(name)
while time.monotonic() < end:
    drafts = [voucher(posted + place) for place in range(chance.randint(1, 40))]
    with store.writing(["B1"]) as writing:
        posted += len(writing.append(drafts))
store.close()
looking.join()
print(posted)
