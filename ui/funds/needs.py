"""What money is held against: applicants of the period, people in need, places missing."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from analysis import funding
from analysis.fund_series import Series
from analysis.gap import gaps
from analysis.standards import BY_ID
from ui import words
from ui.language import Words, _, later
from ui.store import Dataset, ask

APPLIED, APPLIED_UNHCR, IN_NEED, GAP = "applicants", "applicants_unhcr", "need", "gap"
_MEASURE = {
    APPLIED: "asylum_applicants_persons",
    APPLIED_UNHCR: "asylum_applications_persons",
}
FLOWS = frozenset(_MEASURE)
_STANDARD, _BASIS, _NEED = "place_each_applicant", "asylum_pending", "all_protection"


@dataclass(frozen=True)
class Against:
    """A way to count need: its name in the sidebar, in a sentence, and for one of them.

    English, to be turned where it is shown; `one` is for files.
    """

    key: str
    label: str
    many: str
    one: str
    for_one: str
    per_one: str
    about: str


AGAINST = {
    each.key: each
    for each in (
        Against(
            APPLIED, later("Asylum applicants (Eurostat)"), later("asylum applicants"),
            "asylum applicant", later("for one asylum applicant"),
            later("EUR per asylum applicant"),
            later("Everyone who applied for asylum in the years of the period."),
        ),
        Against(
            APPLIED_UNHCR, later("Asylum applications (UNHCR)"), later("asylum applications"),
            "asylum application", later("for one asylum application"),
            later("EUR per asylum application"),
            later("Applications in the years of the period, as UNHCR counts them."),
        ),
        Against(
            IN_NEED, later("People in need of protection"), later("people in need of protection"),
            "person in need", later("for one person in need"), later("EUR per person in need"),
            later("People with a pending application or a status, at the end of the period."),
        ),
        Against(
            GAP, later("Reception places missing"), later("reception places missing"),
            "missing place", later("for one missing place"), later("EUR per missing place"),
            later("Places asked for by people with a pending case, less the places there are."),
        ),
    )
}  # fmt: skip
# The question of the chart.
MORE = Words(
    {
        APPLIED: "More asylum applicants, more money?",
        APPLIED_UNHCR: "More asylum applications, more money?",
        IN_NEED: "More people in need of protection, more money?",
        GAP: "More reception places missing, more money?",
    }
)


@dataclass(frozen=True, eq=False)
class Need:
    """Need by territory, and from which years.

    `rows` is indexed by territory_id: `need`, `need_lower`, `need_upper`, `need_status`,
    `need_evidence`, `need_source_id`, `need_source_file`, `need_source_line`, `lacking`.
    """

    rows: pd.DataFrame
    years: tuple[int, ...]

    def when(self) -> str:
        """The years in words: '2014 to 2020', '' where there is none."""
        if not self.years:
            return ""
        first, last = self.years[0], self.years[-1]
        return str(first) if first == last else _("{first} to {last}", first=first, last=last)


@lru_cache(maxsize=64)
def need_of(dataset: Dataset, against: str, series: Series) -> Need:
    """The need that money of a series is held against."""
    if against == GAP:
        return _gap(dataset, series)
    return _stock(dataset, series) if against == IN_NEED else _flow(dataset, against, series)


def _flow(dataset: Dataset, against: str, series: Series) -> Need:
    """Applicants of every year of the period that is published so far."""
    yearly = ask(dataset, "fund_applicants", measure_id=_MEASURE[against])
    known = yearly[yearly["value"].notna() | yearly["lower"].notna()]
    told = set(known["year"].astype(int))
    years = tuple(year for year in series.years() if year in told)
    if not years:
        return Need(_empty(), ())
    sums = funding.summed_years(known, years)
    inside = known[known["year"].astype(int).isin(years)].sort_values("year")
    last = inside.drop_duplicates("territory_id", keep="last").set_index("territory_id")
    guessed = inside["shared"].groupby(inside["territory_id"]).any()
    return Need(_with_origin(sums, last, guessed), years)


def _stock(dataset: Dataset, series: Series) -> Need:
    """People in need at the end of the period, or of the year nearest to it that is known."""
    rows = ask(dataset, "fund_need", need_id=_NEED)
    year = _nearest(rows["year"], series.years()[-1])
    if year is None:
        return Need(_empty(), ())
    rows = rows[rows["year"] == str(year)].set_index("territory_id")
    # A figure shared out without an interval says less than it seems: it is no number here.
    value = rows["value"].astype(float).where(rows["exact"] | rows["lower"].notna())
    found = pd.DataFrame(
        {
            "need": value,
            "need_lower": rows["lower"].astype(float),
            "need_upper": rows["upper"].astype(float),
            "lacking": value.isna().astype(int),
        }
    )
    return Need(_with_origin(found, rows, ~rows["exact"].astype(bool)), (year,))


def _gap(dataset: Dataset, series: Series) -> Need:
    """Reception places missing for people with a pending case, nearest to the period's end."""
    periods = ask(
        dataset, "shortage_periods", standard_id=_STANDARD, basis_id=_BASIS, countries=""
    )["period"]
    year = _nearest(periods.str[:4], series.years()[-1])
    if year is None:
        return Need(_empty(), ())
    rows = ask(
        dataset, "shortage", standard_id=_STANDARD, basis_id=_BASIS, period=str(year)
    )  # fmt: skip
    residents = ask(dataset, "region")[["territory_id", "residents"]]
    rows = rows.merge(residents, on="territory_id", how="left", validate="1:1")
    rows[["need_exact", "capacity_exact"]] = rows[["need_exact", "capacity_exact"]].eq(True)
    standard = BY_ID[_STANDARD]
    found = gaps(rows, standard.factor(standard.threshold)).set_index("territory_id")
    sure = found["gap_lower"].eq(found["gap_upper"])
    both = pd.DataFrame(
        {
            "need": found["gap"],
            "need_lower": found["gap_lower"].mask(sure),
            "need_upper": found["gap_upper"].mask(sure),
            "lacking": found["gap"].isna().astype(int),
        }
    )
    of_need = {"need_status": "obs_status"} | {
        f"need_{each}": each for each in ("evidence", "source_id", "source_file", "source_line")
    }
    origin = found[list(of_need)].rename(columns=of_need)
    return Need(_with_origin(both, origin, ~found["need_exact"].astype(bool)), (year,))


def _with_origin(rows: pd.DataFrame, origin: pd.DataFrame, guessed: pd.Series) -> pd.DataFrame:
    """Add where each is from, and that what was shared out or added up is an estimate."""
    at = origin.reindex(rows.index)
    estimated = guessed.reindex(rows.index).eq(True)
    made = at["evidence"].eq("synthetic")
    return rows.assign(
        need_status=at["obs_status"].mask(estimated, "E"),
        need_evidence=at["evidence"].mask(estimated & ~made, "estimated"),
        need_estimated=estimated,
        need_source_id=at["source_id"],
        need_source_file=at["source_file"],
        need_source_line=at["source_line"],
    )


def _empty() -> pd.DataFrame:
    columns = (
        "need", "need_lower", "need_upper", "lacking", "need_status", "need_evidence",
        "need_estimated", "need_source_id", "need_source_file", "need_source_line",
    )  # fmt: skip
    return pd.DataFrame({name: pd.Series(dtype=object) for name in columns}).rename_axis(
        "territory_id"
    )


def _nearest(years: pd.Series, wanted: int) -> int | None:
    """The last year up to the one wanted, else the first after it."""
    known = sorted({int(each) for each in years})
    before = [year for year in known if year <= wanted]
    return before[-1] if before else (known[0] if known else None)


def kind(need: Need, series: Series, against: str) -> str:
    """From when the need is, as a sentence says it."""
    counted = AGAINST[against]
    if not need.years:
        return _("No {many} are published for {period}.", many=_(counted.many),
                 period=words.day(series.period))  # fmt: skip
    if against in _MEASURE and need.years != series.years():
        when = _("Published so far for {years}.", years=need.when())
    elif against in _MEASURE:
        when = _("Counted for {years}.", years=need.when())
    else:
        when = _("Counted for the end of {year}.", year=need.when())
    return f"{_(counted.about)} {when}"
