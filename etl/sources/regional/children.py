"""Unaccompanied children: in care, places, what regions are asked for, keys.

Decisions: places a region must keep by law (Spain's ordinary capacity, 32.6 per 100,000
residents) are asked for, not open, and never share a measure with places that exist or with
those a region still has to create. Applications and decisions in a period are flows.
"""

from etl.sources.regional.reasons import FLOW, OTHER_DEFINITION, PART
from etl.sources.regional.reception import COMMITTED
from etl.sources.transcribed_mapping import Aside, ByNote, Figure, Meanings

_GROUP = "unaccompanied_children"
_IN_CARE = Figure("children_in_care_persons", _GROUP)
_LEGAL = Figure("children_legal_places", _GROUP)
_TO_RECEIVE = Figure("children_to_receive_persons", _GROUP)
_TASK = Figure("children_target_places", _GROUP)
_APPLIED = Figure("children_applicants_persons", _GROUP)
_PLACED = Figure("children_placed_persons", _GROUP)

_YOUNG_ADULTS = "young adults counted together with the children"
_FOSTER_CARE = "children in foster care in Ukraine before they came"
_SAFE_ZONES = "one kind of place only, a part of a later total"

_PLACES = ByNote(
    (
        ("PLANNED", Figure(COMMITTED, _GROUP)),
        ("agreement for two years", Aside(PART)),
        ("mainland safe zones", Aside(_SAFE_ZONES)),
    ),
    Figure("children_places", _GROUP),
)
_PERSONS = ByNote(
    (
        ("judicial placement decisions", _PLACED),
        ("FLOW: applications", _APPLIED),
        ("flow, not stock", Aside(FLOW)),
        ("young adults in youth welfare", Aside(_YOUNG_ADULTS)),
        ("OTHER definition", Aside(_FOSTER_CARE)),
        ("foster care by court order", Aside(OTHER_DEFINITION)),
    ),
    _IN_CARE,
)
_SPANISH_TARGETS = ByNote(
    (("version of ordinary capacity", _LEGAL), ("^relocation from Canarias", _TO_RECEIVE))
)

MEANINGS: Meanings = {
    ("uam_places", "capacity", _GROUP, "places"): _PLACES,
    ("uam_persons", "use", _GROUP, "persons"): _PERSONS,
    ("uam_persons", "use", _GROUP, "applicants"): _APPLIED,
    ("uam_persons", "use", _GROUP, "applications"): _APPLIED,
    ("uam_target_places", "target", _GROUP, "places"): _SPANISH_TARGETS,
    ("uam_target_places", "target", _GROUP, "persons"): _TO_RECEIVE,
    # The older files
    ("UAM_in_care", "persons"): _IN_CARE,
    ("UAM_ordinary_capacity_legal", "places"): _LEGAL,
    ("UAM_ordinary_capacity_May_version", "places"): _LEGAL,
    ("UAM_places_to_create", "places"): Figure("children_places_to_create", _GROUP),
    ("UAM_relocation_quota_from_Canarias_Ceuta_Melilla", "persons"): _TO_RECEIVE,
    ("UAM_agreed_relocation_2023", "persons"): _TO_RECEIVE,
    ("UAM_share_of_national", "percent"): Figure("children_share_percent", _GROUP),
    ("UAM_distribution_key", "percent"): Figure("children_distribution_key_percent", _GROUP),
    ("SAI_UAM_places", "places"): Figure("sai_children_places", _GROUP),
    ("SAI_places_UAM", "places"): Figure("sai_children_places", _GROUP),
    ("SAI_UAM_places_share", "percent"): Figure("sai_children_share_percent", _GROUP),
    ("provincial_task_UAM_places", "places"): _TASK,
    ("spreidingswet_target_places_UAM", "places"): _TASK,
    ("settlement_request_of_which_UAM", "persons"): _TO_RECEIVE,
}
