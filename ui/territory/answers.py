"""Each standard of the shortage ledger as it answers for one territory."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.gap import CANNOT_TELL, MET, SHORT
from analysis.standard import Basis, Standard
from analysis.standards import STANDARDS
from ui import words
from ui.gap_territory import explained, wanted
from ui.language import _
from ui.ledger import Ledger, whole_of
from ui.shortage_choice import ShortageChoice, usual_threshold
from ui.store import Dataset, ask
from ui.territory.asking import drawn, number, page, text

Row = dict[Hashable, Any]
TOLD = (SHORT, CANNOT_TELL, MET)


@dataclass(frozen=True, eq=False)
class Answer:
    """A standard's answer here: its ledger, the territory's row, its address.

    `around` is the first sentence of a larger territory that the page draws instead; else ''.
    `newer` is the date of a need that is known since and has no supply beside it; else ''.
    """

    ledger: Ledger
    row: Row
    page: str
    around: str
    newer: str = ""

    @property
    def standard(self) -> Standard:
        """What it is measured by."""
        return self.ledger.choice.standard

    @property
    def told(self) -> bool:
        """Whether there is an answer, of whatever date."""
        return self.row["answer"] in TOLD

    def now(self, *answers: str) -> bool:
        """Whether the answer is one of these, and nothing newer is asked for."""
        return self.row["answer"] in answers and not self.newer


def answers_of(dataset: Dataset, at: str, level: int) -> list[Answer]:
    """Every standard that is asked in the territory's country, as the page Gaps answers it."""
    asked = [each for each in STANDARDS if not each.countries or at[:2] in each.countries]
    return [_answer(dataset, each, at, level) for each in asked]


def _answer(dataset: Dataset, standard: Standard, at: str, level: int) -> Answer:
    """The first basis of the standard that has an answer; else its first."""
    every = [_by(dataset, standard, basis, at, level) for basis in standard.bases]
    return next((each for each in every if each.told), every[0])


def _by(dataset: Dataset, standard: Standard, basis: Basis, at: str, level: int) -> Answer:
    usual = usual_threshold(dataset, standard)
    ledger = whole_of(
        dataset, ShortageChoice(standard, basis, usual, usual, "", 0, standard.countries)
    )
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
            answer = dated(ledger, whole, _newer(ledger, whole, around))
            said = _("{place} as a whole: {answer}", place=name, answer=answer)
    return Answer(ledger, row, page("gaps", at, level, **filters), said, _newer(ledger, row, at))


def _newer(ledger: Ledger, row: Row, at: str) -> str:
    """The newest need known after the one that is answered; '' where the answer has it."""
    if row["answer"] not in TOLD:
        return ""
    found = ask(
        ledger.dataset, "compare_shortage", standard_id=ledger.choice.standard.standard_id,
        basis_id=ledger.choice.basis.basis_id, territories=at,
    )  # fmt: skip
    since = found[found["need"].notna() & (found["day"] > row["day"])]
    return str(since["period"].iloc[-1]) if len(since) else ""


def dated(ledger: Ledger, row: Row, newer: str) -> str:
    """The answer in a sentence with the dates of need and supply; an older one says so first."""
    said = explained(ledger, row)[0]
    parts = {"answer": said.removesuffix("."), "need": words.day(text(row, "period"))}
    if there := words.day(text(row, "capacity_period")):
        said = _("{answer} (need of {need}, supply of {supply}).", **parts, supply=there)
    else:
        said = _("{answer} (need of {need}).", **parts)
    if not newer:
        return said
    return _(
        "**unknown now**, as no supply is published beside the need of {day}. Earlier: {answer}",
        day=words.day(newer), answer=said,
    )  # fmt: skip


def _row(rows: pd.DataFrame, at: str) -> Row:
    return dict(rows.loc[[at]].iloc[0].to_dict())


def subject(standard: Standard) -> str:
    """Service and group: 'Reception for asylum applicants'."""
    return _(
        "{service} for {group}",
        service=words.SERVICES[standard.service], group=words.GROUP_WORDS[standard.group_id],
    )  # fmt: skip


def asked(each: Answer) -> str:
    """The datum that would narrow the answer most, as a sentence; '' where nothing is in doubt."""
    found = wanted(each.ledger, each.row)
    if not found:
        return ""
    name, what = found
    if not words.is_known(each.row["at_stake"]):
        return _("Ask {name} for {wanted}.", name=name, wanted=what)
    return _(
        "Ask {name} for {wanted}; {at_stake} {unit} hang on it.",
        name=name, wanted=what, at_stake=words.short(each.row["at_stake"]),
        unit=each.ledger.unit(),
    )  # fmt: skip


def worth_asking(found: list[Answer], most: int) -> list[str]:
    """The missing figures that leave most open here, largest first, each once."""
    open_ = [each for each in found if number(each.row, "at_stake") > 0]
    open_.sort(key=lambda each: -number(each.row, "at_stake"))
    said: dict[tuple[str, ...], str] = {}
    for each in open_:
        said.setdefault(wanted(each.ledger, each.row), asked(each))
    return list(said.values())[:most]
