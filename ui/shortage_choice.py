"""What a reader can choose on the Gaps page; every choice is in the address."""

from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.standard import Basis, Standard
from analysis.standards import BY_ID, STANDARDS
from ui import controls
from ui.area.where import countries
from ui.cased import begins
from ui.controls import Amount, One
from ui.language import Words, _
from ui.store import Dataset, ask
from ui.words import GROUP_WORDS, LEVELS, SERVICES, day, inside

LATEST = "latest"
GAP, NEED, STATED = "gap", "need", "stated"
_SHOWN = Words({GAP: "Gap", NEED: "Need", STATED: "As stated"})
_FORMS = Words({"geographic": "Geographic", "tiles": "Equal-area tiles"})
# More dates than this are offered by year: a slider of a hundred steps cannot be aimed.
_MOST_STEPS = 160


@dataclass(frozen=True)
class ShortageChoice:
    """One view of the ledger: what, for whom, by which standard, when, where, drawn how."""

    standard: Standard
    basis: Basis
    threshold: float | None
    usual: float | None
    period: str
    level: int
    countries: tuple[str, ...]
    show: str = GAP
    form: str = "geographic"

    @property
    def edited(self) -> bool:
        """Whether the reader wrote a benchmark of her own."""
        return self.threshold != self.usual

    def factor(self) -> float | None:
        """How much of the standard's unit one of the basis asks for."""
        return self.standard.factor(self.threshold)

    def question(self) -> str:
        """The question of the page's title."""
        what = inside(SERVICES[self.standard.service])
        whom = GROUP_WORDS[self.standard.group_id]
        if self.show == NEED:
            return _("How much {what} do {whom} need?", what=what, whom=whom)
        if self.show == STATED:
            return _("What is missing for {whom}, as its publisher states it?", whom=whom)
        return _("Where is {what} short for {whom}?", what=what, whom=whom)

    @property
    def stated_in_percent(self) -> bool:
        """Whether the publisher states a share fulfilled, not a number that is missing."""
        return "per cent" in self.standard.published_label


def choose(dataset: Dataset) -> ShortageChoice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        measured = measure(dataset)
        standard = measured.standard
        show = _radio(
            _("Map shows"), "show",
            {key: label for key, label in _SHOWN.items() if key != STATED or standard.published},
            _(
                "The gap as worked out here, how much is asked for, or the gap its publisher "
                "states."
            ),
        )  # fmt: skip
        form = _radio(
            _("Map form"), "form", _FORMS,
            _("On tiles every region is the same size, so that small ones count."),
        )  # fmt: skip
    return replace(measured, show=show, form=form)


def measure(dataset: Dataset) -> ShortageChoice:
    """Draw the controls that say what is short, where and when, where the caller stands."""
    standard = _standard()
    basis = _basis(standard)
    usual = usual_threshold(dataset, standard)
    threshold = _threshold(standard, usual)
    level = _level()
    looked_at = _countries(dataset, standard)
    period = _period(dataset, standard, basis, looked_at)
    return ShortageChoice(standard, basis, threshold, usual, period, level, looked_at)


def _radio(label: str, key: str, options: dict[str, str], about: str) -> str:
    return controls.radio(
        One(label, key, list(options), options.__getitem__, about), horizontal=True
    )


def _standard() -> Standard:
    """Service, group and benchmark, each offering what the one before allows."""
    services = list(dict.fromkeys(each.service for each in STANDARDS))
    service = controls.select(
        One(
            _("Service"),
            "service",
            services,
            SERVICES.__getitem__,
            _("What people need places in."),
        )
    )
    inside = [each for each in STANDARDS if each.service == service]
    groups = list(dict.fromkeys(each.group_id for each in inside))
    group_id = controls.select(
        One(
            _("For whom"), "whom", groups, lambda key: begins(GROUP_WORDS[key]),
            _("Groups are counted apart; a combined need never counts anybody twice."),
        )
    )  # fmt: skip
    ids = [each.standard_id for each in inside if each.group_id == group_id]
    return BY_ID[
        controls.select(
            One(
                _("Measured by"), "by", ids, lambda key: _(BY_ID[key].label),
                _("The benchmark that says how much is enough."),
            )
        )
    ]  # fmt: skip


def _basis(standard: Standard) -> Basis:
    """The definition of need, or whatever the benchmark is per."""
    bases = {basis.basis_id: basis for basis in standard.bases}
    if len(bases) == 1:
        controls.absent("basis")
        return standard.bases[0]
    return bases[
        controls.select(
            One(
                _("Counted by"), "basis", list(bases), lambda key: _(bases[key].label),
                _("Stocks and flows are never added; combinations count nobody twice."),
            )
        )
    ]  # fmt: skip


def usual_threshold(dataset: Dataset, standard: Standard) -> float | None:
    """The standard's own benchmark, else the dataset's norm of places for one in need."""
    if standard.threshold is not None:
        return standard.threshold
    norms = ask(dataset, "benchmark")
    fits = norms["service"].eq(standard.service) & norms["unit"].eq("places per person")
    found = norms[fits]["threshold"].dropna()
    return float(found.iloc[0]) if len(found) else None


def _threshold(standard: Standard, usual: float | None) -> float | None:
    """The benchmark, which a reader may change for herself."""
    per = _(standard.per_label)
    unit = _("{unit} per {per}", unit=_(standard.unit), per=per)
    if standard.inverse:
        unit = _("people per {per}", per=per)
    about = _("Change it to try another; the page and every download then say so.")
    value = controls.number(
        Amount(
            _("Benchmark: {unit}", unit=unit), f"norm_{standard.standard_id}", "norm", usual,
            f"{about} {_(standard.note)}",
            _("write your own"),
        )
    )  # fmt: skip
    if value is not None and standard.inverse and value == 0:
        return None
    return value


def _level() -> int:
    return controls.select(
        One(
            _("Territories"), "level", list(LEVELS), LEVELS.__getitem__,
            _(
                "NUTS levels. A country whose gap is known only for larger territories is drawn "
                "with those."
            ),
            2,
        )
    )  # fmt: skip


def _countries(dataset: Dataset, standard: Standard) -> tuple[str, ...]:
    """The countries to look at; a national norm looks at its own."""
    if standard.countries:
        controls.absent("in")
        return standard.countries
    return countries(dataset)


@lru_cache(maxsize=128)
def _periods(dataset: Dataset, standard_id: str, basis_id: str, countries: str) -> tuple[str, ...]:
    """The dates, or years, that have a figure, in order."""
    found = ask(
        dataset, "shortage_periods", standard_id=standard_id, basis_id=basis_id,
        countries=countries,
    )  # fmt: skip
    periods = tuple(found["period"])
    # Dates that differ by country cannot be one step of a slider: the year can.
    if found["countries"].max() > 1 or len(periods) > _MOST_STEPS:
        return tuple(sorted({period[:4] for period in periods}))
    return periods


def _period(dataset: Dataset, standard: Standard, basis: Basis, countries: tuple[str, ...]) -> str:
    """A slider over the dates there are; the latest of each territory at its end."""
    periods = _periods(dataset, standard.standard_id, basis.basis_id, " ".join(countries))
    if len(periods) < 2:
        controls.absent("when")
        return ""
    options = [*periods, LATEST]
    chosen = controls.slider(
        One(
            _("When"), "when", options, lambda key: _("latest") if key == LATEST else day(key),
            _("The latest date of each territory, or one year or date for all."), LATEST,
        )
    )  # fmt: skip
    return "" if chosen == LATEST else str(chosen)
