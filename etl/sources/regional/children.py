"""Unaccompanied children: in care, places, what regions are asked for, keys.

Decisions: places a region must keep by law (Spain's ordinary capacity, 32.6 per 100,000
residents) are asked for, not open, and never share a measure with places that exist or with
those a region still has to create. Applications and decisions in a period are flows.
"""

from etl.sources.regional.reasons import FLOW, OTHER_DEFINITION, PART, SHARE
from etl.sources.regional.reception import COMMITTED
from etl.sources.transcribed_mapping import ByCountry, ByNote, Meanings
from etl.sources.transcribed_rows import Aside, Figure

_GROUP = "unaccompanied_children"


def _figure(name: str) -> Figure:
    return Figure(f"{_GROUP}_{name}", _GROUP)


# Italy's ministry counts children present, whoever looks after them.
_IN_CARE, _PRESENT = _figure("in_care_persons"), _figure("present_persons")
_LEGAL = _figure("legal_places")
_TO_RECEIVE = _figure("to_receive_persons")
_TASK = _figure("target_places")
_APPLIED = _figure("applicants_persons")

_YOUNG_ADULTS = Aside("young adults counted together with the children")
_FOSTER_CARE = Aside("children in foster care in Ukraine before they came")
_SAFE_ZONES = Aside("one kind of place only, a part of a later total")

_PLACES = ByNote(
    (
        ("PLANNED", Figure(COMMITTED, _GROUP)),
        ("agreement for two years", PART),
        ("mainland safe zones", _SAFE_ZONES),
    ),
    _figure("places"),
)
_PERSONS = ByNote(
    (
        ("judicial placement decisions", _figure("placed_persons")),
        ("FLOW: applications", _APPLIED),
        ("flow, not stock", FLOW),
        ("young adults in youth welfare", _YOUNG_ADULTS),
        ("OTHER definition", _FOSTER_CARE),
        ("foster care by court order", OTHER_DEFINITION),
    ),
    _IN_CARE,
)
_SPANISH_TARGETS = ByNote(
    (("version of ordinary capacity", _LEGAL), ("^relocation from Canarias", _TO_RECEIVE))
)

MEANINGS: Meanings = {
    ("uam_places", "capacity", _GROUP, "places"): _PLACES,
    ("uam_persons", "use", _GROUP, "persons"): ByCountry({"IT": _PRESENT}, _PERSONS),
    ("uam_persons", "use", _GROUP, "applicants"): _APPLIED,
    ("uam_persons", "use", _GROUP, "applications"): _APPLIED,
    ("uam_target_places", "target", _GROUP, "places"): _SPANISH_TARGETS,
    ("uam_target_places", "target", _GROUP, "persons"): _TO_RECEIVE,
    # The older files
    ("UAM_in_care", "persons"): ByCountry({"IT": _PRESENT}, _IN_CARE),
    ("UAM_ordinary_capacity_legal", "places"): _LEGAL,
    ("UAM_ordinary_capacity_May_version", "places"): _LEGAL,
    ("UAM_places_to_create", "places"): _figure("to_create_places"),
    ("UAM_relocation_quota_from_Canarias_Ceuta_Melilla", "persons"): _TO_RECEIVE,
    ("UAM_agreed_relocation_2023", "persons"): _TO_RECEIVE,
    ("UAM_share_of_national", "percent"): _figure("share_percent"),
    ("UAM_distribution_key", "percent"): _figure("key_percent"),
    ("SAI_UAM_places", "places"): Figure("sai_places", _GROUP),
    ("SAI_places_UAM", "places"): Figure("sai_places", _GROUP),
    ("SAI_UAM_places_share", "percent"): SHARE,
    ("provincial_task_UAM_places", "places"): _TASK,
    ("spreidingswet_target_places_UAM", "places"): _TASK,
    ("settlement_request_of_which_UAM", "persons"): _TO_RECEIVE,
}
