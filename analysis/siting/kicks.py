"""The arithmetic of kicks, compiled: sites around a cell leave, others come, and back again."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.catchment.compiled import as_written
from analysis.siting.kernel import Reach, State, enter
from analysis.siting.model import Index

# A kick looks at the sites around and at fewer than so many from anywhere. It takes up to so many;
# each is put anew at one of so many best sites around or, so many times in a hundred, at the best
# of all.
_FAR, _MOST_TAKEN, _BEST, _ANYWHERE = 3, 8, 5, 10
_MOST_PASSES, _MOST_MOVES = 20, 4096


class Board(NamedTuple):
    """What a kick works on: the choice, marks of what was seen, the sites around, what was moved.

    `slot` is the place of a site among the chosen, below 0 for others; `here` are the places
    around; `moved` are a place and the site that was there, in the order of the moves.
    """

    chosen: Index
    reach: Reach
    state: State
    seed: npt.NDArray[np.uint64]
    cell_seen: Index
    site_seen: Index
    around: Index
    slot: Index
    here: Index
    moved: Index


@as_written
def draw(board: Board, below: int) -> int:
    """A whole number from 0 to less than `below`, by chance (Marsaglia's xorshift)."""
    x = board.seed[0]
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    board.seed[0] = x
    return int((x >> np.uint64(11)) % np.uint64(below))


@as_written
def look(cell: int, kick: int, board: Board) -> int:
    """List the sites that share a cell with a site that reaches `cell`; how many there are."""
    many = 0
    for a in range(board.reach.of_cell[cell], board.reach.of_cell[cell + 1]):
        j = board.reach.sites[a]
        for k in range(board.reach.starts[j], board.reach.starts[j + 1]):
            i = board.reach.cells[k]
            if board.cell_seen[i] == kick:
                continue
            board.cell_seen[i] = kick
            for b in range(board.reach.of_cell[i], board.reach.of_cell[i + 1]):
                other = board.reach.sites[b]
                if board.site_seen[other] != kick:
                    board.site_seen[other] = kick
                    board.around[many] = other
                    many += 1
    return many


@as_written
def ranked(many: int, rank: int, board: Board) -> int:
    """Of the sites around, the one with the `rank`-th largest gain (0: the largest) or below."""
    last, at = np.inf, -1
    for _ in range(rank + 1):
        top, found = -np.inf, -1
        for a in range(many):
            value = board.state.gain[board.around[a]]
            if top < value < last:
                top, found = value, int(board.around[a])
        if found < 0:
            break
        last, at = top, found
    return at


@as_written
def leave(place: int, board: Board) -> float:
    """Take away the site at a place; what it alone reached."""
    j = int(board.chosen[place])
    board.state.gain[j] = 0.0
    enter(j, -1, board.reach, board.state)
    board.slot[j] = -1
    return float(board.state.gain[j])


@as_written
def come(j: int, place: int, board: Board) -> float:
    """Put a site at a place; what it reaches anew."""
    found = float(board.state.gain[j])
    enter(j, 1, board.reach, board.state)
    board.state.gain[j] = -np.inf
    board.chosen[place], board.slot[j] = j, place
    return found


@as_written
def shaken(many: int, near: int, board: Board) -> tuple[int, float]:
    """Take some of the `near` places' sites away and put others; moves made and need gained."""
    taken = min(near, 1 + draw(board, _MOST_TAKEN))
    gained, moves = 0.0, 0
    for a in range(taken):
        b = a + draw(board, near - a)
        board.here[a], board.here[b] = board.here[b], board.here[a]
        gained -= leave(board.here[a], board)
    for a in range(taken):
        place = board.here[a]
        j = -1
        if draw(board, 100) >= _ANYWHERE:
            j = ranked(many, draw(board, _BEST), board)
        if j < 0:
            j = int(np.argmax(board.state.gain))
        board.moved[moves, 0], board.moved[moves, 1] = place, board.chosen[place]
        moves += 1
        gained += come(j, place, board)
    return moves, gained


@as_written
def settled(near: int, moves: int, least: float, board: Board) -> tuple[int, float]:
    """Exchange the sites around while that gains; moves made in all and need gained."""
    gained, better, passes = 0.0, True, 0
    while better and passes < _MOST_PASSES and moves + near < len(board.moved):
        better, passes = False, passes + 1
        for a in range(near):
            place = board.here[a]
            old = int(board.chosen[place])
            loss = leave(place, board)
            j = int(np.argmax(board.state.gain))
            if board.state.gain[j] <= loss + least:
                j = old
            else:
                board.moved[moves, 0], board.moved[moves, 1] = place, old
                moves, better = moves + 1, True
            gained += come(j, place, board) - loss
    return moves, gained


@as_written
def back(near: int, moves: int, board: Board) -> None:
    """Undo the moves: every site that came leaves, and those that were there come back."""
    for b in range(moves - 1, -1, -1):
        place = board.moved[b, 0]
        if board.slot[board.chosen[place]] == place:
            leave(place, board)
        board.chosen[place] = board.moved[b, 1]
    for a in range(near):
        place = board.here[a]
        if board.slot[board.chosen[place]] != place:
            come(board.chosen[place], place, board)


@as_written
def kicked(
    chosen: Index, reach: Reach, state: State, asked: tuple[int, int], limits: tuple[float, float]
) -> None:
    """Kick so many times (`asked`: kicks, seed); leaves the best choice found in `chosen`.

    `limits`: how far the choice to go on from may fall behind the record, and the least gain.
    """
    slack, least = limits
    cells, sites = len(reach.need), len(reach.starts) - 1
    board = Board(
        chosen, reach, state,
        np.array([np.uint64(88172645463325252) + np.uint64(asked[1])]),
        np.full(cells, -1, np.int64), np.full(sites, -1, np.int64), np.empty(sites, np.int64),
        np.full(sites, -1, np.int64), np.empty(len(chosen), np.int64),
        np.empty((_MOST_MOVES, 2), np.int64),
    )  # fmt: skip
    for a in range(len(chosen)):
        board.slot[chosen[a]] = a
    best, value, record = chosen.copy(), 0.0, 0.0
    for kick in range(asked[0]):
        many = look(draw(board, cells), kick, board)
        near = 0
        for a in range(many):
            if board.slot[board.around[a]] >= 0:
                board.here[near] = board.slot[board.around[a]]
                near += 1
        if near in (0, many):
            continue
        for _ in range(draw(board, _FAR)):
            place = draw(board, len(chosen))
            if board.site_seen[chosen[place]] != kick:
                board.site_seen[chosen[place]] = kick
                board.here[near] = place
                near += 1
        moves, gained = shaken(many, near, board)
        moves, more = settled(near, moves, least, board)
        gained += more
        if value + gained < record - slack:
            back(near, moves, board)
            continue
        value += gained
        if value > record + least:
            record = value
            best[:] = chosen
    chosen[:] = best
