"""The chart of the documentation: this client compared with others, and how much of each budget is used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .peers import LABELS, OURS
from .report import Line, amount

COLOURS = dict(
    zip(
        (label for name, label in LABELS.items() if name != OURS),
        ("#4c72b0", "#8c8c8c", "#dd8452", "#55a868", "#937860"),
        strict=True,
    )
)
OURS_COLOUR = "#c2185b"
INK = "#333333"
BUDGET = "the budget next to it"


def draw(lines: Sequence[Line], place: Path) -> None:
    """Write the chart as SVG, the same bytes for the same results."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams.update(
        {"svg.hashsalt": "toggl-tasks", "font.family": "DejaVu Sans", "font.size": 9, "text.color": INK}
    )
    compared = [line for line in lines if line.against in COLOURS and not line.what.endswith("wall time")]
    budgets = [line for line in lines if line.budget is not None]
    whats = list(dict.fromkeys(line.what for line in compared))
    heights = [max(1.0, 0.36 * len(whats)), max(1.0, 0.3 * len(budgets))]
    figure = Figure(figsize=(9.6, sum(heights) + 2.4), layout="constrained", facecolor="white")
    above, below = figure.subplots(2, 1, height_ratios=heights)
    comparisons(above, compared, whats)
    draw_budgets(below, budgets)
    figure.savefig(place, format=place.suffix[1:], metadata={"Date": None} if place.suffix == ".svg" else None)


def comparisons(axes: Any, compared: Sequence[Line], whats: Sequence[str]) -> None:
    """A dot for each other one: left of the line, this client takes less."""
    axes.set_title("What toggl_tasks takes, as a share of what others take", loc="left", fontweight="bold")
    axes.axvline(1, color=OURS_COLOUR, linewidth=1.2)
    for row in range(0, len(whats), 2):
        axes.axhspan(row - 0.5, row + 0.5, color="#f5f5f5", zorder=0)
    for label, colour in COLOURS.items():
        points = [(line, whats.index(line.what)) for line in compared if line.against == label and line.ratio]
        ratios = [line.ratio for line, _ in points if line.ratio]
        medians = [ratio.median for ratio in ratios]
        edges = [[ratio.median - ratio.low for ratio in ratios], [ratio.high - ratio.median for ratio in ratios]]
        style = {"color": colour, "markersize": 6.5, "markeredgecolor": "white", "markeredgewidth": 0.6}
        axes.errorbar(medians, [row for _, row in points], xerr=edges, fmt="o", label=label, elinewidth=1.4, **style)
        allowed = [(line.budget, row) for line, row in points if line.budget is not None]
        if allowed:
            style = {"color": colour, "markersize": 15, "markeredgewidth": 2.2}
            axes.plot([limit for limit, _ in allowed], [row for _, row in allowed], linestyle="", marker="|", **style)
    axes.plot([], [], color=INK, linestyle="", marker="|", markersize=10, markeredgewidth=2, label=BUDGET)
    axes.set_xscale("log")
    ticks = (0.05, 0.1, 0.2, 0.5, 1, 2)
    axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.minorticks_off()
    axes.set_xlabel("less than the other  ←   1   →  more than the other (logarithmic)", fontsize=8)
    axes.set_yticks(range(len(whats)), [what.replace(": ", "\n", 1) for what in whats], fontsize=7.5)
    axes.set_ylim(max(len(whats), 1) - 0.5, -0.5)
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    handles, labels = axes.get_legend_handles_labels()
    order = sorted(range(len(labels)), key=lambda place: labels[place] == BUDGET)
    axes.legend(
        [handles[place] for place in order],
        [labels[place] for place in order],
        loc="upper center",
        bbox_to_anchor=(0.36, -0.09),
        ncols=3,
        fontsize=8,
        frameon=False,
    )
    _plain(axes)


def draw_budgets(axes: Any, budgets: Sequence[Line]) -> None:
    """A bar for each budget of the design: how much of it is used."""
    axes.set_title("How much of each budget is used", loc="left", fontweight="bold")
    for row, line in enumerate(budgets):
        assert line.budget is not None
        value = line.value
        axes.barh(row, 100 * line.used, height=0.62, color="#55a868" if line.met else "#c44e52")
        if line.ratio:
            text = f"{value:.2g} of {line.budget:g}"
        else:
            text = f"{amount(value, line.unit)} of {amount(line.budget, line.unit)}"
        axes.annotate(text, (100 * line.used, row), (4, 0), textcoords="offset points", va="center", fontsize=8)
    names = [f"{line.what}\nagainst {line.against}" if line.against else line.what for line in budgets]
    axes.set_yticks(range(len(budgets)), names, fontsize=7.5)
    axes.set_ylim(len(budgets) - 0.4, -0.6)
    axes.axvline(100, color=INK, linewidth=1.2)
    axes.set_xlim(0, max(118, *(115 * line.used for line in budgets)))
    axes.set_xticks(range(0, 101, 25), [f"{share} %" for share in range(0, 101, 25)])
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    _plain(axes)


def _plain(axes: Any) -> None:
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
