"""Scenarios as files: the same comes back, and what is wrong is named with its place."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scenario.plan import Arrive, Plan
from tests.ui.scenario.plans import plans
from ui.asked import asked
from ui.scenario.document import baseline_of, document, opened
from ui.scenario.plain_json import DocumentError
from ui.shortage_choice import measure
from ui.store import Dataset

BASELINE = {"service": "reception", "norm": "0.8", "in": "AT.IT"}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    file = tmp_path_factory.mktemp("data") / "published.duckdb"
    file.write_bytes(b"figures")
    return Dataset("Published", str(file), datetime(2026, 11, 1))


@given(found=plans)
def test_what_is_written_is_opened_again(dataset: Dataset, found: list[Plan]) -> None:
    data = document(dataset, BASELINE, found, date(2026, 11, 27))
    back = opened(data)
    assert back.plans == tuple(found)
    assert (back.baseline, back.dataset, back.made_on) == (BASELINE, "published", "2026-11-27")
    assert back.built == "2026-11-01" and len(back.sha256) == 64
    assert document(dataset, back.baseline, back.plans, date(2026, 11, 27)) == data


@pytest.mark.parametrize(
    "values",
    [{}, {"norm": "0.8", "in": "IT.ES", "level": "0"}, {"by": "place_each_newcomer", "whom": "all",
     "basis": "all_protection"}, {"by": "floor_area"}, {"by": "task_nl"}],
)  # fmt: skip
def test_a_baseline_measures_the_same_again(open_data: Dataset, values: dict[str, str]) -> None:
    with asked(values):
        measured = measure(open_data)
    with asked(baseline_of(measured), strict=True):
        assert measure(open_data) == measured


def small(**changed: Any) -> dict[str, Any]:
    return {"format": "groundwork-scenario", "version": 1, "plans": [], **changed}


def one(**change: Any) -> bytes:
    plan = {"name": "A", "changes": [{"change": "arrive", "persons": 5, **change}]}
    return json.dumps(small(plans=[plan])).encode()


def test_a_file_by_hand_may_leave_the_usual_out() -> None:
    assert opened(one()).plans == (Plan("A", (Arrive(5),)),)
    assert opened(json.dumps(small()).encode()).parameters == {}


@pytest.mark.parametrize(
    ("data", "where", "wrong"),
    [
        (b"", "line 1", "not JSON"),
        (b"\xff\xfe", "byte 1", "UTF-8"),
        (b"[" * 100_000, "line 1", "9 deep"),
        (b'{"a":' * 10_000, "line 1", "deep"),
        (b" " * 300_000, "the file", "200,000 bytes"),
        (b"[]", "format", "no scenario"),
        (b'{"format": "x", "format": "x"}', "an object", "twice"),
        (b'{"format": NaN}', "a number", "NaN"),
        (b'{"format": 1e999}', "a number", "too large"),
        (b'{"format": ' + b"9" * 5000 + b"}", "a number", "too many digits"),
        (json.dumps(small(version=2)).encode(), "version", "2 is not read"),
        (json.dumps(small(version=True)).encode(), "version", "true is not read"),
        (json.dumps(small(plan=[])).encode(), "the file", "not known"),
        (json.dumps(small(plans={})).encode(), "plans", "no list"),
        (json.dumps(small(plans=[1] * 5)).encode(), "plans", "too many"),
        (json.dumps(small(plans=[1])).encode(), "plans[0]", "no object"),
        (json.dumps(small(plans=[{"name": "A"}])).encode(), "plans[0]", "changes is missing"),
        (json.dumps(small(baseline={"by": "a&b=c"})).encode(), "baseline.by", "not written"),
        (json.dumps(small(baseline={"at": "IT"})).encode(), "baseline", "not known"),
        (json.dumps(small(baseline={"by": 5})).encode(), "baseline.by", "no text"),
        (json.dumps(small(dataset={"kind": "../x"})).encode(), "dataset.kind", "no dataset"),
        (one(change="wish"), "plans[0].changes[0].change", "no change"),
        (one(change=["arrive"]), "plans[0].changes[0].change", "no change"),
        (one(persons=2.5), "plans[0].changes[0].persons", "a whole number"),
        (one(persons=True), "plans[0].changes[0].persons", "a whole number"),
        (one(persons=10**14), "plans[0].changes[0].persons", "a whole number"),
        (one(persons=None), "plans[0].changes[0].persons", "a whole number"),
        (one(rule="best"), "plans[0].changes[0].rule", "one of"),
        (one(rule=["unmet"]), "plans[0].changes[0].rule", "one of"),
        (one(only="IT"), "plans[0].changes[0].only", "no list"),
        (one(only=["IT;x:lose.1"]), "plans[0].changes[0].only", "no code"),
        (one(places=3), "plans[0].changes[0]", "not known"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(data: bytes, where: str, wrong: str) -> None:
    with pytest.raises(DocumentError, match=r"\w") as refused:
        opened(data)
    assert where in refused.value.where and wrong in refused.value.wrong
    assert refused.value.instead.endswith(".")
    assert len(str(refused.value)) < 400


def test_two_plans_of_one_name_are_refused() -> None:
    plan = {"name": "A", "changes": []}
    with pytest.raises(DocumentError, match="twice"):
        opened(json.dumps(small(plans=[plan, {**plan, "name": " a "}])).encode())


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        opened(data)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(
    st.sampled_from(["version", "made_on", "dataset", "baseline", "plans", "name", "changes",
                     "persons", "most_percent", "only", "family", "key"]), anything
)  # fmt: skip
def test_any_value_in_any_place_is_read_or_refused(name: str, value: Any) -> None:
    if name in ("version", "made_on", "dataset", "baseline", "plans"):
        data = json.dumps(small(**{name: value})).encode()
    elif name in ("name", "changes"):
        plan = {"name": "A", "changes": [], name: value}
        data = json.dumps(small(plans=[plan])).encode()
    else:
        data = one(**{name: value})
    try:
        found = opened(data)
    except DocumentError as error:
        assert error.where and error.instead
    else:
        assert isinstance(found.parameters, dict)


def test_a_file_is_small_and_readable(dataset: Dataset) -> None:
    data = document(dataset, BASELINE, [Plan("Hiver à Ödön", (Arrive(5),))], date(2026, 1, 2))
    assert "Hiver à Ödön" in data.decode() and data.endswith(b"}\n") and Path(dataset.path).exists()
