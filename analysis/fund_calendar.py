"""When the funds are monitored and evaluated, by law.

Sources: Regulation (EU) 2021/1147 (AMIF), Articles 34 and 35; Regulation (EU) 2021/1060 (common
provisions), Articles 42 and 44.
"""

from dataclasses import dataclass
from datetime import date

AMIF_LAW, COMMON_LAW = "Regulation (EU) 2021/1147", "Regulation (EU) 2021/1060"
ADDRESS = {
    AMIF_LAW: "https://eur-lex.europa.eu/eli/reg/2021/1147/oj",
    COMMON_LAW: "https://eur-lex.europa.eu/eli/reg/2021/1060/oj",
}


@dataclass(frozen=True)
class Duty:
    """Something due on a day: every year from `first` to `last` (year and year), or once."""

    what: str
    who: str
    funds: tuple[str, ...]
    law: str
    article: str
    month: int
    day: int
    first: int
    last: int

    def days(self) -> list[date]:
        """Every day it is due."""
        return [date(year, self.month, self.day) for year in range(self.first, self.last + 1)]


_STATES, _COMMISSION = "Member States", "European Commission"
_AMIF = ("AMIF",)
_ALL = ("AMIF", "ESF_plus", "ERDF")


def _data(month: int, day: int, what: str) -> Duty:
    # The first transmission is due on 31 January 2022, the last on 31 January 2030.
    last = 2030 if month == 1 else 2029
    return Duty(what, _STATES, _ALL, COMMON_LAW, "Article 42", month, day, 2022, last)


_MONEY = "Data on money and operations sent to the Commission"
_WITH_RESULTS = "Data on money, operations and results sent to the Commission"

DUTIES: tuple[Duty, ...] = (
    Duty("Annual performance report", _STATES, _AMIF, AMIF_LAW, "Article 35", 2, 15, 2023, 2031),
    Duty("Mid-term evaluation of the programme", _STATES, _AMIF, COMMON_LAW, "Article 44(5)",
         3, 31, 2024, 2024),
    Duty("Mid-term evaluation of the fund", _COMMISSION, _AMIF, AMIF_LAW, "Article 34",
         12, 31, 2024, 2024),
    Duty("Retrospective evaluation of the fund", _COMMISSION, _AMIF, AMIF_LAW, "Article 34",
         12, 31, 2031, 2031),
    Duty("Evaluation of each programme's impact", _STATES, _ALL, COMMON_LAW, "Article 44(2)",
         6, 30, 2029, 2029),
    _data(1, 31, _WITH_RESULTS),
    _data(4, 30, _MONEY),
    _data(7, 31, _WITH_RESULTS),
    _data(9, 30, _MONEY),
    _data(11, 30, _MONEY),
)  # fmt: skip


def around(today: date, fund_id: str = "") -> list[tuple[Duty, date | None, date | None]]:
    """Each duty with its last day up to today and its next one; None where there is none.

    `fund_id` keeps the duties of one fund; '' is all. The next due comes first, what is over last.

    >>> found = {duty.what: (past, due) for duty, past, due in around(date(2026, 3, 1), "AMIF")}
    >>> found["Annual performance report"]
    (datetime.date(2026, 2, 15), datetime.date(2027, 2, 15))
    """
    found = []
    for duty in DUTIES:
        if fund_id and fund_id not in duty.funds:
            continue
        days = duty.days()
        past = [day for day in days if day <= today]
        coming = [day for day in days if day > today]
        found.append((duty, past[-1] if past else None, coming[0] if coming else None))
    return sorted(found, key=lambda each: (each[2] is None, each[2] or each[1] or today))
