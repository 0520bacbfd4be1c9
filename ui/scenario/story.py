"""What became of each change in sentences: what was done, what was impossible and by how many."""

from analysis.scenario import told
from analysis.scenario.plan import Add, Arrive, Change
from analysis.scenario.told import Told
from ui.gap_words import span
from ui.scenario.found import Outcome
from ui.scenario.words import PEOPLE, amount, names_in, sentence, supplied
from ui.words import THIN, count_of, listed, number

_LACKS = {
    told.NEED: "nobody publishes how many people need it",
    told.CAPACITY: "nobody publishes the {unit} there",
    told.ONLY_LEAST: "only the least number of {unit} there is known",
    told.KEY: "nobody publishes the figure that the key or the limit is worked out from",
}


def story(outcome: Outcome) -> list[str]:
    """A paragraph for each change of a plan, in Markdown."""
    unit = supplied(outcome.after.choice.standard)
    names = names_in(outcome.after.rows)
    pairs = zip(outcome.plan.changes, outcome.applied.told, strict=True)
    return [
        " ".join([f"**{sentence(change, names, unit)}.**", *became(change, each, unit)])
        for change, each in pairs
    ]


def became(change: Change, done: Told, unit: str) -> list[str]:
    """What was done, what was not and why, who was left out, what was guessed."""
    said = [_done(change, done, unit)]
    if done.limit:
        said.append(impossible(change, done, unit))
    if done.together:
        said.append(
            f"It was placed together with the arrivals beside it, {number(done.together)} changes "
            "in all, so that nobody takes the only places open to others."
        )
    if done.bound is not None:
        said.append(f"No way of placing these arrivals leaves fewer than {number(done.bound)} out.")
    if done.all_left_out:
        said.append(_left_out(done, unit))
    if done.guessed:
        have = "has" if done.guessed == 1 else "have"
        free = isinstance(change, Arrive) and change.places_only
        sure = ", so not every place is free for certain" if free else ""
        said.append(
            f"{count_of(done.guessed, 'territory').capitalize()} {have} a figure that is an "
            f"interval: its best guess, else its middle, decided{sure}."
        )
    return [each for each in said if each]


def _done(change: Change, done: Told, unit: str) -> str:
    if isinstance(change, Arrive):
        if done.done == change.persons:
            everybody = "That person is" if change.persons == 1 else "All of them are"
            return f"{everybody} in a territory."
        verb = "is" if done.done == 1 else "are"
        return f"{number(done.done)} of {number(change.persons)} {verb} in a territory."
    if isinstance(change, Add) and change.budget_eur is not None and done.done_upper:
        return f"That is {span(done.done, done.done_upper)} {unit}."
    if done.asked is None:
        return "How many is not known." if loss_unknown(done) else f"That is {_lost(done, unit)}."
    return ""


def loss_unknown(done: Told) -> bool:
    """Whether a share of places is lost, of which none is known."""
    if done.asked is not None or done.unit != "places" or done.limit:
        return False
    return bool(done.left_out) and not any((done.done, done.done_upper, *(done.ends or ())))


def _lost(done: Told, unit: str) -> str:
    """How many are lost: from the least to the most, or at least so many."""
    least, most = (-each for each in done.ends or (done.done, done.done))
    if done.from_below:
        return f"at least {amount(least, unit)}"
    return amount(least, unit) if least == most else f"{number(least)} to {number(most)} {unit}"


def impossible(change: Change, done: Told, unit: str) -> str:
    """Which limit stood against the rest, and how many it is too narrow for."""
    lack = amount(done.short_by, PEOPLE if isinstance(change, Arrive) else unit)
    percent = ""
    if isinstance(change, Arrive) and change.most_percent is not None:
        percent = f"{change.most_percent:g}{THIN}% of a territory's residents"
    return {
        told.FREE: f"**Impossible for {lack}**: no more places are free.",
        told.MOST_PERCENT: f"**Impossible for {lack}**: {percent} leaves no more room.",
        told.BOTH: f"**Impossible for {lack}**: neither free places nor {percent} leave more room.",
        told.FAMILIES: f"**Impossible for {lack}**: no territory has room for one more whole "
        "family.",
        told.NOWHERE: "**Nothing moves**: no territory has the figures that this rule looks at.",
        told.NO_BENCHMARK: "**Nothing moves**: no norm says how much is enough. Write your own "
        "benchmark in the sidebar.",
        told.NOT_SHOWN: "**Nothing moves**: this territory is not drawn in this view. Choose "
        "another level in the sidebar, or another territory.",
        told.TOO_FEW: f"**Impossible for {lack}**: no more can be there.",
        told.NO_PRICE: "**Nothing moves**: no daily price is known.",
        told.BUDGET: f"**Nothing moves**: the budget pays for none of the {unit}.",
    }[done.limit]


def _left_out(done: Told, unit: str) -> str:
    """How many territories the rule could not look at, and what they lack."""
    verb = "was" if done.all_left_out == 1 else "were"
    lacks = {lack: _LACKS[lack].format(unit=unit) for lack in done.left_out}
    why = listed([
        lacks[lack] if len(lacks) == 1 else f"in {number(many)} {lacks[lack]}"
        for lack, many in done.left_out.items()
    ])  # fmt: skip
    return f"{count_of(done.all_left_out, 'territory').capitalize()} {verb} left out: {why}."
