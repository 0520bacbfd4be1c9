"""Two-step catchments against the PySAL package `access`, on its worked example and at random."""

import numpy as np
import pandas as pd
import pytest
from access import fca
from access import weights as theirs

from analysis.catchment.decay import bands, exponential, flat, gaussian, linear, step
from analysis.catchment.measures import two_step, within
from analysis.catchment.model import Cells, Places, Setting
from analysis.catchment.travel import travel
from tests.analysis.catchment import plain

EQUAL = {"rel": 1e-9, "abs": 1e-12}
# Three tracts of the package's own hospital example: two suburbs and a city full of doctors.
TRACTS = pd.DataFrame({"geoid": [1, 2, 3], "pop": [100.0, 50, 10], "doc": [15.0, 20, 100]})
# Minutes of its four scenarios: to the city, out of the city, from suburb to suburb.
SCENARIOS = {
    "gridlock": (40, 40, 80),
    "in": (20, 40, 80),
    "out": (40, 20, 80),
    "fast": (20, 20, 40),
}
# Our decays as functions of one cost, for the package to apply.
DECAYS = {
    "flat": (flat(61), None),
    "steps": (step({10: 1, 30: 0.68, 61: 0.22}), theirs.step_fn({10: 1, 30: 0.68, 61: 0.22})),
    "bands": (bands(60), theirs.step_fn({20: 1, 40: 0.68, 60: 0.22})),
    "gaussian": (gaussian(61, 20), theirs.gaussian(20)),
    "exponential": (exponential(61, 15), lambda cost: np.exp(-cost / 15)),
    "linear": (linear(61), lambda cost: 1 - cost / 61),
}


def minutes(inward, outward, across):
    """The table of ways of a scenario."""
    rows = [
        (1, 1, 1), (2, 2, 1), (3, 3, 1), (1, 3, inward), (2, 3, inward),
        (3, 1, outward), (3, 2, outward), (1, 2, across), (2, 1, across),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["origin", "destination", "minutes"]).astype(
        {"minutes": float}
    )


def pysal(demand, supply, table, decay):
    """Access by the package, in the order of demand; 0 where no place is in reach."""
    law, function = decay
    found = fca.two_stage_fca(
        demand.rename_axis("geoid").reset_index(), supply, table, max_cost=law.reach,
        demand_name="demand", supply_name="supply", weight_fn=function,
        cost_dest="destination", cost_name="minutes",
    )  # fmt: skip
    return found.reindex(demand.index).fillna(0).to_numpy()


@pytest.mark.parametrize("decay", DECAYS)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_equals_its_hospital_example(scenario, decay):
    table = minutes(*SCENARIOS[scenario])
    at = np.zeros(3)
    ids = pd.Index(TRACTS["geoid"])
    ours = Setting(
        Cells(at, at, TRACTS["pop"].to_numpy()),
        Places(at, at, TRACTS["doc"].to_numpy(), np.ones(3)),
        travel(table, ids, ids),
    )
    demand = TRACTS.set_index("geoid")[["pop"]].set_axis(["demand"], axis=1)
    supply = TRACTS.set_index("geoid")[["doc"]].set_axis(["supply"], axis=1)
    expected = pysal(demand, supply, table, DECAYS[decay])
    assert two_step(ours, DECAYS[decay][0]).lower == pytest.approx(expected, **EQUAL)


@pytest.mark.parametrize("decay", DECAYS)
@pytest.mark.parametrize("seed", [1, 2])
def test_equals_it_on_random_cells_and_places(seed, decay):
    ours = plain.drawn(seed, cells=300, places=60)
    ours.cells.demand[:] += 1
    km = plain.haversine(ours.cells, ours.places)
    cell, place = np.nonzero(km <= 61)
    table = pd.DataFrame({"origin": cell, "destination": place, "minutes": km[cell, place]})
    demand = pd.DataFrame({"demand": ours.cells.demand[:, 0]})
    supply = pd.DataFrame({"supply": ours.places.capacity})
    expected = pysal(demand, supply, table, DECAYS[decay])
    assert (expected > 0).any()
    assert two_step(ours, DECAYS[decay][0]).lower == pytest.approx(expected, **EQUAL)
    by_table = Setting(ours.cells, ours.places, travel(table, demand.index, supply.index))
    assert two_step(by_table, DECAYS[decay][0]).lower == pytest.approx(expected, **EQUAL)


def test_capacity_in_reach_equals_its_weighted_catchment():
    ours = plain.drawn(3, cells=200, places=60)
    km = plain.haversine(ours.cells, ours.places)
    cell, place = np.nonzero(km <= 90)
    table = pd.DataFrame({"origin": cell, "dest": place, "cost": km[cell, place]})
    supply = pd.DataFrame({"geoid": np.arange(60), "supply": ours.places.capacity})
    found = fca.weighted_catchment(
        supply, table, max_cost=80, cost_source="dest", cost_dest="origin", loc_value="supply"
    )
    expected = found.reindex(range(200)).fillna(0).to_numpy()
    assert within(ours, 80).capacity.lower == pytest.approx(expected, **EQUAL)
