"""What the page says of plans: the finding, each change, one territory."""

from analysis.scenario.plan import Add, Arrive, Lose, Places
from tests.ui.scenario.ledgers import SHORT, SPARE, UNKNOWN, scenario
from tests.ui.shortages import MakeLedger
from ui.scenario.finding import finding
from ui.scenario.panel import told
from ui.scenario.story import story
from ui.words import THIN


def plain(text: str) -> str:
    return text.replace(THIN, " ")


def test_one_plan_is_held_against_today(make_ledger: MakeLedger) -> None:
    said = finding(scenario(make_ledger, Winter=(Arrive(50),)))
    assert "**“Winter” leaves 20 more places missing than the 40 today.**" in said
    assert "One territory is then short, as today." in said
    assert "For 1 of 3 territories the gap is unknown today, not zero" in said


def test_the_best_of_several_plans_is_named_only_where_it_is_for_certain(
    make_ledger: MakeLedger,
) -> None:
    clear = scenario(make_ledger, Few=(Add(5),), Many=(Add(12),), Worse=(Lose(50.0),))
    said = finding(clear)
    assert "“Many” leaves the fewest places missing: 12 fewer than the 40 today." in said
    assert "“Worse” leaves more missing than today." in said
    # 10,000 euro for 100 days buy 2 to 5 places: 3 are neither more nor fewer.
    open_ended = scenario(make_ledger, A=(Add(3),), B=(Add(budget_eur=10_000, days=100),))
    assert "No plan alone leaves the fewest places missing for certain" in finding(open_ended)


def test_what_is_impossible_is_told_with_its_limit_and_how_many(make_ledger: MakeLedger) -> None:
    found = scenario(make_ledger, A=(Arrive(50, places_only=True), Add(1), Places("ES9", 4)))
    first, second, third = map(plain, story(found.outcomes[0]))
    assert "30 of 50 are in a territory." in first
    assert "**Impossible for 20 people**: no more places are free." in first
    assert "One territory was left out: nobody publishes the places there." in second
    assert "**Nothing moves**: this territory is not drawn in this view." in third


def test_a_territory_is_told_what_each_change_does_and_why_not(make_ledger: MakeLedger) -> None:
    found = scenario(make_ledger, A=(Arrive(50), Lose(10.0)))
    outcome = found.outcomes[0]
    arrive, lose, after = told(outcome, SPARE)
    assert arrive.endswith("**30 people come here**.")
    assert lose.endswith("**8 places are lost here**.")
    assert after.startswith("After “A”: **Short by 8 places**")
    nothing, still = told(outcome, UNKNOWN)
    assert "its gap is unknown" in nothing and "**Unknown**" in still
    assert told(outcome, SHORT)[-1].startswith("After “A”: **Short by 66 places**")
