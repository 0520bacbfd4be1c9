"""Scenario files from anybody: read as they were meant, or refused with place and way out."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.counts import Count
from tests.hostile.values import UNHEARD, VALUES
from ui.scenario.document import opened
from ui.scenario.plain_json import DocumentError

CHANGE = {"change": "arrive", "persons": 5}


def told(**more: Any) -> bytes:
    about = {"format": "groundwork-scenario", "version": 1, "plans": [plan()]}
    return json.dumps(about | more).encode("utf-8", "surrogatepass")


def plan(name: Any = "Winter", **change: Any) -> dict[str, Any]:
    return {"name": name, "changes": [CHANGE | change]}


REFUSED = {
    "nothing": b"",
    "noise": b"\xff\xfe\x00",
    "NUL": b"\0" * 100,
    "a list": b"[]",
    "a number": b"7",
    "a text": b'"groundwork-scenario"',
    "null": b"null",
    "cut short": told()[:-3],
    "two documents": told() + told(),
    "a key twice": b'{"format": "groundwork-scenario", "format": "x", "version": 1, "plans": []}',
    "brackets without end": b"[" * 100_000,
    "objects without end": b'{"a":' * 50_000,
    "a megabyte": told(made_on="x" * 1_000_000),
    "a number of 5,000 digits": told().replace(b"5", b"9" * 5_000),
    "NaN": told().replace(b'"persons": 5', b'"persons": NaN'),
    "infinity": told().replace(b'"persons": 5', b'"persons": -Infinity'),
    "1e999": told().replace(b'"persons": 5', b'"persons": 1e999'),
    "another format": told(format="other"),
    "another version": told(version=2),
    "true for a version": told(version=True),
    "a text for a version": told(version="1"),
    "an unknown part": told(extra=1),
    "a day that is none": told(made_on="9999-99-99"),
    "a month that is none": told(dataset={"built": "2026-13-01"}),
    "a key twice among 15,000": (
        b'{"format": "groundwork-scenario", "version": 1, "plans": [], '
        + b", ".join(b'"%d": 0' % n for n in range(15_000))
        + b', "7": 1}'
    ),
    "a prototype": told(**{"__proto__": {"admin": True}}),
    "plans that are no list": told(plans={"name": "a"}),
    "plans that are texts": told(plans=["a", "b"]),
    "five plans": told(plans=[plan(f"p{i}") for i in range(5)]),
    "thirteen changes": told(plans=[{"name": "a", "changes": [CHANGE] * 13}]),
    "a name twice": told(plans=[plan("a"), plan("A")]),
    "no name": told(plans=[plan("")]),
    "a number for a name": told(plans=[plan(7)]),
    "an unknown change": told(plans=[plan(change="drop table")]),
    "a list for a change": told(plans=[plan(change=["arrive"])]),
    "nobody": told(plans=[plan(persons=-1)]),
    "half a person": told(plans=[plan(persons=1.5)]),
    "a text for persons": told(plans=[plan(persons="5; drop table")]),
    "true for persons": told(plans=[plan(persons=True)]),
    "null for persons": told(plans=[plan(persons=None)]),
    "a rule there is not": told(plans=[plan(rule="' or 1=1")]),
    "a list for a rule": told(plans=[plan(rule=["unmet"])]),
    "a share above all": told(plans=[plan(most_percent=101)]),
    "a text for a share": told(plans=[plan(most_percent="9")]),
    "a text for a switch": told(plans=[plan(places_only="no")]),
    "a family of none": told(plans=[plan(family=0)]),
    "SQL for a territory": told(plans=[plan(only=["IT'; --"])]),
    "a text for territories": told(plans=[plan(only="IT")]),
    "a million territories": told(plans=[plan(only=["IT"] * 40_000)]),
    "a path for a dataset": told(dataset={"kind": "../../etc/passwd"}),
    "a text for a dataset": told(dataset="published"),
    "a script for a filter": told(baseline={"service": "<script>"}),
    "an unknown filter": told(baseline={"colour": "red"}),
    "a day there is not": told(made_on="tomorrow"),
}


@pytest.mark.parametrize("document", REFUSED.values(), ids=list(REFUSED))
def test_what_is_no_scenario_is_refused_with_its_place(document: bytes, count: Count) -> None:
    with pytest.raises(DocumentError) as refused:
        opened(document)
    assert refused.value.where and refused.value.wrong and refused.value.instead
    assert len(str(refused.value)) < 600


@pytest.mark.parametrize("text", [*VALUES.values(), *UNHEARD.values()], ids=[*VALUES, *UNHEARD])
def test_a_hostile_text_anywhere_is_refused_or_kept_as_text(text: str, count: Count) -> None:
    documents = (
        told(plans=[plan(text)]), told(plans=[plan(rule=text)]), told(plans=[plan(only=[text])]),
        told(baseline={"service": text}), told(dataset={"kind": text}), told(made_on=text),
        told(**{text: 1}), told(plans=[plan(**{text or "x": 1})]),
    )  # fmt: skip
    for document in documents:
        count.case()
        try:
            found = opened(document)
        except DocumentError as error:
            assert "\0" not in str(error)
        else:
            assert len(found.plans[0].name) <= 60


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)
PARTS = st.sampled_from(["persons", "rule", "key", "most_percent", "places_only", "only", "family"])


@settings(max_examples=150)
@given(PARTS, JSONS)
def test_any_value_of_any_part_is_read_or_refused(part: str, value: Any) -> None:
    try:
        opened(json.dumps(told_of(part, value)).encode())
    except DocumentError as error:
        assert error.where


def told_of(part: str, value: Any) -> dict[str, Any]:
    """A scenario with this value in a part of its change."""
    about = {"format": "groundwork-scenario", "version": 1}
    return {**about, "plans": [plan(**{part: value})]}
