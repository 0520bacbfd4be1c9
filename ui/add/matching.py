"""Which column of the file holds which column of the table, and what is the same in all rows."""

from typing import Any

import streamlit as st

from ui.add import desk
from ui.add.columns import words_of
from ui.add.report import Record, Report
from ui.language import _, later, n_
from ui.words import counted, escaped, inside, listed

Said = dict[str, Any]
_EXAMPLES = 3
# It may be missing in a row, but hardly in all.
_FIGURE = "value"
# More columns that go nowhere are folded away.
_MOST_IDLE = 6


def match(report: Report, said: Said) -> None:
    """One line per column of the file: its name, examples, and where it goes."""
    used = [each for each in report.columns if each.get("to")]
    idle = [each for each in report.columns if not each.get("to")]
    with st.container(key="add_columns"):
        with st.container(key="add_columns_head"):
            for place, text in zip(st.columns(_WIDTHS), _HEAD, strict=True):
                place.markdown(_(text))
        if len(idle) <= _MOST_IDLE:
            used, idle = [*used, *idle], []
        for each in used:
            _line(report, each, said)
        if idle:
            title = n_(
                "{count} column of yours is not used", "{count} columns of yours are not used",
                len(idle),
            )  # fmt: skip
            with st.expander(title, expanded=bool(report.missing)):
                for each in idle:
                    _line(report, each, said)


_WIDTHS = (1, 1.3, 1.6)
_HEAD = (later("Your column"), later("For example"), later("Goes to"))


def _line(report: Report, column: Record, said: Said) -> None:
    """One column of the file."""
    name, to = str(column["name"]), str(column.get("to") or "")
    left, middle, right = st.columns(_WIDTHS, vertical_alignment="center")
    left.markdown(f"**{escaped(name) or _('without a name')}**")
    examples = [str(each) for each in column.get("examples", []) if str(each).strip()]
    middle.caption(escaped(" · ".join(examples[:_EXAMPLES])) or _("only empty cells"))
    options = ["", *(str(each["column"]) for each in report.wanted)]
    key = f"add to {name}"
    st.session_state[key] = to if to in options else ""
    right.selectbox(
        _("{column} goes to", column=escaped(name)),
        options,
        format_func=_option,
        key=key,
        label_visibility="collapsed",
        on_change=lambda: desk.lead(said, report, name, st.session_state[key]),
        help=_(
            "What this column of the file holds. A column that is not used is left out, not "
            "lost: the file is kept."
        ),
    )


def _option(column: str) -> str:
    return f"{words_of(column)} ({column})" if column else _("Not used")


def fill_in(report: Report, said: Said) -> None:
    """What must be there and is in no column; and what else may be said of all rows at once."""
    constants = report.settings.get("constants") or {}
    missing = report.missing
    if missing:
        names = listed([f"**{words_of(str(each['column']))}**" for each in missing])
        st.warning(
            n_(
                "{names} must be there and is in none of your columns. Choose the column above, "
                "or say here what it is in all rows.",
                "{names} must be there and are in none of your columns. Choose the column above, "
                "or say here what it is in all rows.",
                len(missing), names=names,
            ),
            icon=":material/edit:",
        )  # fmt: skip
        _inputs(report, missing, said)
    has = {str(each["to"]) for each in report.columns if each.get("to")}
    if _FIGURE in {each["column"] for each in report.wanted} - has - set(constants):
        st.warning(
            _(
                "None of your columns is **{figure}**: every row would say that it is unknown. "
                "Choose the column above.",
                figure=inside(words_of(_FIGURE)),
            ),
            icon=":material/edit:",
        )
    has |= {str(each["column"]) for each in missing}
    other = [each for each in report.wanted if str(each["column"]) not in has]
    if other:
        filled = len(constants)
        title = n_(
            "The same in all rows: {count} column filled in",
            "The same in all rows: {count} columns filled in",
            filled, count=counted(filled),
        ) if filled else _("The same in all rows")  # fmt: skip
        with st.expander(title):
            _inputs(report, other, said)


def _inputs(report: Report, wanted: list[Record], said: Said) -> None:
    """One field per column, three beside each other."""
    places = st.columns(3)
    for i, each in enumerate(wanted):
        with places[i % 3]:
            _input(report, each, said)


def _input(report: Report, wanted: Record, said: Said) -> None:
    """One field: a list where the column holds codes, else text."""
    column, codes = str(wanted["column"]), [str(code) for code in wanted.get("codes") or []]
    constants = report.settings.get("constants") or {}
    value, key = str(constants.get(column, "")), f"add all {column}"
    st.session_state[key] = value

    def said_so() -> None:
        desk.fill(said, column, str(st.session_state[key] or ""))

    label, about = words_of(column), escaped(str(wanted.get("about") or ""))
    if codes:
        meanings = {"": _("differs or unknown"), **(wanted.get("labels") or {})}
        st.selectbox(
            label,
            ["", *codes, *([value] if value and value not in codes else [])],
            format_func=lambda code: _(str(meanings.get(code, code.replace("_", " ")))),
            key=key,
            help=about,
            on_change=said_so,
        )
    else:
        st.text_input(label, key=key, help=about, on_change=said_so)
