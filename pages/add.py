"""Add data: a planner's own spreadsheet, read, mended, and added to a workspace of her own."""

import streamlit as st

from ui.add import commit, desk, inbox, kinds, matching, outcome, questions, templates, understood
from ui.add.holdings import holdings
from ui.language import _
from ui.opened import opened

dataset = opened()

st.title(_("What do you know that nobody publishes?"), anchor=False)
with st.container(key="finding"):
    st.markdown(
        _(
            "Bring the spreadsheet you have. It is read as it is, you see what was understood and "
            "mend what was not, and the good rows then stand on every page beside the published "
            "figures, in a workspace of your own. The file stays on the machine this app runs on; "
            "everybody who opens this Groundwork sees the workspace."
        )
    )
commit.done()

# Choose
st.markdown(f"## 1  {_('What is a row?')}")
kind = kinds.choose()
templates.offer(dataset, kind)
st.markdown(f"## 2  {_('Which file?')}")
file = inbox.uploaded()

# Read
if file is None:
    st.caption(_("No file yet. It may have titles, footers and columns of your own naming."))
else:
    said = desk.given(file, kind)
    reading = desk.read(file, kind, said)
    report = reading.report
    if report is None:
        outcome.unreadable(reading.problem)
        desk.start_over(said)
    else:
        # Mend
        st.markdown(f"## 3  {_('What was understood')}")
        desk.tell_carried(said)
        understood.tell(report)
        questions.ask(report, said)
        understood.correct(report, said)
        st.markdown(f"## 4  {_('Which column is what')}")
        matching.match(report, said)
        matching.fill_in(report, said)
        st.markdown(f"## 5  {_('Which rows are good')}")
        outcome.rows(report, file.path.name)

        # Add
        st.markdown(f"## 6  {_('Into which workspace?')}")
        commit.commit(commit.Draft(file, kind, said, report))
commit.progress()

# What is there
holdings()
