"""Names of the classes of a map."""

from hypothesis import given
from hypothesis import strategies as st

from ui.class_names import labels

BREAKS = st.lists(st.integers(-100, 100), min_size=1, max_size=7, unique=True).map(sorted)


@given(BREAKS)
def test_every_class_has_its_own_name(breaks):
    names = labels(breaks, "%")
    assert len(set(names)) == len(breaks) + 1


def test_names_without_a_unit():
    assert labels([0.5, 1, 20], "") == ["under 0.5", "0.5 to 1", "1 to 20", "20 and more"]
