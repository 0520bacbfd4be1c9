"""Entries of the children's file: each has its line, and another layout is refused."""

import json

import pytest

from etl.reading import LayoutError
from etl.sources.italy_unaccompanied_entries import figures

FILE = "msna.json"
CONTENT = {
    "nazionale": [
        {"periodo": "2022-11", "presenti": 300, "tipo": "mensile"},
        {"periodo": "2023-06", "presenti": 310, "tipo": "semestrale"},
    ],
    "regioni": [
        {"regione": "Molise", "primo": 40, "serie": [{"periodo": "2022-11", "presenti": 40}]},
        {"regione": "Bolzano", "primo": 260, "serie": [{"periodo": "2022-11", "presenti": 260}]},
    ],
}
TEXT = json.dumps(CONTENT, indent=1)


def test_entries_come_by_rhythm_with_code_month_and_line() -> None:
    monthly, twice_a_year = figures(TEXT, FILE)
    found = [(f.name, f.territory, f.month, f.persons) for f in monthly]
    assert found == [
        ("IT", "IT", "2022-11", 300),
        ("Molise", "ITF2", "2022-11", 40),
        ("Bolzano", "ITH1", "2022-11", 260),
    ]
    assert [(f.month, f.persons) for f in twice_a_year] == [("2023-06", 310)]
    for figure in (*monthly, *twice_a_year):
        assert f'"presenti": {figure.persons}' in TEXT.splitlines()[figure.line - 1]


def test_regions_before_the_country_are_not_given_its_lines() -> None:
    turned = json.dumps(dict(reversed(CONTENT.items())), indent=1)
    with pytest.raises(LayoutError, match=r"line 9: .presenti.: 40 where 300 was expected"):
        figures(turned, FILE)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('"nazionale"', '"nazione"', "nazionale"),
        ('"presenti": 300', '"presenti": 300.5', "line 5: 300.5 is not a number of children"),
        ('"presenti": 300', '"presenti": null', "None is not a number of children"),
        ('"presenti": 300', '"presenti": -1', "-1 is not a number of children"),
        ('"Molise"', '"Padania"', "'Padania' is none of the 21 regions"),
        ("semestrale", "annuale", "line 10: tipo 'annuale' is not known"),
        ("2023-06", "06/2023", "'06/2023' is not a month"),
        ("{", "", "not laid out as expected"),
        ("\n", "", "1 lines with presenti, 4 entries"),
    ],
)
def test_another_layout_is_refused(old: str, new: str, named: str) -> None:
    with pytest.raises(LayoutError, match=named):
        figures(TEXT.replace(old, new), FILE)
