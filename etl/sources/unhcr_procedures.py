"""What UNHCR's asylum applications and decisions share: whose procedure, which stage, which unit.

Records differ in who decides (G government, J jointly with UNHCR, U UNHCR alone), at which
stage, and in what they count (P persons, C cases of one or more persons). Decisions taken:

- Persons and cases are never added. Where a country counts its cases for part of a year, what
  is known in persons is the least there can be (`lower`), and the figure is unknown.
- UNHCR's own procedure stands in where a government has none in that year (Türkiye until 2018);
  beside a government's, the same people may be in both, so it is left out.
- First instance are the levels FI, NA (new applications; Germany until 2020) and RA (repeated
  ones). Reviews and appeals (AR, JR), and procedures for another status (SP, TP, TA, TR, CA,
  BL and those of the United States, IN and EO) are left out.
- FA is first instance and appeal in one figure (Austria). Applications at FA agree with
  Eurostat's applicants to within 1 % in the median year, so they are loaded with a note.
  Decisions at FA hold those on appeal and go to `set_aside`.

Source: UNHCR, Refugee Data Finder, methodology: data content. V is not explained there; it
is the only type of application until 2005 and is taken as new and repeated together.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path

from etl.readers.unhcr import Item, ItemError, items
from etl.reading import held
from etl.sources.unhcr_countries import why_outside
from etl.sources.unhcr_sums import Dataset

_PROCEDURES = frozenset({"G", "J", "U"})
_UNITS = frozenset({"P", "C"})
_FIRST = frozenset({"FI", "NA", "RA", "FA"})
_LEVELS = _FIRST | {"AR", "JR", "SP", "TP", "TA", "TR", "CA", "BL", "IN", "EO"}
BOTH_INSTANCES = "first instance and appeal are one figure"
_BY_UNHCR = "procedure run by UNHCR, not by the government"
_PART = "the least there can be: the country counts the rest as cases or together with appeals"

Place = tuple[str, int, bool]


@dataclass
class Procedures:
    """What a first look over a dataset tells: who has a procedure, and what is only part of it.

    `unit` is the column that says persons or cases, `whole` whether a figure of both instances
    counts as one of the first.
    """

    unit: str
    whole: bool
    own: set[tuple[str, int]] = field(default_factory=set)
    part: set[Place] = field(default_factory=set)

    def why_not(self, item: Item) -> str | None:
        """Why a record is left out; None when it is of first instance and in persons."""
        if item.code("dec_level", _LEVELS) not in _FIRST:
            return "not a first-instance procedure for asylum"
        if item.code(self.unit, _UNITS) != "P":
            return "counts cases, not persons"
        asylum, year, unhcr = place(item)
        if unhcr and (asylum, year) in self.own:
            return "UNHCR's own procedure beside the government's"
        return None

    def mixed(self, item: Item) -> bool:
        """Whether a record holds appeals as well and is no figure of first instance."""
        return not self.whole and item.text("dec_level") == "FA"

    def is_part(self, item: Item) -> bool:
        """Whether the country counts the rest of its year in a way that cannot be added."""
        return place(item) in self.part and not self.mixed(item)

    def note(self, item: Item) -> str | None:
        """What to know of a record's procedure."""
        notes = (
            _BY_UNHCR if place(item)[2] else None,
            BOTH_INSTANCES if item.text("dec_level") == "FA" else None,
            _PART if self.is_part(item) else None,
        )
        return "; ".join(note for note in notes if note) or None


def place(item: Item) -> Place:
    """Country of asylum, year, and whether the procedure is UNHCR's alone."""
    return item.text("coa_iso"), item.year, item.code("procedure_type", _PROCEDURES) == "U"


def first_look(
    folder: Path, dataset: Dataset, unit: str, appeals: Set[str], whole: bool
) -> Procedures:
    """Read a dataset once for what its records say of each other.

    `appeals` are types of application that are no first instance whatever their level.
    """
    known = Procedures(unit, whole)
    for item in items(held(folder, dataset.file), (*dataset.kinds, *dataset.counts)):
        try:
            if why_outside(item) or item.fields.get("app_type") in appeals:
                continue
            if item.code("dec_level", _LEVELS) in _FIRST:
                asylum, year, unhcr = place(item)
                if not unhcr:
                    known.own.add((asylum, year))
                if item.code(unit, _UNITS) == "C" or known.mixed(item):
                    known.part.add((asylum, year, unhcr))
        except ItemError:
            continue  # rejected with its line when the dataset is read
    return known
