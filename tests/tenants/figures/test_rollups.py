"""After any work in three communities of two towns the hub's figures are a recount's, and their sums the regions'."""

import datetime
from dataclasses import dataclass

import pytest
from django.db import connection, transaction
from django_tenants.utils import tenant_context
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.actor import SYSTEM
from hub.bells.ringing import FIGURES, due, ring
from hub.clock import TIME_ZONE, standing_at
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from hub.rollups.models import COUNTS, DAILY, STAGES, CommunityDay, CommunityYear
from hub.rollups.reading import standings, summed, trend
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import start_campaign
from tenants.members.models import Member
from tenants.members.register import NewMember, let_member_leave, let_member_return, register_member
from tenants.people.models import Beneficiary
from tenants.people.register import apply_changes
from tenants.wishes.carrying import carry_in, not_arrived
from tenants.wishes.models import Wish
from tests.tenants.claims.test_machine import EVERY, USUAL, Code
from tests.tenants.figures.by_hand import counted
from tests.world import MONDAY, S, World, make_world
from workers.bells import look

PLACES = (("haihong", "630222100001"), ("binhe", "630222100002"), ("xiaping", "630222101001"))
TOWNS, COUNTY = ("630222100", "630222101"), "630222"
DAY = datetime.timedelta(days=1)


@dataclass
class Lived:
    """A community with three wishes on their way."""

    community: Community
    world: World
    code: Code

    def step(self, n: int, any_verb: str, place: int, who: int) -> None:
        with tenant_context(self.community):
            if place == 11:
                self._register(n, who)
                return
            usual = USUAL[Wish.objects.get(pk=self.code.wishes[n].pk).state]
            self.code.step(any_verb if place % 3 == 0 else usual[place % len(usual)], n, who)

    def _register(self, n: int, who: int) -> None:
        """What changes a figure without moving a wish: people of the one register and of the other."""
        world = self.world
        if who == 0:
            categories = [["senior"], ["senior", "disabled"], ["low_income"]][n]
            person = Beneficiary.objects.get(pk=world.elder.pk)
            apply_changes(person, {"categories": categories}, verb="edited", by=world.collector)
        elif who == 1 and n == 2:
            # What the occasion leaves over comes into the year's own: the same year, and counted once.
            occasion = Campaign.objects.get(yearly=False)
            left = list(not_arrived(occasion).select_related("campaign", "beneficiary"))
            carry_in(left, world.campaign, by=world.administrator)
        elif who == 1:
            register_member(NewMember(name="新来的党员"), by=world.administrator)
        else:
            member = Member.objects.get(pk=world.stranger.pk)
            change = let_member_leave if member.state == "active" else let_member_return
            change(member, by=world.administrator)


@pytest.fixture
def three(db: None) -> list[Lived]:
    lived = []
    with standing_at(MONDAY):
        for slug, code in PLACES:
            community = create_community(
                slug=slug, name=slug, region_code=code, by=SYSTEM,
                region_names=["青海省", "海东市", "民和回族土族自治县", "川口镇" if code[8] == "0" else "古鄯镇"],
            )  # fmt: skip
            with tenant_context(community):
                world = make_world(community)
                people = (world.elder, world.child, world.neighbour)
                states = (S.VERIFIED, S.OPEN, S.FULFILLED)
                occasion = make_campaign(2026, yearly=False, title="春节", by=world.administrator)
                start_campaign(occasion, by=world.administrator)
                own, wishes = world.campaign, []
                for state, person in zip(states, people, strict=True):
                    world.campaign = occasion if state == S.OPEN else own
                    wishes.append(world.wish(state, person=person, member=world.qi))
                world.campaign = own
                next_campaign = world.next_campaign()
                members = [world.zhang, world.han, world.qi]
                lived.append(Lived(community, world, Code(world, wishes, members, next_campaign)))
    return lived


def answer_bells(moment: datetime.datetime) -> None:
    """What beat, dispatcher and worker do at a moment, by the worker's own function: every due bell is answered."""
    with standing_at(moment):
        for _ in range(9):
            waiting = due()
            for kind, communities in waiting.items():
                look.apply((kind, [str(pk) for pk in communities]), throw=True)
            if not waiting:
                return
    raise AssertionError(f"there is no end of bells: {waiting}")


def hold_the_truth(three: list[Lived], moment: datetime.datetime) -> None:
    """The lines of both years of all three are counts by hand, and every region is their sum."""
    today = moment.astimezone(TIME_ZONE).date()
    for year in (2026, 2027):
        whole: dict[str, dict[str, int]] = {}
        for lived in three:
            with tenant_context(lived.community):
                counts, longest, people = counted(list(Campaign.objects.filter(year=year)), today)
            line = CommunityYear.objects.get(community=lived.community, year=year)
            assert line.counts == {name: counts.get(name, 0) for name in COUNTS}
            assert line.longest == {stage: longest.get(stage, 0) for stage in STAGES}
            assert line.categories == people
            day = CommunityDay.objects.get(community=lived.community, year=year, day=today)
            assert (day.counts, day.longest) == (line.counts, line.longest)
            assert {name: getattr(day, name) for name in DAILY} == {name: line.counts[name] for name in DAILY}
            whole[lived.community.region_code] = line.counts
        for region in (*TOWNS, COUNTY, "6302", "63"):
            below = [counts for code, counts in whole.items() if code.startswith(region)]
            expected = {name: sum(counts[name] for counts in below) for name in COUNTS}
            with standing_at(moment):
                assert summed(standings(region, year)) == expected
                last = trend(region, year, since=None, until=today)[-1]
            assert last == {"day": today, **{name: expected[name] for name in DAILY}}


def everything_kept() -> list[dict[str, object]]:
    """Every line and day, but for the moment at which it was counted."""
    rows = [*CommunityYear.objects.order_by("pk").values(), *CommunityDay.objects.order_by("pk").values()]
    return [{name: value for name, value in row.items() if name != "counted_at"} for row in rows]


STEP = st.tuples(
    st.integers(0, 2),
    st.integers(0, 2),
    st.sampled_from(EVERY),
    st.integers(0, 11),
    st.sampled_from((1, 4, 11, 60 * 5, 60 * 24, 60 * 24 * 3)),
    st.integers(0, 2),
)
"""Where, which wish, any verb, a place in the usual ones, minutes that pass, by whom."""


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(STEP, min_size=16, max_size=16), rest=st.sampled_from((0, 3, 12)))
def test_after_any_work_the_hub_knows_what_a_recount_by_hand_finds(
    three: list[Lived], steps: list[tuple[int, int, str, int, int, int]], rest: int
) -> None:
    with transaction.atomic():
        moment = MONDAY
        for place, n, any_verb, usual, minutes, who in steps:
            earlier, moment = moment, min(moment + datetime.timedelta(minutes=minutes), MONDAY + 30 * DAY)
            if moment.date() > earlier.date():
                # Days that pass are days on which the ladder is climbed and everything is counted.
                answer_bells(moment.replace(hour=9, minute=30))
            moment = max(moment, earlier)
            with standing_at(moment):
                three[place].step(n, any_verb, usual, who)
        moment += rest * DAY
        answer_bells(moment)
        hold_the_truth(three, moment)
        kept = everything_kept()
        with standing_at(moment):
            for lived in three:
                with tenant_context(lived.community):
                    ring(FIGURES)
        answer_bells(moment)
        hold_the_truth(three, moment)
        assert everything_kept() == kept, "a second run changes nothing"
        transaction.set_rollback(True)
    connection.set_schema_to_public()


def test_a_change_without_a_bell_would_be_found(three: list[Lived]) -> None:
    """The fault planted: a wish is moved past the verbs, so nothing asks for a count."""
    answer_bells(MONDAY)
    hold_the_truth(three, MONDAY)
    with tenant_context(three[0].community):
        member = three[0].world.han
        type(member).objects.filter(pk=member.pk).update(state="left")
    answer_bells(MONDAY)
    with pytest.raises(AssertionError):
        hold_the_truth(three, MONDAY)
