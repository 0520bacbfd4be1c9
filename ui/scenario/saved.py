"""A scenario as a file: written for whoever wants to keep it, and opened again."""

from datetime import date

import streamlit as st

from ui import faults, words
from ui.language import _, n_
from ui.out.citation import dataset_hash
from ui.out.naming import file_name
from ui.scenario import kept
from ui.scenario.choice import ScenarioChoice
from ui.scenario.document import BASELINE, Document, baseline_of, document, opened
from ui.scenario.on_offer import on_offer
from ui.scenario.plain_json import DocumentError
from ui.store import Dataset, current, kinds, title_of
from ui.words import counted, day

_UPLOAD, _SAID, _FAULT = "scenario file", "scenario file said", "scenario file fault"
_DATA = "data"


def keep(dataset: Dataset, choice: ScenarioChoice) -> None:
    """The baseline and the plans as one JSON file."""
    if not choice.plans:
        return
    st.download_button(
        _("Save these plans (JSON)"),
        data=lambda: document(
            dataset, baseline_of(choice.measured), choice.plans, date.today()
        ),
        file_name=file_name(dataset, "scenario", {}, "json"),
        mime="application/json",
        on_click="ignore",
        icon=":material/download:",
        key="take_plans",
        help=_("Baseline and plans as a file that this page opens again, here or elsewhere."),
    )  # fmt: skip


def reopen(dataset: Dataset) -> None:
    """A field that takes such a file; what it says is then shown, and stands in the address."""
    with st.expander(_("Open plans from a file"), on_change="rerun", key="open plans") as it:
        if it.open:
            st.file_uploader(_("A scenario saved here (JSON)"), "json", key=_UPLOAD,
                             on_change=_open, args=(dataset,),
                             help=_("Replaces the plans here with those of the file."))  # fmt: skip
    if fault := st.session_state.pop(_FAULT, ""):
        st.error(words.escaped(fault))
    if said := st.session_state.pop(_SAID, ""):
        st.info(said)


def _open(dataset: Dataset) -> None:
    """Show what the file says; a file that makes no sense changes nothing."""
    file = st.session_state.get(_UPLOAD)
    if file is None:
        return
    try:
        found = opened(file.getvalue())
    except DocumentError as fault:
        st.session_state[_FAULT] = str(fault)
        return
    other = current(found.dataset) if found.dataset in kinds() else None
    with faults.told(other or dataset):
        _show(dataset, other or dataset, found)


def _show(dataset: Dataset, shown: Dataset, found: Document) -> None:
    """Show what a file says, as far as the dataset that is shown then has it."""
    baseline, left_out = on_offer(shown, found.baseline)
    st.session_state[_SAID] = " ".join([_told(dataset, found), *_missed(left_out)])
    for key in [each for each in st.session_state if _is_baseline(str(each))]:
        del st.session_state[key]
    for name in BASELINE:
        st.query_params.pop(name, None)
    st.query_params.update(baseline)
    if shown.kind != dataset.kind:
        st.session_state[_DATA] = shown.kind
    kept.replace_all(found.plans)


def _is_baseline(key: str) -> bool:
    """Whether a control of the baseline is remembered under this key."""
    return key in BASELINE or key.startswith("norm_") or key == "turn of norm"


def _missed(left_out: list[str]) -> list[str]:
    """A sentence on what of the baseline is not on offer; none where all of it is."""
    if not left_out:
        return []
    named = ", ".join(f"“{words.escaped(each)}”" for each in left_out)
    return [
        _("Not on offer in this dataset, so today is measured without it: {named}.", named=named)
    ]


def _told(dataset: Dataset, found: Document) -> str:
    """What was opened, and whether its figures are still those it was made with."""
    many = len(found.plans)
    said = [n_("Opened: {count} plan.", "Opened: {count} plans.", many, count=counted(many))]
    if found.made_on:
        said.append(_("Made on {day}.", day=day(found.made_on)))
    if found.dataset != dataset.kind and found.dataset not in kinds():
        made_with = words.escaped(title_of(found.dataset))
        said.append(
            _("Its dataset, {dataset}, is not here: the plans are tried on the one shown.",
              dataset=made_with)
        )  # fmt: skip
    elif found.dataset == dataset.kind and found.sha256 and found.sha256 != dataset_hash(dataset):
        said.append(
            _("The dataset was built anew since: figures may differ from those of that day.")
        )
    return " ".join(said)
