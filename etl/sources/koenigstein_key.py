"""Germany: the Königstein key, by which asylum seekers are shared out among the Länder.

Two thirds by tax revenue, one third by residents, worked out anew every year. The file dates
its two sets 2015 and 2017; another page dates the same values 2014 and 2016. Until the
publisher's own table is read, every share has status U.
"""

from pathlib import Path

import pandas as pd

from etl.reading import LayoutError, Reading, Source, records

_FILE = "germany/koenigsteiner_schluessel_2015_2017.csv"
_SHARE = {"2015": "share_pct_2015", "2017": "share_pct_2017"}
_LAENDER = {
    "DE1": "Baden-Württemberg",
    "DE2": "Bayern",
    "DE3": "Berlin",
    "DE4": "Brandenburg",
    "DE5": "Bremen",
    "DE6": "Hamburg",
    "DE7": "Hessen",
    "DE8": "Mecklenburg-Vorpommern",
    "DE9": "Niedersachsen",
    "DEA": "Nordrhein-Westfalen",
    "DEB": "Rheinland-Pfalz",
    "DEC": "Saarland",
    "DED": "Sachsen",
    "DEE": "Sachsen-Anhalt",
    "DEF": "Schleswig-Holstein",
    "DEG": "Thüringen",
}
_ROUNDING_PERCENT = 0.01
_NOTE = "the year is disputed: another page gives the same share for the year before"


def read(folder: Path) -> Reading:
    """Table `observation`: koenigstein_key_percent by Land and year, all of status U.

    Raises LayoutError unless the 16 Länder are there once each and each year sums to 100.
    """
    reading = Reading("koenigstein_key")
    rows: list[dict[str, object]] = []
    for line, record in records(folder / _FILE, ("nuts1", "land", *_SHARE.values())):
        code = record["nuts1"]
        if _LAENDER.get(code) != record["land"]:
            raise LayoutError(f"{_FILE}, line {line}: {code!r} is not {record['land']!r}")
        rows += [_row(code, year, record[column], line) for year, column in _SHARE.items()]
        reading.loaded(_FILE)
    frame = pd.DataFrame(rows)
    if sorted(frame["territory_id"]) != sorted([*_LAENDER] * len(_SHARE)):
        raise LayoutError(f"{_FILE}: not each of the 16 Länder once")
    for year, total in frame.groupby("period")["value"].sum().items():
        if abs(total - 100) > _ROUNDING_PERCENT:
            raise LayoutError(f"{_FILE}: the shares of {year} sum to {total:.3f}, not to 100")
    reading.tables["observation"] = frame
    return reading


def _row(code: str, year: str, share: str, line: int) -> dict[str, object]:
    """One share; LayoutError where it is no number, as the others could not be checked."""
    try:
        value = float(share)
    except ValueError:
        raise LayoutError(f"{_FILE}, line {line}: share {share!r} is not a number") from None
    return {
        "territory_id": code,
        "nuts_version": "2024",
        "period": year,
        "measure_id": "koenigstein_key_percent",
        "group_id": "asylum_applicants",
        "value": value,
        "obs_status": "U",
        "evidence": "published",
        "source_id": SOURCE.source_id,
        "note": _NOTE,
        "source_file": _FILE,
        "source_line": line,
    }


SOURCE = Source(
    source_id="koenigstein_key",
    title="Königsteiner Schlüssel, shares of the Länder",
    publisher="Gemeinsame Wissenschaftskonferenz (GWK)",
    url="https://www.gwk-bonn.de",
    licence="official figures, cited",
    attribution="Gemeinsame Wissenschaftskonferenz (GWK), Königsteiner Schlüssel",
    vintage="two years, dated 2015 and 2017 (disputed)",
    caveats=(
        "A key says what share a Land is asked to take, not what it has taken or can take. "
        "Another page dates the same shares 2014 and 2016."
    ),
    files=(_FILE,),
    read=read,
)
