"""What a claimer sees of the resident: from the claim to its end, with the consent, and each look on the log."""

import pytest

from hub.clock import standing_at
from hub.privacy.models import AccessLog
from tenants.claims import delivering, giving_up
from tenants.people.consents import withdraw_consent
from tenants.people.models import Consent
from tests.contract.stage import Stage
from tests.world import later


def contact(stage: Stage, claim_id: object, role: str = "member") -> dict | None:
    answer = stage.ask(role, "GET", f"/api/my/claims/{claim_id}")
    assert answer.status_code == 200, answer.content
    return answer.json()["contact"]


def test_while_the_claim_lives_the_claimer_sees_name_telephone_and_address_and_each_look_is_logged(
    stage: Stage,
) -> None:
    with stage.community_block() as world:
        claim = world.claim_of(world.wish("claimed", person=world.child))
    seen = contact(stage, claim.pk)
    assert seen == {
        "withheld": False,
        "name": "马小花",
        "phone": "+8613900120423",
        "address": "东村三社12号",
        "guardian_name": "马桂英",
        "guardian_relation": "母亲",
    }
    contact(stage, claim.pk)
    looks = AccessLog.objects.filter(subject="claim", subject_id=claim.pk)
    assert [(look.actor_id, look.community_id) for look in looks] == [
        (stage.accounts["member"].pk, stage.world.community.pk)
    ] * 2
    assert {"name", "phone", "address", "guardian_name"} <= set(looks[0].fields)
    assert looks[0].subjects == [str(world.child.pk)]


def test_without_a_consent_to_disclose_the_contact_is_withheld_and_there_is_nothing_to_log(stage: Stage) -> None:
    with stage.community_block() as world:
        claim = world.claim_of(world.wish("claimed"))
        withdraw_consent(Consent.objects.get(beneficiary=world.elder, purpose="disclose"), by=world.collector)
    seen = contact(stage, claim.pk)
    assert seen is not None
    assert seen.pop("withheld") is True
    assert set(seen.values()) == {""}
    assert not AccessLog.objects.exists()


@pytest.mark.parametrize("end", ["handed back", "recalled", "withdrawn", "fulfilled", "backstopped"])
def test_after_the_claims_end_the_contact_is_gone(stage: Stage, end: str) -> None:
    with stage.community_block() as world:
        wish = world.wish("delivered" if end == "fulfilled" else "claimed")
        claim = world.claim_of(wish)
        by = world.assessor
        {
            "handed back": lambda: giving_up.hand_back(claim, by=world.as_member(world.zhang)),
            "recalled": lambda: giving_up.recall(claim, reason="联系不上", by=by),
            "withdrawn": lambda: giving_up.withdraw(wish, reason="moved_away", by=by),
            "fulfilled": lambda: delivering.confirm(wish, by=by),
            "backstopped": lambda: giving_up.backstop(wish, reason="兜底", by=by),
        }[end]()
    assert contact(stage, claim.pk) is None
    listed = stage.ask("member", "GET", "/api/my/claims").content.decode()
    assert "马福山" not in listed
    assert not AccessLog.objects.exists()


def test_once_delivered_and_not_yet_confirmed_the_claimer_still_sees_whom_to_ask(stage: Stage) -> None:
    with stage.community_block() as world:
        claim = world.wish("delivered").claims.get()
    assert contact(stage, claim.pk) is not None


def test_an_unmasking_is_logged_with_its_reason_and_by_whom(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("open")
    for path, subject, subject_id in (
        (f"wishes/{wish.pk}", "wish", wish.pk),
        (f"people/{world.child.pk}", "person", world.child.pk),
        (f"members/{world.qi.pk}", "member", world.qi.pk),
    ):
        assert stage.ask("staff", "POST", f"/api/{path}/unmasking", {}).status_code == 400, "a reason is needed"
        assert not AccessLog.objects.filter(subject=subject).exists()
        assert stage.ask("staff", "POST", f"/api/{path}/unmasking", {"reason": "上门核查"}).status_code == 200
        look = AccessLog.objects.get(subject=subject, subject_id=subject_id)
        assert (look.reason, look.actor_id) == ("上门核查", stage.accounts["staff"].pk)


def test_without_a_consent_to_show_it_a_wish_is_on_no_board_wall_or_card_and_is_not_claimed(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("open")
        withdraw_consent(Consent.objects.get(beneficiary=world.elder, purpose="show"), by=world.collector)
    for path in ("/api/board", "/api/wall", "/api/board?scope=branch"):
        for role in ("anonymous", "member", "staff"):
            assert wish.number not in stage.ask(role, "GET", path).content.decode()
    assert stage.ask("anonymous", "GET", f"/api/board/{wish.pk}").status_code == 404
    assert wish.number not in stage.ask("staff", "GET", "/api/cards/wishes").content.decode()
    answer = stage.ask("member", "POST", f"/api/wishes/{wish.pk}/claim", {})
    assert (answer.status_code, answer.json()["code"]) == (409, "no_consent_to_show")


@pytest.mark.parametrize("state", ["withdrawn", "carried_over", "declined", "collected"])
def test_the_qr_of_a_wish_that_left_the_programme_leads_to_nothing(stage: Stage, state: str) -> None:
    with stage.community_block() as world:
        wish = world.wish("open")
        type(wish).objects.filter(pk=wish.pk).update(state=state)
    assert stage.ask("anonymous", "GET", f"/api/board/{wish.pk}").status_code == 404


def test_a_childs_consent_needs_a_guardian_on_record(stage: Stage) -> None:
    body = {
        "person": {"name": "马小龙", "age": 13, "categories": ["left_behind_child"], "address": "东村"},
        "wish": {"item": "书包"},
        "consents": {"purposes": ["show"], "manner": "oral"},
    }
    answer = stage.ask("staff", "POST", "/api/wishes", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "guardian_missing")
    body["person"] = {**body["person"], "guardian_name": "马桂英", "guardian_relation": "母亲"}
    assert stage.ask("staff", "POST", "/api/wishes", body).status_code == 201
    body["person"] = {"name": "马十四", "age": 14, "categories": ["left_behind_child"], "address": "东村"}
    assert stage.ask("staff", "POST", "/api/wishes", body).status_code == 201


def test_the_board_says_what_the_member_may_claim(stage: Stage) -> None:
    with stage.community_block() as world:
        ours = world.wish("open", branch=world.office)
        theirs = world.wish("open", branch=world.school)
        free = world.wish("open")

    def cards(role: str, query: str = "") -> dict[str, tuple[bool, str | None]]:
        rows = stage.ask(role, "GET", f"/api/board{query}").json()["results"]
        return {row["id"]: (row["claimable"], row["opens_to_all_on"]) for row in rows}

    first_days = {str(ours.pk): "2026-03-12", str(theirs.pk): "2026-03-12", str(free.pk): None}
    assert cards("anonymous") == {pk: (False, day) for pk, day in first_days.items()}
    assert cards("member") == {pk: (pk != str(theirs.pk), day) for pk, day in first_days.items()}
    assert set(cards("member", "?scope=branch")) == {str(ours.pk)}
    with standing_at(later(days=3)):
        assert cards("member") == {pk: (True, None) for pk in first_days}
