"""What each row of the sponsorship table is, and of which scheme."""

from etl.reading import LayoutError, Record
from etl.sources.transcribed_rows import PLANNED, Aside, Figure

GROUPS, PLEDGED, ARRIVED = "sponsor_groups", "pledged_places", "arrivals_persons"
LOCAL = "community_sponsorship_local_groups"
_CORRIDOR = "humanitarian_corridor_persons"
_LIBYA = "humanitarian_corridor_persons_Libya_protocol"
_LEBANON = "humanitarian_corridor_quota_Lebanon_protocol"
_RELATIVES = "regional_admission_family_sponsorship_persons"

# measure -> column of table sponsorship, an observation, or why it is neither.
MEANING: dict[str, str | Aside | Figure] = {
    "community_sponsorship_persons": ARRIVED,
    "community_sponsorship_groups": GROUPS,
    LOCAL: GROUPS,
    "community_sponsorship_places_offered": PLEDGED,
    "community_sponsorship_families": Aside("families: neither groups, places nor persons"),
    "community_sponsorship_families_planned": PLANNED,
    _CORRIDOR: ARRIVED,
    _LIBYA: ARRIVED,
    _LEBANON: PLEDGED,
    "humanitarian_corridor_host_region": Figure("humanitarian_corridor_regions"),
    _RELATIVES: ARRIVED,
    "IRPP_arrivals_total": Aside("a whole programme, not sponsorship alone"),
    "resettled_persons": Aside("resettlement, not sponsorship"),
}

# Schemes that are not their country's community sponsorship, by measure or territory.
_OF_MEASURE = {
    _CORRIDOR: "humanitarian_corridors",
    _LIBYA: "humanitarian_corridors_libya",
    _LEBANON: "humanitarian_corridors_lebanon",
    _RELATIVES: "regional_admission_of_relatives",
}
_OF_TERRITORY = {
    "ES21": "auzolana",
    "ES22": "somos",
    "DE": "nest",
    "ES": "community_sponsorship_es",
    "IE": "community_sponsorship_ie",
    "UK": "community_sponsorship_uk",
}
# The year a scheme began, for counts "since the beginning".
BEGUN = {"nest": "2019"}


def scheme_of(record: Record) -> str:
    """The scheme of a row; raises LayoutError where no scheme of its territory is known."""
    code, measure = record["territory_code"], record["measure"]
    known = _OF_MEASURE.get(measure) or _OF_TERRITORY.get(code[:4]) or _OF_TERRITORY.get(code[:2])
    if known is None:
        raise LayoutError(f"no scheme for {measure} in {code}: add it to this table")
    return known
