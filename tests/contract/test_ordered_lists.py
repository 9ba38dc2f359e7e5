"""Every list of the office answers in the order of a column, up and down, and says which columns there are."""

import pytest

from hub.actor import STAFF
from tenants.wishes.models import Wish
from tests.contract.stage import Stage

LISTS = {
    "/api/wishes": ("number", "waiting", "budget", "collected", "state", "branch", "name", "place"),
    "/api/claims": ("number", "claimer", "branch", "claimed", "deadline"),
    "/api/deliveries": ("number", "branch", "on"),
    "/api/people": ("name", "age", "place", "wishes"),
    "/api/members": ("name", "branch", "unit"),
}


@pytest.mark.parametrize(("path", "columns"), LISTS.items(), ids=LISTS)
def test_a_column_orders_the_list_up_and_down(stage: Stage, path: str, columns: tuple[str, ...]) -> None:
    with stage.community_block() as world:
        world.wish(Wish.State.OPEN)
        world.wish(Wish.State.CLAIMED)
        world.wish(Wish.State.DELIVERED)
    for column in columns:
        up, down = (
            [row["id"] for row in stage.ask(STAFF, "GET", f"{path}?ordering={sign}{column}").json()["results"]]
            for sign in ("", "-")
        )
        assert sorted(up) == sorted(down)
    refused = stage.ask(STAFF, "GET", f"{path}?ordering=secret")
    assert refused.status_code == 400
    assert list(refused.json()["errors"]) == ["ordering"]


def test_budgets_go_from_the_largest_down(stage: Stage) -> None:
    with stage.community_block() as world:
        for _ in range(3):
            world.wish(Wish.State.OPEN)
        for budget, wish in enumerate(Wish.objects.order_by("serial"), start=1):
            Wish.objects.filter(pk=wish.pk).update(budget_yuan=budget * 7 % 11)
    asked = stage.ask(STAFF, "GET", "/api/wishes?ordering=-budget").json()["results"]
    budgets = [row["budget_yuan"] for row in asked]
    assert len(budgets) >= 3
    assert budgets == sorted(budgets, reverse=True)


def test_each_stage_of_claims_is_counted(stage: Stage) -> None:
    with stage.community_block() as world:
        world.wish(Wish.State.CLAIMED)
    counts = stage.ask(STAFF, "GET", "/api/claims/counts").json()
    for name, count in counts.items():
        assert stage.ask(STAFF, "GET", f"/api/claims?stage={name}").json()["count"] == count
    assert counts["waiting"] >= 1
