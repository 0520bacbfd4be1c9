"""What can be spread over need: places, hours or people hosted, each kind apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.standard import Standard
from analysis.standards import STANDARDS
from ui.words import GROUP_WORDS, SERVICES

RESIDENTS = "residents"
CAPACITY, COMMITMENT, USE = "capacity", "commitment", "use"
KIND_WORDS = {
    CAPACITY: "places that exist",
    COMMITMENT: "places that were promised",
    USE: "people who are there, not places",
}


@dataclass(frozen=True, eq=False)
class Subject:
    """One kind of thing for one group: its name, unit, measures, and what it is held against.

    `bases` are definitions of need by their id, the usual one first. `standard_id` names the rows
    of the shortage ledger; '' where only residents are there to hold it against. `measures` are
    `measure.group`, the first known one counts. `countries` are those it is asked in; () is all.
    """

    subject_id: str
    label: str
    what: str
    kind: str
    unit: str
    bases: Mapping[str, str]
    standard_id: str
    measures: tuple[str, ...]
    countries: tuple[str, ...] = ()

    @property
    def many(self) -> str:
        """What is counted, inside a sentence."""
        return "people" if self.kind == USE else self.unit


_KIND = {CAPACITY: "", COMMITMENT: " promised", USE: ""}
_NOT_NEED = {"occupancy", "children_es"}  # held against people hosted, or residents anyhow


def _of_standard(standard: Standard) -> Subject:
    """The supply of a standard over what the standard is per, or over residents."""
    what = SERVICES[standard.service].lower()
    whom = GROUP_WORDS[standard.group_id]
    bases = {basis.basis_id: basis.label for basis in standard.bases}
    if RESIDENTS not in bases:
        bases[RESIDENTS] = "Residents, where need is not known by region"
    kind = standard.supply_kind
    label = f"{SERVICES[standard.service]}: {standard.unit}{_KIND[kind]} for {whom}"
    if standard.countries:
        label = f"{label} ({standard.label.split(':', maxsplit=1)[0]})"
    if kind == USE:
        label = f"People received ({standard.label})"
    return Subject(
        standard.standard_id, label, f"{what} capacity" if kind != USE else "people received",
        kind, standard.unit, bases, standard.standard_id,
        tuple(f"{measure}.{group}" for measure, group in standard.supply),
        standard.countries,
    )  # fmt: skip


def _hosted(
    subject_id: str, label: str, what: str, measure: str, countries: tuple[str, ...] = ()
) -> Subject:
    """People who are there, over residents: a different kind, never added to places."""
    return Subject(
        subject_id, label, what, USE, "people", {RESIDENTS: "Residents"}, "", (measure,), countries
    )


_HOSTED = (
    _hosted("hosted", "People hosted in reception", "hosting of people in reception",
            "people_hosted_persons.all"),
    _hosted("hosted_applicants", "Asylum applicants hosted in reception",
            "hosting of asylum applicants", "people_hosted_persons.asylum_applicants"),
    _hosted("hosted_sai", "People hosted in Italy's local projects (SAI)",
            "hosting in local projects", "hosted_in_sai_persons.all", ("IT",)),
    _hosted("hosted_centres", "People hosted in Italy's centres (CAS and first reception)",
            "hosting in centres", "hosted_in_centres_persons.all", ("IT",)),
    _hosted("hosted_dispersal", "Asylum applicants in the United Kingdom's dispersal housing",
            "hosting in dispersal housing", "hosted_in_dispersal_persons.asylum_applicants",
            ("UK",)),
)  # fmt: skip
_LEDGER = tuple(
    _of_standard(each)
    for each in STANDARDS
    if each.supply and not each.inverse and each.standard_id not in _NOT_NEED
)
SUBJECTS: tuple[Subject, ...] = (_LEDGER[0], *_HOSTED[:2], *_LEDGER[1:], *_HOSTED[2:])
BY_ID: Mapping[str, Subject] = {each.subject_id: each for each in SUBJECTS}
