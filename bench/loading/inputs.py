"""Generated inputs: a Eurostat table and a register of services, raw, clean, and a slice.

Each function writes `<name>.txt` (as a publisher would), `<name>.clean.csv` (the same good rows,
long, clean and typed) and `<name>.few.txt` (the first share of the lines), and gives the truth
that every loader of the whole must find.
"""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pcsv

PERIODS = [str(year) for year in range(2004, 2024)]
DIMENSIONS = ("freq", "unit", "age", "sex", "geo")
_CHUNK = 20_000
_POOL = 50_000
_NOTES = {"": None, "p": "provisional", "e": "estimated by the publisher",
          "b": "break in time series"}  # fmt: skip
_STATUS = {"": "A", "p": "P", "e": "E", "b": "B"}


def wide_table(folder: Path, lines: int, share: float) -> dict[str, float]:
    """A wide table of `lines` lines and 20 periods: 5 % missing, 10 % with a flag."""
    random = np.random.default_rng(1)
    numbers = random.integers(0, 1_000_000, _POOL)
    flags = random.choice(["", "p", "e", "b"], _POOL, p=[0.9, 0.04, 0.03, 0.03])
    missing = random.random(_POOL) < 0.05
    secret = missing & (random.random(_POOL) < 0.1)
    texts = [
        (": c" if hidden else ": ") if gone else f"{number} {flag}"
        for number, flag, gone, hidden in zip(numbers, flags, missing, secret, strict=True)
    ]
    status = np.array([_STATUS[flag] for flag in flags], dtype=object)
    status[missing], status[secret] = "L", "Q"
    note = np.array([_NOTES[flag] for flag in flags], dtype=object)
    note[missing], note[secret] = None, "confidential"
    truth = {"rows": 0.0, "total": 0.0, "missing": 0.0, "suppressed": 0.0}
    schema = _clean_schema()
    with (
        (folder / "wide.txt").open("w", encoding="utf-8") as raw,
        (folder / "wide.few.txt").open("w", encoding="utf-8") as few,
        pcsv.CSVWriter(folder / "wide.clean.csv", schema) as clean,
    ):
        header = ",".join(DIMENSIONS) + "\\TIME_PERIOD\t" + "\t".join(f"{p} " for p in PERIODS)
        raw.write(header + "\n")
        few.write(header + "\n")
        for start in range(0, lines, _CHUNK):
            here = range(start, min(start + _CHUNK, lines))
            picked = random.integers(0, _POOL, (len(here), len(PERIODS)))
            keys = [_key(i) for i in here]
            body = [
                ",".join(key) + "\t" + "\t".join([texts[j] for j in row]) + "\n"
                for key, row in zip(keys, picked.tolist(), strict=True)
            ]
            raw.writelines(body)
            few.writelines(body[: max(0, int(lines * share) - start)])
            flat = picked.ravel()
            values = np.where(missing, np.nan, numbers)[flat]
            columns = [np.repeat([key[d] for key in keys], len(PERIODS)) for d in range(5)]
            clean.write(
                pa.table(
                    [
                        *map(pa.array, columns),
                        pa.array(PERIODS * len(here)),
                        pa.array(values, from_pandas=True),
                        pa.array(status[flat]),
                        pa.array(note[flat]),
                        pa.array(np.repeat(np.arange(start, here.stop) + 2, len(PERIODS))),
                    ],
                    schema=schema,
                )
            )
            truth["rows"] += len(flat)
            truth["total"] += float(np.nansum(values))
            truth["missing"] += int(missing[flat].sum())
            truth["suppressed"] += int(secret[flat].sum())
    return truth


def _key(i: int) -> tuple[str, ...]:
    """The dimension codes of line `i`."""
    rest, place = divmod(i, 1500)
    age, sex = divmod(rest, 3)
    geo = f"{chr(65 + place // 60)}{chr(65 + place % 26)}{place:03d}"
    return "A", "NR", f"Y{age}", "TMF"[sex], geo


def _clean_schema() -> pa.Schema:
    """The long table's columns."""
    texts = [(name, pa.string()) for name in (*DIMENSIONS, "period")]
    return pa.schema(
        [*texts, ("value", pa.float64()), ("obs_status", pa.string()), ("note", pa.string()),
         ("line", pa.int64())]
    )  # fmt: skip


SERVICES = ("language", "employment", "legal_aid", "health", "housing")
COLUMNS = (
    "facility_id", "name", "service", "country", "lon", "lat", "places", "period", "obs_status",
)  # fmt: skip


def services(folder: Path, rows: int, share: float) -> dict[str, float]:
    """A register of `rows` service points, every 200th wrong in one of six ways."""
    random = np.random.default_rng(2)
    truth = {"rows": 0.0, "total": 0.0, "unknown": 0.0, "refused": 0.0}
    few_rows = int(rows * share)
    with (
        (folder / "services.txt").open("w", encoding="utf-8") as raw,
        (folder / "services.few.txt").open("w", encoding="utf-8") as few,
        (folder / "services.clean.csv").open("w", encoding="utf-8") as clean,
    ):
        for file in (raw, few, clean):
            file.write(",".join([*COLUMNS, "line"][: 9 + (file is clean)]) + "\n")
        for start in range(0, rows, _CHUNK):
            here = range(start, min(start + _CHUNK, rows))
            lon = random.integers(-1_000_000, 3_000_000, len(here)) / 1e5
            lat = random.integers(3_500_000, 7_000_000, len(here)) / 1e5
            places = random.integers(0, 500, len(here)).tolist()
            body, good = [], []
            for i, x, y, count in zip(here, lon.tolist(), lat.tolist(), places, strict=True):
                known = count % 5 > 0
                fields = [
                    f"f{i}", f'"Service {i % 977}, house {i % 31}"', SERVICES[i % 5], "AT",
                    f"{x:.5f}", f"{y:.5f}", str(count) if known else "", "2024", "A",
                ]  # fmt: skip
                if i % 200 == 199:
                    body.append(_spoiled(fields, (i // 200) % 6) + "\n")
                    truth["refused"] += 1
                    continue
                line = ",".join(fields)
                body.append(line + "\n")
                good.append(f"{line},{i + 2}\n")
                truth["rows"] += 1
                truth["total"] += count if known else 0
                truth["unknown"] += not known
            raw.writelines(body)
            clean.writelines(good)
            few.writelines(body[: max(0, few_rows - start)])
    return truth


def _spoiled(fields: list[str], way: int) -> str:
    """A record that must be refused: each way a fault that registers really have."""
    spoilt = list(fields)
    if way == 0:
        spoilt[6] = "twelve"
    elif way == 1:
        spoilt[4] = "512.00000"
    elif way == 2:
        spoilt[2] = "reading"
    elif way == 3:
        spoilt = [*spoilt, "more"]
    elif way == 4:
        spoilt[0] = ""
    else:
        spoilt[7] = "last year"
    return ",".join(spoilt)
