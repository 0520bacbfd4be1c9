"""What nobody publishes of a territory, and whom to ask for it."""

from analysis.patchwork import BY_ID, RECENT_YEARS
from ui import words
from ui.known import Known, choose_known
from ui.known_panel import who_could
from ui.store import Dataset
from ui.territory.answers import Answer, worth_asking
from ui.territory.asking import choice_of, page
from ui.territory.model import Link, Section, Table

_CAPTION = f"What is known here; older: more than {words.count_of(RECENT_YEARS, 'year')} ago"
_HEADS = ("Kind of data", "Known", "Latest", "Who could publish it")
_FIRST = 3
_STATES = {
    "recent": "its own", "older": "its own, older", "larger": "of a larger area",
    "missing": "not found",
}  # fmt: skip


def unknown(dataset: Dataset, at: str, level: int, found: list[Answer]) -> Section:
    """Each kind of data: whether it is known here; the figures most worth asking for."""
    known = choice_of(choose_known, dataset, level=str(level))
    cells = known.cells[known.cells["territory_id"] == at]
    rows = tuple(_line(known, row) for row in cells.to_dict("records"))
    asks = worth_asking(found, _FIRST)
    said = [counted(known, at)]
    if asks:
        said.append("What to ask for first, by how much hangs on it:\n"
                    + "\n".join(f"{i}. {line}" for i, line in enumerate(asks, 1)))  # fmt: skip
    return Section(
        "unknown", "What is unknown, and whom could one ask?",
        tuple(said),
        tables=(Table(_CAPTION, _HEADS, rows),) if rows else (),
        links=(Link("What is known elsewhere, on the page Sources", page("sources", at, level)),),
        more_sources=tuple(str(each) for each in cells["source_id"].dropna().unique()),
    )  # fmt: skip


def counted(known: Known, at: str) -> str:
    """How many of the kinds of data have a figure of the territory's own."""
    cells = known.cells[known.cells["territory_id"] == at]
    if cells.empty:
        return "What is known is told for its parts, not for this joint territory."
    own = int(cells["state"].isin(["recent", "older"]).sum())
    larger = int((cells["state"] == "larger").sum())
    return (
        f"Of {len(cells)} kinds of data, **{words.count_of(own, 'kind')}** "
        f"{'is' if own == 1 else 'are'} known for the territory itself, "
        f"{words.count_of(larger, 'kind')} for a larger one only{_none(len(cells) - own - larger)}."
    )


def _none(kinds: int) -> str:
    return f"; for {words.count_of(kinds, 'kind')} no figure was found" if kinds else ""


def _line(known: Known, cell: dict[object, object]) -> tuple[str, ...]:
    kind, state = BY_ID[str(cell["kind_id"])], str(cell["state"])
    latest = words.day(str(cell["latest_period"])) if words.is_known(cell["latest_period"]) else ""
    who = (
        who_could(known, kind.kind_id).split("** ", 1)[1] if state in ("larger", "missing") else ""
    )
    return (kind.label, _STATES[state], latest, who)
