"""What is known of each kind of data, as rows of a name, a bar and a count; a name is a link."""

from html import escape

import pandas as pd
import streamlit as st

from analysis.patchwork import BY_ID
from ui import address, words
from ui.known import Known, state_words
from ui.language import _, n_
from ui.palette import Palette

_ORDER = ("recent", "older", "larger", "missing")


def matrix(known: Known, palette: Palette) -> None:
    """One row a kind; only constants of ours and digits go into the markup."""
    states = known.states()
    fills = _fills(palette)
    label = _("Kinds of data, of {count} regions", count=words.number(len(known.rows)))
    rows = "".join(
        _row(str(kind_id), {state: int(count[state]) for state in _ORDER}, fills, palette.bar)
        for kind_id, count in states.loc[_most_first(states)].iterrows()
    )
    key = "".join(
        f"<span role='listitem'><i style='background:{fills[state]}'></i>"
        f"{escape(state_words(state), quote=False)}</span>"
        for state in _ORDER
    )
    st.html(
        f"<div class='gw-legend' role='list' aria-label='{escape(_('Legend'))}'>{key}</div>"
        f"<ul class='gw-known' aria-label='{escape(label)}'>{rows}</ul>"
    )


def _most_first(states: pd.DataFrame) -> list[str]:
    """Kinds by how many regions have a figure of their own, then by how many are recent."""
    order = states.assign(own=states["recent"] + states["older"])
    return list(order.sort_values(["own", "recent", "larger"], ascending=False).index)


def origin(known: Known) -> str:
    """What is counted, when, and where to look further, on one quiet line."""
    return " · ".join(
        [
            _(
                "The number at the end counts those with a figure of their own, of {count}",
                count=words.number(len(known.rows)),
            ),
            _("counted on {day}", day=words.day(f"{known.dataset.built:%Y-%m-%d}")),
            f"[{_('on the map, with every source')}]({address.link('sources')})",
        ]
    )


def _fills(palette: Palette) -> dict[str, str]:
    """The colours of the map of knowledge; what is missing is hatched as on the map."""
    low, middle, deep = palette.scale(3)
    hatch = f"repeating-linear-gradient(135deg,{palette.unknown} 0 3px,{palette.hatch} 3px 4.5px)"
    return {"recent": deep, "older": middle, "larger": low, "missing": hatch}


def _row(kind_id: str, count: dict[str, int], fills: dict[str, str], link: str) -> str:
    own = count["recent"] + count["older"]
    name = escape(_(BY_ID[kind_id].short), quote=False)
    page = address.link(f"sources?kind={kind_id}")
    said = escape(", ".join(f"{count[state]} {state_words(state)}" for state in _ORDER))
    bar = "".join(
        f"<i style='flex-grow:{count[state]};background:{fills[state]}'></i>"
        for state in _ORDER
        if count[state]
    )
    return (
        f"<li><a style='color:{link}' href='{page}'>{name}</a>"
        f"<span class='gw-bar' role='img' aria-label='{said}' title='{said}'>{bar}</span>"
        f"<b>{words.number(own)}</b></li>"
    )


def title(known: Known) -> str:
    """What the rows show, as a finding."""
    states, total = known.states(), len(known.rows)
    own = states["recent"] + states["older"]
    few = int((own * 10 < total).sum())
    noun = words.LEVEL_NOUN[known.level]
    if not few:
        return _(
            "What {count} {territories} know of themselves",
            count=words.number(total), territories=noun,
        )  # fmt: skip
    return n_(
        "For {count} kind of data out of {kinds}, fewer than one in ten of {total} {territories} "
        "has a figure of its own",
        "For {count} kinds of data out of {kinds}, fewer than one in ten of {total} {territories} "
        "has a figure of its own",
        few, count=words.counted(few), kinds=len(states), total=words.number(total),
        territories=noun,
    )  # fmt: skip
