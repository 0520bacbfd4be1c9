"""Italy: people present in reception by region, twice a month since September 2019.

The publisher's columns are persons present, not places. SIPROIMI was renamed SAI: the two
columns are one series and never both filled. A blank is not 0. Trentino-Alto Adige is one
row for two NUTS 2 regions and stays one, as the joint territory ITH1+ITH2. Hotspots are
kept apart: people pass through them within days.
"""

from pathlib import Path

import pandas as pd

from etl.reading import Download, LayoutError, Reading, Source, records

_FILE = "italy/accoglienza.csv"
_ONDATA = "https://raw.githubusercontent.com/ondata/liberiamoli-tutti/main"
_HOTSPOTS = "Migranti presenti negli hot spot"
_CENTRES = "Migranti presenti nei centri di accoglienza"
_SIPROIMI = "Migranti presenti nei centri SIPROIMI"
_SAI = "Migranti presenti nei centri SAI"
_COLUMNS = (
    "CodiceRegione",
    "DenominazioneRegione",
    "Data_Report",
    _HOTSPOTS,
    _CENTRES,
    _SIPROIMI,
    _SAI,
)

# ISTAT region code -> NUTS 2024.
_REGION = {
    "01": "ITC1",
    "02": "ITC2",
    "03": "ITC4",
    "04": "ITH1+ITH2",
    "05": "ITH3",
    "06": "ITH4",
    "07": "ITC3",
    "08": "ITH5",
    "09": "ITI1",
    "10": "ITI2",
    "11": "ITI3",
    "12": "ITI4",
    "13": "ITF1",
    "14": "ITF2",
    "15": "ITF3",
    "16": "ITF4",
    "17": "ITF5",
    "18": "ITF6",
    "19": "ITG1",
    "20": "ITG2",
}

_SUM_NOTE = "reception centres plus SAI; hotspots not included"
_PART_MISSING = "the publisher leaves reception centres or SAI blank, so the sum is unknown"


def read(folder: Path) -> Reading:
    """Table `observation`: four measures a region and date, blanks as missing (status L)."""
    reading = Reading("italy_reception")
    rows: list[dict[str, object]] = []
    for line, record in records(folder / _FILE, _COLUMNS):
        region = _REGION.get(record["CodiceRegione"])
        if region is None:
            reason = f"region code {record['CodiceRegione']!r} is not one of the 20 of ISTAT"
            reading.reject(_FILE, line, "CodiceRegione", reason, record.raw)
            continue
        try:
            rows += _observations(region, record, line)
        except LayoutError:
            raise
        except ValueError as error:
            reading.reject(_FILE, line, _CENTRES, str(error), record.raw)
            continue
        reading.loaded(_FILE)
    reading.tables["observation"] = pd.DataFrame(rows)
    return reading


def _observations(region: str, record: dict[str, str], line: int) -> list[dict[str, object]]:
    """The four observations of one line."""
    if record[_SIPROIMI] and record[_SAI]:
        raise LayoutError(f"{_FILE}, line {line}: SIPROIMI and SAI are both filled")
    centres = _persons(record[_CENTRES])
    sai = _persons(record[_SAI] or record[_SIPROIMI])
    total = None if centres is None or sai is None else centres + sai
    values = {
        "people_hosted_persons": (total, _SUM_NOTE if total is not None else _PART_MISSING),
        "hosted_in_centres_persons": (centres, None),
        "hosted_in_sai_persons": (
            sai,
            "SIPROIMI until the renaming" if record[_SIPROIMI] else None,
        ),
        "hosted_in_hotspots_persons": (_persons(record[_HOTSPOTS]), None),
    }
    return [
        {
            "territory_id": region,
            "nuts_version": "2024",
            "period": record["Data_Report"],
            "measure_id": measure_id,
            "group_id": "all",
            "value": value,
            "obs_status": "L" if value is None else "A",
            "evidence": "published",
            "source_id": SOURCE.source_id,
            "note": note,
            "source_file": _FILE,
            "source_line": line,
        }
        for measure_id, (value, note) in values.items()
    ]


def _persons(text: str) -> float | None:
    """A count, or None where the publisher left the field blank.

    Raises ValueError for anything else: 1.364 might be a thousand or a little over one.
    """
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{text!r} is not a whole number of persons")
    return float(text)


SOURCE = Source(
    source_id="italy_reception",
    title="Cruscotto statistico giornaliero: persons present in reception, by region",
    publisher="Ministero dell'Interno, Dipartimento per le libertà civili e l'immigrazione",
    url="https://www.interno.gov.it/it/stampa-e-comunicazione/dati-e-statistiche",
    licence="CC BY 4.0",
    attribution="Ministero dell'Interno; extracted from its PDF reports by onData (CC BY 4.0)",
    vintage="September 2019 to September 2025, twice a month",
    caveats=(
        "Persons present, not places. Extracted from PDF reports. Trentino-Alto Adige is "
        "published as one region. Hotspots are counted apart. A blank is unknown, not zero."
    ),
    files=(_FILE,),
    read=read,
    downloads=(Download(_FILE, f"{_ONDATA}/sbarchi-migranti/dati/accoglienza.csv"),),
)
