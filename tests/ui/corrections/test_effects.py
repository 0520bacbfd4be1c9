"""What an acceptance would move: as a build would have it, and by hand."""

import pandas as pd
import pytest

from analysis.corrections import Statement, Subject
from analysis.recomputed import latest_known
from analysis.standards import BY_ID
from tests.ui.corrections.conftest import PLACES
from ui.corrections.effects import effects, ledgers_of, pairs
from ui.corrections.say import among, moved
from ui.corrections.target import of_figure
from ui.store import Dataset, ask

_COLUMNS = (
    "need", "need_lower", "need_upper", "need_exact", "capacity", "capacity_lower",
    "capacity_upper", "capacity_exact", "period", "capacity_period", "capacity_measure_id",
)  # fmt: skip


@pytest.mark.parametrize(
    "standard_id", ["place_each_applicant", "place_each_newcomer", "task_nl", "children_es"]
)
def test_without_a_replacement_the_ledger_is_the_build_s(now: Dataset, standard_id: str) -> None:
    standard = BY_ID[standard_id]
    for basis in standard.bases:
        built = ask(
            now, "shortage", standard_id=standard_id, basis_id=basis.basis_id, period=""
        ).set_index("territory_id")  # fmt: skip
        known = built.index[built["capacity"].notna()]
        for territory_id in [*known[:5], *built.index[:2]]:
            row = latest_known(pairs(now, territory_id, standard, basis))
            assert row is not None
            for column in _COLUMNS:
                ours, theirs = row[column], built.loc[territory_id, column]
                both = pd.isna(ours) and pd.isna(theirs)
                assert both or ours == pytest.approx(theirs), (territory_id, column)


def test_gelderland_s_places_by_hand(now: Dataset) -> None:
    """11,704 asked for, 10,474 promised: 1,230 short, the fifth of eleven. With 12,000 promised
    296 are to spare: Limburg, short by 256, and Zeeland, with 291 to spare, lack more now.
    """
    (effect,) = effects(now, PLACES, Statement(12_000.0))
    assert effect.standard.standard_id == "task_nl" and effect.period == ""
    assert (effect.before["answer"], effect.before["gap"]) == ("short", 1_230)
    assert (effect.after["answer"], effect.after["gap"]) == ("met", -296)
    assert (effect.ranks.before, effect.ranks.after, effect.ranks.of_after) == (5, 7, 11)
    assert set(effect.ranks.others) == {"NL34", "NL42"}
    assert among(effect) == "NUTS 2 regions whose gap is known (Netherlands only)"


def test_an_interval_and_an_unknown_make_the_answer_wider_never_zero(now: Dataset) -> None:
    (wide,) = effects(now, PLACES, Statement(lower=11_000.0, upper=12_000.0))
    assert (wide.after["gap_lower"], wide.after["gap_upper"]) == (-296, 704)
    assert wide.after["answer"] == "cannot tell"
    (unknown,) = effects(now, PLACES, Statement())
    assert unknown.after["answer"] == "unknown" and pd.isna(unknown.after["gap"])
    assert (unknown.ranks.after, unknown.ranks.of_after) == (None, 10)


def test_what_nobody_publishes_gets_an_answer(now: Dataset) -> None:
    """Utrecht has no report: with 100 places its gap is its task less 100, and it has a rank."""
    utrecht = Subject("observation", "value", "NL35", "committed_places", "asylum_applicants",
                      "2024-11")  # fmt: skip
    (effect,) = effects(now, utrecht, Statement(100.0))
    assert effect.before["answer"] == "unknown"
    assert effect.after["gap"] == effect.before["need"] - 100
    assert (effect.ranks.before, effect.ranks.of_before, effect.ranks.of_after) == (None, 11, 12)


def test_nothing_published_is_changed_by_trying(now: Dataset) -> None:
    before = ask(now, "correction_figures", territory_id="NL22").to_dict()
    effects(now, PLACES, Statement(1.0))
    assert str(ask(now, "correction_figures", territory_id="NL22").to_dict()) == str(before)


def test_the_same_figure_moves_nothing(now: Dataset) -> None:
    assert effects(now, PLACES, Statement(10_474.0)) == ()


def test_a_need_moves_every_ledger_that_counts_it() -> None:
    found = {s.standard_id for s, _ in ledgers_of("asylum_seekers_pending_persons",
                                                  "asylum_applicants")}  # fmt: skip
    assert {"place_each_applicant", "place_each_newcomer", "course_place_each"} <= found
    assert ledgers_of("sai_ordinary_places", "all") == []


def test_two_bases_of_one_benchmark_have_two_titles(now: Dataset) -> None:
    target = of_figure(now, "LU", "reception_places", "all", "2025-02")
    titles = [line.split("**")[1] for line in moved(now, target, Statement(12_000.0))[:-1]]
    assert len(set(titles)) == len(titles)
    assert "A place for every applicant, counting asylum applicants of the year." in titles


def test_it_is_said_where_no_gap_depends_on_a_figure(now: Dataset) -> None:
    target = of_figure(now, "ITC4", "hosted_in_centres_persons", "all", "2024-12-31")
    (said,) = moved(now, target, Statement(5.0))
    assert "No gap is worked out from this figure" in said
