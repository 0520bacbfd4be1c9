"""Statements, states and effects in words."""

from analysis.corrections import PLACE, ROLES, Proposal, Statement, Subject
from analysis.disclosure import in_words
from analysis.gap import CANNOT_TELL, MET, SHORT, UNKNOWN
from analysis.ranks import Move
from ui import words
from ui.corrections.effects import Effect, Row, effects, ledgers_of
from ui.corrections.sums import counted
from ui.corrections.target import BLUR, Target, place_name
from ui.corrections.texts import host_of
from ui.gap_words import span
from ui.store import Dataset

_ARROW = " → "
_MOST_NAMED = 4
_COUNTRY = 2  # letters of a country's code
FOLLOWS = (
    "By the usual benchmark, ranked among territories of the same level. Sums of larger "
    "territories and shares of smaller ones are not counted here; they would follow only once the "
    "publisher corrects the figure."
)


def statement(says: Statement, unit: str, guard: str = "") -> str:
    """What is said, escaped: '1 200 places', 'between 10 and 20', 'unknown'."""
    if says.text:
        return words.escaped(says.text)
    if says.value is not None and (says.lower is None or says.lower == says.upper):
        number = in_words(says.value) if guard == BLUR else _number(says.value)
        return _with_unit(number, unit)
    if says.lower is not None and says.upper is not None:
        ends = f"between {_number(says.lower)} and {_number(says.upper)}"
        about = "" if says.value is None else f"about {_number(says.value)}, "
        return _with_unit(f"{about}{ends}", unit)
    if says.lower is not None:
        return _with_unit(f"at least {_number(says.lower)}", unit)
    if says.upper is not None:
        return _with_unit(f"at most {_number(says.upper)}", unit)
    return "unknown"


def _number(value: float) -> str:
    return words.number(value) if value == int(value) else f"{value:g}"


def _with_unit(number: str, unit: str) -> str:
    if unit.startswith("percent"):
        return f"{number}{words.THIN}%{unit.removeprefix('percent')}"
    return f"{number} {unit}".strip()


def who(proposal: Proposal) -> str:
    """Who proposes, as they name themselves."""
    role = ROLES[proposal.role].lower()
    if not proposal.organisation:
        return f"A {role}" if not role.startswith("o") else "Somebody"
    return f"{words.escaped(proposal.organisation)} ({role})"


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
        return ["No gap is worked out from this figure, so no gap and no rank would move."]
    found = effects(dataset, target.subject, says)
    if not found:
        return [
            "No gap would move: at this date the ledgers take another figure here, or what they "
            "hold it against is unknown."
        ]
    told = [each for each in found if {each.before["answer"], each.after["answer"]} != {UNKNOWN}]
    lines = [_of_gap(dataset, each) for each in told]
    if silent := len(found) - len(told):
        more = "more " if told else ""
        lines.append(
            f"In {words.count_of(silent, f'{more}ledger')} one side changes and the answer stays "
            "unknown."
        )
    return [*lines, FOLLOWS]


def _of_gap(dataset: Dataset, effect: Effect) -> str:
    unit = effect.standard.unit
    when = words.day(str(effect.after["period"] or effect.before["period"]))
    view = "" if not effect.period else " (an earlier date; the latest view stays)"
    answers = f"{_answer(effect.before, unit)}{_ARROW}**{_answer(effect.after, unit)}**"
    return (
        f"**{effect.standard.label}, counting {_lower(effect.basis.label)}.** {when}{view}:  \n"
        f"{answers}.  \n{rank(dataset, effect.ranks, among(effect))}"
    )


def _lower(label: str) -> str:
    """A label within a sentence: its first letter small, unless it is an abbreviation."""
    return label if label[:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def among(effect: Effect) -> str:
    """What the territory is ranked among: a small country is a region of every level, too."""
    noun = words.LEVEL_NOUN[int(effect.before["level"])]
    within = effect.standard.countries
    only = f" ({words.countries(within)} only)" if within else ""
    return f"{noun} whose gap is known{only}"


def _answer(row: Row, unit: str) -> str:
    low, high = row["gap_lower"], row["gap_upper"]
    if row["answer"] == SHORT:
        return f"short by {span(low, high)} {unit}"
    if row["answer"] == MET:
        return f"met, with {span(-high, -low)} {unit} to spare"
    if row["answer"] == CANNOT_TELL and words.is_known(low) and words.is_known(high):
        return f"cannot tell: from {words.short(-low)} too many to {words.short(high)} too few"
    return str(row["answer"])


def rank(dataset: Dataset, ranks: Move, of: str) -> str:
    """Ranks by what is missing, before and after, among whom, and who else moves."""
    if ranks.before is None and ranks.after is None:
        return "It has no rank, before or after."
    same = (ranks.before, ranks.of_before) == (ranks.after, ranks.of_after)
    said = f"Rank by what is missing, among the {of}: {_of(ranks.before, ranks.of_before)}"
    said += ", as before" if same else f"{_ARROW}**{_of(ranks.after, ranks.of_after)}**"
    others = len(ranks.others)
    if not others:
        return f"{said}. No other territory changes rank."
    verb = "changes" if others == 1 else "change"
    many = words.count_of(others, "other territory")
    if others > _MOST_NAMED:
        return f"{said}. {many.capitalize()} {verb} rank."
    names = words.listed([_ranked(dataset, each) for each in ranks.others])
    return f"{said}. {many.capitalize()} {verb} rank: {names}."


def _ranked(dataset: Dataset, territory_id: str) -> str:
    """A territory that is ranked; a country that is one region among regions is told as such."""
    name = place_name(dataset, territory_id)
    whole = len(territory_id) > _COUNTRY and name == words.country(territory_id[:_COUNTRY])
    return words.escaped(name) + (" (the whole country is one region)" if whole else "")


def _of(place: int | None, members: int) -> str:
    if place is None:
        return "no rank"
    return f"{words.number(place)} of {words.number(members)}"


def _of_place(dataset: Dataset, subject: Subject, says: Statement) -> list[str]:
    found = counted(dataset, subject, says)
    lines = [
        f"{words.escaped(each.territory)}, {each.what}: {_count(each.before)}{_ARROW}"
        f"**{_count(each.after)}**."
        for each in found
    ]
    if not found:
        lines = ["No count of places or sites would change."]
    return [
        *lines,
        "No gap depends on single places: the ledgers use what is published for whole territories.",
    ]


def _count(number: float | None) -> str:
    return "unknown" if number is None else words.number(number)
