"""An office of two keeps the four eyes, and an office of one is asked to switch them on when a second comes."""

from hub.accounts.models import Membership
from hub.actor import ADMINISTRATOR, STAFF
from tenants.wishes.models import Wish
from tests.contract.stage import Stage

REASON = "社区只有一名工作人员"


def off_in_the_queue(stage: Stage) -> set[bool]:
    """What the queue of assessing says of its wishes: whether their own collector may assess them."""
    rows = stage.ask(ADMINISTRATOR, "GET", "/api/wishes?state=verified").json()["results"]
    return {row["four_eyes_off"] for row in rows}


def test_an_office_of_two_keeps_the_rule_and_a_second_person_is_asked_to_switch_it_on(stage: Stage) -> None:
    stage.world.wish(Wish.State.VERIFIED)
    path = f"/api/campaigns/{stage.world.campaign.pk}/four-eyes-off"
    answer = stage.ask(ADMINISTRATOR, "PUT", path, {"reason": REASON})
    assert (answer.status_code, answer.json()["code"]) == (409, "office_of_several")
    second = Membership.objects.filter(account=stage.accounts[STAFF], role=STAFF)
    second.update(active=False)
    answer = stage.ask(ADMINISTRATOR, "PUT", path, {"reason": REASON})
    assert (answer.status_code, answer.json()["four_eyes_off"], answer.json()["office_accounts"]) == (200, REASON, 1)
    assert stage.ask(ADMINISTRATOR, "GET", "/api/today").json()["four_eyes"] == []
    sheet = stage.ask(ADMINISTRATOR, "GET", f"/api/campaigns/{stage.world.campaign.pk}/sheet").json()
    assert sheet["four_eyes_off"] == REASON
    assert off_in_the_queue(stage) == {True}
    second.update(active=True)
    [asked] = stage.ask(ADMINISTRATOR, "GET", "/api/today").json()["four_eyes"]
    assert (asked["id"], asked["reason"]) == (str(stage.world.campaign.pk), REASON)
    assert stage.ask(ADMINISTRATOR, "DELETE", path).json()["four_eyes_off"] == ""
    assert off_in_the_queue(stage) == {False}
    assert stage.ask(ADMINISTRATOR, "GET", "/api/today").json()["four_eyes"] == []
