"""Siting against PySAL's spopt, and against HiGHS where it cannot end.

spopt (its MCLP, solved by HiGHS through PuLP) is given the same cells, sites and reach. It is
stopped after ten minutes; its time then is a lower bound, and the line says so. HiGHS is given a
sparse model made for it and both cores, and a minute of solving. Compiling is not counted: it is
kept on disk. Ours starts from who reaches whom, as both peers do.
"""

import multiprocessing
from statistics import median
from time import perf_counter

import numpy as np

from bench.planning import Part
from bench.planning.sites import clustered, lived_in

SMALL, LARGE = (12_000, 2_000, 50), (120_000, 20_000, 500)
SPOPT_SECONDS, HIGHS_SECONDS, PROOF_SECONDS, HARD_SECONDS = 600, 60, 120, 60


def ours(candidates, many, seconds):
    """Seconds, need covered, bound and whether it is proven."""
    from analysis.siting.model import Candidates
    from analysis.siting.solved import solved

    solved(clustered(400, 60), 5)
    fresh = Candidates(candidates.need, candidates.starts, candidates.cells)
    start = perf_counter()
    answer = solved(fresh, many, seconds)
    took = perf_counter() - start
    return (
        {"seconds": took, "gap": answer.gap_percent, "proven": float(answer.proven)},
        np.array([fresh.covered(answer.chosen)]),
    )


def _by_spopt(candidates, many, said):
    import warnings

    import pulp
    from spopt.locate import MCLP

    warnings.simplefilter("ignore")  # PuLP's, of names that spopt uses
    cost = np.ones((len(candidates.need), len(candidates)))
    for j in range(len(candidates)):
        cost[candidates.cells[candidates.starts[j] : candidates.starts[j + 1]], j] = 0
    said.send("ready")
    start = perf_counter()
    model = MCLP.from_cost_matrix(cost, candidates.need, 0.5, many)
    model = model.solve(pulp.HiGHS(msg=False, gapRel=0))
    said.send((perf_counter() - start, float(pulp.value(model.problem.objective))))


def spopt(candidates, many, limit):
    """Seconds and need covered by spopt; the limit and nothing known where it did not end."""
    fresh = multiprocessing.get_context("spawn")  # HiGHS stands still after a fork
    heard, said = fresh.Pipe(duplex=False)
    child = fresh.Process(target=_by_spopt, args=(candidates, many, said))
    child.start()
    said.close()  # so that a child that fails is heard, and is no slow one
    heard.recv()
    ended = heard.poll(limit)
    seconds, covered = heard.recv() if ended else (float(limit), np.nan)
    child.kill()
    child.join()
    return {"seconds": seconds, "ended": float(ended)}, np.array([covered])


def highs(candidates, many, limit):
    """Seconds and need covered by the best choice HiGHS finds in the time; 0 where it has none."""
    import highspy

    cells, sites = len(candidates.need), len(candidates)
    starts, reached_by = candidates.by_cell
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = sites + cells, cells + 1
    model.col_cost_ = np.r_[np.zeros(sites), -candidates.need]
    model.col_lower_, model.col_upper_ = np.zeros(sites + cells), np.ones(sites + cells)
    model.row_lower_ = np.r_[np.full(cells, -np.inf), many]
    model.row_upper_ = np.r_[np.zeros(cells), many]
    whole, part = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    model.integrality_ = [whole] * sites + [part] * cells
    # Row i: need of cell i counts up to the sites that reach it; the last: how many sites.
    own = starts[1:] + np.arange(cells)
    index = np.insert(reached_by.astype(np.int64), starts[1:], sites + np.arange(cells))
    value = np.full(len(index), -1.0)
    value[own] = 1.0
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.r_[0, own + 1, len(index) + sites].astype(np.int32)
    model.a_matrix_.index_ = np.r_[index, np.arange(sites)].astype(np.int32)
    model.a_matrix_.value_ = np.r_[value, np.ones(sites)]
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", float(limit))
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.passModel(model)
    start = perf_counter()
    solver.run()
    seconds = perf_counter() - start
    found = solver.getSolution()
    known = found.value_valid and len(found.col_value)
    chosen = np.flatnonzero(np.array(found.col_value[:sites]) > 0.5) if known else []
    return {"seconds": seconds}, np.array([candidates.covered(chosen[:many])])


WAYS = {
    "siting_ours": lambda: ours(lived_in(*SMALL[:2]), SMALL[2], PROOF_SECONDS),
    "siting_spopt": lambda: spopt(lived_in(*SMALL[:2]), SMALL[2], SPOPT_SECONDS),
    "siting_ours_large": lambda: ours(lived_in(*LARGE[:2]), LARGE[2], 0),
    "siting_highs60": lambda: highs(lived_in(*LARGE[:2]), LARGE[2], HIGHS_SECONDS),
    "siting_ours_hard": lambda: ours(clustered(*SMALL[:2]), SMALL[2], HARD_SECONDS),
}
TURNS = [
    ("siting_ours", "siting_ours_large", "siting_highs60"),
    ("siting_ours", "siting_ours_large", "siting_spopt"),
    ("siting_ours", "siting_ours_large", "siting_ours_hard"),
]


def told(took, found) -> Part:
    """The lines and figures of siting."""
    seconds = {way: median(each["seconds"] for each in took[way]) for way in WAYS}
    covered = {way: float(found[way][0]) for way in WAYS}
    ended = took["siting_spopt"][0]["ended"]
    proven = all(each["proven"] for each in took["siting_ours"])
    gap, hard = took["siting_ours_large"][0]["gap"], took["siting_ours_hard"][0]
    same = not ended or np.isclose(covered["siting_ours"], covered["siting_spopt"], rtol=1e-9)
    better = covered["siting_ours_large"] > covered["siting_highs60"]
    versus = seconds["siting_spopt"] / seconds["siting_ours"]
    lines = [
        "{:,} cells, {:,} sites, {} chosen".format(*SMALL),
        f"  ours   {seconds['siting_ours']:8.2f} s, {covered['siting_ours']:,.0f} covered, "
        f"{'proven' if proven else 'not proven'}",
        f"  spopt  {seconds['siting_spopt']:8.2f} s, "
        + (f"{covered['siting_spopt']:,.0f} covered, {versus:.0f} times ours" if ended
           else f"stopped before its end: at least {versus:.0f} times ours"),
        "{:,} cells, {:,} sites, {} chosen".format(*LARGE),
        f"  ours   {seconds['siting_ours_large']:8.2f} s, {covered['siting_ours_large']:,.0f} "
        f"covered, at most {gap:.2f} % from the best",
        f"  HiGHS  {seconds['siting_highs60']:8.2f} s, {covered['siting_highs60']:,.0f} covered",
        "{:,} cells, {:,} sites, {} chosen, made hard".format(*SMALL),
        f"  ours   {hard['seconds']:8.2f} s, {covered['siting_ours_hard']:,.0f} covered, "
        f"at most {hard['gap']:.2f} % from the best",
    ]  # fmt: skip
    figures = {
        "siting_vs_spopt": round(versus, 1),
        "spopt_ended": bool(ended),
        "siting_vs_highs60": round(HIGHS_SECONDS / seconds["siting_ours_large"], 1),
        "certified_gap_pct": round(gap, 3),
        "hard_gap_pct": round(hard["gap"], 3),
    }
    floors = {"siting_vs_spopt": 50, "siting_vs_highs60": 20}
    return Part(lines, figures, floors, {"certified_gap_pct": 1}, bool(proven and same and better))
