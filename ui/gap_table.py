"""The table twin of the ledger, and the same rows as a file."""

import pandas as pd
import streamlit as st

from ui import address, words
from ui.language import Words, _
from ui.language.tables import dataframe
from ui.ledger import Ledger
from ui.store import ask

_ORDER = {"short": 0, "cannot tell": 1, "met": 2, "unknown": 3}
_SUPPLY = Words({"capacity": "Exist", "commitment": "Promised", "use": "Received"})
# What an answer is worked out from, and what is missing in it, as the table says them.
_CODES = Words(
    {
        "short": "short", "met": "met", "cannot tell": "cannot tell", "unknown": "unknown",
        "capacity": "capacity", "need": "need", "benchmark": "benchmark",
        "published": "published", "shared": "shared", "summed": "summed", "combined": "combined",
    }
)  # fmt: skip
_FILE_COLUMNS = (
    "question", "territory_id", "place", "name", "country", "level", "service", "group_id",
    "standard", "benchmark", "benchmark_unit", "benchmark_edited", "benchmark_kind",
    "need_definition", "answer", "newer_need_period", "missing", "ask", "at_stake",
    "period", "need", "need_lower", "need_upper", "need_method", "need_status", "need_evidence",
    "need_note", "demand", "demand_lower", "demand_upper", "unit",
    "capacity", "capacity_lower", "capacity_upper", "capacity_kind", "capacity_measure_id",
    "capacity_period", "capacity_status", "capacity_evidence", "capacity_note",
    "gap", "gap_lower", "gap_upper", "gap_per_1000", "gap_per_1000_lower", "gap_per_1000_upper",
    "coverage_percent", "coverage_percent_lower", "coverage_percent_upper", "residents",
    "published_value", "published_label", "published_period",
    "need_source", "need_licence", "need_retrieved_on", "need_source_file", "need_source_line",
    "capacity_source", "capacity_licence", "capacity_retrieved_on", "capacity_source_file",
    "capacity_source_line", "published_source", "published_licence", "published_retrieved_on",
    "published_source_file", "published_source_line",
    "caution", "boundaries", "dataset", "dataset_built",
)  # fmt: skip


def twin(ledger: Ledger) -> None:
    """A table of every territory drawn, sent to the browser only when it is asked for."""
    about = _("The same figures as rows, for a screen reader or to copy from.")
    if not st.toggle(_("Show as a table"), help=about, **address.switch("table")):
        return
    if ledger.dataset.watermark:
        st.caption(ledger.dataset.watermark)
    rows = ledger.rows.assign(order=ledger.rows["answer"].map(_ORDER))
    rows = rows.sort_values(["order", "gap", "place"], ascending=[True, False, True])
    unit = ledger.unit()
    shown = rows.reset_index()[
        ["place", "territory_id", "answer", "gap", "gap_lower", "gap_upper", "coverage_percent",
         "gap_per_1000", "demand", "demand_lower", "demand_upper", "capacity", "period",
         "capacity_period", "published_value", "need_method", "ask", "at_stake"]
    ]  # fmt: skip
    for coded in ("answer", "need_method", "ask"):
        shown[coded] = [_CODES.get(code, code) for code in shown[coded]]
    number = st.column_config.NumberColumn
    dataframe(
        shown,
        hide_index=True,
        height=420,
        placeholder=_("unknown"),
        column_config={
            "place": st.column_config.TextColumn(_("Territory"), width="medium", pinned=True),
            "territory_id": _("NUTS code"),
            "answer": _("Answer"),
            "gap": number(
                _("Gap ({unit})", unit=unit), format="%,.0f", help=_("Above zero is too few.")
            ),
            "gap_lower": number(_("from"), format="%,.0f"),
            "gap_upper": number(_("to"), format="%,.0f"),
            "coverage_percent": number(_("Covered (%)"), format="%.0f"),
            "gap_per_1000": number(_("Gap per 1,000 residents"), format="%.2f"),
            "demand": number(_("Asked for ({unit})", unit=unit), format="%,.0f"),
            "demand_lower": number(_("from") + " ", format="%,.0f"),
            "demand_upper": number(_("to") + " ", format="%,.0f"),
            "capacity": number(_supply(ledger), format="%,.0f"),
            "period": _("Date of need"),
            "capacity_period": _("Date of supply"),
            "published_value": number(_("Stated by the publisher"), format="%,.1f"),
            "need_method": _("Need is"),
            "ask": _("Worth asking for"),
            "at_stake": number(_("At stake ({unit})", unit=unit), format="%,.0f"),
        },
    )


def _supply(ledger: Ledger) -> str:
    return _SUPPLY[ledger.choice.standard.supply_kind]


def table(ledger: Ledger) -> pd.DataFrame:
    """The rows of the view with everything that says where they are from."""
    choice, standard = ledger.choice, ledger.choice.standard
    rows = ledger.rows.reset_index()
    sources = ask(ledger.dataset, "source").set_index("source_id")
    for prefix in ("need", "capacity", "published"):
        ids = rows[f"{prefix}_source_id"]
        rows[f"{prefix}_source"] = ids.map(sources["publisher"]) + ": " + ids.map(sources["title"])
        rows[f"{prefix}_licence"] = ids.map(sources["licence"])
        rows[f"{prefix}_retrieved_on"] = ids.map(sources["retrieved_on"])
    norms = ask(ledger.dataset, "benchmark").set_index("benchmark_id")["kind"]
    kind = norms.get(standard.benchmark_id, "starting point of Groundwork")
    per = f"people per {standard.per_label}"
    constant = {
        "question": choice.question(), "service": standard.service,
        "group_id": standard.group_id, "standard": standard.label,
        "benchmark": choice.threshold, "unit": standard.unit,
        "benchmark_unit": per if standard.inverse else f"{standard.unit} per {standard.per_label}",
        "benchmark_edited": "yes, by the reader" if choice.edited else "no",
        "benchmark_kind": "the reader's own" if choice.edited else kind,
        "need_definition": choice.basis.label, "capacity_kind": standard.supply_kind,
        "published_label": standard.published_label, "caution": standard.note,
        "boundaries": words.BOUNDARIES, "dataset": ledger.dataset.name,
        "dataset_built": ledger.dataset.built.date().isoformat(),
    }  # fmt: skip
    return rows.assign(**constant).reindex(columns=list(_FILE_COLUMNS))
