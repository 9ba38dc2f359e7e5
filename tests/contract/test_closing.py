"""What the pages of closing a year and of a leaving member are told."""

from tenants.wishes.models import Wish
from tests.contract.stage import Stage

S = Wish.State
ADMINISTRATOR, STAFF = "administrator", "staff"


def test_a_closing_is_shown_tried_done_and_shown_as_done(stage: Stage) -> None:
    with stage.community_block() as world:
        world.wish(S.ADMITTED, item="书包")
        waiting = world.wish(S.COLLECTED, item="电热毯")
        path = f"/api/campaigns/{world.campaign.pk}"
    told = stage.ask(STAFF, "GET", f"{path}/closing").json()
    assert [(b["code"], b["count"], [row["item"] for row in b["rows"]]) for b in told["blockers"]] == [
        ("collected", 1, ["电热毯"])
    ]
    assert told["blockers"][0]["rows"][0]["name"] == waiting.number
    assert len(told["checks"]) == 8
    assert [row["item"] for row in told["carried_over"]] == ["书包"]
    assert (told["closed"], told["next"]) == (None, None)
    refused = stage.ask(ADMINISTRATOR, "POST", f"{path}/closing")
    assert (refused.status_code, refused.json()["code"]) == (409, "campaign_blocked")
    assert "1 件还没有核查" in refused.json()["detail"]
    stage.ask(STAFF, "POST", f"/api/wishes/{waiting.pk}/withdrawal", {"reason": "moved_away"})
    done = stage.ask(ADMINISTRATOR, "POST", f"{path}/closing").json()
    assert (done["state"], done["waiting"], done["figures"]["in_pool"]) == ("closed", 1, 1)
    assert (done["closed"]["by"], done["closed"]["reopenable"]) == ("冶主任", True)
    assert stage.ask(ADMINISTRATOR, "PATCH", path, {"branch_only_days": 1}).json()["code"] == "campaign_closed"
    assert stage.ask(STAFF, "GET", "/api/site").json()["campaign"]["state"] == "closed"
    started = stage.ask(ADMINISTRATOR, "POST", "/api/campaigns", {"year": 2027, "like": 2026}).json()
    assert (started["prefix"], started["history"][0]["changes"]) == ("HH27", {"like": 2026})
    after = stage.ask(STAFF, "GET", f"{path}/closing").json()
    assert (after["waiting"], after["next"]["year"]) == (0, 2027)
    (carried,) = after["carried_over"]
    assert (carried["again_as"], carried["again_year"]) == ("HH27-001", 2027)
    fresh = stage.ask(STAFF, "GET", f"/api/wishes/{carried['again_id']}").json()
    assert fresh["carried_from"] == {"id": carried["id"], "number": carried["number"]}
    assert stage.ask(STAFF, "GET", f"/api/wishes/{carried['id']}").json()["carried_to"]["number"] == "HH27-001"


def test_a_year_is_started_like_one_that_is_there(stage: Stage) -> None:
    refused = stage.ask(ADMINISTRATOR, "POST", "/api/campaigns", {"year": 2027, "like": 2019})
    assert (refused.status_code, refused.json()["code"]) == (404, "no_campaign")
    assert stage.ask(ADMINISTRATOR, "POST", "/api/campaigns", {"year": 2026}).json()["code"] == "campaign_exists"


def test_who_leaves_is_asked_about_and_no_longer_signed_in(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish(S.CLAIMED, member=world.zhang)
        path = f"/api/members/{world.zhang.pk}"
    assert stage.ask("member", "GET", "/api/my/claims").status_code == 200
    told = stage.ask(STAFF, "GET", f"{path}/leaving").json()
    assert [claim["wish"]["number"] for claim in told["claims"]] == [wish.number]
    refused = stage.ask(STAFF, "POST", f"{path}/leaving", {"reason": "调走"})
    assert (refused.status_code, refused.json()["code"]) == (409, "claims_undecided")
    assert list(refused.json()["errors"]) == ["claims"]
    nobody = stage.ask(STAFF, "POST", f"{path}/leaving", {"claims": "hand_over", "to": str(wish.pk)})
    assert nobody.status_code == 404
    left = stage.ask(STAFF, "POST", f"{path}/leaving", {"claims": "recall", "reason": "调走"}).json()
    assert (left["state"], left["history"][-1]["reason"]) == ("left", "调走")
    assert stage.ask("member", "GET", "/api/my/claims").status_code == 401
    assert stage.ask(STAFF, "DELETE", f"{path}/leaving").json()["state"] == "active"
