"""What stands side by side: territories of any level and own groups, kept in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from ui import address, controls, words
from ui.asked import without_a_page
from ui.aspects import AREAS
from ui.compare.context import BY_FACT
from ui.compare.peers import ABROAD, ALL, EVERY, HOME, found_peers
from ui.controls import One
from ui.group_text import NAME as GROUP
from ui.groups import Group, groups
from ui.language import Words, _, per_language
from ui.out.taken import NotOfferedError, Parameter
from ui.store import Dataset, ask

MOST = 8
WITH = "with"
_CODES = ("codes of the territories that maps draw; joint ones only inside a group",)
# Where nothing is chosen: a large region whose figures are among the best known.
_START = "ITG1"
_START_PEERS = 3
_AMONG = Words({ALL: "All of Europe", ABROAD: "Other countries", HOME: "Its own country"})


@dataclass(frozen=True)
class Column:
    """One of what stands side by side: a territory, or a group of them under a name.

    `level` is that of its territories, None where they are of several.
    """

    name: str
    place: str
    territories: tuple[str, ...]
    level: int | None
    is_group: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others: a code, or the name of a group after a colon."""
        return f":{self.name}" if self.is_group else self.territories[0]


@dataclass(frozen=True)
class CompareChoice:
    """Columns side by side, the areas looked at, how peers are found.

    `is_start` where nothing was chosen and an example is shown.
    """

    columns: tuple[Column, ...]
    areas: tuple[str, ...]
    facts: tuple[str, ...]
    among: str
    is_start: bool

    @property
    def of(self) -> str:
        """The territory whose peers are shown: the first one; '' where there are only groups."""
        return next((each.territories[0] for each in self.columns if not each.is_group), "")

    def question(self) -> str:
        """The question of the page's title."""
        names = [each.name for each in self.columns]
        if len(names) == 1:
            return _("How does {name} compare?", name=names[0])
        return _("How do {names} compare?", names=words.listed(names))


def choose(dataset: Dataset) -> CompareChoice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        codes = _territories(dataset)
        named = groups(dataset)
        areas = controls.several(
            One(_("Areas"), "areas", list(AREAS), AREAS.__getitem__,
                _("The parts of capacity whose figures stand side by side.")),
            _("All areas"),
        )  # fmt: skip
        facts = controls.several(
            One(_("Peers are alike in"), "like", list(BY_FACT), lambda key: _(BY_FACT[key].label),
                _(
"Peers are the territories nearest in these facts; none is about "
"capacity.")),
            _("All facts of context"),
        )  # fmt: skip
        among = controls.select(
            One(_("Peers are looked for in"), "among", list(_AMONG), _AMONG.__getitem__,
                _("Peers are always of the same level as the territory."))
        )  # fmt: skip
    start = not codes and not named
    codes = codes or (start_of(dataset) if start else ())
    columns = [*_columns(dataset, codes), *(_group(dataset, each) for each in named)]
    _at_most(columns)
    return CompareChoice(tuple(columns[:MOST]), areas or tuple(AREAS), facts or EVERY, among, start)


def _at_most(columns: Sequence[Column]) -> None:
    """Say which columns are left out; where a file is asked for, refuse instead."""
    if len(columns) <= MOST:
        return
    found = without_a_page()
    if found and found.strict:
        limit = f"{MOST} columns at most, territories and groups together"
        raise NotOfferedError(GROUP, columns[MOST].name, (limit,))
    controls.note(
        _(
            "Not shown: {names}. There is room for {count} columns at most, territories and "
            "groups together.",
            names=words.listed([each.name for each in columns[MOST:]]), count=MOST,
        )
    )  # fmt: skip


def start_of(dataset: Dataset) -> tuple[str, ...]:
    """A territory and its nearest peers abroad, for whoever has chosen nothing."""
    peers = found_peers(dataset, _START, EVERY, ABROAD).rows.index[:_START_PEERS]
    return (_START, *(str(each) for each in peers))


def single(dataset: Dataset) -> pd.DataFrame:
    """The territories on offer, by code: those of the display geography, largest first."""
    regions = ask(dataset, "region")
    return regions[regions["members"].isna()].set_index("territory_id")


def _territories(dataset: Dataset) -> tuple[str, ...]:
    """The codes chosen, in the order they were."""
    regions = single(dataset)
    if found := without_a_page():
        parameter = Parameter(
            WITH, "Territories", address.joined(start_of(dataset)),
            about=f"codes of up to {MOST} territories of any level, joined by a dot",
        )  # fmt: skip
        text = found.text(
            parameter, lambda asked: address.joined(read(asked, regions.index, found.strict))
        )
        return tuple(address.apart(text))
    if WITH not in st.session_state:
        asked = st.query_params.get(WITH, "")
        st.session_state[WITH] = list(read(asked, regions.index, strict=False))
    labels = _labels(dataset)
    bound = address.several(WITH, list(labels))
    chosen = st.multiselect(
        _("Territories side by side"), list(labels), format_func=labels.__getitem__,
        placeholder=_("Type a name or code"), max_selections=MOST,
        help=_("Of any level. The first one is whose peers are looked for."),
        **bound,
    )  # fmt: skip
    return tuple(chosen)


def read(text: str, known: Sequence[str] | pd.Index, strict: bool) -> tuple[str, ...]:
    """Codes of an address in their order, each once; what is not known is passed over.

    Raises NotOfferedError for it if `strict`, and for more than `MOST`.
    """
    asked = dict.fromkeys(each.strip() for each in address.apart(text) if each.strip())
    found = [each for each in asked if each in known]
    if strict:
        for each in asked:
            if each not in known:
                raise NotOfferedError(WITH, each, _CODES)
        if len(found) > MOST:
            raise NotOfferedError(WITH, text, (f"{MOST} territories at most",))
    return tuple(found[:MOST])


@per_language(24)
def _labels(dataset: Dataset) -> Mapping[str, str]:
    """What a list calls every territory, in the reader's language; one for all readers."""
    regions = single(dataset)
    places = words.places(regions)
    return {str(code): f"{at} · {code}" for code, at in zip(regions.index, places, strict=True)}


def _columns(dataset: Dataset, codes: Sequence[str]) -> list[Column]:
    rows = single(dataset).loc[list(codes)]
    places = words.places(rows)
    return [
        Column(place if row["level"] == 0 else str(row["name"]), place, (code,), int(row["level"]))
        for code, place, row in zip(codes, places, rows.to_dict("records"), strict=True)
    ]


def _group(dataset: Dataset, group: Group) -> Column:
    levels = single(dataset)["level"].reindex(list(group.territories)).dropna().unique()
    level = int(levels[0]) if len(levels) == 1 else None
    count = words.count_of(len(group.territories), "territory")
    return Column(group.name, f"{group.name} ({count})", group.territories, level, True)
