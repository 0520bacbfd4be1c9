"""The last step: into which workspace, all or nothing, and where the rows are then seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui.add import desk, inbox, job
from ui.add.counted import lines_of, rows_of
from ui.add.inbox import Kept
from ui.add.kinds import Kind
from ui.add.report import Report
from ui.add.seen import Seen, seen
from ui.add.workspaces import folder_of, named, own_kinds
from ui.address import kept
from ui.language import _, n_
from ui.store import OWN, path_of, title_of, workspace_of
from ui.words import escaped

_NEW, _DONE = "new", "add done"
PLACE = "commit"


@dataclass(frozen=True)
class Draft:
    """A file that was read: what its rows are, what was said of it, what came of it."""

    kept: Kept
    kind: Kind
    said: Mapping[str, Any]
    report: Report


def commit(draft: Draft) -> None:
    """Choose the workspace and add the rows; why not, where that cannot be done."""
    report = draft.report
    if lacking := _lacking(report):
        st.info(lacking, icon=":material/pending:")
        return
    workspace = _workspace()
    left = False
    if report.counts.refused:
        left = st.checkbox(
            _leave_out(report.counts.refused),
            key="add leave",
            help=_(
                "Only the lines that were read are added. The refused ones stay listed with the"
                " workspace, each with its reason."
            ),
        )
    if workspace and _is_replaced(workspace, draft):
        st.caption(
            _(
                "{file} is in this workspace already; its rows are replaced.",
                file=escaped(draft.kept.path.name),
            )
        )
    waiting = report.counts.refused > 0 and not left
    if waiting:
        st.caption(_("Mend the refused lines and choose the file again, or leave them out."))
    clicked = st.button(
        _("Add {rows}", rows=rows_of(report.counts.rows)),
        key="add now",
        type="primary",
        disabled=not workspace or waiting or job.is_running() or report.counts.missing != 0,
        icon=":material/add:",
        help=_(
            "Builds the workspace anew with these rows beside the published figures; every one "
            "is shown as declared."
        ),
    )
    if clicked and workspace:
        _start(draft, workspace, left)


def _lacking(report: Report) -> str:
    """Why there is nothing to add yet; '' when there is."""
    if report.questions:
        return _("Answer the questions above first.")
    if report.missing:
        return _("Say first what must be there and is not: see *Which column is what* above.")
    if not report.counts.lines:
        return _("There are no rows in the file yet.")
    if not report.counts.accepted:
        return _("No row of the file can be added as it is. Mend the lines listed above.")
    return ""


def _workspace() -> str:
    """The workspace as a kind of dataset; '' while it has no name that it can have."""
    st.caption(_("Everybody who opens this Groundwork sees what is in a workspace."))
    there = [OWN, *(kind for kind in own_kinds() if kind != OWN)]
    left, right = st.columns(2)
    with left:
        kind = st.selectbox(
            _("Workspace"),
            [*there, _NEW],
            format_func=lambda each: _("A new one") if each == _NEW else _name(each),
            help=_(
                "A workspace is a dataset of your own beside the published figures. Keep what "
                "belongs together in one."
            ),
            key="add workspace",
        )
    if kind != _NEW:
        return str(kind)
    with right:
        text = st.text_input(
            _("Its name"),
            max_chars=40,
            placeholder="Lazio 2025",
            key="add name",
            help=_(
                "It stands in the sidebar after *Own* and in every address and download of the "
                "workspace."
            ),
        )
    name = named(text)
    if text and not name:
        st.caption(_("A name needs a letter, and may not be *groundwork*. Try *lazio 2025*."))
    elif name:
        st.caption(_("It will stand in the sidebar as **Own: {name}**.", name=escaped(name)))
    return f"{OWN}.{name}" if name else ""


def _name(kind: str) -> str:
    return workspace_of(kind) or _("Own, without another name")


def _is_replaced(workspace: str, draft: Draft) -> bool:
    """Whether the workspace has a file of this name already."""
    name = draft.kept.path.name
    return (folder_of(workspace) / "files" / draft.kind.table / name).exists()


def _start(draft: Draft, workspace: str, left: bool) -> None:
    """Start adding; what was added is remembered when it has ended well."""
    arguments = [
        "add", str(draft.kept.path), "--as", draft.kind.name,
        *workspace_arguments(workspace),
        "--settings", str(desk.written(draft.kept, draft.said)),
        *(["--leave-refused"] if left else []),
    ]  # fmt: skip
    rows = draft.report.counts.rows

    def then() -> None:
        # Holds the draft, and with it the file, until it was added.
        goal = seen(draft.kind, draft.report.accepted)
        st.session_state[_DONE] = (workspace, rows, goal)
        # The sidebar now shows what was added to.
        st.session_state["data"] = workspace
        inbox.clear()
        desk.forget()

    clear_done()
    doing = _("Adding {rows} and building the dataset.", rows=rows_of(rows))
    job.start(PLACE, doing, arguments, then)
    st.rerun()


def progress() -> None:
    """How far adding is, whatever became of the upload meanwhile."""
    job.show(PLACE)


def workspace_arguments(workspace: str) -> list[str]:
    """Which workspace a command is about, and where it is."""
    return ["--folder", str(folder_of(workspace)), "--out", str(path_of(workspace))]


def done() -> None:
    """What was added last, and the way to it."""
    added: tuple[str, int, Seen] | None = st.session_state.get(_DONE)
    if added is None:
        return
    workspace, rows, goal = added
    if workspace not in own_kinds():
        del st.session_state[_DONE]
        return
    st.success(
        n_(
            "{rows} is in the workspace **{workspace}**, beside the published figures and always "
            "shown as declared. The sidebar shows this dataset now.",
            "{rows} are in the workspace **{workspace}**, beside the published figures and always "
            "shown as declared. The sidebar shows this dataset now.",
            rows, rows=rows_of(rows), workspace=escaped(title_of(workspace)),
        ),
        icon=":material/check:",
    )  # fmt: skip
    st.page_link(
        goal.path,
        label=_("See it on the map"),
        icon=":material/map:",
        query_params=kept({**goal.query, "data": workspace}),
    )


def clear_done() -> None:
    """Say no more what was added last: something else is changed now."""
    st.session_state.pop(_DONE, None)


def _leave_out(lines: int) -> str:
    """What happens to refused lines that are left out."""
    return n_(
        "Leave out the line that was refused. It is kept in the list of rejected lines of the "
        "workspace with the reason, and counts nowhere.",
        "Leave out the {lines} refused. They are kept in the list of rejected lines of the "
        "workspace with the reason, and count nowhere.",
        lines, lines=lines_of(lines),
    )  # fmt: skip
