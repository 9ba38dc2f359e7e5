"""Two campaigns beside each other through every role: what is done to one takes nothing of the other from anybody's sight.

What is compared are whole answers, each reduced to what it tells of the year's own campaign.
"""

import re
from collections.abc import Callable
from typing import Any

from hub.actor import ADMINISTRATOR, MEMBER, SECRETARY, STAFF
from hub.clock import standing_at
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import edit_campaign
from tenants.claims import extending
from tenants.escalation.taking import take_due_steps
from tenants.figures.recounting import recount
from tenants.wishes.models import Wish
from tests.contract.stage import ANYBODY, STRANGER, Stage
from tests.world import later

S = Wish.State

OWN = re.compile(r"HH26-[0-9]{3}")

PAGES: dict[str, tuple[str, ...]] = {
    ANYBODY: ("/api/board", "/api/wall"),
    STRANGER: ("/api/board", "/api/wall"),
    MEMBER: ("/api/board", "/api/my/claims"),
    SECRETARY: ("/api/board", "/api/my/claims", "/api/claims?stage=all"),
    STAFF: (
        "/api/board", "/api/wall", "/api/today", "/api/wishes?page_size=100", "/api/claims?stage=all", "/api/claims?stage=soon",
        "/api/claims?stage=overdue", "/api/claims?stage=extensions", "/api/deliveries", "/api/decisions", "/api/messages",
        "/api/visits", "/api/cards/wishes", "/api/cards/households", "/api/claims?member={zhang}&stage=all",
        "/api/people/{elder}", "/api/balancings?campaign={own}",
    ),
    ADMINISTRATOR: ("/api/today", "/api/wishes?page_size=100", "/api/decisions"),
}  # fmt: skip
"""Of each role's pages those that speak of wishes."""

FIGURES = (
    "/api/today?campaign={own}", "/api/campaigns/{own}/sheet", "/api/campaigns/{own}/statistics-form",
    "/api/campaigns/{own}/closing", "/api/campaigns/{own}", "/api/campaigns/{own}/ladder",
    "/api/wishes?campaign=2026&page_size=100",
)  # fmt: skip
"""What is asked of the one campaign has to be the same answer, word by word."""


def lived(stage: Stage) -> dict[str, str]:
    with stage.community_block() as world:
        world.campaign = edit_campaign(world.campaign, {"follow_up_percent": 0}, by=world.administrator)
        world.wish(S.COLLECTED, person=world.child)
        for state in (S.VERIFIED, S.ADMITTED, S.OPEN, S.OPEN, S.BACKSTOPPED, S.FULFILLED):
            world.wish(state, person=world.neighbour if state == S.VERIFIED else world.elder, member=world.qi)
        world.wish(S.CLAIMED, branch=world.office)
        asked = world.claim_of(world.wish(S.CLAIMED, branch=world.office, member=world.han))
        extending.ask_for_extension(asked, days=3, reason="缺货", by=world.as_member(world.han))
        world.wish(S.DELIVERED, member=world.stranger)
        return {"own": str(world.campaign.pk), "zhang": str(world.zhang.pk), "elder": str(world.elder.pk)}


def seen(stage: Stage, names: dict[str, str]) -> dict[str, Any]:
    """Everybody's pages, as the numbers of the year's own wishes on them; the figures as they are."""
    found: dict[str, Any] = {}
    for role, pages in PAGES.items():
        for page in pages:
            answer = stage.ask(role, "GET", page.format(**names))
            assert answer.status_code in (200, 204, 404), (role, page, answer.content)
            found[f"{role} {page}"] = sorted(set(OWN.findall(answer.content.decode())))
    for page in FIGURES:
        answer = stage.ask(STAFF, "GET", page.format(**names))
        assert answer.status_code == 200, (page, answer.content)
        found[page] = answer.json()
    today, wall, site = (stage.ask(STAFF, "GET", f"/api/{page}").json() for page in ("today", "wall", "site"))
    found["the year that is shown where there is room for one"] = (today["year"], wall["year"], site["campaign"])
    # What can take in what is left over is another question; so is when somebody looked.
    for changing in ("next", "choices"):
        found["/api/campaigns/{own}/closing"].pop(changing)
    return found


def test_whatever_is_done_to_one_campaign_nobody_loses_sight_of_the_other(stage: Stage) -> None:
    names = lived(stage)

    def asked(method: str, path: str, body: Any = None, status: int = 200) -> Any:
        answer = stage.ask(ADMINISTRATOR, method, path, body)
        assert answer.status_code == status, answer.content
        return answer.json() if answer.content else None

    before = seen(stage, names)
    for role, page in (
        (STAFF, "/api/today"), (STAFF, "/api/wishes?page_size=100"), (STAFF, "/api/cards/households"), (ANYBODY, "/api/board"),
        (ANYBODY, "/api/wall"), (MEMBER, "/api/my/claims"), (SECRETARY, "/api/claims?stage=all"),
    ):  # fmt: skip
        assert before[f"{role} {page}"], f"{page} says nothing, so nothing could be lost there"
    made = asked(
        "POST", "/api/campaigns", {"year": 2026, "yearly": False, "title": "春节送温暖", "follow_up_percent": 0}, 201
    )
    assert (made["state"], made["prefix"]) == ("preparing", "HH26C")
    assert seen(stage, names) == before
    path = f"/api/campaigns/{made['id']}"

    def fill() -> None:
        with stage.community_block() as world:
            own, world.campaign = world.campaign, Campaign.objects.get(pk=made["id"])
            world.wish(S.FULFILLED, item="棉被", member=world.stranger)
            world.wish(S.OPEN, item="书包", person=world.child)
            world.wish(S.ADMITTED, item="台灯", person=world.neighbour)
            world.campaign = own

    steps: tuple[Callable[[], object], ...] = (
        lambda: asked("POST", f"{path}/starting"),
        lambda: asked("POST", f"{path}/preparing"),
        lambda: asked("PATCH", path, {"live_claims_per_member": 1, "claim_length_days": 3}),
        lambda: asked("POST", f"{path}/starting"),
        fill,
        lambda: asked("POST", f"{path}/closing", {"into": None}),
        lambda: asked("POST", f"{path}/reopening", {"reason": "漏了一件"}),
        lambda: asked("POST", "/api/campaigns", {"year": 2027, "like": "2026"}, 201),
        lambda: asked("POST", f"/api/campaigns/{Campaign.objects.get(year=2027).pk}/starting"),
        lambda: asked("POST", f"/api/campaigns/{Campaign.objects.get(year=2027).pk}/closing"),
        lambda: asked("POST", f"{path}/closing", {"into": None}),
    )
    for number, step in enumerate(steps):
        step() if step is fill or number < 6 else _inside(stage, step)
        now = seen(stage, names)
        assert {page: told for page, told in now.items() if told != before[page]} == {}, f"after step {number}"
    board = stage.ask(ANYBODY, "GET", "/api/board").content.decode()
    assert "HH26C" not in board


def _inside(stage: Stage, step: Callable[[], object]) -> None:
    with stage.community_block():
        step()


def test_messages_of_two_campaigns_are_one_a_person_kind_and_day_and_name_each_wish_by_its_own_number(
    stage: Stage,
) -> None:
    with stage.community_block() as world:
        own = world.campaign
        other = Campaign.objects.create(
            year=2026, yearly=False, title="春节", prefix="HH26C", state="running", first_day=own.first_day,
            last_day=own.last_day, running_since=own.running_since, live_claims_per_member=4,
        )  # fmt: skip
        first = world.wish(S.CLAIMED)
        world.campaign = other
        second = world.wish(S.CLAIMED, person=world.child)
        world.campaign = own
        assert (first.number, second.number) == ("HH26-001", "HH26C-001")
        day = world.claim_of(first).deadline
    moment = later(days=(day - later().date()).days - 1).replace(hour=9, minute=5)
    with standing_at(moment), stage.community_block():
        take_due_steps(moment)
        recount(moment)
    messages = stage.ask(STAFF, "GET", "/api/messages").json()["results"]
    reminders = [each for each in messages if each["kind"] == "reminder"]
    assert len(reminders) == 1
    assert sorted(wish["number"] for wish in reminders[0]["wishes"]) == ["HH26-001", "HH26C-001"]
