"""Text files: which encoding, which separator. What the bytes leave open is asked."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Sequence

from etl.intake.grid import Question, Understood, UnreadableError
from etl.intake.said import Words, say

ENCODINGS = Words({
    "utf-8": "Unicode (UTF-8)",
    "utf-16-le": "Unicode (UTF-16, little end first)",
    "utf-16-be": "Unicode (UTF-16, big end first)",
    "cp1252": "Western European (Windows)",
    "cp1250": "Central European (Windows)",
    "cp1253": "Greek (Windows)",
    "cp1251": "Cyrillic (Windows)",
    "cp1254": "Turkish (Windows)",
    "cp850": "Western European (DOS)",
    "mac-roman": "Western European (Macintosh)",
})  # fmt: skip
SEPARATORS = Words({",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"})
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# Signs that cp1252 shows inside or beside a word only where the file is in another encoding.
_ODD = re.compile(r"[^\W\d_][¹³¿£¥¶¼½¾ðþ¸¬¤±æ÷×¦¨†‡‰Š‹›ŠŽ„‚][^\W\d_]|[\x80-\x9f]")
_SOME = 200
Score = Callable[[Sequence[str]], int]


def encoding_of(data: bytes, told: str | None) -> tuple[str, Understood, list[Question]]:
    """The encoding of a text, and what to ask where its bytes leave it open.

    >>> encoding_of("Plätze".encode("cp1252"), None)[0]
    'cp1252'
    """
    if told:
        if told not in ENCODINGS:
            raise UnreadableError(
                f"Encoding {told!r} is not known.", f"Choose one of: {', '.join(ENCODINGS)}."
            )
        return told, _said(told), []
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, _said(name), []
    if name := _without_mark(data):
        return name, _said(name), []
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)
    return "utf-8", _said("utf-8"), []


def _said(name: str, sure: bool = True) -> Understood:
    label = say("Encoding: {encoding}", encoding=say(ENCODINGS[name]))
    return Understood("encoding", name, label, sure)


def _without_mark(data: bytes) -> str:
    """UTF-16 that does not say so: every other byte of plain text is zero."""
    head = data[:4000]
    half = max(len(head) // 2, 1)
    odd, even = head[1::2].count(0) / half, head[0::2].count(0) / half
    if len(data) % 2 == 0 and odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if len(data) % 2 == 0 and even > 0.4 and odd < 0.05 else ""


def _eight_bit(data: bytes) -> tuple[str, Understood, list[Question]]:
    """A text of single bytes: Western European, unless what it says then is odd."""
    text = data.decode("cp1252", errors="replace")
    odd = _ODD.search(text) or ("\ufffd" in text)
    if not odd:
        return "cp1252", _said("cp1252"), []
    line = next((each for each in text.splitlines() if _ODD.search(each) or "\ufffd" in each), "")
    sample = line.encode("cp1252", errors="ignore")[:60]
    options = []
    for name in [each for each in ENCODINGS if not each.startswith("utf")]:
        options.append((name, f"{ENCODINGS[name]}: {sample.decode(name, errors='replace')}"))
    asked = Question("encoding", say("Which of these reads right?"), options)
    return "cp1252", _said("cp1252", sure=False), [asked]


def decoded(data: bytes, encoding: str) -> str:
    """The text of a file; UnreadableError says where it is not in this encoding."""
    for mark, _ in _MARKS:
        if encoding.startswith("utf"):
            data = data.removeprefix(mark)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableError(
            f"Line {line} is not text in {ENCODINGS[encoding]}.", "Choose another encoding."
        ) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise UnreadableError(
            f"Line {line} holds a NUL byte: this is no text file.", "Save it again as CSV."
        )
    return text


def separator_of(
    text: str, told: str | None, score: Score
) -> tuple[str, Understood, list[Question]]:
    """The separator of a text's fields; `score` counts the known names among a line's fields."""
    if told:
        if told not in SEPARATORS:
            known = ", ".join(SEPARATORS.values())
            raise UnreadableError(f"Separator {told!r} is not known.", f"It may be: {known}.")
        return told, _parted(told), []
    head = text[:200_000].splitlines()[:_SOME]
    marks = {each: _mark(head, each, score) for each in SEPARATORS}
    best = max(marks, key=lambda each: marks[each])
    rivals = [each for each in marks if marks[each][:2] == marks[best][:2] and marks[each][2] > 1]
    if len(rivals) > 1:
        options = [(each, say(SEPARATORS[each])) for each in rivals]
        asked = Question("separator", say("What parts the columns of this file?"), options)
        return best, _parted(best, sure=False), [asked]
    return best, _parted(best), []


def _parted(separator: str, sure: bool = True) -> Understood:
    label = say("Columns are parted by: {separator}", separator=say(SEPARATORS[separator]))
    return Understood("separator", separator, label, sure)


def _mark(lines: list[str], separator: str, score: Score) -> tuple[int, bool, int]:
    """How well a separator fits: known names in a header, whether lines are even, columns."""
    rows = [fields_of(line, separator) for line in lines if line.strip()]
    counts = Counter(len(row) for row in rows)
    usual, lines_of = max(counts.items(), key=lambda each: (each[1], each[0]), default=(1, 0))
    known = max((score(row) for row in rows[:40]), default=0)
    even = usual > 1 and lines_of >= 0.5 * len(rows)
    return known, even, usual


def fields_of(line: str, separator: str) -> list[str]:
    """The fields of one line, whatever its quotes are like."""
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return line.split(separator)
