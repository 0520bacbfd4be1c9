"""What of a page's texts is alive: markup out of the data that a browser would act on."""

import re
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest

# Where the framework shows a text as it is: options to choose from, what is typed, cells of code.
_PLAIN = {
    ("selectbox", "options"), ("selectbox", "raw_value"), ("multiselect", "options"),
    ("multiselect", "raw_values"), ("text_input", "value"), ("text_input", "default"),
    ("code", "code_text"), ("image", "alt"), ("select_slider", "options"),
}  # fmt: skip
_ALIVE = re.compile(
    r"<img src=x|<script|<svg onload|<iframe|<a href='http://evil|:red\[|\]\(javascript"
    r"|\]\(http://evil|groundworkRan\)"
)
_DRAWN = frozenset({"arrow_data_frame", "dataframe"})


def alive(app: AppTest) -> list[str]:
    """Each text of a page that is more than text, with what it stands in; [] is as it should be."""
    found = []
    for root in app._tree.children.values():
        for kind, proto in _nodes(root):
            for name, text in () if kind in _DRAWN else _texts(proto):
                # What stands behind a backslash is a sign and no markup.
                if (kind, name) not in _PLAIN and _ALIVE.search(re.sub(r"\\.", "", text)):
                    at = _ALIVE.search(text)
                    found.append(
                        f"{kind}.{name}: {text[max(0, at.start() - 60) :][:160] if at else ''}"
                    )
    return found


def texts_seen(app: AppTest) -> int:
    """How many texts of a page hold something of an attack, dead or alive."""
    marks = ("groundworkRan", "evil.example", "drop table figure", "__class", "calc'")
    every = (
        text
        for root in app._tree.children.values()
        for _kind, proto in _nodes(root)
        for _name, text in _texts(proto)
    )
    return sum(any(mark in text.replace("\\", "") for mark in marks) for text in every)


def _nodes(block: Any) -> Iterator[tuple[str, Any]]:
    for child in block.children.values():
        if child.proto is not None:
            yield child.type, child.proto
        if hasattr(child, "children"):
            yield from _nodes(child)


def _texts(message: Any) -> Iterator[tuple[str, str]]:
    """Every text in a message of the framework, with the name of its field."""
    for field, value in message.ListFields():
        for each in value if field.is_repeated else [value]:
            if field.type == field.TYPE_STRING:
                yield field.name, each
            elif field.type == field.TYPE_MESSAGE and hasattr(each, "ListFields"):
                yield from _texts(each)
