"""Newcomers' part in decisions: seats, and what a seat is worth on a stated scale."""

import pandas as pd


def latest(bodies: pd.DataFrame) -> pd.DataFrame:
    """Each body as of its latest period; `bodies` has body_id and period."""
    ends = bodies["period"].astype(str).str.split("/").str[-1]
    return (
        bodies.assign(end=ends)
        .sort_values(["end", "body_id"], kind="stable")
        .drop_duplicates("body_id", keep="last")
        .drop(columns="end")
        .sort_values("body_id", ignore_index=True)
    )


def seat_share(bodies: pd.DataFrame) -> pd.DataFrame:
    """Newcomers' share of the seats of a territory's bodies.

    Shape   : `bodies` has one row per body: territory_id, seats, newcomer_seats. Result, by
              territory_id: `value`, `lower`, `upper`, `bodies`, `unknown_bodies`,
              `known_seats`, `known_newcomer_seats` (of bodies known in full).
    Units   : percent of seats; bodies; seats.
    Missing : a body whose newcomers are not counted may have none or all of its seats: the
              share is then an interval and `value` is NaN. Where the seats of a body are not
              known, nothing can be said of the territory: all three are NaN. A territory
              without a body is absent.
    """
    seats = bodies["seats"].astype("Float64").astype(float)
    mine = bodies["newcomer_seats"].astype("Float64").astype(float)
    rows = pd.DataFrame(
        {
            "territory_id": bodies["territory_id"].astype(str),
            "seats": seats,
            "least": mine.fillna(0.0).where(seats.notna()),
            "most": mine.fillna(seats).where(seats.notna()),
            "unknown": seats.isna() | mine.isna(),
            "known_seats": seats.where(mine.notna(), 0.0).fillna(0.0),
            "known_newcomer_seats": mine.where(seats.notna(), 0.0).fillna(0.0),
        }
    )
    whole = rows.groupby("territory_id").agg(
        bodies=("unknown", "size"),
        unknown_bodies=("unknown", "sum"),
        known_seats=("known_seats", "sum"),
        known_newcomer_seats=("known_newcomer_seats", "sum"),
        seats_told=("seats", "count"),
    )
    # A sum with an unknown part is unknown.
    sums = rows.groupby("territory_id")[["seats", "least", "most"]].sum()
    sums = sums.where(whole["seats_told"] == whole["bodies"])
    of = sums["seats"].where(sums["seats"] > 0)
    lower, upper = sums["least"] / of * 100, sums["most"] / of * 100
    return whole.drop(columns="seats_told").assign(
        value=lower.where(whole["unknown_bodies"] == 0), lower=lower, upper=upper
    )
