"""What is not a day's work and stands in its way is said on today's page."""

from hub.actor import ADMINISTRATOR, STAFF
from tests.contract.stage import Stage


def test_it_says_when_a_second_person_is_needed(stage: Stage) -> None:
    assert stage.ask(STAFF, "GET", "/api/today").json()["office_accounts"] == 2
    path = f"/api/accounts/{stage.accounts[STAFF].pk}"
    assert stage.ask(ADMINISTRATOR, "PATCH", path, {"active": False}).status_code == 200
    assert stage.ask(ADMINISTRATOR, "GET", "/api/today").json()["office_accounts"] == 1


def test_it_names_the_branches_without_a_secretary(stage: Stage) -> None:
    told = stage.ask(STAFF, "GET", "/api/today").json()["without_secretary"]
    assert [branch["name"] for branch in told] == ["学校支部", "卫生院支部"]


def test_a_wish_tells_what_its_decision_is_made_from(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("verified", budget_yuan=501)
    told = stage.ask(STAFF, "GET", f"/api/wishes/{wish.pk}").json()
    assert (told["budget_yuan"], told["budget_limit_yuan"], told["warnings"]) == (501, 500, ["budget_over_limit"])
    assert (told["collector_id"], told["follow_up_percent"]) == (str(stage.world.collector.account_id), 5)


def test_a_members_answers_name_no_residents_record(stage: Stage) -> None:
    with stage.community_block() as world:
        world.wish("claimed")
    assert "person_id" not in stage.ask("member", "GET", "/api/my/claims").json()[0]["wish"]
    [row] = stage.ask("branch_secretary", "GET", "/api/claims").json()["results"]
    assert "person_id" not in row["wish"]
    [row] = stage.ask(STAFF, "GET", "/api/claims").json()["results"]
    assert row["wish"]["person_id"] == str(stage.world.elder.pk)
