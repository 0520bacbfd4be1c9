"""One reader at a page, without a browser: holds what a browser holds, sends what it sends.

Every rerun says the state of all controls drawn, the address as the server last wrote it, the
page and theme, and which messages are held already, so that the server names these alone.
"""

import asyncio
import hashlib
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 120.0
# Runs for which a browser holds a message that is not drawn (global.maxCachedMessageAge).
_HELD_FOR = 2
# What a page says, apart from its controls.
_SAID = ("markdown", "html", "deck_gl_json_chart", "vega_lite_chart")
# Controls by their kind of element: the field of a state that says their value.
_SAYS = {
    "selectbox": "string_value",
    "radio": "string_value",
    "multiselect": "string_array_value",
    "slider": "string_array_value",
    "text_input": "string_value",
    "number_input": "double_value",
    "checkbox": "bool_value",
}


class BrokenError(Exception):
    """A page that shows an error, or a connection that ended."""


@dataclass
class Control:
    """A control as the browser holds it."""

    widget_id: str
    says: str
    value: Any
    options: list[str] = field(default_factory=list)

    def state(self) -> WidgetState:
        """What is sent of it."""
        state = WidgetState(id=self.widget_id)
        if self.says == "string_array_value":
            state.string_array_value.data.extend(self.value)
        elif self.value is not None:
            setattr(state, self.says, self.value)
        return state


class Reader:
    """A session at one page. Use as `async with Reader(...) as reader`."""

    def __init__(self, server: str, page: str, query: str = "") -> None:
        self._server, self._page, self._query = server, page, query
        self._held: dict[str, ForwardMsg] = {}
        self._used: dict[str, int] = {}
        self._runs = 0
        self._socket: ClientConnection
        self.controls: dict[str, Control] = {}
        self.received = 0
        self._said: list[str] = []

    async def __aenter__(self) -> "Reader":
        address = f"ws://{self._server}/_stcore/stream"
        self._socket = await connect(
            address, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE,
            compression=None, ping_interval=None,
        )  # type: ignore[arg-type]  # fmt: skip
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def change(self, label: str, value: Any) -> float:
        """Change a control; seconds to the end of the page's script."""
        self.controls[label].value = value
        return await self.rerun()

    async def go(self, page: str) -> float:
        """Go to another page as a link in the navigation does."""
        self._page, self._query = page, ""
        return await self.rerun()

    async def rerun(self) -> float:
        """Ask for the page; seconds until its script has ended. Raises BrokenError."""
        back = BackMsg()
        client = back.rerun_script
        client.query_string, client.page_name = self._query, self._page
        client.cached_message_hashes.extend(self._held)
        client.context_info.timezone, client.context_info.color_scheme = "Europe/Rome", "light"
        client.context_info.url = f"http://{self._server}/{self._page}"
        for control in self.controls.values():
            client.widget_states.widgets.append(control.state())
        start = perf_counter()
        await self._socket.send(back.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            await self._until_the_end()
        return perf_counter() - start

    def said(self) -> str:
        """A mark of all that the page said: texts, map and charts, in their order."""
        return hashlib.sha256("\n".join(self._said).encode()).hexdigest()[:16]

    async def _until_the_end(self) -> None:
        drawn: dict[str, Control] = {}
        self._said = []
        while True:
            sent = await self._socket.recv()
            self.received += len(sent)
            message = self._whole(ForwardMsg.FromString(bytes(sent)))  # type: ignore[arg-type]
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    self.controls = drawn
                    self._forget()
                    return
                # The script was begun anew from inside: the end of that run counts.
                drawn, self._said = {}, []
            elif kind == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self._look(message.delta.new_element, drawn)
                if message.delta.new_element.WhichOneof("type") in _SAID:
                    self._said.append(message.hash)

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        """The message itself, where only its name was sent."""
        if message.WhichOneof("type") == "ref_hash":
            self._used[message.ref_hash] = self._runs
            return self._held[message.ref_hash]
        if message.metadata.cacheable and message.hash:
            self._held[message.hash], self._used[message.hash] = message, self._runs
        return message

    def _forget(self) -> None:
        """Hold no longer what was not drawn in the last runs, as a browser does."""
        self._runs += 1
        for name, run in list(self._used.items()):
            if self._runs - run > _HELD_FOR:
                del self._used[name], self._held[name]

    def _look(self, element: Message, drawn: dict[str, Control]) -> None:
        kind = element.WhichOneof("type")
        part = getattr(element, str(kind))
        if kind == "exception" or (kind == "alert" and part.format == part.ERROR):
            raise BrokenError(str(part)[:300])
        if kind in _SAYS:
            control = Control(part.id, _SAYS[kind], _value(kind, part, self.controls))
            control.options = list(getattr(part, "options", ()))
            drawn[part.label] = control


def _value(kind: str, part: Any, before: dict[str, Control]) -> Any:
    """What a control shows: what the server tells it, else what it showed, else its default."""
    known = before.get(part.label)
    if not part.set_value and known is not None and known.widget_id == part.id:
        return known.value
    return _told(kind, part) if part.set_value else _default(kind, part)


def _told(kind: str, part: Any) -> Any:
    if kind in ("multiselect", "slider"):
        return list(part.raw_values if kind == "multiselect" else part.raw_value)
    if kind in ("selectbox", "radio"):
        return part.raw_value if part.HasField("raw_value") else None
    return part.value


def _default(kind: str, part: Any) -> Any:
    if kind in ("multiselect", "slider"):
        return [part.options[int(at)] for at in part.default]
    if kind in ("selectbox", "radio"):
        return part.options[part.default] if part.HasField("default") else None
    return part.default
