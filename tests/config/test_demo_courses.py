"""What becomes of a wish of the demo: pure, so every fate of every stage is tried with many seeds."""

from collections import Counter
from random import Random

import pytest

from config.demo.courses import CLAIM_DAYS, STAGES, course, shared_out


@pytest.mark.parametrize("name", sorted(STAGES))
def test_the_steps_of_a_wish_go_forward_and_none_lies_ahead(name: str) -> None:
    stage = STAGES[name]
    for fate in stage.fates:
        for seed in range(40):
            days = [step.day for step in course(fate, stage, Random(seed))]
            assert days == sorted(days, reverse=True), f"{name} {fate}: {days}"
            assert days[-1] >= 0


@pytest.mark.parametrize("name", sorted(name for name in STAGES if STAGES[name].opened))
def test_what_is_opened_was_assessed_before_the_wishes_were_shared_out(name: str) -> None:
    stage = STAGES[name]
    assert stage.opened is not None
    for fate in stage.fates:
        for seed in range(40):
            admitted = [step.day for step in course(fate, stage, Random(seed)) if step.verb == "admit"]
            assert all(day > stage.opened + 1 for day in admitted), f"{name} {fate}"


@pytest.mark.parametrize(("fate", "late"), [("overdue", True), ("due_today", False), ("held", False)])
def test_a_claim_is_overdue_when_it_is_meant_to_be(fate: str, late: bool) -> None:
    for seed in range(40):
        steps = course(fate, STAGES["claiming"], Random(seed))
        assert steps[-1].verb == "claim"
        assert (steps[-1].day > CLAIM_DAYS) == late
        assert steps[-1].day < CLAIM_DAYS + 5, "on the fifth day the ladder recalls it"


def test_fates_are_shared_out_by_their_weights_to_the_last_wish() -> None:
    assert Counter(shared_out({"a": 3, "b": 1}, 8)) == {"a": 6, "b": 2}
    assert len(shared_out({"a": 5, "b": 3, "c": 1}, 7)) == 7
    assert shared_out({"a": 1}, 0) == []


def test_the_same_seed_tells_the_same_story() -> None:
    stage = STAGES["claiming"]
    assert course("fulfilled", stage, Random("c01")) == course("fulfilled", stage, Random("c01"))
