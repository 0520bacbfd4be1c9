"""What is there and what is short in a territory, standard by standard."""

from analysis.gap import CANNOT_TELL, MET, NO_BENCHMARK, SHORT
from ui import words
from ui.cased import begins
from ui.gap_words import span, supply_words
from ui.language import Words, _, later, n_
from ui.store import DEMONSTRATION
from ui.territory.answers import TOLD, Answer, Row, asked, dated, subject
from ui.territory.asking import number, page, sources, text
from ui.territory.model import Figure, Link, Section, Table

_HEADS = (
    later("Service and norm"), later("Answer"), later("Asked for"), later("There"), later("Date"),
    later("Short by"), later("What would close it"),
)  # fmt: skip
_ANSWERS = Words({SHORT: "short", MET: "met", CANNOT_TELL: "cannot tell"})


def supply(found: list[Answer], at: str, level: int) -> Section:
    """The services measured by a norm, what is short, what no norm is published for."""
    measured = [each for each in found if each.row["missing"] != NO_BENCHMARK]
    order = {SHORT: 0, CANNOT_TELL: 1, MET: 2}
    measured.sort(key=lambda each: (not each.now(*TOLD), order.get(str(each.row["answer"]), 3)))
    table = Table(
        _("Need against supply, by norm"), tuple(map(_, _HEADS)),
        tuple(_line(each, found) for each in measured),
        right=(2, 3, 5),
    )  # fmt: skip
    return Section(
        "supply", _("What is there, and what is short?"),
        tuple(each for each in (*_told(measured), _silent(measured), _no_norm(found)) if each),
        tables=(table,) if measured else (),
        figures=tuple(figure for each in measured for figure in _figures(each)),
        links=(Link(_("Need, supply and method on the page Gaps"), _behind(measured, at, level)),),
    )  # fmt: skip


def _behind(measured: list[Answer], at: str, level: int) -> str:
    """The page Gaps with the filters of the first answer told, else as it opens."""
    first = next((each for each in measured if each.told), None)
    return first.page if first else page("gaps", at, level)


def _told(measured: list[Answer]) -> list[str]:
    """What is decided: an answer in a sentence for each, at most four."""
    told = [each for each in measured if each.told]
    said = [
        f"{subject(each.standard)}: {dated(each.ledger, each.row, each.newer)} "
        + _("Measured by: {norm}.", norm=_(each.standard.label))
        for each in told[:4]
    ]
    if told:
        return said
    return [_("**Unknown whether anything is short**: need and supply are not both published.")]


def _silent(measured: list[Answer]) -> str:
    """How many norms have no answer here, and what larger territories show."""
    silent = [each for each in measured if not each.told]
    if not silent:
        return ""
    said = n_(
        "{count} norm has no answer here.", "{count} norms have no answer here.",
        len(silent), count=begins(words.counted(len(silent))),
    )  # fmt: skip
    around = [f"{subject(each.standard)}, {each.around}" for each in silent if each.around]
    return " ".join([said, *around[:2]])


def _no_norm(found: list[Answer]) -> str:
    """Services that nobody says how much is enough of."""
    lacking = [each.standard for each in found if each.row["missing"] == NO_BENCHMARK]
    names = dict.fromkeys(words.inside(words.SERVICES[each.service]) for each in lacking)
    if not names:
        return ""
    return _(
        "No norm says how much is enough for {services}: a benchmark of your own can be written "
        "on the page Gaps.",
        services=words.listed(list(names)),
    )


def _line(each: Answer, found: list[Answer]) -> tuple[str, ...]:
    row = each.row
    name = f"{subject(each.standard)}: {_(each.standard.label)}"
    return (
        words.escaped(name), answer_words(each, found),
        _span(row, "demand"), _span(row, "capacity"), _dates(row), _short_by(each), _close(each),
    )  # fmt: skip


def _dates(row: Row) -> str:
    """The dates of need and supply; '' where neither is known."""
    known = [text(row, name) for name in ("period", "capacity_period")]
    return " / ".join(dict.fromkeys(words.day(each) for each in known if each))


def answer_words(each: Answer, found: list[Answer]) -> str:
    """The answer in a word or two: none there, full, not open to this group, too few, met."""
    row, standard = each.row, each.standard
    if not each.told:
        return _("unknown")
    if each.newer:
        return _(
            "unknown now; {answer} in {date}",
            answer=_ANSWERS[row["answer"]], date=words.day(text(row, "period")),
        )  # fmt: skip
    if row["answer"] != SHORT:
        return _ANSWERS[row["answer"]]
    if row["capacity"] == 0:
        elsewhere = [
            other for other in found
            if other.standard.service == standard.service
            and other.standard.group_id != standard.group_id and number(other.row, "capacity") > 0
        ]  # fmt: skip
        return _("**not open to this group**") if elsewhere else _("**none there**")
    return _("**full**") if standard.standard_id == "occupancy" else _("**too few**")


def _span(row: Row, name: str) -> str:
    value, low, high = number(row, name), number(row, f"{name}_lower"), number(row, f"{name}_upper")
    if not words.is_known(value) and not words.is_known(low) and not words.is_known(high):
        return _("unknown")
    if words.is_known(value):
        low, high = (
            (low if words.is_known(low) else value),
            (high if words.is_known(high) else value),
        )
    return span(low, high)


def _short_by(each: Answer) -> str:
    """How much is missing now; what was missing at an older date is no answer to that."""
    return _("unknown now") if each.newer else _missing(each.row)


def _missing(row: Row) -> str:
    if row["answer"] == MET:
        return "0"
    if row["answer"] not in TOLD:
        return _("unknown")
    low, high = number(row, "gap_lower"), number(row, "gap_upper")
    return span(max(low, 0.0) if words.is_known(low) else low, high)


def _close(each: Answer) -> str:
    if each.newer:
        return _(
            "a newer figure of {supply}: need is known for {day}",
            supply=supply_words(each.standard), day=words.day(each.newer),
        )  # fmt: skip
    if each.row["answer"] == MET:
        return _("nothing: enough is there")
    if each.row["answer"] == SHORT:
        return _("{count} more {unit}", count=_missing(each.row), unit=each.ledger.unit())
    return asked(each) or _("nothing is in doubt")


def _figures(each: Answer) -> list[Figure]:
    """Asked for, there, and the gap, as the ledger has them."""
    row, standard, unit = each.row, each.standard, each.ledger.unit()
    both = sources(row["need_source_id"], row["capacity_source_id"])
    known = row["answer"] in TOLD
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
