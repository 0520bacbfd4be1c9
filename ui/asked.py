"""A view that is asked for by its address alone: values by name, and what was read of them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from ui import address
from ui.out.taken import NotOfferedError, Parameter

_NUMBERS = ("a number from 0 to 1,000,000", "none")


@dataclass
class Asked:
    """Values by name; the filters the view turned out to have, and those that are not usual.

    `usual` are filters that hold because nothing else was asked. What is not on offer is refused
    if `strict`, else passed over as a page does.
    """

    values: Mapping[str, str]
    strict: bool = True
    parameters: dict[str, Parameter] = field(default_factory=dict)
    filters: dict[str, str] = field(default_factory=dict)
    usual: dict[str, str] = field(default_factory=dict)

    def one(self, parameter: Parameter) -> str:
        """The code asked for, or the usual one."""
        text = self._text(parameter)
        if text and text not in parameter.allowed:
            self._refuse(parameter, text)
            text = ""
        if text and text != parameter.usual:
            self.filters[parameter.name] = text
            return text
        self.usual[parameter.name] = parameter.usual
        return parameter.usual

    def several(self, parameter: Parameter) -> list[str]:
        """The codes asked for, each once, in the order on offer; none is usual."""
        asked = address.apart(self._text(parameter))
        for each in asked:
            if each not in parameter.allowed:
                self._refuse(parameter, each)
        found = [each for each in parameter.allowed if each in asked]
        if found:
            self.filters[parameter.name] = address.joined(found)
        else:
            self.usual[parameter.name] = "all"
        return found

    def number(self, parameter: Parameter, usual: float | None) -> float | None:
        """The number asked for, 'none' for none, else the usual one."""
        text = self._text(parameter)
        if text and not address.is_number(text):
            self._refuse(parameter, text)
            text = ""
        value = address.read(text, usual)
        if value != usual:
            self.filters[parameter.name] = address.written(value)
        else:
            self.usual[parameter.name] = address.written(value)
        return value

    def text(self, parameter: Parameter, written: Callable[[str], str]) -> str:
        """Text with a form of its own, as `written` gives what was asked; it may refuse."""
        found = written(self._text(parameter))
        if found:
            self.filters[parameter.name] = found
        else:
            self.usual[parameter.name] = parameter.usual or "none"
        return found

    def finish(self) -> None:
        """Refuse names that the view does not have."""
        unknown = [name for name in self.values if name not in self.parameters]
        if unknown and self.strict:
            raise NotOfferedError("filter", unknown[0], tuple(self.parameters))

    def _text(self, parameter: Parameter) -> str:
        self.parameters[parameter.name] = parameter
        return self.values.get(parameter.name, "")

    def _refuse(self, parameter: Parameter, text: str) -> None:
        if self.strict:
            raise NotOfferedError(parameter.name, text, parameter.allowed or _NUMBERS)


_ASKED: ContextVar[Asked | None] = ContextVar("asked", default=None)


def without_a_page() -> Asked | None:
    """What is asked for, where no page is drawn."""
    return _ASKED.get()


@contextmanager
def asked(values: Mapping[str, str], strict: bool = True) -> Iterator[Asked]:
    """Within, controls are not drawn: they read `values`. Raises NotOfferedError if `strict`."""
    found = Asked(values, strict)
    token = _ASKED.set(found)
    try:
        yield found
        found.finish()
    finally:
        _ASKED.reset(token)
