"""Known and unknown numbers cannot be told apart by how long the answer takes."""

import time
from collections.abc import Callable

import pytest

from hub.accounts import limits
from hub.accounts.models import Account, Tally
from hub.accounts.seats import Standing
from tests.hub.accounts.office import LI, MA, STRANGER, Browser

MOST_ROUNDS = 60


def quickest(rounds: int, known: Callable[[], object], unknown: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the quickest answer to each, asked in turn: what else a machine does makes an answer only slower.

    After so many rounds, or more where they are not alike: a busy machine's seconds come to be, a fault's do not.
    """
    took: tuple[list[float], list[float]] = ([], [])
    for done in range(1, MOST_ROUNDS + 1):
        for which, do in ((0, known), (1, unknown)):
            Tally.objects.all().delete()
            begun = time.perf_counter()
            do()
            took[which].append(time.perf_counter() - begun)
        if done >= rounds and min(took[0]) == alike(min(took[1])):
            break
    return min(took[0]), min(took[1])


def alike(seconds: float) -> object:
    return pytest.approx(seconds, rel=0.5)


@pytest.mark.slow_hashes
@pytest.mark.django_db(transaction=True)
def test_a_wrong_password_takes_as_long_as_an_unknown_number(li: Standing) -> None:
    browser = Browser()
    known, unknown = quickest(9, lambda: browser.login(LI, "not it"), lambda: browser.login(STRANGER, "not it"))

    assert known == alike(unknown)
    assert known > 0.01, "the password was hashed"


@pytest.mark.django_db(transaction=True)
def test_asking_for_a_code_takes_as_long_for_an_unknown_number(ma: Account) -> None:
    browser = Browser()
    known, unknown = quickest(
        25,
        lambda: browser.post("/api/session/codes", {"phone": MA}),
        lambda: browser.post("/api/session/codes", {"phone": STRANGER}),
    )

    assert known == alike(unknown), (known, unknown)
    assert limits.CODES_A_MINUTE.most == 1
