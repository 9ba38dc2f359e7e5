"""Campaigns beside each other, as the API tells them."""

from hub.actor import ADMINISTRATOR, STAFF
from tenants.campaigns.making import make_campaign
from tenants.wishes.models import Wish
from tests.contract.stage import Stage


def test_the_list_tells_each_ones_figures_and_whether_it_was_open(stage: Stage) -> None:
    stage.world.wish(Wish.State.OPEN)
    make_campaign(2027, by=stage.world.administrator)
    rows = {row["year"]: row for row in stage.ask(STAFF, "GET", "/api/campaigns").json()}
    assert (rows[2026]["figures"]["open"], rows[2026]["was_open"]) == (1, True)
    assert (rows[2027]["figures"]["in_pool"], rows[2027]["was_open"], rows[2027]["state"]) == (0, False, "preparing")


def test_a_code_is_proposed_that_no_other_campaign_has(stage: Stage) -> None:
    ask = lambda query: stage.ask(STAFF, "GET", f"/api/campaigns/code?{query}").json()["code"]  # noqa: E731
    assert ask("year=2027") == "HH27"
    proposed = ask("year=2026&title=春节送温暖&yearly=false")
    assert proposed == "HH26C"
    made = {"year": 2026, "yearly": False, "title": "春节送温暖", "prefix": proposed}
    assert stage.ask(ADMINISTRATOR, "POST", "/api/campaigns", made).json()["prefix"] == proposed
    assert ask("year=2026&title=春节送温暖&yearly=false") != proposed


def test_nothing_shared_out_yet_is_an_answer_and_no_error(stage: Stage) -> None:
    assert stage.ask(STAFF, "GET", "/api/balancings").status_code == 204


def test_each_campaign_is_shared_out_alone(stage: Stage) -> None:
    stage.world.wish(Wish.State.ADMITTED)
    make_campaign(2027, by=stage.world.administrator)
    several = stage.ask(STAFF, "POST", "/api/balancings")
    assert (several.status_code, several.json()["code"]) == (400, "campaign_needed")
    path = f"/api/balancings?campaign={stage.world.campaign.pk}"
    assert stage.ask(STAFF, "POST", path).json()["wishes"] == 1
    assert stage.ask(STAFF, "GET", path).json()["state"] == "proposed"
