"""What staff read of messages."""

import pytest

from hub.actor import STAFF
from hub.clock import standing_at
from hub.sms.gateways.base import Refused
from hub.sms.inbound import receive
from hub.sms.send import say
from hub.sms.sender import send_due
from tests.contract.stage import Stage
from tests.hub.sms.gateways import Answering, Provider
from tests.tenants.escalation.reminding import claimed, climb

pytestmark = pytest.mark.django_db


def asked(stage: Stage, path: str) -> object:
    answer = stage.ask(STAFF, "GET", path)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def test_each_wish_and_each_member_shows_what_was_said_to_whom(stage: Stage) -> None:
    with stage.community_block() as world:
        claim = claimed(world)
        at = climb(claim, -5)
        with standing_at(at):
            send_due(Provider())
    said = asked(stage, f"/api/wishes/{claim.wish_id}/messages")
    assert isinstance(said, list)
    [row] = said
    assert row["member"]["name"] == "张建国"
    assert (row["kind"], row["audience"], row["state"], row["phone"]) == (
        "reminder",
        "claimer",
        "accepted",
        "139****0001",
    )
    assert claim.wish.number in row["text"]
    assert "13909720001" not in str(row)
    to_member = asked(stage, f"/api/members/{claim.member_id}/messages")
    assert to_member == {"stop": None, "messages": [row]}


def test_the_list_is_filtered_by_kind_state_and_day_and_shows_no_codes(stage: Stage) -> None:
    with stage.community_block() as world:
        claim = claimed(world)
        receive(world.zhang.phone, "T")
        for days in (-5, 1):
            with standing_at(climb(claim, days)):
                send_due(Provider())
        say(
            purpose="code",
            template="one_time_code",
            phone=world.zhang.phone,
            params={"code": "123456", "minutes": "5"},
            community=world.community,
        )
        day = claim.deadline

    def listed(query: str) -> list[str]:
        page = asked(stage, f"/api/messages?{query}")
        assert isinstance(page, dict)
        return [row["kind"] for row in page["results"] if row["audience"] == "claimer"]

    assert listed("") == ["urging", "reminder"]
    assert listed("kind=urging") == ["urging"]
    assert listed("state=suppressed") == ["urging", "reminder"]
    assert listed("state=delivered") == []
    assert listed(f"day={day}") == []
    assert stage.ask(STAFF, "GET", "/api/messages?day=yesterday").status_code == 400


def test_a_member_who_answered_stop_is_shown_so_and_staff_cannot_lift_it(stage: Stage) -> None:
    with stage.community_block() as world:
        receive(world.zhang.phone, "T")
        member = world.zhang.pk
    shown = asked(stage, f"/api/members/{member}/messages")
    assert isinstance(shown, dict)
    assert (shown["stop"]["origin"], shown["stop"]["ours"]) == ("reply", False)
    assert stage.ask(STAFF, "DELETE", f"/api/members/{member}/stop").status_code == 409
    assert stage.ask(STAFF, "POST", f"/api/members/{member}/stop", {"reason": "本人说"}).status_code == 201
    assert stage.ask(STAFF, "DELETE", f"/api/members/{member}/stop").status_code == 204
    listed = asked(stage, "/api/stops")
    assert isinstance(listed, list)
    assert [row["origin"] for row in listed] == ["reply"]


def test_todays_work_says_how_many_members_no_message_reaches(stage: Stage) -> None:
    with stage.community_block() as world:
        at = climb(claimed(world), -5)
    assert stage.ask(STAFF, "GET", "/api/today").json()["to_visit"] == 0
    with standing_at(at):
        send_due(Answering(lambda _: Refused("isv.MOBILE_NUMBER_ILLEGAL", "message")))
    assert stage.ask(STAFF, "GET", "/api/today").json()["to_visit"] == 1
