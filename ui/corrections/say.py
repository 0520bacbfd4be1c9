"""Statements, states and effects in words."""

from analysis.corrections import PLACE, ROLES, Proposal, Statement, Subject
from analysis.gap import CANNOT_TELL, MET, SHORT, UNKNOWN
from analysis.ranks import Move
from ui import words
from ui.corrections.effects import Effect, Row, effects, ledgers_of
from ui.corrections.stated import statement as statement  # noqa: PLC0414  (by this name)
from ui.corrections.sums import counted
from ui.corrections.target import Target, place_name
from ui.corrections.texts import host_of
from ui.gap_words import span
from ui.language import Words, _, later, n_
from ui.store import Dataset

_ARROW = " → "
_MOST_NAMED = 4
_COUNTRY = 2  # letters of a country's code
_ALONE = Words({
    "public": "A public authority", "ngo": "A non-governmental organisation",
    "refugee_led": "A refugee-led organisation", "person": "A newcomer or resident",
    "research": "A researcher", "other": "Somebody",
})  # fmt: skip
FOLLOWS = later(
    "By the usual benchmark, ranked among territories of the same level. Sums of larger "
    "territories and shares of smaller ones are not counted here; they would follow only once the "
    "publisher corrects the figure."
)


def who(proposal: Proposal) -> str:
    """Who proposes, as they name themselves."""
    if not proposal.organisation:
        return _ALONE[proposal.role]
    return f"{words.escaped(proposal.organisation)} ({words.inside(_(ROLES[proposal.role]))})"


def moment(at: str) -> str:
    """The day of a moment, in words."""
    return words.day(at[:10])


def evidence(url: str) -> str:
    """A link that says where it leads; '' where there is none or it is no safe address.

    A host in other letters is shown as the network spells it too: look-alikes are seen there.
    """
    host = host_of(url)
    if not host:
        return ""
    written = url.split("/")[2].partition("?")[0].partition("#")[0]
    beside = "" if written.lower().rstrip(".") == host else f" ({words.escaped(host)})"
    return f"[{words.escaped(written)}{beside}]({url})"


def moved(dataset: Dataset, target: Target, says: Statement) -> list[str]:
    """What an acceptance would move, in sentences; Markdown."""
    if target.subject.table == PLACE:
        return _of_place(dataset, target.subject, says)
    if not ledgers_of(target.subject.measure_id, target.subject.group_id):
        return [_("No gap is worked out from this figure, so no gap and no rank would move.")]
    found = effects(dataset, target.subject, says)
    if not found:
        return [
            _(
                "No gap would move: at this date the ledgers take another figure here, or what "
                "they hold it against is unknown."
            )
        ]
    told = [each for each in found if {each.before["answer"], each.after["answer"]} != {UNKNOWN}]
    lines = [_of_gap(dataset, each) for each in told]
    if silent := len(found) - len(told):
        count = words.counted(silent)
        lines.append(
            n_(
                "In {count} more ledger one side changes and the answer stays unknown.",
                "In {count} more ledgers one side changes and the answer stays unknown.",
                silent, count=count,
            )
            if told
            else n_(
                "In {count} ledger one side changes and the answer stays unknown.",
                "In {count} ledgers one side changes and the answer stays unknown.",
                silent, count=count,
            )
        )  # fmt: skip
    return [*lines, _(FOLLOWS)]


def _of_gap(dataset: Dataset, effect: Effect) -> str:
    unit = effect.standard.unit
    when = words.day(str(effect.after["period"] or effect.before["period"]))
    if effect.period:
        when = _("{day} (an earlier date; the latest view stays)", day=when)
    answers = f"{_answer(effect.before, unit)}{_ARROW}**{_answer(effect.after, unit)}**"
    head = _(
        "**{standard}, counting {basis}.**",
        standard=_(effect.standard.label), basis=words.inside(_(effect.basis.label)),
    )  # fmt: skip
    return f"{head} {when}:  \n{answers}.  \n{rank(dataset, effect.ranks, among(effect))}"


def among(effect: Effect) -> str:
    """What the territory is ranked among: a small country is a region of every level, too."""
    noun = words.LEVEL_NOUN[int(effect.before["level"])]
    within = effect.standard.countries
    if within:
        only = words.countries(within)
        return _("{noun} whose gap is known ({countries} only)", noun=noun, countries=only)
    return _("{noun} whose gap is known", noun=noun)


def _answer(row: Row, unit: str) -> str:
    low, high, counted_in = row["gap_lower"], row["gap_upper"], _(unit)
    if row["answer"] == SHORT:
        return _("short by {span} {unit}", span=span(low, high), unit=counted_in)
    if row["answer"] == MET:
        return _("met, with {span} {unit} to spare", span=span(-high, -low), unit=counted_in)
    if row["answer"] == CANNOT_TELL and words.is_known(low) and words.is_known(high):
        many, few = words.short(-low), words.short(high)
        return _("cannot tell: from {many} too many to {few} too few", many=many, few=few)
    return _(str(row["answer"]))


def rank(dataset: Dataset, ranks: Move, of: str) -> str:
    """Ranks by what is missing, before and after, among whom, and who else moves."""
    if ranks.before is None and ranks.after is None:
        return _("It has no rank, before or after.")
    was, now = _of(ranks.before, ranks.of_before), _of(ranks.after, ranks.of_after)
    if (ranks.before, ranks.of_before) == (ranks.after, ranks.of_after):
        said = _("Rank by what is missing, among the {all}: {was}, as before.", all=of, was=was)
    else:
        move = f"{was}{_ARROW}**{now}**"
        said = _("Rank by what is missing, among the {all}: {move}.", all=of, move=move)
    others = len(ranks.others)
    if not others:
        return f"{said} {_('No other territory changes rank.')}"
    count = words.counted(others).capitalize()
    if others > _MOST_NAMED:
        rest = n_(
            "{count} other territory changes rank.", "{count} other territories change rank.",
            others, count=count,
        )  # fmt: skip
        return f"{said} {rest}"
    rest = n_(
        "{count} other territory changes rank: {names}.",
        "{count} other territories change rank: {names}.",
        others, count=count, names=words.listed([_ranked(dataset, each) for each in ranks.others]),
    )  # fmt: skip
    return f"{said} {rest}"


def _ranked(dataset: Dataset, territory_id: str) -> str:
    """A territory that is ranked; a country that is one region among regions is told as such."""
    name = place_name(dataset, territory_id)
    whole = len(territory_id) > _COUNTRY and name == words.country(territory_id[:_COUNTRY])
    shown = words.escaped(name)
    return _("{country} (the whole country is one region)", country=shown) if whole else shown


def _of(place: int | None, members: int) -> str:
    if place is None:
        return _("no rank")
    return _("{ends} of {all}", ends=words.number(place), all=words.number(members))


def _of_place(dataset: Dataset, subject: Subject, says: Statement) -> list[str]:
    found = counted(dataset, subject, says)
    lines = [
        f"{words.escaped(each.territory)}, {each.what}: {_count(each.before)}{_ARROW}"
        f"**{_count(each.after)}**."
        for each in found
    ]
    if not found:
        lines = [_("No count of places or sites would change.")]
    return [
        *lines,
        _(
            "No gap depends on single places: the ledgers use what is published for whole "
            "territories."
        ),
    ]


def _count(number: float | None) -> str:
    return _("unknown") if number is None else words.number(number)
