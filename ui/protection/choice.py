"""What a reader can choose on the Protection page; every choice is in the address."""

from dataclasses import dataclass

import pandas as pd

from analysis.funnel_inputs import FINEST, GROUPS
from ui import controls
from ui.area.where import Where, where
from ui.cased import begins
from ui.controls import One
from ui.language import Words, _
from ui.store import Dataset, ask
from ui.words import GROUP_WORDS

NARROWEST = "narrowest"
# What kind of figure a measure is, in two words: kinds never share a map.
KINDS = Words(
    {
        "need": "people counted",
        "use": "people looked after",
        "capacity": "what exists",
        "presence": "services that exist",
        "target": "asked for, not there",
        "commitment": "promised, not there",
        "key": "a distribution key",
    }
)
_QUESTIONS = Words(
    {
        "unaccompanied_children": "Where does protection for unaccompanied children narrow?",
        "victims_of_torture": "Where does protection for victims of torture narrow?",
        "victims_of_trafficking": "Where does protection for victims of trafficking narrow?",
        "women_at_risk": "Where does protection for women at risk narrow?",
        "persons_with_disabilities": "Where does protection for newcomers with disabilities "
        "narrow?",
    }
)


@dataclass(frozen=True)
class Choice:
    """One view: whom it is about, what the map shows, where.

    `measure` is the row of `ui/sql/protection_measures.sql` the map shows, () for the funnel.
    """

    group_id: str
    show: str
    where: Where
    measure: tuple[tuple[str, str], ...] = ()

    @property
    def whom(self) -> str:
        """The group as it stands inside a sentence."""
        return GROUP_WORDS[self.group_id]

    def question(self) -> str:
        """The question of the page's title."""
        return _QUESTIONS[self.group_id]

    @property
    def per(self) -> int:
        """How many residents a figure is divided by: services are far fewer than people."""
        return 1_000_000 if self.of("kind") == "presence" else 100_000

    @property
    def per_words(self) -> str:
        """The same as it is read behind a figure."""
        million = self.per == 1_000_000
        return _("per million residents") if million else _("per 100,000 residents")

    def of(self, column: str) -> str:
        """A word of the measure shown, as it is published: label, unit, kind, definition."""
        return dict(self.measure)[column]

    def told(self, column: str) -> str:
        """Such a word in the reader's language."""
        return _(self.of(column))


def choose(dataset: Dataset) -> Choice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        group_id = controls.select(
            One(
                _("For whom"), "whom", GROUPS, lambda key: begins(GROUP_WORDS[key]),
                _("Groups overlap: never add one to another."),
            )
        )  # fmt: skip
        finest = FINEST[group_id]
        measures = ask(dataset, "protection_measures", group_id=group_id, finest=finest)
        show = _show(dataset, group_id, measures)
        found = where(dataset, 2, tuple(range(finest + 1)))
        if finest < 3:
            controls.note(
                _(
                    "Shelters for this group are told of by NUTS 2 region at the finest, so that "
                    "no address can be worked out."
                )
            )
    chosen = measures[measures["measure_id"] == show]
    named = ("measure_id", "label", "unit", "kind", "definition")
    measure = tuple((each, str(chosen[each].iloc[0])) for each in named) if len(chosen) else ()
    return Choice(group_id, show, found, measure)


def _show(dataset: Dataset, group_id: str, measures: pd.DataFrame) -> str:
    """The funnel, or one of the measures there are figures of, most territories first."""
    names = {NARROWEST: _("Where it narrows")}
    for row in measures.to_dict("records"):
        names[str(row["measure_id"])] = f"{_(str(row['label']))} ({KINDS[row['kind']]})"
    codes = list(names)
    return controls.select(
        One(
            _("Map shows"), "show", codes, names.__getitem__,
            _("Counts of people, places that exist, places asked for and keys are different "
              "things: the map shows one at a time."),
            _usual(dataset, group_id, measures),
        )
    )  # fmt: skip


def _usual(dataset: Dataset, group_id: str, measures: pd.DataFrame) -> str:
    """The funnel where somebody counts people and places; else what is known most widely."""
    steps = ask(dataset, "protection", group_id=group_id)
    counted = set(steps.loc[steps["step"] == "people", "territory_id"])
    placed = set(steps.loc[steps["step"].isin(["room", "open", "durable"]), "territory_id"])
    # What is there comes before what is asked for, and a key is nobody's first question.
    asked = measures["kind"].isin(["target", "commitment"])
    shown = pd.concat([measures[~asked], measures[asked]])
    shown = shown[shown["kind"] != "key"]
    if shown.empty or len(counted & placed) * 2 >= len(counted) > 0:
        return NARROWEST
    return str(shown["measure_id"].iloc[0])
