"""What a service states, in words; what it does not is left out or said to be not stated."""

import pandas as pd
import pytest

from ui.digital.charts import ranked
from ui.digital.words import language, people, percent, speaks, stated
from ui.words import THIN

NOTHING: dict[str, object] = dict.fromkeys(
    ["provider", "reach", "languages", "languages_count", "started", "use_value", "use_lower",
     "use_unit", "use_period", "accessibility", "offline", "updated", "on_site", "effect"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "Languages: not stated."),
        (
            {"languages": "de en", "languages_count": 2.0},
            "Speaks two languages: English and German.",
        ),
        ({"languages": "de"}, "Speaks German; others are not named."),
        ({"languages": "de", "languages_count": 4.0}, "Speaks German; 3 are not named."),
        ({"languages_count": 12.0}, "Speaks twelve languages, which its page does not name."),
    ],
)
def test_languages_are_said_as_far_as_they_are_known(
    said: dict[str, object], expected: str
) -> None:
    assert speaks(NOTHING | said) == expected


def test_what_is_not_stated_is_not_said() -> None:
    assert stated(dict(NOTHING)) == []
    assert stated(NOTHING | {"offline": False, "on_site": True}) == [
        "Needs a connection.", "Has a counterpart on site.",
    ]  # fmt: skip


def test_use_is_a_figure_with_its_unit_and_date_or_a_lower_end() -> None:
    used = {"use_unit": "learners", "use_period": "2022-01"}
    exact = stated(NOTHING | used | {"use_value": 500.0})
    assert exact == ["Used: 500 learners (January 2022)."]
    assert stated(NOTHING | used | {"use_lower": 500.0}) == [
        "Used: more than 500 learners (January 2022)."
    ]


def test_names_from_data_are_no_markup() -> None:
    assert stated(NOTHING | {"provider": "[x](http://y)"}) == [r"Run by \[x\]\(http\:⁠//y\)."]


def test_intervals() -> None:
    assert percent(12.0, 12.0) == f"12{THIN}%"
    assert people(0, 400) == "up to 400"
    assert language("zz-unknown").startswith("language ")


def test_languages_rank_by_all_who_can_use_them_and_keep_their_states() -> None:
    rows = pd.DataFrame(
        [("FR", "tr", 5.0, 10.0, "no known service"), ("DE", "tr", 50.0, 50.0, "cannot tell"),
         ("FR", "ar", 20.0, 30.0, "spoken")],
        columns=["territory_id", "language", "lower", "upper", "state"],
    )  # fmt: skip
    found = ranked(rows)
    assert list(found.index) == ["tr", "ar"]
    assert found.loc["tr", ["no known service", "cannot tell", "spoken"]].tolist() == [10, 50, 0]
    assert found.loc["tr", "upper"] == 60
