"""Reception: places that exist, people hosted, first stage, parts of totals, counts.

Decisions: beds count as places. What Germany publishes by Land, what Austria and Switzerland
publish of their federal centres, and Spain's first reception of 2017 are first stages that
people leave within months: each has a measure of its own. Places fixed by a French decree are
asked for, not open. Parts of a total (SAI, CADA, dispersal in the United Kingdom) never share
the total's measure, nor do people accommodated over some months share that of people present.
"""

from etl.sources.regional.reasons import DEFINITIONS, FLOW, MIXED, ONE_KIND, PART, SITE
from etl.sources.transcribed_mapping import ByNote, Meanings
from etl.sources.transcribed_rows import Aside, Figure

PLACES, HOSTED, TARGET = "reception_places", "people_hosted_persons", "reception_target_places"
_INITIAL_PLACES, _INITIAL_HOSTED = "initial_reception_places", "initial_reception_persons"
_FEDERAL_PLACES, _FEDERAL_HOSTED = "federal_centre_places", "hosted_in_federal_centres_persons"
COMMITTED = "committed_places"

_GROUPS = ("all", "asylum_applicants", "temporary_protection")
_CARE = Aside("people counted by status or hosted privately, not in reception")
_AGREED = Aside("places agreed for two years, in parts of one total")
_WIDER = Aside("all state accommodation, wider than the first stage")
_UNDATED_PLAN = Aside("planned places without a date")


def _places(group: str) -> ByNote:
    """Places of a group, by what the note says they are."""
    return ByNote(
        (
            ("PLANNED|counted towards the task", Figure(COMMITTED, group)),
            ("agreement for two years", _AGREED),
            ("set by arrêté", Figure(TARGET, group)),
            ("state facilities|Länder on the page", Figure(_INITIAL_PLACES, group)),
            (r"federal \(BBU\) facilities only", Figure(_FEDERAL_PLACES, group)),
            (r"federal centres (?:only|\(36)", Figure(_FEDERAL_PLACES, group)),
            ("CADA places only", Figure("cada_places", group)),
            ("MAINLAND|ESTIA|long-term places only|mobile camps", ONE_KIND),
            ("EMERGENCY beds|emergency places|collective centres|contracted", ONE_KIND),
        ),
        Figure(PLACES, group),
    )


def _hosted(group: str) -> ByNote:
    """People hosted of a group, by what the note says they are."""
    return ByNote(
        (
            ("state facilities|state accommodation", Figure(_INITIAL_HOSTED, group)),
            (r"\(Land\) facilities", Figure(_INITIAL_HOSTED, group)),
            (r"federal \(BBU\) facilities only", Figure(_FEDERAL_HOSTED, group)),
            ("MAINLAND|ESTIA|mobile camps|hotel scheme", ONE_KIND),
            ("international protection reception system", Figure("accommodated_persons", group)),
            ("cumulative|so far|part of the 22,370", FLOW),
            ("cantonal asylum system|all refugees in|in the care of the canton", _CARE),
            ("accommodated people from Ukraine|accommodation need", _CARE),
            ("hosts who claim|private homes", _CARE),
            ("applicants and beneficiaries", MIXED),
            ("definitions differ between Länder, do not sum", DEFINITIONS),
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
    ("reception_places", "capacity", "asylum_applicants_emergency", "places"): PART,
    ("reception_places", "capacity", "refugees_CPH", "places"): ByNote(
        (("set by arrêté", Figure("cph_target_places", "beneficiaries_of_protection")),)
    ),
    **{
        ("reception_persons", "use", group, "persons"): _hosted(group)
        for group in (*_GROUPS, "beneficiaries_of_protection")
    },
    _dispersed("contingency"): Figure("hosted_in_contingency_persons", "asylum_applicants"),
    _dispersed("dispersal"): Figure("hosted_in_dispersal_persons", "asylum_applicants"),
    ("reception_persons", "use", "humanitarian_programme", "persons"): Figure(
        "humanitarian_accommodated_persons"
    ),
    ("children_in_camp", "use", "children", "persons"): SITE,
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
    ("IPAS_residents_with_status", "persons"): SITE,
    ("IPAS_centres", "centres"): Figure("reception_centres", "asylum_applicants"),
    # Germany and Spain: initial or first reception, before people move on.
    ("initial_reception_capacity", "places"): Figure(_INITIAL_PLACES, "asylum_applicants"),
    ("initial_reception_capacity_anchor_centres", "places"): Figure(
        _INITIAL_PLACES, "asylum_applicants"
    ),
    ("initial_reception_occupancy", "percent"): Figure(
        "initial_reception_occupancy_percent", "asylum_applicants"
    ),
    ("initial_reception_occupied", "persons"): Figure(_INITIAL_HOSTED, "asylum_applicants"),
    ("refugees_in_state_accommodation", "persons"): _WIDER,
    ("international_protection_reception_places", "places"): Figure(
        "first_reception_places", "asylum_applicants"
    ),
    ("federal_asylum_centre_places_regular_planning", "places"): _UNDATED_PLAN,
    # Greece: the facilities of five islands.
    ("RIC_CCAC_capacity", "places"): SITE,
    ("RIC_CCAC_capacity_5_islands", "places"): SITE,
    ("RIC_CCAC_occupancy", "persons"): SITE,
    # Italy's local system; its places for children are in `children`.
    ("SAI_places_active", "places"): Figure("sai_places", "all"),
    ("SAI_places_ordinary", "places"): Figure("sai_ordinary_places", "all"),
    ("SAI_places_disability", "places"): Figure("sai_places", "persons_with_disabilities"),
    ("SAI_places_occupied", "persons"): Figure("hosted_in_sai_persons", "all"),
    ("SAI_projects", "projects"): Figure("sai_projects", "all"),
    ("SAI_local_authorities", "authorities"): Figure("sai_local_authorities", "all"),
}

MEANINGS: Meanings = {**_NEWER, **_OLDER}
