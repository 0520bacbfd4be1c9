"""What would narrow the gaps most, and whose benchmark they are measured by."""

from tests.ui.shortages import MakeLedger, asked_for, plain
from ui import gap_words


def test_names_are_not_markup(make_ledger: MakeLedger) -> None:
    ledger = make_ledger(asked_for("AT11", 100.0, None), names={"AT11": "![x](http://a.b)"})
    for text in gap_words.most_worth_asking(ledger, 3):
        assert "![" not in text and "](" not in text


def test_what_is_worth_asking_for_comes_by_what_hangs_on_it(make_ledger: MakeLedger) -> None:
    asks = gap_words.most_worth_asking(
        make_ledger(
            asked_for("AT11", 100.0, None), asked_for("AT12", 300.0, None),
            asked_for("AT13", 10.0, 10.0),
        ),
        3,
    )  # fmt: skip
    assert [plain(each).split(":")[0] for each in asks] == [
        "Region AT12, Austria", "Region AT11, Austria",
    ]  # fmt: skip
    assert "300 places hang on it" in plain(asks[0])


def test_whose_benchmark_it_is(make_ledger: MakeLedger) -> None:
    row = asked_for("AT11", 100.0, 5.0)
    assert gap_words.measured_by(make_ledger(row)) == "Measured by: A place for every applicant."
    assert "your own benchmark, 0.8" in gap_words.measured_by(make_ledger(row, threshold=0.8))
    none = make_ledger(row, standard="housing_all")
    assert gap_words.measured_by(none) == "No norm is published for this service."
