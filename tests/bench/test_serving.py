"""A reader without a browser holds what a browser holds, and sends it."""

from pathlib import Path

import duckdb
import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.serving.load import quantile
from bench.serving.session import BrokenError, Control, Reader
from bench.serving.swapping import other
from ui.store import SQL


def select(value: str | None = None, told: bool = False, element: str = "level") -> ForwardMsg:
    """A message that draws a control; `told` is what the server says over the reader's head."""
    message = ForwardMsg(hash=f"{element}{value}{told}")
    box = message.delta.new_element.selectbox
    box.id, box.label, box.default = element, "Territories", 0
    box.options.extend(["a", "b", "c"])
    if told:
        box.set_value, box.raw_value = True, str(value)
    return message


def drawn(reader: Reader, *messages: ForwardMsg) -> dict[str, Control]:
    """The controls after a run that sent these."""
    found: dict[str, Control] = {}
    for each in messages:
        reader._look(reader._whole(each).delta.new_element, found)
    reader.controls = found
    return found


def test_a_control_shows_its_default_then_what_was_chosen_then_what_it_is_told() -> None:
    reader = Reader("nowhere", "gaps")
    assert drawn(reader, select())["Territories"].value == "a"
    reader.controls["Territories"].value = "b"
    assert drawn(reader, select())["Territories"].value == "b"
    assert drawn(reader, select("c", told=True))["Territories"].value == "c"
    # Another control under the same label begins anew.
    assert drawn(reader, select(element="other"))["Territories"].value == "a"


def test_what_is_chosen_is_sent_in_the_field_of_its_kind() -> None:
    one = Control("level", "string_value", "b").state()
    several = Control("in", "string_array_value", ["IT", "ES"]).state()
    assert (one.id, one.string_value) == ("level", "b")
    assert list(several.string_array_value.data) == ["IT", "ES"]


def test_a_message_that_is_held_is_not_sent_again() -> None:
    reader, whole = Reader("nowhere", "gaps"), select()
    whole.metadata.cacheable = True
    assert reader._whole(whole) is whole
    named = ForwardMsg(ref_hash=whole.hash)
    assert reader._whole(named) is whole
    with pytest.raises(KeyError):
        reader._whole(ForwardMsg(ref_hash="never sent"))


def test_a_message_that_is_drawn_no_more_is_let_go() -> None:
    reader, whole = Reader("nowhere", "gaps"), select()
    whole.metadata.cacheable = True
    reader._whole(whole)
    for _ in range(2):
        reader._forget()
    assert reader._held
    reader._whole(ForwardMsg(ref_hash=whole.hash))
    for _ in range(2):
        reader._forget()
    assert reader._held
    reader._forget()
    assert not reader._held


def test_an_error_on_a_page_ends_the_visit() -> None:
    message = ForwardMsg()
    message.delta.new_element.alert.body = "It went wrong"
    message.delta.new_element.alert.format = message.delta.new_element.alert.ERROR
    with pytest.raises(BrokenError, match="It went wrong"):
        drawn(Reader("nowhere", "gaps"), message)


def test_a_quantile_is_one_of_the_values() -> None:
    assert quantile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert quantile([float(each) for each in range(100)], 0.95) == 95.0
    assert quantile([7.0], 0.95) == 7.0


def test_the_other_dataset_says_something_else_of_every_need(
    published: Path, tmp_path: Path
) -> None:
    """Else a view that mixes two datasets would look like one of either."""
    twice = other(published.resolve(), tmp_path / "other.duckdb")
    asked = (SQL / "shortage.sql").read_text("utf-8")
    values = {"standard_id": "place_each_applicant", "basis_id": "asylum_pending"}
    for period in ("", "2023"):
        found = []
        for file in (published, twice):
            with duckdb.connect(str(file), read_only=True) as con:
                rows = con.execute(asked, values | {"period": period}).df()
                found.append(rows.set_index("territory_id")["need"].dropna())
        assert len(found[0]) and found[1].equals(2 * found[0])
