"""A claimer's own page, over HTTP: what others did, what was changed, and handing back without a trace."""

from hub.actor import MEMBER, SECRETARY, STAFF
from hub.privacy.models import AccessLog
from tenants.claims.giving_up import recall
from tenants.claims.models import Claim
from tests.contract.stage import Stage


def test_unread_is_counted_until_it_was_seen_and_by_its_own_member_alone(stage: Stage) -> None:
    with stage.community_block() as world:
        recall(world.claim_of(world.wish("claimed")), reason="联系不上本人", by=world.assessor)
    told = stage.ask(MEMBER, "GET", "/api/my/notices").json()
    (notice,) = told["results"]
    assert (told["unread"], notice["read"]) == (1, False)
    assert "HH26-001" in notice["text"]
    assert "联系不上" not in notice["text"]
    assert stage.ask(SECRETARY, "GET", "/api/my/notices").json() == {"unread": 0, "results": []}
    assert stage.ask(SECRETARY, "POST", "/api/my/notices/read", {"ids": [notice["id"]]}).status_code == 204
    assert stage.ask(MEMBER, "GET", "/api/my/notices").json()["unread"] == 1
    assert stage.ask(MEMBER, "POST", "/api/my/notices/read", {"ids": [notice["id"]]}).status_code == 204
    assert stage.ask(MEMBER, "GET", "/api/my/notices").json()["unread"] == 0


def test_what_staff_change_by_the_api_is_marked_on_the_claimers_page_until_seen(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("claimed")
        claim = world.claim_of(wish)
    body = {"wish": {"needed_by": "2026-03-20", "budget_yuan": "260"}, "person": {"address": "建设巷7号楼3单元502室"}}
    assert stage.ask(STAFF, "PATCH", f"/api/wishes/{wish.pk}", body).status_code == 200
    page = stage.ask(MEMBER, "GET", f"/api/my/claims/{claim.pk}").json()
    marked = {each["field"]: (each["was"], each["became"]) for each in page["changes"]}
    assert marked["address"] == ("滨河小区4号楼2单元501室", "建设巷7号楼3单元502室")
    assert (page["deadline"], page["first_deadline"]) == ("2026-03-20", "2026-03-30")
    assert (page["free_to_hand_back"], page["changed"]) == (True, True)
    assert AccessLog.objects.filter(subject="claim").count() == 1
    assert stage.ask(MEMBER, "POST", f"/api/my/claims/{claim.pk}/changes/seen").status_code == 204
    page = stage.ask(MEMBER, "GET", f"/api/my/claims/{claim.pk}").json()
    assert (page["changes"], page["changed"], page["free_to_hand_back"]) == ([], False, True)
    assert stage.ask(SECRETARY, "POST", f"/api/my/claims/{claim.pk}/changes/seen").status_code == 404


def test_handed_back_without_a_trace_the_claim_is_in_no_list_and_its_notice_leads_nowhere(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("claimed")
        claim = world.claim_of(wish)
    assert stage.ask(STAFF, "PATCH", f"/api/wishes/{wish.pk}", {"wish": {"item": "电磁炉"}}).status_code == 200
    answer = stage.ask(MEMBER, "POST", f"/api/claims/{claim.pk}/hand-back")
    assert (answer.status_code, answer.json()["end"]) == (200, "released")
    with stage.community_block():
        assert Claim.objects.get(pk=claim.pk).end == Claim.End.RELEASED
    assert stage.ask(MEMBER, "GET", "/api/my/claims").json() == []
    (notice,) = stage.ask(MEMBER, "GET", "/api/my/notices").json()["results"]
    assert notice["claim"] is None
    # Whoever still has the claim's page open, or sent this from a cellar, learns that it has ended.
    for path, asked in (
        (f"/api/claims/{claim.pk}/delivery", {"evidence": "code", "code": "0000"}),
        (f"/api/claims/{claim.pk}/hand-back", None),
        (f"/api/my/claims/{claim.pk}/extension", {"days": 2, "reason": "缺货"}),
    ):
        late = stage.ask(MEMBER, "POST", path, asked)
        assert late.status_code == 409, path
        assert "结束" in late.json()["detail"] or "不能" in late.json()["detail"]


def test_a_day_of_need_that_is_over_is_the_fields_error_at_entry_and_at_the_edit(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("open")
    edit = stage.ask(STAFF, "PATCH", f"/api/wishes/{wish.pk}", {"wish": {"needed_by": "2026-03-08"}})
    entry = stage.ask(
        STAFF,
        "POST",
        "/api/wishes",
        {"person": {"name": "马玉梅", "age": 79}, "wish": {"item": "电暖器", "needed_by": "2026-03-08"}},
    )
    for answer in (edit, entry):
        assert answer.status_code == 400
        assert "needed_by" in str(answer.json()["errors"])
