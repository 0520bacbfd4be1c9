"""What to take away: a view with the controls of its page, or a table with its filters."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from ui import address
from ui.controls import One, select
from ui.language import _
from ui.out import views
from ui.out.tables import TABLES
from ui.out.taken import NotOfferedError, Offer, Parameter, Taken
from ui.store import Dataset
from ui.words import country

TABLE = "table."
_COUNTRIES = "in"


@dataclass(frozen=True)
class Choice:
    """A view or table by name (`gaps`, `table.observation`), and its filters that are not usual."""

    name: str
    filters: Mapping[str, str]

    @property
    def offer(self) -> Offer:
        """What is taken away."""
        return offers()[self.name]

    @property
    def is_view(self) -> bool:
        """Whether it is a page's view, not a table."""
        return self.name in views.VIEWS


def offers() -> dict[str, Offer]:
    """Views, then tables, by the name an address calls them."""
    return {**views.VIEWS, **{f"{TABLE}{name}": offer for name, offer in TABLES.items()}}


def label(name: str) -> str:
    """What a list calls it."""
    if name in views.VIEWS:
        page, title = _page(views.PAGE_OF[name]), _(views.VIEWS[name].title)
        return _("View · {page}: {title}", page=page, title=title)
    table = name.removeprefix(TABLE)
    return _("Table · {table}: {title}", table=table, title=_(TABLES[table].title))


def _page(page: str) -> str:
    """A page's title from its file's name."""
    return _("Action Plan") if page == "plan" else _(page.capitalize())


def choose(dataset: Dataset) -> Choice:
    """Draw what to take on the page and its filters in the sidebar, and read them."""
    name = select(
        One(
            _("What to take"), "take", list(offers()), label,
            _("A view is what a page shows, with the page's own controls. A table is a whole "
              "table of the dataset."),
            "gaps",
        )
    )  # fmt: skip
    if name in views.VIEWS:
        views.chosen_on_page(dataset, name)
        return Choice(name, views.filters_of(dataset, name, dict(st.query_params)))
    with st.sidebar:
        return Choice(name, _table_filters(dataset, offers()[name]))


def _table_filters(dataset: Dataset, offer: Offer) -> dict[str, str]:
    """A control for each filter of a table; those with a list offer it."""
    found: dict[str, str] = {}
    for parameter in offer.parameters(dataset, dict(st.query_params)):
        value = _control(parameter)
        if value:
            found[parameter.name] = value
    return found


def _control(parameter: Parameter) -> str:
    name, codes = parameter.name, list(parameter.allowed)
    if codes and parameter.several:
        chosen = st.multiselect(
            parameter.label, codes, placeholder=_("All"), help=parameter.about or None,
            format_func=country if name == _COUNTRIES else str, **address.several(name, codes),
        )  # fmt: skip
        return address.joined(chosen)
    if codes:
        options = ["", *codes]
        return st.selectbox(
            parameter.label, options, format_func=lambda code: code or _("All"),
            help=parameter.about or None, **address.one(name, options, ""),
        )  # fmt: skip
    return st.text_input(
        parameter.label, help=parameter.about or None, placeholder=_("All"), **address.text(name)
    ).strip()


def taken(dataset: Dataset, choice: Choice) -> Taken:
    """The rows asked for; where a filter cannot be read, say so and end."""
    try:
        return choice.offer.take(dataset, choice.filters)
    except NotOfferedError as error:
        st.error(str(error), icon=":material/error:")
        st.stop()


def back(choice: Choice) -> None:
    """The way back to the page of a view, with the same filters."""
    if not choice.is_view:
        return
    page = views.PAGE_OF[choice.name]
    query = f"?{urlencode(choice.filters)}" if choice.filters else ""
    label = _("See it on the page {page}", page=_page(page))
    st.markdown(f"[{label}]({address.link(f'{page}{query}')})")
