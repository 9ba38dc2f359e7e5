"""The household's code over HTTP: five tries, whatever the client sends along."""

from tests.contract.stage import Stage


def test_wrong_codes_count_although_the_requests_carry_idempotency_keys(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("claimed")
        claim, right = world.claim_of(wish), wish.beneficiary.household.code
    wrong = "0000" if right != "0000" else "1111"
    path = f"/api/claims/{claim.pk}/delivery"
    told = [
        stage.ask("member", "POST", path, {"evidence": "code", "code": wrong}, idempotency_key=f"a-try-{n:08}")
        for n in range(6)
    ]
    assert [answer.json()["code"] for answer in told] == ["wrong_code"] * 5 + ["too_many_tries"]
    assert "还可以试 0 次" in told[4].json()["detail"]


def test_a_signature_is_recorded_by_staff_and_not_by_the_claimer(stage: Stage) -> None:
    with stage.community_block() as world:
        claim = world.claim_of(world.wish("claimed"))
    path = f"/api/claims/{claim.pk}/delivery"
    assert stage.ask("member", "POST", path, {"evidence": "signature"}).status_code == 400
    assert stage.ask("staff", "POST", path, {"evidence": "signature", "carried_by": "both"}).status_code == 201
