"""What the Funds page says of a view in sentences."""

import math

import pandas as pd

from analysis.concordance import AGAINST, CANNOT_TELL, FOLLOWS, LEAST, TOO_FEW, Concordance
from analysis.fund_series import Series
from ui import words
from ui.funds.needs import FLOWS, GAP
from ui.funds.scatter import noun
from ui.funds.view import View

_MOST_NAMED = 4
_MOSTLY = 0.5


def headline(view: View) -> str:
    """Does money follow need: the answer, its interval, who is left out."""
    found, many = view.agreement, view.choice.against.many
    if found.answer == TOO_FEW:
        return f"**Too few to tell**: {_few(view)} {left_out(view)}".strip()
    who = noun(view)
    pairs = f"in {round(found.same_order * 100)} of 100 pairs"
    lead = {
        FOLLOWS: f"**In broad order, yes: {who} with more {many} have more money**, {pairs}.",
        AGAINST: f"**No, the reverse: {who} with more {many} have less money.** The two orders "
        f"agree {pairs}.",
        CANNOT_TELL: f"**Cannot tell**: {who} with more {many} have more money {pairs}, which "
        "may be chance.",
    }[found.answer]
    measured = (
        f"Rank agreement (Kendall's tau: 1 is the same order, 0 none) is {_tau(found)}, over "
        f"{found.n} {who}."
    )
    return " ".join(
        each for each in (lead, measured, size_out(view), left_out(view), *cautions(view)) if each
    )


def _few(view: View) -> str:
    n = view.agreement.n
    have = "none has" if n == 0 else f"only {words.count_of(n, 'territory')} "
    have += "" if n == 0 else ("has" if n == 1 else "have")
    return f"{have} both figures, and an order needs {words.count_of(LEAST, 'territory')}."


def _tau(found: Concordance) -> str:
    return f"{signed(found.tau)} (95{words.THIN}% between {signed(found.lower)} and " + (
        f"{signed(found.upper)})"
    )


def signed(value: float) -> str:
    """A coefficient with two decimals and a true minus.

    >>> signed(-0.061), signed(0.664), signed(-0.001)
    ('−0.06', '0.66', '0.00')
    """
    text = f"{abs(value):.2f}"
    return f"−{text}" if value < 0 and text != "0.00" else text


def size_out(view: View) -> str:
    """The same with both per resident: large countries have more of everything."""
    found = view.by_size
    if found.answer == TOO_FEW or shared(view):
        return ""
    still = "still " if view.agreement.answer == FOLLOWS else ""
    said = {
        FOLLOWS: f"money {still}follows need",
        CANNOT_TELL: "it cannot be told",
        AGAINST: "the order turns round",
    }
    return f"Per resident, with size taken out, {said[found.answer]}: {_tau(found)}."


def shared(view: View) -> bool:
    """Whether most of the need is a national figure shared out."""
    both = view.both
    return bool(len(both)) and float(both["need_estimated"].eq(True).mean()) > _MOSTLY


def cautions(view: View) -> list[str]:
    """What would mislead about the agreement."""
    said = []
    if shared(view) and view.choice.where.level > 0:
        said.append(
            "The need of most regions is a national figure shared out, mainly by residents: the "
            "order says where residents are more than where need is."
        )
    if view.choice.series.estimated:
        said.append(
            "The formula itself counts applicants, of 2017 to 2019: that money follows them is "
            "how it is made."
        )
    return said


def left_out(view: View) -> str:
    """Who is not in the order, and that this is not zero."""
    rows = view.compared.loc[list(view.agreement.left_out)]
    if rows.empty:
        return ""
    no_money, no_need = rows["money"].isna(), rows["need"].isna()
    if len(rows) <= _MOST_NAMED:
        names = words.listed([words.escaped(str(each)) for each in rows["place"]])
    else:
        names = words.number(len(rows))
    reasons = []
    if (no_money & ~no_need).any():
        reasons.append("money" if no_money.all() else f"money for {int(no_money.sum())}")
    elif no_money.any():
        reasons.append(f"money for {int(no_money.sum())}" if not no_money.all() else "money")
    if no_need.any():
        reasons.append("need" if no_need.all() else f"need for {int(no_need.sum())}")
    # A need of several years is unknown where one of them is; it need not be wholly silent.
    whole = " for the whole period" if no_need.all() else ""
    return f"Left out as unknown, not zero: {names} ({' and '.join(reasons)} not published{whole})."


def spread_of_money(view: View) -> str:
    """From least to most money for one in need."""
    known = view.both
    known = known[known["value"].notna()]
    if len(known) < 2:
        return ""
    ordered = known.sort_values("value")
    least, most = ordered.iloc[0], ordered.iloc[-1]
    one = view.choice.against.one
    both = words.number(len(known))
    together = (
        "" if math.isnan(view.overall) else f"; over all {both} together {euro(view.overall)}"
    )
    if view.choice.against_key == GAP:
        together = ""
    money = view.compared["money"].dropna()
    in_all = (
        ""
        if view.choice.series.estimated
        else f"{euro(money.sum())} in all, in {words.number(len(money))} {noun(view)}. "
    )
    return (
        f"{in_all}Money for one {one} runs from {euro(least['value'])} "
        f"({words.escaped(str(least['place']))}) to {euro(most['value'])} "
        f"({words.escaped(str(most['place']))}){together}."
    )


def euro(value: float) -> str:
    """An amount in euro: whole below 10,000, else three digits.

    >>> euro(287.24).replace(words.THIN, " "), euro(5.226e9).replace(words.THIN, " ")
    ('287 EUR', '5.23 billion EUR')
    """
    return f"{words.short(value)}{words.THIN}EUR"


def between(value: float, lower: float, upper: float) -> str:
    """An amount, as an interval where it is one."""
    if pd.isna(lower) or pd.isna(upper) or words.short(lower) == words.short(upper):
        return euro(value)
    return f"{words.short(lower)} to {euro(upper)}"


def unlike_years(view: View) -> str:
    """That money for more years than the need is counted for looks larger than it is."""
    money, need = len(view.choice.series.years()), len(view.need.years)
    if view.choice.against_key not in FLOWS or not 0 < need < money:
        return ""
    return (
        f"The money is for {words.count_of(money, 'year')}, {view.choice.against.many} are known "
        f"for {need} of them: money for one will be less in the end."
    )


def map_caption(view: View) -> str:
    """What the map shows, and that an estimate is one."""
    said = f"In EUR for one {view.choice.against.one}."
    if view.choice.series.estimated:
        said += " **An estimate by Groundwork: no publisher states these amounts.**"
    return said


def is_amif_2021(series: Series) -> bool:
    """Whether the legal formula of 2021-2027 is about this money."""
    return series.fund_id == "AMIF" and series.period == "2021/2027"


def least_money(view: View, most: int) -> list[str]:
    """The territories with least money for one in need, in lines."""
    rows = view.both
    rows = rows[rows["value"].notna()].sort_values(["value", "place"])
    return [
        f"{words.escaped(str(row['place']))}: {between(row['value'], row['lower'], row['upper'])}"
        for row in rows.head(most).to_dict("records")
    ]
