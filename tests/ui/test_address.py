"""The address: one name shared by fields that take turns, the dataset kept in links."""

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from ui import address

    which = st.radio("which", ["a", "b"])
    usual = 1.0 if which == "a" else 90.0
    value = st.number_input("norm", **address.number(f"norm_{which}", "norm", usual))
    st.text(f"{which} {value}")


def run(norm: str | None = None) -> AppTest:
    test = AppTest.from_function(page)
    if norm is not None:
        test.query_params["norm"] = norm
    return test.run()


def test_what_was_written_for_one_field_is_not_anothers() -> None:
    test = run("0.8")
    assert test.text[0].value == "a 0.8"
    test.radio[0].set_value("b").run()
    assert test.text[0].value == "b 90.0"
    assert "norm" not in test.query_params


def test_an_emptied_field_stays_empty_in_a_link() -> None:
    assert run("none").text[0].value == "a None"


def test_nonsense_is_passed_over() -> None:
    for text in ("nan", "inf", "-1", "1e9", "x", ""):
        assert run(text).text[0].value == "a 1.0"


def cut_short() -> None:
    import streamlit as st

    from ui import address

    with address.to_the_end():
        st.selectbox("level", [0, 1, 2], **address.one("level", [0, 1, 2], 2))
        if "cut" in st.query_params:
            st.stop()


def test_a_control_is_told_its_value_until_a_run_came_to_its_end() -> None:
    """A run that is cut short may never be drawn: then the next is the first the browser sees."""
    test = AppTest.from_function(cut_short)
    test.query_params["cut"] = "1"
    for is_cut, told in ((True, True), (True, True), (False, True), (False, False)):
        if not is_cut:
            test.query_params.pop("cut", None)
        test.run()
        assert (test.selectbox[0].value, test.selectbox[0].proto.set_value) == (2, told)


def links() -> None:
    import streamlit as st

    from ui import address

    st.text(address.link("gaps?level=2"))


@pytest.mark.parametrize(
    ("data", "link"),
    [
        ("own.lazio_2025", "gaps?level=2&data=own.lazio_2025"),
        ("own", "gaps?level=2&data=own"),
        ("demonstration", "gaps?level=2&data=demonstration"),
        ("published", "gaps?level=2"),
        ("own.x](https://evil.example)", "gaps?level=2"),
        ("own.a&b=c", "gaps?level=2"),
        ("", "gaps?level=2"),
    ],
)
def test_a_link_keeps_the_dataset_if_it_is_written_like_one(data: str, link: str) -> None:
    test = AppTest.from_function(links)
    test.query_params["data"] = data
    assert test.run().text[0].value == link
