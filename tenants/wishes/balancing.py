"""Balancing, the arithmetic: wishes over branches by the number of their members (domain.md, Balancing). Pure.

Shares by largest remainder on W·n_b/Σn; within the shares, expected cost per member and kinds are evened out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

Key = Any
"""The identifier of a branch or a wish: whatever can be a key."""

FEW = 60
"""Up to so many wishes the search for the smallest spread begins from further orders: it could get stuck among few."""


@dataclass(frozen=True)
class BranchSize:
    key: Key
    head_count: int


@dataclass(frozen=True)
class Item:
    """A wish to place: its expected cost in yuan (0 where none is named), its kind, and the branch it is bound to."""

    key: Key
    cost: int
    kind: str
    bound_to: Key | None = None


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
    orders, since those deals are among the starting points. Raises ValueError when no branch has a member.
    """
    shares = largest_remainder(len(items), branches)
    bound = {item.key: item.bound_to for item in items if item.bound_to is not None}
    shares = _make_room(shares, branches, len(items), list(bound.values()))
    free = [item for item in items if item.key not in bound]
    room = {share.key: share.share for share in shares}
    for key in bound.values():
        room[key] -= 1
    heads = {branch.key: branch.head_count for branch in branches}
    starts = [
        _deal(free, room, bound, heads, items, by_need=True),
        _deal(free, room, bound, heads, items, by_need=False),
        _deal(sorted(free, key=lambda item: -item.cost), room, bound, heads, items, by_need=False),
    ]
    if len(free) <= FEW:
        starts += [_deal(order, room, bound, heads, items, by_need=False) for order in _other_orders(free)]
    best = min((_improve(start, free, heads, items) for start in starts), key=lambda p: _score(p, heads, items))
    return Plan(shares, best)


def _other_orders(free: Sequence[Item]) -> list[list[Item]]:
    """Thirty orders that look shuffled and are the same each time."""
    return [
        [free[n] for n in sorted(range(len(free)), key=lambda n: (n * n * stride + 7919 * n + stride) % 10_007)]
        for stride in range(31, 331, 10)
    ]


def _make_room(shares: list[Share], branches: Sequence[BranchSize], total: int, bound: list[Key | None]) -> list[Share]:
    """Where more is bound to a branch than its share, the others share what is left by the same rule."""
    over: dict[Key, int] = {}
    while True:
        more = {s.key: bound.count(s.key) for s in shares if s.key not in over and bound.count(s.key) > s.share}
        if not more:
            return shares
        over |= more
        rest = [branch for branch in branches if branch.key not in over]
        left = total - sum(over.values())
        again = {s.key: s.share for s in largest_remainder(left, rest)} if any(b.head_count for b in rest) else {}
        shares = [
            Share(s.key, s.head_count, s.exact, s.remainder, over.get(s.key, again.get(s.key, 0))) for s in shares
        ]


def _deal(
    free: Sequence[Item],
    room: dict[Key, int],
    bound: dict[Key, Key | None],
    heads: dict[Key, int],
    items: Sequence[Item],
    *,
    by_need: bool,
) -> dict[Key, Key]:
    """Round-robin in the order given, or (by need) the dearest first to whom has the least cost per member."""
    room = dict(room)
    places: dict[Key, Key] = dict(bound)
    cost = dict.fromkeys(room, 0)
    for item in items:
        if item.key in bound:
            cost[places[item.key]] += item.cost
    turn = 0
    keys = list(room)
    for item in sorted(free, key=lambda item: -item.cost) if by_need else free:
        if by_need:
            key = min(
                (k for k in keys if room[k] > 0),
                key=lambda k: (Fraction(cost[k] + item.cost, heads[k] or 1), keys.index(k)),
            )
        else:
            while room[keys[turn % len(keys)]] <= 0:
                turn += 1
            key = keys[turn % len(keys)]
            turn += 1
        places[item.key] = key
        room[key] -= 1
        cost[key] += item.cost
    return places


def _score(places: dict[Key, Key], heads: dict[Key, int], items: Sequence[Item]) -> tuple[Fraction, Fraction]:
    """What is to be small: the spread of cost per member, then the unevenness of kinds."""
    cost = dict.fromkeys(heads, 0)
    kinds: dict[tuple[str, Key], int] = {}
    totals: dict[str, int] = {}
    for item in items:
        key = places[item.key]
        cost[key] += item.cost
        kinds[item.kind, key] = kinds.get((item.kind, key), 0) + 1
        totals[item.kind] = totals.get(item.kind, 0) + 1
    per_head = [Fraction(cost[key], n) for key, n in heads.items() if n]
    all_heads = sum(heads.values())
    uneven = sum(
        (Fraction(totals[kind] * n, all_heads) - kinds.get((kind, key), 0)) ** 2
        for kind in totals
        for key, n in heads.items()
    )
    return (max(per_head) - min(per_head), Fraction(uneven)) if per_head else (Fraction(0), Fraction(0))


def _improve(
    places: dict[Key, Key], free: Sequence[Item], heads: dict[Key, int], items: Sequence[Item], rounds: int = 400
) -> dict[Key, Key]:
    """Swaps pairs between the dearest or the cheapest branch and another while the spread gets smaller; then kinds."""
    cost = dict.fromkeys(heads, 0)
    for item in items:
        cost[places[item.key]] += item.cost
    staffed = [key for key, n in heads.items() if n]
    mine_of: dict[Key, list[Item]] = {key: [] for key in heads}
    for item in free:
        mine_of[places[item.key]].append(item)
    for _ in range(rounds):
        rate = {key: cost[key] / heads[key] for key in staffed}
        top, low = max(staffed, key=lambda k: rate[k]), min(staffed, key=lambda k: rate[k])
        spread = rate[top] - rate[low]
        best: tuple[float, Item, Item] | None = None
        for here, there in dict.fromkeys((end, key) for end in (top, low) for key in staffed if key != end):
            others = [rate[key] for key in staffed if key not in (here, there)]
            highest, lowest = max(others, default=float("-inf")), min(others, default=float("inf"))
            for mine, yours in product(mine_of[here], mine_of[there]):
                shift = yours.cost - mine.cost
                one, other = rate[here] + shift / heads[here], rate[there] - shift / heads[there]
                width = max(highest, one, other) - min(lowest, one, other)
                if width < spread - 1e-9 and (best is None or width < best[0]):
                    best = (width, mine, yours)
        if best is None:
            break
        _, mine, yours = best
        here, there = places[mine.key], places[yours.key]
        places[mine.key], places[yours.key] = there, here
        for gone, come, key in ((mine, yours, here), (yours, mine, there)):
            mine_of[key].remove(gone)
            mine_of[key].append(come)
            cost[key] += come.cost - gone.cost
    return _even_kinds(places, free, heads, items)


def _even_kinds(
    places: dict[Key, Key], free: Sequence[Item], heads: dict[Key, int], items: Sequence[Item]
) -> dict[Key, Key]:
    """Swaps of equal cost change no spread: they are used to give every branch its part of each kind."""
    counts: dict[tuple[str, Key], int] = {}
    totals: dict[str, int] = {}
    for item in items:
        counts[item.kind, places[item.key]] = counts.get((item.kind, places[item.key]), 0) + 1
        totals[item.kind] = totals.get(item.kind, 0) + 1
    all_heads = sum(heads.values())

    def excess(kind: str, key: Key) -> float:
        return counts.get((kind, key), 0) - totals[kind] * heads[key] / all_heads

    for mine in free:
        for yours in free:
            here, there = places[mine.key], places[yours.key]
            if here == there or mine.cost != yours.cost or mine.kind == yours.kind:
                continue
            gain = (
                excess(mine.kind, here)
                - excess(mine.kind, there)
                + excess(yours.kind, there)
                - excess(yours.kind, here)
            )
            if gain > 2 + 1e-9:
                places[mine.key], places[yours.key] = there, here
                for kind, key, step in (
                    (mine.kind, here, -1), (mine.kind, there, 1), (yours.kind, there, -1), (yours.kind, here, 1)
                ):  # fmt: skip
                    counts[kind, key] = counts.get((kind, key), 0) + step
    return places
