"""Plans of every kind, for tests that write and read them."""

from hypothesis import strategies as st

from analysis.scenario.plan import KEYS, RULES, Add, Arrive, Change, Lose, Places, Plan

KNOWN = {"AT1", "AT2", "IT1+IT2"}
_percents = st.integers(1, 100_000).map(lambda n: n / 1000)
_some = st.lists(st.sampled_from(sorted(KNOWN)), unique=True).map(tuple)
_rules, _keys = st.sampled_from(RULES), st.sampled_from(KEYS)
_places = st.integers(1, 10_000_000)
changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(Arrive, _places, _rules, _keys, st.none() | _percents, st.booleans(), _some,
              st.integers(1, 20)),
    st.builds(Places, st.sampled_from(sorted(KNOWN)), _places.map(lambda n: -n) | _places),
    st.builds(Lose, _percents, _some),
    st.builds(Add, _places, st.none(), st.just(365), _rules, _some, _keys),
    st.builds(Add, st.none(), _places, st.integers(1, 3650), _rules, _some, _keys),
)  # fmt: skip
_names = st.text("aZ é:;,.~&=#%+?漢", min_size=1, max_size=8).map(lambda n: " ".join(n.split()))
plans: st.SearchStrategy[list[Plan]] = st.lists(
    st.builds(Plan, _names.filter(bool), st.lists(changes, min_size=1, max_size=12).map(tuple)),
    min_size=1, max_size=4, unique_by=lambda plan: plan.name.casefold(),
)  # fmt: skip
