"""Formulas are made harmless, and every text comes back as it was."""

import re

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.out.formats.rows import TEXTS
from ui.out.formats.shield import bare, bared, shield, shielded

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "before",
    [
        "",
        " ",
        "\u00a0",
        "\ufeff",
        "\u3000 ",
        "\x00",
        "\u200b",
        "\xad",
        "\u061c",
        "\u2066",
        "\ufe0f",
        "\u034f",
        "\u3164",
    ],
)
def test_a_text_that_may_run_begins_with_an_apostrophe(sign, before):
    assert shielded(f"{before}{sign}cmd|' /C calc'!A0") == f"'{before}{sign}cmd|' /C calc'!A0"


@pytest.mark.parametrize("end", [",", ";", "\t", "\r", "\n", "\r\n"])
def test_a_text_that_another_country_s_spreadsheet_would_cut_is_safe_in_every_part(end):
    assert shielded(f"a{end}=cmd|x{end}'+1") == f"a{end}'=cmd|x{end}''+1"
    assert bared(f"a{end}'=cmd|x{end}''+1") == f"a{end}=cmd|x{end}'+1"


@pytest.mark.parametrize(
    "text", ["", "a=b", "3-4", "Saxony", "'quoted'", "''", " ", "’=1", "1+1", "a, -b; - c", "x;y"]
)
def test_other_text_is_as_it_was(text):
    assert shielded(text) == text


@pytest.mark.parametrize("text", ["'=1", "''=1", "' =1", "'\t", "=", "'='"])
def test_a_text_that_looks_shielded_already_comes_back_too(text):
    assert shielded(text) != text
    assert bared(shielded(text)) == text


@given(st.lists(TEXTS | st.none()))
def test_no_shielded_text_begins_with_a_sign_and_each_comes_back(texts):
    found = shield(pa.array(texts, pa.string()))
    assert found.to_pylist() == [None if each is None else shielded(each) for each in texts]
    for each in filter(None, found.to_pylist()):
        assert not each.lstrip(" \xa0\ufeff\x0b\x00").startswith(SIGNS)
        parts = re.split("[,;\t\r\n]", each)
        assert not any(part.startswith(SIGNS) for part in parts)
    assert bare(found).to_pylist() == texts
    assert [bared(each) for each in found.to_pylist() if each is not None] == [
        each for each in texts if each is not None
    ]


@given(st.lists(TEXTS))
def test_different_texts_stay_different(texts):
    assert len({shielded(each) for each in texts}) == len(set(texts))
