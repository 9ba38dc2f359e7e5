"""Random verbs by random people against a model that knows domain.md and none of the code: no difference."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.actor import Actor
from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.claims import claiming, delivering, giving_up
from tenants.claims.following_up import follow_up
from tenants.claims.models import Claim, Delivery
from tenants.members.models import Branch, Member
from tenants.wishes import deciding
from tenants.wishes.carrying import carry_over
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish
from tests.world import MONDAY, World

STAFF = 3
LIMIT = 2
FREE_DAYS = {datetime.date(2026, 4, 6)}
"""The only working day's name without work (清明) in the weeks that a run can last."""


@dataclass
class Known:
    """What the model knows of one wish."""

    branch: int | None
    state: str = "collected"
    entries: int = 1
    holder: int | None = None
    """Who claimed it last, and whether that claim lives."""
    live: bool = False
    waiting: bool = False
    """The claim lives and nothing is delivered: it counts against the member's limit."""
    own_branch_until: datetime.date | None = None
    last: tuple[str, int, datetime.datetime] = ("collected", 0, MONDAY)
    delivered_by: Any = None
    by_backstop: bool = False


@dataclass
class Model:
    """Says what must come of a verb: the new state, or the code of the refusal."""

    branch_of_member: list[int]
    wishes: list[Known]
    now: datetime.datetime = MONDAY
    said: list[str] = field(default_factory=list)

    def step(self, verb: str, n: int, who: int) -> str:
        wish = self.wishes[n]
        answer: str = getattr(self, verb)(wish, who)
        return answer

    def legal(self, n: int) -> list[str]:
        return USUAL[self.wishes[n].state]

    def _to(self, wish: Known, state: str, verb: str, who: int, entries: int = 1) -> str:
        wish.state, wish.entries, wish.last = state, wish.entries + entries, (verb, who, self.now)
        return state

    def _held(self, member: int) -> int:
        return sum(w.waiting and w.holder == member for w in self.wishes)

    def _let_go(self, wish: Known) -> None:
        wish.live = wish.waiting = False

    def verify(self, wish: Known, who: int) -> str:
        return self._to(wish, "verified", "verify", who) if wish.state == "collected" else "illegal_move"

    def _assess(self, wish: Known, who: int, to: str, verb: str) -> str:
        if wish.state != "verified":
            return "illegal_move"
        return "assessor_is_collector" if who == 0 else self._to(wish, to, verb, who)

    def admit(self, wish: Known, who: int) -> str:
        return self._assess(wish, who, "admitted", "admit")

    def decline(self, wish: Known, who: int) -> str:
        return self._assess(wish, who, "declined", "decline")

    def refer(self, wish: Known, who: int) -> str:
        return self._assess(wish, who, "referred", "refer")

    def send_back(self, wish: Known, who: int) -> str:
        return self._assess(wish, who, "collected", "send_back")

    def undo(self, wish: Known, who: int) -> str:
        verb, by, at = wish.last
        back = {"verify": "collected", "admit": "verified", "decline": "verified", "refer": "verified"}.get(verb)
        if back is None:
            return "nothing_to_undo"
        if by != who:
            return "not_yours"
        if self.now - at > datetime.timedelta(minutes=10):
            return "too_late_to_undo"
        return self._to(wish, back, "undo", who)

    def open(self, wish: Known, who: int) -> str:
        if wish.state != "admitted":
            return "illegal_move"
        wish.own_branch_until = None
        if wish.branch is not None:
            day, left = self.now.date(), 3
            while left:
                day += datetime.timedelta(days=1)
                left -= day.weekday() < 5 and day not in FREE_DAYS
            wish.own_branch_until = day
        return self._to(wish, "open", "open", who)

    def carry(self, wish: Known, who: int) -> str:
        return self._to(wish, "carried_over", "carry", who) if wish.state in ("admitted", "open") else "illegal_move"

    def withdraw(self, wish: Known, who: int) -> str:
        if wish.state not in ("collected", "verified", "admitted", "open", "claimed"):
            return "illegal_move"
        self._let_go(wish)
        return self._to(wish, "withdrawn", "withdraw", who)

    def claim(self, wish: Known, who: int) -> str:
        if wish.state != "open":
            return "already_claimed" if wish.state in ("claimed", "delivered", "fulfilled") else "not_open"
        others = wish.branch is not None and wish.branch != self.branch_of_member[who]
        if others and wish.own_branch_until is not None and self.now.date() < wish.own_branch_until:
            return "branch_only"
        if self._held(who) >= LIMIT:
            return "limit_reached"
        wish.holder, wish.live, wish.waiting = who, True, True
        return self._to(wish, "claimed", "claim", who)

    def hand_back(self, wish: Known, who: int) -> str:
        if wish.holder is None:
            return "never_claimed"
        if wish.holder != who:
            return "not_your_claim"
        return self._back(wish, who, "hand_back")

    def recall(self, wish: Known, who: int) -> str:
        return "never_claimed" if wish.holder is None else self._back(wish, who, "recall")

    def _back(self, wish: Known, who: int, verb: str) -> str:
        if not wish.live:
            return "claim_ended"
        if wish.state != "claimed":
            return "illegal_move"
        self._let_go(wish)
        return self._to(wish, "open", verb, who)

    def backstop(self, wish: Known, who: int) -> str:
        if wish.state not in ("open", "claimed"):
            return "illegal_move"
        entries = 2 if wish.state == "claimed" else 1
        self._let_go(wish)
        return self._to(wish, "backstopped", "backstop", who, entries)

    def deliver(self, wish: Known, who: int) -> str:
        if wish.holder is None:
            return "never_claimed"
        if wish.holder != who:
            return "not_your_claim"
        if wish.state != "claimed":
            return "illegal_move"
        wish.waiting, wish.by_backstop, wish.delivered_by = False, False, ("member", who)
        return self._to(wish, "delivered", "deliver", who)

    def deliver_backstop(self, wish: Known, who: int) -> str:
        if wish.state != "backstopped":
            return "illegal_move"
        wish.by_backstop, wish.delivered_by = True, ("staff", who)
        return self._to(wish, "delivered", "deliver", who)

    def confirm(self, wish: Known, who: int) -> str:
        if wish.state != "delivered":
            return "illegal_move"
        if wish.by_backstop and wish.delivered_by == ("staff", who):
            return "witness_confirms"
        self._let_go(wish)
        return self._to(wish, "fulfilled", "confirm", who)

    def reject(self, wish: Known, who: int) -> str:
        if wish.state != "delivered":
            return "illegal_move"
        wish.waiting = not wish.by_backstop
        return self._to(wish, "backstopped" if wish.by_backstop else "claimed", "reject", who)

    def _follow(self, wish: Known, who: int) -> str:
        if wish.state != "fulfilled":
            return "not_fulfilled"
        return "deliverer_follows_up" if wish.delivered_by == ("staff", who) else ""

    def satisfied(self, wish: Known, who: int) -> str:
        if refused := self._follow(wish, who):
            return refused
        wish.entries += 1
        return "fulfilled"

    def not_satisfied(self, wish: Known, who: int) -> str:
        return self._follow(wish, who) or self._to(wish, "open", "reopen", who)

    def not_satisfied_agreed(self, wish: Known, who: int) -> str:
        if refused := self._follow(wish, who):
            return refused
        if wish.by_backstop:
            return self._to(wish, "open", "reopen", who)
        wish.live = wish.waiting = True
        return self._to(wish, "claimed", "reopen", who)


USUAL = {
    "collected": ["verify"],
    "verified": ["admit", "admit", "admit", "undo", "send_back", "decline", "refer"],
    "admitted": ["open", "open", "open", "undo", "carry"],
    "open": ["claim", "claim", "claim", "claim", "backstop"],
    "claimed": ["deliver", "deliver", "hand_back", "recall", "backstop", "withdraw"],
    "backstopped": ["deliver_backstop"],
    "delivered": ["confirm", "confirm", "reject"],
    "fulfilled": ["not_satisfied", "not_satisfied_agreed", "satisfied"],
    "declined": ["undo"],
    "referred": ["undo"],
    "withdrawn": ["withdraw"],
    "carried_over": ["carry"],
}
"""What is done to a wish most often, so that a run gets somewhere; every third step is any verb at all."""

EVERY = sorted({verb for verbs in USUAL.values() for verb in verbs})


class Code:
    """The verbs themselves, by the model's names."""

    def __init__(self, world: World, wishes: list[Wish], members: list[Member], next_campaign: Campaign) -> None:
        self.world, self.wishes, self.members, self.next_campaign = world, wishes, members, next_campaign
        self.staff: list[Actor] = [world.collector, world.assessor, world.administrator]

    def step(self, verb: str, n: int, who: int) -> str:
        wish = Wish.objects.select_related("campaign").get(pk=self.wishes[n].pk)
        staff = self.staff[who % STAFF]
        member = self.members[who % len(self.members)]
        claim = Claim.objects.select_related("member").filter(wish=wish).order_by("claimed_at", "id").last()
        if verb in ("hand_back", "deliver", "recall") and claim is None:
            return "never_claimed"
        calls: dict[str, Any] = {
            "verify": lambda: deciding.verify(wish, manner="telephone", by=staff),
            "admit": lambda: deciding.admit(wish, by=staff),
            "decline": lambda: deciding.decline(wish, reason="超出范围", by=staff),
            "refer": lambda: deciding.refer(wish, channel="民政", by=staff),
            "send_back": lambda: deciding.send_back(wish, reason="补充", by=staff),
            "undo": lambda: deciding.undo(wish, by=staff),
            "open": lambda: open_wish(wish, by=staff),
            "carry": lambda: carry_over([wish], by=staff),
            "withdraw": lambda: giving_up.withdraw(wish, reason="deceased", by=staff),
            "claim": lambda: claiming.claim(wish, member=member, by=self.world.as_member(member)),
            "hand_back": lambda: giving_up.hand_back(claim, by=self.world.as_member(member)),
            "recall": lambda: giving_up.recall(claim, reason="联系不上", by=staff),
            "backstop": lambda: giving_up.backstop(wish, reason="无人认领", by=staff),
            "deliver": lambda: self.world.deliver(claim, by=self.world.as_member(member)),
            "deliver_backstop": lambda: delivering.deliver_backstop(wish, evidence=Delivery.Evidence.WITNESS, by=staff),
            "confirm": lambda: delivering.confirm(wish, by=staff),
            "reject": lambda: delivering.reject(wish, reason="没收到", by=staff),
            "satisfied": lambda: self._follow_up(wish, staff, "satisfied"),
            "not_satisfied": lambda: self._follow_up(wish, staff, "not"),
            "not_satisfied_agreed": lambda: self._follow_up(wish, staff, "not", claimer_agrees=True),
        }
        try:
            calls[verb]()
        except Refusal as refusal:
            return refusal.code
        return Wish.objects.values_list("state", flat=True).get(pk=wish.pk)

    def _follow_up(self, wish: Wish, staff: Actor, outcome: str, **values: Any) -> None:
        follow_up(wish, outcome=outcome, by=staff, remark="坏了", **values)


STEP = st.tuples(
    st.integers(0, 2),
    st.sampled_from(EVERY),
    st.integers(0, 11),
    st.sampled_from((0, 1)),
    st.sampled_from((1, 1, 4, 11, 60 * 24)),
    st.integers(0, 2),
)
"""Which wish, any verb, a place in the usual ones, whether to stay with those, minutes that pass, by whom."""


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(STEP, min_size=30, max_size=30))
def test_the_verbs_do_what_the_model_says(world: World, steps: list[tuple[int, str, int, int, int, int]]) -> None:
    members = [world.zhang, world.han, world.qi]
    branches: list[Branch | None] = [world.office, None, world.school]
    index = {world.office.pk: 0, world.school.pk: 1}
    with transaction.atomic():
        wishes = [world.collect(person=p) for p in (world.elder, world.child, world.neighbour)]
        for wish, branch in zip(wishes, branches, strict=True):
            Wish.objects.filter(pk=wish.pk).update(branch=branch, branch_fixed=True)
        model = Model(
            branch_of_member=[index[m.branch_id] for m in members],
            wishes=[Known(branch=None if b is None else index[b.pk]) for b in branches],
        )
        code = Code(world, wishes, members, world.next_campaign())

        def both(verb: str, n: int, who: int) -> None:
            with standing_at(model.now):
                found = code.step(verb, n, who)
            model.said.append(f"{verb} {n} by {who}: {found}")
            assert found == model.step(verb, n, who), model.said

        for n in range(1, 3):  # two begin on the board, so that a run gets far
            for verb, who in (("verify", 0), ("admit", 1), ("open", 1)):
                both(verb, n, who)
        for n, any_verb, place, stay, minutes, who in steps:
            model.now += datetime.timedelta(minutes=minutes)
            usual = model.legal(n)
            both(any_verb if place % 3 == 0 and not stay else usual[place % len(usual)], n, who)
        for wish, known in zip(wishes, model.wishes, strict=True):
            stored = Wish.objects.get(pk=wish.pk)
            assert (stored.state, stored.history.count()) == (known.state, known.entries), model.said
            assert stored.claims.filter(ended_at=None).count() == known.live
            assert stored.claims.filter(ended_at=None, slot__isnull=False).count() == known.waiting
        transaction.set_rollback(True)
