"""The data routes keep what their description says, for what it allows and what it does not."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from tests.ui.api.conftest import APP, HOST

# A few small tables and one view stand for the rest, which are asked for in test_routes.
SOME = re.compile(
    r"/healthz|/livez|/readyz|/api/v1(/(catalogue|tables|views|dictionary)(\.jsonld)?)?"
    r"|/api/v1/tables/(funding|scheme_rule)(\.(json|csv|parquet))?|/api/v1/views/plan(\.json)?"
)
FEW = settings(
    max_examples=6,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
HEADERS = {"Host": HOST.removeprefix("http://")}


def operations(only: re.Pattern[str]) -> Iterator[Any]:
    """The routes of these addresses, as they are described."""
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", APP, headers=HEADERS)
    for found in schema.get_all_operations():
        if only.fullmatch(found.ok().path):
            yield found.ok()


def check(operation: Any, mode: GenerationMode) -> None:
    """Ask one route with generated parameters, right or wrong ones."""

    @FEW
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate(base_url=HOST, headers=HEADERS)

    asked()


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.name.lower())
def test_routes_keep_what_their_description_says(mode: GenerationMode, served: Path) -> None:
    for operation in operations(SOME):
        if mode is GenerationMode.POSITIVE or len(operation.query):
            check(operation, mode)
