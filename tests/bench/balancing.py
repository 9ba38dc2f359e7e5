"""How long the arithmetic of balancing takes: 10,000 wishes over 300 branches, in processor time of a quiet machine."""

import random
import statistics
from typing import Any

from tenants.wishes.balancing import BranchSize, Item, balance
from tests.processor import measured
from tests.runtime.installation import Installation

WISHES, BRANCHES, AIM_S, ROUNDS = 10_000, 300, 1.0, 5
PRICES = {"usual": (0, 60, 80, 120, 150, 180, 199, 260, 320, 480), "any": range(1501), "none": (0,)}


def measure(_: Installation) -> dict[str, Any]:
    """The median of some rounds for the usual budgets, for any price, and where no wish has a budget."""
    rng = random.Random(26)
    branches = [BranchSize(n, rng.randint(3, 100)) for n in range(BRANCHES)]
    figures = {}
    for name, prices in PRICES.items():
        items = [Item(n, rng.choice(prices), rng.choice("abcdefg")) for n in range(WISHES)]
        took = []
        for _round in range(ROUNDS):
            with measured() as work:
                balance(branches, items)
            took.append(work.seconds)
        figures[name] = round(statistics.median(took), 2)
    spoken = ", ".join(f"{name} prices {seconds:.2f} s" for name, seconds in figures.items())
    return {
        **{f"{name}_s": seconds for name, seconds in figures.items()},
        "aim_s": AIM_S,
        "kept": max(figures.values()) <= AIM_S,
        "line": f"{WISHES} wishes over {BRANCHES} branches: {spoken} of processor time (aim {AIM_S:.0f} s)",
    }
