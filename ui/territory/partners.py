"""Who works in a territory and who decides; who sponsors there."""

from analysis.partnership import EVERY_SERVICE
from ui import words
from ui.language import _
from ui.partnership import sentences
from ui.partnership.here import Here
from ui.partnership.here import here as known_here
from ui.sponsorship.choice import ARRIVALS, GROUPS, PLEDGED, SHOWN, choose
from ui.sponsorship.figures import COUNTED, found_of
from ui.sponsorship.sentences import sentences as sponsored
from ui.store import DEMONSTRATION, Dataset, ask
from ui.territory.asking import choice_of, number, page, sources, text
from ui.territory.model import Figure, Link, Section


def partners(dataset: Dataset, at: str, level: int, place: str) -> Section:
    """Who does what, who is missing, which bodies decide and who sits in them."""
    here = known_here(dataset, at, place, EVERY_SERVICE)
    said = [
        f"{sentences.at_work(here)} {sentences.levels(here)}".strip(),
        " ".join(sentences.missing(here)), sentences.sharing(here),
        " ".join(sentences.bodies(here)),
    ]  # fmt: skip
    return Section(
        "partners", _("Who works with whom, and do newcomers decide?"),
        tuple(each for each in said if each),
        figures=(_organisations(dataset, here, at, level), *_seats(here, at, level)),
        links=(Link(_("Organisations, lists and bodies on the page Partnership"),
                    page("partnership", at, level)),),
        note=sentences.what_lists_say(here),
        more_sources=sources(*here.work["source_id"], *here.lists["source_id"],
                             *here.bodies["source_id"], *here.agreements["source_id"]),
    )  # fmt: skip


def _organisations(dataset: Dataset, here: Here, at: str, level: int) -> Figure:
    """Organisations known to be at work; what lists hold is never all there are."""
    known = len(here.organisations)
    made = "synthetic" if dataset.kind == DEMONSTRATION else "estimated"
    last = here.work["last_period"].dropna()
    return Figure(
        "Organisations known to be at work", "organisations",
        float(known) if known else float("nan"), group_id="all",
        period=str(last.max()) if len(last) else "",
        obs_status="A" if known else "L", evidence=made if known else "",
        source_ids=sources(*here.work["source_id"]), page=page("partnership", at, level),
    )  # fmt: skip


def _seats(here: Here, at: str, level: int) -> list[Figure]:
    """Seats of newcomers in each body of the territory itself."""
    own = here.bodies[here.bodies["territory_id"] == at]
    return [
        Figure(
            f"Newcomers' seats: {row['name']}", "seats", number(row, "newcomer_seats"),
            group_id="all", period=text(row, "period"),
            obs_status="A" if words.is_known(row["newcomer_seats"]) else "L",
            evidence=text(row, "evidence"), source_ids=sources(row["source_id"]),
            page=page("partnership", at, level, view="seats"),
        )
        for row in own.to_dict("records")
    ]  # fmt: skip


def sponsorship(dataset: Dataset, at: str, level: int) -> Section:
    """Who arrived through sponsors, who sponsors, what is pledged."""
    choice = choice_of(choose, dataset, level=str(level))
    if not choice.schemes:
        return Section(
            "sponsorship", _("Does anybody sponsor newcomers?"),
            (_("**Unknown**: no scheme of sponsorship is in this dataset."),),
        )  # fmt: skip
    figures = []
    for show in (ARRIVALS, GROUPS, PLEDGED):
        found = found_of(dataset, show, choice.schemes, choice.year).set_index("territory_id")
        row = found.loc[[at]].iloc[0].to_dict() if at in found.index else {}
        known = words.is_known(row.get("count"))
        figures.append(
            Figure(
                f"Community sponsorship: {words.inside(SHOWN[show])}", COUNTED[show][1],
                number(row, "count"), number(row, "lower_count"), number(row, "upper_count"),
                "all", text(row, "period"), (text(row, "obs_status") or "A") if known else "L",
                text(row, "evidence") if known else "",
                source_ids=sources(row.get("source_ids"), row.get("source_id")),
                page=page("sponsorship", at, level, show=show),
            )
        )  # fmt: skip
    own = ask(dataset, "sponsorship")
    own = own[(own["territory_id"] == at) & own["scheme_id"].isin(choice.schemes)]
    return Section(
        "sponsorship", _("Does anybody sponsor newcomers?"),
        tuple(sponsored(dataset, choice, at)),
        figures=tuple(figures),
        links=(Link(_("Schemes, groups and pledges on the page Sponsorship"),
                    page("sponsorship", at, level)),),
        more_sources=sources(*own["source_id"]),
    )  # fmt: skip
