"""What alliances say in sentences: of the view, of a pair, of a small alliance, of whom to ask."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any

from analysis.alliance_clusters import Cluster
from analysis.alliances import ENDS
from analysis.gap import CANNOT_TELL, SHORT, UNKNOWN
from ui import gap_cite, gap_words, words
from ui.alliances.choice import BEST, SMALL
from ui.alliances.drawn import MOST_LINES, drawn_pairs, span
from ui.alliances.known import Alliances

LISTED = 10
_LEGAL = "A surplus on paper is not a right to use it: sharing takes consent, across a border more."
Row = dict[Hashable, Any]
READ = {
    "pairs": "Each pair stands alone: a surplus may be in several.",
    "small": "Two to four neighbours that together cover most of what they lack; each territory "
    "is in one alliance, each surplus is used once.",
    "best": "One way to cover the most that neighbours can, for sure; each surplus is used once.",
}


@lru_cache(maxsize=64)
def headline(view: Alliances) -> str:
    """The finding: how much of the shortage neighbours could cover, and what is unknown."""
    rows, unit = view.ledger.rows, view.ledger.unit()
    unknown = int((rows["answer"] == UNKNOWN).sum())
    short = int((rows["answer"] == SHORT).sum())
    if unknown == len(rows):
        return (
            "**Unknown for every territory**: no gap is known, so nobody can tell who could share."
        )
    sure = view.shares["shared_lower"] > 0
    beside = view.shares.loc[sure, "short_id"].nunique()
    if view.most_upper == 0:
        said = ["**No territory is known to have a surplus beside a neighbour that is short.**"]
    else:
        lack = span(*(float(view.found[f"shortage_{end}"].sum()) for end in ENDS))
        said = [
            f"**Neighbours could cover {span(view.most_lower, view.most_upper)} of the {lack} "
            f"{unit} {_lacking(view)}**, each surplus used once. "
            f"{words.count_of(short, 'territory').capitalize()} "
            f"{'is' if short == 1 else 'are'} short; {_beside(beside, short)}."
        ]
        if view.most_older > 0:
            said.append(
                f"Of the {words.short(view.most_lower)} that are sure "
                f"{words.short(view.most_older)} rest on figures of years before the shortage's."
            )
    said += _doubted(view)
    if unsure := int((rows["answer"] == CANNOT_TELL).sum()):
        said.append(f"{words.count_of(unsure, 'territory').capitalize()} may be short or not.")
    if unknown:
        said.append(
            f"For {words.number(unknown)} of {words.number(len(rows))} the gap is unknown: "
            "unknown is nobody's surplus."
        )
    return " ".join(said)


def _doubted(view: Alliances) -> list[str]:
    """Whose surplus is not counted as sure, because a newer need is above it."""
    helpers = set(view.shares["helper_id"])
    names = [words.escaped(view.place(str(code))) for code in view.doubts.index if code in helpers]
    if not names:
        return []
    verb = "is" if len(names) == 1 else "are"
    whose = "its" if len(names) == 1 else "their"
    if len(names) > 3:
        names = [*names[:2], f"{words.number(len(names) - 2)} more"]
    return [
        f"Not counted as sure {verb} {words.listed(names)}: a newer need there is above {whose} "
        "places."
    ]


def _lacking(view: Alliances) -> str:
    return "fewer received than asked" if view.receives else "that are missing"


def _beside(beside: int, short: int) -> str:
    some = words.count_of(beside, "x").split(" ")[0].replace("no", "none")
    if beside == short > 1:
        some = "all"
    if beside == 0:
        return "none has a neighbour that is sure to have a surplus"
    return f"{some} {'has' if beside == 1 else 'have'} a neighbour that is sure to have a surplus"


def listing(view: Alliances, most: int = LISTED) -> list[str]:
    """The best of the view, in sentences, in the order of their rank."""
    if view.choice.show == SMALL:
        return [_cluster(view, each) for each in view.clusters[:most]]
    rows = drawn_pairs(view) if view.choice.show == BEST else view.shares
    return [pair(view, row) for row in rows.head(most).to_dict("records")]


def title(view: Alliances) -> str:
    """What the list is."""
    names = {SMALL: "Small alliances that cover most", BEST: "One way to cover the most"}
    return names.get(view.choice.show, "Who could cover most for whom")


def pair(view: Alliances, row: Row) -> str:
    """A pair in a sentence: 'Burgenland could cover 120 to 150 of the 230 places Tirol lacks'."""
    helper = words.escaped(_named(view, row, "helper_id"))
    short = words.escaped(_named(view, row, "short_id"))
    shared = span(row["shared_lower"], row["shared_upper"])
    if view.choice.show == BEST:
        shared = words.short(row["along"])
    lacks = span(row["shortage_lower"], row["shortage_upper"])
    surplus = span(row["surplus_lower"], row["surplus_upper"])
    unit = view.ledger.unit()
    if view.receives:
        said = (
            f"**{short}** could receive **{shared}** of the {surplus} {unit} that **{helper}** "
            "receives beyond what is asked of it"
        )
    else:
        said = f"**{helper}** could cover **{shared}** of the {lacks} {unit} **{short}** lacks"
    return f"{said}, {joined(row)}{_years(view, row)}."


def _years(view: Alliances, row: Row) -> str:
    """That two gaps are not of the same year, where they are not."""
    helper, short = (
        str(view.ledger.rows.loc[row[side], "period"])[:4] for side in ("helper_id", "short_id")
    )
    return "" if helper == short else f" (figures of {helper} and {short})"


def joined(row: Row) -> str:
    """How two neighbours are joined."""
    border = "across the border" if row["across_border"] else "in the same country"
    if row["connection"] == "water":
        return f"{border}, over {words.short(row['distance_km'])}{words.THIN}km of water"
    return border


def _named(view: Alliances, row: Row, side: str) -> str:
    """With its country where the border of one lies between."""
    return view.place(row[side]) if row["across_border"] else view.name(row[side])


def _cluster(view: Alliances, cluster: Cluster) -> str:
    names = " · ".join(words.escaped(view.name(member)) for member in cluster.members)
    countries = view.ledger.rows.loc[list(cluster.members), "country"].unique()
    shared = span(cluster.shared_lower, cluster.shared_upper)
    lacks = span(cluster.shortage_lower, cluster.shortage_upper)
    sure = "" if cluster.certain else ", if the figures turn out well"
    said = f"together {shared} of {lacks} {view.ledger.unit()} missing{sure}"
    return f"**{names}** ({words.countries(list(countries))}): {said}."


def measured_by(view: Alliances) -> str:
    """By which benchmark, and the one sentence nobody should miss."""
    said = (gap_words.measured_by(view.ledger), gap_cite.dates(view.ledger), _LEGAL)
    return " ".join(each.strip() for each in said if each)


def lines(view: Alliances) -> str:
    """What the lines on the map are."""
    drawn = len(drawn_pairs(view))
    if drawn == 0:
        return "No line is drawn: no two neighbours are known to fit."
    most = f" The {MOST_LINES} that share most are drawn." if drawn > MOST_LINES else ""
    return f"A line joins two that could share; the wider, the more.{most}"
