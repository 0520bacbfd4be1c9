"""Ready lines read what they are given, quoted for each language."""

import ast

import pytest

from ui.api.kinds import KINDS
from ui.api.recipes import recipes

URL = "http://127.0.0.1:8501/api/v1/tables/need.{}?in=IT.ES&period=2024"


@pytest.mark.parametrize("form", list(KINDS))
def test_every_format_has_lines_for_every_programme(form):
    url = URL.format(form)
    found = recipes(url, form)
    assert list(found) == ["curl", "pandas", "DuckDB", "R"]
    assert all(url in text for text in found.values())
    ast.parse(found["pandas"])


def test_namibia_is_not_missing():
    assert "keep_default_na=False" in recipes(URL.format("csv"), "csv")["pandas"]


def test_an_address_cannot_end_its_quotes():
    found = recipes("http://h/'\"; drop table x", "csv")
    assert "''\"; drop" in found["DuckDB"]
    assert "'\"'\"'" in found["curl"]
    ast.parse(found["pandas"])
