"""What the page says of reception and sponsors together."""

from typing import Any

from analysis.sponsors import ENOUGH, NOT_TOLD, WITH_SPONSORS, WITHOUT
from ui import words
from ui.language import _, later, n_
from ui.sponsorship.situation import Situations
from ui.sponsorship.words import HARDLY_ANYTHING, rows_of
from ui.store import DEMONSTRATION

READING = later(
    "Darkest is where to begin: reception is short and nobody sponsors. *Sponsors unknown* means "
    "that no source says whether there are any."
)


def headline(found: Situations) -> str:
    """Where reception is short, told by whether sponsors are there, absent, or unknown."""
    counts = found.rows["situation"].value_counts()
    total = len(found.rows)
    short = [int(counts.get(each, 0)) for each in (WITH_SPONSORS, WITHOUT, NOT_TOLD)]
    if not sum(short):
        said = [
            _(
                "**No territory of {total} is known to be short of reception.**",
                total=words.number(total),
            )
        ]
    else:
        said = [
            n_(
                "**Reception for asylum applicants is short in {count} territory**: {parts}.",
                "**Reception for asylum applicants is short in {count} territories**: {parts}.",
                sum(short),
                count=words.counted(sum(short)),
                parts=_of_which(short),
            )
        ]
    unknown = total - int(counts.get(ENOUGH, 0)) - sum(short)
    if unknown:
        said.append(
            _(
                "For {unknown} of {total} nobody can say whether reception is short.",
                unknown=words.number(unknown),
                total=words.number(total),
            )
        )
    if found.dataset.kind != DEMONSTRATION:
        said.append(_(HARDLY_ANYTHING))
    return " ".join(said)


def _of_which(short: list[int]) -> str:
    names = (
        later("sponsors are known in {count}"), later("there are none in {count}"),
        later("nobody says in {count}"),
    )  # fmt: skip
    parts = [_(name, count=words.number(n)) for name, n in zip(names, short, strict=True) if n]
    return words.listed(parts)


def where_to_begin(found: Situations, most: int = 8) -> list[str]:
    """Territories short of reception that have no sponsors, or of which nobody says, by gap."""
    rows = found.rows[found.rows["situation"].isin([WITHOUT, NOT_TOLD])]
    least = rows["gap"].fillna(rows["gap_lower"])
    rows = rows.assign(least=least).sort_values(["situation", "least"], ascending=[True, False])
    return [_to_begin_with(row) for row in rows_of(rows.head(most))]


def _to_begin_with(row: dict[str, Any]) -> str:
    least = float(row["least"])
    said = {"place": words.escaped(str(row["place"])), "count": words.short(least)}
    if row["situation"] == WITHOUT:
        return n_(
            "{place}: {count} place short, nobody sponsors",
            "{place}: {count} places short, nobody sponsors", round(least), **said,
        )  # fmt: skip
    return n_(
        "{place}: {count} place short, sponsors unknown",
        "{place}: {count} places short, sponsors unknown", round(least), **said,
    )  # fmt: skip
