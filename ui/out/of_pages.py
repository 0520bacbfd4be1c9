"""The rows behind each page, from a choice alone: what its download holds, in its order."""

import pandas as pd

from ui import export, gap_table, known, overview_rows
from ui.alliances import rows as alliance_rows
from ui.alliances.choice import AllianceChoice
from ui.alliances.known import alliances_of
from ui.area import records
from ui.choice import Choice
from ui.digital import table as digital_table
from ui.digital.choice import DigitalChoice
from ui.digital.drawn import spread_of as digital_spread
from ui.digital.known import services_of, tongues_of
from ui.equality import rows as equality_rows
from ui.equality.choice import EqualityChoice
from ui.funds import rows as funds_rows
from ui.funds.choice import Choice as FundsChoice
from ui.funds.view import view_of as funds_view
from ui.ledger import ledger_of
from ui.overview import state_of
from ui.partnership import tables as partnership_tables
from ui.partnership.choice import Choice as PartnershipChoice
from ui.partnership.figures import spread_of as partnership_spread
from ui.plan import points
from ui.plan.known import facts_of
from ui.protection import rows as protection_rows
from ui.protection.choice import Choice as ProtectionChoice
from ui.protection.view import view_of as protection_view
from ui.reach import regions as reach_regions
from ui.reach.cells import cells_table as reach_cells_table
from ui.reach.way import ReachChoice
from ui.shortage_choice import ShortageChoice
from ui.sites import rows as sites_rows
from ui.sites.asked import SitesChoice
from ui.sponsorship import rows as sponsorship_rows
from ui.sponsorship.choice import SITUATION, SponsorshipChoice
from ui.sponsorship.figures import spread_of as sponsorship_spread
from ui.sponsorship.situation import situations_of
from ui.store import Dataset
from ui.view import view_of


def overview(dataset: Dataset, choice: None) -> pd.DataFrame:
    """One row per figure of the first page."""
    return overview_rows.table(state_of(dataset))


def gaps(dataset: Dataset, choice: ShortageChoice) -> pd.DataFrame:
    """One row per territory drawn: need, supply, gap, what is missing."""
    return gap_table.table(ledger_of(dataset, choice))


def alliances(dataset: Dataset, choice: AllianceChoice) -> pd.DataFrame:
    """One row per helper and neighbour that is short: what they could share, from to."""
    return alliance_rows.file_rows(alliances_of(dataset, choice))


def figures(dataset: Dataset, choice: Choice) -> pd.DataFrame:
    """One row per territory drawn: the figure, per resident or as a share."""
    return export.table(view_of(dataset, choice))


def protection(dataset: Dataset, choice: ProtectionChoice) -> pd.DataFrame:
    """One row per territory drawn: where protection narrows, or a measure."""
    view = protection_view(dataset, choice)
    question = protection_rows.question(view)
    return records.with_provenance(dataset, protection_rows.map_rows(view), question)


def protection_steps(dataset: Dataset, choice: ProtectionChoice) -> pd.DataFrame:
    """One row per territory drawn and step of the funnel."""
    rows = protection_rows.funnels(protection_view(dataset, choice))
    return records.with_provenance(dataset, rows, choice.question())


def reach(dataset: Dataset, choice: ReachChoice) -> pd.DataFrame:
    """One row per territory drawn: how far its residents are, who is served, what is unknown."""
    return reach_regions.table_of(dataset, choice)


def reach_cells(dataset: Dataset, choice: ReachChoice) -> pd.DataFrame:
    """One row per cell of land, H3 resolution 6: how far, who is served, what is unknown."""
    return reach_cells_table(dataset, choice)


def sites(dataset: Dataset, choice: SitesChoice) -> pd.DataFrame:
    """One row per new place, in order: where it is, whom it newly reaches."""
    return sites_rows.with_words(dataset, choice, sites_rows.sites_of(dataset, choice))


def sites_territories(dataset: Dataset, choice: SitesChoice) -> pd.DataFrame:
    """One row per territory drawn: who has a place in reach today, and with the new places."""
    return sites_rows.with_words(dataset, choice, sites_rows.territories_of(dataset, choice))


def sponsorship(dataset: Dataset, choice: SponsorshipChoice) -> pd.DataFrame:
    """One row per territory drawn: people, groups or places, or reception beside sponsors."""
    if choice.show == SITUATION:
        rows = sponsorship_rows.situation_rows(situations_of(dataset, choice))
    else:
        rows = sponsorship_rows.file_rows(sponsorship_spread(dataset, choice))
    return records.with_provenance(dataset, rows, choice.question())


def sponsorship_figures(dataset: Dataset, choice: SponsorshipChoice) -> pd.DataFrame:
    """One row per scheme, territory, period and source, before anything is added up."""
    rows = sponsorship_rows.rows_behind(dataset, choice)
    return records.with_provenance(dataset, rows, choice.question())


def partnership(dataset: Dataset, choice: PartnershipChoice) -> pd.DataFrame:
    """One row per territory drawn: organisations, types, pairs or seats."""
    spread = partnership_spread(dataset, choice)
    rows = partnership_tables.file_rows(dataset, choice, spread)
    return records.with_provenance(dataset, rows, choice.question())


def funds(dataset: Dataset, choice: FundsChoice | None) -> pd.DataFrame:
    """One row per territory drawn: money and need; none where no money is known."""
    if choice is None:
        return pd.DataFrame(columns=["question", "territory_id", "source_id"])
    rows = funds_rows.file_rows(funds_view(dataset, choice))
    return records.with_provenance(dataset, rows, choice.question())


def digital(dataset: Dataset, choice: DigitalChoice) -> pd.DataFrame:
    """One row per territory drawn: people left out by language, services, or what is on site."""
    rows = digital_spread(dataset, choice).rows
    return records.with_provenance(dataset, rows, choice.question())


def digital_languages(dataset: Dataset, choice: DigitalChoice) -> pd.DataFrame:
    """One row per country of asylum and language, with the services that speak it."""
    tongues, services = tongues_of(dataset, choice), services_of(dataset)
    rows = digital_table.languages_of(dataset, choice.period, tongues, services)
    return records.with_provenance(dataset, rows, choice.question())


def digital_services(dataset: Dataset, choice: DigitalChoice) -> pd.DataFrame:
    """One row per digital service known for the countries looked at."""
    rows = services_of(dataset).of(choice.where).rename(columns={"url": "service_url"})
    return records.with_provenance(dataset, rows, "Which digital services are known?")


def equality(dataset: Dataset, choice: EqualityChoice) -> pd.DataFrame:
    """One row per territory drawn: its shares then and now, what it gained, what parity takes."""
    rows = equality_rows.file_rows(dataset, choice)
    return records.with_provenance(dataset, rows, choice.question())


def equality_series(dataset: Dataset, choice: EqualityChoice) -> pd.DataFrame:
    """One row per date: every measure, its resampled interval, the range found."""
    rows = equality_rows.series_rows(dataset, choice)
    return records.with_provenance(dataset, rows, choice.question())


def plan(dataset: Dataset, choice: None) -> pd.DataFrame:
    """One row per point of the reading of the Action Plan."""
    return points.table(facts_of(dataset))


def knowledge(dataset: Dataset, choice: known.Known) -> pd.DataFrame:
    """One row per territory and kind of data: how well it is known."""
    return known.table(choice)
