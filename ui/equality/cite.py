"""How the Equality page's figures are worked out, and where they are from."""

import pandas as pd
import streamlit as st

from analysis.equality.resampled import DRAWS
from ui.address import source_link
from ui.area import records
from ui.equality.choice import EqualityChoice
from ui.equality.figures import Equality
from ui.equality.rows import used
from ui.equality.subjects import RESIDENTS
from ui.language import _, later
from ui.store import Dataset, ask
from ui.words import day, escaped, inside, number

_MEASURES = later(
    "**Lorenz and Gini.** Territories stand in the order of what they have for one in need. The "
    "curve adds up their shares of need and of capacity; Gini's index is twice the area between "
    "it and the straight line: 0 where all have the same for one in need, near 1 where one has "
    "all.\n\n"
    "**Theil.** The sum of shares of capacity times the logarithm of their ratio to shares of "
    "need (Theil 1967). It splits exactly into inequality between countries and within them. A "
    "territory without capacity counts 0, as 0 log 0 = 0.\n\n"
    "**Kolm-Pollak.** The rate that, given to everyone, would be as good as the rates there are, "
    "to somebody to whom the worst supplied matter more (Kolm 1976; Sheriff & Maguire 2020; Logan "
    "et al. 2021). The aversion kappa is worked out from Atkinson's epsilon once for all dates, so "
    "that dates compare. What the unequal spread costs is the mean less this rate."
)
_SURE = later(
    "**How sure.** The band holds 95 % of {draws} resamples: territories drawn anew with "
    "replacement, the same draws for every measure and date. It says how much a measure hangs on "
    "which territories are counted, not how good the figures are. *More equally* or *less "
    "equally* is said only where all of it is on one side of zero.\n\n"
    "Where need or capacity is an interval (need of a region is shared out between stated keys), "
    "figures inside the intervals are searched for the least and the greatest inequality: the "
    "better supplied at their best and the rest at their worst, then all as near to one rate as "
    "they can be. What was found possible is said; the true range is at least as wide."
)
_COUNTED = later(
    "**Who is counted.** Territories of one level whose need and capacity are known, of the same "
    "measure, at both dates; a hollow mark is a date at which some of them are unknown. A figure "
    "that is unknown is left out and told, never counted as zero. Gains are in percentage points "
    "of the mean of the territories compared; where their intervals allow both, it cannot be told."
    "\n\n**Parity.** Each territory known now is to have the chosen share of the mean of today, "
    "rounded up to whole places. Added: what each lacks. Moved: the same places taken from those "
    "furthest above, none of whom falls below it. Fewer do not do: each lacking place must come "
    "from somewhere. It says nothing about whether a place can be moved."
)


def method(choice: EqualityChoice) -> None:
    """Measures, intervals, who is counted."""
    for text in (_(_MEASURES), _(_SURE, draws=number(DRAWS)), _(_COUNTED)):
        st.markdown(text)
    if choice.basis == RESIDENTS:
        st.markdown(
            _("Residents are those of 1 January of that year, or of the last year there is.")
        )
    basis = inside(choice.subject.bases[choice.basis])
    st.markdown(
        _("**Here**: {what}, over {over}.", what=escaped(choice.subject.label), over=escaped(basis))
    )


def quiet(
    dataset: Dataset, view: Equality | None, choice: EqualityChoice, codes: pd.Index | None = None
) -> str:
    """The quiet line: the date, the sources, and of when the places are, which the date is not."""
    line = records.origin(dataset, used(view, codes), choice.now)
    if view is None or choice.basis == RESIDENTS:
        return line
    rows = view.rows.loc[list(view.codes) if codes is None else codes]
    # A year ends after its months, a month after its days.
    of = sorted(map(str, rows["capacity_period_now"].dropna().unique()), key=lambda at: f"{at}~")
    if not of:
        return line
    dates = list(dict.fromkeys(day(each) for each in (of[0], of[-1])))
    span = dates[0]
    if len(dates) > 1:
        span = _("{first} to {last}", first=dates[0], last=dates[-1])
    return f"{line} · {_('{many} of {dates}', many=choice.subject.many, dates=span)}"


def sources(dataset: Dataset, view: Equality | None) -> None:
    """The sources of what is compared."""
    st.markdown(f"###### {_('Sources')}")
    table = ask(dataset, "source").set_index("source_id")
    lines = [
        f"- **[{escaped(str(table.loc[each, 'title']))}]({source_link(each)})**, "
        + _(
            "{publisher}. Licence: {licence}. {caveats}",
            publisher=escaped(str(table.loc[each, "publisher"])),
            licence=escaped(str(table.loc[each, "licence"])),
            caveats=escaped(str(table.loc[each, "caveats"] or "")),
        )
        for each in dict.fromkeys(used(view))
        if each in table.index
    ]
    st.markdown("\n".join(lines) or _("No figure of any source is shown here."))
