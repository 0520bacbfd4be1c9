"""What a line states once it is known which figure it is: period, value, how sure."""

from etl.measures import BY_ID
from etl.sources.transcribed_mapping import Record
from etl.sources.transcribed_notes import note_of, period_of, status_of, value_of
from etl.sources.transcribed_rows import Figure
from etl.sources.transcribed_words import Stated

# What a page dates by its own cycle or last month, and the day or span it is of: Dutch tasks of
# the cycle of February 2024 are due by 1 July 2025; the others count from a first day on.
_PERIOD_OF = {
    ("spreidingswet_target_places", "2024-02..2025-07"): "2025-07-01",
    ("spreidingswet_target_places_UAM", "2024-02..2025-07"): "2025-07-01",
}
_SPAN_OF_NOTE = (
    ("January to August 2024", "2024-01/2024-08"),
    ("attended 1 Jan - c. 20 June 2025", "2025-01/2025-06"),
    ("persons attended in 2025 so far", "2025-01/2025-06"),
    ("cumulative 2016 to 2024-09-30", "2016/2024-09-30"),
)


def said_of(record: Record, figure: Figure | None = None) -> Stated:
    """Period, value or lower end, status and note of a row; a period of None is none."""
    value, lower = value_of(record)
    status, evidence = status_of(record, value)
    period = _period(record, figure is not None and BY_ID[figure.measure_id].kind == "target")
    return Stated(period, value, lower, status, evidence, note_of(record))


def _period(record: Record, of_a_target: bool) -> str | None:
    """The period a figure is of."""
    known = _PERIOD_OF.get((record["measure"], record["period"]))
    spans = (span for words, span in _SPAN_OF_NOTE if words in record["note"])
    return known or next(spans, None) or period_of(record["period"], of_a_target)
