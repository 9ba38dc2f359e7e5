"""Known and unknown numbers cannot be told apart by how long the answer takes."""

import statistics
import time
from collections.abc import Callable

import pytest

from hub.accounts import limits
from hub.accounts.models import Account, Tally
from hub.accounts.seats import Standing
from tests.hub.accounts.office import LI, MA, STRANGER, Browser


def paired(rounds: int, known: Callable[[], object], unknown: Callable[[], object]) -> tuple[float, float]:
    """Median seconds of both, measured in turn so that a noisy machine is noisy to both."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for which, do in ((0, known), (1, unknown)):
            Tally.objects.all().delete()
            begun = time.perf_counter()
            do()
            took[which].append(time.perf_counter() - begun)
    return statistics.median(took[0]), statistics.median(took[1])


@pytest.mark.slow_hashes
@pytest.mark.django_db(transaction=True)
def test_a_wrong_password_takes_as_long_as_an_unknown_number(li: Standing) -> None:
    browser = Browser()
    known, unknown = paired(9, lambda: browser.login(LI, "not it"), lambda: browser.login(STRANGER, "not it"))

    assert known == pytest.approx(unknown, rel=0.5)
    assert known > 0.01, "the password was hashed"


@pytest.mark.django_db(transaction=True)
def test_asking_for_a_code_takes_as_long_for_an_unknown_number(ma: Account) -> None:
    browser = Browser()
    known, unknown = paired(
        25,
        lambda: browser.post("/api/session/codes", {"phone": MA}),
        lambda: browser.post("/api/session/codes", {"phone": STRANGER}),
    )

    assert known == pytest.approx(unknown, rel=0.5), (known, unknown)
    assert limits.CODES_A_MINUTE.most == 1
