"""Read every source, validate every row, and account for every line.

This is where publishers' files become frames in contract shape; `etl.bundle` writes them.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from etl import contract, disclosure, protected_places, vintages, withholding
from etl.measures import MEASURES
from etl.reading import LOADED, REJECTED, LayoutError, Reading, Source, raw_lines
from etl.validate import Known, as_frame, conform, faults
from etl.vintages import Codes

Frames = dict[tuple[str, str], pd.DataFrame]
# The tables that say which codes there are, and where they are.
GEOGRAPHY = ("territory", "nuts_change", "cell")
_CODES = GEOGRAPHY[:2]


def gather(
    sources: Sequence[Source],
    folder: Path,
    retrieved_on: date | None,
    progress: Callable[[str], None],
    geography: Mapping[str, pd.DataFrame] | None = None,
) -> Frames:
    """Frames by (table, module), each conforming to the contract and sorted by its key.

    Refused rows are in `rejected_row`, counts of lines in `line_count`. `geography` are
    the tables of `GEOGRAPHY` as read before, until a source among `sources` makes its own.
    """
    frames: Frames = {
        ("measure", "measures"): pd.DataFrame([measure.row() for measure in MEASURES])
    }
    codes_from = {name: (geography or {}).get(name, pd.DataFrame()) for name in GEOGRAPHY}
    known = codes_of(codes_from)
    for source in sources:
        progress(source.source_id)
        source.present(folder)
        reading = source.read(folder)
        rows = [source.row(folder, retrieved_on)]
        own = reading.tables.pop("source", pd.DataFrame())
        reading.tables["source"] = pd.concat([pd.DataFrame(rows), own], ignore_index=True)
        if codes_from.keys() & reading.tables.keys():
            codes_from |= {n: t for n, t in reading.tables.items() if n in codes_from}
            known = codes_of(codes_from)
        _refuse(reading, folder, known)
        reading.tables = protected_places.moved(reading.tables, codes_from["cell"])
        for name, frame in disclosure.protect(reading.tables, source.source_id).items():
            table = contract.BY_NAME[name]
            tidy = conform(table, frame).sort_values(list(table.key), ignore_index=True)
            frames[name, source.source_id] = tidy
        frames["line_count", source.source_id] = reading.line_counts()
        if reading.rejected:
            refused = pd.DataFrame(withholding.rejected(reading.rejected))
            frames["rejected_row", source.source_id] = refused
    return frames


def codes_of(geography: Mapping[str, pd.DataFrame]) -> Codes:
    """The codes of each NUTS version, as far as the sources that tell them have been read."""
    tidy = {
        name: conform(contract.BY_NAME[name], geography.get(name, pd.DataFrame()))
        for name in _CODES
    }
    return vintages.codes_by_version(tidy["territory"], tidy["nuts_change"])


def _refuse(reading: Reading, folder: Path, known: Codes) -> None:
    """Take faulty rows out of the reading's tables and note them as rejected.

    Figures whose code ended before the version of their file get the version that has it.
    """
    refused: list[pd.DataFrame] = []
    for name, frame in reading.tables.items():
        rows = conform(contract.BY_NAME[name], frame).reset_index(drop=True)
        if "nuts_version" in rows:
            version = vintages.settle(rows["territory_id"], rows["nuts_version"], known)
            reading.tables[name] = rows = rows.assign(nuts_version=version)
        found = faults(contract.BY_NAME[name], rows, _known(name, reading))
        if "territory_id" in rows and name not in _FREE_TERRITORY:
            found = pd.concat([found, _unknown_territories(rows, known)])
        if not found.empty:
            first = found.drop_duplicates("row").set_index("row")
            if "source_file" not in rows:
                fault = found.iloc[0]
                where = f"table {name}, column {fault['column_name']}"
                raise LayoutError(f"{reading.module}: {where}: {fault['reason']}")
            reading.tables[name] = rows.drop(index=first.index)
            refused.append(rows[["source_file", "source_line"]].join(first, how="inner"))
    if refused:
        _note(reading, folder, pd.concat(refused, ignore_index=True))


# Tables that make territories, or whose territory is not one of NUTS.
_FREE_TERRITORY = frozenset({"territory", "outline", "set_aside"})
# Besides the regions, what money and norms may be of.
_UNIONS = frozenset({"EU27_2020", "OECD"})


def _known(table: str, reading: Reading) -> Known:
    """Keys that columns of `table` must refer to."""
    own = {"source_id": frozenset(reading.tables["source"]["source_id"])}
    if table == "source":
        return {}
    return own | {"measure_id": frozenset(measure.measure_id for measure in MEASURES)}


def _unknown_territories(rows: pd.DataFrame, known: Codes) -> pd.DataFrame:
    """Faults of rows whose code is not in their NUTS version, or in the display geography."""
    codes, display = rows["territory_id"], max(known)
    if "nuts_version" in rows:
        return as_frame(vintages.faults(codes, rows["nuts_version"], known))
    allowed = {**known, display: known[display] | _UNIONS}
    return as_frame(vintages.faults(codes, pd.Series(display, index=rows.index), allowed))


def _note(reading: Reading, folder: Path, refused: pd.DataFrame) -> None:
    """Record each refused line once; a line that still gives other rows stays loaded."""
    kept_lines = {
        key
        for frame in reading.tables.values()
        if "source_file" in frame
        for key in zip(frame["source_file"], frame["source_line"], strict=True)
    }
    for name, of_file in refused.groupby("source_file", sort=True):
        file, numbers = str(name), set(of_file["source_line"])
        raw = reading.raw.get(file) or raw_lines(folder / file, numbers)
        for number, of_line in of_file.groupby("source_line", sort=True):
            line, fault = int(str(number)), of_line.iloc[0]
            reading.reject(file, line, fault["column_name"], fault["reason"], raw[line])
            reading.outcomes[file, LOADED if (file, line) not in kept_lines else REJECTED] -= 1
