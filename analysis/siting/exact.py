"""The best choice with proof, by a solver of integer programmes, on what is left to decide."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack

from analysis.siting.core import Core
from analysis.siting.model import Index


def decided(core: Core, many: int, seconds: float) -> tuple[Index | None, float]:
    """The best sites found to go with those taken, and a bound on what all `many` can reach.

    Errors  : None where the time ended before any choice was found; the bound then is infinite
              if the solver had none yet.
    Source  : maximal covering (Church and ReVelle 1974, Papers of the Regional Science
              Association 32, 101-118), solved by HiGHS.
    """
    groups, sites = core.rows.shape
    left = many - len(core.taken)
    if left < 0 or left > sites:  # nothing better than what is known
        return None, -np.inf
    reach = hstack([-core.rows, eye_array(groups)], format="csr")
    count = csr_array(np.r_[np.ones(sites), np.zeros(groups)][None])
    found = milp(
        np.r_[np.zeros(sites), -core.need],
        integrality=np.r_[np.ones(sites), np.zeros(groups)],
        constraints=[LinearConstraint(reach, ub=0), LinearConstraint(count, left, left)],
        bounds=Bounds(0, 1),
        options={"time_limit": max(0.0, seconds), "mip_rel_gap": 0},
    )
    bound = np.inf if found.mip_dual_bound is None else core.base - found.mip_dual_bound
    if found.x is None:
        return None, bound
    chosen = core.open[np.argsort(-found.x[:sites], kind="stable")[:left]]
    return np.r_[core.taken, chosen], bound
