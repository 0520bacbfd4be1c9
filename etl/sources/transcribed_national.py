"""Reception by country, read off country reports and pages: totals and their parts.

Decisions: places and people in reception for asylum applicants share their measures with the
regional figures; parts (emergency, crisis, one scheme), registers, rights and flows over a
year have measures of their own. Figures that their page or another one doubts have low
reliability (status U). Sweden's register breaks in 2022, when temporary protection joins it
(status B). Places created with the EU's fund are an aggregate and are set aside, as are parts
of a country.
"""

import re
from pathlib import Path

from etl.reading import LayoutError, Reading, Source
from etl.sources.transcribed_rows import AGGREGATE, Aside, Figure, Line, Transcript, measured
from etl.sources.transcribed_words import stated

_MODULE = "transcribed_national"
_FILE = "transcribed/reception_national.csv"
_COLUMNS = (
    "territory_code", "territory_name", "nuts_level", "measure", "period", "value", "unit",
    "source_title", "source_publisher", "source_url", "note",
)  # fmt: skip

_APPLICANTS = "asylum_applicants"
_REFUGEES = "beneficiaries_of_protection"
_PENINSULA = Aside("a part of the country: the peninsula")

_MEANING: dict[tuple[str, str], Figure | Aside] = {
    ("reception_places_total", "places"): Figure("reception_places", _APPLICANTS),
    ("reception_places_total", "beds"): Figure("reception_places"),
    ("persons_in_reception", "persons"): Figure("people_hosted_persons", _APPLICANTS),
    ("asylum_seekers_accommodated_during_year", "persons"): Figure(
        "accommodated_persons", _APPLICANTS
    ),
    ("assisted_outside_centres", "persons"): Figure(
        "assisted_outside_centres_persons", _APPLICANTS
    ),
    ("reception_centres", "centres"): Figure("reception_centres"),
    ("collective_centres", "centres"): Figure("reception_centres"),
    ("reception_structures", "centres"): Figure("reception_centres"),
    ("UAM_units", "units"): Figure("reception_centres", "unaccompanied_children"),
    ("regular_COA_centres", "centres"): Figure("regular_reception_centres"),
    ("COA_emergency_locations", "centres"): Figure("emergency_reception_centres"),
    ("entitled_to_reception", "persons"): Figure("entitled_to_reception_persons", _APPLICANTS),
    ("in_regular_COA_centres", "persons"): Figure("hosted_in_regular_centres_persons", _APPLICANTS),
    ("in_COA_emergency_locations", "persons"): Figure("hosted_in_emergency_persons", _APPLICANTS),
    ("in_municipal_crisis_reception", "persons"): Figure("hosted_in_crisis_persons", _APPLICANTS),
    ("status_holders_in_COA", "persons"): Figure("status_holders_in_reception_persons", _REFUGEES),
    ("registered_in_reception_system", "persons"): Figure("registered_in_reception_persons"),
    ("in_agency_accommodation", "persons"): Figure("hosted_in_agency_housing_persons"),
    ("waiting_list_single_men", "persons"): Figure("waiting_for_reception_persons", _APPLICANTS),
    ("CADA_places_funded", "places"): Figure("cada_places", _APPLICANTS),
    ("CADA_places", "places"): Figure("cada_places", _APPLICANTS),
    ("HUDA_places", "places"): Figure("huda_places", _APPLICANTS),
    ("CPH_places", "places"): Figure("cph_places", _REFUGEES),
    ("international_protection_places", "places"): Figure("reception_places", _APPLICANTS),
    ("international_protection_places_peninsula", "places"): _PENINSULA,
    ("humanitarian_programme_places", "places"): Figure("humanitarian_reception_places"),
    ("humanitarian_programme_places_peninsula", "places"): _PENINSULA,
    ("persons_accommodated", "persons"): Aside("the page does not say in which programme"),
    ("persons_accommodated_international_protection", "persons"): Figure(
        "accommodated_persons", _APPLICANTS
    ),
    ("persons_accommodated_humanitarian", "persons"): Figure("humanitarian_accommodated_persons"),
    ("occupancy_rate", "percent"): Figure("reception_occupancy_percent"),
    ("share_in_private_accommodation", "percent"): Figure("private_accommodation_percent"),
    ("federal_centre_places_regular", "places"): Figure("federal_centre_places", _APPLICANTS),
    ("federal_centre_places_contingency", "places"): Aside("a reserve for emergencies, not open"),
    ("initial_reception_places", "places"): Figure("initial_reception_places", _APPLICANTS),
    ("initial_reception_occupied", "persons"): Figure("initial_reception_persons", _APPLICANTS),
    ("reception_places_set_up_with_AMIF", "places"): AGGREGATE,
}

# Notes stand with every row of a page, and doubt these: Bulgaria's places of 2022 are nominal,
# Romania's centres do not sum to the year's total, other pages give Spain 928 places in 2015.
_DOUBTED = {
    ("BG", "reception_places_total", "2022-12-31"): r"2022 figure disputed",
    ("RO", "asylum_seekers_accommodated_during_year", "2024"): r"2024 rows of the page sum to",
    ("ES", "international_protection_places", "2015"): r"places in 2015",
}
# From this date the register also holds people with temporary protection.
_BREAK = ("SE", "2022-12-31")
_BREAKING = frozenset({"registered_in_reception_system", "in_agency_accommodation"})


def read(folder: Path) -> Reading:
    """Tables `observation` and `set_aside`: one row a line."""
    found = Transcript(_MODULE)
    for line in found.lines(folder, _FILE, _COLUMNS):
        key = (line.record["measure"], line.record["unit"])
        meaning = _MEANING.get(key)
        if meaning is None:
            where = f"{_FILE}, line {line.number}"
            raise LayoutError(f"{where}: no mapping for {' / '.join(key)}")
        if isinstance(meaning, Aside):
            found.set_aside(line, meaning)
        else:
            _observe(found, line, meaning)
    return found.finish()


def _observe(found: Transcript, line: Line, figure: Figure) -> None:
    """A row of `observation`, with the doubts and the break that its note tells of."""
    record, said = line.record, stated(line.record)
    if said.period is None:
        raise LayoutError(f"{_FILE}, line {line.number}: {record['period']!r} is not a period")
    doubt = _DOUBTED.get((record["territory_code"], record["measure"], record["period"]))
    if doubt is not None and re.search(doubt, record["note"]):
        said = said._replace(obs_status="U")
    elif (record["territory_code"], record["period"]) == _BREAK and record["measure"] in _BREAKING:
        said = said._replace(obs_status="B")
    row = {"territory_id": record["territory_code"], "nuts_version": "2024"}
    found.add("observation", line, said, row | measured(said, figure))


SOURCE = Source(
    source_id=_MODULE,
    title="Reception by country, read off country reports",
    publisher="various, named with each figure",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each figure",
    vintage="2013 to 2025",
    caveats=(
        "Transcribed by hand. Countries count differently: registered is not present, and "
        "people accommodated over a year are more than on any day. Parts are not totals."
    ),
    files=(_FILE,),
    read=read,
)
