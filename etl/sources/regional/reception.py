"""Reception: places that exist, people hosted, first stage, parts of totals, counts.

Decisions: beds count as places. What Germany publishes by Land, and what Austria and
Switzerland publish of their federal centres, is a first stage that people leave within months:
a measure of its own, as are Spain's first-reception places of 2017. Places fixed by a French
decree are asked for, not open. Parts of a total (SAI, CADA, dispersal in the United Kingdom)
never share the total's measure.
"""

from etl.sources.regional.reasons import DEFINITIONS, FLOW, MIXED, ONE_KIND, PART, SITE
from etl.sources.transcribed_mapping import Aside, ByNote, Figure, Meanings

PLACES, HOSTED, TARGET = "reception_places", "people_hosted_persons", "reception_target_places"
FIRST_PLACES, FIRST_HOSTED = "first_stage_places", "first_stage_persons"
COMMITTED = "committed_places"

_GROUPS = ("all", "asylum_applicants", "temporary_protection")
_CARE = "people counted by status or hosted privately, not in reception"
_AGREED = "places agreed for two years, in parts of one total"
_WIDER = "all state accommodation, wider than the first stage"
_UNDATED_PLAN = "planned places without a date"


def _places(group: str) -> ByNote:
    """Places of a group, by what the note says they are."""
    return ByNote(
        (
            ("PLANNED|counted towards the task", Figure(COMMITTED, group)),
            ("agreement for two years", Aside(_AGREED)),
            ("set by arrêté", Figure(TARGET, group)),
            ("state facilities|Länder on the page", Figure(FIRST_PLACES, group)),
            (r"federal \(BBU\) facilities only", Figure(FIRST_PLACES, group)),
            (r"federal centres (?:only|\(36)", Figure(FIRST_PLACES, group)),
            ("CADA places only", Figure("cada_places", group)),
            ("MAINLAND|ESTIA|long-term places only|mobile camps", Aside(ONE_KIND)),
            ("EMERGENCY beds|emergency places|collective centres|contracted", Aside(ONE_KIND)),
        ),
        Figure(PLACES, group),
    )


def _hosted(group: str) -> ByNote:
    """People hosted of a group, by what the note says they are."""
    return ByNote(
        (
            ("state facilities|state accommodation", Figure(FIRST_HOSTED, group)),
            (r"\(Land\) facilities", Figure(FIRST_HOSTED, group)),
            (r"federal \(BBU\) facilities only", Figure(FIRST_HOSTED, group)),
            ("MAINLAND|ESTIA|mobile camps|hotel scheme", Aside(ONE_KIND)),
            ("cumulative|so far|part of the 22,370", Aside(FLOW)),
            ("cantonal asylum system|all refugees in|in the care of the canton", Aside(_CARE)),
            ("accommodated people from Ukraine|accommodation need", Aside(_CARE)),
            ("hosts who claim|private homes", Aside(_CARE)),
            ("applicants and beneficiaries", Aside(MIXED)),
            ("definitions differ between Länder, do not sum", Aside(DEFINITIONS)),
        ),
        Figure(HOSTED, group),
    )


def _dispersed(group: str) -> tuple[str, str, str, str]:
    return ("reception_persons", "use", f"asylum_applicants_{group}", "persons")


_NEWER: Meanings = {
    **{
        ("reception_places", "capacity", group, unit): _places(group)
        for group in _GROUPS
        for unit in ("places", "beds")
    },
    ("reception_places", "capacity", "asylum_applicants_ILA_LOI", "places"): Figure(
        "municipal_individual_places", "asylum_applicants"
    ),
    ("reception_places", "capacity", "asylum_applicants_emergency", "places"): Aside(PART),
    ("reception_places", "capacity", "refugees_CPH", "places"): ByNote(
        (("set by arrêté", Figure("cph_target_places", "beneficiaries_of_protection")),)
    ),
    **{
        ("reception_persons", "use", group, "persons"): _hosted(group)
        for group in (*_GROUPS, "beneficiaries_of_protection")
    },
    _dispersed("contingency"): Figure("contingency_accommodation_persons", "asylum_applicants"),
    _dispersed("dispersal"): Figure("dispersal_accommodation_persons", "asylum_applicants"),
    ("reception_persons", "use", "humanitarian_programme", "persons"): Aside(FLOW),
    ("children_in_camp", "use", "children", "persons"): Aside(SITE),
}

_OLDER: Meanings = {
    # Belgium: the federal reception network, for asylum applicants.
    ("reception_places", "places"): Figure(PLACES, "asylum_applicants"),
    ("asylum_seekers_hosted_per_1000_inhabitants", "per 1000"): Figure(
        "hosted_per_1000_residents", "asylum_applicants"
    ),
    ("asylum_reception_places", "places"): Figure(PLACES, "asylum_applicants"),
    ("basic_care_persons", "persons"): Figure(HOSTED, "all"),
    ("IPAS_residents", "persons"): Figure(HOSTED, "asylum_applicants"),
    ("IPAS_residents_with_status", "persons"): Aside(SITE),
    ("IPAS_centres", "centres"): Figure("reception_centres", "asylum_applicants"),
    # Germany and Spain: initial or first reception, before people move on.
    ("initial_reception_capacity", "places"): Figure(FIRST_PLACES, "all"),
    ("initial_reception_capacity_anchor_centres", "places"): Figure(FIRST_PLACES, "all"),
    ("initial_reception_occupancy", "percent"): Figure("first_stage_occupancy_percent", "all"),
    ("initial_reception_occupied", "persons"): Figure(FIRST_HOSTED, "all"),
    ("refugees_in_state_accommodation", "persons"): Aside(_WIDER),
    ("international_protection_reception_places", "places"): Figure(
        FIRST_PLACES, "asylum_applicants"
    ),
    ("federal_asylum_centre_places_regular_planning", "places"): Aside(_UNDATED_PLAN),
    # Greece: the facilities of five islands.
    ("RIC_CCAC_capacity", "places"): Aside(SITE),
    ("RIC_CCAC_capacity_5_islands", "places"): Aside(SITE),
    ("RIC_CCAC_occupancy", "persons"): Aside(SITE),
    # Italy's local system; its places for children are in `children`.
    ("SAI_places_active", "places"): Figure("sai_places", "all"),
    ("SAI_places_ordinary", "places"): Figure("sai_ordinary_places", "all"),
    ("SAI_places_disability", "places"): Figure(
        "sai_disability_places", "persons_with_disabilities"
    ),
    ("SAI_places_occupied", "persons"): Figure("hosted_in_sai_persons", "all"),
    ("SAI_projects", "projects"): Figure("sai_projects", "all"),
    ("SAI_local_authorities", "authorities"): Figure("sai_local_authorities", "all"),
}

MEANINGS: Meanings = {**_NEWER, **_OLDER}
