"""The views of the pages that ask what would help."""

from ui.language import later
from ui.out import maps_of_pages, of_pages
from ui.out.views.view import View
from ui.scenario import choice as scenario
from ui.scenario import rows as scenario_rows
from ui.sites import choice as sites
from ui.stress import choice as stress
from ui.stress import drawn as stress_drawn
from ui.stress import rows as stress_rows

VIEWS = (
    View(
        "scenario", "scenario", later("What would close the gap, territory by territory"),
        scenario.choose, scenario_rows.territories, ("shortage", "region", "source", "benchmark"),
        maps_of_pages.scenario,
    ),
    View(
        "scenario-ledger", "scenario", later("What a plan moves, change by change"),
        scenario.choose,
        scenario_rows.ledger, ("shortage", "region", "source", "benchmark"),
    ),
    View(
        "scenario-compared", "scenario", later("Plans compared with today"), scenario.choose,
        scenario_rows.compared, ("shortage", "region", "source", "benchmark"),
    ),
    View(
        "sites", "sites", later("Where new places would reach most people who have none"),
        sites.choose,
        of_pages.sites,
        ("reach_cell", "reach_facility", "reach_need", "membership", "region", "source"),
        maps_of_pages.sites,
    ),
    View(
        "sites-territories", "sites", later("Who has a place in reach before and after new ones"),
        sites.choose, of_pages.sites_territories,
        ("reach_cell", "reach_facility", "reach_need", "membership", "region", "source"),
        maps_of_pages.sites,
    ),
    View(
        "stress", "stress", later("Who overflows first, and when"), stress.choose,
        stress_rows.territories, ("stress_today", "stress_stock", "region", "source"),
        stress_drawn.picture_of,
    ),
    View(
        "stress-weeks", "stress", later("Who overflows first, week by week"), stress.choose,
        stress_rows.weeks, ("stress_today", "stress_stock", "region", "source"),
    ),
)  # fmt: skip
