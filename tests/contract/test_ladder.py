"""What the page of the ladder is told when a step cannot be."""

from typing import Any

import pytest

from tests.contract.stage import Stage

ADMINISTRATOR = "administrator"


def put(stage: Stage, days: Any) -> tuple[int, dict[str, list[str]]]:
    path = f"/api/campaigns/{stage.world.campaign.pk}/ladder"
    steps = stage.ask(ADMINISTRATOR, "GET", path).json()["ladder"]["claim"]
    steps[0]["days"] = days
    answer = stage.ask(ADMINISTRATOR, "PUT", path, {"claim": steps})
    return answer.status_code, answer.json().get("errors", {})


def test_a_day_that_was_left_empty_is_asked_for_at_its_step(stage: Stage) -> None:
    assert put(stage, None) == (400, {"claim.0.days": ["请填写这一项。"]})


@pytest.mark.parametrize("days", [-99, 99])
def test_a_day_out_of_range_is_told_with_the_steps_name(stage: Stage, days: int) -> None:
    status, errors = put(stage, days)
    assert status == 400
    assert errors["claim"][0].startswith("“提醒”的天数要在 -30 到 0 之间")
