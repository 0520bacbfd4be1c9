"""Eurostat's observation flags as SDMX observation status.

Since January 2025 the flags and the confidentiality status are separate lists; older files
carry `s`, `z` and `c` among the flags, where newer ones have `i`, `m` and the confidentiality
status. Both are read. Where a value has several flags the
weightiest one is its status, and the note says them all.

Source: Eurostat, "Flags and special values"; SDMX code list CL_OBS_STATUS.
"""

MEANING = {
    "b": "break in time series",
    "c": "confidential",
    "d": "definition differs",
    "e": "estimated by the publisher",
    "f": "forecast",
    "i": "imputed by the publisher",
    "m": "data cannot exist",
    "n": "not significant",
    "p": "provisional",
    "s": "estimated by Eurostat",
    "u": "low reliability",
    "z": "not applicable",
}

# Weightiest first; `d` changes what is counted, not how well, so the status stays A.
_STATUS = (
    ("u", "U"),
    ("n", "N"),
    ("e", "E"),
    ("s", "E"),
    ("i", "E"),
    ("f", "F"),
    ("p", "P"),
    ("b", "B"),
    ("d", "A"),
)


class FlagError(ValueError):
    """A flag that is in none of the publisher's lists."""


def status(flags: str, missing: bool) -> tuple[str, str | None]:
    """OBS_STATUS and note for a cell with `flags`, missing (`:`) or not.

    >>> status("", False)
    ('A', None)
    >>> status("bep", False)
    ('E', 'break in time series; estimated by the publisher; provisional')
    >>> status("c", True)
    ('Q', 'confidential')
    >>> status("", True)
    ('L', None)
    """
    unknown = [flag for flag in flags if flag not in MEANING]
    if unknown:
        raise FlagError(f"flag {''.join(unknown)!r} is not one of {''.join(MEANING)}")
    note = "; ".join(MEANING[flag] for flag in flags) or None
    if missing:
        return ("Q" if "c" in flags else "M" if set(flags) & {"m", "z"} else "L"), note
    return next((code for flag, code in _STATUS if flag in flags), "A"), note
