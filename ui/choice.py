"""What a reader can choose on a page of gaps; every choice is in the address."""

from dataclasses import dataclass

from analysis import BY_ID, INDICATORS
from analysis.indicator import Indicator
from ui import controls
from ui.area.where import countries
from ui.controls import One
from ui.language import _, n_
from ui.store import Dataset, ask
from ui.words import GROUPS, LEVELS

DISTANCES_KM = tuple(range(5, 65, 5))
USUAL_KM = 20
LATEST = "latest"


@dataclass(frozen=True)
class Choice:
    """One view: the question, for whom, when, at which level, in which countries."""

    indicator: Indicator
    group_id: str
    km: int
    period: str
    level: int
    countries: tuple[str, ...]

    def values(self) -> dict[str, str | int]:
        """The values the store's queries take."""
        return {
            "km": self.km,
            "measure_id": self.indicator.measures[self.group_id],
            "group_id": self.group_id,
            "period": "" if self.period == LATEST else self.period,
        }

    def counted(self) -> str:
        """What the figures count."""
        return _(self.indicator.counts_of.get(self.group_id, self.indicator.count_label))

    def question(self) -> str:
        """The question of the page's title."""
        return _(self.indicator.question, km=self.km)


def choose(dataset: Dataset) -> Choice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        ids = [each.indicator_id for each in INDICATORS]
        asked = One(
            _("What is short"), "short", ids, lambda key: _(BY_ID[key].label),
            _("The question the map answers."),
        )  # fmt: skip
        indicator = BY_ID[controls.select(asked)]
        group_id = _group(dataset, indicator)
        km = _distance(indicator)
        period = _period(dataset, indicator, group_id)
        level = controls.select(
            One(
                _("Territories"), "level", list(LEVELS), LEVELS.__getitem__,
                _(
"NUTS levels of the EU's territorial statistics. Where a figure is "
"published only for larger territories, those are drawn instead."),
                2,
            )
        )  # fmt: skip
        chosen = countries(dataset)
    return Choice(indicator, group_id, km, period, level, chosen)


def _group(dataset: Dataset, indicator: Indicator) -> str:
    """Whom the figures count; only groups with a figure are offered."""
    groups = [
        group
        for group, measure_id in indicator.measures.items()
        if group in ("reception", "residents")
        or group in set(ask(dataset, "groups", measure_id=measure_id)["group_id"])
    ]
    if len(groups) == 1:
        controls.absent("whom")
        return groups[0]
    return controls.select(
        One(
            _("For whom"), "whom", groups, GROUPS.__getitem__,
            _(
"Groups are counted apart by their publishers and are never added here. "
"Where a country does not publish all newcomers, its asylum applicants are "
"shown."),
        )
    )  # fmt: skip


def _distance(indicator: Indicator) -> int:
    """The distance beyond which care counts as out of reach."""
    if indicator.reads != "hospital_reach":
        controls.absent("km")
        return USUAL_KM
    return controls.slider(
        One(
            _("Out of reach beyond"), "km", DISTANCES_KM, lambda km: _("{km} km", km=km),
            _("As the crow flies. 20 km is about half an hour by car."), USUAL_KM,
        )
    )  # fmt: skip


def _period(dataset: Dataset, indicator: Indicator, group_id: str) -> str:
    """The year, or the latest figure of each territory."""
    if indicator.reads != "figure":
        controls.absent("period")
        return LATEST
    measure_id = indicator.measures[group_id]
    years = ask(dataset, "periods", measure_id=measure_id, group_id=group_id)
    counts = dict(zip(years["year"], years["countries"], strict=True))

    asked = controls.value("period") or LATEST
    if asked not in counts and asked != LATEST:
        controls.note(_("No figure for this group in the year asked for: the latest are shown."))

    def words(year: str) -> str:
        if year == LATEST:
            return _("Latest of each territory")
        return n_("{year} ({count} country)", "{year} ({count} countries)", counts[year], year=year)

    return controls.select(
        One(
            _("Period"), "period", [LATEST, *counts], words,
            _(
"The last figure in the year chosen, or the last there is. Dates differ "
"between countries; every figure says its own."),
        )
    )  # fmt: skip
