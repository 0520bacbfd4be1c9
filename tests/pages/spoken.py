"""What a page says in a language that marks all that was turned: what lies bare was not marked."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from ui.language import marks

MARKED = "pl"  # its rules of plural and numbers are used; its words are not
_TURNED = re.compile(r"⟦[^⟦⟧]*⟧")


class Brackets(NullTranslations):
    """A catalogue whose every message is itself in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return f"⟦{one if count == 1 else many}⟧"


@contextmanager
def bracketed() -> Iterator[None]:
    """While it holds, what is turned stands in brackets."""
    with patch.object(marks, "catalogue", lambda _: Brackets()):
        yield


def bare(app: AppTest) -> list[str]:
    """Texts of a page, or parts of texts, that stand outside the brackets."""
    found = []
    for text in texts(app):
        before, rest = "", text
        while before != rest:
            before, rest = rest, _TURNED.sub("", rest)
        if re.search(r"[A-Za-zÀ-ž]{3,}", rest):
            found.append(rest.strip())
    return found


def texts(app: AppTest) -> Iterator[str]:
    """All texts of elements that a reader sees: labels, options, helps, prose, chart titles."""
    for element in app:
        proto: Any = getattr(element, "proto", None)
        for name in ("label", "help", "body", "placeholder", "options", "description", "text"):
            value = getattr(proto, name, None)
            if isinstance(value, str) and value and not value.startswith("<style"):
                yield value
            elif name == "options" and value is not None and len(value) <= 12:
                yield from (str(each) for each in value)
        yield from _of_chart(proto)


def _of_chart(proto: Any) -> Iterator[str]:
    spec = getattr(proto, "spec", None) or getattr(
        getattr(proto, "arrow_vega_lite_chart", None), "spec", None
    )
    if isinstance(spec, str) and spec.startswith("{"):
        yield from _titles(json.loads(spec))


def _titles(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("title", "description") and isinstance(value, str):
                yield value
            else:
                yield from _titles(value)
    elif isinstance(node, list):
        for each in node:
            yield from _titles(each)
