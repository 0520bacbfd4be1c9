"""At which occupancy to sound the alarm, so that enough weeks remain to act."""

import numpy as np
from numpy.typing import NDArray

from analysis.stress.course import Given

Floats = NDArray[np.float64]


def warning_persons(given: Given, lead: int) -> Floats:
    """From how many persons today on a territory would be full before week `lead`.

    That is when to sound the alarm where it takes `lead` weeks to act. A closed form: newcomers
    do not depend on who is here today, so that the tightest week decides, the least of
    (places - newcomers) over the part of today's people who are still there.

    Shape   : cases x territories. Each territory for itself.
    Units   : persons; below zero where the shock fills even an empty territory sooner.
    Missing : NaN where places or arrivals are unknown.
    Errors  : ValueError when there is no week to act in, or more than the course has.
    """
    if not 1 <= lead <= given.weeks:
        raise ValueError(f"Between 1 and {given.weeks} weeks to act.")
    places = given.places_by_week()
    new = np.zeros_like(given.places)
    remaining, most = 1.0, given.places.astype(float).copy()
    for week in range(1, lead):
        new = new * given.staying + given.arrivals[..., week - 1]
        if not given.replaced:
            remaining *= given.staying
        if remaining > 0:
            most = np.minimum(most, (places[..., week] - new) / remaining)
    return most
