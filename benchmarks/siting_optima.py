"""Public p-median instances against their known optima: `python -m <package>.benchmarks.siting_optima FOLDER`.

FOLDER holds `orlib/*.txt`, `orlib_optima.csv` (OR-Library p-median graphs; where an edge is given twice the last one counts),
`capacitated_nodes.csv` and `capacitated_optima.csv` (distance: Euclid rounded down). Prints a table; ends with 1 where an
optimum was missed. With `--peer` spopt solves each beside it, in a venv of its own (`benchmarks/setup` makes it) and with CBC;
`--peer-seconds` ends its solver (300), and its process at twice that: building a model of 810,000 pairs takes its time, too.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import shortest_path

from ..core.service.assignment.siting import Siting, choose_bases, choose_capacitated
from .programs import CACHE, PEERS

SECONDS = 300.0


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def graph(path: Path) -> np.ndarray:
    """float64 (n, n): shortest distances of an OR-Library graph."""
    numbers = [line.split() for line in path.read_text().splitlines() if line.strip()]
    n = int(numbers[0][0])
    edges = {(min(a, b), max(a, b)): c for a, b, c in ((int(a), int(b), float(c)) for a, b, c in numbers[1:])}
    one, other = np.array(list(edges)).T - 1
    return shortest_path(csr_matrix((list(edges.values()), (one, other)), shape=(n, n)), directed=False)


def instances(folder: Path) -> Iterator[tuple[str, np.ndarray, np.ndarray | None, float, int, float]]:
    """(name, cost, demand or None, capacity, p, optimum)."""
    for row in rows(folder / "orlib_optima.csv"):
        cost = graph(folder / "orlib" / f"{row['instance']}.txt")
        yield row["instance"], cost, None, 0.0, int(row["p"]), float(row["pmedian_optimum"])
    nodes = rows(folder / "capacitated_nodes.csv")
    for row in rows(folder / "capacitated_optima.csv"):
        own = [node for node in nodes if node["instance"] == row["instance"]]
        places = np.array([(float(node["x"]), float(node["y"])) for node in own])
        cost = np.floor(np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)))
        demand = np.array([int(node["demand"]) for node in own])
        yield row["instance"], cost, demand, float(row["capacity"]), int(row["p"]), float(row["optimum_floor_euclid"])


def solved(cost: np.ndarray, demand: np.ndarray | None, capacity: float, p: int) -> Siting:
    """Our answer."""
    if demand is None:
        return choose_bases(cost, p, SECONDS)
    return choose_capacitated(cost, demand, np.full(cost.shape[1], int(capacity)), p, SECONDS)


def by_peer(cost: np.ndarray, demand: np.ndarray | None, capacity: float, p: int, limit: float) -> str:
    """What spopt reached within `limit` seconds of its solver, as the table prints it: objective, seconds, whether proven."""
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder) / "instance.npz"
        weights = np.ones(len(cost)) if demand is None else demand
        capacities = np.empty(0) if demand is None else np.full(cost.shape[1], capacity)
        np.savez(instance, cost=cost, weights=weights, capacities=capacities, p=p, limit=limit)
        start = time.perf_counter()
        command = [str(CACHE / "spopt" / "bin" / "python"), str(PEERS / "spopt_peer.py"), str(instance)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=2 * limit, check=True)
        except subprocess.TimeoutExpired:
            return f"{'none':>10}{time.perf_counter() - start:8.1f}{'':>9}"
        value, proven = done.stdout.split()[-2:]
        return f"{value:>10}{time.perf_counter() - start:8.1f}{proven:>9}"


def main() -> int:
    """Table on standard output; the number of optima missed, 1 at most."""
    parser = argparse.ArgumentParser(description="Choose bases in public instances and compare with their optima.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peer", action="store_true", help="spopt beside it")
    parser.add_argument("--peer-seconds", type=float, default=300.0)
    asked = parser.parse_args()
    missed = count = 0
    head = f"{'instance':14}{'n':>5}{'p':>5}{'optimum':>9}{'ours':>9}{'bound':>10}{'proven':>8}{'seconds':>9}"
    print(head + (f"{'spopt':>10}{'seconds':>8}{'proven':>9}" if asked.peer else ""))
    for name, cost, demand, capacity, p, optimum in instances(asked.folder):
        start = time.perf_counter()
        found = solved(cost, demand, capacity, p)
        seconds = time.perf_counter() - start
        missed, count = missed + (found.value != optimum), count + 1
        line = f"{name:14}{len(cost):5}{p:5}{optimum:9.0f}{found.value:9.0f}{found.bound:10.2f}{found.proven!s:>8}{seconds:9.1f}"
        if asked.peer:
            line += by_peer(cost, demand, capacity, p, asked.peer_seconds)
        print(line, flush=True)
    print(f"{missed} of {count} optima missed")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
