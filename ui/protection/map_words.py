"""What the Protection page says of its map, and of which steps are published at all."""

from functools import lru_cache

from analysis.funnel import STEPS
from ui import words
from ui.protection.choice import KINDS
from ui.protection.step_words import STEP_LABELS
from ui.protection.view import View


def map_title(view: View) -> str:
    """What the map shows, and what kind of figure that is."""
    if not view.choice.measure:
        return "People who surely do not come through, of all counted"
    return f"{words.escaped(view.choice.of('label'))}: {KINDS[view.choice.of('kind')]}"


def map_note(view: View) -> str:
    """How to read the map, in a sentence."""
    if not view.choice.measure:
        return (
            "The deeper the colour, the larger the part of the people counted who surely do not "
            "get to an arrangement that lasts."
        )
    unit = f" Per {view.choice.per_words} residents." if view.per_resident else ""
    if not view.per_resident and not _is_share(view):
        unit = " Per resident all are nearly the same, so the colour is the number itself."
    return f"{words.escaped(view.choice.of('definition'))}{unit}{_known_on_map(view)}"


def _known_on_map(view: View) -> str:
    """For how many territories the map's figure is known, of when, and their sum where one is."""
    known = view.shown.known
    if known.empty:
        return " Known for none of the territories drawn."
    said = (
        f" Known for {words.number(len(known))} of "
        f"{words.count_of(len(view.shown.rows), 'territory')}"
    )
    periods = sorted(known["period"].astype(str).unique())
    years = sorted({period[:4] for period in periods})
    said += f", {words.day(periods[0])}" if len(periods) == 1 else ""
    if len(years) > 1:
        said += f", figures of {years[0]} to {years[-1]}: compare within a country only"
    # One country on one day adds up; countries count differently.
    if len(periods) == 1 and known["country"].nunique() == 1 and not _is_share(view):
        said += f", {words.number(float(known['count'].sum()))} together"
    return f"{said}."


def _is_share(view: View) -> bool:
    return view.choice.of("unit").startswith("percent")


@lru_cache(maxsize=64)
def plainly(view: View) -> str:
    """Which steps Europe publishes, and which nobody does."""
    total = len(view.narrow.rows)
    figures = view.inputs[view.inputs["territory_id"].isin(view.narrow.rows.index)]
    own_figure = figures.groupby("step")["territory_id"].nunique()
    told = [
        f"{STEP_LABELS[step].lower()} {words.number(int(own_figure.get(step, 0)))}"
        for step in STEPS
    ]
    return f"Territories with a figure of their own, of {words.number(total)}: {', '.join(told)}."
