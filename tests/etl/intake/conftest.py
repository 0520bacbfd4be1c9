"""What the tests of users' files share: the territories, and reading a file with settings."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from etl.intake.places import Places, places_of
from etl.intake.read import read
from etl.intake.settings import settings_of
from etl.intake.tables import meant
from tests.conftest import BUNDLE

CORPUS = Path(__file__).parent / "corpus"
Look = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def territories() -> Places:
    return places_of(BUNDLE)


@pytest.fixture(scope="session")
def look(territories: Places) -> Look:
    """The report on a file as the commands write it, read in the tests' own process."""

    def found(file: Path, table: str = "capacity", **settings: Any) -> dict[str, Any]:
        told = settings_of(json.dumps(settings))
        return json.loads(json.dumps(read(file, meant(table), told, territories).as_dict()))

    return found
