"""What is said of a territory, traced to its publishers and equal to the pages behind it."""

import duckdb
import pandas as pd
import pytest

from ui import gap_territory, shortage_choice
from ui.ledger import ledger_of
from ui.out.views import VIEWS
from ui.store import Dataset, ask, current
from ui.territory.answers import answers_of
from ui.territory.asking import choice_of
from ui.territory.counted import counted
from ui.territory.model import Profile
from ui.territory.profile import profile_of, section
from ui.territory.rows import rows_of
from ui.words import THIN


@pytest.fixture
def now(served) -> Dataset:
    found = current("published")
    assert found is not None
    return found


def said(profile: Profile) -> str:
    parts = [*profile.lead]
    for each in profile.sections:
        parts += [*each.sentences, *(trend.said for trend in each.trends)]
        parts += [cell for table in each.tables for row in table.rows for cell in row]
    return " ".join(parts).replace(THIN, " ").replace("\\", "")


def test_sicilia_from_the_publishers_pages(now):
    """Eurostat: 4,833,329 residents in 2022. The ministry's daily table (italy_reception): 10,477
    hosted on 15 September 2025. SAI: 1,727 places for children (31 December 2021) against 3,925
    present in December 2022: 2,198 short then; 4,520 are counted since (30 November 2024).
    """
    profile = profile_of(now, "ITG1")
    text = said(profile)
    assert profile.title == "What can Sicilia offer newcomers, and what is missing?"
    assert "**4.83 million people** live here (1 January 2022), 188 for each km²." in text
    assert "Earlier: **Short by 2 198 places**: 44 % of what is asked for is there (need of " \
           "December 2022, supply of 31 December 2021)" in text  # fmt: skip
    assert "Reception for unaccompanied children: **unknown now**, as no supply is published " \
           "beside the need of 30 November 2024." in text  # fmt: skip
    assert "**Nothing is known to be short**" in profile.lead[2]
    assert "10 477 15 September 2025 as published" in text
    assert "nearest over water are Calabria" in text and "Malta" in text
    hosted = next(each for each in section(profile, "trends").trends if "SAI" in each.title)
    assert (hosted.points[-1].value, hosted.points[-1].period) == (6190, "2025-09-15")


def test_andalucia_has_its_legal_places(now):
    """Real Decreto 658/2025: 2,827 places; 1,384 exist, 32.6 per 100,000 asks for 2,777."""
    profile = profile_of(now, "ES61")
    rows = rows_of(profile).set_index("figure")
    legal = rows.loc["Places for unaccompanied children set by law"]
    assert (legal["value"], legal["obs_status"], legal["evidence"]) == (2827, "A", "published")
    assert legal["period"] == "2025-08-26" and legal["sources"]
    assert "Short by 1 393 places" in said(profile)
    assert "1 393 more places" in said(profile)


def test_gelderland_is_1230_short_as_on_the_page_gaps(now):
    profile = profile_of(now, "NL22")
    assert "**Short by 1 230 places**: 89 % of what is asked for is there" in said(profile)
    choice = choice_of(shortage_choice.choose, now, by="task_nl")
    ledger = ledger_of(now, choice)
    row = ledger.rows.loc[["NL22"]].iloc[0].to_dict()
    told = " ".join(section(profile, "supply").sentences)
    assert gap_territory.explained(ledger, row)[0].removesuffix(".") in told


@pytest.mark.parametrize("at", ["NL22", "ITG1", "AT11", "BG", "DK"])
def test_an_older_answer_is_never_told_as_todays(now, at):
    """Where need is known since, the answer is unknown now, and the table dates every answer."""
    found = answers_of(now, at, profile_of(now, at).level)
    table = section(profile_of(now, at), "supply").tables[0]
    dates, answers = table.heads.index("Date"), table.heads.index("Answer")
    for row in table.rows:
        assert row[answers] == "unknown" or row[dates]
    for each in (each for each in found if each.told):
        need = ask(now, "shortage", standard_id=each.standard.standard_id,
                   basis_id=each.ledger.choice.basis.basis_id, period="")  # fmt: skip
        used = need.set_index("territory_id").loc[at, "day"]
        with duckdb.connect(now.path, read_only=True) as con:
            newest = con.execute(
                "select max(day) from shortage where standard_id = ? and basis_id = ?"
                " and territory_id = ? and need is not null",
                [each.standard.standard_id, each.ledger.choice.basis.basis_id, at],
            ).fetchone()
        assert newest is not None
        assert bool(each.newer) == (pd.Timestamp(newest[0]) > pd.Timestamp(used))
        assert each.newer == "" or not each.now("short", "met", "cannot tell")


def test_the_section_links_to_its_first_answer(now):
    links = section(profile_of(now, "NL22"), "supply").links
    assert links[0].page == "gaps?service=reception&whom=asylum_applicants&by=task_nl&at=NL22"


def test_figures_equal_the_views_of_their_pages(now):
    rows = rows_of(profile_of(now, "AT33"))
    gaps = VIEWS["gaps"].take(now, {"whom": "all", "by": "quota_at"}).frame()
    here = gaps.set_index("territory_id").loc["AT33"]
    gap = rows[rows["figure"].str.contains("short by: Austria")].iloc[0]
    assert (gap["value"], gap["answer"]) == (here["gap"], here["answer"])
    assert gap["page"] == "gaps?service=reception&whom=all&by=quota_at&at=AT33"
    far = VIEWS["figures"].take(now, {}).frame().set_index("territory_id").loc["AT33"]
    share = rows[rows["figure"] == "Residents farther than 20 km from a hospital, share"].iloc[0]
    assert share["value"] == pytest.approx(far["value"])


def test_unknown_is_never_zero(now):
    for code in ("ITG1", "UKI4"):
        rows = rows_of(profile_of(now, code))
        unknown = rows[rows["obs_status"] == "L"]
        assert unknown["value"].isna().all() and len(unknown)
        assert rows.loc[rows["value"].notna(), "evidence"].notna().all()


def test_neighbours_are_across_borders_too(now):
    codes = {each.territory_id for each in profile_of(now, "AT33").neighbours}
    assert {"ITH1", "DE21", "CH05", "AT32"} <= codes
    assert not any("+" in code for code in codes)


def test_joint_far_and_country_territories_have_a_profile(now):
    for code in ("ITH1+ITH2", "FRY1", "FR"):
        profile = profile_of(now, code)
        assert len(profile.lead) == 5 and len(profile.sections) == 12
    assert profile_of(now, "FR").name == "France"


def test_small_regions_give_no_shelter_away(now):
    """Trafficking is told of by NUTS 2 region at the finest."""
    rows = rows_of(profile_of(now, "DEA45"))
    here = rows[(rows["section"] == "vulnerable")]
    assert "victims_of_trafficking" not in set(here["group_id"])
    assert "nothing is told of territories this small" in said(profile_of(now, "DEA45"))


def test_every_figure_says_where_it_is_from(now):
    rows = rows_of(profile_of(now, "ITG1"))
    known = rows[rows["value"].notna()]
    assert (known["sources"] != "").all()
    assert pd.Series(known["period"]).notna().mean() > 0.9
    sources = set(ask(now, "source")["source_id"])
    assert set(profile_of(now, "ITG1").source_ids) <= sources


def test_figures_are_the_latest_the_territory_has(now):
    """COA: 992 children's places asked for on 1 July 2025 (439 on 1 January 2024); the ministry:
    22 % of children in Sicilia on 31 December 2025 (24 % on 31 July 2023).
    """
    for at, measure, value, period in (
        ("NL22", "unaccompanied_children_target_places", 992, "2025-07-01"),
        ("ITG1", "unaccompanied_children_share_percent", 22, "2025-12-31"),
    ):
        found = next(each for each in counted(now, at) if each.measure_id == measure)
        assert (found.row["value"], found.row["period"]) == (value, period)


def test_a_published_count_of_an_estimated_group_is_named(now):
    """Burgenland: 5,716 displaced from Ukraine on 31 March 2022, outside the keys' interval."""
    note = section(profile_of(now, "AT11"), "people").note.replace(THIN, " ")
    assert "5 716 (People displaced from Ukraine, 31 March 2022)" in note
    assert "nobody publishes" not in note
    assert "nobody publishes" in section(profile_of(now, "NL22"), "people").note


def test_a_sum_says_which_part_is_of_another_date(now):
    text = said(profile_of(now, "NL22"))
    assert "with people under temporary protection of March 2025" in text


def test_trends_have_units_and_the_sources_of_what_is_drawn(now):
    part = section(profile_of(now, "AT11"), "trends")
    told = " ".join(each.said for each in part.trends).replace(THIN, " ")
    assert "from 102 % of the quota (October 2022) to **84 % of the quota** (July 2024)" in told
    assert "residents" in part.source_ids and len(part.trends) == 2
    with duckdb.connect(now.path, read_only=True) as con:
        drawn = con.execute(
            "select distinct source_id from figure where territory_id = 'AT11'"
            " and measure_id = 'basic_care_quota_percent'"
        ).fetchall()
    assert set(part.source_ids) - {"residents"} == {each for (each,) in drawn}


def test_a_national_service_is_said_to_be_the_countrys(now):
    labels = [each.label for each in section(profile_of(now, "AT11"), "digital").figures]
    assert "Digital services known, of Austria as a whole" in labels
    assert "At most 100" not in said(profile_of(now, "AT11"))
