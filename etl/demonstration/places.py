"""Generated facilities: reception, services and hospitals at cells where people live."""

import h3
import numpy as np
import pandas as pd

from etl.codes import SERVICE
from etl.demonstration.anchors import FACT, Anchors

_LANGUAGES = ("uk", "ru", "ar", "fa", "ps", "tr", "fr", "en", "ti", "so", "es", "ku")
# groups that a place may be dedicated to, and the finest level it may then be shown at
_DEDICATED = (
    ("unaccompanied_children", "nuts3"), ("victims_of_trafficking", "nuts2"),
    ("women_at_risk", "nuts3"), ("victims_of_torture", "nuts3"),
    ("persons_with_disabilities", "point"),
)  # fmt: skip
_OPEN = "asylum_applicants temporary_protection beneficiaries_of_protection resettled"
_PERIOD = "2025-12-31"
# The hospital page counts residents of 2022 and hospitals of 2020; the generated ones follow.
_HOSPITALS_PERIOD = "2020"


def facilities(anchors: Anchors) -> pd.DataFrame:
    """Places of each kind, in the shape of table `facility`.

    Hospitals are in nearly every region, reception in most, a service in about half of them.
    """
    services = [each for each in SERVICE if each not in ("health", "reception")]
    kinds = [("hospital", "health", 60_000, 0.96), ("reception", "reception", 250_000, 0.9)]
    kinds += [(each, each, 450_000, 0.55) for each in services]
    return pd.concat([_kind(anchors, *kind) for kind in kinds], ignore_index=True)


def _kind(anchors: Anchors, name: str, service: str, per: int, share: float) -> pd.DataFrame:
    """Places of one service in a share of the regions, one there for about `per` residents."""
    random = anchors.random(f"places {name}")
    regions = anchors.regions
    here = (random.random(len(regions)) < share) & (regions["residents"] > 0)
    count = (regions["residents"] / per).round().clip(lower=1).where(here, 0).astype(int)
    rows = regions.loc[regions.index.repeat(count), ["country"]].rename_axis("territory_id")
    rows = rows.reset_index()
    rows["cell"] = _cells(anchors, rows["territory_id"], random)
    at = [h3.cell_to_latlng(h3.int_to_str(int(cell))) for cell in rows["cell"]]
    size = len(rows)
    hospital = name == "hospital"
    rows["facility_id"] = [f"demo_{name}_{i:05}" for i in range(size)]
    rows["name"] = [f"Demonstration {SERVICE[service]} {i + 1}" for i in range(size)]
    rows["kind"] = "reception" if service == "reception" else "service"
    rows["service"] = service
    rows["lat"], rows["lon"] = [lat for lat, _ in at], [lon for _, lon in at]
    places = np.round(random.lognormal(5.2 if hospital else 4.0, 0.7, size))
    rows["places"] = pd.Series(places).where(random.random(size) > 0.1).astype("Int64")
    taken = np.round(places * random.uniform(0.5, 1.05, size))
    rows["occupied"] = pd.Series(taken).where(rows["places"].notna() & (not hospital))
    rows["occupied"] = rows["occupied"].astype("Int64")
    _open_to(rows, random, dedicated=not hospital)
    rows["languages"] = [
        " ".join(sorted(random.choice(_LANGUAGES, 3, replace=False))) for _ in range(size)
    ]
    rows["mode"] = "digital" if service == "digital" else "on_site"
    if not hospital and service not in ("digital", "reception"):
        rows["mode"] = random.choice(["on_site", "mobile", "digital"], size, p=[0.8, 0.1, 0.1])
    rows["opened"] = pd.to_datetime(
        [f"{year}-01-01" for year in random.integers(2008, 2020 if hospital else 2025, size)]
    ).date
    fact = FACT | ({"source_id": "hospitals"} if hospital else {})
    period = _HOSPITALS_PERIOD if hospital else _PERIOD
    return rows.drop(columns=["territory_id", "cell"]).assign(period=period, **fact)


def _cells(anchors: Anchors, wanted: pd.Series, random: np.random.Generator) -> list[int]:
    """A cell for each place: where most people live first, then wherever people live."""
    found: list[int] = []
    cells = {
        str(code): (part["cell"].to_numpy(), part["persons"].to_numpy(dtype=float))
        for code, part in anchors.cells.groupby("territory_id")
    }
    for code, part in wanted.groupby(wanted, sort=False):
        ids, persons = cells[str(code)]
        weight = persons + 1.0
        size = len(part)
        first = ids[int(np.argmax(weight))]
        more = random.choice(ids, size - 1, p=weight / weight.sum())
        found += [int(first), *(int(each) for each in more)]
    return found


def _open_to(rows: pd.DataFrame, random: np.random.Generator, *, dedicated: bool) -> None:
    """Whom each place is open to; one in eight is dedicated to a group, and may be protected."""
    rows["groups"], rows["publish_level"] = _OPEN, "point"
    if not dedicated:
        return
    chosen = random.random(len(rows)) < 0.125
    kind = random.integers(0, len(_DEDICATED), len(rows))
    for i, (group, level) in enumerate(_DEDICATED):
        here = chosen & (kind == i)
        rows.loc[here, "groups"] = group
        rows.loc[here, "publish_level"] = level


def facility_figures(facilities: pd.DataFrame) -> pd.DataFrame:
    """Places and people of the reception centres over two years."""
    rows = facilities[(facilities["kind"] == "reception") & facilities["places"].notna()]
    frames = []
    for period, level in (("2024-12-31", 0.95), ("2025-12-31", 1.0)):
        for measure, column in (("reception_places", "places"),
                                ("people_hosted_persons", "occupied")):  # fmt: skip
            value = (rows[column].astype(float) * level).round()
            frames.append(
                pd.DataFrame({"facility_id": rows["facility_id"], "value": value}).assign(
                    period=period, measure_id=measure, group_id="all", **FACT
                )
            )
    return pd.concat(frames, ignore_index=True)
