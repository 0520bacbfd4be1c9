"""All proposals as a file: what is published, what is proposed, who says so, how it stands."""

from functools import partial

import pandas as pd

from analysis.corrections import ROLES, Standing, Statement
from ui.corrections import say
from ui.corrections.cards import shown
from ui.corrections.told import readable
from ui.export import frame_as_csv
from ui.language import speaking
from ui.language.spoken import ENGLISH
from ui.store import Dataset

COLUMNS = (
    "proposal_id", "proposed_at", "state", "table", "territory_id", "territory", "about",
    "measure_id", "group_id", "period", "facility_id", "column", "unit",
    "published_value", "published_lower", "published_upper", "published_text",
    "published_status", "published_evidence", "source_id",
    "proposes", "proposed_value", "proposed_lower", "proposed_upper", "proposed_text",
    "reason", "evidence_url", "organisation", "role", "names_verified",
    "reviews", "last_decision", "last_review_at", "last_review_by", "last_review_reason",
    "withdrawn_at", "withdrawal_reason", "dataset", "dataset_file", "dataset_built",
)  # fmt: skip


def table(dataset: Dataset, standings: tuple[Standing, ...]) -> pd.DataFrame:
    """One row per proposal that may be shown; contacts are in none of them."""
    rows = [row for each in standings if (row := _row(dataset, each)) is not None]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def as_csv(dataset: Dataset, standings: tuple[Standing, ...]) -> bytes:
    """The same as CSV, in English whatever the page speaks; empty is unknown or not there."""
    with speaking(ENGLISH):
        return frame_as_csv(table(dataset, standings))


def _row(dataset: Dataset, standing: Standing) -> dict[str, object] | None:
    target = shown(dataset, standing)
    if target is None:
        return None
    proposal, subject = standing.proposal, standing.proposal.subject
    why = partial(readable, guard=target.guard, kept=proposal.proposed)
    last = standing.reviews[-1] if standing.reviews else None
    gone = standing.withdrawal
    return {
        "proposal_id": proposal.proposal_id, "proposed_at": proposal.at,
        "state": standing.state, "table": subject.table,
        "territory_id": subject.territory_id, "territory": target.where, "about": target.title,
        "measure_id": subject.measure_id or None, "group_id": subject.group_id or None,
        "period": subject.period or None, "facility_id": subject.facility_id or None,
        "column": subject.column, "unit": proposal.unit,
        **_said("published", proposal.published.statement),
        "published_status": proposal.published.obs_status or None,
        "published_evidence": proposal.published.evidence or None,
        "source_id": proposal.published.source_id or None,
        "proposes": "unknown" if proposal.proposed.unknown else "a statement",
        **_said("proposed", proposal.proposed),
        "reason": why(proposal.reason),
        "evidence_url": proposal.evidence_url if say.evidence(proposal.evidence_url) else None,
        "organisation": proposal.organisation or None, "role": ROLES[proposal.role],
        "names_verified": "no",
        "reviews": " | ".join(
            f"{each.at} {each.decision} by {each.organisation}: {why(each.reason)}"
            for each in standing.reviews
        ) or None,
        "last_decision": last and last.decision, "last_review_at": last and last.at,
        "last_review_by": last and last.organisation,
        "last_review_reason": last and why(last.reason),
        "withdrawn_at": gone and gone.at, "withdrawal_reason": gone and why(gone.reason),
        "dataset": dataset.watermark or dataset.name, "dataset_file": proposal.dataset_file,
        "dataset_built": proposal.dataset_built,
    }  # fmt: skip


def _said(prefix: str, says: Statement) -> dict[str, object]:
    return {
        f"{prefix}_value": says.value, f"{prefix}_lower": says.lower,
        f"{prefix}_upper": says.upper, f"{prefix}_text": says.text or None,
    }  # fmt: skip
