"""Which baselines know both need and capacity, so that a plan can say something."""

from dataclasses import dataclass
from urllib.parse import urlencode

from analysis.gap import UNKNOWN
from analysis.standards import STANDARDS
from ui.asked import asked
from ui.language import _, per_language
from ui.ledger import ledger_of
from ui.shortage_choice import measure
from ui.store import Dataset
from ui.words import GROUP_WORDS, SERVICES, inside


@dataclass(frozen=True)
class Baseline:
    """A way to measure today's shortage, and in how many territories that gives an answer."""

    label: str
    page: str
    known: int


@per_language(8)
def baselines(dataset: Dataset) -> tuple[Baseline, ...]:
    """Those with at least two answers, most answers first."""
    found = []
    for each in STANDARDS:
        for basis in each.bases:
            values = {
                "service": each.service, "whom": each.group_id, "by": each.standard_id,
                "basis": basis.basis_id,
            }  # fmt: skip
            with asked(values, strict=False):
                choice = measure(dataset)
            known = int(ledger_of(dataset, choice).rows["answer"].ne(UNKNOWN).sum())
            label = _(
                "{service} for {whom}: {standard}, {basis}",
                service=SERVICES[each.service], whom=GROUP_WORDS[each.group_id],
                standard=_(each.label), basis=inside(_(basis.label)),
            )  # fmt: skip
            found.append(Baseline(label, f"scenario?{urlencode(values)}", known))
    return tuple(sorted((each for each in found if each.known > 1), key=lambda each: -each.known))
