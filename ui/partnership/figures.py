"""The figures of the page's maps: each view gives every territory a value or none."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any

import pandas as pd

from analysis.participation import latest, seat_share
from analysis.partnership import ACTORS, types_known
from ui import words
from ui.area.spread import About, Spread, spread
from ui.language import _, later, per_language
from ui.partnership.choice import MISSING, NETWORK, SEATS, WHO, Choice
from ui.store import DEMONSTRATION, Dataset, ask

_MANY = (later("5 to 9"), later("10 to 19"), later("20 to 49"), later("50 and more"))
# View: unit, what hatched means, breaks, names of the classes.
_ABOUT: dict[str, tuple[str, str, tuple[float, ...], tuple[str, ...]]] = {
    WHO: (
        later("organisations known"), later("no organisation is known"),
        (1.0, 5.0, 10.0, 20.0, 50.0), (later("known to be none"), later("1 to 4"), *_MANY),
    ),
    MISSING: (
        later("types of actor known"), later("nobody lists the actors"),
        (1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
        (later("known to be none"), "1", "2", "3", "4", "5", later("6 or 7")),
    ),
    NETWORK: (
        later("pairs with a listed agreement"), later("no agreement is listed"),
        (2.0, 5.0, 10.0, 20.0, 50.0), ("1", later("2 to 4"), *_MANY),
    ),
    SEATS: (
        later("of the seats are newcomers'"), later("no body, or no count of its seats, is known"),
        (0.1, 10.0, 20.0, 30.0, 40.0),
        (later("none"), later("under 10 %"), later("10 to 20 %"), later("20 to 30 %"),
         later("30 to 40 %"), later("40 % and more")),
    ),
}  # fmt: skip


@per_language(64)
def spread_of(dataset: Dataset, choice: Choice) -> Spread:
    """The map of a choice; its frame is shared between reruns and is never written to."""
    unit, unknown, breaks, names = _ABOUT[choice.view]
    open_ended = _("only an interval is known") if choice.view == SEATS else ""
    about = About(
        choice.question(), _(unit), _(unknown), breaks,
        class_names=tuple(_(name) for name in names), cannot_tell=open_ended,
    )  # fmt: skip
    if choice.view in (WHO, MISSING):
        figures = _actors(dataset, choice)
    elif choice.view == NETWORK:
        figures = ask(dataset, "sharing", service=choice.service)
        figures["label"] = [words.number(each) for each in figures["value"]]
    else:
        figures = _seats(dataset)
    kinds = {DEMONSTRATION: "synthetic"}
    # A count of what lists hold is ours, whatever the lists are.
    figures["evidence"] = kinds.get(dataset.kind, "estimated")
    figures["obs_status"] = "A"
    return spread(dataset, choice.where, figures, about)


@lru_cache(maxsize=16)
def work_of(dataset: Dataset, service: str) -> pd.DataFrame:
    """Who is known to work where, on one service or any; never written to."""
    return ask(dataset, "actors_at_work", service=service)


@lru_cache(maxsize=4)
def lists_of(dataset: Dataset) -> pd.DataFrame:
    """What the lists cover; never written to."""
    return ask(dataset, "actor_list")


@lru_cache(maxsize=4)
def bodies_of(dataset: Dataset) -> pd.DataFrame:
    """Each body as of its latest period; never written to."""
    return latest(ask(dataset, "deciding_body"))


def _actors(dataset: Dataset, choice: Choice) -> pd.DataFrame:
    """Organisations, or types of actor, known in each territory."""
    work = work_of(dataset, choice.service)
    found = types_known(work, lists_of(dataset), choice.service).reset_index()
    origin = work.groupby("territory_id").agg(
        period=("period", "max"), source_id=("source_id", "first")
    )
    found = found.rename(columns={"value": "types", "upper": "types_possible"})
    found = found.merge(origin, on="territory_id", how="left", validate="1:1")
    shown = "types" if choice.view == MISSING else "organisations"
    return found.assign(
        value=found[shown].astype(float),
        label=[
            _types_of(each) if choice.view == MISSING else words.number(each)
            for each in found[shown]
        ],
    )


def _types_of(known: float) -> str:
    return _("{count} of {total}", count=words.number(known), total=len(ACTORS))


def _seats(dataset: Dataset) -> pd.DataFrame:
    """Newcomers' share of the seats of each territory's own bodies, and not of those inside."""
    bodies = bodies_of(dataset)
    found = seat_share(bodies).reset_index()
    origin = bodies.groupby("territory_id").agg(
        period=("period", "max"), source_id=("source_id", "first")
    )
    found = found.merge(origin, on="territory_id", how="left", validate="1:1")
    return found.assign(
        label=[_share(row) for row in found.to_dict("records")],
        cannot_tell=found["value"].isna() & found["lower"].notna(),
    )


def _share(row: dict[Hashable, Any]) -> str:
    """A share for the hover; an interval where newcomers' seats are not all counted."""
    if pd.notna(row["value"]):
        return f"{words.rate(row['value'])}{words.THIN}%"
    if pd.notna(row["lower"]):
        return _(
            "{first} to {last}",
            first=words.rate(row["lower"]), last=f"{words.rate(row['upper'])}{words.THIN}%",
        )  # fmt: skip
    return _("unknown")
