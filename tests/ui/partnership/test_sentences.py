"""What is said of one territory: unknown stays unknown, names from data are never markup."""

import pandas as pd
import pytest

from analysis.partnership import ACTORS, KNOWN, LEVELS, NO_LIST, NONE, NONE_FOUND
from ui.partnership import sentences
from ui.partnership.here import Here

NOBODY = pd.DataFrame(
    columns=["organisation_id", "name", "actor", "level", "service", "contracts",
             "first_period", "last_period"]
)  # fmt: skip
DEALS = pd.DataFrame(columns=["organisation_id", "partner_id", "name", "partner_name", "agreement"])
BODY = {
    "name": "Council", "level": "local", "period": "2024", "seats": 10, "newcomer_seats": 3,
    "meetings": 4, "decision_power": 3,
}  # fmt: skip


def here(work: pd.DataFrame = NOBODY, state: str = NO_LIST, deals: pd.DataFrame = DEALS) -> Here:
    return Here(
        "XA1", "Somewhere", "all", work, NOBODY,
        pd.Series(dict.fromkeys(ACTORS, state)), pd.Series(dict.fromkeys(LEVELS, state)),
        pd.DataFrame(columns=["about", "complete"]), 0, deals, pd.DataFrame(), pd.DataFrame(),
    )  # fmt: skip


def worker(**own: object) -> dict[str, object]:
    usual = {"organisation_id": "a", "name": "A", "actor": "ngo", "level": "local",
             "service": "housing", "contracts": None, "first_period": "2023",
             "last_period": "2024"}  # fmt: skip
    return usual | own


def test_nobody_known_is_unknown_and_nobody_by_complete_lists_is_nobody() -> None:
    assert sentences.at_work(here()).startswith("**Unknown**")
    assert sentences.at_work(here(state=NONE_FOUND)).startswith("**Unknown**")
    assert sentences.at_work(here(state=NONE)).startswith("**Nobody**")


def test_one_organisation_with_two_services_is_one() -> None:
    rows = pd.DataFrame([worker(contracts=2), worker(service="language", contracts=3)])
    said = sentences.at_work(here(rows))
    assert said.startswith("**1 organisation** is known to work here: 1 NGO.")
    assert "housing and language teaching" in said
    assert "**5 contracts** (2023 to 2024)" in said


def test_a_part_of_the_contracts_is_at_least() -> None:
    rows = pd.DataFrame([worker(contracts=2), worker(service="language")])
    assert "at least **2 contracts**" in sentences.at_work(here(rows))


def test_each_state_has_its_sentence() -> None:
    assert "**No list** covers" in sentences.missing(here())[0]
    assert "not complete, so unknown" in sentences.missing(here(state=NONE_FOUND))[0]
    assert "**Known to be none**" in sentences.missing(here(state=NONE))[0]
    assert "All seven" in sentences.missing(here(state=KNOWN))[0]
    assert sentences.levels(here()) == "Not known: local, regional, national and EU."


def test_no_agreement_is_unknown_shared_work() -> None:
    assert "unknown" in sentences.sharing(here())
    deal = {"organisation_id": "a", "partner_id": "b", "name": "*A*", "partner_name": "[B](x)",
            "agreement": "pact"}  # fmt: skip
    said = sentences.sharing(here(deals=pd.DataFrame([deal, deal | {"partner_id": "c"}])))
    assert said.startswith("**Two pairs** share work")
    assert r"\*A\*" in said and r"\[B\]\(x\)" in said


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ({}, "**3 of 10 seats**; it is co-decides (3 of 4)"),
        ({"newcomer_seats": None}, "10 seats, **unknown** how many are newcomers'"),
        ({"seats": None}, "**unknown** how many seats"),
        ({"meetings": None}, "how often it met is unknown"),
        ({"decision_power": None}, "its power is unknown"),
        ({"newcomer_seats": 0}, "**0 of 10 seats**"),
    ],
)
def test_a_body_is_told_with_what_is_not(own: dict[str, object], says: str) -> None:
    assert says.replace("it is co-decides", "it co-decides") in sentences.body(BODY | own)
