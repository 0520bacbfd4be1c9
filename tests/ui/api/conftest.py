"""The data routes, asked without a server."""

from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from starlette.applications import Starlette

from ui.api.routes import routes

Ask = Callable[..., httpx.Response]
APP = Starlette(routes=routes())
HOST = "http://127.0.0.1:8501"


def asked(app: Any, url: str, method: str = "GET", **options: Any) -> httpx.Response:
    """An answer of an ASGI app; `client` is who asks, (host, port)."""
    client = options.pop("client", ("127.0.0.1", 50_000))
    base = options.pop("base", HOST)

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app, client=client)
        async with httpx.AsyncClient(transport=transport, base_url=base) as open_client:
            return await open_client.request(method, url, **options)

    return anyio.run(send)


@pytest.fixture
def ask(served: object) -> Ask:
    """Answers of the data routes over the tests' dataset."""
    return lambda url, method="GET", **options: asked(APP, url, method, **options)
