"""One value at a time: read when its meaning is plain, else refused with the reason."""

from datetime import date

import pytest

from etl.columns import Column, code, count, number, text
from etl.contract.shared import PERIOD
from etl.readers.typed_text import Value, ValueFaultError, read_value

LAT = number("lat", "", -90, 90)
PLACES = count("places", "")
DAY = Column("opened", "DATE", "")
EDITABLE = Column("editable", "BOOLEAN", "")
CELL = Column("cell", "UBIGINT", "")
KIND = code("kind", "", {"hard": "", "soft": ""})
NAME = text("name", "", required=True)


@pytest.mark.parametrize(
    ("column", "written", "value"),
    [
        (LAT, "48.25", 48.25),
        (LAT, " -0.5 ", -0.5),
        (LAT, "1e1", 10.0),
        (LAT, ".5", 0.5),
        (LAT, "+90", 90.0),
        (LAT, "", None),
        (PLACES, "0", 0),
        (PLACES, "007", 7),
        (PLACES, "9223372036854775807", 2**63 - 1),
        (CELL, "18446744073709551615", 2**64 - 1),
        (DAY, "2024-02-29", date(2024, 2, 29)),
        (EDITABLE, "True", True),
        (EDITABLE, "false", False),
        (KIND, "soft", "soft"),
        (KIND, "", None),
        (NAME, " A ", " A "),
        (PERIOD, "2024-Q3", "2024-Q3"),
        (text("note", ""), " ", " "),
    ],
)
def test_a_plain_text_is_its_value(column: Column, written: str, value: Value) -> None:
    read = read_value(column, written)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("column", "written", "reason"),
    [
        (LAT, "90.01", "'90.01' is not a number from -90 to 90"),
        (LAT, "-91", "'-91' is not a number from -90 to 90"),
        (LAT, "48,25", "'48,25' is not a number from -90 to 90"),
        (LAT, "1 0", "'1 0' is not"),
        (LAT, "nan", "'nan' is not"),
        (LAT, "1_0", "'1_0' is not"),
        (LAT, "１", "'１' is not"),
        (LAT, ".", "'.' is not"),
        (number("x", ""), "1e999", "'1e999' is not a number"),
        (number("x", ""), "inf", "'inf' is not a number"),
        (PLACES, "12.0", "'12.0' is not a whole number of 0 or more"),
        (PLACES, "1.000", "'1.000' is not a whole number"),
        (PLACES, "-1", "'-1' is not a whole number of 0 or more"),
        (PLACES, "9223372036854775808", "'9223372036854775808' is not a whole"),
        (Column("level", "TINYINT", ""), "128", "'128' is not a whole number"),
        (CELL, "-1", "'-1' is not a whole number"),
        (DAY, "03/04/2025", "'03/04/2025' is not a day written like 2024-07-31"),
        (DAY, "2023-02-29", "'2023-02-29' is not a day"),
        (DAY, "20240229", "'20240229' is not a day"),
        (DAY, "0000-01-01", "'0000-01-01' is not a day"),
        (EDITABLE, "yes", "'yes' is neither true nor false"),
        (KIND, "Soft", "'Soft' is not a known code; the nearest is 'soft'"),
        (KIND, "soft ", "'soft ' is not a known code; the nearest is 'soft'"),
        (NAME, "", "is empty"),
        (NAME, " \t", "is empty"),
        (PERIOD, "24", "'24' is not written as expected"),
        (PERIOD, "", "is empty"),
    ],
)
def test_what_could_mean_something_else_is_refused(
    column: Column, written: str, reason: str
) -> None:
    with pytest.raises(ValueFaultError) as caught:
        read_value(column, written)
    assert str(caught.value).startswith(reason)


def test_a_key_of_another_table_must_be_there() -> None:
    assert read_value(NAME, "anna", frozenset({"anna"})) == "anna"
    with pytest.raises(ValueFaultError, match="'ana' is not a known code; the nearest is 'anna'"):
        read_value(NAME, "ana", frozenset({"anna"}))
