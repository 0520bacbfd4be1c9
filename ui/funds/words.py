"""What the Funds page says of a view in sentences."""

import math

import pandas as pd

from analysis.concordance import FOLLOWS, LEAST, TOO_FEW, Concordance
from analysis.fund_series import Series
from ui import words
from ui.funds.headlines import ANSWERS, BY_SIZE, LEFT_OUT
from ui.funds.needs import FLOWS, GAP
from ui.funds.scatter import noun
from ui.funds.view import View
from ui.language import _, n_
from ui.language.numbers import with_point

_MOST_NAMED = 4
_MOSTLY = 0.5


def headline(view: View) -> str:
    """Does money follow need: the answer, its interval, who is left out."""
    found = view.agreement
    if found.answer == TOO_FEW:
        return f"{_few(view)} {left_out(view)}".strip()
    who = noun(view)
    lead = _(
        ANSWERS[found.answer], who=who, many=_(view.choice.against.many),
        pairs=round(found.same_order * 100),
    )  # fmt: skip
    measured = _(
        "Rank agreement (Kendall's tau: 1 is the same order, 0 none) is {tau}, over {count} {who}.",
        tau=_tau(found),
        count=found.n,
        who=who,
    )
    return " ".join(
        each for each in (lead, measured, size_out(view), left_out(view), *cautions(view)) if each
    )


def _few(view: View) -> str:
    n, least = view.agreement.n, words.count_of(LEAST, "territory")
    if n == 0:
        return _("**Too few to tell**: none has both figures, and an order needs {least}.",
                 least=least)  # fmt: skip
    return n_(
        "**Too few to tell**: only {count} territory has both figures, and an order needs "
        "{least}.",
        "**Too few to tell**: only {count} territories have both figures, and an order needs "
        "{least}.",
        n, count=words.counted(n), least=least,
    )  # fmt: skip


def _tau(found: Concordance) -> str:
    return _(
        "{tau} ({share} between {lower} and {upper})",
        tau=signed(found.tau), share=f"95{words.THIN}%", lower=signed(found.lower),
        upper=signed(found.upper),
    )  # fmt: skip


def signed(value: float) -> str:
    """A coefficient with two decimals and a true minus.

    >>> signed(-0.061), signed(0.664), signed(-0.001)
    ('−0.06', '0.66', '0.00')
    """
    text = f"{abs(value):.2f}"
    return with_point(f"−{text}" if value < 0 and text != "0.00" else text)


def size_out(view: View) -> str:
    """The same with both per resident: large countries have more of everything."""
    found = view.by_size
    if found.answer == TOO_FEW or shared(view):
        return ""
    if found.answer == FOLLOWS and view.agreement.answer == FOLLOWS:
        return _("Per resident, with size taken out, money still follows need: {tau}.",
                 tau=_tau(found))  # fmt: skip
    return _(BY_SIZE[found.answer], tau=_tau(found))


def shared(view: View) -> bool:
    """Whether most of the need is a national figure shared out."""
    both = view.both
    return bool(len(both)) and float(both["need_estimated"].eq(True).mean()) > _MOSTLY


def cautions(view: View) -> list[str]:
    """What would mislead about the agreement."""
    said = []
    if shared(view) and view.choice.where.level > 0:
        said.append(
            _(
                "The need of most regions is a national figure shared out, mainly by residents: "
                "the order says where residents are more than where need is."
            )
        )
    if view.choice.series.estimated:
        said.append(
            _(
                "The formula itself counts applicants, of 2017 to 2019: that money follows them is "
                "how it is made."
            )
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
    # A need of several years is unknown where one of them is; it need not be wholly silent.
    missing = _how_many(no_money), _how_many(no_need)
    return _(LEFT_OUT[missing], names=names, money=int(no_money.sum()), need=int(no_need.sum()))


def _how_many(missing: pd.Series) -> str:
    return "all" if missing.all() else "some" if missing.any() else "none"


def spread_of_money(view: View) -> str:
    """From least to most money for one in need."""
    known = view.both
    known = known[known["value"].notna()]
    if len(known) < 2:
        return ""
    ordered = known.sort_values("value")
    least, most = ordered.iloc[0], ordered.iloc[-1]
    told = {
        "for_one": _(view.choice.against.for_one),
        "least": euro(least["value"]),
        "place_of_least": words.escaped(str(least["place"])),
        "most": euro(most["value"]),
        "place_of_most": words.escaped(str(most["place"])),
    }
    if view.choice.against_key == GAP or math.isnan(view.overall):
        said = [
            _("Money {for_one} runs from {least} ({place_of_least}) to {most} ({place_of_most}).",
              **told)
        ]  # fmt: skip
    else:
        said = [
            _("Money {for_one} runs from {least} ({place_of_least}) to {most} ({place_of_most}); "
              "over all {count} together {overall}.",
              count=words.number(len(known)), overall=euro(view.overall), **told)
        ]  # fmt: skip
    money = view.compared["money"].dropna()
    if not view.choice.series.estimated:
        said.insert(
            0,
            _("{money} in all, in {count} {who}.", money=euro(money.sum()),
              count=words.number(len(money)), who=noun(view)),
        )  # fmt: skip
    return " ".join(said)


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
    return _("{first} to {last}", first=words.short(lower), last=euro(upper))


def unlike_years(view: View) -> str:
    """That money for more years than the need is counted for looks larger than it is."""
    money, need = len(view.choice.series.years()), len(view.need.years)
    if view.choice.against_key not in FLOWS or not 0 < need < money:
        return ""
    return n_(
        "The money is for {count} year, {many} are known for {known} of them: money for one will "
        "be less in the end.",
        "The money is for {count} years, {many} are known for {known} of them: money for one will "
        "be less in the end.",
        money, count=words.counted(money), many=_(view.choice.against.many), known=need,
    )  # fmt: skip


def map_caption(view: View) -> str:
    """What the map shows, and that an estimate is one."""
    said = _("In EUR {for_one}.", for_one=_(view.choice.against.for_one))
    if view.choice.series.estimated:
        said += " " + _("**An estimate by Groundwork: no publisher states these amounts.**")
    return said


def is_amif_2021(series: Series) -> bool:
    """Whether the legal formula of 2021-2027 is about this money."""
    return series.fund_id == "AMIF" and series.period == "2021/2027"


def least_money(view: View, most: int) -> list[str]:
    """The territories with least money for one in need, in lines."""
    rows = view.both
    rows = rows[rows["value"].notna()].sort_values(["value", "place"])
    return [
        words.labelled(
            words.escaped(str(row["place"])), between(row["value"], row["lower"], row["upper"])
        )
        for row in rows.head(most).to_dict("records")
    ]
