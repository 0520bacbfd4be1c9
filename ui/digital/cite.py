"""How the Digital page's figures are worked out, and where they are from."""

import streamlit as st

from analysis.practice import CRITERIA
from ui.address import source_link
from ui.digital.choice import LANGUAGES, ON_SITE, DigitalChoice
from ui.language import _, later
from ui.store import Dataset, ask
from ui.words import escaped

_LANGUAGES = later(
    "Newcomers are the refugees (with temporary protection), asylum-seekers and others in need of "
    "international protection whom UNHCR counts in a country of asylum, by country of origin. "
    "Nobody publishes their languages. Each country of origin's people are taken to use the "
    "languages of its population, in the shares of the Unicode Consortium's CLDR: an estimate, as "
    "minorities flee more often and a language CLDR does not list counts as not used there.\n\n"
    "One person may use several languages and nobody publishes how they overlap, so every figure "
    "is an interval: whom a set of languages reaches is at least its largest share and at most "
    "their sum. Languages do not add up. People whose country of origin is unknown are in the "
    "upper end only. A country's own official language counts as spoken.\n\n"
    "*No known service* means that every service known in the country lists its languages and "
    "this is not among them. Where one does not list them, it may speak any: cannot tell. Where "
    "no service is known, nothing is: services may exist that no page read here describes."
)
_ON_SITE = later(
    "A territory has a digital service where one serves it or some places in it. It has one on "
    "site where a place is known (protected places count at the level they may be shown at) or a "
    "publisher states service points. It is digital only where a publisher states 0 of them and "
    "no place is known. Course places say nothing of where a course is held and do not count."
)
_SERVICES = later(
    "A service counts in the territory it serves, in those inside it if it serves everybody "
    "there, and in those around it. Local editions count as one service. What is not known is "
    "left unknown: a territory without a known service may have some."
)


def method(choice: DigitalChoice) -> None:
    """The method of a view and the criteria of the catalogue."""
    st.markdown(_({LANGUAGES: _LANGUAGES, ON_SITE: _ON_SITE}.get(choice.view, _SERVICES)))
    st.markdown(f"###### {_('Criteria of good practice')}")
    st.markdown(
        "\n".join(f"- **{_(each.label)}**: {_(each.takes)}." for each in CRITERIA)
        + "\n\n"
        + _(
            "The criteria are Groundwork's own, after what the Action Plan asks of digital "
            "services. A service is met or missed by what its page states, never by a guess."
        )
    )


def sources(dataset: Dataset, source_ids: list[str]) -> None:
    """Each source with its licence and caveats."""
    st.markdown(f"###### {_('Sources')}")
    rows = ask(dataset, "source").set_index("source_id")
    for source_id in [each for each in rows.index if each in source_ids]:
        row = rows.loc[source_id]
        st.markdown(
            f"- **[{escaped(str(row['title']))}]({source_link(source_id)})**, "
            f"{escaped(str(row['publisher']))}. {_licence(str(row['licence']))} "
            f"{escaped(str(row['caveats'] or ''))}"
        )


def _licence(licence: str) -> str:
    return _("Licence: {licence}.", licence=escaped(licence))
