"""A series of money as readers know it: its fund and its objective."""

from analysis.fund_series import Series
from ui.language import _


def fund_of(series: Series) -> str:
    """The fund in the reader's language."""
    return _(series.fund)


def what(series: Series) -> str:
    """The fund and what its amounts are: 'AMIF, basic allocation'."""
    return f"{_(series.fund)}, {_(series.objective)}"
