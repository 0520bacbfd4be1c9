"""What alliances say in sentences: of the view, of a pair, of a small alliance, of whom to ask."""

from collections.abc import Hashable
from typing import Any

from analysis.alliance_clusters import Cluster
from analysis.alliances import ENDS
from analysis.gap import CANNOT_TELL, SHORT, UNKNOWN
from ui import gap_cite, gap_words, words
from ui.alliances.choice import BEST, SMALL
from ui.alliances.drawn import MOST_LINES, drawn_pairs, span
from ui.alliances.known import Alliances
from ui.language import Words, _, later, n_, per_language

LISTED = 10
_LEGAL = later(
    "A surplus on paper is not a right to use it: sharing takes consent, across a border more."
)
Row = dict[Hashable, Any]
READ = Words(
    {
        "pairs": "Each pair stands alone: a surplus may be in several.",
        "small": "Two to four neighbours that together cover most of what they lack; each "
        "territory is in one alliance, each surplus is used once.",
        "best": "One way to cover the most that neighbours can, for sure; each surplus is used "
        "once.",
    }
)
_TITLES = Words(
    {
        SMALL: "Small alliances that cover most",
        BEST: "One way to cover the most",
    }
)


@per_language(64)
def headline(view: Alliances) -> str:
    """The finding: how much of the shortage neighbours could cover, and what is unknown."""
    rows = view.ledger.rows
    unknown = int((rows["answer"] == UNKNOWN).sum())
    short = int((rows["answer"] == SHORT).sum())
    if unknown == len(rows):
        nobody = _(
            "**Unknown for every territory**: no gap is known, so nobody can tell who could share."
        )
        return f"{nobody} {_('Choose other countries, another group or another benchmark.')}"
    said = _coverable(view, short)
    said += _doubted(view)
    if unsure := int((rows["answer"] == CANNOT_TELL).sum()):
        said.append(
            n_(
                "{count} territory may be short or not.",
                "{count} territories may be short or not.",
                unsure, count=words.counted(unsure).capitalize(),
            )
        )  # fmt: skip
    if unknown:
        said.append(
            _(
                "For {count} of {all} the gap is unknown: unknown is nobody's surplus.",
                count=words.number(unknown), all=words.number(len(rows)),
            )
        )  # fmt: skip
    return " ".join(said)


def _coverable(view: Alliances, short: int) -> list[str]:
    """How much neighbours could cover, for how many that are short."""
    if view.most_upper == 0:
        return [_("**No territory is known to have a surplus beside a neighbour that is short.**")]
    sure = view.shares["shared_lower"] > 0
    lack = span(*(float(view.found[f"shortage_{end}"].sum()) for end in ENDS))
    parts = {"some": span(view.most_lower, view.most_upper), "lack": lack, "unit": view.unit()}
    said = [
        _(
            "**Neighbours could cover {some} of the {lack} {unit} fewer received than asked**, "
            "each surplus used once.", **parts,
        )
        if view.receives
        else _(
            "**Neighbours could cover {some} of the {lack} {unit} that are missing**, "
            "each surplus used once.", **parts,
        ),
        n_(
            "{count} territory is short; {beside}.", "{count} territories are short; {beside}.",
            short, count=words.counted(short).capitalize(),
            beside=_beside(view.shares.loc[sure, "short_id"].nunique(), short),
        ),
    ]  # fmt: skip
    if view.most_older > 0:
        said.append(
            _(
                "Of the {sure} that are sure {older} rest on figures of years before the "
                "shortage's.",
                sure=words.short(view.most_lower), older=words.short(view.most_older),
            )
        )  # fmt: skip
    return said


def _doubted(view: Alliances) -> list[str]:
    """Whose surplus is not counted as sure, because a newer need is above it."""
    helpers = set(view.shares["helper_id"])
    names = [words.escaped(view.place(str(code))) for code in view.doubts.index if code in helpers]
    if not names:
        return []
    count = len(names)
    if count > 3:
        names = [*names[:2], n_("{count} more", "{count} more", count - 2)]
    return [
        n_(
            "Not counted as sure is {names}: a newer need there is above its places.",
            "Not counted as sure are {names}: a newer need there is above their places.",
            count, names=words.listed(names),
        )
    ]  # fmt: skip


def _beside(beside: int, short: int) -> str:
    if beside == 0:
        return _("none has a neighbour that is sure to have a surplus")
    if beside == short > 1:
        return _("all have a neighbour that is sure to have a surplus")
    return n_(
        "{count} has a neighbour that is sure to have a surplus",
        "{count} have a neighbour that is sure to have a surplus",
        beside, count=words.counted(beside),
    )  # fmt: skip


def listing(view: Alliances, most: int = LISTED) -> list[str]:
    """The best of the view, in sentences, in the order of their rank."""
    if view.choice.show == SMALL:
        return [_cluster(view, each) for each in view.clusters[:most]]
    rows = drawn_pairs(view) if view.choice.show == BEST else view.shares
    return [pair(view, row) for row in rows.head(most).to_dict("records")]


def title(view: Alliances) -> str:
    """What the list is."""
    return _TITLES.get(view.choice.show) or _("Who could cover most for whom")


def pair(view: Alliances, row: Row) -> str:
    """A pair in a sentence: 'Burgenland could cover 120 to 150 of the 230 places Tirol lacks'."""
    helper = words.escaped(_named(view, row, "helper_id"))
    short = words.escaped(_named(view, row, "short_id"))
    shared = span(row["shared_lower"], row["shared_upper"])
    if view.choice.show == BEST:
        shared = words.short(row["along"])
    lacks = span(row["shortage_lower"], row["shortage_upper"])
    surplus = span(row["surplus_lower"], row["surplus_upper"])
    unit, how = view.unit(), f"{joined(row)}{_years(view, row)}"
    if view.receives:
        return _(
            "**{short}** could receive **{shared}** of the {surplus} {unit} that **{helper}** "
            "receives beyond what is asked of it, {how}.",
            short=short, shared=shared, surplus=surplus, unit=unit, helper=helper, how=how,
        )  # fmt: skip
    return _(
        "**{helper}** could cover **{shared}** of the {lacks} {unit} **{short}** lacks, {how}.",
        helper=helper, shared=shared, lacks=lacks, unit=unit, short=short, how=how,
    )  # fmt: skip


def _years(view: Alliances, row: Row) -> str:
    """That two gaps are not of the same year, where they are not."""
    helper, short = (
        str(view.ledger.rows.loc[row[side], "period"])[:4] for side in ("helper_id", "short_id")
    )
    if helper == short:
        return ""
    return " " + _("(figures of {helper} and {short})", helper=helper, short=short)


def joined(row: Row) -> str:
    """How two neighbours are joined."""
    border = _("across the border") if row["across_border"] else _("in the same country")
    if row["connection"] == "water":
        far = f"{words.short(row['distance_km'])}{words.THIN}km"
        return _("{border}, over {far} of water", border=border, far=far)
    return border


def _named(view: Alliances, row: Row, side: str) -> str:
    """With its country where the border of one lies between."""
    return view.place(row[side]) if row["across_border"] else view.name(row[side])


def _cluster(view: Alliances, cluster: Cluster) -> str:
    names = " · ".join(words.escaped(view.name(member)) for member in cluster.members)
    countries = view.ledger.rows.loc[list(cluster.members), "country"].unique()
    shared = span(cluster.shared_lower, cluster.shared_upper)
    lacks = span(cluster.shortage_lower, cluster.shortage_upper)
    parts = {"shared": shared, "lacks": lacks, "unit": view.unit()}
    said = (
        _("together {shared} of {lacks} {unit} missing.", **parts)
        if cluster.certain
        else _(
            "together {shared} of {lacks} {unit} missing, if the figures turn out well.", **parts
        )
    )
    return f"**{names}** ({words.countries(list(countries))}): {said}"


def measured_by(view: Alliances) -> str:
    """By which benchmark, and the one sentence nobody should miss."""
    said = (gap_words.measured_by(view.ledger), gap_cite.dates(view.ledger), _(_LEGAL))
    return " ".join(each.strip() for each in said if each)


def lines(view: Alliances) -> str:
    """What the lines on the map are."""
    drawn = len(drawn_pairs(view))
    if drawn == 0:
        return _("No line is drawn: no two neighbours are known to fit.")
    said = [_("A line joins two that could share; the wider, the more.")]
    if drawn > MOST_LINES:
        said.append(_("The {count} that share most are drawn.", count=MOST_LINES))
    return " ".join(said)
