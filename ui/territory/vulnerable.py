"""How vulnerable groups are protected in a territory: the funnel of each, and what is counted."""

from analysis.funnel import PEOPLE
from analysis.funnel_inputs import FINEST, GROUPS
from analysis.safeguards import UNKNOWN
from ui import words
from ui.cased import begins
from ui.language import _, later
from ui.protection import ratios
from ui.protection import words as said
from ui.protection.choice import NARROWEST, choose
from ui.protection.view import View, view_of
from ui.store import Dataset
from ui.territory.asking import choice_of, number, page, sources, text
from ui.territory.counted import HEADS, Counted, figure, line
from ui.territory.model import Figure, Link, Section, Table

_MOST = 10
_FUNNEL = (
    later("Group"), later("People"),
    later("Where protection narrows, and what is not published"),
)  # fmt: skip


def vulnerable(dataset: Dataset, at: str, level: int, found: list[Counted]) -> Section:
    """Each group's funnel in words; those whom nobody counts in one sentence."""
    views = {group: _view(dataset, group) for group in GROUPS if level <= FINEST[group]}
    told = {group: said.territory(view, at) for group, view in views.items()}
    known = [group for group, view in views.items() if _is_counted(view, at)]
    # No finer than the page tells: a count of a small region could give a shelter away.
    rows = [each for each in found if each.group_id in views and each.kind != "key"]
    tables = []
    if known:
        lines = tuple(_line(group, told[group]) for group in known)
        tables.append(Table(_("Where protection narrows, by group"), tuple(map(_, _FUNNEL)), lines))
    if rows:
        lines = tuple(line(each) for each in rows[:_MOST])
        caption = _("What is counted for vulnerable groups")
        if len(rows) > len(lines):
            caption = _(
                "What is counted for vulnerable groups, {count} of {all}",
                count=words.number(len(lines)), all=words.number(len(rows)),
            )  # fmt: skip
        tables.append(Table(caption, tuple(map(_, HEADS)), lines, right=(1,)))
    links = [
        Link(_("Protection of {group}", group=words.GROUP_WORDS[group]),
             page("protection", at, level, whom=group, show=NARROWEST))
        for group in (known or list(GROUPS)[:1])
    ]  # fmt: skip
    return Section(
        "vulnerable", _("Are vulnerable people protected?"),
        (*_uncounted(list(views), known), *_too_fine(level), *_norms(dataset, at, known)),
        tables=tuple(tables),
        figures=(*(_people(views[group], group, at, level) for group in views),
                 *(figure(each, at, level) for each in rows)),
        links=tuple(links),
        note=_("Counts of sensitive groups are rounded to 5; totals may not add up."),
    )  # fmt: skip


def _view(dataset: Dataset, group: str) -> View:
    # The funnels are those of every territory, at whichever level the map is drawn.
    filters = {"whom": group, "show": NARROWEST, "level": "0"}
    return view_of(dataset, choice_of(choose, dataset, **filters))


def _is_counted(view: View, at: str) -> bool:
    return bool(words.is_known(view.steps_of(at)["upper"][PEOPLE]))


def _line(group: str, told: list[str]) -> tuple[str, ...]:
    name = words.GROUP_WORDS[group]
    return (begins(name), told[0], " ".join(told[1:]))


def _uncounted(asked: list[str], known: list[str]) -> list[str]:
    """For whom the funnel can be drawn, and whom nobody counts."""
    lacking = [words.GROUP_WORDS[group] for group in asked if group not in known]
    lines = []
    if known:
        names = words.listed([words.GROUP_WORDS[group] for group in known])
        lines.append(
            _("Here {groups} are counted, so it can be asked where they are lost.", groups=names)
        )
    if lacking:
        lines.append(
            _(
                "**Unknown**: nobody publishes how many {groups} there are here, so whether they "
                "are protected cannot be told.",
                groups=words.listed(lacking),
            )
        )
    return lines


def _too_fine(level: int) -> list[str]:
    """Groups whose shelters are told of for larger territories only."""
    kept = [words.GROUP_WORDS[group] for group in GROUPS if level > FINEST[group]]
    if not kept:
        return []
    return [
        _(
            "For {groups} nothing is told of territories this small, so that no shelter can be "
            "found out.",
            groups=words.listed(kept),
        )
    ]


def _norms(dataset: Dataset, at: str, known: list[str]) -> list[str]:
    """Guardians, staff and places against their norms, where they can be told."""
    lines = []
    for group in known:
        for ratio in ratios.asked_of(group, at[:2]):
            answers = ratios.ratios_of(dataset, group, ratio)["answer"]
            if answers.get(at, UNKNOWN) != UNKNOWN:
                lines.append(ratios.sentence(dataset, group, at, ratio))
    return lines


def _people(view: View, group: str, at: str, level: int) -> Figure:
    """The first step of the funnel: how many there are."""
    step = view.steps_of(at).loc[PEOPLE]
    inputs = view.inputs
    here = inputs[(inputs["territory_id"] == at) & (inputs["step"] == PEOPLE)]
    row = here.iloc[0].to_dict() if len(here) else {}
    low, high = number(step.to_dict(), "lower"), number(step.to_dict(), "upper")
    known = words.is_known(high)
    return Figure(
        f"{words.GROUP_WORDS[group]} counted, as the funnel takes them".capitalize(), "persons",
        low if known and low == high else float("nan"),
        low if known else float("nan"), high, group, text(row, "period"),
        (text(row, "obs_status") or "L") if known else "L",
        text(row, "evidence") if known else "", source_ids=sources(row.get("source_id")),
        page=page("protection", at, level, whom=group, show=NARROWEST),
    )  # fmt: skip
