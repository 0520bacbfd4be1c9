"""What nobody publishes of a territory, and whom to ask for it."""

from analysis.patchwork import BY_ID, RECENT_YEARS
from ui import words
from ui.known import Known, choose_known
from ui.known_panel import publishers
from ui.language import Words, _, later, n_
from ui.store import Dataset
from ui.territory.answers import Answer, worth_asking
from ui.territory.asking import choice_of, page
from ui.territory.model import Link, Section, Table

_HEADS = (
    later("Kind of data"), later("Known"), later("Latest"), later("Who could publish it"),
)  # fmt: skip
_FIRST = 3
_STATES = Words(
    {
        "recent": "its own",
        "older": "its own, older",
        "larger": "of a larger area",
        "missing": "not found",
    }
)


def unknown(dataset: Dataset, at: str, level: int, found: list[Answer]) -> Section:
    """Each kind of data: whether it is known here; the figures most worth asking for."""
    known = choice_of(choose_known, dataset, level=str(level))
    cells = known.cells[known.cells["territory_id"] == at]
    rows = tuple(_line(known, row) for row in cells.to_dict("records"))
    asks = worth_asking(found, _FIRST)
    said = [counted(known, at)]
    if asks:
        said.append(_("What to ask for first, by how much hangs on it:") + "\n"
                    + "\n".join(f"{i}. {line}" for i, line in enumerate(asks, 1)))  # fmt: skip
    return Section(
        "unknown", _("What is unknown, and whom could one ask?"),
        tuple(said),
        tables=(Table(_caption(), tuple(map(_, _HEADS)), rows),) if rows else (),
        links=(
            Link(_("What is known elsewhere, on the page Sources"), page("sources", at, level)),
        ),
        more_sources=tuple(str(each) for each in cells["source_id"].dropna().unique()),
    )  # fmt: skip


def _caption() -> str:
    return n_(
        "What is known here; older: more than {count} year ago",
        "What is known here; older: more than {count} years ago",
        RECENT_YEARS, count=words.counted(RECENT_YEARS),
    )  # fmt: skip


def counted(known: Known, at: str) -> str:
    """How many of the kinds of data have a figure of the territory's own."""
    cells = known.cells[known.cells["territory_id"] == at]
    if cells.empty:
        return _("What is known is told for its parts, not for this joint territory.")
    own = int(cells["state"].isin(["recent", "older"]).sum())
    larger = int((cells["state"] == "larger").sum())
    none = len(cells) - own - larger
    told = {
        "kinds": len(cells), "count": words.counted(own),
        "larger": words.count_of(larger, "kind"), "none": words.count_of(none, "kind"),
    }  # fmt: skip
    if not none:
        return n_(
            "Of {kinds} kinds of data, **{count} kind** is known for the territory itself, "
            "{larger} for a larger one only.",
            "Of {kinds} kinds of data, **{count} kinds** are known for the territory itself, "
            "{larger} for a larger one only.",
            own, **told,
        )  # fmt: skip
    return n_(
        "Of {kinds} kinds of data, **{count} kind** is known for the territory itself, {larger} "
        "for a larger one only; for {none} no figure was found.",
        "Of {kinds} kinds of data, **{count} kinds** are known for the territory itself, {larger} "
        "for a larger one only; for {none} no figure was found.",
        own, **told,
    )  # fmt: skip


def _line(known: Known, cell: dict[object, object]) -> tuple[str, ...]:
    kind, state = BY_ID[str(cell["kind_id"])], str(cell["state"])
    latest = words.day(str(cell["latest_period"])) if words.is_known(cell["latest_period"]) else ""
    who = publishers(known, kind.kind_id) if state in ("larger", "missing") else ""
    return (_(kind.label), _STATES[state], latest, who)
