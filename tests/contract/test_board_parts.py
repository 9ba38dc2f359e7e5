"""The board is read part after part, and no card is missed when somebody claims between two."""

import datetime
from typing import Any

import pytest

from hub.actor import MEMBER
from tenants.campaigns.running import start_campaign
from tenants.claims import claiming
from tenants.closing.years import begin_campaign
from tenants.people.consents import withdraw_consent
from tests.contract.stage import ANYBODY, Stage
from tests.world import S


def part(stage: Stage, query: str = "") -> Any:
    answer = stage.ask(ANYBODY, "GET", f"/api/board?page_size=2{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_whatever_is_claimed_meanwhile_every_other_card_comes_once(stage: Stage) -> None:
    with stage.community_block() as world:
        wishes = [world.wish(S.OPEN, item=f"心愿{n}") for n in range(7)]
    first = part(stage)
    assert (first["count"], len(first["results"])) == (7, 2)
    assert set(first) == {"count", "next", "results"}
    with stage.community_block() as world:
        for wish, member in ((wishes[0], world.zhang), (wishes[1], world.qi), (wishes[4], world.stranger)):
            claiming.claim(wish, member=member, by=world.as_member(member))
    seen = [card["number"] for card in first["results"]]
    following = first["next"]
    while following:
        answer = part(stage, f"&after={following}")
        assert answer["count"] == 4
        seen += [card["number"] for card in answer["results"]]
        following = answer["next"]
    assert seen == [wish.number for n, wish in enumerate(wishes) if n != 4]


def test_the_order_is_one_across_campaigns(stage: Stage) -> None:
    with stage.community_block() as world:
        old = [world.wish(S.OPEN) for _ in range(3)]
        occasion = begin_campaign(
            2026, by=world.administrator, yearly=False, title="重阳", first_day=datetime.date(2026, 3, 1),
            last_day=datetime.date(2026, 12, 31),
        )  # fmt: skip
        occasion = start_campaign(occasion, by=world.administrator)
        world.campaign, before = occasion, world.campaign
        new = [world.wish(S.OPEN) for _ in range(2)]
        world.campaign = before
    seen, following = [], ""
    while following is not None:
        answer = part(stage, f"&after={following}" if following else "")
        seen += [card["number"] for card in answer["results"]]
        following = answer["next"]
    assert seen == [wish.number for wish in (*old, *new)]


@pytest.mark.parametrize("after", ["2", "2026-13-40.1.HH26", "2026-01-01.x.HH26", "2026-01-01", "%27", "9" * 40])
def test_a_place_that_is_none_is_refused(stage: Stage, after: str) -> None:
    answer = stage.ask(ANYBODY, "GET", f"/api/board?after={after}")
    assert (answer.status_code, answer.json()["code"]) == (400, "no_such_place")


def test_what_may_not_be_shown_is_printed_nowhere(stage: Stage) -> None:
    with stage.community_block() as world:
        wish, other = world.wish(S.OPEN, item="棉鞋"), world.wish(S.OPEN, item="轮椅", person=world.neighbour)
        collected = world.collect("雨伞", person=world.neighbour)
    ids = ",".join(str(each.pk) for each in (wish, other, collected))
    form = f"/api/campaigns/{stage.world.campaign.pk}/statistics-form"

    def printed() -> dict[str, set[str]]:
        cards = stage.ask("staff", "GET", f"/api/cards/wishes?ids={ids}").json()["cards"]
        rows = stage.ask("staff", "GET", form).json()["rows"]
        wall = stage.ask(ANYBODY, "GET", "/api/wall").json()["cards"]
        qr = {
            each.number
            for each in (wish, other)
            if stage.ask(ANYBODY, "GET", f"/api/board/{each.pk}/qr").status_code == 200
        }
        return {
            "cards": {card["number"] for card in cards},
            "wall": {card["number"] for card in wall},
            "form": {str(value) for row in rows for value in _values(row) if str(value).startswith("HH26-")},
            "qr": qr,
        }

    both = {wish.number, other.number}
    assert printed() == {"cards": both, "wall": both, "form": both | {collected.number}, "qr": both}
    with stage.community_block() as world:
        withdraw_consent(world.neighbour.consents.get(purpose="show"), by=world.assessor)
    assert printed() == {name: {wish.number} for name in ("cards", "wall", "form", "qr")}
    assert stage.ask(MEMBER, "GET", f"/api/board/{other.pk}").status_code == 404


def _values(row: Any) -> list[Any]:
    return list(row.values()) if isinstance(row, dict) else list(row)
