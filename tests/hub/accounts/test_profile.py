"""A community's own telephone, address and hours: written by its administrators, shown to everybody."""

from collections.abc import Callable

import pytest

from hub.accounts.inviting import make_officer
from hub.accounts.seats import Standing
from hub.actor import SYSTEM
from hub.communities.directory import directory
from hub.communities.models import Community, CommunityEvent
from hub.communities.profile import dialled, write_profile
from tests.hub.accounts.office import LI, WANG, Browser, settled

SignIn = Callable[..., Browser]
PATH = "/api/community/profile"
OURS = {"telephone": "0972-8512345 转 802", "address": "川口镇和平路 1 号", "hours": "周一至周五 8:30–18:00"}
pytestmark = pytest.mark.django_db


def test_the_administrator_writes_it_and_everybody_reads_it(
    signed_in: SignIn, haihong: Community, li: Standing
) -> None:
    answer = signed_in(LI).send("PATCH", PATH, OURS)
    assert answer.status_code == 200, answer.content.decode()
    directory.forget()

    told = Browser().get("/api/site").json()["contact"]
    assert told == {**OURS, "dial": "+869728512345"}
    event = CommunityEvent.objects.get(community=haihong, verb="profile")
    assert (event.actor_id, event.reason) == (li.seat.account_id, "telephone, address, hours")


def test_a_community_that_has_said_nothing_has_empty_texts_and_the_platform_has_none(haihong: Community) -> None:
    assert Browser().get("/api/site").json()["contact"] == {"telephone": "", "dial": "", "address": "", "hours": ""}
    assert Browser("wishbridge.localhost").get("/api/site").json()["contact"] is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"telephone": "找小王"}, "telephone"),
        ({"telephone": "0972-8512345、12"}, "telephone"),
        ({"address": "632122195003061234 的住处"}, "address"),
        ({"hours": "晚" * 121}, "hours"),
        ({"name": "别的社区"}, "name"),
    ],
)
def test_what_cannot_be_shown_is_the_fields_error(
    signed_in: SignIn, haihong: Community, li: Standing, body: dict[str, str], field: str
) -> None:
    refused = signed_in(LI).send("PATCH", PATH, body)
    assert (refused.status_code, list(refused.json()["errors"])) == (400, [field])


def test_staff_read_and_do_not_write(signed_in: SignIn, li: Standing, wang: Standing) -> None:
    browser = signed_in(WANG)
    assert browser.get(PATH).status_code == 200
    assert browser.send("PATCH", PATH, OURS).status_code == 403


def test_two_who_write_at_once_are_told(signed_in: SignIn, haihong: Community, li: Standing) -> None:
    browser = signed_in(LI)
    seen = browser.get(PATH).json()["version"]
    write_profile(haihong, {"hours": "每天"}, by=SYSTEM)
    refused = browser.send("PATCH", PATH, OURS, If_Match=f'"{seen}"')
    assert (refused.status_code, refused.json()["changed"]) == (412, ["hours"])
    assert refused.json()["current"]["hours"] == "每天"


def test_the_operator_and_the_officer_of_a_community_see_it(
    signed_in: SignIn, operator: Standing, haihong: Community
) -> None:
    write_profile(haihong, OURS, by=SYSTEM)
    told = signed_in("+8613900120400", "wishbridge.localhost").get(f"/api/communities/{haihong.pk}").json()
    assert told["contact"] == {**OURS, "dial": "+869728512345"}

    settled(make_officer("+8613900120512", "县民政局", "630222"))
    officer = signed_in("+8613900120512", "wishbridge.localhost")
    assert (
        officer.get(f"/api/district?region={haihong.region_code}").json()["contact"]["telephone"] == OURS["telephone"]
    )
    assert officer.get("/api/district?region=630222100").json()["contact"] is None


@pytest.mark.parametrize(
    ("written", "dial"),
    [
        ("", ""),
        ("0972-8512345", "+869728512345"),
        ("（0972）8512345 分机 3", "+869728512345"),
        ("０９７２－８５１２３４５", "+869728512345"),
        ("值班 13909720001、0972-8512345", "+8613909720001"),
        ("0972-8512345/13909720001", "+869728512345"),
    ],
)
def test_a_telephone_as_offices_write_it_can_be_dialled(written: str, dial: str) -> None:
    assert dialled(written) == dial
