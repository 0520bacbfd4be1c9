"""Tables of the Equality page: twins of its map and charts, parity, where enough is known."""

from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from ui import words
from ui.address import link
from ui.area import records
from ui.equality import cite, parity
from ui.equality.charts import lorenz_rows, series_rows
from ui.equality.choice import EqualityChoice
from ui.equality.countries import by_country
from ui.equality.drawn import spread_of
from ui.equality.figures import Equality
from ui.equality.known import LEAST
from ui.equality.rows import places
from ui.equality.subjects import KIND_WORDS, RESIDENTS, SUBJECTS, USE
from ui.language import _, n_
from ui.store import Dataset, ask
from ui.words import LEVEL_NOUN, THIN, country, day, number

_number = st.column_config.NumberColumn


def of_territories(dataset: Dataset, choice: EqualityChoice) -> None:
    """The twin of the map."""
    rows = spread_of(dataset, choice).rows
    shown = rows.assign(
        source_id=rows.get("capacity_source_id_now"), obs_status=rows.get("capacity_status_now"),
        evidence=rows.get("capacity_evidence_now"),
    ).sort_values("value", na_position="last")  # fmt: skip
    columns = {
        "place": st.column_config.TextColumn(_("Territory"), width="medium", pinned=True),
        "relative_then": _number(_("Then, % of the mean"), format="%.0f"),
        "relative_now": _number(_("Now, % of the mean"), format="%.0f"),
        "gain": _number(_("Gain (points)"), format="%.1f"),
        "gain_lower": _number(_("from"), format="%.1f"),
        "gain_upper": _number(_("to"), format="%.1f"),
        "direction": _("Direction"),
        "capacity_then": _number(
            _("{what} then", what=choice.subject.many).capitalize(), format="%,.0f"
        ),
        "capacity_now": _number(_("now"), format="%,.0f"),
        "need_then": _number(_("{what} then", what=choice.over).capitalize(), format="%,.0f"),
        "need_now": _number(_("now") + " ", format="%,.0f"),
        "capacity_period_now": _("Date of {what}", what=choice.subject.many),
        "period_now": _("Date of {what}", what=choice.over),
    }
    if choice.basis == RESIDENTS:
        columns.pop("capacity_period_now")
        columns["period_now"] = _("Period")
    records.twin(dataset, shown, {k: v for k, v in columns.items() if k in shown})


def of_curve(view: Equality) -> None:
    """The twin of the Lorenz chart."""
    columns = {
        "date": _("Date"),
        "need": _number(
            _("% of {over}, worst supplied first", over=view.choice.over), format="%.1f"
        ),
        "capacity": _number(_("% of {what}", what=view.choice.subject.many), format="%.1f"),
    }
    title = _("Show the curve as a table")
    records.twin(view.dataset, lorenz_rows(view), columns, "curve", title)


def of_series(view: Equality) -> None:
    """The twin of the measure over time."""
    rows = series_rows(view)
    columns = {
        "date": _("Date"), "value": _number(_("Measure"), format="%.3f"),
        "lower": _number(_("resampled from"), format="%.3f"),
        "upper": _number(_("to"), format="%.3f"),
        "least": _number(_("open figures from"), format="%.3f"),
        "most": _number(_("to") + " ", format="%.3f"),
        "territories": _number(_("Territories"), format="%d"),
        "lacking": _number(_("lacking then"), format="%d"),
        "doubted": _number(_("in doubt"), format="%d"),
    }  # fmt: skip
    if rows["least"].isna().all():
        columns = {name: each for name, each in columns.items() if name not in ("least", "most")}
    records.twin(view.dataset, rows, columns, "series", _("Show the years as a table"))


def of_countries(view: Equality) -> None:
    """Between and within, country by country."""
    rows = by_country(view).assign(place=lambda each: each["country"].map(country))
    columns = {
        "place": st.column_config.TextColumn(_("Country"), pinned=True),
        "territories": _number(_("Territories"), format="%d"),
        "relative": _number(_("% of the mean"), format="%.0f"),
        "inside": _number(_("Theil inside it"), format="%.3f"),
        "between": _number(
            _("Adds between"), format="%.3f", help=_("Below zero: less than its share.")
        ),
        "within": _number(_("Adds within"), format="%.3f"),
        "need_share": _number(_("% of {what}", what=view.choice.over), format="%.1f"),
        "capacity_share": _number(_("% of {what}", what=view.choice.subject.many), format="%.1f"),
    }
    records.table(view.dataset, rows, columns)


def of_parity(view: Equality) -> None:
    """The fewest to add and to move, and where."""
    choice, found = view.choice, view.evened
    many = choice.subject.many
    title = _(
        "What would {parity} of {whose} take?",
        parity=f"{choice.parity}{THIN}%", whose=parity.whose(view),
    )  # fmt: skip
    st.markdown(f"##### {title}")
    st.markdown(parity.in_detail(view))
    rows = found.rows[(found.rows["add"] > 0) | (found.rows["give"] > 0)]
    if rows.empty:
        return
    names = places(view)
    shown = rows.assign(place=[names[str(code)] for code in rows.index])
    shown = shown.join(view.rows[["capacity_now", "need_now"]])
    shown = shown.sort_values(["add", "give"], ascending=False)
    columns = {
        "place": st.column_config.TextColumn(_("Territory"), width="medium", pinned=True),
        "standing": _number(
            _("% of the mean"), format="%.0f", help=_("Of {whose}.", whose=parity.whose(view))
        ),
        "add": _number(_("Add"), format="%,.0f", help=_("Where nothing is moved.")),
        "take": _number(_("or receive"), format="%,.0f"),
        "give": _number(_("or give"), format="%,.0f"),
        "capacity_now": _number(_("{what} now", what=many).capitalize(), format="%,.0f"),
        "need_now": _number(choice.over.capitalize(), format="%,.0f"),
    }
    if choice.subject.kind == USE:
        columns.pop("add")
    records.table(view.dataset, shown, columns)
    st.caption(cite.quiet(view.dataset, view, choice, found.rows.index))


def of_known(dataset: Dataset, choice: EqualityChoice) -> None:
    """Which countries publish enough by region, of what, since when."""
    rows = known_rows(dataset)
    own = rows[rows["subject_id"].eq(choice.subject.subject_id)]
    have = sorted(own["country"].unique(), key=country)
    if have:
        said = n_(
            "{countries} publishes enough by region, at one date at least.",
            "{countries} publish enough by region, at one date at least.",
            len(have), countries=words.listed([country(each) for each in have]),
        )  # fmt: skip
    else:
        said = _("No country publishes enough by region, at one date at least.")
    elsewhere = _(
        "Elsewhere places are published for the country as a whole, or not at all: the ministry "
        "or agency that pays for reception knows them by region."
    )
    st.markdown(f"**{words.escaped(choice.subject.label)}**: {said} {elsewhere}")
    config = {
        "what": st.column_config.TextColumn(_("What"), width="large", pinned=True),
        "kind_words": _("These are"), "place": _("Country"),
        "territories_of": _("Territories known"), "dates": _number(_("Dates"), format="%d"),
        "since": _("From"), "until": _("To"),
        "view": st.column_config.LinkColumn(_("Look at it"), display_text=_("Look at it")),
    }  # fmt: skip
    records.table(dataset, rows, config)
    st.caption(
        _("Dates at which at least {least} territories of a country have both figures.",
          least=LEAST)
    )  # fmt: skip


def known_rows(dataset: Dataset) -> pd.DataFrame:
    """One row per subject, basis, country and level of which enough is known."""
    found = ask(dataset, "equality_known", least=LEAST)
    kinds = [
        {"kind": kind, "basis": basis, "subject_id": each.subject_id, "what": each.label,
         "over": each.bases[basis], "kind_words": KIND_WORDS[each.kind]}
        for each in SUBJECTS
        for basis in each.bases
        for kind in (each.measures[:1] if basis == RESIDENTS else (each.standard_id,))
    ]  # fmt: skip
    rows = found.merge(pd.DataFrame(kinds), on=["kind", "basis"], how="inner")
    rows["what"] = [
        _("{what}, over {over}", what=what, over=words.inside(over))
        for what, over in zip(rows["what"], rows["over"], strict=True)
    ]
    rows["place"] = rows["country"].map(country)
    rows["since"], rows["until"] = rows["first_period"].map(day), rows["last_period"].map(day)
    rows["territories_of"] = [
        _(
            "{known} of {whole} {regions}",
            known=number(known),
            whole=number(whole),
            regions=LEVEL_NOUN[int(level)],
        )
        for known, whole, level in zip(
            rows["territories"], rows["whole"], rows["level"], strict=True
        )
    ]
    rows["view"] = [
        link("equality?" + urlencode({"what": a, "basis": b, "level": c, "in": d}))
        for a, b, c, d in zip(
            rows["subject_id"], rows["basis"], rows["level"], rows["country"], strict=True
        )
    ]
    return rows.sort_values(["dates", "territories"], ascending=False, ignore_index=True)
