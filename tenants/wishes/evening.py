"""Balancing, the search: who gets which wish, so that cost per member and kinds come out even. Pure.

Every verb here keeps the number of wishes of each branch; `balancing` has worked those out.
"""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from heapq import heapify, heapreplace
from itertools import product
from typing import Any

Key = Any
"""The identifier of a branch or a wish: whatever can be a key."""

ROUNDS = 400
"""Swaps that one search makes at most: by then nothing is left to win, or very little for its time."""

COMPARISONS = 200_000
"""Branches that one deal by need compares at most: beyond it they are put in order anew for some prices together."""

INF = float("inf")

NOISE = 1e-9
"""Yuan a member: what floating point may add. A spread has to become smaller by more than that."""


@dataclass(frozen=True)
class Item:
    """A wish to place: its expected cost in yuan (0 where none is named), its kind, and the branch it is bound to."""

    key: Key
    cost: int
    kind: str
    bound_to: Key | None = None


def dealt_in_turn(order: Sequence[Item], room: Mapping[Key, int]) -> dict[Key, Key]:
    """Round-robin in this order: each branch in its turn until it has no more room."""
    turns = _turns(room)
    return {item.key: next(turns) for item in order}


def _turns(room: Mapping[Key, int]) -> Iterator[Key]:
    served, open_ = 0, list(room)
    while open_ := [key for key in open_ if room[key] > served]:
        yield from open_
        served += 1


def dealt_by_need(
    dearest_first: Sequence[Item],
    room: Mapping[Key, int],
    bound: Mapping[Key, Key],
    heads: Mapping[Key, int],
    items: Sequence[Item],
) -> dict[Key, Key]:
    """The dearest first, each to the branch that has the least cost per member with it."""
    left, places = dict(room), dict(bound)
    cost = dict.fromkeys(room, 0)
    for item in items:
        if item.bound_to is not None:
            cost[item.bound_to] += item.cost
    prices = len({item.cost for item in dearest_first})
    skipped, step = 0, prices * len(left) // COMPARISONS + 1
    rank = {key: n for n, key in enumerate(left)}
    queue: list[tuple[float, int, Key]] = []
    before = None
    for item in dearest_first:
        if item.cost != before:
            # Who is next depends on the price: a small branch feels a dear wish more than a large one.
            if skipped % step == 0:
                queue = [((cost[key] + item.cost) / (heads[key] or 1), rank[key], key) for key in left if left[key] > 0]
                heapify(queue)
            before, skipped = item.cost, skipped + 1
        key = queue[0][2]
        places[item.key] = key
        cost[key] += item.cost
        left[key] -= 1
        # A branch without room goes to the end and is never reached: the room is as large as the number of wishes.
        rate = (cost[key] + item.cost) / (heads[key] or 1) if left[key] > 0 else INF
        heapreplace(queue, (rate, rank[key], key))
    return places


def spread(places: Mapping[Key, Key], heads: Mapping[Key, int], items: Sequence[Item]) -> Fraction:
    """The largest less the smallest expected cost per member, in yuan."""
    cost = dict.fromkeys(heads, 0)
    for item in items:
        cost[places[item.key]] += item.cost
    per_head = [Fraction(cost[key], n) for key, n in heads.items() if n]
    return max(per_head) - min(per_head)


def unevenness(places: Mapping[Key, Key], heads: Mapping[Key, int], items: Sequence[Item]) -> int:
    """How far the branches are from their exact shares of each kind: a sum of squares, in units that compare plans."""
    counts = Counter((item.kind, places[item.key]) for item in items)
    totals = Counter(item.kind for item in items)
    everybody = sum(heads.values())
    return sum((totals[kind] * n - counts[kind, key] * everybody) ** 2 for kind in totals for key, n in heads.items())


def even_out(
    places: Mapping[Key, Key], free: Sequence[Item], heads: Mapping[Key, int], items: Sequence[Item]
) -> dict[Key, Key]:
    """Swaps pairs between the dearest or the cheapest branch and another while the spread gets smaller.

    Of all such pairs it takes the one that leaves the smallest spread, the first of several.
    """
    places = dict(places)
    cost = dict.fromkeys(heads, 0)
    for item in items:
        cost[places[item.key]] += item.cost
    held: dict[Key, dict[Key, Item]] = {key: {} for key in heads}
    for item in free:
        held[places[item.key]][item.key] = item
    counts = {key: Counter(item.cost for item in mine.values()) for key, mine in held.items()}
    prices = {key: sorted(count) for key, count in counts.items()}
    rate = {key: cost[key] / n for key, n in heads.items() if n}
    for _ in range(ROUNDS):
        reach = _best_reach(rate, heads, prices)
        if reach is None:
            break
        mine, yours = reach.first(held[reach.here].values(), held[reach.there].values(), prices[reach.there])
        for gone, come, key in ((mine, yours, reach.here), (yours, mine, reach.there)):
            places[come.key] = key
            del held[key][gone.key]
            held[key][come.key] = come
            counts[key][gone.cost] -= 1
            if not counts[key][gone.cost]:
                prices[key].pop(bisect_left(prices[key], gone.cost))
            if not counts[key][come.cost]:
                insort(prices[key], come.cost)
            counts[key][come.cost] += 1
            cost[key] += come.cost - gone.cost
            rate[key] = cost[key] / heads[key]
    return places


@dataclass(frozen=True)
class _Reach:
    """Two branches between which a swap leaves the smallest spread, `width`; the others lie from `lowest` to `highest`."""

    here: Key
    there: Key
    rates: tuple[float, float]
    heads: tuple[int, int]
    lowest: float
    highest: float
    aim: float
    """By so many yuan a wish that comes here is dearer than the one that goes, where both branches meet at one rate."""
    width: float = INF

    def after(self, shift: int) -> float:
        """The spread when a wish that is dearer by `shift` has come here."""
        one, other = self.rates[0] + shift / self.heads[0], self.rates[1] - shift / self.heads[1]
        return max(self.highest, one, other) - min(self.lowest, one, other)

    def smallest(self, mine: list[int], yours: list[int]) -> float:
        """The smallest spread that a swap of these prices can leave. It goes through the shorter list."""
        if len(mine) <= len(yours):
            return min(
                (self.after(other - one) for one in mine for other in _nearest(one + self.aim, yours)), default=INF
            )
        return min(
            (self.after(other - one) for other in yours for one in _nearest(other - self.aim, mine)), default=INF
        )

    def first(self, mine: Iterable[Item], yours: Iterable[Item], choice: list[int]) -> tuple[Item, Item]:
        """The first pair in the wishes' order that leaves no more than `width`."""
        asked: set[int] = set()
        for one in mine:
            if one.cost in asked:
                continue
            asked.add(one.cost)
            if any(self.after(other - one.cost) <= self.width for other in _nearest(one.cost + self.aim, choice)):
                return one, next(other for other in yours if self.after(other.cost - one.cost) <= self.width)
        raise AssertionError("the swap that was reckoned is among the wishes")


def _nearest(aim: float, choice: list[int]) -> list[int]:
    """The one or two prices beside the aim: the spread falls until both branches meet there, and rises beyond."""
    at = bisect_left(choice, aim)
    return choice[max(at - 1, 0) : at + 1]


def _best_reach(rate: Mapping[Key, float], heads: Mapping[Key, int], prices: Mapping[Key, list[int]]) -> _Reach | None:
    by_rate = sorted(rate, key=rate.__getitem__)
    low, top = min(rate, key=rate.__getitem__), max(rate, key=rate.__getitem__)
    limit = rate[top] - rate[low] - NOISE
    found: _Reach | None = None
    for here, there in dict.fromkeys((end, key) for end in (top, low) for key in rate if key != end):
        # The extremes of all the others: one of the first three from either end.
        highest, lowest = -INF, INF
        for key in by_rate[:-4:-1]:
            if key != here and key != there:
                highest = rate[key]
                break
        for key in by_rate[:3]:
            if key != here and key != there:
                lowest = rate[key]
                break
        if highest - lowest >= limit:
            continue
        # Were money divisible, both would meet at one rate: no swap of these two does better than that.
        meeting = (rate[here] * heads[here] + rate[there] * heads[there]) / (heads[here] + heads[there])
        if max(highest, meeting) - min(lowest, meeting) >= limit:
            continue
        aim = (meeting - rate[here]) * heads[here]
        reach = _Reach(here, there, (rate[here], rate[there]), (heads[here], heads[there]), lowest, highest, aim)
        width = reach.smallest(prices[here], prices[there])
        if width < limit:
            limit, found = width, replace(reach, width=width)
    return found


def even_kinds(
    places: Mapping[Key, Key], free: Sequence[Item], heads: Mapping[Key, int], items: Sequence[Item]
) -> dict[Key, Key]:
    """Swaps of equal cost change no spread: they give every branch its part of each kind, until no swap is left that
    would bring both kinds nearer to their exact shares."""
    places = dict(places)
    everybody = sum(heads.values())
    totals = Counter(item.kind for item in items)
    excess = {(kind, key): -totals[kind] * n for kind in totals for key, n in heads.items()}
    """What a branch has of a kind beyond its exact share, times all heads: whole numbers."""
    for item in items:
        excess[item.kind, places[item.key]] += everybody
    shelves: dict[int, dict[str, dict[Key, list[Item]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for item in free:
        shelves[item.cost][item.kind][places[item.key]].append(item)
    swapped = True
    while swapped:
        swapped = False
        for shelf in shelves.values():
            for kind, other in product(sorted(shelf), repeat=2):
                if kind != other:
                    swapped |= _swap_kinds(kind, other, shelf, places, excess, everybody)
    return places


def _swap_kinds(
    kind: str,
    other: str,
    shelf: Mapping[str, dict[Key, list[Item]]],
    places: dict[Key, Key],
    excess: dict[tuple[str, Key], int],
    everybody: int,
) -> bool:
    """Where one branch has too much of the kind and another too much of the other one, they change. Whether any did."""
    here_of, there_of, swapped = shelf[kind], shelf[other], False
    lean = {key: excess[kind, key] - excess[other, key] for key in here_of.keys() | there_of.keys()}
    while here_of and there_of:
        here, there = max(here_of, key=lean.__getitem__), min(there_of, key=lean.__getitem__)
        if lean[here] - lean[there] <= 2 * everybody:
            break
        mine, yours = here_of[here].pop(), there_of[there].pop()
        for of, key in ((here_of, here), (there_of, there)):
            if not of[key]:
                del of[key]
        there_of[here].append(yours)
        here_of[there].append(mine)
        places[mine.key], places[yours.key] = there, here
        for key, step in ((here, -everybody), (there, everybody)):
            excess[kind, key] += step
            excess[other, key] -= step
            lean[key] += 2 * step
        swapped = True
    return swapped
