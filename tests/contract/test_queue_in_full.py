"""One press shows a whole queue in full: one entry on the access log, with everybody who was shown."""

import pytest

from hub.actor import MEMBER, SECRETARY, STAFF
from hub.identifiers import uuid7
from hub.privacy.models import AccessLog
from tests.contract.stage import Stage

PATH = "/api/wishes/unmasking"


def test_a_queue_is_shown_in_full_with_one_entry_that_names_everybody(stage: Stage) -> None:
    with stage.community_block() as world:
        queue = [world.wish(), world.wish(person=world.child), world.wish(person=world.neighbour)]
        people = [world.elder, world.child, world.neighbour]
    asked = {"wishes": [str(wish.pk) for wish in queue], "reason": "核查"}
    answer = stage.ask(STAFF, "POST", PATH, asked)
    assert answer.status_code == 200, answer.content.decode()
    shown = {row["id"]: row["person"] for row in answer.json()["wishes"]}
    assert [shown[str(wish.pk)]["name"] for wish in queue] == [person.name for person in people]
    assert shown[str(queue[0].pk)]["phone"] == "+8613900120422"
    assert not any(person["masked"] for person in shown.values())

    [look] = AccessLog.objects.filter(actor_id=stage.accounts[STAFF].pk)
    assert (look.subject, look.reason, look.subjects) == ("wish", "核查", [str(person.pk) for person in people])


def test_what_is_opened_can_be_edited_from_there(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish()
    [opened] = stage.ask(STAFF, "POST", PATH, {"wishes": [str(wish.pk)], "reason": "核查"}).json()["wishes"]
    changed = stage.ask(
        STAFF, "PATCH", f"/api/wishes/{wish.pk}", {"person": {"age": 83}}, If_Match=f'"{opened["version"]}"'
    )
    assert changed.status_code == 200, changed.content.decode()


def test_without_a_reason_or_a_wish_nothing_is_shown_and_nothing_logged(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish()
    for asked, status in (
        ({"wishes": [str(wish.pk)]}, 400),
        ({"wishes": [], "reason": "核查"}, 400),
        ({"wishes": [str(uuid7())] * 201, "reason": "核查"}, 400),
        ({"wishes": [str(uuid7())], "reason": "核查"}, 404),
    ):
        assert stage.ask(STAFF, "POST", PATH, asked).status_code == status
    assert not AccessLog.objects.exists()


@pytest.mark.parametrize("role", [MEMBER, SECRETARY])
def test_it_is_the_offices_alone(stage: Stage, role: str) -> None:
    assert stage.ask(role, "POST", PATH, {"wishes": [str(uuid7())], "reason": "核查"}).status_code == 403


def test_a_secretary_calls_the_own_branch_and_nobody_else(stage: Stage) -> None:
    own, other = stage.world.zhang, stage.world.qi
    assert stage.ask(SECRETARY, "POST", f"/api/members/{own.pk}/unmasking", {"reason": "提醒"}).json()["phone"]
    assert AccessLog.objects.get().subject_id == own.pk
    refused = stage.ask(SECRETARY, "POST", f"/api/members/{other.pk}/unmasking", {"reason": "提醒"})
    assert refused.status_code == 404
    assert AccessLog.objects.count() == 1


def test_the_history_names_the_claimer_and_no_resident(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("claimed")
    history = stage.ask(STAFF, "GET", f"/api/wishes/{wish.pk}").json()["history"]
    assert next(entry for entry in history if entry["verb"] == "claimed")["changes"]["member"] == "张建国"
    assert stage.world.elder.name not in str(history)
