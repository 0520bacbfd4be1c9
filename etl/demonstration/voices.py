"""Generated bodies in which newcomers sit, and consultations."""

import numpy as np
import pandas as pd

from etl.demonstration.anchors import FACT, YEARS, Anchors

_UNION = "EU27_2020"
_UNKNOWN = 0.08
_ASKED = ("residents and newcomers", "organisations", "newcomers in reception", "employers")
_OUTCOMES = ("plan adopted", "plan changed", "answered, not taken up", None)


def participation(anchors: Anchors) -> pd.DataFrame:
    """Bodies in two of three small regions, half of the NUTS 2 regions, every country and the
    EU; a row a body and year of the last three. Some seats, meetings and powers are not told.
    """
    random = anchors.random("participation")
    frames = [
        _bodies(random, names[random.random(len(names)) < share], level)
        for level, names, share in _levels(anchors)
    ]
    rows = pd.concat(frames, ignore_index=True)
    for column in ("seats", "newcomer_seats", "decision_power", "meetings"):
        lost = random.random(len(rows)) < _UNKNOWN
        rows[column] = rows[column].astype("Int64").mask(lost)
    return rows.assign(note="generated", **FACT)


def _levels(anchors: Anchors) -> list[tuple[str, pd.Series, float]]:
    """Level, names by territory, and the share of territories that have a body."""
    countries = pd.Series(sorted(anchors.regions["country"].unique()))
    # A country without regions of its own (Ukraine) has a national body only.
    small, larger = anchors.regions["name"], anchors.larger()["name"]
    return [
        ("local", small[small.index.str.len() > 2], 0.66),
        ("regional", larger, 0.5),
        ("national", countries.set_axis(countries), 1.0),
        ("eu", pd.Series({_UNION: "European Union"}), 1.0),
    ]


def _bodies(random: np.random.Generator, names: pd.Series, level: str) -> pd.DataFrame:
    """Bodies of one level, by territory; newcomers win seats from year to year."""
    size = len(names)
    seats, power = random.integers(7, 22, size), random.integers(0, 5, size)
    share = random.uniform(0, 0.45, size)
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "body_id": [f"demo_body_{code}" for code in names.index],
                    "name": [f"Demonstration council, {name}" for name in names],
                    "territory_id": names.index,
                    "period": str(year),
                    "level": level,
                    "seats": seats,
                    "newcomer_seats": np.floor(seats * share * (0.7 + 0.15 * i)).astype(int),
                    "decision_power": power,
                    "meetings": random.integers(1, 13, size),
                }
            )
            for i, year in enumerate(YEARS[-3:])
        ],
        ignore_index=True,
    )


def consultations(anchors: Anchors) -> pd.DataFrame:
    """One in four territories of each level asked, every country and the EU did."""
    random = anchors.random("consultations")
    rows = []
    for level, names, _ in _levels(anchors):
        share = 1.0 if level in ("national", "eu") else 0.25
        for code, name in names[random.random(len(names)) < share].items():
            replies = int(random.integers(12, 900))
            told, of_newcomers = random.random(2)
            rows.append(
                {
                    "consultation_id": f"demo_consultation_{code}",
                    "name": "Demonstration consultation on integration",
                    "organiser": f"Demonstration authority, {name}",
                    "territory_id": code,
                    "period": str(random.choice(YEARS[-3:])),
                    "level": level,
                    "asked": str(random.choice(_ASKED)),
                    "replies": replies,
                    "newcomer_replies": int(replies * of_newcomers * 0.5) if told > 0.3 else None,
                    "outcome": _OUTCOMES[int(random.integers(0, len(_OUTCOMES)))],
                }
            )
    frame = pd.DataFrame(rows).astype({"newcomer_replies": "Int64"})
    return frame.assign(note="generated", **FACT)
