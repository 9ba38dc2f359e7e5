"""The demo county: small parts of it, made as `wishbridge up` makes all of it."""

import datetime
import json
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection
from django_tenants.utils import tenant_context

from config.demo import communities, fill
from config.demo.county import YEAR, places
from hub.accounts.models import AccountEvent, Seat
from hub.accounts.seats import seat_of
from hub.clock import TIME_ZONE, now, standing_at, today
from hub.communities.models import Community, Region
from hub.history import Entry
from hub.sms.models import Message
from tenants.campaigns.models import Campaign
from tenants.claims.models import IN_NO_RECORD, Claim, Delivery
from tenants.figures.counting import count
from tenants.figures.today import claim_sections, delivery_sections, wish_sections
from tenants.forms.models import ImportBatch
from tenants.members.models import Branch, Member
from tenants.people.models import Consent
from tenants.wishes.models import Balancing, Wish, WishEntry
from tenants.wishes.needed_days import standing_to_its_day

S = Wish.State

WEDNESDAY = datetime.datetime(2026, 11, 25, 15, 0, tzinfo=TIME_ZONE)
SUNDAY = datetime.datetime(2026, 11, 29, 15, 0, tzinfo=TIME_ZONE)


@pytest.fixture(autouse=True)
def _on_a_wednesday() -> Iterator[None]:
    with standing_at(WEDNESDAY):
        yield


def filled(keys: Path, *slugs: str) -> None:
    fill.fill(keys, report=lambda line: None, only=slugs, processes=0)


def community(slug: str) -> Community:
    return Community.objects.get(slug=slug)


def states(year: int = YEAR, *, yearly: bool = True) -> Counter[str]:
    wishes = Wish.objects.filter(campaign__year=year, campaign__yearly=yearly)
    return Counter(wishes.values_list("state", flat=True))


def rows_of_everything() -> dict[str, int]:
    """How many rows each table of every schema holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname = 'public' OR schemaname LIKE 'c\\_%'"
        )
        names = [name for (name,) in cursor.fetchall()]
        found = {}
        for name in names:
            cursor.execute(f"SELECT count(*) FROM {name}")
            found[name] = cursor.fetchone()[0]
    return found


def test_haihong_is_in_the_middle_of_its_year_and_binhe_waits_for_an_import(db: None, tmp_path: Path) -> None:
    assert fill.is_wanted(tmp_path)
    filled(tmp_path, "haihong", "binhe")
    with tenant_context(community("haihong")):
        _last_year_is_fulfilled()
        _this_year_is_in_the_middle()
        _winter_is_beside_it()
        _nothing_happened_in_the_future()
    with tenant_context(community("binhe")):
        assert not Wish.objects.exists()
        assert Campaign.objects.get().year == YEAR
        assert Member.objects.count() == 41
        assert Branch.objects.count() == 1
    _who_is_printed_can_log_in(tmp_path)
    _what_was_said_in_the_past_has_gone_out()
    assert not fill.is_wanted(tmp_path)
    before, passwords = rows_of_everything(), (tmp_path / "demo-logins.json").read_bytes()
    filled(tmp_path, "haihong", "binhe")
    assert rows_of_everything() == before
    assert (tmp_path / "demo-logins.json").read_bytes() == passwords


def _last_year_is_fulfilled() -> None:
    assert states(YEAR - 1) == {S.FULFILLED: 40}
    figures = count(Campaign.objects.get(year=YEAR - 1))
    assert figures.fulfilled == figures.in_pool == 40
    assert 0 < figures.by_backstop < figures.on_time < 40
    campaign = Campaign.objects.get(year=YEAR - 1)
    assert campaign.state == Campaign.State.CLOSED
    assert campaign.frozen.get().counts["fulfilled"] == 40
    assert Campaign.objects.get(year=YEAR, yearly=True).history.get(verb="made").changes == {"like": YEAR - 1}


def _this_year_is_in_the_middle() -> None:
    found = states()
    assert sum(found.values()) == 72, "as the workbook's expectations say: 66 ready, 6 that need attention"
    expected = {S.COLLECTED, S.VERIFIED, S.ADMITTED, S.OPEN, S.CLAIMED, S.DELIVERED, S.BACKSTOPPED, S.FULFILLED}
    assert set(found) == expected | {S.DECLINED, S.REFERRED, S.WITHDRAWN}
    assert found[S.FULFILLED] >= 17
    assert found[S.CLAIMED] >= 15
    assert found[S.OPEN] >= 9
    campaign = Campaign.objects.get(year=YEAR, yearly=True)
    sections: dict[str, Any] = {
        **claim_sections([campaign]), **wish_sections([campaign]), **delivery_sections([campaign])
    }  # fmt: skip
    counts = {name: section["count"] for name, section in sections.items()}
    assert counts["overdue"] == 3
    assert counts["due_soon"] == 4, "two today, two tomorrow"
    assert counts["to_complete"] == 4, "six rows needed attention, two were completed since"
    empty = {name for name, count in counts.items() if not count}
    assert empty <= {"kept_off", "consent_withdrawn", "near_day"}, f"a section of today's work is empty: {counts}"
    ends = set(Claim.objects.filter(wish__campaign=campaign).values_list("end", flat=True))
    assert ends == {"", *Claim.End.values} - {Claim.End.WITHDRAWN, Claim.End.HANDED_OVER, *IN_NO_RECORD}
    verbs = set(WishEntry.objects.filter(wish__campaign=campaign).values_list("verb", flat=True))
    assert {"edited", "sent_back", "allocated", "handed_back", "recalled", "not_confirmed", "reopened"} <= verbs
    assert ImportBatch.objects.filter(state=ImportBatch.State.CONFIRMED).count() == 3
    assert Consent.objects.filter(withdrawn_at__isnull=False).count() == 1
    assert Member.objects.count() == 91


def _winter_is_beside_it() -> None:
    """An occasion that runs beside the year's own, with days by which wishes are needed."""
    winter = Campaign.objects.get(year=YEAR, yearly=False)
    assert winter.state == Campaign.State.RUNNING
    assert winter.first_day < today() < winter.last_day
    found = states(yearly=False)
    assert found[S.OPEN] == 5
    assert found[S.CLAIMED] == 3
    assert found[S.DELIVERED] == 1
    assert found[S.FULFILLED] == 2
    assert Wish.objects.filter(campaign=winter).exclude(branch=None).count() == 11, "shared out by itself"
    standing = Counter(standing_to_its_day(wish) for wish in Wish.objects.filter(campaign=winter, state=S.OPEN))
    assert standing == {"": 3, "near": 1, "passed": 1}
    held = Claim.objects.get(wish__campaign=winter, wish__needed_by__isnull=False, end="")
    assert held.deadline == held.wish.needed_by, "the deadline lies not behind the day of need"
    assert not claim_sections([winter])["overdue"]["count"]
    assert wish_sections([winter])["near_day"]["count"] == 2


def _nothing_happened_in_the_future() -> None:
    moment = now()
    for model in Entry.__subclasses__():
        if connection.schema_name != "public" and model._meta.app_label != "accounts":
            assert not model._default_manager.filter(at__gt=moment).exists(), model.__name__
    assert not Delivery.objects.filter(delivered_on__gt=today()).exists()
    for delivery in Delivery.objects.exclude(claim=None).select_related("claim"):
        assert delivery.claim is not None
        assert delivery.claim.claimed_at < delivery.at


def _who_is_printed_can_log_in(keys: Path) -> None:
    file = keys / "demo-logins.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    logins = json.loads(file.read_text(encoding="utf-8"))
    assert Counter(login["host"].split(".")[0] for login in logins) == {"haihong": 5, "binhe": 3, "wishbridge": 3}
    assert len({login["password"] for login in logins}) == len(logins)
    for login in logins:
        where = Community.objects.filter(slug=login["host"].split(".")[0]).first()
        seat = seat_of(f"+86{login['phone']}", where)
        assert seat is not None, login
        assert seat.name == login["name"]
        assert check_password(login["password"], seat.password)
        assert not seat.must_change_password


def _what_was_said_in_the_past_has_gone_out() -> None:
    states = Counter(Message.objects.values_list("state", flat=True))
    assert states[Message.State.ACCEPTED] >= 30
    assert not states[Message.State.EXPIRED]
    assert not Message.objects.filter(
        state=Message.State.DUE, not_before__lt=now() - datetime.timedelta(days=1)
    ).exists()


@pytest.mark.parametrize(
    ("slug", "stage", "expected"),
    [
        ("c24", "collecting", {S.COLLECTED}),
        ("c05", "verifying", {S.COLLECTED, S.VERIFIED, S.ADMITTED}),
        ("c22", "balanced", {S.ADMITTED}),
        ("c04", "claiming", {S.OPEN, S.CLAIMED, S.DELIVERED, S.FULFILLED}),
        ("c07", "ending", {S.FULFILLED}),
        ("c20", "quiet", {S.COLLECTED}),
        ("c16", "stuck", {S.COLLECTED, S.VERIFIED, S.OPEN, S.CLAIMED, S.DELIVERED}),
    ],
)
def test_a_community_is_in_the_stage_of_the_year_that_it_is_given(
    db: None, tmp_path: Path, slug: str, stage: str, expected: set[str]
) -> None:
    place = next(place for place in places() if place.slug == slug)
    assert place.stage == stage
    filled(tmp_path, slug)
    with tenant_context(community(slug)):
        assert expected <= set(states())
        assert Member.objects.count() == place.members
        assert Branch.objects.count() == place.branches
        figures = count(Campaign.objects.get())
        assert (figures.overdue > 0) == (stage in ("claiming", "stuck"))
        if stage == "balanced":
            left_out = {wish for wish, _ in Balancing.objects.latest("created_at").left_out}
            alone = Wish.objects.filter(state=S.ADMITTED, branch=None)
            assert {str(wish.pk) for wish in alone} <= left_out
            assert Wish.objects.filter(state=S.ADMITTED).exclude(branch=None).count() > len(left_out)
        if stage == "ending":
            assert figures.fulfilled / figures.in_pool > 0.7


def test_on_a_sunday_it_is_as_plausible(db: None, tmp_path: Path) -> None:
    with standing_at(SUNDAY):
        filled(tmp_path, "c04")
        with tenant_context(community("c04")):
            figures = count(Campaign.objects.get())
            assert 0 < figures.overdue < figures.held
            _nothing_happened_in_the_future()


def test_in_the_finished_community_nothing_is_left_to_do(db: None, tmp_path: Path) -> None:
    filled(tmp_path, "c13")
    with tenant_context(community("c13")):
        assert set(states()) <= {S.FULFILLED, S.WITHDRAWN, S.DECLINED, S.REFERRED}
        campaign = Campaign.objects.get()
        assert count(campaign).fulfilled == count(campaign).in_pool > 0


def test_a_filling_that_was_cut_off_goes_on_with_the_same_passwords(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(communities, "settle", cut_off)
        with pytest.raises(KeyboardInterrupt):
            filled(tmp_path, "c20", "c05")
    assert fill.is_wanted(tmp_path), "a community is there, but the county is not whole"
    assert not (tmp_path / "demo-logins.json").exists()
    draft = json.loads((tmp_path / "demo-logins.json.draft").read_text(encoding="utf-8"))
    filled(tmp_path, "c20", "c05")
    assert json.loads((tmp_path / "demo-logins.json").read_text(encoding="utf-8")) == draft
    assert not fill.is_wanted(tmp_path)
    for slug in ("c20", "c05"):
        with tenant_context(community(slug)):
            assert Wish.objects.exists()
    assert Seat.objects.filter(community=None).count() == 3
    assert AccountEvent.objects.filter(verb="invited").count() == 6


def test_an_empty_production_is_not_filled(db: None, tmp_path: Path, settings: Any) -> None:
    settings.PRODUCTION = True
    filled(tmp_path, "c20")
    assert not Community.objects.exists()
    assert not list(tmp_path.iterdir())


def test_the_county_is_as_its_file_says() -> None:
    found = places()
    assert len(found) == 40
    assert len({place.name for place in found}) == 40, "nobody who looks at the demo wonders which of three villages"
    assert found[0].regions == ("青海省", "海东市", "民和回族土族自治县", "川口镇")
    assert {"sample", "waiting", "claiming", "finished", "quiet", "stuck"} <= {place.stage for place in found}


def test_its_regions_have_names(db: None, tmp_path: Path) -> None:
    filled(tmp_path, "c20")
    names = dict(Region.objects.values_list("code", "name"))
    assert names["630222"] == "民和回族土族自治县"
    assert names["630222104"] == "巴州镇"
    assert names["630222104003"] == "前原村"
