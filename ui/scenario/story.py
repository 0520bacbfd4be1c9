"""What became of each change in sentences: what was done, what was impossible and by how many."""

from analysis.scenario import told
from analysis.scenario.plan import Add, Arrive, Change
from analysis.scenario.told import Told
from ui.cased import begins
from ui.language import _, later, n_, plural
from ui.language.numbers import with_point
from ui.scenario.found import Outcome
from ui.scenario.units import PEOPLE, SPANS, amount, between, names_in, supplied
from ui.scenario.words import sentence
from ui.words import THIN, counted, listed, number

_LACKS = {
    told.NEED: later("nobody publishes how many people need it"),
    told.CAPACITY: later("nobody publishes the {unit} there"),
    told.ONLY_LEAST: later("only the least number of {unit} there is known"),
    told.KEY: later("nobody publishes the figure that the key or the limit is worked out from"),
}
_IMPOSSIBLE = {
    told.FREE: later("**Impossible for {lack}**: no more places are free."),
    told.MOST_PERCENT: later(
        "**Impossible for {lack}**: {percent} of a territory's residents leaves no more room."
    ),
    told.BOTH: later(
        "**Impossible for {lack}**: neither free places nor {percent} of a territory's residents "
        "leave more room."
    ),
    told.FAMILIES: later(
        "**Impossible for {lack}**: no territory has room for one more whole family."
    ),
    told.NOWHERE: later("**Nothing moves**: no territory has the figures that this rule looks at."),
    told.NO_BENCHMARK: later(
        "**Nothing moves**: no norm says how much is enough. Write your own benchmark in the "
        "sidebar."
    ),
    told.NOT_SHOWN: later(
        "**Nothing moves**: this territory is not drawn in this view. Choose another level in the "
        "sidebar, or another territory."
    ),
    told.TOO_FEW: later("**Impossible for {lack}**: no more can be there."),
    told.NO_PRICE: later("**Nothing moves**: no daily price is known."),
    told.BUDGET: later("**Nothing moves**: the budget pays for none of the {unit}."),
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
            n_(
                "It was placed together with the arrivals beside it, {count} change in all, so "
                "that nobody takes the only places open to others.",
                "It was placed together with the arrivals beside it, {count} changes in all, so "
                "that nobody takes the only places open to others.",
                done.together,
            )
        )
    if done.bound is not None:
        said.append(
            n_("No way of placing these arrivals leaves fewer than {count} out.",
               "No way of placing these arrivals leaves fewer than {count} out.", done.bound)
        )  # fmt: skip
    if done.all_left_out:
        said.append(_left_out(done, unit))
    if done.guessed:
        free = isinstance(change, Arrive) and change.places_only
        pair = _GUESSED_FREE if free else _GUESSED
        said.append(n_(*pair, done.guessed, count=begins(counted(done.guessed))))
    return [each for each in said if each]


_GUESSED = plural(
    "{count} territory has a figure that is an interval: its best guess, else its middle, decided.",
    "{count} territories have a figure that is an interval: its best guess, else its middle, "
    "decided.",
)
_GUESSED_FREE = plural(
    "{count} territory has a figure that is an interval: its best guess, else its middle, decided, "
    "so not every place is free for certain.",
    "{count} territories have a figure that is an interval: its best guess, else its middle, "
    "decided, so not every place is free for certain.",
)


def _done(change: Change, done: Told, unit: str) -> str:
    if isinstance(change, Arrive):
        return _placed(change, done)
    if isinstance(change, Add) and change.budget_eur is not None and done.done_upper:
        return _("That is {amount}.", amount=between(done.done, done.done_upper, unit))
    if done.asked is not None:
        return ""
    if loss_unknown(done):
        return _("How many is not known.")
    return _("That is {amount}.", amount=_lost(done, unit))


def _placed(change: Arrive, done: Told) -> str:
    if done.done != change.persons:
        return n_(
            "{count} of {all} is in a territory.", "{count} of {all} are in a territory.",
            done.done, all=number(change.persons),
        )  # fmt: skip
    if change.persons == 1:
        return _("That person is in a territory.")
    return _("All of them are in a territory.")


def loss_unknown(done: Told) -> bool:
    """Whether a share of places is lost, of which none is known."""
    if done.asked is not None or done.unit != "places" or done.limit:
        return False
    return bool(done.left_out) and not any((done.done, done.done_upper, *(done.ends or ())))


def _lost(done: Told, unit: str) -> str:
    """How many are lost: from the least to the most, or at least so many."""
    least, most = (-each for each in done.ends or (done.done, done.done))
    if done.from_below:
        return _("at least {amount}", amount=amount(least, unit))
    if least == most:
        return amount(least, unit)
    return n_(
        *SPANS[unit], max(2, most), span=_("{low} to {high}", low=number(least), high=number(most))
    )


def impossible(change: Change, done: Told, unit: str) -> str:
    """Which limit stood against the rest, and how many it is too narrow for."""
    percent = ""
    if isinstance(change, Arrive) and change.most_percent is not None:
        percent = f"{with_point(f'{change.most_percent:g}')}{THIN}%"
    return _(
        _IMPOSSIBLE[done.limit], percent=percent, unit=_(unit),
        lack=amount(done.short_by, PEOPLE if isinstance(change, Arrive) else unit),
    )  # fmt: skip


def _left_out(done: Told, unit: str) -> str:
    """How many territories the rule could not look at, and what they lack."""
    lacks = {lack: _(_LACKS[lack], unit=_(unit)) for lack in done.left_out}
    why = listed([
        lacks[lack]
        if len(lacks) == 1
        else n_("in {count} {why}", "in {count} {why}", many, why=lacks[lack])
        for lack, many in done.left_out.items()
    ])  # fmt: skip
    many = done.all_left_out
    return n_(
        "{count} territory was left out: {why}.", "{count} territories were left out: {why}.",
        many, count=begins(counted(many)), why=why,
    )  # fmt: skip
