"""Everything about one territory, worked out once: what the page and the report both show."""

from typing import Any

from analysis.gap import MET, SHORT
from ui import words
from ui.address import dataset_asked
from ui.known import choose_known
from ui.language import _, n_, per_language
from ui.store import Dataset, ask
from ui.territory import far, online, partners
from ui.territory.answers import Answer, answers_of, subject
from ui.territory.around import neighbours
from ui.territory.asking import choice_of
from ui.territory.beside import beside
from ui.territory.counted import counted, published
from ui.territory.model import Profile, Section
from ui.territory.money import money
from ui.territory.people import people
from ui.territory.supply import supply
from ui.territory.trends import trends
from ui.territory.unknown import counted as known_kinds
from ui.territory.unknown import unknown
from ui.territory.vulnerable import vulnerable

_MOST_SHORT = 4


def profile_of(dataset: Dataset, at: str) -> Profile:
    """The profile of a territory; remembered. Raises KeyError where there is no such territory."""
    # Sentences of other pages hold links, which name the dataset that is looked at.
    return _profile(dataset, at, dataset_asked())


@per_language(96)
def _profile(dataset: Dataset, at: str, _linked: str) -> Profile:
    regions = ask(dataset, "region").set_index("territory_id")
    region: dict[Any, Any] = regions.loc[[at]].iloc[0].to_dict()
    level, name = int(region["level"]), str(region["name"])
    if at == str(region["country"]):
        name = words.country(at)
    place = words.places(regions.loc[[at]])[0]
    found = answers_of(dataset, at, level)
    rows = counted(dataset, at)
    near = neighbours(dataset, at, level)
    who = people(dataset, at, region, rows)
    reach = far.far(dataset, at, level)
    sections = (
        who, supply(found, at, level), published(rows, at), reach,
        vulnerable(dataset, at, level, rows), partners.sponsorship(dataset, at, level),
        partners.partners(dataset, at, level, place), money(dataset, at, level),
        online.online(dataset, at, level), trends(dataset, at, rows),
        beside(dataset, at, level, name, near), unknown(dataset, at, level, found),
    )  # fmt: skip
    known = choice_of(choose_known, dataset, level=str(level))
    lead = (*who.sentences, _short(found), reach.sentences[0], known_kinds(known, at))
    return Profile(dataset, at, name, place, level, lead, sections, near)


def _short(found: list[Answer]) -> str:
    """What is short, in a sentence; that nothing can be told is said too."""
    short = [each for each in found if each.now(SHORT)]
    met = [each for each in found if each.now(MET)]
    if short:
        names = list(dict.fromkeys(words.inside(subject(each.standard)) for each in short))
        more = len(names) - _MOST_SHORT
        shown = [*names[:_MOST_SHORT], _("{count} more", count=words.number(more))]
        said = _(
            "**Known to be short**: {services}.",
            services=words.listed(shown if more > 1 else names),
        )
    else:
        said = _("**Nothing is known to be short**, which is not to say that enough is there.")
    rest = len(found) - len(short) - len(met)
    silent = n_(
        "For {silent} of {count} measure of need against supply there is no answer.",
        "For {silent} of {count} measures of need against supply there is no answer.",
        len(found), count=words.counted(len(found)), silent=rest,
    )  # fmt: skip
    return f"{said} {silent}"


def section(profile: Profile, key: str) -> Section:
    """A section by its key; StopIteration where there is none."""
    return next(each for each in profile.sections if each.key == key)
