"""The map of alliances: who could help, who could be helped, and lines between partners."""

import numpy as np
import pandas as pd

from analysis.classes import CANNOT_TELL, UNKNOWN
from analysis.gap import MET, SHORT
from ui import words
from ui.alliances.choice import BEST, SMALL
from ui.alliances.known import Alliances
from ui.language import _, later, per_language
from ui.picture import Link, Picture
from ui.store import ask

CLASSES = (
    later("could help a neighbour"), later("has enough, no neighbour is short"),
    later("short, no neighbour can help"), later("short, a neighbour could help"),
)  # fmt: skip
OF_QUOTAS = (
    later("receives more than asked, a neighbour fewer"),
    later("receives more, no neighbour receives fewer"),
    later("receives fewer than asked, no neighbour more"),
    later("receives fewer, a neighbour more"),
)
# More lines than this hide the map below them.
MOST_LINES = 60
_WIDEST, _NARROWEST = 4.0, 1.0


@per_language(64)
def picture_of(view: Alliances) -> Picture:
    """The map of a view; the same one each time, so that its deck can be remembered."""
    ledger = view.ledger
    rows = ledger.rows.assign(map_class=classes(view), label=_labels(view))
    return Picture(
        view.dataset, rows, view.choice.shortage.level, view.choice.shortage.countries,
        tuple(_(each) for each in (OF_QUOTAS if view.receives else CLASSES)),
        _("unknown: a figure is missing, so nothing is shared"), view.unit(),
        _("Map: {question} The table below holds the same pairs.",
          question=view.choice.question()),
        scale="partners", cannot_tell=_("cannot tell: short or enough"),
        watermark=_(view.dataset.watermark), links=links(view),
    )  # fmt: skip


def classes(view: Alliances) -> pd.Series:
    """The class of every territory drawn, by its answer and its neighbours."""
    answer = view.ledger.rows["answer"]
    helps = answer.index.isin(view.shares["helper_id"])
    helped = answer.index.isin(view.shares["short_id"])
    found = pd.Series(UNKNOWN, index=answer.index)
    found[answer == MET] = np.where(helps, 0, 1)[answer == MET]
    found[answer == SHORT] = np.where(helped, 3, 2)[answer == SHORT]
    # Enough by an older figure, too few by a newer need: that does not decide either.
    return found.mask((answer == "cannot tell") | answer.index.isin(view.doubts.index), CANNOT_TELL)


def _labels(view: Alliances) -> list[str]:
    """What the hover says: how much to spare, or how much is lacking."""
    said = []
    for answer, row in zip(view.ledger.rows["answer"], view.found.to_dict("records"), strict=True):
        spare = span(row["surplus_lower"], row["surplus_upper"])
        if answer == MET and view.receives:
            said.append(_("{span} more than asked", span=spare))
        elif answer == MET:
            said.append(_("{span} to spare", span=spare))
        elif answer == SHORT:
            lack = span(row["shortage_lower"], row["shortage_upper"])
            said.append(_("short by {span}", span=lack))
        else:
            said.append(_(str(answer)))
    return said


def span(low: float, high: float) -> str:
    """An interval whose upper end may be open: '12', '120 to 150', 'at least 12', 'up to 9'.

    >>> span(120, 150), span(12, float("inf")), span(0, 9), span(7, 7)
    ('120 to 150', 'at least 12', 'up to 9', '7')
    """
    if np.isinf(high):
        if low > 0:
            return _("at least {count}", count=words.short(low))
        return _("an unknown number")
    first, last = words.short(low), words.short(high)
    if first == last:
        return last
    if low == 0:
        return _("up to {count}", count=last)
    return _("{first} to {last}", first=first, last=last)


def links(view: Alliances) -> tuple[Link, ...]:
    """Lines from helpers to those they could help, wider where more is shared."""
    lines = drawn_pairs(view).head(MOST_LINES)
    if lines.empty:
        return ()
    at = ask(view.dataset, "map_point").set_index("territory_id")[["x", "y"]]
    amount = lines["amount"].to_numpy(dtype=float)
    width = np.maximum(np.sqrt(amount / amount.max()) * _WIDEST, _NARROWEST).round(1)
    ends = np.hstack([at.loc[lines["helper_id"]].to_numpy(), at.loc[lines["short_id"]].to_numpy()])
    return tuple(
        (float(x0), float(y0), float(x1), float(y1), float(w))
        for (x0, y0, x1, y1), w in zip(ends, width, strict=True)
    )


def drawn_pairs(view: Alliances) -> pd.DataFrame:
    """The pairs a view draws lines for, most shared first, with `amount`."""
    shares = view.shares
    ends = shares["shared_upper"].where(np.isfinite(shares["shared_upper"]))
    amount = shares["shared_lower"].where(shares["shared_lower"] > 0, ends).fillna(1.0)
    if view.choice.show == BEST:
        shares = shares.assign(amount=shares["along"])
        shares = shares[shares["amount"] > 0]
    elif view.choice.show == SMALL:
        inside = {m: i for i, each in enumerate(view.clusters) for m in each.members}
        number = shares["helper_id"].map(inside)
        same = number.notna() & (number == shares["short_id"].map(inside))
        shares = shares.assign(amount=amount)[same]
    else:
        shares = shares.assign(amount=amount)
    return shares.sort_values("amount", ascending=False, kind="stable")
