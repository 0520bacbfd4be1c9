"""What is known of each territory, as rows a map can draw: one kind of data, or how many."""

from dataclasses import dataclass

import pandas as pd

from analysis.classes import UNKNOWN
from analysis.patchwork import BY_ID, KINDS, RECENT_YEARS, STATES, patchwork
from ui import controls, words
from ui.area.where import countries
from ui.controls import One
from ui.language import Words, _, n_
from ui.picture import Picture
from ui.store import Dataset, ask

ALL = "all"
# How many kinds are known: 1, 2, 3, 4 to 5, 6 to 7, 8 or more.
_FROM = (1, 2, 3, 4, 6, 8)
_STATE_CLASS = {"missing": UNKNOWN, "larger": 0, "older": 1, "recent": 2}
_STATE_WORDS = Words(
    {
        "older": "its own, older",
        "larger": "only for a larger territory",
        "missing": "no figure found",
    }
)


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
            names: tuple[str, ...] = (
                _("1 kind"), "2", "3", _("{low} to {high}", low=4, high=5),
                _("{low} to {high}", low=6, high=7), _("{amount} and more", amount=8),
            )  # fmt: skip
            unknown = _("none of the kinds")
            unit = _("of {count} kinds of data", count=len(KINDS))
        else:
            names = tuple(state_words(state) for state in ("larger", "older", "recent"))
            unknown, unit = state_words("missing"), words.inside(_(BY_ID[self.kind_id].label))
        alt = _(
            "Map: {question} The bars and the list beside it say the same.",
            question=question(self.kind_id),
        )
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


def state_words(state: str) -> str:
    """How a territory knows a kind of data."""
    if state == "recent":
        return n_(
            "its own, up to {count} year old", "its own, up to {count} years old",
            RECENT_YEARS, count=words.counted(RECENT_YEARS),
        )  # fmt: skip
    return _STATE_WORDS[state]


def question(kind_id: str) -> str:
    """The question the map answers."""
    if kind_id == ALL:
        return _("How much does Europe know of its own capacity?")
    return _("Where is it known: {kind}?", kind=words.inside(_(BY_ID[kind_id].label)))


def choose_known(dataset: Dataset) -> Known:
    """Draw the controls in the sidebar and compute what they ask for."""
    kinds = [ALL, *BY_ID]
    with controls.sidebar():
        kind_id = controls.select(
            One(
                _("Kind of data"), "kind", kinds,
                lambda key: _("All kinds together") if key == ALL else _(BY_ID[key].label),
                _("What a territory needs to know to judge its own capacity."),
            )
        )  # fmt: skip
        levels = list(words.LEVELS)
        level = controls.select(
            One(
                _("Territories"),
                "level",
                levels,
                words.LEVELS.__getitem__,
                usual=2,
                about=_(
                    "NUTS levels of the EU's territorial statistics. A figure counts for "
                    "the territory it is published for."
                ),
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
            state_words(state) if pd.isna(period) else f"{state_words(state)} ({str(period)[:4]})"
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
    rows["kind"] = rows["kind_id"].map({key: _(kind.label) for key, kind in BY_ID.items()})
    rows["known"] = rows["state"].map(state_words)
    return rows.assign(question=question(known.kind_id))


def sentence(known: Known) -> str:
    """The finding above the map."""
    return _of_all(known) if known.kind_id == ALL else _of_kind(known)


def _of_all(known: Known) -> str:
    """How many kinds the territories know, and who knows most."""
    count = known.rows["label"].astype(int)
    total, noun = words.number(len(count)), words.LEVEL_NOUN[known.level]
    if count.max() == 0:
        return _(
            "None of the {total} {territories} has a figure of its own of any of the kinds.",
            total=total, territories=noun,
        )  # fmt: skip
    half = int(count.median())
    best = known.rows.loc[count == count.max(), "place"]
    most = words.escaped(str(best.iloc[0]))
    if others := len(best) - 1:
        most = n_(
            "{place} and {count} other", "{place} and {count} others",
            others, place=most, count=words.counted(others),
        )  # fmt: skip
    told = {
        "kinds": len(KINDS), "total": total, "territories": noun,
        "none": words.number((count == 0).sum()),
    }  # fmt: skip
    if half:
        know = _(
            "Of {kinds} kinds of data a territory needs to judge its capacity, half of the "
            "{total} {territories} know **{half} or fewer** of their own; for {none} none was "
            "found.",
            **told, half=half,
        )  # fmt: skip
    else:
        know = _(
            "Of {kinds} kinds of data a territory needs to judge its capacity, half of the "
            "{total} {territories} know **none** of their own; for {none} none was found.",
            **told,
        )
    kinds = int(count.max())
    at_most = n_(
        "At most {count} kind are known, in {place}.",
        "At most {count} kinds are known, in {place}.",
        kinds, count=words.counted(kinds), place=most,
    )  # fmt: skip
    return f"{know} {at_most}"


def _of_kind(known: Known) -> str:
    """For how many territories one kind is known, and for how many a larger one's only."""
    state = known.cells.loc[known.cells["kind_id"] == known.kind_id, "state"]
    older, larger = int((state == "older").sum()), int((state == "larger").sum())
    own = int((state == "recent").sum()) + older
    total, noun = len(state), words.LEVEL_NOUN[known.level]
    return n_(
        "**{own} of {total} {territories}** have a figure of their own, {older} of them older "
        "than {count} year. For {larger} there is one for a larger territory only, for {none} "
        "none was found.",
        "**{own} of {total} {territories}** have a figure of their own, {older} of them older "
        "than {count} years. For {larger} there is one for a larger territory only, for {none} "
        "none was found.",
        RECENT_YEARS, count=words.counted(RECENT_YEARS), own=words.number(own),
        total=words.number(total), territories=noun, older=words.number(older),
        larger=words.number(larger), none=words.number(total - own - larger),
    )  # fmt: skip
