"""What reading a file found, as it is shown: understood, asked, accepted, refused, left out."""

from dataclasses import dataclass, field
from typing import Any

from etl.columns import Table
from etl.intake.grid import Line, Question, Understood
from etl.intake.rows import Row, Rows
from etl.intake.said import written
from etl.intake.tables import wanted

SHOWN = 200
# With more than this a file was read the wrong way; what is wrong with it is known by then.
MOST_LISTED = 10_000
_LONGEST_RAW = 2000


@dataclass
class Report:
    """The account of one file; `problem` says why it could not be read at all."""

    file: str
    table: Table
    understood: list[Understood] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    columns: list[dict[str, Any]] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)
    left_out: list[tuple[Line, str]] = field(default_factory=list)
    problem: str = ""

    @property
    def lines(self) -> int:
        """Lines besides those that name the columns."""
        return self.accepted + self.refused + len(self.left_out)

    @property
    def accepted(self) -> int:
        """Lines of which every row can be loaded."""
        return len({line.number for line, _ in self.rows.accepted})

    @property
    def refused(self) -> int:
        """Lines that cannot be loaded."""
        return len({line.number for line, _ in self.rows.refused})

    @property
    def is_clean(self) -> bool:
        """Whether every row can be added as it is."""
        return not (self.problem or self.questions or self.rows.refused) and bool(
            self.rows.accepted
        )

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON holds it; of the accepted rows the first ones."""
        return {
            "file": self.file,
            "table": self.table.name,
            "problem": self.problem,
            "understood": [_said(each) for each in self.understood],
            "settings": self.settings,
            "questions": [_question(each) for each in self.questions],
            "columns": self.columns,
            "wanted": wanted(self.table),
            "counts": {
                "lines": self.lines,
                "accepted": self.accepted,
                "refused": self.refused,
                "left_out": len(self.left_out),
                "rows": len(self.rows.accepted),
            },
            "left_out": [
                {"line": line.number, "why": why, "raw": line.raw[:_LONGEST_RAW]}
                for line, why in sorted(self.left_out, key=lambda each: each[0].number)[
                    :MOST_LISTED
                ]
            ],
            "accepted": [_row(line, row) for line, row in self.rows.accepted[:SHOWN]],
            "refused": refusals(self.rows)[:MOST_LISTED],
        }


def _said(understood: Understood) -> dict[str, Any]:
    told = vars(understood) | written(understood.label)
    options = list(told.pop("options"))
    return told | {"options": options} if options else told


def _question(question: Question) -> dict[str, Any]:
    options = [
        {"value": value, "label": label, **written(label)} for value, label in question.options
    ]
    told = {"setting": question.setting, "text": question.text, "options": options}
    return told | written(question.text)


def _row(line: Line, row: Row) -> dict[str, Any]:
    return {"line": line.number} | row


def refusals(rows: Rows) -> list[dict[str, Any]]:
    """Every fault: line, column, value, reason, how to mend, and the line as it stands."""
    return [
        {
            "line": line.number,
            "column": fault.column,
            "value": fault.value,
            "reason": fault.reason,
            "mend": fault.mend,
            "raw": line.raw[:_LONGEST_RAW],
        }
        for line, faults in rows.refused
        for fault in faults
    ]
