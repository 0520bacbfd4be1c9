"""A scenario as a JSON file, both ways: how today is measured, the plans, which dataset it was."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from analysis.scenario.plan import MOST_CHANGES, MOST_PLANS, Plan
from ui import address
from ui.group_text import LONGEST, tidy
from ui.language import _
from ui.out.citation import dataset_hash
from ui.scenario.change_record import change_of, record_of
from ui.scenario.plain_json import DocumentError, fields, listed, parsed, shown, text
from ui.scenario.text import NAME, written
from ui.shortage_choice import ShortageChoice
from ui.store import Dataset, is_kind

FORMAT, VERSION = "groundwork-scenario", 1
# The filters that say how today is measured, as they stand in the address.
BASELINE = ("service", "whom", "by", "basis", "norm", "level", "in", "when")
_CODE = re.compile(r"[A-Za-z0-9_.+-]{1,2000}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Document:
    """What a file says: filters of the baseline, plans, and the dataset it was made with."""

    baseline: Mapping[str, str]
    plans: tuple[Plan, ...]
    dataset: str
    built: str = ""
    sha256: str = ""
    made_on: str = ""

    @property
    def parameters(self) -> dict[str, str]:
        """The filters of the page and its views that show this again."""
        return {**self.baseline, NAME: written(self.plans)} if self.plans else {**self.baseline}


def baseline_of(measured: ShortageChoice) -> dict[str, str]:
    """The filters that measure today the same way, also where usual values change one day."""
    standard = measured.standard
    found = {
        "service": standard.service, "whom": standard.group_id, "by": standard.standard_id,
        "norm": address.written(measured.threshold), "level": str(measured.level),
    }  # fmt: skip
    if len(standard.bases) > 1:
        found["basis"] = measured.basis.basis_id
    if measured.countries and not standard.countries:
        found["in"] = address.joined(measured.countries)
    if measured.period:
        found["when"] = measured.period
    return {name: found[name] for name in BASELINE if name in found}


def document(
    dataset: Dataset, baseline: Mapping[str, str], plans: Sequence[Plan], made_on: date
) -> bytes:
    """The file of a scenario; the same again for the same plans, dataset and day."""
    about = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": made_on.isoformat(),
        "dataset": {
            "kind": dataset.kind, "built": dataset.built.date().isoformat(),
            "sha256": dataset_hash(dataset),
        },
        "baseline": dict(baseline),
        "plans": [
            {"name": plan.name, "changes": [record_of(each) for each in plan.changes]}
            for plan in plans
        ],
    }  # fmt: skip
    return (json.dumps(about, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def opened(data: bytes) -> Document:
    """What a file says. Nothing in it is trusted, and nothing is guessed.

    Whether its territories and filters exist is for the dataset to say. Raises DocumentError,
    which names the place in the file, what is wrong there and what to do.
    """
    about = parsed(data)
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise DocumentError(
            "format", _("this is no scenario of Groundwork ({format})", format=FORMAT),
            _("Take a file that the Scenario page or `python -m etl scenario` wrote."),
        )  # fmt: skip
    if about.get("version") != VERSION or isinstance(about["version"], bool):
        raise DocumentError(
            "version", _("{value} is not read here", value=shown(about.get("version"))),
            _("This Groundwork reads version {version}: use the one that wrote the file.",
              version=VERSION),
        )  # fmt: skip
    fields(about, _("the file"), ("format", "version", "plans"), ("made_on", "dataset", "baseline"))
    plans = listed(about["plans"], "plans", MOST_PLANS)
    found = tuple(_plan(each, f"plans[{at}]") for at, each in enumerate(plans))
    names = [each.name.casefold() for each in found]
    if len(set(names)) != len(names):
        raise DocumentError(
            "plans", _("a name stands twice"), _("Give each plan a name of its own.")
        )
    made = fields(about.get("dataset", {}), "dataset", (), ("kind", "built", "sha256"))
    kind = made.get("kind", "published")
    if not is_kind(kind):
        raise DocumentError(
            "dataset.kind", _("{value} is no dataset", value=shown(kind)), _("Write published.")
        )
    return Document(
        _baseline(about.get("baseline", {})), found, kind,
        _day(made.get("built", ""), "dataset.built"),
        _fits(made.get("sha256", ""), "dataset.sha256", _HEX),
        _day(about.get("made_on", ""), "made_on"),
    )  # fmt: skip


def _baseline(value: Any) -> dict[str, str]:
    found = fields(value, "baseline", (), BASELINE)
    return {name: _fits(found[name], f"baseline.{name}", _CODE) for name in found}


def _fits(value: Any, where: str, form: re.Pattern[str]) -> str:
    """A text of a form, or none."""
    said = text(value, where, 2_000)
    if said and not form.fullmatch(said):
        raise DocumentError(
            where,
            _("{value} is not written as it should be", value=shown(said)),
            _("Leave it out."),
        )
    return said


def _day(value: Any, where: str) -> str:
    """A day of the calendar, or none."""
    said = _fits(value, where, _DAY)
    try:
        return said and date.fromisoformat(said).isoformat()
    except ValueError:
        raise DocumentError(
            where, _("{value} is no day", value=shown(said)), _("Leave it out.")
        ) from None


def _plan(value: Any, where: str) -> Plan:
    found = fields(value, where, ("name", "changes"), ())
    name = tidy(text(found["name"], f"{where}.name", LONGEST))
    if not name:
        raise DocumentError(f"{where}.name", _("the plan has no name"), _("Give it one."))
    changes = listed(found["changes"], f"{where}.changes", MOST_CHANGES)
    return Plan(name, tuple(change_of(e, f"{where}.changes[{at}]") for at, e in enumerate(changes)))
