"""The catalogue of digital services: a card a service, nothing scored."""

from collections.abc import Hashable
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analysis.practice import CRITERIA, MET, NOT_MET
from ui import words
from ui.address import source_link
from ui.digital.known import Services, catalogued
from ui.digital.sieve import filtered
from ui.digital.words import speaks, stated
from ui.language import _, n_, plural
from ui.store import Dataset, ask
from ui.words import SERVICES, counted, country, escaped

_PAGE = 12
_SERVICES = plural("{left} of {count} service", "{left} of {count} services")
_WITHOUT_EDITIONS = plural(
    "{left} of {count} service, without local editions of which nothing more is stated.",
    "{left} of {count} services, without local editions of which nothing more is stated.",
)


def catalogue(dataset: Dataset, services: Services, rows: pd.DataFrame) -> pd.DataFrame:
    """Draw the catalogue of `rows`; those that the filters leave, in its order."""
    st.markdown(f"### {_('A catalogue of practice')}")
    st.caption(
        _(
            "Each service by seven plain criteria, in the order of how many it is known to meet. "
            "What a page does not say is *not stated*: neither met nor missed. There is no score."
        )
    )
    if rows.empty:
        st.caption(_("No digital service is known here. Clear the territory to see the others."))
        return rows
    shown = catalogued(rows)
    left = filtered(shown)
    pair = _WITHOUT_EDITIONS if len(shown) < len(rows) else _SERVICES
    st.caption(n_(*pair, len(shown), left=words.number(len(left))))
    if left.empty:
        st.info(_("No service passes all of these filters. Take one of them out."))
    most = int(st.session_state.setdefault("cards", _PAGE))
    titles = ask(dataset, "source").set_index("source_id")
    with st.container(key="catalogue"):
        for service_id, row in zip(
            left.index[:most], left.head(most).to_dict("records"), strict=True
        ):
            _card(dataset, row, services.rows, str(service_id), titles)
    if len(left) > most:
        st.button(_("Show more ({count})", count=words.number(len(left) - most)), on_click=_more)
    return left


def _more() -> None:
    st.session_state["cards"] += 2 * _PAGE


def _card(
    dataset: Dataset,
    row: dict[Hashable, Any],
    every: pd.DataFrame,
    service_id: str,
    titles: pd.DataFrame,
) -> None:
    """One service: what it is, what it states, criteria, source."""
    with st.container(key=f"card_{service_id}"):
        place = escaped(_place(row))
        st.markdown(f"**{escaped(str(row['name']))}**  \n{SERVICES[str(row['service'])]} · {place}")
        said = " ".join([speaks(row), *stated(row)])
        editions = every[every["part_of"] == service_id]
        if len(editions):
            said += f" {_editions(editions)}"
        st.markdown(said)
        st.html(_criteria(row))
        st.caption(_source(dataset, row, titles))


def _place(row: dict[Hashable, Any]) -> str:
    name, nation = str(row["territory_name"]), country(str(row["country"]))
    return nation if row["level"] == 0 else f"{name}, {nation}"


def _editions(editions: pd.DataFrame) -> str:
    """Where local editions of a service are known."""
    names = sorted(set(editions["territory_name"].astype(str)))
    if len(names) > 12:
        return n_(
            "Known in {count} territory inside it.", "Known in {count} territories inside it.",
            len(names), count=counted(len(names)),
        )  # fmt: skip
    return _("Known in: {places}.", places=escaped(words.apart(names)))


def _criteria(row: dict[Hashable, Any]) -> str:
    """The criteria as a list; only constants of ours go into the markup."""
    items = []
    for each in CRITERIA:
        answer = row[f"is_{each.criterion_id}"]
        mark, said = {MET: ("met", _("yes")), NOT_MET: ("missed", _("no"))}.get(
            answer, ("open", _("not stated"))
        )
        title, label = (escape(_(text)) for text in (each.takes, each.label))
        items.append(
            f'<li class="gw-{mark}" title="{title}"><i></i>{words.labelled(label, said)}</li>'
        )
    return f"<ul class='gw-criteria' aria-label='{escape(_('Criteria'))}'>{''.join(items)}</ul>"


def _source(dataset: Dataset, row: dict[Hashable, Any], titles: pd.DataFrame) -> str:
    """Where a card is from: publisher, date, line, note."""
    source_id = str(row["source_id"])
    publisher = (
        escaped(_(str(titles.loc[source_id, "publisher"]))) if source_id in titles.index else ""
    )
    seen = words.day(str(row["period"])) if words.is_known(row["period"]) else _("undated")
    parts = [_(dataset.watermark)] if dataset.watermark else []
    parts += [f"[{publisher}]({source_link(source_id)})", seen]
    if words.is_known(row["source_line"]):
        parts.append(_("line {number}", number=int(row["source_line"])))
    if words.is_web(row["url"]):
        parts.append(f"[{_('its own address')}]({row['url']})")
    if row["obs_status"] == "U":
        parts.append(_("low reliability"))
    return " · ".join(parts)
