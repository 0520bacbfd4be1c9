"""Money of the European funds and of public budgets, as pages state it, in euro.

Decisions: envelopes, programmes, amounts granted and emergency assistance differ in their
objective; a sum of two funds is a fund of its own; millions and billions are multiplied
exactly. Who spends the money, and on which service, stands only where the page says it: an
allocation to a Member State says neither. Amounts for several countries together, and amounts
whose page does not say what they are, are set aside. The total of 2014-2020 is that of 27
states with the United Kingdom and without Denmark, which is no territory here.
"""

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from etl.reading import LayoutError, Reading, Source
from etl.sources.transcribed_rows import AGGREGATE, UNION, Aside, Line, Transcript
from etl.sources.transcribed_words import stated

_MODULE = "transcribed_funds"
_FILE = "transcribed/eu_funds.csv"
_COLUMNS = (
    "territory_code", "territory_name", "nuts_level", "measure", "period", "value", "unit",
    "source_title", "source_publisher", "source_url", "note",
)  # fmt: skip


class Money(NamedTuple):
    """The fund, what its money is for and, where the page says so, who spends it on what."""

    fund_id: str
    objective: str
    recipient: str | None = None
    service: str | None = None


_EURO = {"EUR": 1, "million EUR": 10**6, "billion EUR": 10**9}
_UNION_NAMES = frozenset({"EU27", "European Union (27)"})
_RESULT = Aside("what the fund achieved, not money")
_PROGRAMME = "national programme of 2015"

# measure of eu_funds.csv
_EU_FUNDS: dict[str, Money | Aside] = {
    "AMIF_2014_2020_basic_allocation": Money("AMIF", "basic allocation, without top-ups"),
    "AMIF_budget_programming": Money("AMIF", "EU budget as programmed"),
    "AMIF_initial_envelope": Money("AMIF", "initial envelope"),
    "AMIF_plus_ISF_programmes_approved_Aug_2015": Money(
        "AMIF_ISF", "programmes approved in August 2015"
    ),
    "AMIF_national_programme": Money("AMIF", _PROGRAMME),
    "AMIF_national_programme_asylum": Money("AMIF", f"{_PROGRAMME}: asylum"),
    "AMIF_national_programme_integration_legal_migration": Money(
        "AMIF", f"{_PROGRAMME}: integration and legal migration"
    ),
    "AMIF_national_programme_return": Money("AMIF", f"{_PROGRAMME}: return"),
    "AMIF_national_programme_resettlement": Money("AMIF", f"{_PROGRAMME}: resettlement"),
    "home_affairs_funds_total_AMIF_ISF_BMVI": Money("AMIF_ISF_BMVI", "programmes as adopted"),
    "AMIF_2023_Ukraine_transition_award": AGGREGATE,
    "ESF_plus_EU_budget": Money("ESF_plus", "EU budget"),
    "ESF_plus_EU_contribution_shared_management": Money(
        "ESF_plus", "EU contribution, shared management"
    ),
    "ESF_plus_total_incl_national": Money("ESF_plus", "total with national contributions"),
    "AMIF_emergency_assistance": Money("AMIF", "emergency assistance"),
    "AMIF_people_trained_asylum": _RESULT,
    "AMIF_pre_departure_participants": _RESULT,
    "AMIF_resettled": _RESULT,
    "AMIF_returnees_cofinanced": _RESULT,
}

_APPROVED = "national programme as approved"
_NOT_FINAL = Aside("an expected amount, changed later")
_UNCLEAR = Aside("the page does not say what the amount covers")

# group of funding rows in the service tables; a country where it decides
_FUNDING: dict[tuple[str, str], Money | Aside] = {
    ("AMIF", "IT"): Money("AMIF", _APPROVED),
    ("AMIF", "PT"): Money("AMIF", _APPROVED),
    ("AMIF", "NL"): Money("AMIF", "granted under the national programme so far"),
    ("AMIF", "MT"): Money("AMIF", "national programme with the national share"),
    ("AMIF", "IE"): Money("AMIF", "final allocation"),
    ("AMIF_asylum_SO1", ""): Money("AMIF", f"{_APPROVED}: asylum (specific objective 1)"),
    ("AMIF_integration_SO2", ""): Money(
        "AMIF", f"{_APPROVED}: legal migration and integration (specific objective 2)"
    ),
    ("AMIF_reinforcement", ""): Money("AMIF", "addition by reprogramming"),
    ("AMIF_reported", ""): _UNCLEAR,
    ("AMIF_emergency_assistance", ""): Money("AMIF", "emergency assistance"),
    ("AMIF_programmes", ""): Money("AMIF", "all Member States' programmes"),
    ("ESF+", ""): Money("ESF_plus", "all objectives, EU contribution"),
    ("ESF+_planned", ""): _NOT_FINAL,
    ("solidarity_pool_pledge", ""): Money("solidarity_pool", "pledge, payable the year after"),
    ("all", "IE"): Money(
        "public_budget", "local authority integration teams and forums", "local_or_regional"
    ),
    ("all", "BE10"): Money(
        "public_budget", "French-speaking reception programme", service="social_orientation"
    ),
    ("all", "FRJ"): Money("public_budget", "integration projects (BOP 104)"),
    ("all", "IS"): Money("public_budget", "grants for language courses", service="language"),
}
_DRAFT = "second version of the agreement"
_TWO_AMOUNTS = "the same page also"


def read(folder: Path) -> Reading:
    """Tables `funding` and `set_aside`: one row a line."""
    found = Transcript(_MODULE)
    for line in found.lines(folder, _FILE, _COLUMNS):
        meaning = _EU_FUNDS.get(line.record["measure"])
        if meaning is None:
            raise LayoutError(f"{_FILE}, line {line.number}: no mapping for {line.record}")
        add_money(found, line, meaning)
    return found.finish()


def money_of(line: Line) -> Money | Aside:
    """What a funding row of a service table is; raises LayoutError where that is not listed."""
    group, code = line.record["group"], line.record["territory_code"]
    meaning = _FUNDING.get((group, code)) or _FUNDING.get((group, ""))
    if meaning is None:
        where = f"{line.file}, line {line.number}"
        raise LayoutError(f"{where}: no mapping for the funding of {group!r} in {code}")
    return meaning


def add_money(found: Transcript, line: Line, meaning: Money | Aside) -> None:
    """A row of `funding` or `set_aside` for one line."""
    territory = _territory(line)
    if isinstance(meaning, Aside) or isinstance(territory, Aside):
        found.set_aside(line, meaning if isinstance(meaning, Aside) else AGGREGATE)
        return
    note, said = line.record["note"], stated(line.record)
    if _TWO_AMOUNTS in note:
        said = said._replace(obs_status="U")
    elif _DRAFT in note:
        said = said._replace(obs_status="P")
    row = {
        "fund_id": meaning.fund_id,
        "objective": meaning.objective,
        "territory_id": territory,
        "period": said.period,
        "committed_eur": euro(line),
        "recipient": meaning.recipient,
        "service": meaning.service,
    }
    found.add("funding", line, said, row)


def euro(line: Line) -> float:
    """The amount in euro; raises LayoutError for a unit that is not one of euro.

    >>> float(Decimal("315.355377") * 10**6)
    315355377.0
    """
    unit = line.record["unit"]
    if unit not in _EURO:
        raise LayoutError(f"{line.file}, line {line.number}: {unit!r} is not a unit of euro")
    return float(Decimal(line.record["value"]) * _EURO[unit])


def _territory(line: Line) -> str | Aside:
    """The territory money is for; the Union only where its name says which states it has."""
    code = line.record["territory_code"]
    if code != "EU":
        return code
    return UNION if line.record["territory_name"] in _UNION_NAMES else AGGREGATE


SOURCE = Source(
    source_id=_MODULE,
    title="European funds, read off public pages",
    publisher="various, named with each figure",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each figure",
    vintage="2014 to 2027",
    caveats=(
        "Transcribed by hand. Envelopes, programmes at approval, amounts granted and emergency "
        "assistance are different amounts: the objective says which. AMIF with ISF is not AMIF. "
        "Committed, not paid."
    ),
    files=(_FILE,),
    read=read,
)
