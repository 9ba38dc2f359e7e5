"""Every route of a community's host, each with who may call it and one good call. A route without a row fails."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from hub.accounts.models import Membership
from hub.actor import ADMINISTRATOR, MEMBER, SECRETARY, STAFF
from hub.clock import TIME_ZONE, standing_at
from hub.identifiers import uuid7
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
from tenants.members.branches import create_branch
from tenants.members.register import edit_member
from tenants.members.stopping import stop_messages
from tenants.people.models import Consent
from tenants.people.words import add_word
from tenants.wishes import allocation
from tenants.wishes.holding import hold
from tenants.wishes.models import Wish
from tests.contract.stage import ANYBODY, STRANGER, Stage, workbook

S = Wish.State
OFFICE = frozenset({ADMINISTRATOR, STAFF})
ADMINISTRATORS = frozenset({ADMINISTRATOR})
CLAIMERS = frozenset({MEMBER, SECRETARY})
EVERYBODY_HERE = OFFICE | CLAIMERS
PUBLIC = EVERYBODY_HERE | {ANYBODY, STRANGER}

Call = tuple[dict[str, Any], Any]
"""What the path wants, and the body."""


@dataclass(frozen=True)
class Row:
    who: frozenset[str]
    status: int
    call: Callable[[Stage, str], Call]
    finds: bool = True
    """False where nothing is looked up by the path's identifier."""
    commits: bool = False
    """True where attempts are counted by transactions of their own: called in tests/hub/accounts, not here."""


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


PERSON = {"parameter": "person_id"}

ROWS: dict[str, Row] = {
    # Who and where am I.
    "GET site": Row(PUBLIC, 200, nothing),
    "POST session": Row(PUBLIC, 401, body(phone="13900000000", password="not the right one"), commits=True),
    "DELETE session": Row(PUBLIC, 204, nothing),
    "POST session/codes": Row(PUBLIC, 202, body(phone="13900000000"), commits=True),
    "PUT session/password": Row(EVERYBODY_HERE, 400, body(old_password="x", new_password="1"), commits=True),
    # Administrators
    "GET accounts": Row(ADMINISTRATORS, 200, nothing),
    "POST accounts": Row(ADMINISTRATORS, 201, body(phone="13900129999", name="新人", roles=["staff"])),
    "GET accounts/{id}": Row(ADMINISTRATORS, 200, account_of(STAFF)),
    "PATCH accounts/{id}": Row(ADMINISTRATORS, 200, account_of(STAFF, active=False)),
    "POST accounts/{id}/first-password": Row(ADMINISTRATORS, 200, account_of(STAFF)),
    "GET community/profile": Row(OFFICE, 200, nothing),
    "PATCH community/profile": Row(ADMINISTRATORS, 200, body(telephone="0972-8512345", address="川口镇和平路1号")),
    "GET category-words": Row(OFFICE, 200, nothing),
    "POST category-words": Row(ADMINISTRATORS, 201, body(word="重点关爱", category="low_income")),
    "PATCH category-words/{word_id}": Row(ADMINISTRATORS, 200, word_taught(category="senior")),
    "DELETE category-words/{word_id}": Row(ADMINISTRATORS, 204, word_taught()),
    "GET my/filters": Row(OFFICE, 200, nothing),
    "POST my/filters": Row(
        OFFICE, 201, body(list="/portal/wishes", name="本周要核查", query={"state": "collected", "ordering": "place"})
    ),
    "DELETE my/filters/{filter_id}": Row(OFFICE, 204, nothing, finds=False),
    "GET campaigns": Row(OFFICE, 200, nothing),
    "GET campaigns/code": Row(OFFICE, 200, nothing),
    "GET members/reach": Row(OFFICE, 200, nothing),
    "POST campaigns": Row(ADMINISTRATORS, 201, body(year=2028, like=2026)),
    "GET campaigns/{campaign_id}": Row(OFFICE, 200, lambda s, r: ({"campaign_id": s.world.campaign.pk}, None)),
    "PATCH campaigns/{campaign_id}": Row(
        ADMINISTRATORS, 200, lambda s, r: ({"campaign_id": s.world.campaign.pk}, {"branch_only_days": 5})
    ),
    "GET campaigns/{campaign_id}/closing": Row(OFFICE, 200, lambda s, r: ({"campaign_id": s.world.campaign.pk}, None)),
    "POST campaigns/{campaign_id}/closing": Row(
        ADMINISTRATORS, 200, lambda s, r: ({"campaign_id": s.world.campaign.pk}, None)
    ),
    "PUT campaigns/{campaign_id}/four-eyes-off": Row(ADMINISTRATORS, 200, alone(reason="只有一名工作人员")),
    "DELETE campaigns/{campaign_id}/four-eyes-off": Row(ADMINISTRATORS, 200, alone()),
    "POST campaigns/{campaign_id}/starting": Row(
        ADMINISTRATORS, 200, lambda s, r: ({"campaign_id": s.world.campaign.pk}, None)
    ),
    "POST campaigns/{campaign_id}/preparing": Row(ADMINISTRATORS, 200, never_opened),
    "POST campaigns/{campaign_id}/leftovers": Row(ADMINISTRATORS, 200, leftovers),
    "POST campaigns/{campaign_id}/reopening": Row(ADMINISTRATORS, 200, reopening),
    "GET campaigns/{campaign_id}/ladder": Row(OFFICE, 200, lambda s, r: ({"campaign_id": s.world.campaign.pk}, None)),
    "PUT campaigns/{campaign_id}/ladder": Row(
        ADMINISTRATORS, 200, lambda s, r: ({"campaign_id": s.world.campaign.pk}, {"recall_by_itself": False})
    ),
    "DELETE campaigns/{campaign_id}/ladder": Row(
        ADMINISTRATORS, 200, lambda s, r: ({"campaign_id": s.world.campaign.pk}, None)
    ),
    "GET decisions": Row(OFFICE, 200, wish_in(S.CLAIMED, parameter="-")),
    # Everybody
    "GET board": Row(PUBLIC, 200, wish_in(S.OPEN, parameter="-")),
    "GET board/{wish_id}": Row(PUBLIC, 200, wish_in(S.OPEN)),
    "GET board/{wish_id}/qr": Row(PUBLIC, 200, wish_in(S.OPEN), finds=False),
    "GET wall": Row(PUBLIC, 200, wish_in(S.OPEN, parameter="-")),
    # Members, and staff for them
    "POST wishes/{wish_id}/claim": Row(EVERYBODY_HERE, 201, claiming),
    "POST wishes/{wish_id}/claim/undoing": Row(EVERYBODY_HERE, 204, claimed_by_the_caller),
    "POST wishes/{wish_id}/undoing": Row(OFFICE, 200, confirmed_by_the_caller),
    "GET wishes/{wish_id}/similar": Row(CLAIMERS, 200, wish_in(S.OPEN)),
    "POST claims/{claim_id}/hand-back": Row(EVERYBODY_HERE, 200, claim_in(S.CLAIMED)),
    "POST claims/{claim_id}/delivery": Row(EVERYBODY_HERE, 201, delivering),
    "GET my/claims": Row(CLAIMERS, 200, lambda s, r: ({"-": claim_in(S.CLAIMED)(s, r)}, None)),
    "GET my/claims/{claim_id}": Row(CLAIMERS, 200, claim_in(S.CLAIMED)),
    "POST my/claims/{claim_id}/changes/seen": Row(CLAIMERS, 204, claim_in(S.CLAIMED)),
    "GET my/notices": Row(CLAIMERS, 200, lambda s, r: ({"-": noticed(s, r)}, None)),
    "POST my/notices/read": Row(CLAIMERS, 204, lambda s, r: ({}, {"ids": [noticed(s, r)]})),
    "POST my/claims/{claim_id}/extension": Row(CLAIMERS, 201, claim_in(S.CLAIMED, days=5, reason="货没到")),
    "DELETE my/claims/{claim_id}/extension": Row(CLAIMERS, 200, asked_by_the_caller),
    # What staff do with claims and deliveries.
    "GET wishes/{wish_id}/claims": Row(OFFICE, 200, wish_in(S.FULFILLED)),
    "POST wishes/{wish_id}/withdrawal": Row(OFFICE, 200, wish_in(S.CLAIMED, reason="deceased")),
    "POST wishes/{wish_id}/backstop": Row(OFFICE, 200, wish_in(S.OPEN, reason="无人认领")),
    "POST wishes/{wish_id}/backstop/end": Row(OFFICE, 200, wish_in(S.BACKSTOPPED, reason="有人想认领")),
    "POST wishes/{wish_id}/backstop/delivery": Row(OFFICE, 200, wish_in(S.BACKSTOPPED, evidence="witness")),
    "POST wishes/{wish_id}/confirmation": Row(OFFICE, 200, wish_in(S.DELIVERED)),
    "POST wishes/{wish_id}/rejection": Row(OFFICE, 200, wish_in(S.DELIVERED, reason="没收到")),
    "POST wishes/{wish_id}/follow-up": Row(OFFICE, 201, wish_in(S.FULFILLED, outcome="satisfied")),
    "GET claims": Row(OFFICE | {SECRETARY}, 200, wish_in(S.CLAIMED, parameter="-")),
    "GET claims/counts": Row(OFFICE, 200, wish_in(S.CLAIMED, parameter="-")),
    "GET claims/{claim_id}": Row(OFFICE, 200, claim_in(S.DELIVERED)),
    "POST claims/{claim_id}/recall": Row(OFFICE, 200, claim_in(S.CLAIMED, reason="联系不上")),
    "POST claims/{claim_id}/extension": Row(OFFICE, 201, claim_in(S.CLAIMED, days=5, reason="在外地")),
    "POST extensions/{extension_id}/decision": Row(OFFICE, 200, asked_extension),
    "GET deliveries/{delivery_id}/picture": Row(EVERYBODY_HERE, 200, photographed()),
    "POST deliveries/{delivery_id}/picture/erasure": Row(OFFICE, 204, photographed(confirmed=True, reason="有人脸")),
    "GET deliveries": Row(OFFICE, 200, wish_in(S.DELIVERED, parameter="-")),
    "GET today": Row(OFFICE, 200, lambda s, r: ({"-": [s.world.wish(state) for state in S.values]}, None)),
    # What staff do with wishes and people.
    "GET wishes": Row(OFFICE, 200, lambda s, r: ({"-": [s.world.wish(state) for state in S.values]}, None)),
    "POST wishes": Row(OFFICE, 201, entry),
    "GET wishes/{wish_id}": Row(OFFICE, 200, wish_in(S.FULFILLED)),
    "PATCH wishes/{wish_id}": Row(OFFICE, 200, wish_in(S.OPEN, wish={"item": "电磁炉"}, person={"age": 83})),
    "POST wishes/{wish_id}/unmasking": Row(OFFICE, 200, wish_in(S.OPEN, reason="电话核实")),
    "POST wishes/unmasking": Row(OFFICE, 200, unmasking_of_many),
    "POST wishes/{wish_id}/verification": Row(OFFICE, 200, wish_in(S.COLLECTED, manner="visit")),
    "DELETE wishes/{wish_id}/verification": Row(
        OFFICE, 200, decided_by_the_caller(S.VERIFIED, S.COLLECTED, "verification")
    ),
    "POST wishes/{wish_id}/assessment": Row(OFFICE, 200, wish_in(S.VERIFIED, outcome="decline", opinion="太贵")),
    "DELETE wishes/{wish_id}/assessment": Row(OFFICE, 200, decided_by_the_caller(S.ADMITTED, S.VERIFIED, "assessment")),
    "POST wishes/{wish_id}/opening": Row(OFFICE, 200, wish_in(S.ADMITTED)),
    "DELETE wishes/{wish_id}/opening": Row(OFFICE, 200, undoing("opening", S.ADMITTED)),
    "POST wishes/{wish_id}/withdrawal/undoing": Row(OFFICE, 200, undoing("withdrawal", S.ADMITTED, reason="own_wish")),
    "POST wishes/{wish_id}/consents": Row(OFFICE, 200, wish_in(S.OPEN, purposes=["photo"], manner="oral")),
    "POST people/{person_id}/consents": Row(
        OFFICE, 200, lambda s, r: ({"person_id": s.world.elder.pk}, {"purposes": ["photo"], "manner": "oral"})
    ),
    "POST consents": Row(OFFICE, 200, consents_of_many),
    "POST consents/undoing": Row(OFFICE, 204, lambda s, r: ({}, {"consents": [str(consent(s, r)[0]["consent_id"])]})),
    "DELETE consents/{consent_id}": Row(OFFICE, 204, consent),
    "POST openings": Row(OFFICE, 200, lambda s, r: ({"-": s.world.wish(S.ADMITTED)}, {})),
    "POST openings/undoing": Row(OFFICE, 200, lambda s, r: ({}, {"wishes": [str(s.world.wish(S.OPEN).pk)]})),
    "GET balancings": Row(OFFICE, 200, lambda s, r: ({"-": balancing()(s, r)}, None)),
    "POST balancings": Row(OFFICE, 201, wish_in(S.ADMITTED, parameter="-")),
    "GET balancings/{balancing_id}": Row(OFFICE, 200, balancing()),
    "DELETE balancings/{balancing_id}": Row(OFFICE, 204, balancing()),
    "POST balancings/{balancing_id}/reinstatement": Row(OFFICE, 200, thrown_away),
    "POST balancings/{balancing_id}/moves": Row(OFFICE, 200, balancing(reason="同住一楼")),
    "DELETE balancings/{balancing_id}/moves/{wish_id}": Row(OFFICE, 200, moved_by_hand),
    "PUT wishes/{wish_id}/hold": Row(OFFICE, 200, held(reason="同住一楼")),
    "DELETE wishes/{wish_id}/hold": Row(OFFICE, 200, held()),
    "POST balancings/{balancing_id}/confirmation": Row(OFFICE, 200, balancing()),
    "DELETE balancings/{balancing_id}/confirmation": Row(OFFICE, 200, balancing("confirmed")),
    "GET people": Row(OFFICE, 200, nothing),
    "GET people/{person_id}": Row(OFFICE, 200, lambda s, r: ({"person_id": s.world.child.pk}, None)),
    "PATCH people/{person_id}": Row(OFFICE, 200, lambda s, r: ({"person_id": s.world.child.pk}, {"age": 10})),
    "POST people/{person_id}/unmasking": Row(
        OFFICE, 200, lambda s, r: ({"person_id": s.world.child.pk}, {"reason": "上门"})
    ),
    # What staff do with members.
    "GET branches": Row(OFFICE, 200, nothing),
    "POST branches": Row(OFFICE, 201, body(name="税务局支部")),
    "PATCH branches/{branch_id}": Row(
        OFFICE, 200, lambda s, r: ({"branch_id": create_branch("旧名").pk}, {"name": "新名", "kind": "organisation"})
    ),
    "POST branches/{branch_id}/secretary": Row(
        ADMINISTRATORS, 200, lambda s, r: ({"branch_id": s.world.school.pk}, {"member": str(s.world.qi.pk)})
    ),
    "DELETE branches/{branch_id}/secretary": Row(
        ADMINISTRATORS, 200, lambda s, r: ({"branch_id": s.world.office.pk}, None)
    ),
    "GET members": Row(OFFICE, 200, nothing),
    "POST members": Row(OFFICE, 201, body(name="新党员", phone="13900128888", work_unit="县医院")),
    "GET members/{member_id}": Row(OFFICE, 200, lambda s, r: ({"member_id": s.world.qi.pk}, None)),
    "PATCH members/{member_id}": Row(OFFICE, 200, lambda s, r: ({"member_id": s.world.qi.pk}, {"skills": "理发"})),
    "GET members/{member_id}/leaving": Row(OFFICE, 200, lambda s, r: ({"member_id": s.world.qi.pk}, None)),
    "POST members/{member_id}/leaving": Row(
        OFFICE, 200, lambda s, r: ({"member_id": s.world.qi.pk}, {"reason": "调走"})
    ),
    "DELETE members/{member_id}/leaving": Row(OFFICE, 200, returning),
    "POST members/{member_id}/first-code": Row(OFFICE, 201, lambda s, r: ({"member_id": s.world.qi.pk}, None)),
    "POST members/{member_id}/unmasking": Row(
        OFFICE | {SECRETARY},
        200,
        lambda s, r: ({"member_id": (s.world.zhang if r == SECRETARY else s.world.qi).pk}, {"reason": "通知"}),
    ),
    # What was said to whom, and who has to be told in person.
    "GET messages": Row(OFFICE, 200, lambda s, r: ({"-": silent(s)}, None)),
    "GET wishes/{wish_id}/messages": Row(OFFICE, 200, lambda s, r: ({"wish_id": silent(s).wish_id}, None)),
    "GET members/{member_id}/messages": Row(OFFICE, 200, lambda s, r: ({"member_id": silent(s).member_id}, None)),
    "GET visits": Row(OFFICE, 200, lambda s, r: ({"-": silent(s)}, None)),
    "POST visits": Row(OFFICE, 201, lambda s, r: ({}, {"member": silent(s).member_id, "note": "周五送到"})),
    "DELETE visits/{visit_id}": Row(OFFICE, 204, visit_made),
    "GET stops": Row(OFFICE, 200, lambda s, r: ({"-": stopped(s)}, None)),
    "POST members/{member_id}/stop": Row(
        OFFICE, 201, lambda s, r: ({"member_id": s.world.stranger.pk}, {"reason": "本人说不要短信"})
    ),
    "DELETE members/{member_id}/stop": Row(OFFICE, 204, lambda s, r: ({"member_id": stopped(s)}, None)),
    # What staff import and print.
    "GET imports": Row(OFFICE, 200, nothing),
    "POST imports": Row(OFFICE, 201, upload),
    "GET imports/templates/{kind}": Row(OFFICE, 200, lambda s, r: ({"kind": "wishes"}, None), finds=False),
    "GET imports/{import_id}": Row(OFFICE, 200, batch()),
    "PATCH imports/{import_id}": Row(OFFICE, 200, batch(collector="马秀兰")),
    "DELETE imports/{import_id}": Row(OFFICE, 204, batch()),
    "PATCH imports/{import_id}/rows/{serial}": Row(OFFICE, 200, batch(rows=1, phone="13900127002")),
    "POST imports/{import_id}/confirmation": Row(OFFICE, 200, batch()),
    "DELETE imports/{import_id}/confirmation": Row(OFFICE, 200, confirmed_batch),
    "POST imports/{import_id}/reinstatement": Row(OFFICE, 200, discarded_batch),
    "GET imports/{import_id}/care": Row(OFFICE, 200, batch()),
    "GET campaigns/{campaign_id}/statistics-form": Row(
        OFFICE, 200, lambda s, r: ({"campaign_id": s.world.wish(S.FULFILLED).campaign_id}, None)
    ),
    "POST campaigns/{campaign_id}/statistics-form": Row(
        OFFICE, 200, lambda s, r: ({"campaign_id": s.world.wish(S.FULFILLED).campaign_id}, {"reason": "上报街道"})
    ),
    "GET campaigns/{campaign_id}/sheet": Row(
        OFFICE, 200, lambda s, r: ({"campaign_id": s.world.wish(S.FULFILLED).campaign_id}, None)
    ),
    "GET campaigns/{campaign_id}/sheet/wishes": Row(
        OFFICE, 200, lambda s, r: ({"campaign_id": s.world.wish(S.FULFILLED).campaign_id}, None)
    ),
    "GET years/{year}/statistics-form": Row(OFFICE, 200, of_the_year, finds=False),
    "POST years/{year}/statistics-form": Row(OFFICE, 200, of_the_year, finds=False),
    "GET years/{year}/sheet": Row(OFFICE, 200, of_the_year, finds=False),
    "GET years/{year}/sheet/wishes": Row(OFFICE, 200, of_the_year, finds=False),
    "GET cards/wishes": Row(OFFICE, 200, wish_in(S.OPEN, parameter="-")),
    "GET cards/households": Row(OFFICE, 200, wish_in(S.OPEN, parameter="-")),
    "POST cards/wishes": Row(OFFICE, 200, chosen_cards, finds=False),
    "POST cards/wishes/printed": Row(OFFICE, 204, chosen_cards, finds=False),
    "POST cards/households": Row(OFFICE, 200, chosen_households, finds=False),
}


def routes() -> set[str]:
    """Every method and path below /api/ of a community's host that a REST view answers."""
    return set(_walk(get_resolver("config.urls_community"), ""))


def filled(path: str, values: dict[str, Any]) -> str:
    """The address of a row's path with these values; a missing identifier is a random one."""
    for name in parameters(path):
        any_one = {"kind": "wishes", "serial": 1, "year": 2026}.get(name, uuid7())
        path = path.replace(f"{{{name}}}", str(values.get(name, any_one)))
    return f"/api/{path}"


def parameters(path: str) -> list[str]:
    """The names of a path's parameters."""
    return [part[1:-1] for part in path.split("/") if part.startswith("{")]


def _walk(resolver: URLResolver, prefix: str) -> list[str]:
    found: list[str] = []
    for pattern in resolver.url_patterns:
        place = prefix + _template(pattern)
        if isinstance(pattern, URLResolver):
            found += _walk(pattern, place)
        elif (view := getattr(pattern.callback, "cls", None)) is not None and not place.startswith("api/schema"):
            path = place.removeprefix("api/")
            found += [f"{m.upper()} {path}" for m in ("get", "post", "put", "patch", "delete") if hasattr(view, m)]
    return [route for route in found if not route.endswith("docs/")]


def _template(pattern: URLPattern | URLResolver) -> str:
    import re

    text = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"{\1}", str(pattern.pattern)).replace("^", "").replace("$", "")
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", text)
