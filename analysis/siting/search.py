"""A better choice of sites: a few near one another are taken away and put anew, again and again."""

from analysis.siting.greedy import improved, state_of
from analysis.siting.kernel import reach_of
from analysis.siting.kicks import kicked
from analysis.siting.model import Candidates, Index

# A worse choice is kept to go on from while it lacks at most so much of what a site brings.
_SLACK = 0.02
_LEAST = 1e-9


def searched(candidates: Candidates, chosen: Index, kicks: int, seed: int = 1) -> Index:
    """The best choice found by so many kicks, never one that reaches less than the one given.

    A kick takes sites away around a cell drawn by chance, and a few from anywhere, puts as many
    anew and exchanges them. The same seed gives the same answer on every machine.

    Shape   : positions of candidates, as many as given; their order has no meaning any more.
    Source  : iterated local search (Lourenço, Martin and Stützle 2003, Handbook of
              Metaheuristics, 320-353), going back to the record when it falls too far behind
              (Dueck 1993, Journal of Computational Physics 104, 86-92).
    """
    many, total = len(chosen), float(candidates.need.sum())
    if not 0 < many < len(candidates) or not total:
        return chosen
    before = candidates.covered(chosen)
    reach, state = reach_of(candidates), state_of(candidates, chosen)
    found: Index = chosen.copy()
    kicked(found, reach, state, (kicks, seed), (_SLACK * before / many, _LEAST * total))
    found = improved(candidates, found)
    return found if candidates.covered(found) > before else chosen
