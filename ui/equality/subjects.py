"""What can be spread over need: places, hours or people hosted, each kind apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.standard import Standard
from analysis.standards import STANDARDS
from ui.language import Words, _, later
from ui.words import GROUP_WORDS, SERVICES, inside

RESIDENTS = "residents"
CAPACITY, COMMITMENT, USE = "capacity", "commitment", "use"
KIND_WORDS = Words(
    {
        CAPACITY: "places that exist",
        COMMITMENT: "places that were promised",
        USE: "people who are there, not places",
    }
)


@dataclass(frozen=True, eq=False)
class Subject:
    """One kind of thing for one group: its unit, measures, and what it is held against.

    `bases` are definitions of need by their id, the usual one first. `standard_id` names the rows
    of the shortage ledger; '' where only residents are there to hold it against. `measures` are
    `measure.group`, the first known one counts. `countries` are those it is asked in; () is all.
    `standard` is the one it is the supply of; `named` and `spread` are its words where it is of
    none.
    """

    subject_id: str
    kind: str
    unit: str
    bases: Mapping[str, str]
    standard_id: str
    measures: tuple[str, ...]
    countries: tuple[str, ...] = ()
    standard: Standard | None = None
    named: str = ""
    spread: str = ""

    @property
    def many(self) -> str:
        """What is counted, inside a sentence."""
        return _("people") if self.kind == USE else _(self.unit)

    @property
    def label(self) -> str:
        """Its name in a list."""
        standard = self.standard
        if standard is None:
            return _(self.named)
        if self.kind == USE:
            return _("People received ({label})", label=_(standard.label))
        parts = {
            "service": SERVICES[standard.service], "unit": _(standard.unit),
            "whom": GROUP_WORDS[standard.group_id],
        }  # fmt: skip
        if self.kind == COMMITMENT:
            label = _("{service}: {unit} promised for {whom}", **parts)
        else:
            label = _("{service}: {unit} for {whom}", **parts)
        if not standard.countries:
            return label
        return f"{label} ({_(standard.label).split(':', maxsplit=1)[0]})"

    @property
    def what(self) -> str:
        """What is spread, inside a question."""
        if self.standard is None:
            return _(self.spread)
        if self.kind == USE:
            return _("people received")
        return _("{service} capacity", service=inside(SERVICES[self.standard.service]))


_NOT_NEED = {"occupancy", "children_es"}  # held against people hosted, or residents anyhow


def _of_standard(standard: Standard) -> Subject:
    """The supply of a standard over what the standard is per, or over residents."""
    bases = {basis.basis_id: basis.label for basis in standard.bases}
    if RESIDENTS not in bases:
        bases[RESIDENTS] = later("Residents, where need is not known by region")
    return Subject(
        standard.standard_id, standard.supply_kind, standard.unit, Words(bases),
        standard.standard_id, tuple(f"{measure}.{group}" for measure, group in standard.supply),
        standard.countries, standard,
    )  # fmt: skip


def _hosted(
    subject_id: str, label: str, what: str, measure: str, countries: tuple[str, ...] = ()
) -> Subject:
    """People who are there, over residents: a different kind, never added to places."""
    bases = Words({RESIDENTS: "Residents"})
    return Subject(
        subject_id, USE, "people", bases, "", (measure,), countries, named=label, spread=what
    )


_HOSTED = (
    _hosted("hosted", later("People hosted in reception"), later("hosting of people in reception"),
            "people_hosted_persons.all"),
    _hosted("hosted_applicants", later("Asylum applicants hosted in reception"),
            later("hosting of asylum applicants"), "people_hosted_persons.asylum_applicants"),
    _hosted("hosted_sai", later("People hosted in Italy's local projects (SAI)"),
            later("hosting in local projects"), "hosted_in_sai_persons.all", ("IT",)),
    _hosted("hosted_centres", later("People hosted in Italy's centres (CAS and first reception)"),
            later("hosting in centres"), "hosted_in_centres_persons.all", ("IT",)),
    _hosted("hosted_dispersal",
            later("Asylum applicants in the United Kingdom's dispersal housing"),
            later("hosting in dispersal housing"),
            "hosted_in_dispersal_persons.asylum_applicants", ("UK",)),
)  # fmt: skip
_LEDGER = tuple(
    _of_standard(each)
    for each in STANDARDS
    if each.supply and not each.inverse and each.standard_id not in _NOT_NEED
)
SUBJECTS: tuple[Subject, ...] = (_LEDGER[0], *_HOSTED[:2], *_LEDGER[1:], *_HOSTED[2:])
BY_ID: Mapping[str, Subject] = {each.subject_id: each for each in SUBJECTS}
