"""Every view of the pages as rows, by the parameters of its address."""

from collections.abc import Mapping

from ui.out.taken import Offer

VIEWS: Mapping[str, Offer] = {}
