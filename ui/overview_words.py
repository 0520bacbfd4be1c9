"""What the first page says in sentences: its finding and its lead."""

from analysis.gap import CANNOT_TELL, MET, SHORT, UNKNOWN
from analysis.patchwork import RECENT_YEARS
from ui import words
from ui.address import link
from ui.overview import State


def title(state: State) -> str:
    """The finding of the page."""
    need, both = state.counted["need"].sum(), state.both["need"].sum()
    if state.counted.empty:
        return "How much capacity does Europe have? Nobody has counted the need yet."
    people = f"{words.short(need)} people in need of protection"
    if state.both.empty:
        return f"{people} in Europe, and no country's number of reception places is known"
    if need == both:
        return f"{people} in Europe live in countries whose number of reception places is known"
    return (
        f"{words.short(need - both)} of {people} in Europe live in countries whose number of "
        "reception places is unknown"
    )


def lead(state: State) -> str:
    """Two or three sentences: how many are known, what they say, what unknown means."""
    total, known = len(state.countries), len(state.with_places)
    unknown = state.answers(UNKNOWN)
    if not known:
        return (
            "This dataset holds no number of reception places for any country, so nothing can be "
            "held against the need. Choose another dataset in the sidebar, add figures of your "
            f"own, or see [who could publish them]({link('sources?kind=capacity')})."
        )
    said = [
        f"**{words.number(known)} of {words.number(total)} countries** have a number of reception "
        f"places, {words.number(len(state.recent(state.with_places)))} of them one from the last "
        f"{words.count_of(RECENT_YEARS, 'year')}."
    ]
    short, met = state.answers(SHORT), state.answers(MET)
    told = [
        f"{words.count_of(short, 'country')} {'is' if short == 1 else 'are'} short",
        f"{_alone(met)} {'has' if met == 1 else 'have'} enough",
    ]
    if unsure := state.answers(CANNOT_TELL):
        told.append(f"for {_alone(unsure)} the figures do not tell")
    if unknown:
        told.append(f"for {words.number(unknown)} nobody can say")
    said.append(f"Held against a place for every pending applicant, {words.listed(told)}.")
    said.append("Unknown is drawn as unknown, never as zero.")
    return " ".join(said)


def _alone(count: int) -> str:
    """A small count without its noun: 'ten'."""
    return words.count_of(count, "country").split()[0]
