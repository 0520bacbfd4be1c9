"""Records told apart strictly: well-formed ones are read exactly, a slip costs one line."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.readers import quoting
from etl.readers.blocks import Block
from etl.readers.quoting import FieldError, split

TEXT = st.text('ab ,;"\n\ré', max_size=6)


def written(record: list[str], separator: str = ",", quote: int = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, quoting=quote, lineterminator="\r\n").writerow(record)
    return out.getvalue().removesuffix("\r\n")


def sieved(data: str, fields: int, final: bool = True) -> quoting.Sieved:
    return quoting.sieve(Block(2, data.encode()), ",", fields, final)


@given(
    record=st.lists(TEXT, min_size=1, max_size=5),
    separator=st.sampled_from([",", ";", "\t", "|"]),
    quote=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_a_well_formed_record_is_read_back(record: list[str], separator: str, quote: int) -> None:
    assert split(written(record, separator, quote), separator) == record


@pytest.mark.parametrize(
    ("record", "place", "reason"),
    [
        ('a,b"c,d', 1, "a quote inside a field that is not quoted"),
        ('a"', 0, "a quote inside a field that is not quoted"),
        (' "a",b', 0, "a quote inside a field that is not quoted"),
        ('a,"b" ,c', 1, "text after a closing quote"),
        ('a,"b"c"', 1, "text after a closing quote"),
        ('"a""b"c",d', 0, "text after a closing quote"),
        ('a,"b,c', 1, "a quote opens and never closes"),
        ('a,b,"', 2, "a quote opens and never closes"),
        ('a,"b""', 1, "a quote opens and never closes"),
        ("a,b\rc", 1, "a line end inside a field that is not quoted"),
    ],
)
def test_a_slip_is_named_with_its_field(record: str, place: int, reason: str) -> None:
    with pytest.raises(FieldError, match=reason) as caught:
        split(record, ",")
    assert caught.value.place == place


LINES = [
    "a,b",
    '"a",b',
    '"a ""x"" y",""',
    '"",""""',
    'a"b,c',
    '"a"b,c',
    'a,"b"" c',
    '"a',
    'b"',
    "a,b,c",
    "",
    "\r",
    "a,b\r",
    'a,"b"\r',
    "a\rb,c",
    "a\0,b",
    'é,"ö"',
]


@given(lines=st.lists(st.sampled_from(LINES), max_size=12))
@settings(max_examples=500)
def test_plain_lines_are_well_formed_and_every_line_is_in_one_record(lines: list[str]) -> None:
    block = Block(2, "".join(line + "\n" for line in lines).encode()) if lines else None
    if block is None:
        return
    found = quoting.sieve(block, ",", 2, final=True)
    covered = [i for first, last in found.odd for i in range(first, last + 1)]
    covered += [i for i, plain in enumerate(found.plain) if plain]
    assert sorted(covered) == list(range(len(lines)))
    assert found.taken == len(lines)
    for i, plain in enumerate(found.plain):
        if plain:
            split(block.line(i).decode(), ",")
    for first, last in found.odd:
        if last > first:
            raw = block.data[block.starts[first] : block.ends[last]].decode().removesuffix("\r")
            assert len(split(raw, ",")) == 2


def test_well_formed_lines_are_plain() -> None:
    assert sieved('a,b\n"a",b\r\n"x ""y"", z",\n"",""""\né,ö\n', 2).plain.all()


def test_a_field_over_several_lines_is_one_record() -> None:
    found = sieved('1,a,b\n2,"c\nd\n\ne",f\n3,g,h\n', 3)
    assert found.plain.tolist() == [True, False, False, False, False, True]
    assert found.odd == [(1, 4)]


@pytest.mark.parametrize(
    ("data", "plain"),
    [
        # One quote astray: only its own line is odd.
        ('1,"a,b\n2,c,d\n3,e,f\n', [2, 3]),
        # Two astray: the line between them is not swallowed.
        ('1,"a,b\n2,c,d\n3,e",f\n', [2]),
        ('1,a,"b\n2,c,d\n3,e,f"\n', [2]),
        # Lines that make no record together.
        ('1,"a\n2,b,c\n3,"d",e\n4,f"\n', [2, 3]),
    ],
)
def test_a_quote_astray_costs_its_own_line_only(data: str, plain: list[int]) -> None:
    found = sieved(data, 3)
    assert [i + 1 for i, is_plain in enumerate(found.plain) if is_plain] == plain
    assert all(first == last for first, last in found.odd)


def test_an_open_field_waits_for_the_next_block() -> None:
    found = sieved('1,a\n2,"b\n', 2, final=False)
    assert (found.plain.tolist(), found.odd, found.taken) == ([True, False], [], 1)
    assert sieved('1,a\n2,"b\n', 2, final=True).odd == [(1, 1)]


def test_a_field_does_not_stay_open_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quoting, "_LONGEST_RECORD", 20)
    data = '1,"a\n' + "x\n" * 20
    assert sieved(data, 2, final=False).taken == 21
    assert sieved(data + '"\n', 2).odd[0] == (0, 0)


@pytest.mark.parametrize("bad", [b"\xff", b"a\xe9,b", b"\xc3", b"\xed\xa0\x80"])
def test_lines_that_are_no_text_are_odd_and_no_others(bad: bytes) -> None:
    lines = ["é,b".encode(), bad, b"a,b", bad, "a,ö".encode()]
    found = quoting.sieve(Block(2, b"".join(line + b"\n" for line in lines)), ",", 2, final=True)
    assert found.plain.tolist() == [True, False, True, False, True]
