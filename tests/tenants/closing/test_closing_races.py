"""Closing and leaving against everything else at the same moment: real threads, each with its own connection."""

from collections.abc import Callable

import pytest

from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import start_campaign
from tenants.claims import claiming, giving_up
from tenants.claims.models import Claim
from tenants.closing.leaving import HAND_OVER, RECALL, leave_member
from tenants.closing.years import begin_campaign, close_campaign, reopen_campaign
from tenants.figures.counting import count
from tenants.figures.models import FrozenFigures
from tenants.forms.confirming import confirm_import
from tenants.members.models import Member
from tenants.wishes.models import Wish, WishEntry
from tests.tenants.claims.racing import at_once, codes, won
from tests.tenants.claims.test_races import all_is_consistent, crowd
from tests.tenants.forms.test_confirming import check
from tests.world import World

S = Wish.State

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("nobody_is_drawn_for_a_follow_up")]


def closing(world: World) -> Callable[[], object]:
    return lambda: close_campaign(Campaign.objects.get(year=2026), by=world.administrator)


def closed_year_is_whole() -> None:
    """A closed year has frozen figures that a count still finds, and nothing that waits for somebody."""
    campaign = Campaign.objects.get(year=2026)
    ended = {S.FULFILLED, S.DECLINED, S.REFERRED, S.WITHDRAWN, S.CARRIED_OVER}
    states = set(Wish.objects.filter(campaign=campaign).values_list("state", flat=True))
    if campaign.state == Campaign.State.CLOSED:
        frozen = FrozenFigures.objects.get(thawed_at=None)
        assert states <= ended
        counted = {name: value for name, value in frozen.counts.items() if name != "members"}
        assert counted == vars(count(campaign))
    else:
        assert S.CARRIED_OVER not in states
        assert not FrozenFigures.objects.filter(thawed_at=None).exists()


def test_closed_by_eight_at_once_it_is_closed_once(world: World) -> None:
    for _ in range(5):
        world.wish(S.OPEN)
    begin_campaign(2027, by=world.administrator)
    results = at_once(world.community, [closing(world)] * 8)
    assert codes(results) == []
    assert len({frozen.pk for frozen in results if isinstance(frozen, FrozenFigures)}) == 1
    assert WishEntry.objects.filter(verb="carried_over").count() == 5
    assert Wish.objects.filter(campaign__year=2027).count() == 5
    closed_year_is_whole()


@pytest.mark.parametrize("first", [0, 6, 12])
def test_a_claim_and_a_closing_at_once_either_the_claim_blocks_it_or_comes_too_late(world: World, first: int) -> None:
    wishes = [world.wish(S.OPEN) for _ in range(12)]
    members = crowd(world, 12)
    doings: list[Callable[[], object]] = [
        lambda wish=wish, member=member: claiming.claim(wish, member=member, by=world.as_member(member))
        for wish, member in zip(wishes, members, strict=True)
    ]
    doings.insert(first, closing(world))
    results = at_once(world.community, doings)
    claims = Claim.objects.filter(ended_at=None).count()
    if Campaign.objects.get(year=2026).state == Campaign.State.CLOSED:
        assert claims == 0
    else:
        assert claims > 0
        assert "campaign_blocked" in codes(results)
    closed_year_is_whole()
    all_is_consistent()


@pytest.mark.parametrize("first", [True, False])
def test_an_import_and_a_closing_at_once_never_leave_a_wish_in_a_closed_year(world: World, first: bool) -> None:
    batch = check(world)
    doings: list[Callable[[], object]] = [lambda: confirm_import(batch, by=world.collector)]
    doings.insert(0 if first else 1, closing(world))
    results = at_once(world.community, doings)
    # The check page stands open, so the import itself keeps the year from being closed, before it as after it.
    assert "campaign_blocked" in codes(results)
    closed_year_is_whole()


def test_wishes_entered_by_hand_and_a_closing_at_once(world: World) -> None:
    doings = [*[lambda: world.collect("读书会")] * 10, closing(world), *[lambda: world.collect("米面")] * 10]
    results = at_once(world.community, doings)
    if Campaign.objects.get(year=2026).state == Campaign.State.CLOSED:
        assert set(codes(results)) == {"campaign_closed"}
        assert not Wish.objects.exists()
    else:
        assert codes(results) == ["campaign_blocked"]
        assert Wish.objects.count() == 20
    closed_year_is_whole()


def test_a_follow_up_that_reopens_and_a_closing_at_once(world: World) -> None:
    wishes = [world.wish(S.FULFILLED) for _ in range(6)]
    doings: list[Callable[[], object]] = [
        lambda wish=wish: world.follow_up(wish, "not", remark="坏了") for wish in wishes
    ]
    at_once(world.community, [*doings[:3], closing(world), *doings[3:]])
    closed_year_is_whole()
    all_is_consistent()


def test_closing_reopening_and_starting_the_next_year_over_and_over_loses_and_doubles_nothing(world: World) -> None:
    wishes = [world.wish(S.OPEN) for _ in range(4)]
    world.next_campaign()

    def reopening() -> object:
        return reopen_campaign(Campaign.objects.get(year=2026), reason="试", by=world.administrator)

    at_once(world.community, [closing(world), reopening] * 6, threads=4)
    closed_year_is_whole()
    for wish in wishes:
        copies = list(wish.carried_to.all())
        wish.refresh_from_db()
        assert len(copies) == (wish.state == S.CARRIED_OVER)
    all_is_consistent()


def test_two_campaigns_closed_at_once_each_into_the_other_lose_nothing(world: World) -> None:
    other = begin_campaign(2026, yearly=False, title="春节", by=world.administrator)
    start_campaign(other, by=world.administrator)
    wishes = [world.wish(S.OPEN) for _ in range(3)]
    own, world.campaign = world.campaign, other
    wishes += [world.wish(S.OPEN) for _ in range(3)]
    world.campaign = own
    results = at_once(
        world.community,
        [
            lambda: close_campaign(own, into=other, by=world.administrator),
            lambda: close_campaign(other, into=own, by=world.administrator),
        ],
    )
    # What came first gave its wishes to the other, which cannot be closed over them.
    assert len(won(results)) == 1
    assert set(codes(results)) <= {"campaign_blocked", "not_a_later_campaign"}
    assert Wish.objects.filter(state=S.CARRIED_OVER).count() == Wish.objects.filter(state=S.COLLECTED).count() == 3
    assert {wish.carried_to.count() for wish in wishes} == {0, 1}


def test_two_last_campaigns_of_a_year_closed_at_once_freeze_its_line(world: World) -> None:
    other = begin_campaign(2026, yearly=False, title="春节", by=world.administrator)
    own = world.campaign
    results = at_once(
        world.community,
        [lambda each=each: close_campaign(each, wait=True, by=world.administrator) for each in (own, other)],
    )
    assert codes(results) == []
    assert FrozenFigures.objects.filter(thawed_at=None).count() == 2
    assert FrozenFigures.objects.exclude(of_year=None).count() == 1


@pytest.mark.parametrize("rounds", range(4))
def test_no_live_claim_of_a_member_who_left_remains_whatever_they_claim_in_that_moment(
    world: World, rounds: int
) -> None:
    wishes = [world.wish(S.OPEN) for _ in range(8)]
    theirs = world.claim_of(world.wish(S.CLAIMED))
    doings: list[Callable[[], object]] = [
        lambda wish=wish: claiming.claim(wish, member=world.zhang, by=world.as_member(world.zhang)) for wish in wishes
    ]
    doings.insert(rounds * 2, lambda: leave_member(world.zhang, claims=RECALL, by=world.administrator))
    doings.append(lambda: giving_up.hand_back(theirs, by=world.as_member(world.zhang)))
    results = at_once(world.community, doings)
    assert Member.objects.get(pk=world.zhang.pk).state == Member.State.LEFT
    assert not Claim.objects.filter(member=world.zhang, ended_at=None).exists()
    assert set(codes(results)) <= {"member_left", "limit_reached", "claim_ended"}
    all_is_consistent()


def test_two_who_hand_over_to_each_other_at_once_do_not_both_get_away_with_it(world: World) -> None:
    world.wish(S.CLAIMED, member=world.zhang)
    world.wish(S.CLAIMED, member=world.han)
    results = at_once(
        world.community,
        [
            lambda: leave_member(world.zhang, claims=HAND_OVER, to=world.han, by=world.administrator),
            lambda: leave_member(world.han, claims=HAND_OVER, to=world.zhang, by=world.administrator),
        ],
    )
    assert len(won(results)) == 1
    assert codes(results) == ["member_left"]
    assert isinstance(next(r for r in results if isinstance(r, Refusal)), Refusal)
    assert Claim.objects.filter(ended_at=None, member__state=Member.State.ACTIVE).count() == 2
    all_is_consistent()


def test_a_follow_up_that_gives_the_wish_back_and_a_leaving_at_once(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    at_once(
        world.community,
        [
            lambda: world.follow_up(wish, "not", remark="坏了", claimer_agrees=True),
            lambda: leave_member(world.zhang, claims=RECALL, by=world.administrator),
        ],
    )
    assert not Claim.objects.filter(ended_at=None, member__state=Member.State.LEFT).exists()
    all_is_consistent()
