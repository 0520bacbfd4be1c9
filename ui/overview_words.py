"""What the first page says in sentences: its finding and its lead."""

from analysis.gap import CANNOT_TELL, MET, SHORT, UNKNOWN
from analysis.patchwork import RECENT_YEARS
from ui import words
from ui.address import link
from ui.language import _, n_
from ui.overview import State


def title(state: State) -> str:
    """The finding of the page."""
    need, both = state.counted["need"].sum(), state.both["need"].sum()
    if state.counted.empty:
        return _("How much capacity does Europe have? Nobody has counted the need yet.")
    if state.both.empty:
        return _(
            "{count} people in need of protection in Europe, and no country's number of reception "
            "places is known",
            count=words.short(need),
        )
    if need == both:
        return _(
            "{count} people in need of protection in Europe live in countries whose number of "
            "reception places is known",
            count=words.short(need),
        )
    return _(
        "{count} of {all} people in need of protection in Europe live in countries whose number "
        "of reception places is unknown",
        count=words.short(need - both), all=words.short(need),
    )  # fmt: skip


def lead(state: State) -> str:
    """Two or three sentences: how many are known, what they say, what unknown means."""
    total, known = len(state.countries), len(state.with_places)
    unknown = state.answers(UNKNOWN)
    if not known:
        return _(
            "This dataset holds no number of reception places for any country, so nothing can be "
            "held against the need. Choose another dataset in the sidebar, add figures of your "
            "own, or see [who could publish them]({page}).",
            page=link("sources?kind=capacity"),
        )
    have = n_(
        "**{known} of {all} countries** have a number of reception places, {recent} of them one "
        "from the last {count} year.",
        "**{known} of {all} countries** have a number of reception places, {recent} of them one "
        "from the last {count} years.",
        RECENT_YEARS, count=words.counted(RECENT_YEARS), known=words.number(known),
        all=words.number(total), recent=words.number(len(state.recent(state.with_places))),
    )  # fmt: skip
    held = _(
        "Held against a place for every pending applicant, {answers}.",
        answers=words.listed(_answers(state, unknown)),
    )
    return f"{have} {held} " + _("Unknown is drawn as unknown, never as zero.")


def _answers(state: State, unknown: int) -> list[str]:
    """How many countries are short, have enough, do not tell; for how many nobody can say."""
    short, met = state.answers(SHORT), state.answers(MET)
    told = [
        n_(
            "{count} country is short", "{count} countries are short",
            short, count=words.counted(short),
        ),
        n_("{count} has enough", "{count} have enough", met, count=words.counted(met)),
    ]  # fmt: skip
    if unsure := state.answers(CANNOT_TELL):
        told.append(
            n_(
                "for {count} the figures do not tell", "for {count} the figures do not tell",
                unsure, count=words.counted(unsure),
            )
        )  # fmt: skip
    if unknown:
        told.append(n_("for {count} nobody can say", "for {count} nobody can say", unknown))
    return told
