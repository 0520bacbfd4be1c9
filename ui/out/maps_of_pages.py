"""The map of each page, from a choice alone."""

from ui import known
from ui.alliances.choice import AllianceChoice
from ui.alliances.drawn import picture_of as alliances_picture
from ui.alliances.known import alliances_of
from ui.choice import Choice
from ui.digital.choice import DigitalChoice
from ui.digital.drawn import spread_of as digital_spread
from ui.equality.choice import EqualityChoice
from ui.equality.drawn import picture_of as equality_picture
from ui.funds.choice import Choice as FundsChoice
from ui.funds.view import view_of as funds_view
from ui.ledger import ledger_of
from ui.overview import state_of
from ui.partnership.choice import Choice as PartnershipChoice
from ui.partnership.figures import spread_of as partnership_spread
from ui.picture import Picture
from ui.protection.choice import Choice as ProtectionChoice
from ui.protection.view import view_of as protection_view
from ui.reach.regional import regional_picture
from ui.reach.way import ReachChoice
from ui.scenario.choice import ScenarioChoice
from ui.scenario.drawn import picture_of as scenario_picture
from ui.shortage_choice import ShortageChoice
from ui.sites.asked import SitesChoice
from ui.sites.regional import regional_picture as sites_picture
from ui.sponsorship.choice import SITUATION, SponsorshipChoice
from ui.sponsorship.figures import spread_of as sponsorship_spread
from ui.sponsorship.situation import situations_of
from ui.store import Dataset
from ui.view import view_of
from ui.vision.choice import VisionChoice
from ui.vision.seen import vision_of


def gaps(dataset: Dataset, choice: ShortageChoice) -> Picture:
    """The map of Gaps."""
    return ledger_of(dataset, choice).picture()


def alliances(dataset: Dataset, choice: AllianceChoice) -> Picture:
    """The map of Alliances."""
    return alliances_picture(alliances_of(dataset, choice))


def figures(dataset: Dataset, choice: Choice) -> Picture:
    """The map of Figures."""
    return view_of(dataset, choice).picture()


def overview(dataset: Dataset, choice: None) -> Picture:
    """The map of the first page."""
    return state_of(dataset).picture()


def protection(dataset: Dataset, choice: ProtectionChoice) -> Picture:
    """The map of Protection."""
    return protection_view(dataset, choice).picture()


def reach(dataset: Dataset, choice: ReachChoice) -> Picture:
    """The map of Reach, of territories."""
    return regional_picture(dataset, choice)


def sites(dataset: Dataset, choice: SitesChoice) -> Picture:
    """The map of Sites, of territories."""
    return sites_picture(dataset, choice)


def sponsorship(dataset: Dataset, choice: SponsorshipChoice) -> Picture:
    """The map of Sponsorship."""
    if choice.show == SITUATION:
        return situations_of(dataset, choice).picture()
    return sponsorship_spread(dataset, choice).picture()


def partnership(dataset: Dataset, choice: PartnershipChoice) -> Picture:
    """The map of Partnership."""
    return partnership_spread(dataset, choice).picture()


def funds(dataset: Dataset, choice: FundsChoice | None) -> Picture | None:
    """The map of Funds, where any money is known."""
    return None if choice is None else funds_view(dataset, choice).spread.picture()


def digital(dataset: Dataset, choice: DigitalChoice) -> Picture:
    """The map of Digital."""
    return digital_spread(dataset, choice).picture()


def knowledge(dataset: Dataset, choice: known.Known) -> Picture:
    """The map of Sources."""
    return choice.picture()


def equality(dataset: Dataset, choice: EqualityChoice) -> Picture:
    """The map of Equality."""
    return equality_picture(dataset, choice)


def vision(dataset: Dataset, choice: VisionChoice) -> Picture:
    """The map of Vision."""
    return vision_of(dataset, choice).picture()


def scenario(dataset: Dataset, choice: ScenarioChoice) -> Picture:
    """The map of Scenario: the plan looked at, or today."""
    return scenario_picture(dataset, choice)
