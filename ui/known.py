"""What is known of each territory, as rows a map can draw: one kind of data, or how many."""

from dataclasses import dataclass

import pandas as pd

from analysis.classes import UNKNOWN
from analysis.patchwork import BY_ID, KINDS, RECENT_YEARS, STATES, patchwork
from ui import controls, words
from ui.area.where import countries
from ui.controls import One
from ui.picture import Picture
from ui.store import Dataset, ask

ALL = "all"
# How many kinds are known: 1, 2, 3, 4 to 5, 6 to 7, 8 or more.
_FROM = (1, 2, 3, 4, 6, 8)
_STATE_CLASS = {"missing": UNKNOWN, "larger": 0, "older": 1, "recent": 2}
STATE_WORDS = {
    "recent": f"its own, up to {words.count_of(RECENT_YEARS, 'year')} old",
    "older": "its own, older",
    "larger": "only for a larger territory",
    "missing": "no figure found",
}


@dataclass(frozen=True)
class Known:
    """What is known at one level: `cells` has a row per territory and kind, `rows` one a
    territory, indexed by territory_id.
    """

    dataset: Dataset
    kind_id: str
    level: int
    countries: tuple[str, ...]
    cells: pd.DataFrame
    rows: pd.DataFrame

    def states(self) -> pd.DataFrame:
        """Territories by kind and state; every kind and state has a column or row."""
        counted = self.cells.groupby(["kind_id", "state"]).size().unstack(fill_value=0)
        kinds = [kind.kind_id for kind in KINDS]
        return counted.reindex(index=kinds, columns=list(STATES), fill_value=0)

    def picture(self) -> Picture:
        """The map."""
        if self.kind_id == ALL:
            names: tuple[str, ...] = ("1 kind", "2", "3", "4 to 5", "6 to 7", "8 and more")
            unknown, unit = "none of the kinds", f"of {len(KINDS)} kinds of data"
        else:
            names = tuple(STATE_WORDS[state] for state in ("larger", "older", "recent"))
            unknown, unit = STATE_WORDS["missing"], BY_ID[self.kind_id].label.lower()
        alt = f"Map: {question(self.kind_id)} The bars and the list beside it say the same."
        return Picture(
            self.dataset,
            self.rows,
            self.level,
            self.countries,
            names,
            unknown,
            unit,
            alt,
            watermark=self.dataset.watermark,
        )


def question(kind_id: str) -> str:
    """The question the map answers."""
    if kind_id == ALL:
        return "How much does Europe know of its own capacity?"
    label = BY_ID[kind_id].label
    # A sentence goes on in lower case, but for a name in capitals: the EU.
    start = label[0] if label[:2].isupper() else label[0].lower()
    return f"Where is it known: {start}{label[1:]}?"


def choose_known(dataset: Dataset) -> Known:
    """Draw the controls in the sidebar and compute what they ask for."""
    kinds = [ALL, *BY_ID]
    with controls.sidebar():
        kind_id = controls.select(
            One(
                "Kind of data", "kind", kinds,
                lambda key: "All kinds together" if key == ALL else BY_ID[key].label,
                "What a territory needs to know to judge its own capacity.",
            )
        )  # fmt: skip
        levels = list(words.LEVELS)
        level = controls.select(
            One(
                "Territories",
                "level",
                levels,
                words.LEVELS.__getitem__,
                usual=2,
                about="NUTS levels of the EU's territorial statistics. A figure counts for the "
                "territory it is published for.",
            )
        )
        looked_at = countries(dataset)
    return known_of(dataset, kind_id, level, looked_at)


def known_of(dataset: Dataset, kind_id: str, level: int, countries: tuple[str, ...]) -> Known:
    """What is known of every territory of a level; of a country's finest where it ends before."""
    territories = ask(dataset, "region")
    if countries:
        territories = territories[territories["country"].isin(countries)]
    finest = territories.groupby("country")["level"].transform("max").clip(upper=level)
    drawn = territories[(territories["level"] == finest) & territories["members"].isna()]
    cells = patchwork(ask(dataset, "knowledge"), drawn, dataset.built.year)
    rows = drawn.set_index("territory_id").assign(place=words.places(drawn))
    if kind_id == ALL:
        own = cells["state"].isin(["recent", "older"])
        count = own.groupby(cells["territory_id"]).sum().reindex(rows.index)
        rows["map_class"] = (count.to_numpy()[:, None] >= _FROM).sum(axis=1) - 1
        rows["label"] = count.astype(int).astype(str)
    else:
        of_kind = cells[cells["kind_id"] == kind_id].set_index("territory_id").reindex(rows.index)
        rows["map_class"] = of_kind["state"].map(_STATE_CLASS)
        rows["label"] = [
            STATE_WORDS[state] if pd.isna(period) else f"{STATE_WORDS[state]} ({str(period)[:4]})"
            for state, period in zip(of_kind["state"], of_kind["latest_period"], strict=True)
        ]
    return Known(dataset, kind_id, level, countries, cells, rows)


def table(known: Known) -> pd.DataFrame:
    """The rows behind the map: one per territory and kind of data, of the kind chosen or all."""
    cells = known.cells
    if known.kind_id != ALL:
        cells = cells[cells["kind_id"] == known.kind_id]
    places = known.rows[["place", "country", "level"]].reset_index()
    rows = cells.merge(places, on="territory_id", how="left", validate="m:1")
    rows["kind"] = rows["kind_id"].map({key: kind.label for key, kind in BY_ID.items()})
    rows["known"] = rows["state"].map(STATE_WORDS)
    return rows.assign(question=question(known.kind_id))


def sentence(known: Known) -> str:
    """The finding above the map."""
    return _of_all(known) if known.kind_id == ALL else _of_kind(known)


def _of_all(known: Known) -> str:
    """How many kinds the territories know, and who knows most."""
    count = known.rows["label"].astype(int)
    total, noun = words.number(len(count)), words.LEVEL_NOUN[known.level]
    if count.max() == 0:
        return f"None of the {total} {noun} has a figure of its own of any of the kinds."
    half = int(count.median())
    best = known.rows.loc[count == count.max(), "place"]
    most = words.escaped(str(best.iloc[0]))
    if len(best) > 1:
        most += f" and {words.count_of(len(best) - 1, 'other')}"
    return (
        f"Of {len(KINDS)} kinds of data a territory needs to judge its capacity, half of the "
        f"{total} {noun} know **{f'{half} or fewer' if half else 'none'}** of their own; "
        f"for {words.number((count == 0).sum())} none was found. At most "
        f"{words.count_of(int(count.max()), 'kind')} are known, in {most}."
    )


def _of_kind(known: Known) -> str:
    """For how many territories one kind is known, and for how many a larger one's only."""
    state = known.cells.loc[known.cells["kind_id"] == known.kind_id, "state"]
    older, larger = int((state == "older").sum()), int((state == "larger").sum())
    own = int((state == "recent").sum()) + older
    total, noun = len(state), words.LEVEL_NOUN[known.level]
    return (
        f"**{words.number(own)} of {words.number(total)} {noun}** have a figure of their own, "
        f"{words.number(older)} of them older than {words.count_of(RECENT_YEARS, 'year')}. "
        f"For {words.number(larger)} there is one for a larger territory only, for "
        f"{words.number(total - own - larger)} none was found."
    )
