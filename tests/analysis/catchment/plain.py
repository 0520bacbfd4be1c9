"""Catchments written out plainly: all pairs at once, as the formulas stand in the papers."""

import numpy as np

from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.model import Cells, Places
from analysis.reach import EARTH_RADIUS_KM


def haversine(cells, places):
    """Kilometres between each cell (row) and place (column)."""
    lon, lat = np.radians(cells.lon)[:, None], np.radians(cells.lat)[:, None]
    to_lon, to_lat = np.radians(places.lon), np.radians(places.lat)
    h = (
        np.sin((to_lat - lat) / 2) ** 2
        + np.cos(lat) * np.cos(to_lat) * np.sin((to_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1, np.sqrt(h)))


def weights(setting, decay, detour=1.0):
    """The weight of each pair."""
    km = haversine(setting.cells, setting.places) * detour
    return np.array([decay.weights(row) for row in km]).reshape(km.shape)


def two_step(setting, w, group=0):
    """R_j = S_j / sum_i P_i w_ij, A_i = sum_j R_j w_ij; nothing from places nobody reaches."""
    people = setting.cells.demand @ setting.places.open_to.T.astype(float)
    demand = (people * w).sum(axis=0)
    ratio = np.divide(setting.places.capacity, demand, out=np.zeros_like(demand), where=demand > 0)
    return w @ (ratio * setting.places.open_to[:, group])


def served(setting, km, reach):
    """Persons served: the nearest pair first, one after another; no two ways equally long."""
    need, room = setting.cells.demand.copy(), setting.places.capacity.copy()
    for pair in np.argsort(km, axis=None):
        cell, place = np.unravel_index(pair, km.shape)
        if km[cell, place] > reach:
            break
        ask = need[cell] * setting.places.open_to[place]
        if ask.sum() > 0:
            given = ask * min(1, room[place] / ask.sum())
            need[cell] -= given
            room[place] -= given.sum()
    return setting.cells.demand - need


def drawn(seed, cells=80, places=25, groups=1, box=(-4, 4, 46, 51)):
    """People and places drawn at random in a box of degrees; everything is known."""
    random = np.random.default_rng(seed)
    west, east, south, north = box

    def points(many):
        return random.uniform(west, east, many), random.uniform(south, north, many)

    demand = random.integers(0, 50, (cells, groups)).astype(float)
    open_to = random.random((places, groups)) < (0.7 if groups > 1 else 2)
    capacity = random.integers(0, 90, places).astype(float)
    return as_the_crow_flies(
        Cells(*points(cells), demand), Places(*points(places), capacity, open_to)
    )
