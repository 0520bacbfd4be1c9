"""The views of the pages that open the menu: what is known, what is short, who gets there."""

from ui import choice, known, shortage_choice
from ui.language import later
from ui.out import maps_of_pages, of_pages
from ui.out.views.view import View, nothing
from ui.reach import choice as reach

VIEWS = (
    View(
        "overview", "overview", later("The state of capacity in Europe"), nothing,
        of_pages.overview,
        ("overview", "shortage", "region", "knowledge"), maps_of_pages.overview,
    ),
    View(
        "gaps", "gaps", later("What is short, for whom, by which benchmark"),
        shortage_choice.choose,
        of_pages.gaps, ("shortage", "region", "source", "benchmark"), maps_of_pages.gaps,
    ),
    View(
        "figures", "figures", later("What is published, for whom, where"), choice.choose,
        of_pages.figures, ("figure", "hospital_reach", "region", "source"), maps_of_pages.figures,
    ),
    View(
        "reach", "reach", later("Who can get to a service that still has room"), reach.choose,
        of_pages.reach,
        ("reach_cell", "reach_facility", "reach_need", "membership", "region", "source"),
        maps_of_pages.reach,
    ),
    View(
        "reach-cells", "reach", later("Who can get to a service, cell by cell"), reach.choose,
        of_pages.reach_cells, ("reach_cell", "reach_facility", "reach_need", "region", "source"),
        maps_of_pages.reach,
    ),
    View(
        "knowledge", "sources", later("What is known of its own capacity"), known.choose_known,
        of_pages.knowledge, ("knowledge", "region"), maps_of_pages.knowledge,
    ),
)  # fmt: skip
