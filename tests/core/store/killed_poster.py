"""A program that posts until it is killed: `python -m …killed_poster LEDGER`.

It waits for lines on its standard input; for each, a number, it splits off a process of its own that posts random blocks
with that number as seed, and tells its id (`pid`). A block that was committed is acknowledged (`ack`, last number and
seal of each book). When the process has ended `end` is told.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from ....core.store.geopackage import GeoPackageStore
from .made_ledgers import CITY, NORTH, SOUTH, moved

BOOKS = (CITY, NORTH, SOUTH)
LARGE = 520
"""Vouchers of a large block, for which the triggers are taken off."""


def block(seed, place, chance):
    """Vouchers of one block. Their document number says which block and how many there are of it."""
    size = LARGE if chance.random() < 0.03 else chance.randrange(1, 7)
    mark = {"doc_no": f"{seed}.{place}/{size}", "operator": "张三"}
    drafts = []
    while len(drafts) < size:
        book, amount = chance.choice(BOOKS), 4 * chance.randrange(1, 10**6)
        if size - len(drafts) >= 2 and chance.random() < 0.2:
            transfer = f"T{seed}.{place}.{len(drafts)}"
            other = chance.choice([one for one in BOOKS if one != book])
            drafts.append(moved(book, amount, "AVL", "CLR", "transfer_out", transfer=transfer, **mark))
            drafts.append(moved(other, amount, "CLR", "AVL", "transfer_in", transfer=transfer, **mark))
        else:
            drafts.append(moved(book, amount, project=f"XM-{chance.randrange(50)}", **mark))
    return drafts


def post(path, seed):
    """Post for ever."""
    store, chance, place = GeoPackageStore(path), random.Random(seed), 0
    while True:
        place += 1
        with store.writing(BOOKS) as writing:
            writing.append(block(seed, place, chance))
            if chance.random() < 0.3:
                writing.put("project", f"XM-{chance.randrange(50)}", NORTH, {"name": f"{seed}.{place}"})
            heads = [(book, writing.head(book)) for book in BOOKS]
        told = " ".join(f"{book}:{head.number}:{head.hash}:{head.record_number}" for book, head in heads)
        os.write(1, f"ack {told}\n".encode())


def main(path):
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            post(path, int(line))
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        time.sleep(0)
        os.write(1, b"end\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
