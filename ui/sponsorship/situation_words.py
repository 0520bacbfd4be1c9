"""What the page says of reception and sponsors together."""

from analysis.sponsors import ENOUGH, NOT_TOLD, WITH_SPONSORS, WITHOUT
from ui import words
from ui.sponsorship.situation import Situations
from ui.sponsorship.words import HARDLY_ANYTHING, rows_of
from ui.store import DEMONSTRATION

READING = (
    "Darkest is where to begin: reception is short and nobody sponsors. *Sponsors unknown* means "
    "that no source says whether there are any."
)


def headline(found: Situations) -> str:
    """Where reception is short, told by whether sponsors are there, absent, or unknown."""
    counts = found.rows["situation"].value_counts()
    total = len(found.rows)
    short = [int(counts.get(each, 0)) for each in (WITH_SPONSORS, WITHOUT, NOT_TOLD)]
    if not sum(short):
        said = [f"**No territory of {words.number(total)} is known to be short of reception.**"]
    else:
        said = [
            f"**Reception for asylum applicants is short in "
            f"{words.count_of(sum(short), 'territory')}**: {_of_which(short)}."
        ]
    unknown = total - int(counts.get(ENOUGH, 0)) - sum(short)
    if unknown:
        said.append(
            f"For {words.number(unknown)} of {words.number(total)} nobody can say whether "
            "reception is short."
        )
    if found.dataset.kind != DEMONSTRATION:
        said.append(HARDLY_ANYTHING)
    return " ".join(said)


def _of_which(short: list[int]) -> str:
    names = ("sponsors are known in {}", "there are none in {}", "nobody says in {}")
    parts = [name.format(words.number(n)) for name, n in zip(names, short, strict=True) if n]
    return words.listed(parts)


def where_to_begin(found: Situations, most: int = 8) -> list[str]:
    """Territories short of reception that have no sponsors, or of which nobody says, by gap."""
    rows = found.rows[found.rows["situation"].isin([WITHOUT, NOT_TOLD])]
    least = rows["gap"].fillna(rows["gap_lower"])
    rows = rows.assign(least=least).sort_values(["situation", "least"], ascending=[True, False])
    return [
        f"{words.escaped(str(row['place']))}: {words.short(float(row['least']))} places short, "
        f"{'nobody sponsors' if row['situation'] == WITHOUT else 'sponsors unknown'}"
        for row in rows_of(rows.head(most))
    ]
