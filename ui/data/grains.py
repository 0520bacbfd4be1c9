"""What a row of a view or table is, as both say of themselves: turned by `_()` where shown."""

from ui.language import later

OF_VIEWS = (
    later("One row per figure of the first page."),
    later("One row per territory drawn: need, supply, gap, what is missing."),
    later("One row per territory drawn: the figure, per resident or as a share."),
    later("One row per helper and neighbour that is short: what they could share, from to."),
    later("One row per territory drawn: where protection narrows, or a measure."),
    later("One row per territory drawn and step of the funnel."),
    later(
        "One row per territory drawn: how far its residents are, who is served, what is unknown."
    ),
    later("One row per cell of land, H3 resolution 6: how far, who is served, what is unknown."),
    later("One row per new place, in order: where it is, whom it newly reaches."),
    later("One row per territory drawn: who has a place in reach today, and with the new places."),
    later("One row per territory drawn: people, groups or places, or reception beside sponsors."),
    later("One row per scheme, territory, period and source, before anything is added up."),
    later("One row per territory drawn: organisations, types, pairs or seats."),
    later("One row per territory drawn: money and need; none where no money is known."),
    later(
        "One row per territory drawn: people left out by language, services, or what is on site."
    ),
    later("One row per country of asylum and language, with the services that speak it."),
    later("One row per digital service known for the countries looked at."),
    later(
        "One row per territory drawn: its shares then and now, what it gained, what parity takes."
    ),
    later("One row per date: every measure, its resampled interval, the range found."),
    later("One row per point of the reading of the Action Plan."),
    later("One row per territory or own group and measure: the figure, and all of its level."),
    later(
        "One row per peer of the first territory: how far, its facts, which of them sets it apart."
    ),
    later("One row per figure of a territory, as the page of its area has it; empty is unknown."),
    later("One row per territory: the range of its rank, and how many areas have an answer."),
    later("One row per territory and area: covered, partly, no answer or unknown, and why."),
    later(
        "One row per territory drawn: today's need, supply and gap, and the same after the plan."
    ),
    later("One row per change of the plan and territory it moves: people and places, whole."),
    later("One row per plan, today's first: what is missing, how equal, who comes, what it costs."),
    later("One row per territory drawn: when it is full, of what, what a buffer buys."),
    later(
        "One row per territory and week, today as week 0: people, places, who is without a place."
    ),
    later("One row per territory and kind of data: how well it is known."),
)
OF_TABLES = (
    later("one row per organisation, service, territory and period in which it is at work there"),
    later(
        "one row per source, territory, type of actor and service that a list of "
        "organisations covers; only a complete list can show that there is none"
    ),
    later("one row per norm"),
    later("one row per H3 cell of resolution 6 on land"),
    later("one row per H3 cell that persons of the 10 km grid were shared out to"),
    later("one row per consultation: who asked whom, how many replied, what became of it"),
    later("one row per digital service, or local edition of one"),
    later("one row per place with coordinates"),
    later("one row per facility, period, measure and group: all that is published of one place"),
    later("one row per observation that a plausibility check doubts"),
    later("one row per fund, objective, territory, period and source"),
    later("one row per reader, file and outcome"),
    later("one row per measure"),
    later("one row per NUTS code that ended and code that has some of its land"),
    later("one row per territory, period, measure, group and source"),
    later("one row per organisation"),
    later("one row per country of asylum, country of origin and period"),
    later("one row per territory of the display geography"),
    later("one row per body that decides, per period"),
    later("one row per agreement between two organisations in a territory and period"),
    later("one row per refused line and reason"),
    later("one row per scheme of sponsorship or complementary pathway"),
    later("one row per scheme and rule that a source states; a rule without a row is not stated"),
    later(
        "one row per published figure, a line may have several, that is kept out of maps and sums"
    ),
    later("one row per publisher's dataset or page"),
    later("one row per country and language written in a script that is used there"),
    later("one row per sponsorship scheme, territory, period and source"),
    later("one row per scheme, local authority, period and source, finer than any NUTS region"),
    later("one row per NUTS region of a version, or joint territory"),
    later("one row per territory of the display geography, measure, group and period"),
    later(
        "one row per standard, basis, territory and period: what the benchmark multiplies, "
        "the capacity nearest to it in time, and what the publisher says of the gap"
    ),
    later("one row per definition of need, territory and period: persons"),
    later("one row per territory of the display geography and distance"),
    later("one row per territory, group, period of its count of people, step and measure"),
    later("one row per territory and service of which something is known on site"),
    later("one row per territory and kind of data it has a figure of its own of"),
    later("one row per territory, organisation at work in it and service"),
    later("one row per standard a shortage is measured by"),
    later("one row per territory of the display geography: NUTS 2024, UK NUTS 2021"),
    later("one row per pair of territories of the display geography that are neighbours"),
    later("one row per territory of the display geography and year"),
)
