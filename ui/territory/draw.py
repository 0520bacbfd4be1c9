"""A territory's profile on a page; what it prints is what it shows, without its controls."""

from datetime import date

import streamlit as st

from ui import words
from ui.address import link, source_link
from ui.area import records
from ui.language import _, current, speaking
from ui.out.citation import cited
from ui.out.naming import file_name
from ui.palette import Palette
from ui.territory import lines
from ui.territory.locator import alt, locator
from ui.territory.model import Profile, Section, Table, Trend
from ui.territory.report import report
from ui.territory.sources import sources_of

_IN_A_ROW = 3


def lead(profile: Profile, colours: Palette) -> None:
    """What matters most in sentences, and where the territory lies."""
    wide, narrow = st.columns([1.5, 1], gap="large")
    with wide, st.container(key="finding"):
        for sentence in profile.lead:
            st.markdown(sentence)
    with narrow:
        if drawing := locator(profile, colours):
            said = alt(profile)
            st.image(drawing, words.escaped(said), "stretch", alt=said)


def section(profile: Profile, part: Section, colours: Palette) -> None:
    """One question: sentences, tables, drawings, and the quiet line of where from."""
    with st.container(key=f"part_{part.key}"):
        st.header(part.title, anchor=part.key)
        for sentence in profile.told(part):
            st.markdown(sentence)
        for table in part.tables:
            st.markdown(as_markdown(table))
        _trends(profile, part.trends, colours)
        st.caption(_quiet(profile, part))


def as_markdown(table: Table) -> str:
    """A table as Markdown: it prints as text, which a drawn one does not."""
    sides = ["---:" if i in table.right else "---" for i in range(len(table.heads))]
    rows = [table.heads, tuple(sides), *table.rows]
    lines_ = ["| " + " | ".join(each.replace("\n", " ") for each in row) + " |" for row in rows]
    return f"*{words.escaped(table.caption)}*\n\n" + "\n".join(lines_)


def _trends(profile: Profile, trends: tuple[Trend, ...], colours: Palette) -> None:
    for start in range(0, len(trends), _IN_A_ROW):
        columns = st.columns(_IN_A_ROW)
        for column, trend in zip(columns, trends[start : start + _IN_A_ROW], strict=False):
            with column:
                drawing = lines.line(trend, colours, profile.dataset.watermark)
                st.image(drawing, trend.said, "stretch", alt=lines.alt(trend))


def _quiet(profile: Profile, part: Section) -> str:
    """Note, sources, and the pages behind it."""
    said = [part.note] if part.note else []
    if part.source_ids:
        said.append(records.origin(profile.dataset, part.source_ids))
    said += [f"[{each.label}]({link(each.page)})" for each in part.links]
    return " · ".join(said)


def cite(profile: Profile) -> None:
    """Every source, how to cite the page, when its figures were put together."""
    with st.container(key="part_sources"):
        st.header(_("Which sources are these figures from?"), anchor="sources")
        st.markdown("\n".join(
            f"- [{words.escaped(each.title)}]({source_link(each.source_id)}), "
            f"{words.escaped(each.publisher)}. {words.escaped(each.licence)}. {each.fetched}"
            for each in sources_of(profile)
        ))  # fmt: skip
        sentence = cited(profile.dataset, profile.title, {"at": profile.territory_id})
        st.caption(f"{words.escaped(sentence)} {_(words.EMPTY)} {_(words.BOUNDARIES)}")


def download(profile: Profile) -> None:
    """The same as one file to read offline, in the reader's language, made when asked for."""
    language = current()

    def made() -> bytes:
        with speaking(language):
            return report(profile, date.today()).encode()

    st.download_button(
        _("Download the report (HTML)"),
        data=made,
        file_name=file_name(profile.dataset, "report", {"at": profile.territory_id}, "html"),
        mime="text/html",
        on_click="ignore",
        icon=":material/download:",
        key="take_report",
        help=_("This page as one file that opens without a network and prints well."),
    )
