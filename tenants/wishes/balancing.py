"""Balancing, the arithmetic: wishes over branches by the number of their members (domain.md, Balancing). Pure.

Shares by largest remainder on W·n_b/Σn; within the shares, expected cost per member and kinds are evened out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tenants.wishes.evening import Item, Key, dealt_by_need, dealt_in_turn, even_kinds, even_out, spread, unevenness

FEW = 60
"""Up to so many wishes the search for the smallest spread begins from further orders: it could get stuck among few."""


@dataclass(frozen=True)
class BranchSize:
    key: Key
    head_count: int


@dataclass(frozen=True)
class Share:
    """The arithmetic of one branch: head count, exact share, its remainder, and what it got."""

    key: Key
    head_count: int
    exact: Fraction
    remainder: Fraction
    share: int


@dataclass(frozen=True)
class Plan:
    shares: list[Share]
    places: dict[Key, Key]
    """Item → branch."""

    def cost_per_member(self, items: Sequence[Item]) -> dict[Key, Fraction]:
        """Expected cost in yuan per member of each branch that has members."""
        cost = dict.fromkeys((share.key for share in self.shares), 0)
        for item in items:
            cost[self.places[item.key]] += item.cost
        return {s.key: Fraction(cost[s.key], s.head_count) for s in self.shares if s.head_count}


def largest_remainder(total: int, branches: Sequence[BranchSize]) -> list[Share]:
    """Shares of `total` by head count. A tie of remainders goes to the larger branch, then to the earlier one.

    Raises ValueError when no branch has a member.
    """
    heads = sum(branch.head_count for branch in branches)
    if heads == 0:
        raise ValueError("no branch has a member")
    exact = [Fraction(total * branch.head_count, heads) for branch in branches]
    floors = [int(share) for share in exact]
    order = sorted(range(len(branches)), key=lambda n: (-(exact[n] - floors[n]), -branches[n].head_count, n))
    extra = set(order[: total - sum(floors)])
    return [
        Share(branch.key, branch.head_count, exact[n], exact[n] - floors[n], floors[n] + (n in extra))
        for n, branch in enumerate(branches)
    ]


def balance(branches: Sequence[BranchSize], items: Sequence[Item]) -> Plan:
    """Places every item. What is bound to a branch stays there, within the branch's share or, if it is more, beyond it.

    The spread of the cost per member (largest less smallest) is no worse than dealing round-robin in any of the usual
    orders (as given, dearest first, cheapest first), since those deals are among the starting points. 10,000 items over
    300 branches take less than a second of processor time. Raises ValueError when no branch has a member.
    """
    shares = largest_remainder(len(items), branches)
    bound = {item.key: item.bound_to for item in items if item.bound_to is not None}
    shares = _make_room(shares, branches, len(items), Counter(bound.values()))
    free = [item for item in items if item.bound_to is None]
    room = {share.key: share.share for share in shares}
    for key in bound.values():
        room[key] -= 1
    heads = {branch.key: branch.head_count for branch in branches}
    dearest_first = sorted(free, key=lambda item: -item.cost)
    orders = [free, dearest_first, dearest_first[::-1]]
    if len(free) <= FEW:
        orders += _other_orders(free)
    starts = [dealt_by_need(dearest_first, room, bound, heads, items)]
    starts += [bound | dealt_in_turn(order, room) for order in orders]
    evened = [even_out(start, free, heads, items) for start in starts]
    spreads = [spread(places, heads, items) for places in evened]
    # Evening out the kinds changes no spread: only the best of these can win, and are worth the time.
    best = [places for places, wide in zip(evened, spreads, strict=True) if wide == min(spreads)]
    finished = [even_kinds(places, free, heads, items) for places in best]
    return Plan(shares, min(finished, key=lambda places: unevenness(places, heads, items)))


def _other_orders(free: Sequence[Item]) -> list[list[Item]]:
    """Thirty orders that look shuffled and are the same each time."""
    return [
        [free[n] for n in sorted(range(len(free)), key=lambda n: (n * n * stride + 7919 * n + stride) % 10_007)]
        for stride in range(31, 331, 10)
    ]


def _make_room(
    shares: list[Share], branches: Sequence[BranchSize], total: int, bound: Counter[Key | None]
) -> list[Share]:
    """Where more is bound to a branch than its share, the others share what is left by the same rule."""
    over: dict[Key, int] = {}
    while True:
        more = {s.key: bound[s.key] for s in shares if s.key not in over and bound[s.key] > s.share}
        if not more:
            return shares
        over |= more
        rest = [branch for branch in branches if branch.key not in over]
        left = total - sum(over.values())
        again = {s.key: s.share for s in largest_remainder(left, rest)} if any(b.head_count for b in rest) else {}
        shares = [
            Share(s.key, s.head_count, s.exact, s.remainder, over.get(s.key, again.get(s.key, 0))) for s in shares
        ]
