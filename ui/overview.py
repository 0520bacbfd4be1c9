"""The state of capacity in Europe: what the first page says is computed here, once a dataset."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.patchwork import RECENT_YEARS
from analysis.standards import BY_ID
from ui.known import ALL, Known, known_of
from ui.language import _, per_language
from ui.ledger import Ledger, ledger_of
from ui.picture import Picture
from ui.shortage_choice import ShortageChoice
from ui.store import Dataset, ask

_STANDARD = BY_ID["place_each_applicant"]
_REGIONS = 2


@dataclass(frozen=True)
class State:
    """One row per country in `countries`, indexed by territory_id (see `ui/sql/overview.sql`);
    the answers of every country; and what the regions know.
    """

    dataset: Dataset
    countries: pd.DataFrame
    ledger: Ledger
    known: Known

    @property
    def counted(self) -> pd.DataFrame:
        """The countries whose people in need are counted."""
        return self.countries[self.countries["need"].notna()]

    @property
    def with_places(self) -> pd.DataFrame:
        """The countries whose reception places are known, of whatever date."""
        return self.countries[self.countries["places"].notna()]

    @property
    def both(self) -> pd.DataFrame:
        """The countries that have both."""
        return self.counted[self.counted["places"].notna()]

    def recent(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Those of the rows whose places are up to RECENT_YEARS old."""
        year = pd.to_numeric(rows["places_period"].str[:4])
        return rows[self.dataset.built.year - year <= RECENT_YEARS]

    def answers(self, answer: str) -> int:
        """How many countries have this answer."""
        return len(self.ledger.answered(answer))

    def countries_named(self) -> pd.DataFrame:
        """The countries as a search reads them."""
        regions = ask(self.dataset, "region")
        return regions[regions["level"] == 0]

    def picture(self) -> Picture:
        """The answers as a map."""
        return replace(
            self.ledger.picture(),
            alt=_(
                "Map: the answer of every country, a reception place for every applicant "
                "with a pending case. The page Gaps holds the same answers as a table."
            ),
        )


@per_language(12)
def state_of(dataset: Dataset) -> State:
    """The state of a dataset; its frames are shared between reruns and never written to."""
    choice = ShortageChoice(
        _STANDARD, _STANDARD.bases[0], _STANDARD.threshold, _STANDARD.threshold, "", 0, ()
    )
    rows = ask(dataset, "overview").set_index("territory_id")
    number = ["need", "pending", "recognised", "places"]
    rows[number] = rows[number].astype(float)
    return State(dataset, rows, ledger_of(dataset, choice), known_of(dataset, ALL, _REGIONS, ()))
