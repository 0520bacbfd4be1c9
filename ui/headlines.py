"""What a view shows, in three large figures."""

from typing import NamedTuple

from ui import words
from ui.language import _
from ui.language.numbers import with_point
from ui.view import View


class Headline(NamedTuple):
    """A large figure and what it counts."""

    figure: str
    counts: str


def headlines(view: View) -> list[Headline]:
    """Three figures, each with its unit; unknown ones are counted, never left out."""
    noun = _noun(view)
    first = _total(view) or _median(view)
    above = _above_alarm(view)
    share = _("{known} of {all}", known=len(view.known), all=len(view.rows))
    known = Headline(
        share.replace(" ", words.THIN), _("{territories} with a figure", territories=noun)
    )
    unknown = Headline(
        words.number(len(view.unknown)), _("{territories} unknown", territories=noun)
    )
    return [first, above or known, unknown]


def _total(view: View) -> Headline | None:
    """The sum, only where every figure counts the same thing on the same day."""
    known = view.known
    if known.empty or len(known[["period", "group_id"]].drop_duplicates()) > 1:
        return None
    label = view.choice.counted()
    lower, upper = known["count_lower"].sum(), known["count_upper"].sum()
    if view.choice.indicator.is_share and words.short(lower) != words.short(upper):
        low, high = words.short(lower), words.short(upper)
        return Headline(_interval(low, high), label)
    return Headline(words.short(known["count"].sum()), label)


def _interval(low: str, high: str) -> str:
    """'23.5 to 26.1 million', not 'million' twice."""
    tail = _("{count} million", count="").replace(" ", words.THIN)
    if low.endswith(tail) and high.endswith(tail):
        return f"{low.removesuffix(tail)}–{high}"
    return f"{low}–{high}"


def _median(view: View) -> Headline:
    unit = view.choice.indicator.unit
    if view.known.empty:
        return Headline(_("unknown"), _(unit))
    median = words.rate(float(view.known["value"].median()))
    return Headline(median, _("{unit}, median territory", unit=_(unit)))


def _above_alarm(view: View) -> Headline | None:
    """How many territories lie above the indicator's alarm, where it has one."""
    alarm = view.choice.indicator.alarm
    if alarm is None or view.known.empty:
        return None
    above = int((view.known["value"] > alarm).sum())
    return Headline(
        words.number(above),
        _(
            "of {count} {territories} above {limit}",
            count=len(view.known),
            territories=_noun(view),
            limit=f"{with_point(f'{alarm:g}')}{words.THIN}%",
        ),
    )


def _noun(view: View) -> str:
    """What the territories are called: by their level, or territories when levels mix."""
    levels = view.rows["level"].unique()
    return words.LEVEL_NOUN[int(levels[0])] if len(levels) == 1 else _("territories")
