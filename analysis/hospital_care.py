"""Hospital care out of reach: residents farther than a distance from the nearest hospital."""

import numpy as np
import pandas as pd

from analysis.indicator import ROW_COLUMNS, Indicator

# An interval wider than this many percentage points says too little to be drawn as a value.
WIDEST_PERCENT = 10.0

NO_REGISTER = "the country sends no hospital register, so a hospital may be near that is not in it"
HOLE = "the register holds far too few hospitals here, so a hospital may be near that is not in it"
NEAR_HOLE = "the register seems to lack a hospital nearby"
NOT_PLACED = "the population grid does not say where people live here"


def out_of_reach_rows(reach: pd.DataFrame) -> pd.DataFrame:
    """Rows of a view for one distance.

    Shape   : `reach` has one row per territory: territory_id, residents_persons,
              residents_period, far_persons, doubtful_persons, unplaced_persons,
              best_verdict, worst_verdict.
    Units   : persons, and percent of residents. Distance as the crow flies, across borders.
    Missing : `lower` leaves out far residents whom a hospital missing from the register might
              serve; `upper` adds residents the grid does not place. Where the two are more
              than 10 percentage points apart, the value is unknown and the note says why.
    Errors  : none; unknown residents give unknown rows.
    Source  : Groundwork, from GISCO healthcare services and the GEOSTAT grid; the
              completeness of registers by `analysis.register`.
    """
    rows = reach.copy().reset_index(drop=True)
    residents = rows["residents_persons"].astype(float)
    placed = residents - rows["unplaced_persons"].astype(float)
    far, doubtful = (
        rows[name].astype(float).mask(placed == 0, 0.0)
        for name in ("far_persons", "doubtful_persons")
    )
    # Where a border moved, cells may place a few more than the published total counts.
    unplaced = (residents - placed).clip(lower=0)
    everyone = placed + unplaced
    rows["lower"] = (far - doubtful) / everyone * 100
    rows["upper"] = (far + unplaced) / everyone * 100
    known = far.notna() & (placed > 0)
    known &= (doubtful + unplaced) * 100 <= WIDEST_PERCENT * everyone
    rows["value"] = (far / placed.where(placed > 0) * 100).where(known)
    rows["count"] = far.where(known)
    rows["count_lower"], rows["count_upper"] = far - doubtful, far + unplaced
    rows["residents"] = residents
    rows["period"] = "2020"
    rows["group_id"] = "residents"
    rows["obs_status"] = np.where(known, "E", "U")
    rows["evidence"] = "estimated"
    rows["note"] = _reasons(rows, known, unplaced / everyone)
    rows["source_id"] = "hospitals"
    return rows.reindex(columns=list(ROW_COLUMNS))


def _reasons(rows: pd.DataFrame, known: pd.Series, unplaced_share: pd.Series) -> pd.Series:
    """Why a row is unknown, or what makes its interval; missing where nothing is in doubt."""
    doubt = (rows["upper"] - rows["lower"]) > 0
    why = pd.Series(NEAR_HOLE, index=rows.index).where(doubt)
    why = why.mask(rows["best_verdict"].eq("too few") | rows["worst_verdict"].eq("too few"), HOLE)
    why = why.mask(rows["best_verdict"].eq("no register"), NO_REGISTER)
    unplaced = unplaced_share.isna() | (unplaced_share * 100 > WIDEST_PERCENT)
    why = why.mask(unplaced & ~rows["best_verdict"].eq("no register"), NOT_PLACED)
    return why.where(doubt | ~known)


INDICATOR = Indicator(
    indicator_id="hospital",
    label="Hospital care out of reach",
    question="Who has no hospital within {km} km?",
    unit="% of residents",
    count_label="residents out of reach",
    reads="hospital_reach",
    rows=out_of_reach_rows,
    breaks=(1, 5, 10, 20, 40),
    alarm=20,
    ranking="most",
    definition=(
        "Residents whose nearest hospital of the register, on either side of any border, is "
        "farther away than the distance chosen, as the crow flies."
    ),
    method=(
        "Residents of each NUTS 3 region on 1 January are placed in hexagonal cells of about "
        "36 km² by the population grid of 2018; each cell's centre is measured to the nearest "
        "hospital. Roads are longer than the crow flies: read 20 km as about half an hour by "
        "car. Where hospitals are missing from the register, the answer is an interval, or "
        "unknown."
    ),
    unknown_means="No register, or too thin to tell",
    caution="What counts as a hospital differs by country: compare regions within a country first.",
    measures={"residents": "residents_persons"},
)
