"""One good call of each route of a community's host: what stands in its path and its body, made ready on the stage."""

import datetime
from collections.abc import Callable
from typing import Any

from hub.accounts.models import Membership
from hub.actor import ADMINISTRATOR, MEMBER, STAFF
from hub.clock import TIME_ZONE, standing_at
from tenants.campaigns.four_eyes import switch_off
from tenants.campaigns.making import make_campaign
from tenants.campaigns.working_days import add_working_days
from tenants.claims import extending
from tenants.claims.delivering import confirm
from tenants.claims.giving_up import recall
from tenants.claims.models import Claim, ClaimNotice
from tenants.claims.pictures.reading import Picture
from tenants.closing.leaving import leave_member
from tenants.closing.years import close_campaign
from tenants.escalation.taking import take_due_steps
from tenants.escalation.visiting import mark_visited
from tenants.members.register import edit_member
from tenants.members.stopping import stop_messages
from tenants.people.models import Consent
from tenants.people.words import add_word
from tenants.wishes import allocation
from tenants.wishes.holding import hold
from tenants.wishes.models import Wish
from tests.contract.stage import EVERYBODY_HERE, OFFICE, Stage, workbook

S = Wish.State

Call = tuple[dict[str, Any], Any]
"""What the path wants, and the body."""


def nothing(stage: Stage, role: str) -> Call:
    return {}, None


def body(**values: Any) -> Callable[[Stage, str], Call]:
    return lambda stage, role: ({}, values)


def wish_in(state: str, *, parameter: str = "wish_id", **values: Any) -> Callable[[Stage, str], Call]:
    return lambda stage, role: ({parameter: stage.world.wish(state).pk}, values or None)


def chosen_cards(stage: Stage, role: str) -> Call:
    return {}, {"ids": [str(stage.world.wish(S.OPEN).pk)]}


def chosen_households(stage: Stage, role: str) -> Call:
    return {}, {"ids": [str(stage.world.wish(S.OPEN).beneficiary.household_id)]}


def decided_by_the_caller(state: str, before: str, verb: str) -> Callable[[Stage, str], Call]:
    def call(stage: Stage, role: str) -> Call:
        wish = stage.world.wish(before)
        path = f"/api/wishes/{wish.pk}/{verb}"
        given: dict[str, Any] = {"manner": "visit"} if verb == "verification" else {"outcome": "admit"}
        decider = role if role in OFFICE else STAFF
        assert stage.ask(decider, "POST", path, given).status_code == 200
        return {"wish_id": wish.pk}, None

    return call


def word_taught(**values: Any) -> Callable[[Stage, str], Call]:
    def call(stage: Stage, role: str) -> Call:
        word = add_word("重点帮扶", "low_income", by=stage.world.administrator)
        return {"word_id": word.pk}, values or None

    return call


def claim_in(state: str, **values: Any) -> Callable[[Stage, str], Call]:
    """A claim of the caller's own where the caller is a member, else 张建国's."""

    def call(stage: Stage, role: str) -> Call:
        wish = stage.world.wish(state, member=stage.members.get(role, stage.world.zhang))
        return {"claim_id": wish.claims.get().pk}, values or None

    return call


def claiming(stage: Stage, role: str) -> Call:
    given = {"member": stage.world.qi.pk, "channel": "paper"} if role in OFFICE else {}
    return {"wish_id": stage.world.wish(S.OPEN).pk}, given


def claimed_by_the_caller(stage: Stage, role: str) -> Call:
    params, given = claiming(stage, role)
    claimer = role if role in EVERYBODY_HERE else MEMBER
    given = given if role in EVERYBODY_HERE else {}
    assert stage.ask(claimer, "POST", f"/api/wishes/{params['wish_id']}/claim", given).status_code == 201
    return params, None


def confirmed_by_the_caller(stage: Stage, role: str) -> Call:
    wish = stage.world.wish(S.DELIVERED)
    confirmer = role if role in OFFICE else STAFF
    assert stage.ask(confirmer, "POST", f"/api/wishes/{wish.pk}/confirmation").status_code == 200
    return {"wish_id": wish.pk}, {"act": "confirmed"}


def delivering(stage: Stage, role: str) -> Call:
    wish = stage.world.wish(S.CLAIMED, member=stage.members.get(role, stage.world.zhang))
    return {"claim_id": wish.claims.get().pk}, {"evidence": "code", "code": wish.beneficiary.household.code}


def photographed(*, confirmed: bool = False, **values: Any) -> Callable[[Stage, str], Call]:
    """A delivery with a photo, by the caller where the caller is a member, else by 张建国."""

    def call(stage: Stage, role: str) -> Call:
        wish = stage.world.wish(S.CLAIMED, member=stage.members.get(role, stage.world.zhang))
        taken = Picture("photo", b"a photo", 40, 30)
        made = stage.world.deliver(stage.world.claim_of(wish), evidence="photo", picture=taken, no_face=True)
        if confirmed:
            confirm(wish, by=stage.world.assessor)
        return {"delivery_id": made.pk}, values or None

    return call


def asked_extension(stage: Stage, role: str) -> Call:
    claim = stage.world.claim_of(stage.world.wish(S.CLAIMED))
    asked = extending.ask_for_extension(claim, days=3, reason="货没到", by=stage.world.as_member(claim.member))
    return {"extension_id": asked.pk}, {"granted": True}


def asked_by_the_caller(stage: Stage, role: str) -> Call:
    claim = stage.world.claim_of(stage.world.wish(S.CLAIMED, member=stage.members.get(role, stage.world.zhang)))
    extending.ask_for_extension(claim, days=3, reason="货没到", by=stage.world.as_member(claim.member))
    return {"claim_id": claim.pk}, None


def noticed(stage: Stage, role: str) -> str:
    """A notice of the caller's own: the office has recalled a claim."""
    wish = stage.world.wish(S.CLAIMED, member=stage.members.get(role, stage.world.zhang))
    recall(stage.world.claim_of(wish), reason="联系不上", by=stage.world.assessor)
    return str(ClaimNotice.objects.get(claim__wish=wish).pk)


def account_of(role: str, **values: Any) -> Callable[[Stage, str], Call]:
    return lambda stage, _: ({"id": stage.accounts[role].pk}, values or None)


def entry(stage: Stage, role: str) -> Call:
    return {}, {
        "person": {
            "name": "马玉梅",
            "phone": "139 0012 7777",
            "age": 79,
            "categories": ["senior"],
            "address": "东村1号",
        },
        "wish": {"item": "电暖器", "budget_yuan": 200, "collected_on": "2026-03-02", "story": "屋里冷"},
        "consents": {"purposes": ["show", "disclose"], "manner": "oral"},
    }


def reopening(stage: Stage, role: str) -> Call:
    close_campaign(stage.world.campaign, by=stage.world.administrator)
    return {"campaign_id": stage.world.campaign.pk}, {"reason": "点错了"}


def never_opened(stage: Stage, role: str) -> Call:
    made = make_campaign(2029, by=stage.world.administrator)
    return {"campaign_id": made.pk}, None


def of_the_year(stage: Stage, role: str) -> Call:
    return {"year": stage.world.wish(S.FULFILLED).campaign.year}, {"reason": "上报街道"}


def leftovers(stage: Stage, role: str) -> Call:
    into = make_campaign(2027, by=stage.world.administrator)
    close_campaign(stage.world.campaign, wait=True, by=stage.world.administrator)
    return {"campaign_id": stage.world.campaign.pk}, {"into": str(into.pk)}


def returning(stage: Stage, role: str) -> Call:
    leave_member(stage.world.qi, by=stage.world.administrator)
    return {"member_id": stage.world.qi.pk}, None


def balancing(state: str = "proposed", **values: Any) -> Callable[[Stage, str], Call]:
    def call(stage: Stage, role: str) -> Call:
        world = stage.world
        wish = world.wish(S.ADMITTED)
        made = allocation.propose(world.campaign, by=world.assessor)
        if state == "confirmed":
            allocation.confirm(made, by=world.assessor)
        given = {"wish": wish.pk, "branch": world.school.pk, **values} if values else None
        return {"balancing_id": made.pk}, given

    return call


def alone(**values: Any) -> Callable[[Stage, str], Call]:
    """An office of one person: whoever else is of it is shut out; the rule is off already where nothing is given."""

    def call(stage: Stage, role: str) -> Call:
        mine = stage.accounts[role if role in OFFICE else ADMINISTRATOR]
        office = stage.accounts[ADMINISTRATOR], stage.accounts[STAFF]
        Membership.objects.filter(account__in=office).exclude(account=mine).update(active=False)
        if not values:
            switch_off(stage.world.campaign, reason="只有一名工作人员", by=stage.world.administrator)
        return {"campaign_id": stage.world.campaign.pk}, values or None

    return call


def moved_by_hand(stage: Stage, role: str) -> Call:
    world = stage.world
    wish = world.wish(S.ADMITTED)
    made = allocation.propose(world.campaign, by=world.assessor)
    allocation.place_by_hand(made, wish, world.organisation, reason="供销社自愿", by=world.assessor)
    return {"balancing_id": made.pk, "wish_id": wish.pk}, None


def held(**values: Any) -> Callable[[Stage, str], Call]:
    def call(stage: Stage, role: str) -> Call:
        wish = stage.world.wish(S.OPEN, branch=stage.world.school)
        if not values:
            hold(wish, reason="同住一楼", by=stage.world.assessor)
        return {"wish_id": wish.pk}, values or None

    return call


def consent(stage: Stage, role: str) -> Call:
    return {"consent_id": Consent.objects.filter(beneficiary=stage.world.child).first().pk}, None  # type: ignore[union-attr]


def batch(**values: Any) -> Callable[[Stage, str], Call]:
    def call(stage: Stage, role: str) -> Call:
        made = stage.ask(STAFF, "POST", "/api/imports", {"file": workbook(), "kind": "wishes"}).json()
        serial = {"serial": made["rows"][0]["serial"]} if "rows" in values else {}
        rest = {name: value for name, value in values.items() if name != "rows"}
        return {"import_id": made["id"], **serial}, rest or None

    return call


def confirmed_batch(stage: Stage, role: str) -> Call:
    values, _ = batch()(stage, role)
    assert stage.ask(STAFF, "POST", f"/api/imports/{values['import_id']}/confirmation", {}).status_code == 200
    return values, None


def discarded_batch(stage: Stage, role: str) -> Call:
    values, _ = batch()(stage, role)
    assert stage.ask(STAFF, "DELETE", f"/api/imports/{values['import_id']}", None).status_code == 204
    return values, None


def thrown_away(stage: Stage, role: str) -> Call:
    values, _ = balancing()(stage, role)
    assert stage.ask(STAFF, "DELETE", f"/api/balancings/{values['balancing_id']}", None).status_code == 204
    return values, None


def undoing(step: str, state: str, **given: Any) -> Callable[[Stage, str], Call]:
    """A step that the caller took a moment ago (a colleague, where the caller may take none)."""

    def call(stage: Stage, role: str) -> Call:
        wish = stage.world.wish(state)
        decider = role if role in OFFICE else STAFF
        assert stage.ask(decider, "POST", f"/api/wishes/{wish.pk}/{step}", given).status_code == 200
        return {"wish_id": wish.pk}, None

    return call


def silent(stage: Stage) -> Claim:
    """A claim of a member with a landline, for whom a reminder was written that nobody can send."""
    world = stage.world
    edit_member(world.qi, {"phone": "0972-8512345"}, by=world.administrator)
    wish = world.wish(S.CLAIMED, member=world.qi)
    claim = world.claim_of(wish)
    day = datetime.datetime.combine(add_working_days(claim.deadline, -5), datetime.time(10), TIME_ZONE)
    with standing_at(day):
        take_due_steps(day)
    return claim


def visit_made(stage: Stage, role: str) -> Call:
    silent(stage)
    return {"visit_id": mark_visited(stage.world.qi, note="周五送到", by=stage.world.collector)}, None


def stopped(stage: Stage) -> Any:
    member = stage.world.stranger
    stop_messages(member, reason="本人说不要短信", by=stage.world.collector)
    return member.pk


def upload(stage: Stage, role: str) -> Call:
    return {}, {"file": workbook(), "kind": "wishes"}


def consents_of_many(stage: Stage, role: str) -> Call:
    return {}, {"wishes": [str(stage.world.wish(S.ADMITTED).pk)], "purposes": ["photo"], "manner": "written"}


def unmasking_of_many(stage: Stage, role: str) -> Call:
    world = stage.world
    queue = [world.wish(S.COLLECTED), world.wish(S.COLLECTED, person=world.neighbour)]
    return {}, {"wishes": [str(wish.pk) for wish in queue], "reason": "核查"}


def signed_out(stage: Stage, role: str) -> Call:
    return {}, None
