"""How the stress test is worked out, and where its figures are from."""

import pandas as pd
import streamlit as st

from ui.address import source_link
from ui.area import records
from ui.language import _, later
from ui.store import ask
from ui.stress.answers import stands_in, told_today
from ui.stress.rows import used
from ui.stress.tested import Stress
from ui.stress.today import HOSTED_AT_ONCE, SUPPOSED, UNKNOWN, WORKED_OUT
from ui.words import day, escaped

_LAW = "http://data.europa.eu/eli/dir/2024/1346/oj"
_GUIDE = "https://euaa.europa.eu/publications/guidance-contingency-planning"
_METHOD = (
    later(
        "**Steps.** Weeks of seven days. In each week newcomers leave first (each week the same "
        "part, one over the average stay), then people arrive; what is said of a week holds at "
        "its end. A territory is *full* in the first week at whose end no place is free. Persons "
        "are real numbers and are rounded for reading only. Nobody is lost: all who came are "
        "hosted, without a place, or have left."
    ),
    later(
        "**Arrivals.** A month is the rise of the published stock of temporary protection between"
        " two dates, never over a missing date or a break in the series; March 2022 is counted "
        "from nothing, as protection began on 4 March 2022. A rise over a longer time is spread "
        "evenly over its days and a month of 31 days is taken. Those who left within the month "
        "are not seen, so more may have come."
    ),
    later(
        "**Where people go.** Nobody knows. Without a key each territory's part is an interval, "
        "from its share of residents to its share of people hosted today; where people hosted are"
        " not known for all of a country, residents alone are the key. *Goes where its country "
        "has room* moves who has no place in proportion to the free places of the same country."
    ),
    later(
        "**Best and worst.** The worst case takes the upper end of people and arrivals and the "
        "lower end of places, the best case the opposite. *Cannot tell* is a territory that fills"
        " in one and not in the other."
    ),
    later(
        "**The most hosted at once** stands in for places only where people were counted on at "
        "least twelve dates; figures that are hard to believe are left out. A territory has room "
        "for at least that many, so it is not full before the week shown. It is an estimate and "
        "never called published."
    ),
    later(
        "**Buffer.** So many per cent more of all places. *Enough* is a closed form: the greatest"
        " of people over places in any week, less one. Where a buffer lasts to the end of the "
        "horizon, the weeks it gains are counted to there, so they are at least so many."
    ),
)

# By what is told, and whether it is worked out in part or all.
_DATES = {
    ("people", ""): later("people of {when}"),
    ("people", "all"): later("people of {when}, worked out"),
    ("people", "part"): later("people of {when}, worked out in part"),
    ("places", ""): later("places of {when}"),
    ("places", "all"): later("places of {when}, worked out"),
    ("places", "part"): later("places of {when}, worked out in part"),
}


def quiet(stress: Stress) -> str:
    """The quiet line: dates of people and places, and the sources of all of it."""
    line = records.origin(stress.dataset, used(stress))
    rows = told_today(stress.rows)
    parts = [line, *dates(rows)]
    if stands_in(rows).any():
        parts.append(_("places: estimated, the most people hosted at once"))
    if stress.known.any():
        parts.append(_("weeks: worked out"))
    return " · ".join(parts)


def dates(rows: pd.DataFrame) -> list[str]:
    """Of when people and places are, and whether they are worked out rather than published."""
    found = []
    for what in ("people", "places"):
        known = rows[~rows[f"{what}_known_as"].isin([SUPPOSED, HOSTED_AT_ONCE, UNKNOWN])]
        of = sorted(
            {str(each) for each in known[f"{what}_period"].dropna()}, key=lambda at: f"{at}~"
        )
        if not of:
            continue
        worked_out = known[f"{what}_known_as"].eq(WORKED_OUT)
        known_as = "all" if worked_out.all() else "part" if worked_out.any() else ""
        first, last = day(of[0]), day(of[-1])
        when = first if first == last else _("{first} to {last}", first=first, last=last)
        found.append(_(_DATES[what, known_as], when=when))
    return found


def method(stress: Stress) -> None:
    """Model, assumptions and the texts the headings follow."""
    for text in _METHOD:
        st.markdown(_(text))
    st.markdown(
        _(
            "**Headings.** [Article 32 of Directive (EU) 2024/1346]({law}) asks each Member State "
            "for a contingency plan for adequate reception when many people come at once; the "
            "headings follow it and the [guidance of the EU Agency for Asylum]({guide}) on "
            "management, information, coordination, budget, housing capacity, staff, standards, "
            "security and prevention. They are not the agency's template.",
            law=_LAW,
            guide=_GUIDE,
        )
    )


def sources(stress: Stress) -> None:
    """Each source with its licence and caveats."""
    st.markdown(_("###### Sources"))
    table = ask(stress.dataset, "source").set_index("source_id")
    lines = [
        f"- **[{escaped(str(table.loc[each, 'title']))}]({source_link(each)})**, "
        f"{escaped(str(table.loc[each, 'publisher']))}. "
        f"{_('Licence: {licence}.', licence=escaped(str(table.loc[each, 'licence'])))} "
        f"{escaped(str(table.loc[each, 'caveats'] or ''))}"
        for each in dict.fromkeys(used(stress))
        if each in table.index
    ]
    st.markdown("\n".join(lines) or _("No figure of any source is shown here."))
