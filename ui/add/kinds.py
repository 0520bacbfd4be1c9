"""What a row of a planner's spreadsheet may be, in her words, and where it is then seen."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from ui import address
from ui.language import _, later


@dataclass(frozen=True)
class Kind:
    """What a row is: the table it belongs to and the page that draws it.

    `asks` is the name the loader knows it by, where that says more than the table: a service
    point is a facility of one kind.
    """

    key: str
    label: str
    table: str
    about: str
    page: str
    asks: str = ""

    @property
    def name(self) -> str:
        """What the loader is asked to read a file as."""
        return self.asks or self.table


KINDS: tuple[Kind, ...] = (
    Kind(
        "places",
        later("Reception places of a territory"),
        "observation",
        later("How many reception places a region has on a day, for whom."),
        "figures",
        "reception_capacity",
    ),
    Kind(
        "figure",
        later("Another figure of a territory"),
        "observation",
        later(
            "Any measure Groundwork knows, of a region and period: people hosted, places asked "
            "for, course places and so on."
        ),
        "figures",
    ),
    Kind(
        "centre",
        later("A reception centre"),
        "facility",
        later("One place where newcomers live, with its coordinates and, where known, its places."),
        "reach",
        "reception_centres",
    ),
    Kind(
        "service",
        later("A service point"),
        "facility",
        later(
            "One place that offers a service: language course, legal aid, counselling and so on."
        ),
        "digital",
        "services",
    ),
    Kind(
        "digital",
        later("A digital service"),
        "digital_service",
        later(
            "One app, portal or hotline: what it helps with, in which languages, for which "
            "territory."
        ),
        "digital",
    ),
    Kind(
        "organisation",
        later("An organisation"),
        "organisation",
        later("One actor: authority, NGO, refugee-led organisation, employer, faith community."),
        "partnership",
    ),
    Kind(
        "activity",
        later("Who works on what, where"),
        "activity",
        later(
            "One organisation at work on one service in one territory. The organisations must be "
            "known here or be added first."
        ),
        "partnership",
    ),
    Kind(
        "partnership",
        later("A partnership"),
        "partnership",
        later(
            "One agreement between two organisations. Both must be known here or be added first."
        ),
        "partnership",
    ),
    Kind(
        "participation",
        later("A body in which newcomers take part"),
        "participation",
        later("One body that decides: its seats, those held by newcomers, its power to decide."),
        "partnership",
    ),
    Kind(
        "consultation",
        later("A consultation"),
        "consultation",
        later("Who asked whom about what, how many replied, what became of it."),
        "partnership",
    ),
    Kind(
        "sponsorship",
        later("Sponsorship in a territory"),
        "sponsorship",
        later(
            "Sponsor groups, places pledged and people arrived under one scheme in one territory."
        ),
        "sponsorship",
    ),
    Kind(
        "scheme",
        later("A sponsorship scheme"),
        "scheme",
        later("One scheme or pathway: its name, country, kind and dates."),
        "sponsorship",
    ),
    Kind(
        "scheme_rule",
        later("A rule of a scheme"),
        "scheme_rule",
        later("One rule a scheme lays down: people in a group, months of support."),
        "sponsorship",
    ),
    Kind(
        "funding",
        later("Money for a territory"),
        "funding",
        later("What one fund committed or paid for one objective in one territory and period."),
        "funds",
    ),
    Kind(
        "actor_list",
        later("How complete a list of organisations is"),
        "actor_list",
        later(
            "Which type of actor a list covers, where, and whether it names every one of them. "
            "Only a complete list can show that there is none."
        ),
        "partnership",
    ),
)
BY_KEY: Mapping[str, Kind] = {kind.key: kind for kind in KINDS}


# What a row of a table is where it may be of several kinds.
_GENERAL = {"observation": later("A figure of a territory"), "facility": later("A place")}


def of_table(table: str) -> Kind | None:
    """The most general kind of row of a table; None where users cannot bring any."""
    found = [kind for kind in KINDS if kind.table == table]
    return min(found, key=lambda kind: len(kind.asks)) if found else None


def label_of(table: str) -> str:
    """What a row of a table is, whichever kind of row it was added as.

    >>> label_of("observation"), label_of("funding")
    ('A figure of a territory', 'Money for a territory')
    """
    kind = of_table(table)
    return _(_GENERAL.get(table) or (kind.label if kind else table))


def choose() -> Kind:
    """Draw the choice of what a row is, and read it; it is in the address."""
    keys = list(BY_KEY)
    left, right = st.columns([1, 1.3], gap="medium", vertical_alignment="bottom")
    with left:
        kind = BY_KEY[
            st.selectbox(
                _("One row of my file is"),
                keys,
                format_func=lambda key: _(BY_KEY[key].label),
                help=_("Which table the rows go to, and so which columns are looked for."),
                **address.one("as", keys, keys[0]),
            )
        ]
    right.caption(_(kind.about))
    return kind
