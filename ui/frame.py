"""What stands around every page: style, name, dataset, footer, and the first build."""

import hashlib
import subprocess
import sys

import streamlit as st

from ui import address
from ui.elsewhere import ElsewhereError
from ui.language import LANGUAGES, _, later
from ui.language.spoken import ENGLISH, KEY
from ui.store import (
    DEMONSTRATION,
    PUBLISHED,
    ROOT,
    Dataset,
    asked_kind,
    current,
    kinds,
    path_of,
    title_of,
)
from ui.words import day, escaped

# By address, so that a rerun does not send it again; by content, so that a new one is seen.
_SHEET = ROOT / "static" / "style.css"
_VERSION = hashlib.sha256(_SHEET.read_bytes()).hexdigest()[:8]
_PREPARING = {
    PUBLISHED: later("Preparing the figures. This happens once and takes some seconds."),
    DEMONSTRATION: later("Preparing the figures. This happens once and takes about a minute."),
}


def style() -> None:
    """The product's style sheet; a constant."""
    st.html(f"<style>@import url('app/static/style.css?{_VERSION}')</style>")


def dataset_or_build() -> Dataset:
    """The dataset to show; where there is none yet, build it and show how that goes."""
    kind = asked_kind()
    try:
        dataset = current(kind)
    except ElsewhereError as error:
        st.error(escaped(str(error)), icon=":material/error:")
        st.stop()
    if dataset is None and kind not in _PREPARING:
        # A workspace that was removed a moment ago.
        kind = PUBLISHED
        dataset = current(kind)
    if dataset is not None:
        return dataset
    build(kind)
    st.stop()


def build(kind: str) -> None:
    """Build a dataset and show how that goes; the page begins anew once it is there."""
    with st.status(_(_PREPARING[kind])) as status:
        problem = _build(kind)
        if problem is None and current(kind) is not None:
            status.update(label=_("The figures are ready."), state="complete")
            st.rerun()
        problem_label = _("The figures could not be prepared.")
        status.update(label=problem_label, state="error", expanded=True)
        said = _("Start `{command}` in the project's folder; it said:", command=command_of(kind))
        st.markdown(said)
        st.code(problem or _("nothing"), language=None)


def command_of(kind: str) -> str:
    """The command for people that builds a dataset where this app reads it."""
    place = path_of(kind)
    usual = place.parent == ROOT / "data" and place.suffix == ".duckdb"
    return f"python -m etl build --dataset {kind}" + ("" if usual else f" --out {place}")


def command(kind: str) -> list[str]:
    """What builds a dataset where this app reads it."""
    build = [sys.executable, "-m", "etl", "build", "--dataset", kind]
    return [*build, "--out", str(path_of(kind))]


def _build(kind: str) -> str | None:
    """Run the build as a process of its own; what it said when it failed, else None."""
    pipe, together = subprocess.PIPE, subprocess.STDOUT
    said: list[str] = []
    step = st.empty()
    with subprocess.Popen(
        command(kind), cwd=ROOT, stdout=pipe, stderr=together, text=True, encoding="utf-8"
    ) as process:
        for line in process.stdout or ():
            said.append(line.rstrip())
            step.caption(said[-1])
    return "\n".join(said[-15:]) if process.returncode else None


def name(dataset: Dataset) -> None:
    """The product's name at the head of the sidebar; above the page, what is not real."""
    with st.sidebar:
        st.markdown("**Groundwork**  \n" + _("Territorial integration capacity in Europe"))
    if dataset.watermark:
        with st.container(key="demonstration"):
            st.markdown(
                _(
                    "**Demonstration.** Every figure on this page is generated; only residents, "
                    "the economy and what is spoken in countries of origin are real. Switch to "
                    "*Published* in the sidebar."
                )
            )


def footer(dataset: Dataset) -> None:
    """The switches of dataset and language, and when it was built, at the foot of the sidebar."""
    offered = kinds()
    with st.sidebar:
        st.radio(
            _("Dataset"),
            offered,
            format_func=lambda kind: escaped(_(title_of(kind))),
            help=_(
                "Published: figures of named publishers. Demonstration: generated figures for "
                "every table and territory, to try every page in full. Own: a workspace of your "
                "figures beside the published ones, always shown as declared. They never mix."
            ),
            **address.one("data", offered, PUBLISHED),
        )
        st.selectbox(
            _("Language"), list(LANGUAGES), format_func=LANGUAGES.__getitem__,
            help=_(
                "Of the interface. Names of territories and sources stay as they are; files and "
                "data routes are in English, so that one view is one file."
            ),
            **address.one(KEY, list(LANGUAGES), ENGLISH),
        )  # fmt: skip
        built = day(f"{dataset.built:%Y-%m-%d}")
        st.caption(
            _("**{dataset}**, built {day}", dataset=escaped(title_of(dataset.kind)), day=built)
        )
