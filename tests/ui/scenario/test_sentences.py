"""What the page says of plans: the finding, each change, one territory."""

import math

from analysis.scenario.applied import Terms
from analysis.scenario.plan import Add, Arrive, Lose, Places, Plan
from tests.ui.scenario.ledgers import SHORT, SPARE, UNKNOWN, scenario
from tests.ui.shortages import MakeLedger, asked_for
from ui.scenario.choice import ScenarioChoice
from ui.scenario.compared import against, columns_of
from ui.scenario.finding import finding
from ui.scenario.found import Scenario, worked
from ui.scenario.panel import told
from ui.scenario.story import story
from ui.scenario.tables import table
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
    lost, nothing, still = told(outcome, UNKNOWN)
    assert lost.endswith("**how many here is not known**, as nobody publishes the places there.")
    assert "its gap is unknown" in nothing and "**Unknown**" in still
    assert told(outcome, SHORT)[-1].startswith("After “A”: **Short by 66 places**")


def from_below(make_ledger: MakeLedger, *plans: Plan) -> Scenario:
    """Two regions: 40 short; met by at least 50 places for 45 people."""
    nan = float("nan")
    today = make_ledger(
        asked_for(SHORT, 100.0, 60.0), asked_for(SPARE, 45.0, (None, 50.0, nan)),
    )  # fmt: skip
    made = tuple(worked(today, each, Terms(1.0)) for each in plans)
    return Scenario(ScenarioChoice(today.choice, plans), today, made)


def test_a_plan_that_makes_a_known_gap_unknown_leaves_at_least_so_many(
    make_ledger: MakeLedger,
) -> None:
    """Half of 60 places are 30 more missing; of at least 50 places, 25 may remain, or enough."""
    found = from_below(make_ledger, Plan("Lost", (Lose(50.0),)))
    said = finding(found)
    assert "**“Lost” leaves at least 30 more places missing than the 40 today.**" in said
    assert "“Lost” makes it unknown in one territory more." in said
    assert "no plan changes that" not in said
    today, plan = columns_of(found)
    low, high = against(plan, today)
    assert low == 30 and math.isnan(high)
    assert ("Against today", "–", "at least +30") in table((today, plan), found.today).rows
    assert "That is at least 55 places." in story(found.outcomes[0])[0]
    assert told(found.outcomes[0], SPARE)[0].endswith("**at least 25 places are lost here**.")
    assert ("Places added", "–", "−55 or fewer") in table((today, plan), found.today).rows
    beside = from_below(make_ledger, Plan("A", (Lose(50.0),)), Plan("B", (Arrive(40, "key"),)))
    assert "No plan alone leaves the fewest" in finding(beside)


def test_where_nothing_is_known_after_a_plan_it_is_said_so(make_ledger: MakeLedger) -> None:
    today = make_ledger(asked_for(SPARE, 45.0, (None, 50.0, float("nan"))))
    plan = Plan("Lost", (Lose(60.0),))
    found = Scenario(
        ScenarioChoice(today.choice, (plan,)), today, (worked(today, plan, Terms(1.0)),)
    )
    assert finding(found).startswith("**What “Lost” leaves missing cannot be told.**")
    columns = columns_of(found)
    assert ("Against today", "–", "unknown") in table(columns, today).rows


def test_one_is_said_as_one(make_ledger: MakeLedger) -> None:
    found = scenario(make_ledger, A=(Arrive(1, only=(SHORT,)), Add(1), Places(SHORT, -1)))
    arrive, add, close = story(found.outcomes[0])
    assert arrive.startswith("**1 person arrives in ") and "That person is in" in arrive
    assert add.startswith("**1 place is added ") and close.startswith("**1 place closes in ")
    assert "leaves 1 more place missing" in finding(found)
    assert told(found.outcomes[0], SHORT)[0].endswith("**1 person comes here**.")
    assert told(found.outcomes[0], SHORT)[1].endswith("**1 place is added here**.")


def test_a_loss_of_which_nothing_is_known_is_not_none(make_ledger: MakeLedger) -> None:
    found = scenario(
        make_ledger,
        L=(Lose(10.0, (UNKNOWN,)),),
        Few=(Lose(1.0), Places(SHORT, 5)),
        Dear=(Add(budget_eur=1, days=100),),
    )
    lose, few, dear = found.outcomes
    assert "How many is not known." in story(lose)[0]
    lost, still = told(lose, UNKNOWN)
    assert "not known" in lost and "looks at the gap" not in lost and "**Unknown**" in still
    assert "Its changes are in other territories." in told(lose, SHORT)[0]
    assert "What it takes away here is less than 1 place." in told(few, SPARE)[0]
    (added,) = [
        row for row in table(columns_of(found), found.today).rows if row[0] == "Places added"
    ]
    assert added[2:] == ("unknown", "+5, less an unknown loss", "0")
    assert "not known" not in story(dear)[0]


def test_a_loss_of_a_range_is_told_as_one(make_ledger: MakeLedger) -> None:
    today = make_ledger(asked_for(SHORT, 100.0, (60.0, 50.0, 80.0)))
    outcome = worked(today, Plan("A", (Lose(10.0), Arrive(5, places_only=True))), Terms(1.0))
    assert "That is 5 to 8 places." in story(outcome)[0]


def test_the_cost_of_hosting_where_nobody_can_tell_is_unknown(make_ledger: MakeLedger) -> None:
    found = scenario(make_ledger, A=(Arrive(9, "key", only=(UNKNOWN,)),), B=(Arrive(90, "key"),))
    said = {row[0]: row[1:] for row in table(columns_of(found), found.today).rows}
    _, nowhere, some = said["A year for people newly hosted, euro"]
    assert nowhere == "unknown" and some.startswith("at least ")
