"""What a view asks the dataset, as it is asked."""

from collections.abc import Sequence

from ui.store import SQL, Question


def queries(reads: Sequence[Question]) -> str:
    """The statements behind a view, one after the other; `$name` is a value of its filters."""
    parts = [f"-- {name}\n{(SQL / f'{name}.sql').read_text('utf-8').strip()}\n" for name in reads]
    return "\n".join(parts)
