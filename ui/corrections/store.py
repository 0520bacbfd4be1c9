"""Corrections as they are kept: where the journal lies, what it holds, how entries are added."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from analysis.corrections import (
    Entry,
    Proposal,
    Review,
    Standing,
    Withdrawal,
    against_review,
    against_withdrawal,
    standings,
    strays,
)
from analysis.names import same_organisation
from ui.corrections import journal
from ui.corrections.journal import Journal, JournalError, Record
from ui.corrections.records import entries_of, record_of
from ui.language import _, per_language
from ui.store import ROOT


class RefusedError(ValueError):
    """An entry that the rules do not allow; the message says why."""


@dataclass(frozen=True)
class Book:
    """All proposals as they stand, and what is odd about the journal they are read from."""

    standings: tuple[Standing, ...] = ()
    problems: tuple[str, ...] = ()

    def of(self, dataset: str) -> tuple[Standing, ...]:
        """Those that were made about a kind of dataset: generated figures are not real ones."""
        return tuple(each for each in self.standings if each.proposal.dataset == dataset)


def path() -> Path:
    """Where the journal lies; a variable of the environment may name another file."""
    return Path(os.environ.get("GROUNDWORK_CORRECTIONS", ROOT / "data" / "corrections.jsonl"))


def closed() -> bool:
    """Whether whoever runs this server lets nobody add anything."""
    return os.environ.get("GROUNDWORK_CORRECTIONS_CLOSED", "") not in ("", "0")


def book() -> Book:
    """What is kept now; read again only where the file or what lies beside it has changed."""
    where = path()
    try:
        signs = tuple(_sign(where.with_name(where.name + end)) for end in ("", ".mark", ".cut"))
        return _book(where, signs)
    except (OSError, JournalError):
        return Book((), (_("It cannot be read just now, so no correction is shown."),))


def _sign(where: Path) -> tuple[int, int]:
    try:
        found = where.stat()
    except FileNotFoundError:
        return (-1, 0)
    return (found.st_size, found.st_mtime_ns)


@per_language(8)
def _book(where: Path, _signs: tuple[tuple[int, int], ...]) -> Book:
    if all(size < 0 for size, _changed in _signs[:2]):
        return Book()
    return _bound(journal.read(where))


def _bound(read: Journal) -> Book:
    entries, problems = entries_of(read.records)
    problems += [
        _("An entry speaks of a proposal {proposal} that is not there.", proposal=each)
        for each in strays(entries)
    ]
    return Book(tuple(standings(entries).values()), (*read.problems, *problems))


def propose(proposal: Proposal) -> None:
    """Keep a proposal. Raises RefusedError where the same one is open already."""

    def check(kept: dict[str, Standing]) -> None:
        for each in kept.values():
            other = each.proposal
            same = (other.subject, other.proposed, other.dataset) == (
                proposal.subject, proposal.proposed, proposal.dataset
            )  # fmt: skip
            by_same = other.organisation == proposal.organisation or same_organisation(
                other.organisation, proposal.organisation
            )
            if each.pending and same and by_same:
                raise RefusedError(
                    _("The same correction by the same organisation is open already.")
                )

    _append(proposal, check)


def review(entry: Review) -> None:
    """Keep a review. Raises RefusedError where its organisation may not review this one."""
    _append(entry, lambda kept: _allow(against_review(_one(kept, entry), entry.organisation)))


def withdraw(entry: Withdrawal) -> None:
    """Keep a withdrawal. Raises RefusedError where somebody else proposed it."""
    _append(entry, lambda kept: _allow(against_withdrawal(_one(kept, entry), entry.organisation)))


def _one(kept: dict[str, Standing], entry: Review | Withdrawal) -> Standing:
    if entry.proposal_id not in kept:
        raise RefusedError(_("This proposal is not in the journal any more. Load the page again."))
    return kept[entry.proposal_id]


def _allow(reason: str) -> None:
    if reason:
        raise RefusedError(_(reason))


def _append(entry: Entry, check: Callable[[dict[str, Standing]], None]) -> None:
    """Add an entry in turn, if the rules still allow it then."""
    if closed():
        raise RefusedError(_("This server only shows corrections; it takes no new ones."))

    def make(records: tuple[Record, ...]) -> Record:
        check(standings(entries_of(records)[0]))
        return record_of(entry)

    try:
        journal.append(path(), make)
    except OSError as problem:
        raise JournalError(_("The correction could not be written. Try again later.")) from problem


def new_id() -> str:
    """A name for a proposal that nobody can guess or has taken."""
    return secrets.token_hex(6)


def now() -> str:
    """The moment it is, in universal time, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
