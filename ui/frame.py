"""What stands around every page: style, name, dataset, footer, and the first build."""

import hashlib
import subprocess
import sys

import streamlit as st

from ui.store import ROOT, Dataset, current, published_path

# By address, so that a rerun does not send it again; by content, so that a new one is seen.
_SHEET = ROOT / "static" / "style.css"
_VERSION = hashlib.sha256(_SHEET.read_bytes()).hexdigest()[:8]


def style() -> None:
    """The product's style sheet; a constant."""
    st.html(f"<style>@import url('app/static/style.css?{_VERSION}')</style>")


def dataset_or_build() -> Dataset:
    """The dataset to show; where there is none yet, build it and show how that goes."""
    dataset = current()
    if dataset is not None:
        return dataset
    with st.status("Preparing the figures. This happens once and takes seconds.") as status:
        problem = _build()
        if problem is None and (dataset := current()) is not None:
            status.update(label="The figures are ready.", state="complete")
            st.rerun()
        status.update(label="The figures could not be prepared.", state="error", expanded=True)
        st.markdown("Start `python -m etl build` in the project's folder; it said:")
        st.code(problem or "nothing", language=None)
    st.stop()


def _build() -> str | None:
    """Run the build as a process of its own; what it said when it failed, else None."""
    command = [sys.executable, "-m", "etl", "build", "--out", str(published_path())]
    pipe, together = subprocess.PIPE, subprocess.STDOUT
    said: list[str] = []
    step = st.empty()
    with subprocess.Popen(
        command, cwd=ROOT, stdout=pipe, stderr=together, text=True, encoding="utf-8"
    ) as process:
        for line in process.stdout or ():
            said.append(line.rstrip())
            step.caption(said[-1])
    return "\n".join(said[-15:]) if process.returncode else None


def name(dataset: Dataset) -> None:
    """The product's name at the head of the sidebar."""
    with st.sidebar:
        st.markdown("**Groundwork**  \nTerritorial integration capacity in Europe")


def footer(dataset: Dataset) -> None:
    """The dataset and when it was built, at the foot of the sidebar."""
    with st.sidebar:
        st.caption(f"Dataset: **{dataset.name}**, built {dataset.built:%-d %B %Y}")
