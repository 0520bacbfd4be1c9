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
from ui.digital.words import inside, language, languages, people, percent, speaks
from ui.language import _, n_
from ui.words import SERVICE_WORDS, counted

_MOST = 5
# That at most so many percent are left out is no news.
_SAYS_NOTHING = 99.5


def explain(
    spread: Spread, choice: DigitalChoice, services: Services, tongues: Tongues, at: str
) -> None:
    """What is known of one territory, and what to ask for."""
    row = spread.rows.loc[[at]].iloc[0]
    chosen.heading(spread.dataset, at, str(row["place"]))
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
        return [_("**Unknown**: nobody says where newcomers here are from.")]
    voices, origins = tongues.voices[at], tongues.origins[tongues.origins["territory_id"] == at]
    who = n_(
        "{people} newcomers are counted here, by {count} country of origin ({period}).",
        "{people} newcomers are counted here, by {count} countries of origin ({period}).",
        len(origins), count=counted(len(origins)), people=words.short(float(row["persons"])),
        period=period,
    )  # fmt: skip
    if voices.services == 0:
        return [_("**Unknown**: no digital service is known here, which is not none."), who]
    if voices.listed:
        share = percent(float(row["lower"]), float(row["upper"]))
        said = (
            _("**{share} of newcomers speak no language of a known service or {languages}.**",
              share=share, languages=languages(voices.own))
            if voices.own
            else _("**{share} of newcomers speak no language of a known service.**", share=share)
        )  # fmt: skip
    else:
        said = _(
            "**Cannot tell**: a service known here does not list the languages it speaks, so it "
            "may speak any."
        )
        if float(row["upper"]) <= _SAYS_NOTHING:
            most = f"{words.rate(float(row['upper']))}{words.THIN}%"
            said += " " + _("At most {share} of newcomers are left out.", share=most)
    return [said, who, _gains(origins, tongues, voices)]


def _gains(origins: pd.DataFrame, tongues: Tongues, voices: spoken.Voices) -> str:
    """What to ask for first: the languages that would reach most people more."""
    found = spoken.gains(origins, tongues.able, voices.all)
    middle = (found["lower"] + found["upper"]).sort_values(ascending=False)
    top = found.loc[middle.index].head(_MOST)
    if top.empty:
        return ""
    lines = [
        f"{i}. "
        + _(
            "{language}: {count} people",
            language=language(str(code)),
            count=people(float(low), float(high)),
        )
        for i, (code, low, high) in enumerate(
            zip(top.index, top["lower"], top["upper"], strict=True), 1
        )
    ]
    lead = _("Languages no known service speaks, by whom each would reach in addition:")
    if not voices.listed:
        lead = _("Languages to ask for first, by whom each would reach in addition, if not spoken:")
    return "\n".join([lead, "", *lines])


def _on_site(row: pd.Series, term: str) -> list[str]:
    what = SERVICE_WORDS[term]
    state = row["state"]
    if state == DIGITAL_ONLY:
        return [
            _("**Digital only**: a digital service for {service} is known, and a publisher states "
              "0 {places} ({day}).",
              service=what, places=inside(_(str(row["stated_label"]))),
              day=words.day(str(row["period"])))
        ]  # fmt: skip
    if state == BOTH:
        return [_("**On site too**: {places}.", places=_places(row))]
    if state == NOT_TOLD:
        return [
            _("**Cannot tell**: a digital service for {service} is known; nobody says what is on "
              "site here.", service=what)
        ]  # fmt: skip
    return [
        _("**Unknown**: no digital service for {service} is known here, which is not none.",
          service=what)
    ]  # fmt: skip


def _places(row: pd.Series) -> str:
    parts = []
    if words.is_known(row["sites"]) and row["sites"] > 0:
        sites = int(row["sites"])
        parts.append(n_("{count} place known", "{count} places known", sites, count=counted(sites)))
    if words.is_known(row["stated"]) and row["stated"] > 0:
        when = words.day(str(row["period"])) if words.is_known(row["period"]) else _("undated")
        parts.append(
            f"{words.number(row['stated'])} {inside(_(str(row['stated_label'])))} ({when})"
        )
    return "; ".join(parts)


def of_services(here: pd.DataFrame, at: str) -> list[str]:
    """The services people here can use, and their languages."""
    if here.empty:
        return [_(WHO)]
    lines = []
    around = [at.startswith(str(code)) for code in here["territory_id"]]
    serving = here[pd.Series(around, index=here.index, dtype=bool)]
    # The nearest first: the territory's own, then those of larger ones around it.
    nearest = (
        serving["territory_id"].astype(str).str.len().sort_values(ascending=False, kind="stable")
    )
    shown = serving.loc[nearest.index].head(_MOST)
    for row in shown.to_dict("records"):
        of = SERVICE_WORDS[str(row["service"])]
        lines.append(f"- **{words.escaped(str(row['name']))}**, {of}. {speaks(row)}")
    if inside_it := len(here) - len(serving):
        inner = n_(
            "and {count} for places in it, in the catalogue below.",
            "and {count} for places in it, in the catalogue below.",
            inside_it,
        )
        lines.append(f"- {inner}")
    if more := len(serving) - len(shown):
        others = n_(
            "and {count} more, in the catalogue below.",
            "and {count} more, in the catalogue below.",
            more,
        )
        lines.append(f"- {others}")
    return ["\n".join([_("Digital services known here:"), *lines])]
