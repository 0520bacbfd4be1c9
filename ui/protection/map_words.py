"""What the Protection page says of its map, and of which steps are published at all."""

from analysis.funnel import STEPS
from ui import words
from ui.language import _, n_, per_language, plural
from ui.protection.choice import KINDS
from ui.protection.step_words import STEP_INSIDE
from ui.protection.view import View

_KNOWN = plural(
    "Known for {known} of {count} territory.", "Known for {known} of {count} territories."
)
_KNOWN_ON = plural(
    "Known for {known} of {count} territory, {day}.",
    "Known for {known} of {count} territories, {day}.",
)
_KNOWN_TOGETHER = plural(
    "Known for {known} of {count} territory, {day}, {together} together.",
    "Known for {known} of {count} territories, {day}, {together} together.",
)
_KNOWN_OF_YEARS = plural(
    "Known for {known} of {count} territory, figures of {first} to {last}: compare within a "
    "country only.",
    "Known for {known} of {count} territories, figures of {first} to {last}: compare within a "
    "country only.",
)


def map_title(view: View) -> str:
    """What the map shows, and what kind of figure that is."""
    if not view.choice.measure:
        return _("People who surely do not come through, of all counted")
    return f"{words.escaped(view.choice.told('label'))}: {KINDS[view.choice.of('kind')]}"


def map_note(view: View) -> str:
    """How to read the map, in a sentence."""
    if not view.choice.measure:
        return _(
            "The deeper the colour, the larger the part of the people counted who surely do not "
            "get to an arrangement that lasts."
        )
    said = [words.escaped(view.choice.told("definition"))]
    if view.per_resident:
        million = view.choice.per == 1_000_000
        said.append(_("Per million residents.") if million else _("Per 100,000 residents."))
    elif not _is_share(view):
        said.append(_("Per resident all are nearly the same, so the colour is the number itself."))
    return " ".join([*said, _known_on_map(view)])


def _known_on_map(view: View) -> str:
    """For how many territories the map's figure is known, of when, and their sum where one is."""
    known, drawn = view.shown.known, len(view.shown.rows)
    if known.empty:
        return _("Known for none of the territories drawn.")
    figures = {"known": words.number(len(known)), "count": words.counted(drawn)}
    periods = sorted(known["period"].astype(str).unique())
    years = sorted({period[:4] for period in periods})
    if len(years) > 1:
        return n_(*_KNOWN_OF_YEARS, drawn, first=years[0], last=years[-1], **figures)
    if len(periods) > 1:
        return n_(*_KNOWN, drawn, **figures)
    day = words.day(periods[0])
    # One country on one day adds up; countries count differently.
    if known["country"].nunique() == 1 and not _is_share(view):
        together = words.number(float(known["count"].sum()))
        return n_(*_KNOWN_TOGETHER, drawn, day=day, together=together, **figures)
    return n_(*_KNOWN_ON, drawn, day=day, **figures)


def _is_share(view: View) -> bool:
    return view.choice.of("unit").startswith("percent")


@per_language(64)
def plainly(view: View) -> str:
    """Which steps Europe publishes, and which nobody does."""
    total = len(view.narrow.rows)
    figures = view.inputs[view.inputs["territory_id"].isin(view.narrow.rows.index)]
    own_figure = figures.groupby("step")["territory_id"].nunique()
    told = [f"{STEP_INSIDE[step]} {words.number(int(own_figure.get(step, 0)))}" for step in STEPS]
    return _(
        "Territories with a figure of their own, of {total}: {steps}.",
        total=words.number(total), steps=", ".join(told),
    )  # fmt: skip
