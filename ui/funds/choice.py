"""What a reader can choose on the Funds page; every choice is in the address."""

from dataclasses import dataclass

from analysis.fund_series import Series
from ui import controls
from ui.area.where import Where, where
from ui.controls import One
from ui.funds.amounts import levels, offered
from ui.funds.needs import AGAINST, APPLIED, GAP, Against
from ui.funds.series_words import fund_of, what
from ui.language import _
from ui.store import Dataset
from ui.words import day, labelled

_USUAL_LEVEL = 2
_UNSAFE = str.maketrans({" ": "_", ",": "", ".": "", "'": "", ":": ""})


@dataclass(frozen=True)
class Choice:
    """One view: which money, against which need, where."""

    series: Series
    against_key: str
    where: Where

    @property
    def against(self) -> Against:
        """The need that money is held against."""
        return AGAINST[self.against_key]

    def question(self) -> str:
        """The question of the page's title."""
        fund = fund_of(self.series)
        if self.series.estimated:
            return _("Would {fund} money follow need, by the legal formula?", fund=fund)
        if self.series.of_the_union:
            if self.against_key == GAP:
                return _("Does {fund} money go where reception places are missing?", fund=fund)
            return _("Does {fund} money follow need?", fund=fund)
        if self.against_key == GAP:
            return _("Does the money of {fund} go where reception places are missing?", fund=fund)
        return _("Does the money of {fund} follow need?", fund=fund)

    def amount_words(self) -> str:
        """The money as a sentence names it: 'AMIF, basic allocation, 2014 to 2020'."""
        return f"{what(self.series)}, {day(self.series.period)}"


def choose(dataset: Dataset) -> Choice | None:
    """Draw the controls in the sidebar and read them; None where no money is known."""
    every = offered(dataset)
    if not every:
        return None
    with controls.sidebar():
        kinds = {_code(each): each for each in reversed(every)}
        codes = list(dict.fromkeys(_code(each) for each in every))
        code = controls.select(
            One(
                _("Money"), "fund", codes, lambda key: _title(kinds[key]),
                _("Amounts of one fund and objective. Different objectives are never added."),
            )
        )  # fmt: skip
        periods = {each.period: each for each in every if _code(each) == code}
        period = controls.select(
            One(_("Period"), "when", list(periods), day, _("A programme's years, or one year."))
        )
        against = controls.select(
            One(
                _("Measured against"), "against", list(AGAINST), lambda key: _(AGAINST[key].label),
                _("What the money is held against. Need known for a country only is an interval "
                  "for its regions."),
                APPLIED,
            )
        )  # fmt: skip
        series = periods[period]
        possible = levels(dataset, series)
        place = where(dataset, min(possible[-1], _USUAL_LEVEL), possible)
    return Choice(series, against, place)


def _code(series: Series) -> str:
    """A fund and objective as they stand in the address."""
    return f"{series.fund_id}~{series.objective.translate(_UNSAFE)}"[:70]


def _title(series: Series) -> str:
    return labelled(fund_of(series), _(series.objective))
