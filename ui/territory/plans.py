"""What plans that stand in the address would change in a territory: a section of its profile."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from ui.gap_territory import explained
from ui.language import _, later
from ui.scenario.choice import ScenarioChoice, choose
from ui.scenario.document import BASELINE
from ui.scenario.found import Scenario, scenario_of
from ui.scenario.panel import told
from ui.scenario.text import NAME
from ui.scenario.units import title
from ui.territory.asking import as_a_whole, choice_of, drawn, sources
from ui.territory.model import Link, Profile, Section

_AFTER = "supply"
_TITLE = later("What would close the gap here?")


def with_plans(profile: Profile, address: Mapping[str, str]) -> Profile:
    """The profile with a section on the plans of an address; as it is where there are none."""
    if not address.get(NAME):
        return profile
    filters = {name: address[name] for name in (*BASELINE, NAME) if address.get(name)}
    choice = choice_of(choose, profile.dataset, **filters)
    if not choice.plans:
        return profile
    found = _section(profile, choice, filters)
    parts = []
    for each in profile.sections:
        parts += [each, found] if each.key == _AFTER else [each]
    return replace(profile, sections=tuple(parts))


def _section(profile: Profile, choice: ScenarioChoice, filters: Mapping[str, str]) -> Section:
    """Today's answer, then a paragraph for each plan; of the larger territory that is drawn."""
    scenario = scenario_of(profile.dataset, choice)
    at = drawn(scenario.today.rows, profile.territory_id)
    link = Link(_("These plans on the page Scenario"),
                f"scenario?{urlencode({**filters, 'at': at or profile.territory_id})}")  # fmt: skip
    if at is None:
        said = _("**Not in this view**: the plans are tried on larger or on smaller territories.")
        return Section("plans", _(_TITLE), (said,), links=(link,))
    row = scenario.today.rows.loc[[at]].iloc[0].to_dict()
    whole = "" if at == profile.territory_id else as_a_whole(profile.dataset, at)
    return Section(
        "plans", _(_TITLE),
        (whole + _("Today: {answer}", answer=_today(scenario, at)), *_each(scenario, at)),
        links=(link,), more_sources=sources(row["need_source_id"], row["capacity_source_id"]),
        note=_("Measured by: {norm}.", norm=_(choice.measured.standard.label)),
    )  # fmt: skip


def _today(scenario: Scenario, at: str) -> str:
    return explained(scenario.today, dict(scenario.today.rows.loc[[at]].iloc[0].to_dict()))[0]


def _each(scenario: Scenario, at: str) -> list[str]:
    """What each plan does there and what is so after it, in a paragraph that names the plan."""
    said = []
    for outcome in scenario.outcomes:
        name, paragraph = title(outcome.plan.name), " ".join(told(outcome, at))
        said.append(paragraph if paragraph.startswith(name) else f"{name}: {paragraph}")
    return said
