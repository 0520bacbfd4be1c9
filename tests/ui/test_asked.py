"""A view asked for by its address alone: what is on offer is read, all else is refused by name."""

import pytest

from ui.asked import asked, without_a_page
from ui.controls import Amount, One, number, radio, select, several, slider
from ui.out.taken import NotOfferedError

LEVEL = One("Territories", "level", [0, 1, 2], usual=2)


def test_silence_is_the_usual_and_is_no_filter() -> None:
    with asked({}) as found:
        assert select(LEVEL) == 2
        assert several(One("Countries", "in", ["AT", "IT"]), "All") == ()
        assert number(Amount("Benchmark", "k", "norm", 1.5, "", "")) == 1.5
    assert found.filters == {}
    assert found.usual == {"level": "2", "in": "all", "norm": "1.5"}, "said all the same"
    assert list(found.parameters) == ["level", "in", "norm"]
    assert found.parameters["level"].allowed == ("0", "1", "2")
    assert found.parameters["in"].several


def test_a_code_keeps_the_type_of_its_option_and_becomes_a_filter() -> None:
    with asked({"level": "0", "in": "IT.AT", "norm": "0.1", "view": "b"}) as found:
        assert slider(LEVEL) == 0
        assert several(One("Countries", "in", ["AT", "IT"]), "All") == ("AT", "IT")
        assert number(Amount("Benchmark", "k", "norm", 1.5, "", "")) == 0.1
        assert radio(One("View", "view", ["a", "b"])) == "b"
    assert found.filters == {"level": "0", "in": "AT.IT", "norm": "0.1", "view": "b"}


def test_the_same_countries_in_another_order_are_the_same_filter() -> None:
    written = []
    for text in ("IT.AT", "AT.IT", "AT.IT.AT"):
        with asked({"in": text}) as found:
            several(One("Countries", "in", ["AT", "IT"]), "All")
        written.append(found.filters["in"])
    assert set(written) == {"AT.IT"}


def test_no_benchmark_is_not_a_benchmark_of_zero() -> None:
    for text, value in (("none", None), ("0", 0.0)):
        with asked({"norm": text}) as found:
            assert number(Amount("Benchmark", "k", "norm", 1.5, "", "")) == value
        assert found.filters == {"norm": text}


@pytest.mark.parametrize(
    ("values", "name", "allowed"),
    [
        ({"level": "7"}, "level", ("0", "1", "2")),
        ({"in": "AT.XX"}, "in", ("AT", "IT")),
        ({"norm": "much"}, "norm", ("a number from 0 to 1,000,000", "none")),
        ({"norm": "-1"}, "norm", ("a number from 0 to 1,000,000", "none")),
        ({"norm": "nan"}, "norm", ("a number from 0 to 1,000,000", "none")),
        ({"colour": "red"}, "filter", ("level", "in", "norm")),
    ],
)
def test_what_is_not_on_offer_is_refused_with_what_is(
    values: dict[str, str], name: str, allowed: tuple[str, ...]
) -> None:
    with pytest.raises(NotOfferedError) as refused, asked(values):
        select(LEVEL)
        several(One("Countries", "in", ["AT", "IT"]), "All")
        number(Amount("Benchmark", "k", "norm", 1.5, "", ""))
    assert (refused.value.name, refused.value.allowed) == (name, allowed)


def test_a_page_passes_over_what_is_not_on_offer() -> None:
    with asked({"level": "7", "in": "AT.XX", "at": "ITG1"}, strict=False) as found:
        assert select(LEVEL) == 2
        assert several(One("Countries", "in", ["AT", "IT"]), "All") == ("AT",)
    assert found.filters == {"in": "AT"}


def test_afterwards_controls_are_drawn_again() -> None:
    with pytest.raises(NotOfferedError), asked({"colour": "red"}):
        pass
    assert without_a_page() is None
