"""Persons and figures of the stress test as readers meet them."""

import pandas as pd

from ui import words
from ui.language import _, n_, plural
from ui.store import Dataset
from ui.stress.amounts import how_many, people, span
from ui.stress.asked import CUSTOM, LIKE, MARCH, STEADY, StressChoice
from ui.stress.months import months_of
from ui.stress.tested import Stress
from ui.stress.today import HOSTED_AT_ONCE, SUPPOSED, WORKED_OUT
from ui.stress.when import Row
from ui.words import THIN, country, day, is_known, rate, short

_SUPPOSED = {
    "people": plural(
        "{count} people hosted (your supposition)", "{count} people hosted (your supposition)"
    ),
    "places": plural("{count} places (your supposition)", "{count} places (your supposition)"),
}
_HELD = {
    "people": plural(
        "at least {count} people hosted, the most people hosted at once since {first} ({day})",
        "at least {count} people hosted, the most people hosted at once since {first} ({day})",
    ),
    "places": plural(
        "at least {count} places, the most people hosted at once since {first} ({day})",
        "at least {count} places, the most people hosted at once since {first} ({day})",
    ),
}
_WORKED_OUT = {
    "people": plural(
        "{count} people hosted ({day}, worked out)", "{count} people hosted ({day}, worked out)"
    ),
    "places": plural("{count} places ({day}, worked out)", "{count} places ({day}, worked out)"),
}
_KNOWN = {
    "people": plural("{count} people hosted ({day})", "{count} people hosted ({day})"),
    "places": plural("{count} places ({day})", "{count} places ({day})"),
}


def figure(row: Row, what: str) -> str:
    """People or places of today, with their date and how they are known."""
    if not is_known(row[what]):
        return ""
    known_as, value = row[f"{what}_known_as"], float(row[what])
    if known_as == SUPPOSED:
        return n_(*_SUPPOSED[what], round(value), count=short(value))
    if known_as == HOSTED_AT_ONCE:
        first, most = day(str(row["first_period"])), day(str(row["most_period"]))
        return n_(*_HELD[what], round(value), count=short(value), first=first, day=most)
    pair = (_WORKED_OUT if known_as == WORKED_OUT else _KNOWN)[what]
    low, high = float(row[f"{what}_lower"]), float(row[f"{what}_upper"])
    when = day(str(row[f"{what}_period"]))
    return n_(*pair, how_many(low, high), count=span(low, high), day=when)


def shock(dataset: Dataset, choice: StressChoice) -> str:
    """Who comes, in a sentence with its source in the series."""
    asked = choice.shock
    parts = [_who_comes(dataset, choice)]
    if asked.asks < 100:
        parts.append(_("{share} of them ask for a place", share=f"{rate(asked.asks)}{THIN}%"))
    if asked.tail:
        share = f"{rate(asked.tail)}{THIN}%"
        parts.append(_("afterwards {share} of the weekly number go on coming", share=share))
    return "; ".join(parts) + "."


def _who_comes(dataset: Dataset, choice: StressChoice) -> str:
    asked, months, looked_at = choice.shock, months_of(dataset), choice.where.countries
    if asked.kind == CUSTOM:
        pair = _IN_A_WEEK if asked.weeks == 1 else _IN_WEEKS
        weeks = words.counted(asked.weeks)
        return people(pair, asked.persons, asked.persons, weeks=weeks)
    if asked.kind == LIKE and asked.like in months.index:
        return _(
            "{rate} people per 1,000 residents come, as to {country} in {month}",
            rate=rate(float(months["worst_per_1000"][asked.like])), country=country(asked.like),
            month=day(str(months["worst_period"][asked.like])),
        )  # fmt: skip
    if len(looked_at) == 1 and looked_at[0] in months.index:
        return _of_one(str(looked_at[0]), choice, months)
    if asked.kind == MARCH:
        return _(
            "To each country come as many people as came under temporary protection in March 2022"
        )
    return _("To each country come as many people as in its worst month of temporary protection")


_IN_A_WEEK = plural(
    "{count} person comes within one week, to all territories together",
    "{count} people come within one week, to all territories together",
)
_IN_WEEKS = plural(
    "{count} person comes within {weeks} weeks, to all territories together",
    "{count} people come within {weeks} weeks, to all territories together",
)
_AS_IN = plural(
    "{count} person comes to {country}, as in {month}",
    "{count} people come to {country}, as in {month}",
)
_AS_ON_AVERAGE = plural(
    "{count} person comes to {country}, as in an average month up to {month}",
    "{count} people come to {country}, as in an average month up to {month}",
)


def _of_one(code: str, choice: StressChoice, months: pd.DataFrame) -> str:
    """The month of one country."""
    if choice.shock.kind == MARCH:
        persons, of = float(months["march"][code]), day("2022-03")
        if not is_known(persons):
            return _(
                "How many people came to {country} in March 2022 is not known",
                country=country(code),
            )
        if persons <= 0:
            return _(
                "Nobody was registered in {country} by the end of March 2022: its worst month came "
                "later", country=country(code),
            )  # fmt: skip
        return people(_AS_IN, persons, persons, country=country(code), month=of)
    persons, period = float(months["worst"][code]), str(months["worst_period"][code])
    # A monthly series gives the month itself, another the average of a longer time.
    pair = _AS_IN if len(period) == 7 else _AS_ON_AVERAGE
    return people(pair, persons, persons, country=country(code), month=day(period))


def terms(choice: StressChoice, rows: pd.DataFrame) -> str:
    """How long people stay, what is lost and how people are spread, in sentences."""
    stay = _("nobody leaves before the end")
    if choice.stay:
        stay = n_(
            "newcomers stay {count} week on average", "newcomers stay {count} weeks on average",
            choice.stay,
        )  # fmt: skip
    base = (
        _("those here today stay as many as they are")
        if choice.base == STEADY
        else _("those here today leave as newcomers do")
    )
    said = _("Supposed: {stay}; {base}.", stay=stay, base=base)
    if not choice.lost:
        return said
    share, week = f"{rate(choice.lost)}{THIN}%", choice.lost_from
    if choice.lost_in in rows.index:
        lost = _(
            "{share} of the places of {place} are lost from week {week}.", share=share, week=week,
            place=words.escaped(str(rows.loc[choice.lost_in, "place"])),
        )  # fmt: skip
    else:
        lost = _("{share} of all places are lost from week {week}.", share=share, week=week)
    return f"{said} {lost}"


def named(stress: Stress, rows: pd.DataFrame) -> list[str]:
    """Territories by name; with their country where several are looked at."""
    one = stress.rows["country"].nunique() == 1
    return [
        str(name if one and level else place)
        for name, place, level in zip(rows["name"], rows["place"], rows["level"], strict=True)
    ]
