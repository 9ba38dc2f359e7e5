"""200 clients reach for each of 20 wishes over HTTP: one winner each, no 5xx, losers get 409."""

import http.client
import statistics
import threading
import time
from collections import Counter
from typing import Any

from django_tenants.utils import tenant_context

from tenants.claims.models import Claim
from tests.bench.stage import make_members, make_stage
from tests.runtime.installation import Installation

CLIENTS = 200
WISHES = 20
TOKEN = "b" * 32  # a CSRF token proves that cookie and header come from one hand; any will do


def measure(installation: Installation) -> dict[str, Any]:
    """Statuses of all answers, winners of each wish, and how long an answer took."""
    community, wishes = make_stage("race", "639000900001", WISHES)
    sessions = make_members(community, CLIENTS)
    statuses: Counter[int] = Counter()
    winners, seconds, rounds = [], [], []
    for wish in wishes:
        began = time.perf_counter()
        answers = _all_at_once(installation.port, sessions, wish)
        rounds.append(time.perf_counter() - began)
        statuses.update(status for status, _ in answers)
        seconds += [taken for _, taken in answers]
        winners.append(sum(status in (200, 201) for status, _ in answers))
    with tenant_context(community):
        live = Counter(str(wish) for wish in Claim.objects.filter(ended_at=None).values_list("wish_id", flat=True))
    kept = winners == [1] * WISHES and set(statuses) <= {200, 201, 409} and all(live[wish] == 1 for wish in wishes)
    spread = statistics.quantiles(seconds, n=20)
    return {
        "statuses": dict(statuses),
        "winners_of_each_wish": winners,
        "answer_median_ms": round(statistics.median(seconds) * 1000),
        "answer_p95_ms": round(spread[-1] * 1000),
        "claims_a_second": round(CLIENTS / statistics.median(rounds)),
        "kept": kept,
        "line": f"{sum(winner == 1 for winner in winners)} of {WISHES} wishes with one winner among {CLIENTS};"
        f" answers {dict(sorted(statuses.items()))}; median {statistics.median(seconds) * 1000:.0f} ms,"
        f" p95 {spread[-1] * 1000:.0f} ms; {CLIENTS / statistics.median(rounds):.0f} answers a second",
    }


def _all_at_once(port: int, sessions: list[str], wish: str) -> list[tuple[int, float]]:
    gate = threading.Barrier(len(sessions))
    answers: list[tuple[int, float]] = []

    def reach(session: str) -> None:
        headers = {
            "Host": f"race.localhost:{port}",
            "Cookie": f"sessionid={session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/json",
        }
        gate.wait(60)
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("POST", f"/api/wishes/{wish}/claim", body=b"{}", headers=headers)
            status = connection.getresponse().status
        except OSError:
            status = 0
        finally:
            connection.close()
        answers.append((status, time.perf_counter() - began))

    threads = [threading.Thread(target=reach, args=[session]) for session in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
