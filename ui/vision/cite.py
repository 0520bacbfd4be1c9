"""How the picture is made, and where its figures are from."""

import streamlit as st

from analysis.index.kernel import ENOUGH
from ui import words
from ui.digital.cite import sources
from ui.language import _, later
from ui.vision import matrix
from ui.vision.seen import Vision

_METHOD = later("""###### How ranks are made
After the *Handbook on Constructing Composite Indicators* (OECD and JRC, 2008) and Saisana, Saltelli
and Tarantola (2005). Each draw takes one option on each of six axes, all as likely:

1. **One scale**: min-max, standard deviations, ranks, or shares of the best.
2. **Weights**: areas equal, as you weigh them, or at random around that (Dirichlet). An area's
   weight is shared equally by its aspects.
3. **Together**: arithmetic mean, geometric mean, or a majority of weights in each pair (Copeland).
4. **Unknown**: the aspect is left out for that territory and the rest weighs more; or it takes any
   of the values others have; or the territory has no place if less than {enough} of the weights of
   aspects that anybody has is known. Aspects nobody has are not in that count.
5. **Values** anywhere inside their intervals, each as likely.
6. **Leaving out** one aspect, or none.

{draws} draws, the same ones each time. A place is counted among all of which anything is known;
where some have none in a draw, the others' places are put on the scale of all. Who has a place in
less than half of the draws is given none, and a pair that less than half of them rank together is
not told apart: the few draws would not stand for the rest. What drives ranks:
variance-based indices of the mean shift in rank (first-order by Saltelli 2010, total by Jansen
1999).

Nothing here says that one option is right. More than a benchmark asks for counts as what it asks
for. Figures of larger territories are not used for their parts.

###### What the words of the matrix mean""")


def method(vision: Vision) -> None:
    """The method in words, the rules of the matrix, the sources."""
    draws = 0 if vision.ranking is None else len(vision.ranking.positions)
    enough = _("two thirds") if round(ENOUGH, 3) == 0.667 else f"{ENOUGH:.0%}"
    st.markdown(_(_METHOD, draws=words.number(draws), enough=enough))
    matrix.rules()
    sources(vision.dataset, sorted(set(vision.source_ids)))
