"""Each standard of the shortage ledger as it answers for one territory."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from analysis.gap import CANNOT_TELL, MET, SHORT
from analysis.narrowing import narrowing
from analysis.standard import Basis, Standard
from analysis.standards import STANDARDS
from ui import words
from ui.gap_territory import explained, to_ask
from ui.ledger import BREAKS, Ledger, answers
from ui.shortage_choice import ShortageChoice, usual_threshold
from ui.store import Dataset
from ui.territory.asking import drawn, number, page

Row = dict[Hashable, Any]
TOLD = (SHORT, CANNOT_TELL, MET)
_LEAD = "What would narrow this most: "


@dataclass(frozen=True, eq=False)
class Answer:
    """A standard's answer here: its ledger, the territory's row, its address.

    `around` is the first sentence of a larger territory that the page draws instead; else ''.
    """

    ledger: Ledger
    row: Row
    page: str
    around: str

    @property
    def standard(self) -> Standard:
        """What it is measured by."""
        return self.ledger.choice.standard


def answers_of(dataset: Dataset, at: str, level: int) -> list[Answer]:
    """Every standard that is asked in the territory's country, as the page Gaps answers it."""
    asked = [each for each in STANDARDS if not each.countries or at[:2] in each.countries]
    return [_answer(dataset, each, at, level) for each in asked]


def _answer(dataset: Dataset, standard: Standard, at: str, level: int) -> Answer:
    """The first basis of the standard that has an answer; else its first."""
    every = [_by(dataset, standard, basis, at, level) for basis in standard.bases]
    return next((each for each in every if each.row["answer"] in TOLD), every[0])


def _by(dataset: Dataset, standard: Standard, basis: Basis, at: str, level: int) -> Answer:
    ledger = _whole(dataset, standard, basis)
    filters = {"service": standard.service, "whom": standard.group_id, "by": standard.standard_id}
    if len(standard.bases) > 1:
        filters["basis"] = basis.basis_id
    row, said = _row(ledger.rows, at), ""
    if row["answer"] not in TOLD:
        told = ledger.answered(*TOLD)
        around = drawn(told, at)
        if around is not None:
            whole = _row(told, around)
            name = words.escaped(str(whole["place"]))
            said = f"{name} as a whole: {explained(ledger, whole)[0]}"
    return Answer(ledger, row, page("gaps", at, level, **filters), said)


@lru_cache(maxsize=64)
def _whole(dataset: Dataset, standard: Standard, basis: Basis) -> Ledger:
    """The ledger of every territory of every level: the rows of the page Gaps before it draws."""
    usual = usual_threshold(dataset, standard)
    choice = ShortageChoice(standard, basis, usual, usual, "", 0, standard.countries)
    every = answers(dataset, choice)
    rows = every.join(narrowing(every)).set_index("territory_id")
    return Ledger(dataset, choice, rows.assign(place=words.places(rows)), BREAKS)


def _row(rows: pd.DataFrame, at: str) -> Row:
    return dict(rows.loc[[at]].iloc[0].to_dict())


def subject(standard: Standard) -> str:
    """Service and group: 'Reception for asylum applicants'."""
    return f"{words.SERVICES[standard.service]} for {words.GROUP_WORDS[standard.group_id]}"


def asked(each: Answer) -> str:
    """The datum that would narrow the answer most, as a sentence; '' where nothing is in doubt."""
    said = to_ask(each.ledger, each.row).removeprefix(_LEAD)
    return said[:1].upper() + said[1:]


def worth_asking(found: list[Answer], most: int) -> list[str]:
    """The missing figures that leave most open here, largest first, each once."""
    open_ = [each for each in found if number(each.row, "at_stake") > 0]
    open_.sort(key=lambda each: -number(each.row, "at_stake"))
    said: dict[str, str] = {}
    for each in open_:
        told = asked(each)
        said.setdefault(told.split(";")[0], told)
    return list(said.values())[:most]
