"""The only reader of the database. Pages get frames; they never see a connection.

A dataset is opened by its real path, so that a newly published one is noticed on the next
rerun and no session ever mixes two; see `ui.connection`.
"""

import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import pandas as pd
import streamlit as st

from analysis.indicator import Indicator
from ui import elsewhere, folder, login
from ui.connection import notice, opened
from ui.language import _, later

ROOT = Path(__file__).parents[1]
SQL = Path(__file__).parent / "sql"
Question = Literal[
    "hospital_reach", "figure", "periods", "groups", "series", "region", "map_shape",
    "map_bounds", "map_inset", "source", "knowledge", "account", "outcomes", "rejected",
    "findings", "set_aside", "shortage", "shortage_periods", "benchmark", "overview",
    "map_tile", "tile_bounds", "columns", "actors_at_work", "work_in", "actor_list", "agreements",
    "sharing", "deciding_body", "consultation", "protection", "protection_measures", "funding",
    "fund_applicants", "fund_need", "amif_counts", "sponsorship", "scheme", "scheme_rule",
    "sponsorship_locality", "digital_service", "origin", "origin_periods", "spoken_language",
    "on_site_supply", "plan", "column_words", "dictionary", "measures", "outline", "own_files",
    "column_codes", "correction_figures", "correction_needs", "correction_measures",
    "correction_place", "correction_place_search", "correction_places_around",
    "reach_need", "reach_need_known", "reach_destination",
    "reach_cell", "reach_facility", "reach_service", "cell_corners", "membership", "context",
    "neighbour", "map_point", "territory_need", "territory_measures", "territory_residents",
    "equality_ledger", "equality_residents", "equality_known", "compare_need", "compare_figure",
    "compare_shortage", "newest_need", "stress_today", "stress_stock",
]  # fmt: skip

PUBLISHED, DEMONSTRATION, OWN = "published", "demonstration", "own"
# Where each kind of dataset stands, and the variable that names another file, a folder of
# Parquet, or the address of one on object storage.
_FILES = {
    PUBLISHED: ("GROUNDWORK_DATA", "published.duckdb"),
    DEMONSTRATION: ("GROUNDWORK_DEMO", "demo_groundwork.duckdb"),
    OWN: ("GROUNDWORK_OWN", "own_groundwork.duckdb"),
}
TITLES = (later("Published"), later("Demonstration"), later("Own"))
_PREFIX = {PUBLISHED: "", DEMONSTRATION: "demo_", OWN: "own_"}
# Where own workspaces are; a named one is `own.NAME` in addresses, own_NAME.duckdb as a file.
WORKSPACES = "GROUNDWORK_WORKSPACES"
NAME = r"[a-z][a-z0-9_]{0,39}"
_KIND = re.compile(rf"{PUBLISHED}|{DEMONSTRATION}|{OWN}(\.{NAME})?")
_FILE = re.compile(rf"own_({NAME})\.duckdb")
# How a build ends the name of its file, and what marks a state of a dataset elsewhere.
_STAMP = re.compile(r"[-#]([0-9a-f]{12})(?:\.\w+)?$")
# The file of the workspace without a name.
UNNAMED = "groundwork"


@dataclass(frozen=True)
class Dataset:
    """An open dataset: its name for readers, its file, when that was built, which kind it is."""

    name: str
    path: str
    built: datetime
    kind: str = PUBLISHED

    @property
    def watermark(self) -> str:
        """What every map, table, chart and file of it says; '' where figures are published."""
        return _("Demonstration: generated figures") if self.kind == DEMONSTRATION else ""

    @property
    def version(self) -> str:
        """What tells it from the datasets before and after: the mark of its content in the name.

        Where the file's name has none, when it was built.
        """
        found = _STAMP.search(self.path)
        return found[1] if found else f"{self.built:%Y%m%dT%H%M%S}"

    @property
    def prefix(self) -> str:
        """How the names of its files begin."""
        name = workspace_of(self.kind)
        return f"own_{name}_" if name else _PREFIX[self.kind]


def kinds() -> list[str]:
    """The kinds of dataset to choose from: one's own where figures of one's own were added."""
    own = [OWN] if path_of(OWN).exists() else []
    return [PUBLISHED, DEMONSTRATION, *own, *(f"{OWN}.{name}" for name in workspaces())]


def is_kind(text: object) -> bool:
    """Whether a text is written as a kind of dataset is, whether or not there is one."""
    return isinstance(text, str) and _KIND.fullmatch(text) is not None


def workspaces() -> list[str]:
    """Names of the workspaces that have a dataset, in alphabetical order."""
    found = (_FILE.fullmatch(path.name) for path in workspaces_folder().glob("own_*.duckdb"))
    names = {match[1] for match in found if match and match[1] != UNNAMED}
    return sorted(name for name in names if path_of(f"{OWN}.{name}").exists())


def workspaces_folder() -> Path:
    """The folder in which own workspaces are: of the reader alone, where readers log in."""
    return Path(os.environ.get(WORKSPACES, ROOT / "data")) / login.folder()


def workspace_of(kind: str) -> str:
    """The name of a workspace, '' where the dataset is none or has no name.

    >>> workspace_of("own.lazio"), workspace_of("own"), workspace_of("published")
    ('lazio', '', '')
    """
    return kind.removeprefix(f"{OWN}.") if kind.startswith(f"{OWN}.") else ""


def title_of(kind: str) -> str:
    """A kind of dataset as readers know it.

    >>> title_of("published"), title_of("own.lazio")
    ('Published', 'Own: lazio')
    """
    name = workspace_of(kind)
    return _("Own: {name}", name=name) if name else _(kind.capitalize())


def _name_of(kind: str) -> str:
    """A dataset's name: the same in every language, as what is remembered goes by it."""
    name = workspace_of(kind)
    return f"Own: {name}" if name else kind.capitalize()


def asked_kind() -> str:
    """The kind of dataset the address, or the switch in the sidebar, asks for."""
    asked = st.session_state.get("data", st.query_params.get("data"))
    return str(asked) if asked in kinds() else PUBLISHED


def path_of(kind: str) -> Path:
    """Where a dataset stands; a variable of the environment may name another file.

    Raises ValueError when there is no such kind.
    """
    if not is_kind(kind):
        raise ValueError(f"There is no dataset {kind!r}.")
    if name := workspace_of(kind):
        return workspaces_folder() / f"own_{name}.duckdb"
    variable, file = _FILES[kind]
    usual = workspaces_folder() if kind == OWN else ROOT / "data"
    # A file named for all would be one workspace of everybody: each has her own after a login.
    if kind == OWN and login.is_asked_for():
        return usual / file
    return Path(os.environ.get(variable, usual / file))


def current(kind: str | None = None) -> Dataset | None:
    """The dataset to show now, of the kind asked for; None when it has not been built yet.

    Raises ElsewhereError for one on object storage that cannot be read.
    """
    kind = kind or asked_kind()
    place = _elsewhere(kind)
    if not place:
        path = path_of(kind).resolve()
        if not path.exists():
            return None
        place = str(path)
    dataset = Dataset(_name_of(kind), place, folder.built(place), kind)
    notice(dataset)
    return dataset


def _elsewhere(kind: str) -> str:
    """Which dataset is on object storage now; '' for one on this machine."""
    variable = _FILES[kind][0] if kind in _FILES else ""
    place = os.environ.get(variable, "")
    return elsewhere.newest(place) if elsewhere.is_elsewhere(place) else ""


def ask(dataset: Dataset, question: Question, **values: str | int) -> pd.DataFrame:
    """The answer of `ui/sql/<question>.sql` with `values` as its parameters.

    A frame of the caller's own on cells that are shared: what is written into it stays there.
    """
    asked = (question, tuple(sorted(values.items())))
    return opened(dataset).answers.get(asked).copy(deep=False)


def rows_of(dataset: Dataset, indicator: Indicator, choice: dict[str, str | int]) -> pd.DataFrame:
    """An indicator's rows of a view, for every territory that has any; see ROW_COLUMNS."""
    names = {"hospital_reach": ("km",), "figure": ("measure_id", "group_id", "period")}
    values = {name: choice[name] for name in names[indicator.reads]}
    rows = indicator.rows(ask(dataset, indicator.reads, **values))
    if dataset.kind == DEMONSTRATION:
        # What is worked out from generated figures is no estimate of anything real.
        rows["evidence"] = rows["evidence"].replace("estimated", "synthetic")
    return rows
