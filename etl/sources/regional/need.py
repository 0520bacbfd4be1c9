"""People who need protection, by region: asylum seekers, temporary protection, beneficiaries.

Decisions: no two definitions share a measure. Germany counts recipients of benefits, and people
who stay for protection with whatever outcome; only holders of temporary protection are counted
with Eurostat's, people registered as displaced from Ukraine apart, and grants since March 2022
(Spain's, by place of grant) apart again. Other running totals of registrations are set aside.
"""

from etl.sources.regional.reasons import DEFINITIONS, FLOW, OTHER_DEFINITION, RUNNING
from etl.sources.transcribed_mapping import ByNote, Meanings
from etl.sources.transcribed_rows import Aside, Figure

_DISPLACED = Figure("displaced_from_ukraine_persons", "temporary_protection")
_GRANTED = Figure("temporary_protection_granted_persons", "temporary_protection")
_APPLICATIONS = Figure("lodged_asylum_applications", "asylum_applicants")
_FIRST = Figure("first_asylum_applications", "asylum_applicants")
_BENEFITS = Figure("asylum_benefit_recipients_persons", "asylum_applicants")
_SEEKING = Figure("protection_seekers_persons", "all")

_CATCHMENT = Aside("applications lodged at one centre, whose catchment is not the region")
_TWO_REGIONS = Aside("a figure for two regions together")
_DECISIONS = Aside("positive decisions in the year, not people")

_ASYLUM_SEEKERS = ByNote(
    (
        ("AsylbLG", _BENEFITS),
        ("FLOW: first-time applications", _FIRST),
        ("applications LODGED at", _CATCHMENT),
        ("FLOW: arrivals", FLOW),
        ("FLOW: .*applications|^applications$", _APPLICATIONS),
    )
)
_TEMPORARY_PROTECTION = ByNote(
    (
        ("temporary protections GRANTED|provinces of the Comunitat Valenciana", _GRANTED),
        ("refugees from Ukraine that remained", _DISPLACED),
        ("PESEL|cumulative|registered arrivals", RUNNING),
        ("definitions differ between Länder, do not sum", DEFINITIONS),
        ("Schutzsuchende with Ukrainian citizenship", OTHER_DEFINITION),
        ("AZR|registered as displaced|registered place of residence", _DISPLACED),
        ("refugees from Ukraine|national register|displaced Ukrainians", _DISPLACED),
        ("six central cantons|assigned (?:to the canton|from Ukraine)", _DISPLACED),
    ),
    Figure("temporary_protection_persons", "temporary_protection"),
)
_PROTECTED = ByNote(
    (
        ("INCLUDES", _TWO_REGIONS),
        (r"recognised \+ pending \+ rejected", _SEEKING),
        (
            "recognised protection status only",
            Figure("protection_beneficiaries_persons", "beneficiaries_of_protection"),
        ),
        ("FLOW: positive decisions", _DECISIONS),
    )
)

MEANINGS: Meanings = {
    ("asylum_seekers_persons", "need", "asylum_applicants", "persons"): _ASYLUM_SEEKERS,
    ("temporary_protection_persons", "need", "temporary_protection", "persons"): (
        _TEMPORARY_PROTECTION
    ),
    ("protection_beneficiaries_persons", "need", "all", "persons"): _PROTECTED,
    ("protection_beneficiaries_persons", "need", "resettled", "persons"): ByNote(
        (("Afghan Resettlement Programme", Figure("afghan_programme_persons", "resettled")),)
    ),
    ("first_time_asylum_applications", "applications"): _FIRST,
}
