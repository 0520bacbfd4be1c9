"""The views of the pages on one area each."""

from ui.digital import choice as digital
from ui.funds import choice as funds
from ui.language import later
from ui.out import maps_of_pages, of_pages
from ui.out.views.view import View, nothing
from ui.partnership import choice as partnership
from ui.protection import choice as protection
from ui.sponsorship import choice as sponsorship

VIEWS = (
    View(
        "protection", "protection", later("Where protection narrows"), protection.choose,
        of_pages.protection, ("protection", "protection_measures", "region", "source"),
        maps_of_pages.protection,
    ),
    View(
        "protection-steps", "protection", later("The steps of protection"), protection.choose,
        of_pages.protection_steps, ("protection", "protection_measures", "region", "source"),
        maps_of_pages.protection,
    ),
    View(
        "sponsorship", "sponsorship", later("Who arrives through sponsors"), sponsorship.choose,
        of_pages.sponsorship, ("sponsorship", "scheme", "shortage", "region", "source"),
        maps_of_pages.sponsorship,
    ),
    View(
        "sponsorship-figures", "sponsorship", later("The published figures of sponsorship"),
        sponsorship.choose, of_pages.sponsorship_figures, ("sponsorship", "scheme", "source"),
        maps_of_pages.sponsorship,
    ),
    View(
        "partnership", "partnership", later("Who does what where, who is missing, who decides"),
        partnership.choose, of_pages.partnership,
        ("actors_at_work", "actor_list", "sharing", "deciding_body", "region", "source"),
        maps_of_pages.partnership,
    ),
    View(
        "funds", "funds", later("Does money follow need?"), funds.choose, of_pages.funds,
        ("funding", "fund_need", "region", "source"), maps_of_pages.funds,
    ),
    View(
        "digital", "digital", later("Digital services, languages left out, digital only"),
        digital.choose, of_pages.digital,
        ("digital_service", "origin", "spoken_language", "on_site_supply", "region", "source"),
        maps_of_pages.digital,
    ),
    View(
        "digital-languages", "digital", later("Newcomers' languages and who speaks them"),
        digital.choose, of_pages.digital_languages,
        ("origin", "spoken_language", "digital_service", "source"),
    ),
    View(
        "digital-services", "digital", later("The catalogue of digital services"), digital.choose,
        of_pages.digital_services, ("digital_service", "source"),
    ),
    View("plan", "plan", later("Where each point of the Action Plan stands"), nothing,
          of_pages.plan,
          ("plan", "source")),
)  # fmt: skip
