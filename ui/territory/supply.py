"""What is there and what is short in a territory: the shortage ledger, standard by standard."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from analysis.gap import CANNOT_TELL, MET, NO_BENCHMARK, SHORT
from analysis.narrowing import narrowing
from analysis.standard import Basis, Standard
from analysis.standards import STANDARDS
from ui import words
from ui.gap_territory import explained, to_ask
from ui.gap_words import span
from ui.ledger import BREAKS, Ledger, answers
from ui.shortage_choice import ShortageChoice, usual_threshold
from ui.store import DEMONSTRATION, Dataset
from ui.territory.asking import drawn, number, page, sources, text
from ui.territory.model import Figure, Link, Section, Table

Row = dict[Hashable, Any]
_HEADS = ("Service and norm", "Answer", "Asked for", "There", "Short by", "What would close it")
_TOLD = (SHORT, CANNOT_TELL, MET)


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


def supply(found: list[Answer], at: str, level: int) -> Section:
    """The services measured by a norm, what is short, what no norm is published for."""
    measured = [each for each in found if each.row["missing"] != NO_BENCHMARK]
    order = {SHORT: 0, CANNOT_TELL: 1, MET: 2}
    measured.sort(key=lambda each: order.get(str(each.row["answer"]), 3))
    table = Table(
        "Need against supply, by norm", _HEADS, tuple(_line(each, found) for each in measured),
        right=(2, 3, 4),
    )  # fmt: skip
    return Section(
        "supply", "What is there, and what is short?",
        tuple(each for each in (*_told(measured), _silent(measured), _no_norm(found)) if each),
        tables=(table,) if measured else (),
        figures=tuple(figure for each in measured for figure in _figures(each)),
        links=(Link("Need, supply and method on the page Gaps", page("gaps", at, level)),),
    )  # fmt: skip


def _answer(dataset: Dataset, standard: Standard, at: str, level: int) -> Answer:
    """The first basis of the standard that has an answer; else its first."""
    every = [_by(dataset, standard, basis, at, level) for basis in standard.bases]
    return next((each for each in every if each.row["answer"] in _TOLD), every[0])


def _by(dataset: Dataset, standard: Standard, basis: Basis, at: str, level: int) -> Answer:
    ledger = _whole(dataset, standard, basis)
    filters = {"service": standard.service, "whom": standard.group_id, "by": standard.standard_id}
    if len(standard.bases) > 1:
        filters["basis"] = basis.basis_id
    row, said = _row(ledger.rows, at), ""
    if row["answer"] not in _TOLD:
        told = ledger.answered(*_TOLD)
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


def _told(measured: list[Answer]) -> list[str]:
    """What is decided: an answer in a sentence for each, at most four."""
    told = [each for each in measured if each.row["answer"] in _TOLD]
    said = [
        f"{subject(each.standard)}: {explained(each.ledger, each.row)[0]} "
        f"Measured by: {each.standard.label}."
        for each in told[:4]
    ]
    if told:
        return said
    return ["**Unknown whether anything is short**: need and supply are not both published."]


def _silent(measured: list[Answer]) -> str:
    """How many norms have no answer here, and what larger territories show."""
    silent = [each for each in measured if each.row["answer"] not in _TOLD]
    if not silent:
        return ""
    verb = "has" if len(silent) == 1 else "have"
    said = f"{words.count_of(len(silent), 'norm').capitalize()} {verb} no answer here."
    around = [f"{subject(each.standard)}, {each.around}" for each in silent if each.around]
    return " ".join([said, *around[:2]])


def _no_norm(found: list[Answer]) -> str:
    """Services that nobody says how much is enough of."""
    lacking = [each.standard for each in found if each.row["missing"] == NO_BENCHMARK]
    names = dict.fromkeys(words.SERVICES[each.service].lower() for each in lacking)
    if not names:
        return ""
    return (
        f"No norm says how much is enough for {words.listed(list(names))}: a benchmark of your own "
        "can be written on the page Gaps."
    )


def _line(each: Answer, found: list[Answer]) -> tuple[str, ...]:
    row = each.row
    name = f"{subject(each.standard)}: {each.standard.label}"
    return (
        words.escaped(name), answer_words(each, found),
        _span(row, "demand"), _span(row, "capacity"), _missing(row), _close(each),
    )  # fmt: skip


def answer_words(each: Answer, found: list[Answer]) -> str:
    """The answer in a word or two: none there, full, not open to this group, too few, met."""
    row, standard = each.row, each.standard
    if row["answer"] not in _TOLD:
        return "unknown"
    if row["answer"] != SHORT:
        return str(row["answer"])
    if row["capacity"] == 0:
        elsewhere = [
            other for other in found
            if other.standard.service == standard.service
            and other.standard.group_id != standard.group_id and number(other.row, "capacity") > 0
        ]  # fmt: skip
        return "**not open to this group**" if elsewhere else "**none there**"
    return "**full**" if standard.standard_id == "occupancy" else "**too few**"


def _span(row: Row, name: str) -> str:
    value, low, high = number(row, name), number(row, f"{name}_lower"), number(row, f"{name}_upper")
    if not words.is_known(value) and not words.is_known(low) and not words.is_known(high):
        return "unknown"
    if words.is_known(value):
        low, high = (
            (low if words.is_known(low) else value),
            (high if words.is_known(high) else value),
        )
    return span(low, high)


def _missing(row: Row) -> str:
    if row["answer"] == MET:
        return "0"
    if row["answer"] not in _TOLD:
        return "unknown"
    low, high = number(row, "gap_lower"), number(row, "gap_upper")
    return span(max(low, 0.0) if words.is_known(low) else low, high)


def _close(each: Answer) -> str:
    if each.row["answer"] == MET:
        return "nothing: enough is there"
    if each.row["answer"] == SHORT:
        return f"{_missing(each.row)} more {each.ledger.unit()}"
    asked = to_ask(each.ledger, each.row)
    lead = "What would narrow this most: "
    asked = asked.removeprefix(lead)
    return asked[:1].upper() + asked[1:] if asked else "nothing is in doubt"


def _figures(each: Answer) -> list[Figure]:
    """Asked for, there, and the gap, as the ledger has them."""
    row, standard, unit = each.row, each.standard, each.ledger.unit()
    both = sources(row["need_source_id"], row["capacity_source_id"])
    known = row["answer"] in _TOLD
    made = "synthetic" if each.ledger.dataset.kind == DEMONSTRATION else "estimated"

    def figure(what: str, name: str, side: str, ids: tuple[str, ...]) -> Figure:
        gap = side == "gap"
        return Figure(
            f"{subject(standard)}, {what}: {standard.label}", unit, number(row, name),
            number(row, f"{name}_lower"), number(row, f"{name}_upper"), standard.group_id,
            text(row, "capacity_period" if side == "capacity" else "period"),
            ("E" if known else "L") if gap else text(row, f"{side}_status") or "L",
            (made if known else "") if gap else text(row, f"{side}_evidence"),
            answer=str(row["answer"]) if gap else "", source_ids=ids, page=each.page,
        )  # fmt: skip

    return [
        figure("asked for", "demand", "need", sources(row["need_source_id"])),
        figure("there", "capacity", "capacity", sources(row["capacity_source_id"])),
        figure("short by", "gap", "gap", both),
    ]


def worth_asking(found: list[Answer], most: int) -> list[str]:
    """The missing figures that leave most open here, largest first, each once."""
    open_ = [each for each in found if number(each.row, "at_stake") > 0]
    open_.sort(key=lambda each: -number(each.row, "at_stake"))
    said: dict[str, str] = {}
    for each in open_:
        told = to_ask(each.ledger, each.row).removeprefix("What would narrow this most: ")
        said.setdefault(told.split(";")[0], told[:1].upper() + told[1:])
    return list(said.values())[:most]
