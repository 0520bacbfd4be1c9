"""What a row is can be said in every language: each grain stands among the messages."""

from pathlib import Path

from ui.language.collect import messages
from ui.out.tables import TABLES
from ui.out.views import VIEWS
from ui.store import ask, current


def test_every_grain_is_a_message(served: Path) -> None:
    dataset = current()
    assert dataset is not None
    grains = {each.grain for each in [*VIEWS.values(), *TABLES.values()]}
    grains |= set(ask(dataset, "dictionary")["grain"])
    assert grains - set(messages()) == set()
