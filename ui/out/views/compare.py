"""The views of the pages that compare territories."""

from ui.alliances import choice as alliances
from ui.compare import choice as compare
from ui.compare import rows as compare_rows
from ui.equality import choice as equality
from ui.language import later
from ui.out import maps_of_pages, of_pages
from ui.out.views.view import View
from ui.territory import choice as territory
from ui.territory import rows as territory_rows
from ui.vision import choice as vision
from ui.vision import rows as vision_rows

VIEWS = (
    View(
        "territory", "territory", later("Everything known of one territory"), territory.choose,
        territory_rows.territory,
        ("region", "territory_need", "shortage", "figure", "hospital_reach", "protection",
         "sponsorship", "work_in", "funding", "digital_service", "knowledge", "source"),
    ),
    View(
        "compare", "compare", later("Territories side by side"), compare.choose,
        compare_rows.compare,
        ("context", "shortage", "figure", "region", "source"),
    ),
    View(
        "peers", "compare", later("The territories most alike"), compare.choose, compare_rows.peers,
        ("context", "source"),
    ),
    View(
        "equality", "equality", later("Is capacity spread more equally over need than before"),
        equality.choose, of_pages.equality,
        ("equality_ledger", "equality_residents", "region", "source"), maps_of_pages.equality,
    ),
    View(
        "equality-series", "equality", later("Measures of equality over time"), equality.choose,
        of_pages.equality_series, ("equality_ledger", "equality_residents", "region"),
        maps_of_pages.equality,
    ),
    View(
        "vision", "vision", later("Who has a whole strategy: ranks as ranges"), vision.choose,
        vision_rows.of_territories, ("shortage", "figure", "region", "source"),
        maps_of_pages.vision,
    ),
    View(
        "vision-matrix", "vision", later("Who has a whole strategy: areas by territory"),
        vision.choose,
        vision_rows.of_matrix, ("shortage", "figure", "region", "source"),
    ),
    View(
        "alliances", "alliances", later("Which neighbours could cover each other's shortage"),
        alliances.choose, of_pages.alliances,
        ("shortage", "neighbour", "region", "source", "benchmark"), maps_of_pages.alliances,
    ),
)  # fmt: skip
