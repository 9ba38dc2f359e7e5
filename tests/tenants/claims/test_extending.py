"""More time: asked for before the deadline, decided once, and the ladder follows by itself."""

import datetime

import pytest

from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.campaigns.running import edit_campaign
from tenants.campaigns.working_days import add_working_days
from tenants.claims import giving_up
from tenants.claims.extending import ask_for_extension, extend, grant, most_days, refuse, take_back
from tenants.claims.models import Claim, Extension
from tenants.wishes.models import Wish
from tests.tenants.claims.racing import at_once, codes, won
from tests.world import World, later

DEADLINE = datetime.date(2026, 3, 30)


@pytest.fixture
def claim(world: World) -> Claim:
    made = world.claim_of(world.wish(Wish.State.CLAIMED))
    assert made.deadline == DEADLINE
    return made


def asked(world: World, claim: Claim, days: int = 5) -> Extension:
    return ask_for_extension(claim, days=days, reason="货没到", by=world.as_member(claim.member))


def code_of(refused: pytest.ExceptionInfo[Refusal]) -> tuple[int, str]:
    return refused.value.status, refused.value.code


def test_a_granted_request_moves_the_deadline_and_leaves_the_first_one(world: World, claim: Claim) -> None:
    decided = grant(asked(world, claim), by=world.assessor)
    claim.refresh_from_db()
    assert (claim.deadline, claim.first_deadline) == (datetime.date(2026, 4, 7), DEADLINE)  # Qingming, 4 to 6 April
    assert (decided.state, decided.granted_days, decided.deadline_after) == ("granted", 5, claim.deadline)
    entry = claim.history.get(verb="extended")
    assert (entry.actor_name, entry.changes["deadline"]) == ("李国俊", ["2026-03-30", "2026-04-07"])
    assert [e.verb for e in claim.wish.history.all()][-2:] == ["extension_asked", "extended"]


def test_staff_can_grant_other_days_than_were_asked_for(world: World, claim: Claim) -> None:
    grant(asked(world, claim, 10), days=1, answer="先给一天", by=world.assessor)
    claim.refresh_from_db()
    assert claim.deadline == add_working_days(DEADLINE, 1)


def test_a_refused_request_leaves_the_deadline_and_tells_why(world: World, claim: Claim) -> None:
    request = asked(world, claim)
    with pytest.raises(Refusal) as refused:
        refuse(request, reason=" ", by=world.assessor)
    assert code_of(refused) == (400, "reason_missing")
    refuse(request, reason="老人等着用", by=world.assessor)
    claim.refresh_from_db()
    request.refresh_from_db()
    assert (claim.deadline, request.state, request.answer) == (DEADLINE, "refused", "老人等着用")


def test_a_claim_has_one_open_request_and_after_the_answer_another(world: World, claim: Claim) -> None:
    first = asked(world, claim)
    with pytest.raises(Refusal) as refused:
        asked(world, claim)
    assert code_of(refused) == (409, "extension_asked")
    take_back(first, by=world.as_member(claim.member))
    assert asked(world, claim).state == Extension.State.OPEN


@pytest.mark.parametrize("days", [0, -1, 11])
def test_an_extension_gives_no_more_than_the_policy_that_was_frozen(world: World, claim: Claim, days: int) -> None:
    edit_campaign(world.campaign, {"extension_days": 30}, by=world.administrator)
    assert most_days(claim) == 10
    with pytest.raises(Refusal) as refused:
        asked(world, claim, days)
    assert code_of(refused) == (400, "days_out_of_range")
    with pytest.raises(Refusal):
        extend(claim, days=days, reason="x", by=world.assessor)


def test_the_deadline_day_is_the_last_to_ask_on(world: World, claim: Claim) -> None:
    with standing_at(later(days=21, hours=13)):
        assert asked(world, claim)
    Extension.objects.all().delete()
    with standing_at(later(days=22)), pytest.raises(Refusal) as refused:
        asked(world, claim)
    assert code_of(refused) == (409, "deadline_passed")


def test_only_the_claimer_asks_and_takes_back(world: World, claim: Claim) -> None:
    for by in (world.as_member(world.qi), world.assessor):
        with pytest.raises(Refusal) as refused:
            ask_for_extension(claim, days=1, reason="x", by=by)
        assert code_of(refused) == (404, "not_your_claim")
    request = asked(world, claim)
    with pytest.raises(Refusal) as refused:
        take_back(request, by=world.as_member(world.qi))
    assert refused.value.status == 404


def test_an_overdue_claim_that_staff_extend_counts_from_today(world: World, claim: Claim) -> None:
    with standing_at(later(days=24)):  # Thursday, 2 April
        extend(claim, days=5, reason="人在外地", by=world.assessor)
    claim.refresh_from_db()
    assert claim.deadline == datetime.date(2026, 4, 10)
    assert claim.extensions.get().by_claimer is False


def test_extending_grants_the_request_that_is_open(world: World, claim: Claim) -> None:
    request = asked(world, claim, 3)
    extend(claim, days=2, reason="先两天", by=world.assessor)
    request.refresh_from_db()
    assert (request.state, request.granted_days, request.answer) == ("granted", 2, "先两天")
    assert claim.extensions.count() == 1


def test_a_request_lapses_when_the_gift_is_there_or_the_claim_ends(world: World, claim: Claim) -> None:
    other = world.claim_of(world.wish(Wish.State.CLAIMED, item="棉被"))
    requests = asked(world, claim), asked(world, other)
    world.deliver(claim)
    giving_up.recall(other, reason="联系不上", by=world.assessor)
    for request in requests:
        request.refresh_from_db()
        assert request.state == Extension.State.LAPSED
        with pytest.raises(Refusal) as refused:
            grant(request, by=world.assessor)
        assert refused.value.status == 409
    for over in (claim, other):
        with pytest.raises(Refusal):
            extend(over, days=1, reason="x", by=world.assessor)


@pytest.mark.django_db(transaction=True)
def test_a_request_decided_by_two_at_once_is_decided_once(world: World) -> None:
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    request = asked(world, claim)
    results = at_once(
        world.community,
        [
            *[lambda: grant(Extension.objects.get(pk=request.pk), by=world.assessor)] * 4,
            *[lambda: refuse(Extension.objects.get(pk=request.pk), reason="不行", by=world.collector)] * 4,
        ],
    )
    assert len(won(results)) == 1
    assert set(codes(results)) == {"already_decided"}
    claim.refresh_from_db()
    request.refresh_from_db()
    assert (claim.deadline == DEADLINE) == (request.state == "refused")
    assert claim.history.filter(verb__in=("extended", "extension_refused")).count() == 1


@pytest.mark.django_db(transaction=True)
def test_asking_while_staff_recall_leaves_no_open_request_on_an_ended_claim(world: World) -> None:
    for n in range(6):
        claim = world.claim_of(world.wish(Wish.State.CLAIMED, item=f"物品{n}", member=world.han if n % 2 else world.qi))
        at_once(
            world.community,
            [
                lambda c=claim: asked(world, c),  # type: ignore[misc]
                lambda c=claim: giving_up.recall(c, reason="联系不上", by=world.assessor),  # type: ignore[misc]
            ],
        )
        claim.refresh_from_db()
        assert claim.end == Claim.End.RECALLED
        assert not claim.extensions.filter(state=Extension.State.OPEN).exists()


@pytest.mark.django_db(transaction=True)
def test_asked_many_times_at_once_there_is_one_request(world: World) -> None:
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    results = at_once(world.community, [lambda: asked(world, claim)] * 6)
    assert len(won(results)) == 1
    assert set(codes(results)) == {"extension_asked"}
