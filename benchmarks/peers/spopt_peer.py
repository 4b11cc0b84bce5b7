"""spopt with CBC: the p-median of one instance, capacities or none: `python spopt_peer.py INSTANCE.npz`.

The file has `cost` (n, k), `weights` (n,), `capacities` (k,) or empty, `p` and `limit` seconds of the solver. Prints the travel of
the bases chosen and whether it is proven. spopt minimises weight × cost; the demands of the instances with capacities fill
capacities and cost nothing more, so the cost handed over is divided by the weight.
"""

from __future__ import annotations

import sys

import numpy as np
import pulp
from spopt.locate import PMedian


def main() -> None:
    """Solve and print."""
    instance = np.load(sys.argv[1])
    cost, weights, capacities = instance["cost"], instance["weights"], instance["capacities"]
    more = {"facility_capacities": capacities} if len(capacities) else {}
    model = PMedian.from_cost_matrix(cost / weights[:, None], weights, int(instance["p"]), **more)
    try:
        model = model.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=float(instance["limit"])))
    except RuntimeError:  # its way to say that the solver found no answer in time
        print("none", False)
        return
    proven = pulp.LpSolution[model.problem.sol_status] == "Optimal Solution Found"
    print(f"{model.problem.objective.value():.0f}", proven)


if __name__ == "__main__":
    main()
