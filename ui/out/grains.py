"""What one row of each table is, as the dataset's own comments say it."""

from collections.abc import Mapping

GRAINS: Mapping[str, str] = {
    "figure": "one row per territory of the display geography, measure, group and period",
    "shortage": "one row per standard, basis, territory and period: what the benchmark "
    "multiplies, the capacity nearest to it in time, and what the publisher says of "
    "the gap",
    "need": "one row per definition of need, territory and period: persons",
    "observation": "one row per territory, period, measure, group and source",
    "facility": "one row per place with coordinates",
    "facility_observation": "one row per facility, period, measure and group: all that is "
    "published of one place",
    "hospital_reach": "one row per territory of the display geography and distance",
    "funnel": "one row per territory, group, period of its count of people, step and measure",
    "on_site_supply": "one row per territory and service of which something is known on site",
    "knowledge": "one row per territory and kind of data it has a figure of its own of",
    "funding": "one row per fund, objective, territory, period and source",
    "sponsorship": "one row per sponsorship scheme, territory, period and source",
    "sponsorship_locality": "one row per scheme, local authority, period and source, finer than "
    "any NUTS region",
    "scheme": "one row per scheme of sponsorship or complementary pathway",
    "scheme_rule": "one row per scheme and rule that a source states; a rule without a row is not "
    "stated",
    "organisation": "one row per organisation",
    "activity": "one row per organisation, service, territory and period in which it is at work "
    "there",
    "at_work": "one row per territory, organisation at work in it and service",
    "actor_list": "one row per source, territory, type of actor and service that a list of "
    "organisations covers; only a complete list can show that there is none",
    "partnership": "one row per agreement between two organisations in a territory and period",
    "participation": "one row per body that decides, per period",
    "consultation": "one row per consultation: who asked whom, how many replied, what became of it",
    "digital_service": "one row per digital service, or local edition of one",
    "origin": "one row per country of asylum, country of origin and period",
    "spoken_language": "one row per country and language written in a script that is used there",
    "benchmark": "one row per norm",
    "standard": "one row per standard a shortage is measured by",
    "measure": "one row per measure",
    "territory": "one row per NUTS region of a version, or joint territory",
    "region": "one row per territory of the display geography: NUTS 2024, UK NUTS 2021",
    "neighbour": "one row per pair of territories of the display geography that are neighbours",
    "residents": "one row per territory of the display geography and year",
    "nuts_change": "one row per NUTS code that ended and code that has some of its land",
    "finding": "one row per observation that a plausibility check doubts",
    "set_aside": "one row per published figure, a line may have several, that is kept out of "
    "maps and sums",
    "line_count": "one row per reader, file and outcome",
    "source": "one row per publisher's dataset or page",
}
