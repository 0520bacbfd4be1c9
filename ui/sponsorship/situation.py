"""Where reception is short and who sponsors there: the shortage ledger and the sponsors joined."""

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from analysis.gap import CANNOT_TELL, MET, SHORT
from analysis.sponsors import (
    ABSENT,
    ENOUGH,
    NOT_TOLD,
    PRESENT,
    SITUATIONS,
    UNKNOWN,
    WITH_SPONSORS,
    WITHOUT,
    situation,
    sponsors,
)
from analysis.standards import BY_ID
from ui.language import Words, _, per_language
from ui.ledger import Ledger, ledger_of
from ui.picture import Picture
from ui.shortage_choice import ShortageChoice
from ui.sponsorship.choice import SponsorshipChoice
from ui.store import Dataset, ask

STANDARD = "place_each_applicant"
_UNKNOWN, _CANNOT_TELL = -1, -2
# Reception's answers, the sponsors', and both together, as a reader meets them.
SITUATION_WORDS = Words(
    {
        SHORT: "short",
        MET: "met",
        CANNOT_TELL: "cannot tell",
        UNKNOWN: "unknown",
        PRESENT: "present",
        ABSENT: "absent",
        ENOUGH: "enough reception places",
        WITH_SPONSORS: "short, sponsors present",
        NOT_TOLD: "short, sponsors unknown",
        WITHOUT: "short, no sponsors",
    }
)


@dataclass(frozen=True, eq=False)
class Situations:
    """Every territory drawn with its answer, its sponsors and both together.

    `rows` are the ledger's with `sponsors` (present, absent, unknown) and `situation`.
    """

    dataset: Dataset
    choice: SponsorshipChoice
    ledger: Ledger
    rows: pd.DataFrame

    def picture(self) -> Picture:
        """The map; the same one each time, so that its deck can be remembered."""
        return self._picture

    @cached_property
    def _picture(self) -> Picture:
        return replace(
            self.ledger.picture(),
            rows=self.rows,
            classes=tuple(SITUATION_WORDS[each] for each in SITUATIONS),
            unknown=_("unknown whether reception is short"),
            unit=_("reception places for asylum applicants"),
            alt=_(
                "Map: {question} The table below holds the same answers.",
                question=self.choice.question(),
            ),
            scale="sequential",
            cannot_tell=_("cannot tell: the interval straddles zero"),
        )


@per_language(32)
def situations_of(dataset: Dataset, choice: SponsorshipChoice) -> Situations:
    """The answers of the ledger, a place for every applicant, beside the sponsors known of."""
    standard = BY_ID[STANDARD]
    asked = ShortageChoice(
        standard, standard.bases[0], standard.threshold, standard.threshold, "",
        choice.where.level, choice.where.countries,
    )  # fmt: skip
    ledger = ledger_of(dataset, asked)
    state = sponsors(ask(dataset, "sponsorship"), ask(dataset, "region"))
    rows = ledger.rows.assign(sponsors=state.reindex(ledger.rows.index))
    rows["situation"] = situation(rows["answer"], rows["sponsors"])
    classes = {name: i for i, name in enumerate(SITUATIONS)} | {CANNOT_TELL: _CANNOT_TELL}
    rows["map_class"] = rows["situation"].map(classes).fillna(_UNKNOWN).astype(int)
    rows["label"] = rows["situation"].map(SITUATION_WORDS)
    return Situations(dataset, choice, ledger, rows)
