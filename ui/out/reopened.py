"""A parcel asked again: the same rows, or what has changed in the data since."""

from dataclasses import dataclass

from ui.out.citation import dataset_hash
from ui.out.formats import FORMATS
from ui.out.parcel import Parcel, records_of
from ui.out.taken import NotOfferedError
from ui.out.views import VIEWS
from ui.store import Dataset

# What says which build rows are of, not what they say.
_OF_THE_BUILD = ("dataset_built", "citation")
# Columns that tell rows apart, of those a view has.
_KEYS = (
    "territory_id", "cell", "step", "scheme_id", "language", "service_id", "kind_id", "point",
    "figure", "group_id", "measure_id", "period", "source_id", "source_line",
)  # fmt: skip
_FEW_KEYS = ("territory_id", "cell", "step", "scheme_id", "language", "service_id", "kind_id",
             "point", "figure")  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One value that is not what it was; a row that came or went has no column."""

    row: str
    column: str
    before: str
    now: str


@dataclass(frozen=True)
class Reopened:
    """What came of asking again: whether the bytes, the dataset and the rows are the same."""

    same_bytes: bool
    same_dataset: bool
    rows: int
    changes: tuple[Change, ...]
    columns_gone: tuple[str, ...] = ()
    columns_new: tuple[str, ...] = ()

    @property
    def same_rows(self) -> bool:
        """Whether every row says what it said; another build of the same data may be named."""
        return not (self.changes or self.columns_gone or self.columns_new)


def reopen(parcel: Parcel, dataset: Dataset) -> Reopened:
    """Ask a dataset for the view of a parcel and compare row by row.

    Raises NotOfferedError where this dataset or version does not offer the view any more.
    """
    name, filters = str(parcel.about["view"]), parcel.about["filters"]
    if name not in VIEWS:
        raise NotOfferedError("view", name, tuple(VIEWS))
    taken = VIEWS[name].take(dataset, {str(key): str(value) for key, value in filters.items()})
    now = b"".join(FORMATS["csv"].stream(taken))
    same_dataset = dataset_hash(dataset) == parcel.about["dataset"].get("sha256")
    before, after = list(parcel.records), records_of(now)
    if now == parcel.rows:
        return Reopened(True, same_dataset, len(after), ())
    old, new = list(before[0]) if before else [], list(after[0]) if after else []
    shared = [each for each in old if each in new and each not in _OF_THE_BUILD]
    gone = tuple(each for each in old if each not in new) if before and after else ()
    come = tuple(each for each in new if each not in old) if before and after else ()
    changes = tuple(_changes(before, after, shared))
    return Reopened(False, same_dataset, len(after), changes, gone, come)


def _changes(
    before: list[dict[str, str]], after: list[dict[str, str]], shared: list[str]
) -> list[Change]:
    old, new = _by_key(before, shared), _by_key(after, shared)
    found = [Change(key, "", "there", "gone") for key in old if key not in new]
    found += [Change(key, "", "not there", "new") for key in new if key not in old]
    for key in [each for each in old if each in new]:
        for column in shared:
            if old[key][column] != new[key][column]:
                found.append(Change(key, column, old[key][column], new[key][column]))
    return found


def _by_key(rows: list[dict[str, str]], shared: list[str]) -> dict[str, dict[str, str]]:
    """Rows by what tells them apart; where that is not enough, by their place among alike."""
    keys = [each for each in _FEW_KEYS if each in shared] or [
        each for each in _KEYS if each in shared
    ]
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        key = base = " ".join(row[each] for each in keys if row[each])
        number = 1
        while key in found:
            number += 1
            key = f"{base} ({number})"
        found[key] = row
    return found
