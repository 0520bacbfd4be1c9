"""What each row of the transcribed regional tables is, by question.

A row's measure, kind, group and unit, and now and then words of its note, say what it is: a
figure of a measure, money, sponsorship, or a row to set aside with the reason.
"""

from etl.sources.regional import children, integration, money, need, reception, targets
from etl.sources.transcribed_mapping import Meaning, Meanings, Record, meaning_in

TABLES: tuple[Meanings, ...] = (
    reception.MEANINGS,
    targets.MEANINGS,
    need.MEANINGS,
    children.MEANINGS,
    integration.MEANINGS,
    money.MEANINGS,
)
_MEANINGS: Meanings = {key: meaning for table in TABLES for key, meaning in table.items()}


def meaning_of(record: Record) -> Meaning:
    """What a row is, before any doubt. Raises LayoutError for a combination not listed."""
    return meaning_in(_MEANINGS, record)
