"""One territory on the Digital page, in sentences before figures."""

import pandas as pd
import streamlit as st

from analysis import languages as spoken
from analysis.digital_reach import BOTH, DIGITAL_ONLY, NOT_TOLD
from ui import chosen, words
from ui.area.spread import Spread
from ui.digital.choice import LANGUAGES, ON_SITE, DigitalChoice
from ui.digital.finding import WHO
from ui.digital.known import Services, Tongues
from ui.digital.words import language, languages, people, percent, speaks
from ui.words import SERVICES, count_of

_MOST = 5
# That at most so many percent are left out is no news.
_SAYS_NOTHING = 99.5


def explain(
    spread: Spread, choice: DigitalChoice, services: Services, tongues: Tongues, at: str
) -> None:
    """What is known of one territory, and what to ask for."""
    row = spread.rows.loc[[at]].iloc[0]
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### {words.escaped(str(row['place']))}", width="content")
        st.button("Clear", type="tertiary", on_click=chosen.choose, args=(None,))
    here = services.at(at)
    if choice.view == ON_SITE:
        here = here[here["service"] == choice.term]
    st.markdown("\n\n".join([*_of_view(row, choice, tongues, at), *of_services(here, at)]))


def _of_view(row: pd.Series, choice: DigitalChoice, tongues: Tongues, at: str) -> list[str]:
    if choice.view == LANGUAGES:
        return newcomers(row, tongues, at, choice.period)
    return _on_site(row, choice.term) if choice.view == ON_SITE else []


def newcomers(row: pd.Series, tongues: Tongues, at: str, period: str) -> list[str]:
    """Who lives here, whom known languages leave out, and what one language more would do."""
    if at not in tongues.reach.index:
        return ["**Unknown**: nobody says where newcomers here are from."]
    voices, origins = tongues.voices[at], tongues.origins[tongues.origins["territory_id"] == at]
    who = (
        f"{words.short(float(row['persons']))} newcomers are counted here, by "
        f"{count_of(len(origins), 'country')} of origin ({period})."
    )
    own = f" or {languages(voices.own)}" if voices.own else ""
    if voices.services == 0:
        return ["**Unknown**: no digital service is known here, which is not none.", who]
    if voices.listed:
        share = percent(float(row["lower"]), float(row["upper"]))
        said = f"**{share} of newcomers speak no language of a known service{own}.**"
    else:
        said = (
            "**Cannot tell**: a service known here does not list the languages it speaks, so it "
            "may speak any."
        )
        if float(row["upper"]) <= _SAYS_NOTHING:
            most = f"{words.rate(float(row['upper']))}{words.THIN}%"
            said += f" At most {most} of newcomers are left out."
    return [said, who, _gains(origins, tongues, voices)]


def _gains(origins: pd.DataFrame, tongues: Tongues, voices: spoken.Voices) -> str:
    """What to ask for first: the languages that would reach most people more."""
    found = spoken.gains(origins, tongues.able, voices.all)
    middle = (found["lower"] + found["upper"]).sort_values(ascending=False)
    top = found.loc[middle.index].head(_MOST)
    if top.empty:
        return ""
    lines = [
        f"{i}. {language(str(code))}: {people(float(low), float(high))} people"
        for i, (code, low, high) in enumerate(
            zip(top.index, top["lower"], top["upper"], strict=True), 1
        )
    ]
    lead = "Languages no known service speaks, by whom each would reach in addition:"
    if not voices.listed:
        lead = "Languages to ask for first, by whom each would reach in addition, if not spoken:"
    return "\n".join([lead, "", *lines])


def _on_site(row: pd.Series, term: str) -> list[str]:
    what = SERVICES[term].lower()
    state = row["state"]
    if state == DIGITAL_ONLY:
        label = str(row["stated_label"]).lower()
        return [
            f"**Digital only**: a digital service for {what} is known, and a publisher states "
            f"0 {label} ({words.day(str(row['period']))})."
        ]
    if state == BOTH:
        return [f"**On site too**: {_places(row)}."]
    if state == NOT_TOLD:
        return [
            f"**Cannot tell**: a digital service for {what} is known; nobody says what is on "
            "site here."
        ]
    return [f"**Unknown**: no digital service for {what} is known here, which is not none."]


def _places(row: pd.Series) -> str:
    parts = []
    if words.is_known(row["sites"]) and row["sites"] > 0:
        parts.append(f"{count_of(int(row['sites']), 'place')} known")
    if words.is_known(row["stated"]) and row["stated"] > 0:
        when = words.day(str(row["period"])) if words.is_known(row["period"]) else "undated"
        parts.append(f"{words.number(row['stated'])} {str(row['stated_label']).lower()} ({when})")
    return "; ".join(parts)


def of_services(here: pd.DataFrame, at: str) -> list[str]:
    """The services people here can use, and their languages."""
    if here.empty:
        return [WHO]
    lines = []
    around = [at.startswith(str(code)) for code in here["territory_id"]]
    serving = here[pd.Series(around, index=here.index, dtype=bool)]
    # The nearest first: the territory's own, then those of larger ones around it.
    nearest = (
        serving["territory_id"].astype(str).str.len().sort_values(ascending=False, kind="stable")
    )
    shown = serving.loc[nearest.index].head(_MOST)
    for row in shown.to_dict("records"):
        of = SERVICES[str(row["service"])].lower()
        lines.append(f"- **{words.escaped(str(row['name']))}**, {of}. {speaks(row)}")
    if inside := len(here) - len(serving):
        lines.append(f"- and {words.number(inside)} for places in it, in the catalogue below.")
    if more := len(serving) - len(shown):
        lines.append(f"- and {words.number(more)} more, in the catalogue below.")
    return ["Digital services known here:\n" + "\n".join(lines)]
