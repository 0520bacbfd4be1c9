"""Generated work of organisations, and what their lists cover."""

import numpy as np
import pandas as pd

from etl.codes import ACTOR, SERVICE
from etl.demonstration.anchors import FACT, YEARS, Anchors

# Of the small regions: on no list, on one that is not complete, on a complete one.
_LISTED = (0.12, 0.5, 0.38)


def activities(anchors: Anchors, organisations: pd.DataFrame) -> pd.DataFrame:
    """One to three services of each organisation in the last year, in its own territory; public
    bodies put out contracts, of which some are not told.
    """
    random = anchors.random("activities")
    here = organisations.reset_index(drop=True)
    services = np.array(list(SERVICE))
    many = random.integers(1, 4, len(here))
    order = random.random((len(here), len(services))).argsort(axis=1)
    rows = here.loc[here.index.repeat(many), ["organisation_id", "territory_id", "actor"]]
    place = np.concatenate([order[i, :n] for i, n in enumerate(many)])
    contracts = pd.Series(random.poisson(2.0, len(rows)), index=range(len(rows)), dtype="Int64")
    told = (rows["actor"] == "public").to_numpy() & (random.random(len(rows)) < 0.8)
    return (
        rows.reset_index(drop=True)
        .drop(columns="actor")
        .assign(
            service=services[place],
            period=str(YEARS[-1]),
            contracts=contracts.where(told),
            note="generated",
            **FACT,
        )
    )


def lists(anchors: Anchors) -> pd.DataFrame:
    """A list of every type of actor in most small regions; where it is complete, an actor type
    that is not on it is known to be absent.
    """
    random = anchors.random("lists")
    codes = anchors.regions.index
    kind = random.choice(3, len(codes), p=_LISTED)
    rows = [
        {"territory_id": code, "actor": actor, "service": "all", "complete": bool(which == 2)}
        for code, which in zip(codes, kind, strict=True)
        if which > 0
        for actor in ACTOR
    ]
    about = {True: "generated list, complete", False: "generated list, not complete"}
    frame = pd.DataFrame(rows)
    return frame.assign(
        about=frame["complete"].map(about), period=str(YEARS[-1]), note="generated", **FACT
    )
