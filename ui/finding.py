"""What a view shows, in a sentence, and how its territories rank."""

import pandas as pd

from analysis.hospital_care import NO_REGISTER, NOT_PLACED
from ui import words
from ui.cased import begins
from ui.language import _, n_, plural
from ui.view import View

_NO_REGISTERS = plural(
    "{countries} sends no hospital register", "{countries} send no hospital register"
)
_THIN = plural(
    "for {count} territory the hospital register is too thin to tell",
    "for {count} territories the hospital register is too thin to tell",
)
_THIN_TOO = plural(
    "for {count} other territory it is too thin to tell",
    "for {count} other territories it is too thin to tell",
)
_UNPLACED = plural(
    "for {count} territory no grid says where people live",
    "for {count} territories no grid says where people live",
)
_UNKNOWN = plural(
    "For {count} territory the answer is unknown.",
    "For {count} territories the answer is unknown.",
)


def sentence(view: View) -> str:
    """The finding: how much, where most, and what is unknown."""
    if view.known.empty:
        return _("Groundwork has no figure for the territories chosen: all are unknown, not zero.")
    if view.choice.indicator.is_share:
        return " ".join([_out_of_reach(view), *_thin_registers(view)])
    return " ".join([_rates(view), *_no_figures(view)])


def _out_of_reach(view: View) -> str:
    known = view.known
    low, high = known["count_lower"].sum(), known["count_upper"].sum()
    told = {
        "amount": _between(low, high), "residents": words.short(known["residents"].sum()),
        "km": view.choice.km,
    }  # fmt: skip
    top = known.groupby("country")["count"].sum().nlargest(3)
    if len(top) < 3 or top.iloc[-1] == 0:
        return _(
            "{amount} of the {residents} residents of territories with an answer live farther "
            "than {km} km from the nearest hospital (hospitals of 2020, residents of 2022).",
            **told,
        )
    names = words.listed([words.country(str(code)) for code in top.index])
    if top.sum() > known["count"].sum() / 2:
        return _(
            "{amount} of the {residents} residents of territories with an answer live farther "
            "than {km} km from the nearest hospital (hospitals of 2020, residents of 2022), most "
            "of them in {countries}.",
            **told, countries=names,
        )  # fmt: skip
    return _(
        "{amount} of the {residents} residents of territories with an answer live farther than "
        "{km} km from the nearest hospital (hospitals of 2020, residents of 2022), more than "
        "elsewhere in {countries}.",
        **told, countries=names,
    )  # fmt: skip


def _between(low: float, high: float) -> str:
    """An interval in words, as a sentence begins."""
    if words.short(low) == words.short(high):
        return _("About {count}", count=words.short(high))
    return _("Between {low} and {high}", low=words.short(low), high=words.short(high))


def _rates(view: View) -> str:
    known, unit = view.known, view.choice.indicator.unit
    order = known.sort_values("value", ascending=view.choice.indicator.ranking == "least")
    ends = [order.iloc[0], order.iloc[-1]]
    places = [words.escaped(str(end["place"])) for end in ends]
    if len(known) == 1:
        return _(
            "{place} has {rate} residents.",
            place=places[0], rate=words.with_unit(ends[0]["value"], unit),
        )  # fmt: skip
    said = _(
        "From {low} per 1,000 residents in {place} to {high} in {other}.",
        low=words.rate(ends[0]["value"]), place=places[0],
        high=words.rate(ends[1]["value"]), other=places[1],
    )  # fmt: skip
    years = sorted(known["period"].str[:4].unique())
    if len(years) < 2:
        return said
    dates = _("Dates differ, from {first} to {last}.", first=years[0], last=years[-1])
    return f"{said} {dates}"


def _silent(view: View) -> pd.DataFrame:
    """The rows of countries that have no known territory in the view."""
    has_none = view.rows["value"].isna().groupby(view.rows["country"]).transform("all")
    return view.rows[has_none]


def _thin_registers(view: View) -> list[str]:
    """What the hospital register and the population grid leave unknown, when anything."""
    silent = _silent(view)
    absent = list(silent[silent["note"].eq(NO_REGISTER)]["country"].unique())
    others = view.unknown[~view.unknown["country"].isin(absent)]
    unplaced = int(others["note"].eq(NOT_PLACED).sum())
    parts = []
    if absent:
        parts.append(n_(*_NO_REGISTERS, len(absent), countries=words.countries(absent)))
    counts = ((_THIN_TOO if absent else _THIN, len(others) - unplaced), (_UNPLACED, unplaced))
    parts += [n_(*pair, many, count=words.counted(many)) for pair, many in counts if many]
    if not parts:
        return []
    return [_("{what}: unknown, not zero.", what=begins("; ".join(parts)))]


def _no_figures(view: View) -> list[str]:
    """What no figure is known for, when anything."""
    silent = list(_silent(view)["country"].unique())
    if silent:
        return [
            _(
                "Groundwork has no such figure for {countries}: unknown, not zero.",
                countries=words.countries(silent),
            )
        ]
    if unknown := len(view.unknown):
        return [n_(*_UNKNOWN, unknown, count=words.counted(unknown))]
    return []


def ranked(view: View, most: int) -> pd.DataFrame:
    """The territories at the sharp end of the view, sharpest first.

    A share is ranked by the people behind it, a rate by itself.
    """
    indicator = view.choice.indicator
    by = "count" if indicator.is_share else "value"
    return view.known.sort_values(
        [by, "place"], ascending=[indicator.ranking == "least", True]
    ).head(most)


def ranking_title(view: View) -> str:
    """What the ranking ranks."""
    indicator = view.choice.indicator
    if indicator.is_share:
        return _("Most {what}", what=_(indicator.count_label))
    if indicator.ranking == "least":
        return _("Fewest {what} per 1,000 residents", what=view.choice.counted())
    return _("Most {what} per 1,000 residents", what=view.choice.counted())
