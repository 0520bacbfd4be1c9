"""The corpus: each messy file with the rows it must give, the lines it must refuse, and why.

A row is told by its line and some of its values; a refusal by its line, with a word of the
reason; a line left out by its line. Every line but those of the header is in one of the three.
"""

from dataclasses import dataclass, field
from typing import Any

NOT_WHOLE = "not a whole number of 0 or more"
OPEN = {"constants.mode": "on_site", "constants.publish_level": "point"}
PLACE = {"mode": "on_site", "publish_level": "point"}


@dataclass(frozen=True)
class Case:
    """`asked` are the settings that the file leaves open; `settings` were told before."""

    file: str
    accepted: dict[int, dict[str, Any]]
    refused: dict[int, str] = field(default_factory=dict)
    left_out: tuple[int, ...] = ()
    table: str = "capacity"
    asked: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        told = "-".join(self.settings) or "as_it_is"
        first = next(iter(self.settings.values()), "")
        return f"{self.file}-{told}-{first if isinstance(first, str) else len(first)}"


def at(territory: str, value: str | None, **more: Any) -> dict[str, Any]:
    return {"territory_id": territory, "value": value, **more}


def place(name: str, lon: str, lat: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "lon": lon, "lat": lat, **more}


CASES = (
    Case(
        "bayern_plaetze_cp1252.csv",
        {
            5: at("DE21", "12345", period="2024-12-31", obs_status="A"),
            6: at("DE22", "4210", note="vorläufig gezählt"),
            7: at("DE23", None, obs_status="L"),
            8: at("DE24", "1234567"),
        },
        left_out=(1, 2, 3, 9, 10),
    ),
    Case(
        "piemonte_strutture.csv",
        {
            3: place("CAS Aurora", "7.6869", "45.0703", places="40", opened="2023-02-01"),
            4: place("CAS Lavanda", "8.6221", "45.4469", places=None, note="places: n.d."),
        },
        {5: NOT_WHOLE, 6: "no such day"},
        (1, 7, 8),
        "reception",
        settings={"constants": PLACE},
    ),
    Case(
        "catalunya_plazas.tsv",
        {
            2: at("ES511", "2150", period="2024-12"),
            3: at("ES512", "310"),
            4: at("ES513", None, obs_status="L"),
            5: at("ES514", None, obs_status="M"),
        },
        left_out=(6,),
    ),
    Case(
        "france_departements.csv",
        {
            2: at("FRK24", "1204", period="2024"),
            3: at("FRK26", "12310"),
            4: at("FR107", None, obs_status="M"),
            5: at("FRI12", "987", obs_status="P"),
        },
        left_out=(6, 7),
    ),
    Case(
        "nederland_locaties.tsv",
        {
            2: at("NL11", "3100", period="2024-12-31"),
            3: at("NL35", "2050"),
            5: at("NL41", None, obs_status="L"),
        },
        {4: "several territories: BE22"},
    ),
    Case(
        "nederland_locaties.tsv",
        {
            2: at("NL11", "3100"),
            3: at("NL35", "2050"),
            4: at("NL42", "1800"),
            5: at("NL41", None),
        },
        settings={"names": {"Limburg": "NL42"}},
    ),
    Case(
        "utf16_big_end.csv",
        {2: at("ITC4", "120"), 3: at("ITH5", None, obs_status="L")},
        table="observation",
    ),
    Case(
        "uk_regions_commas.csv",
        {
            3: at("UKM", "1204", period="2024-06-30"),
            4: at("UKL", "12310.5"),
            5: at("UKI", "2001", obs_status="E"),
            6: at("UKH", None, obs_status="L"),
        },
        left_out=(1, 7),
    ),
    Case("dates_either_way.csv", {}, {2: "two days", 3: "two days"}, asked=("date_order",)),
    Case(
        "dates_either_way.csv",
        {2: at("ITC4", "120", period="2025-04-03"), 3: at("ITH5", "80", period="2025-06-05")},
        settings={"date_order": "dmy"},
    ),
    Case(
        "dates_month_first.csv",
        {2: at("ITC4", "120", period="2025-03-04"), 3: at("ITH5", "80", period="2025-12-31")},
    ),
    Case(
        "dates_contradict.csv",
        {2: at("ITC4", "120", period="2024-12-31")},
        {3: "no such day"},
        settings={"date_order": "dmy"},
    ),
    Case(
        "numbers_either_way.csv",
        {3: at("ITH5", "80")},
        {2: "two numbers", 4: "two numbers"},
        asked=("decimal",),
    ),
    Case(
        "numbers_either_way.csv",
        {2: at("ITC4", "1234"), 3: at("ITH5", "80"), 4: at("ITC1", "2500")},
        settings={"decimal": ","},
    ),
    Case(
        "numbers_either_way.csv",
        {2: at("ITC4", "1.234"), 3: at("ITH5", "80"), 4: at("ITC1", "2.5")},
        settings={"thousands": ","},
    ),
    Case(
        "numbers_either_way.csv",
        {2: at("ITC4", "1.234"), 3: at("ITH5", "80"), 4: at("ITC1", "2.5")},
        settings={"thousands": ""},
    ),
    Case(
        "numbers_contradict.csv",
        {2: at("ITC4", "1.5")},
        {3: "not a number"},
        settings={"decimal": ","},
    ),
    Case(
        "footnotes_and_flags.csv",
        {
            2: at("ITC1", "12", obs_status="A", note="marked * in its file"),
            3: at("ITC2", "13", obs_status="P"),
            4: at("ITC3", "14", obs_status="E"),
            5: at("ITC4", "15", note="marked ¹ in its file"),
            6: at("ITH1", None, obs_status="Q"),
            7: at("ITH2", None, obs_status="L"),
            8: at("ITH3", None, obs_status="Q"),
            9: at("ITH4", "16", note="marked 1) in its file"),
        },
        {10: "not a number"},
        (11, 12),
    ),
    Case(
        "zero_and_missing.csv",
        {
            2: at("ITC1", "0", obs_status="A"),
            3: at("ITC2", None, obs_status="L"),
            4: at("ITC3", None, obs_status="M"),
            5: at("ITC4", None, obs_status="M"),
            6: at("ITH1", None, obs_status="L"),
            8: at("ITH3", "0", obs_status="A"),
        },
        {7: "not a number"},
    ),
    Case(
        "infinite.csv",
        {5: at("ITC4", None, obs_status="L"), 6: at("ITH1", "1500")},
        {2: "finite", 3: "finite", 4: "finite"},
    ),
    Case(
        "nuts_2013.csv",
        {line: {"nuts_version": "2013"} for line in (2, 3, 4)},
    ),
    Case(
        "nuts_2021.csv",
        {2: {"nuts_version": "2021"}, 3: {"nuts_version": "2021"}},
        {4: "neither the code nor the name"},
    ),
    Case(
        "nuts_2021.csv",
        {2: {"nuts_version": "2016"}},
        {3: "code of NUTS 2024", 4: "neither the code nor the name"},
        settings={"nuts_version": "2016"},
    ),
    Case(
        "old_codes_in_sponsorship.csv",
        {
            2: {"territory_id": "DEG0S", "note": "DEG04 in its file", "arrivals_persons": "10"},
            3: {"territory_id": "DEB1C"},
            4: {"territory_id": "UKN0A"},
        },
        table="sponsorship",
    ),
    Case(
        "names_of_several.csv",
        {4: at("AT13", "300"), 6: at("DE21K", "500")},
        {2: "DEA23 (Köln", 3: "NL42", 5: "neither"},
    ),
    Case(
        "names_of_several.csv",
        {2: at("DEA23", "100"), 4: at("AT13", "300"), 6: at("DE21K", "500")},
        {3: "NL42", 5: "neither"},
        settings={"level": "3"},
    ),
    Case(
        "header_of_two_lines.csv",
        {
            4: at("AT33", "1100", period="2024-07-01"),
            5: at("AT32", "1200", note="Stand geschätzt"),
        },
        left_out=(1, 6),
    ),
    Case(
        "pages_pasted_together.csv",
        {2: at("ITC4", "120"), 5: at("ITI1", "80")},
        left_out=(3, 4, 6, 7),
    ),
    Case("columns_numbered.csv", {3: at("ITC4C", "120"), 4: at("ITC11", "80")}, left_out=(2,)),
    Case(
        "swapped_coordinates.csv",
        {
            2: place("Wien Mitte", "16.3738", "48.2082"),
            3: place("Graz Ost", "15.4395", "47.0707"),
            4: place("Linz Nord", "14.2858", "48.3069"),
        },
        table="reception",
        settings={"constants": PLACE},
    ),
    Case(
        "one_point_swapped.csv",
        {2: place("Wien Mitte", "16.3738", "48.2082"), 4: {"name": "Linz Nord"}},
        {3: "lies on no land", 5: "lies on no land"},
        table="reception",
        settings={"constants": PLACE},
    ),
    Case(
        "european_grid.csv",
        {
            2: place("Wien Mitte", "16.3514464", "48.2096129", country="AT"),
            3: place("Graz Ost", "15.4839876", "47.0783312", country="AT"),
        },
        table="reception",
        settings={"constants": PLACE},
    ),
    Case(
        "utm_zone_not_said.csv",
        {},
        {2: "not decided", 3: "not decided"},
        table="reception",
        asked=("coordinates",),
        settings={"constants": PLACE},
    ),
    Case(
        "utm_zone_not_said.csv",
        {2: {"country": "DE", "lon": "9"}, 3: {"country": "DE"}},
        table="reception",
        settings={"constants": PLACE, "coordinates": "EPSG:32632"},
    ),
    Case(
        "web_mercator.csv",
        {2: {"lon": "-6.2612575", "country": "IE"}, 3: {"lat": "51.8996434"}},
        table="reception",
        settings={"constants": PLACE},
    ),
    Case(
        "quotes_that_never_close.csv",
        {2: at("ITC1", "10"), 4: at("ITC3", "30"), 5: at("ITC4", "40")},
        {3: "quotes"},
    ),
    Case(
        "fields_too_few_and_too_many.csv",
        {2: at("ITC1", "10"), 5: at("ITC4", "40")},
        {3: "has 3 fields", 4: "has 6 fields"},
    ),
    Case(
        "same_row_twice.csv",
        {2: at("ITC1", "10"), 5: at("ITC4", "40")},
        {3: "as line 2", 4: "as line 2"},
    ),
    Case(
        "percent_signs.csv",
        {2: at("ITC1", "4.5"), 3: at("ITC2", "5.1")},
        {4: "is a share"},
    ),
    Case(
        "funding_euro.csv",
        {
            2: {"committed_eur": "1234567.89", "paid_eur": "900000", "territory_id": "ITC4C"},
            3: {"committed_eur": "12500", "paid_eur": None},
        },
        {4: "not a number of 0 or more"},
        (5,),
        "funding",
    ),
    Case(
        "sponsorship_groups.csv",
        {
            2: {"period": "2024-Q3", "sponsor_groups": "12", "arrivals_persons": None},
            3: {"period": "2024-Q3", "pledged_places": None, "arrivals_persons": "7"},
        },
        {4: "a month or two years"},
        table="sponsorship",
    ),
    Case(
        "organisations_types.csv",
        {2: {"actor": "faith", "territory_id": "AT22"}, 3: {"actor": "public", "level": "local"}},
        {4: "not a known code"},
        table="organisation",
    ),
    Case(
        "services_in_words.csv",
        {
            2: {"service": "language", "languages": "de ar", "groups": "asylum_applicants"},
            3: {"service": "legal_aid", "mode": "on_site", "country": "AT"},
            4: {"service": "social_orientation", "groups": "women_at_risk"},
        },
        {5: "not a known code"},
        table="services",
    ),
    Case(
        "a_column_for_each_year.csv",
        {
            4: at("ITC4", None, period="2024", obs_status="L", note="stima"),
            6: at("ITH5", "7", period="2024"),
        },
        {5: "not a number"},
        (1, 7),
    ),
    Case(
        "money_in_thousands.csv",
        {3: {"committed_eur": "12.5"}, 4: {"committed_eur": "7"}},
        left_out=(1,),
        table="funding",
        asked=("scale",),
    ),
    Case(
        "money_in_thousands.csv",
        {3: {"committed_eur": "12500"}, 4: {"committed_eur": "7000"}},
        left_out=(1,),
        table="funding",
        settings={"scale": "1000"},
    ),
    Case(
        "all_in_the_first_column.csv",
        {2: at("ITC1", "10", group_id="all"), 3: at("ITC2", "20", group_id="all")},
        table="observation",
    ),
    Case("old_macintosh.csv", {2: at("ITC1", "10"), 3: at("ITC2", "20")}),
    Case(
        "formulas_as_text.csv",
        {2: {"name": "=cmd|' /C calc'!A0", "places": "12"}},
        {3: NOT_WHOLE},
        table="facility",
    ),
    Case(
        "no_names_of_columns.csv",
        {1: at("ITC4C", None), 2: at("ITC11", None)},
        asked=("choose.period", "choose.value"),
    ),
    Case(
        "no_names_of_columns.csv",
        {1: at("ITC4C", "120", period="2024"), 2: at("ITC11", "80")},
        settings={"choose": {"value": "Column 2", "period": "Column 3"}},
    ),
    Case(
        "names_nobody_knows.csv",
        {2: at("ITC1", "120", period="2024"), 3: at("ITC4", "80")},
        settings={"columns": {"Wieviel": "value", "Wann": "period"}},
    ),
    Case("swiss_apostrophes.csv", {2: at("AT34", "1234"), 3: at("AT33", "12345.5")}),
    Case(
        "polish_cp1250.csv",
        {2: {"value": "120"}, 3: {"value": "80"}},
        asked=("encoding", "choose.territory_id"),
    ),
    Case(
        "polish_cp1250.csv",
        {2: at("PL21", "120"), 3: at("PL22", "80")},
        settings={"encoding": "cp1250"},
    ),
    Case(
        "centres.geojson",
        {
            1: place("Centro A", "9.19", "45.4642", places="40", country="IT"),
            3: place("Area C", "11.35", "44.45", places=None),
        },
        {2: NOT_WHOLE, 4: "is empty"},
        table="reception",
        settings={"constants": PLACE},
    ),
)
