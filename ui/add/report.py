"""What the reader understood of a file: settings, questions, columns, good and refused rows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ui.language import _

Record = Mapping[str, Any]
REFUSED = ("line", "column", "value", "reason", "mend", "raw")


@dataclass(frozen=True)
class Counts:
    """Lines of a file by what became of them, and the rows that the accepted ones give.

    A line gives several rows where each year has a column of its own.
    """

    lines: int
    accepted: int
    refused: int
    left_out: int
    rows: int

    @property
    def missing(self) -> int:
        """Lines that are in none of the three; 0 unless the reader lost some."""
        return self.lines - self.accepted - self.refused - self.left_out


@dataclass(frozen=True)
class Report:
    """A report of `python -m etl read`.

    `settings` are those the file was read with. `questions` are open: setting, text, options.
    `columns` are the file's: name, to, how, examples. `wanted` are the table's: column, about,
    required, kind, codes. `accepted` has the first good rows, `refused` the columns of REFUSED.
    `problem` says why the file could not be read at all, '' where it could.
    """

    table: str
    understood: Sequence[Record]
    settings: Record
    questions: Sequence[Record]
    columns: Sequence[Record]
    wanted: Sequence[Record]
    counts: Counts
    left_out: Sequence[Record]
    accepted: pd.DataFrame
    refused: pd.DataFrame
    problem: str = ""

    @property
    def missing(self) -> list[Record]:
        """Columns that must be there, for want of which rows were refused, and that nobody asks.

        The reader finds some by itself: the country of a place by its coordinates.
        """
        has = {str(column["to"]) for column in self.columns if column.get("to")}
        has |= set(self.settings.get("constants") or {})
        has |= {str(each["setting"]).partition(".")[2] for each in self.questions}
        lacking = set(self.refused["column"].dropna().astype(str)) - has
        return [each for each in self.wanted if each["required"] and each["column"] in lacking]


def text_of(record: Record, english: str) -> str:
    """A text of the report in the reader's language; its English where it does not say how.

    >>> sheet = {"message": "Sheet: {sheet}", "parts": {"sheet": "Posti"}, "label": "Sheet: Posti"}
    >>> text_of(sheet, "label"), text_of({"label": "Posti"}, "label")
    ('Sheet: Posti', 'Posti')
    """
    if "message" not in record:
        return str(record[english])
    parts = {
        name: text_of(part, "message") if isinstance(part, Mapping) else str(part)
        for name, part in record.get("parts", {}).items()
    }
    return _(str(record["message"]), **parts)


def parse(text: str) -> Report:
    """The report written as JSON; ValueError when it is none."""
    try:
        told = json.loads(text)
        counted = {"rows": told["counts"]["accepted"], **told["counts"]}
        counts = {name: int(counted[name]) for name in Counts.__dataclass_fields__}
        return Report(
            table=str(told["table"]),
            problem=str(told.get("problem", "")),
            understood=told["understood"],
            settings=told["settings"],
            questions=told["questions"],
            columns=told["columns"],
            wanted=told["wanted"],
            counts=Counts(**counts),
            left_out=told["left_out"],
            accepted=pd.DataFrame(told["accepted"]),
            refused=pd.DataFrame(told["refused"]).reindex(columns=list(REFUSED)),
        )
    except (KeyError, TypeError, ValueError) as error:
        said = _("The reader's report cannot be understood: {error}.", error=repr(error))
        raise ValueError(said) from None
