"""Wide tables made up by hypothesis: cells as a publisher would write them, and their meaning."""

import gzip
from math import isfinite
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from etl.readers.flags import MEANING

DIMENSIONS = ("freq", "unit", "geo")


class Written(NamedTuple):
    """A cell as a publisher would write it, and what it means."""

    text: str
    value: float | None
    flags: str


@st.composite
def cells(draw: st.DrawFn) -> Written:
    """Numbers with decimals or exponents, or ':', with any flags, glued or after spaces."""
    flags = "".join(draw(st.lists(st.sampled_from(sorted(MEANING)), unique=True, max_size=9)))
    apart = draw(st.sampled_from(["", " ", "  "]))
    before, after = draw(st.tuples(*[st.sampled_from(["", " ", "  "])] * 2))
    number, value = ":", None
    if draw(st.integers(0, 3)):
        number = draw(numbers())
        value = float(number)
    return Written(f"{before}{number}{apart}{flags}{after}", value, flags)


def numbers() -> st.SearchStrategy[str]:
    """Finite numbers in the ways tables write them."""
    whole = st.integers(-(10**12), 10**12).map(str)
    decimal = st.tuples(whole, st.from_regex(r"[0-9]{1,6}", fullmatch=True)).map(".".join)
    power = st.sampled_from(["", "e5", "E-3", "e+12", "e-320", "e291"])
    signed = st.sampled_from(["", "", "", "0", "+"])
    plain = st.one_of(whole, decimal, st.sampled_from(["0", "-0", "0.0", "007", "9" * 25]))
    return st.tuples(signed, plain, power).map("".join).filter(_is_number)


def _is_number(text: str) -> bool:
    return "+-" not in text and "0-" not in text and isfinite(float(text))


def write(file: Path, rows: list[tuple[str, list[str]]], tabbed: bool, end: str = "\n") -> Path:
    """A wide table from (code of geo, texts of cells); as many years as there are cells."""
    years = [str(2000 + i) for i in range(len(rows[0][1]) if rows else 1)]
    between = "\t" if tabbed else ","
    head = "freq,unit,geo\\TIME_PERIOD" if tabbed else "freq,unit,geo"
    lines = [between.join([head, *years])]
    lines += [between.join([f"A,NR,{geo}", *texts]) for geo, texts in rows]
    data = "".join(line + end for line in lines).encode()
    file.write_bytes(gzip.compress(data) if file.suffix == ".gz" else data)
    return file
