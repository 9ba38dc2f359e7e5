"""One community of the county, from its provisioning to where its campaign stands today."""

from collections.abc import Mapping
from random import Random
from typing import Any

from django.db import transaction
from django_tenants.utils import tenant_context

from config.demo import people
from config.demo.campaigning import Campaigning, Case
from config.demo.county import YEAR, Place
from config.demo.courses import STAGES, Stage, course, shared_out
from config.demo.days import Days
from config.demo.offices import Claimers, Office, open_office
from config.demo.wants import some_want
from hub.actor import SYSTEM
from hub.clock import standing_at
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.members.branches import create_branch
from tenants.members.models import Branch, Member
from tenants.members.register import NewMember, register_member

SINCE = 150
"""Working days for which the communities have had WishBridge."""
MEMBERS_A_WISH = 7
FEWEST, MOST = 6, 14
"""Real communities have 50 to 300 wishes. These have less, so that 40 of them are there within half a minute."""


def provisioned(place: Place) -> Community:
    """The community, made when it is not there yet. Committed at once: others wait for what this locks."""
    known = Community.objects.filter(slug=place.slug).first()
    return known or create_community(
        slug=place.slug, name=place.name, region_code=place.region_code, region_names=place.regions, by=SYSTEM
    )


def settle(place: Place, community: Community, passwords: Mapping[str, str]) -> int:
    """Everything a community of this stage holds, in one transaction. Returns the number of its wishes."""
    random = Random(f"wishbridge {place.slug}")
    days = Days(random)
    with transaction.atomic():
        with standing_at(days.moment(SINCE)):
            office = open_office(place, community, random, passwords)
        with tenant_context(community):
            return _live(place, community, office, days, random)


def is_settled(community: Community) -> bool:
    """Whether `settle` came to its end here: it writes everything or nothing."""
    with tenant_context(community):
        return Campaign.objects.exists()


def _live(place: Place, community: Community, office: Office, days: Days, random: Random) -> int:
    stage = STAGES.get(place.stage)
    begins = stage.collected[0] + 5 if stage else 8
    with standing_at(days.moment(begins + 10)):
        members = register(place, office, random)
    with standing_at(days.moment(begins)):
        campaign = make_campaign(YEAR, by=office.administrator, policy=_policy(place))
    if stage is None:
        return 0
    claimers = Claimers(community, members, campaign.live_claims_per_member, random, office.administrator)
    cases = _cases(place, stage, random)
    balanced = stage.balanced if stage.opened is None else stage.opened + 1
    Campaigning(campaign, office, claimers, days, random).play(cases, balanced=balanced)
    return len(cases)


def _policy(place: Place) -> dict[str, Any]:
    # Where nothing is recalled by itself, things can be stuck for weeks.
    return {"ladder": {"recall_by_itself": False}} if place.stage == "stuck" else {}


def register(place: Place, office: Office, random: Random) -> list[Member]:
    """The community's branches and members."""
    branches = [
        create_branch(name, kind=Branch.Kind.ORGANISATION if partner else Branch.Kind.BRANCH)
        for name, partner in people.branch_names(place)
    ]
    return [
        register_member(
            NewMember(
                name=comrade.name,
                phone=comrade.phone,
                branch=branches[comrade.branch],
                sex=comrade.sex,
                birth_month=comrade.birth_month,
                work_unit=comrade.work_unit,
                skills=comrade.skills,
            ),
            by=office.administrator,
        )
        for comrade in people.comrades(random, place)
    ]


def _cases(place: Place, stage: Stage, random: Random) -> list[Case]:
    count = 4 if place.stage == "quiet" else min(MOST, max(FEWEST, place.members // MEMBERS_A_WISH))
    cases = []
    for order, fate in enumerate(shared_out(stage.fates, count)):
        want = some_want(random)
        resident = people.resident(random, place, order, want)
        cases.append(Case(course(fate, stage, random), want=want, resident=resident))
    return cases
