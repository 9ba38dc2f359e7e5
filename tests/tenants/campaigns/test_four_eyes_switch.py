"""An office of one person: the administrator switches the four eyes off for a campaign, with a reason that is printed."""

import pytest

from hub.actor import STAFF, Actor
from hub.refusal import Refusal
from tenants.campaigns.four_eyes import switch_off, switch_on
from tenants.campaigns.running import edit_campaign
from tenants.claims import delivering, following_up
from tenants.closing.years import close_campaign
from tenants.wishes import deciding
from tests.world import S, World

REASON = "社区只有一名工作人员"


def test_one_person_does_what_else_takes_two_while_it_is_off(world: World) -> None:
    alone = Actor(world.collector.account_id, world.collector.name, frozenset({STAFF}), world.zhang.pk)
    wish = world.wish(S.VERIFIED)
    with pytest.raises(Refusal, match="assessor_is_collector"):
        deciding.admit(wish, by=alone)
    switch_off(world.campaign, reason=REASON, by=world.administrator)
    deciding.admit(wish, by=alone)
    mine = world.wish(S.CLAIMED, member=world.zhang)
    delivering.deliver(world.claim_of(mine), evidence="witness", by=alone)
    mine.refresh_from_db()
    delivering.confirm(mine, by=alone)
    following_up.follow_up(mine, outcome="satisfied", by=alone)
    switch_on(world.campaign, by=world.administrator)
    other = world.wish(S.DELIVERED)
    with pytest.raises(Refusal, match="claimer_confirms"):
        delivering.confirm(other, by=alone)
    assert [(e.verb, e.reason) for e in world.campaign.history.all()][-2:] == [
        ("four_eyes_off", REASON), ("four_eyes_on", "")
    ]  # fmt: skip


def test_it_wants_a_reason_and_is_switched_once(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        switch_off(world.campaign, reason="  ", by=world.administrator)
    assert (refused.value.status, refused.value.field) == (400, "reason")
    with pytest.raises(Refusal, match="four_eyes_on_already"):
        switch_on(world.campaign, by=world.administrator)
    switch_off(world.campaign, reason=REASON, by=world.administrator)
    with pytest.raises(Refusal, match="four_eyes_off_already"):
        switch_off(world.campaign, reason=REASON, by=world.administrator)
    edit_campaign(world.campaign, {"title": "另一个名字"}, by=world.administrator)
    world.campaign.refresh_from_db()
    assert world.campaign.four_eyes_off_reason == REASON
    close_campaign(world.campaign, by=world.administrator)
    with pytest.raises(Refusal, match="campaign_closed"):
        switch_on(world.campaign, by=world.administrator)
