"""What every indicator must have to be shown; runs over the registry."""

from itertools import pairwise
from string import Formatter

import pytest

from analysis import BY_ID, INDICATORS
from etl import measures
from ui.words import GROUPS

each = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.indicator_id)
# The colour of a class is one digit on the map; 8 is unknown and 9 is not drawn.
MOST_CLASSES = 8


def test_ids_and_labels_are_each_used_once():
    assert len(BY_ID) == len(INDICATORS)
    assert len({one.label for one in INDICATORS}) == len(INDICATORS)
    assert all(BY_ID[one.indicator_id] is one for one in INDICATORS)


@each
def test_an_id_can_stand_in_an_address(indicator):
    assert indicator.indicator_id.isascii()
    assert indicator.indicator_id.isidentifier()


@each
def test_breaks_rise_from_above_zero_and_classes_fit_in_a_digit(indicator):
    assert all(low < high for low, high in pairwise(indicator.breaks))
    assert indicator.breaks[0] > 0
    assert 2 <= len(indicator.breaks) + 1 <= MOST_CLASSES


@each
def test_the_only_placeholder_of_a_question_is_the_distance(indicator):
    fields = {name for _, name, _, _ in Formatter().parse(indicator.question) if name is not None}
    assert fields <= {"km"}
    assert (fields == {"km"}) == (indicator.reads == "hospital_reach")
    assert indicator.question.endswith("?")


@each
def test_sentences_end_with_a_full_stop_and_labels_do_not(indicator):
    assert indicator.definition.endswith(".")
    assert indicator.method.endswith(".")
    assert not indicator.caution or indicator.caution.endswith(".")
    for text in (indicator.label, indicator.unit, indicator.count_label, indicator.unknown_means):
        assert text
        assert not text.endswith(".")


@each
def test_texts_are_single_spaced(indicator):
    for text in (indicator.definition, indicator.method, indicator.caution, indicator.question):
        assert text == " ".join(text.split())


@each
def test_groups_have_words_and_measures_exist(indicator):
    assert indicator.measures
    assert set(indicator.measures) <= set(GROUPS)
    assert set(indicator.measures.values()) <= set(measures.BY_ID)


@each
def test_an_alarm_is_a_break_so_that_the_map_shows_it(indicator):
    assert indicator.alarm is None or indicator.alarm in indicator.breaks


@each
def test_percentages_stay_below_a_hundred(indicator):
    assert not indicator.is_share or indicator.breaks[-1] < 100
