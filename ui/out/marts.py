"""What the columns hold of tables that the build works out.

Tables of the contract carry this as comments in the dataset; these do not.
"""

from collections.abc import Mapping

_PLACE = {"territory_id": "NUTS code of the display geography"}
_PERIOD = {"period": "reference period, ISO 8601"}
_STATUS = {"obs_status": "SDMX observation status", "evidence": "what kind of figure it is"}
_SOURCE = {"source_id": "where the figure is from: key of table source"}
_LINE = {
    "note": "what to know before using the row",
    "source_file": "publisher's file the figure was read from",
    "source_line": "line of the publisher's file the figure was read from",
}
_NUMBER = {
    "value": "the figure; NULL is unknown, never 0",
    "lower": "lower end where the figure is an interval",
    "upper": "upper end where the figure is an interval",
}
_MEASURE = {"measure_id": "key of table measure", "group_id": "whom the figure counts"}


def _about(prefix: str, what: str) -> dict[str, str]:
    """The columns of the ledger that say of one of its numbers where it is from."""
    return {
        prefix: f"{what}; NULL is unknown, never 0",
        f"{prefix}_lower": f"{what}: lower end",
        f"{prefix}_upper": f"{what}: upper end",
        f"{prefix}_exact": f"{what}: the number is exact, not an interval",
        f"{prefix}_status": f"{what}: SDMX observation status",
        f"{prefix}_evidence": f"{what}: what kind of figure it is",
        f"{prefix}_note": f"{what}: what to know before using it",
        f"{prefix}_source_id": f"{what}: key of table source",
        f"{prefix}_source_file": f"{what}: publisher's file it was read from",
        f"{prefix}_source_line": f"{what}: line of that file",
    }


ABOUTS: Mapping[str, Mapping[str, str]] = {
    "figure": {
        **_PLACE, **_MEASURE, **_PERIOD, **_NUMBER, **_STATUS, **_SOURCE, **_LINE,
        "parts": "regions a sum is made of; 1 where the figure is the territory's own",
        "parts_known": "of these, how many are fully known",
    },
    "shortage": {
        "standard_id": "key of table standard",
        "basis_id": "definition of need the benchmark multiplies",
        **_PLACE, **_PERIOD, "day": "last day of the period",
        **_about("need", "need"), "need_method": "how the need is known",
        **_about("capacity", "capacity"),
        "capacity_period": "period of the capacity",
        "capacity_measure_id": "measure of the capacity: key of table measure",
        "published_value": "gap as the publisher itself states it; NULL is not stated",
        "published_period": "period of the gap stated by the publisher",
        "published_source_id": "gap stated by the publisher: key of table source",
        "published_source_file": "gap stated by the publisher: file it was read from",
        "published_source_line": "gap stated by the publisher: line of that file",
    },
    "need": {
        "need_id": "definition of need", "group_id": "whom it counts", **_PLACE, **_PERIOD,
        **_NUMBER, "exact": "published or summed: its value is its interval",
        "method": "published, derived, summed, shared out by keys, or combined",
        **_STATUS, **_SOURCE, **_LINE,
    },
    "hospital_reach": {
        **_PLACE, "distance_km": "distance, kilometres",
        "residents_persons": "residents on 1 January; NULL is unknown",
        "residents_period": "year of the residents",
        "far_persons": "residents farther than that from the nearest hospital of the register",
        "doubtful_persons": "of these, whom a hospital the register lacks might serve",
        "unplaced_persons": "residents whom the population grid does not place",
        "mean_km": "mean distance to the nearest hospital, kilometres",
        "nearest_abroad_persons": "residents whose nearest hospital is in another country",
        "hospitals": "hospitals of the register in the territory",
        "best_verdict": "what the register can say of the territory, at best",
        "worst_verdict": "what the register can say of the territory, at worst",
    },
    "funnel": {
        **_PLACE, **_MEASURE, **_PERIOD, **_NUMBER, **_STATUS, **_SOURCE, **_LINE,
        "people_period": "period of the count of people; NULL where nobody counts them",
        "step": "step of protection", "role": "what the figure is used as in that step",
        "place": "order of the measure in its step",
    },
    "on_site_supply": {
        **_PLACE, "service": "service term",
        "sites": "places that are known; NULL where none is known",
        "stated": "service points as a publisher states them; may be 0; NULL is not stated",
        "measure_id": "measure of what is stated: key of table measure", **_PERIOD, **_SOURCE,
    },
    "knowledge": {
        **_PLACE, "kind_id": "kind of data", "figures": "how many figures",
        "latest_period": "latest period", "source_id": "source of the latest: key of table source",
    },
    "at_work": {
        **_PLACE, "organisation_id": "key of table organisation",
        "service": "service it works on; NULL is not stated",
        "own": "stated for the territory itself, not only for one inside it",
        "first_period": "first period it was at work", "last_period": "last period",
        "contracts": "public contracts it put out or holds; NULL is unknown",
        **_SOURCE, "evidence": "what kind of figure it is",
    },
    "standard": {
        "standard_id": "key", "service": "service term", "group_id": "whom it is for",
        "benchmark_id": "key of table benchmark",
        "countries": "countries it holds in, separated by spaces; empty is all",
        "max_days_apart": "days need and capacity may lie apart",
        "published_measure_id": "measure of the gap a publisher states: key of table measure",
        "published_group_id": "whom that gap counts",
    },
    "region": {
        "territory_id": "NUTS code, or codes joined by + for a joint territory",
        "level": "NUTS level, 0 to 3", "parent_id": "the territory one level up",
        "country": "two-letter country code as Eurostat uses it", "name": "name in Latin letters",
        "local_name": "name as written locally",
        "members": "territory codes a joint territory stands for, joined by +",
        "urban_type": "Eurostat urban-rural typology",
        "area_km2": "area inside the outline, ellipsoidal",
        "residents_persons": "residents on 1 January; NULL is unknown",
        "residents_period": "year of the residents",
        "residents_status": "SDMX observation status of the residents",
    },
    "neighbour": {
        **_PLACE, "neighbour_id": "NUTS code of the neighbour",
        "level": "NUTS level of the territory, 0 to 3",
        "neighbour_level": "NUTS level of the neighbour, 0 to 3",
        "connection": "land: their outlines share a border; water: shores up to 100 km apart with "
        "no land between",
        "border_km": "length of the shared border in outlines simplified to about 5 km; NULL where "
        "water is between",
        "distance_km": "between the nearest points of both shores; 0 where a border is shared",
        "across_border": "whether they are in two countries",
    },
    "residents": {
        **_PLACE, "period": "year, 1 January",
        "residents_persons": "residents; NULL is unknown", **_STATUS, **_SOURCE,
        "note": "what to know before using the row",
    },
}  # fmt: skip
