"""What a reader can choose on the Equality page; every choice is in the address."""

from dataclasses import dataclass

from ui import controls
from ui.area.where import Where, countries
from ui.controls import One
from ui.equality.known import Known, best_level, known_of, usual_moments
from ui.equality.subjects import BY_ID, RESIDENTS, SUBJECTS, USE, Subject
from ui.language import Words, _
from ui.store import Dataset
from ui.words import LEVELS, day

GINI, THEIL, EQUIVALENT = "gini", "theil", "equivalent"
MEASURES = Words({GINI: "Gini", THEIL: "Theil", EQUIVALENT: "Kolm-Pollak"})
CHANGE, STANDING = "change", "standing"
_SHOWN = Words({CHANGE: "Who gains and loses", STANDING: "Who is above the mean now"})
EPSILONS = ("0.25", "0.5", "1", "2")
PARITIES = tuple(range(50, 105, 5))
ALL, COUNTRY = "all", "country"
_MEANS = Words({COUNTRY: "Mean of its country", ALL: "Mean of all"})


@dataclass(frozen=True)
class EqualityChoice:
    """One view: what is spread over what, where, between which moments, measured how.

    `then` and `now` are '' where nothing is known and the same where one moment is.
    """

    subject: Subject
    basis: str
    where: Where
    then: str
    now: str
    measure: str = GINI
    epsilon: float = 1.0
    parity: int = 80
    mean_of: str = ALL
    shown: str = CHANGE

    @property
    def over(self) -> str:
        """What the subject is held against, inside a sentence."""
        return _("residents") if self.basis == RESIDENTS else _("need")

    @property
    def compares(self) -> bool:
        """Whether there are two moments."""
        return self.then != self.now

    def question(self) -> str:
        """The question of the page's title."""
        return _(
            "Is {what} spread more equally over {over} than before?",
            what=self.subject.what, over=self.over,
        )  # fmt: skip

    def known(self, dataset: Dataset) -> Known:
        """The rows the view is made of."""
        where = self.where
        return known_of(dataset, self.subject, self.basis, where.level, where.countries)


def choose(dataset: Dataset) -> EqualityChoice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        subject, basis = _subject()
        looked_at = countries(dataset)
        level = controls.select(
            One(
                _("Territories"), "level", list(LEVELS), LEVELS.__getitem__,
                _(
                    "Only territories of this level are compared: a country never stands for its "
                    "regions here. Usual is the finest with enough figures."
                ),
                best_level(dataset, subject, basis, looked_at),
            )
        )  # fmt: skip
        then, now = _moments(known_of(dataset, subject, basis, level, looked_at))
        measure, epsilon = _measure()
        parity, mean_of = _parity(subject, level)
        shown = CHANGE
        if then != now:
            about = _("How each territory stands now, or what changed between the two moments.")
            shown = controls.radio(
                One(_("Map shows"), "show", list(_SHOWN), _SHOWN.__getitem__, about)
            )
        else:
            controls.absent("show")
            shown = STANDING
    where = Where(level, looked_at)
    return EqualityChoice(
        subject, basis, where, then, now, measure, epsilon, parity, mean_of, shown
    )  # fmt: skip


def _subject() -> tuple[Subject, str]:
    """What is spread, and over what."""
    subject = BY_ID[
        controls.select(
            One(
                _("What is spread"), "what", [each.subject_id for each in SUBJECTS],
                lambda key: BY_ID[key].label,
                _(
                    "Places, places promised and people hosted are different things and never "
                    "added."
                ),
            )
        )
    ]  # fmt: skip
    bases = list(subject.bases)
    if len(bases) == 1:
        controls.absent("basis")
        return subject, bases[0]
    about = _("The weights: where more is needed, more would be there if all were equal.")
    return subject, controls.select(
        One(_("Over whom"), "basis", bases, subject.bases.__getitem__, about)
    )


def _moments(known: Known) -> tuple[str, str]:
    """The moment before and the moment after."""
    first, last = usual_moments(known)
    if len(known.moments) < 2:
        controls.absent("from")
        controls.absent("to")
        return first, last
    about = _("Only moments at which at least four territories are known are on offer.")
    then = controls.select(One(_("From"), "from", known.moments, day, about, first))
    now = controls.select(One(_("To"), "to", known.moments, day, about, last))
    order = known.moments.index
    return (then, now) if order(then) <= order(now) else (now, then)


def _measure() -> tuple[str, float]:
    """The measure, and how averse to inequality where it takes that."""
    measure = controls.radio(
        One(
            _("Measure"), "measure", list(MEASURES), MEASURES.__getitem__,
            _(
                "Gini: from 0, all equal, to 1. Theil: tells countries from regions within. "
                "Kolm-Pollak: the rate that, given to all, would be as good."
            ),
        ),
        horizontal=True,
    )  # fmt: skip
    if measure != EQUIVALENT:
        controls.absent("epsilon")
        return measure, 1.0
    about = _("Atkinson's epsilon: the higher, the more the worst supplied count.")
    return measure, float(
        controls.slider(
            One(_("Aversion to inequality"), "epsilon", EPSILONS, about=about, usual="1")
        )
    )


def _parity(subject: Subject, level: int) -> tuple[int, str]:
    """Parity as a percentage of the mean, and whose mean."""
    parity = controls.slider(
        One(
            _("Parity: at least this much of the mean"), "parity", PARITIES, lambda p: f"{p} %",
            _("How near to the mean each territory is to come."), 80,
        )
    )  # fmt: skip
    if level == 0:
        controls.absent("mean")
        return parity, ALL
    about = _("Places then move within a country only, or between all territories.")
    if subject.kind == USE:
        about = _(
            "People are then hosted elsewhere within a country only, or between all territories."
        )
    return parity, controls.radio(
        One(_("Parity with"), "mean", list(_MEANS), _MEANS.__getitem__, about)
    )
