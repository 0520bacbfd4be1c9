"""What a view says in words: nothing unknown is passed over, nothing is added that may not be."""

import pytest

from analysis.hospital_care import HOLE, NO_REGISTER, NOT_PLACED
from ui import finding, headlines
from ui.caveats import caveats
from ui.words import THIN


def spoken(text: str) -> str:
    return text.replace(THIN, " ")


def far(code: str, count: float | None, **more: object) -> dict[str, object]:
    """A region of 1,000,000 with `count` residents out of reach."""
    share = None if count is None else count / 10_000
    return {
        "territory_id": code, "country": code[:2], "residents": 1_000_000.0, "period": "2020",
        "group_id": "residents", "value": share, "lower": share, "upper": share, "count": count,
        "count_lower": count, "count_upper": count, "source_id": "office",
    } | more  # fmt: skip


def hosted(code: str, rate: float | None, **more: object) -> dict[str, object]:
    """A region of 1,000 with `rate` hosted."""
    return {
        "territory_id": code, "country": code[:2], "value": rate, "count": rate,
        "name": f"Place {code}",
    } | more  # fmt: skip


def test_how_many_live_out_of_reach_of_the_residents_who_are_known(make_view):
    view = make_view(far("AT11", 250_000.0), far("AT12", 50_000.0), indicator="hospital")
    assert spoken(finding.sentence(view)) == (
        "About 300 000 of the 2 million residents of territories with an answer live farther "
        "than 20 km from the nearest hospital (hospitals of 2020, residents of 2022)."
    )


def test_three_countries_are_named_by_people_not_by_share(make_view):
    view = make_view(
        far("AT11", 10.0), far("BE10", 400_000.0), far("CZ01", 300_000.0),
        far("DE11", 250_000.0), far("DE12", 250_000.0), indicator="hospital",
    )  # fmt: skip
    assert "most of them in Germany, Belgium and Czechia." in finding.sentence(view)


def test_nobody_out_of_reach_names_nobody(make_view):
    view = make_view(far("AT11", 0.0), far("BE10", 0.0), far("CZ01", 0.0), indicator="hospital")
    assert "most of them" not in finding.sentence(view)


def test_residents_of_unknown_territories_are_not_counted_as_served(make_view):
    view = make_view(far("AT11", 250_000.0), far("AT12", None), indicator="hospital")
    text = spoken(finding.sentence(view))
    assert "250 000 of the 1 million residents of territories with an answer" in text
    assert text.endswith(
        "For one territory the hospital register is too thin to tell: unknown, not zero."
    )


def test_one_silent_country_is_named(make_view):
    silent = far("UK11", None, note=NO_REGISTER)
    view = make_view(far("AT11", 5.0), silent, indicator="hospital")
    assert finding.sentence(view).endswith(
        "United Kingdom sends no hospital register: unknown, not zero."
    )
    view = make_view(hosted("AT11", 5.0), hosted("EL30", None), hosted("BE10", None))
    assert finding.sentence(view).endswith(
        "Groundwork has no such figure for Belgium and Greece: unknown, not zero."
    )


def test_many_silent_countries_are_counted(make_view):
    codes = ["BE10", "CZ01", "DE11", "EL30", "ES30"]
    view = make_view(hosted("AT11", 5.0), *(hosted(code, None) for code in codes))
    assert "no such figure for five countries: unknown, not zero." in finding.sentence(view)


def test_all_unknown_is_said_plainly(make_view):
    view = make_view(hosted("AT11", None), hosted("AT12", None))
    assert "all are unknown, not zero" in finding.sentence(view)
    assert [spoken(each.figure) for each in headlines.headlines(view)] == ["unknown", "0 of 2", "2"]


@pytest.mark.parametrize(("indicator", "ends"), [("hosted", "BC"), ("places", "CB")])
def test_rates_are_told_from_the_sharp_end(make_view, indicator, ends):
    view = make_view(
        hosted("AT1A", 3.0), hosted("AT1B", 7.0), hosted("AT1C", 0.5), indicator=indicator
    )
    rate = {"B": "7", "C": "0.5"}
    assert finding.sentence(view) == (
        f"From {rate[ends[0]]} per 1,000 residents in Place AT1{ends[0]} to "
        f"{rate[ends[1]]} in Place AT1{ends[1]}."
    )


def test_dates_that_differ_are_said(make_view):
    view = make_view(hosted("AT11", 3.0, period="2022-12-31"), hosted("AT12", 7.0, period="2024"))
    assert "Dates differ, from 2022 to 2024." in finding.sentence(view)


def test_a_total_where_all_figures_are_of_one_day_and_group(make_view):
    view = make_view(hosted("AT11", 3.0), hosted("AT12", 7.0), hosted("AT13", None))
    total, known, unknown = headlines.headlines(view)
    assert (total.figure, total.counts) == ("10", "people hosted")
    assert spoken(known.figure) == "2 of 3"
    assert (unknown.figure, unknown.counts) == ("1", "NUTS 2 regions unknown")


@pytest.mark.parametrize("other", [{"period": "2023-12-31"}, {"group_id": "asylum_applicants"}])
def test_no_total_over_other_days_or_groups(make_view, other):
    view = make_view(hosted("AT11", 3.0), hosted("AT12", 8.0), hosted("AT13", 7.0, **other))
    first = headlines.headlines(view)[0]
    assert (first.figure, first.counts) == ("7", "per 1,000 residents, median territory")


def test_the_day_of_an_unknown_figure_does_not_forbid_a_total(make_view):
    view = make_view(hosted("AT11", 3.0), hosted("AT12", None, period=None, group_id=None))
    assert headlines.headlines(view)[0].figure == "3"


def test_a_total_in_doubt_is_an_interval(make_view):
    view = make_view(
        far("AT11", 2_000_000.0, count_lower=1_500_000.0, count_upper=2_500_000.0),
        indicator="hospital",
    )
    assert spoken(headlines.headlines(view)[0].figure) == "1.5–2.5 million"


def test_an_alarm_counts_what_lies_above_it_not_at_it(make_view):
    view = make_view(
        far("AT11", 200_000.0), far("AT12", 200_001.0), far("AT13", None), indicator="hospital"
    )
    above = headlines.headlines(view)[1]
    assert (above.figure, spoken(above.counts)) == ("1", "of 2 NUTS 2 regions above 20 %")


def test_levels_that_mix_are_called_territories(make_view):
    view = make_view(hosted("AT11", 3.0), hosted("BE", 2.0, level=0))
    assert headlines.headlines(view)[2].counts == "territories unknown"


def test_a_country_drawn_as_a_whole_is_said(make_view):
    view = make_view(hosted("AT11", 3.0), hosted("BE", 2.0, level=0), hosted("CZ0", 1.0, level=1))
    (note,) = caveats(view)
    assert "Belgium as a whole" in note and "Czechia by NUTS 1 region" in note
    assert "Austria" not in note


def test_figures_of_countries_only_say_nothing_about_regions(make_view):
    view = make_view(hosted("AT", 3.0, level=0), hosted("BE", 2.0, level=0))
    (note,) = caveats(view)
    assert "countries only" in note
    assert caveats(make_view(hosted("AT11", 3.0))) == []


def test_the_ranking_goes_by_people_for_shares_and_leaves_the_unknown_out(make_view):
    small = far("AT11", 900.0, value=90.0)
    view = make_view(small, far("AT12", 5_000.0), far("AT13", None), indicator="hospital")
    assert finding.ranked(view, 10).index.tolist() == ["AT12", "AT11"]


@pytest.mark.parametrize(
    ("indicator", "order"), [("hosted", ["AT12", "AT11"]), ("places", ["AT11", "AT12"])]
)
def test_the_ranking_begins_at_the_sharp_end(make_view, indicator, order):
    view = make_view(hosted("AT11", 1.0), hosted("AT12", 2.0), indicator=indicator)
    assert finding.ranked(view, 10).index.tolist() == order
    assert finding.ranked(view, 1).index.tolist() == order[:1]


def test_each_reason_for_an_unknown_is_counted_apart(make_view):
    view = make_view(
        far("AT11", 5.0), far("UK11", None, note=NO_REGISTER), far("PL22", None, note=HOLE),
        far("PL21", 1.0), far("FRY4", None, note=NOT_PLACED), far("FR10", 1.0),
        indicator="hospital",
    )  # fmt: skip
    assert finding.sentence(view).endswith(
        "United Kingdom sends no hospital register; for one other territory it is too thin to "
        "tell; for one territory no grid says where people live: unknown, not zero."
    )
