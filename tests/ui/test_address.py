"""Numbers in the address: one name shared by fields that take turns."""

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
