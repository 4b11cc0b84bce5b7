"""Public p-median instances against their known optima: `python -m <package>.benchmarks.siting_optima FOLDER`.

FOLDER holds `orlib/*.txt`, `orlib_optima.csv` (OR-Library p-median graphs; where an edge is given twice the last one counts),
`capacitated_nodes.csv` and `capacitated_optima.csv` (distance: Euclid rounded down). Prints a table; ends with 1 where an
optimum was missed. With `--peer` the instances are solved by spopt beside it, if that is installed.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import shortest_path

from ..core.service.assignment.siting import Siting, choose_bases, choose_capacitated

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


def by_peer(cost: np.ndarray, demand: np.ndarray | None, capacity: float, p: int) -> float:
    """The objective spopt reaches with the solver of its choice."""
    import pulp
    from spopt.locate import PMedian

    weights = np.ones(len(cost)) if demand is None else demand
    more = {} if demand is None else {"facility_capacities": np.full(cost.shape[1], capacity)}
    model = PMedian.from_cost_matrix(cost, weights, p, **more)
    return float(model.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=SECONDS)).problem.objective.value())


def main() -> int:
    """Table on standard output; the number of optima missed, 1 at most."""
    folder, peer = Path(sys.argv[1]), "--peer" in sys.argv
    missed = 0
    print(f"{'instance':14}{'n':>5}{'p':>5}{'optimum':>9}{'ours':>9}{'bound':>10}{'proven':>8}{'seconds':>9}{'spopt':>10}{'s':>7}")
    for name, cost, demand, capacity, p, optimum in instances(folder):
        start = time.perf_counter()
        found = solved(cost, demand, capacity, p)
        seconds = time.perf_counter() - start
        missed += found.value != optimum
        line = f"{name:14}{len(cost):5}{p:5}{optimum:9.0f}{found.value:9.0f}{found.bound:10.2f}{found.proven!s:>8}{seconds:9.1f}"
        if peer and demand is None:
            start = time.perf_counter()
            line += f"{by_peer(cost, demand, capacity, p):10.0f}{time.perf_counter() - start:7.1f}"
        print(line, flush=True)
    print(f"{missed} optima missed")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
