"""Sums of places and of open sites that an acceptance would change."""

from dataclasses import dataclass

import pandas as pd

from analysis.corrections import Statement, Subject
from ui.language import _
from ui.store import Dataset, ask


@dataclass(frozen=True)
class Counted:
    """A sum of places of one kind in a territory before and after; None is not known."""

    territory: str
    what: str
    before: float | None
    after: float | None


def counted(dataset: Dataset, subject: Subject, says: Statement) -> tuple[Counted, ...]:
    """Which sums of places and of open sites an acceptance would change."""
    place = ask(dataset, "correction_place", facility_id=subject.facility_id).iloc[0]
    around = ask(dataset, "correction_places_around", facility_id=subject.facility_id)
    found = []
    # The finest region and the country say enough: those between hold the same change.
    for row in around.iloc[[0, -1][: len(around)]].to_dict("records"):
        if subject.column == "places":
            old = float(place["places"]) if pd.notna(place["places"]) else None
            total = float(row["places"]) if row["known"] else None
            rest = row["known"] - (old is not None)
            after = (total or 0.0) - (old or 0.0) + (says.value or 0.0)
            known = rest or says.value is not None
            what = _("places known")
            found.append(Counted(str(row["name"]), what, total, after if known else None))
        elif subject.column == "closed" and place["mode"] == "on_site":
            was, will = pd.isna(place["closed"]), not says.text
            sites = float(row["open_sites"])
            found.append(Counted(str(row["name"]), _("open sites"), sites, sites - was + will))
    return tuple(each for each in found if each.before != each.after)
