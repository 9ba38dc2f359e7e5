"""Members log in because they stand in the register of members (tenants.members), and only as long as they do."""

import pytest
from django_tenants.utils import tenant_context

from hub.accounts.models import Account, Membership, Tally
from hub.accounts.roles import appoint_secretary, disable
from hub.accounts.seats import Standing
from hub.actor import MEMBER, STAFF
from hub.communities.models import Community
from hub.sms.models import Message
from tenants.members.branches import create_branch
from tenants.members.models import Member
from tenants.members.register import NewMember, edit_member, let_member_leave, register_member
from tests.hub.accounts.office import MA, STRANGER, WANG, Browser
from tests.hub.accounts.test_codes import by_code, code_sent_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(haihong: Community, li: Standing) -> Member:
    with tenant_context(haihong):
        branch = create_branch("第一党支部")
        return register_member(NewMember(name="马秀兰", phone=MA, branch=branch), by=li.actor)


def asks(phone: str) -> int:
    """How many messages a request for a code leads to, a minute after the last one."""
    Tally.objects.all().delete()
    before = Message.objects.count()
    assert Browser().post("/api/session/codes", {"phone": phone}).status_code == 202
    return Message.objects.count() - before


def test_a_member_of_the_register_logs_in_by_sms_without_anybody_making_an_account(member: Member) -> None:
    assert not Membership.objects.filter(role=MEMBER).exists()
    browser = Browser()
    assert by_code(browser, MA, code_sent_to(browser, MA)) == 200

    who = browser.who()
    assert (who["name"], who["roles"]) == ("马秀兰", [MEMBER])
    assert (who["member_id"], who["branch_id"]) == (str(member.pk), str(member.branch_id))


def test_the_register_of_one_community_opens_no_other(member: Member, binhe: Community) -> None:
    assert Browser("binhe.localhost").post("/api/session/codes", {"phone": MA}).status_code == 202
    assert not Message.objects.exists()
    assert not Account.objects.filter(memberships__role=MEMBER).exists()


def test_a_new_number_in_the_register_shuts_the_old_one_out(haihong: Community, li: Standing, member: Member) -> None:
    browser = Browser()
    by_code(browser, MA, code_sent_to(browser, MA))
    with tenant_context(haihong):
        edit_member(member, {"phone": STRANGER}, by=li.actor)

    assert browser.who() is None
    assert (asks(MA), asks(STRANGER)) == (0, 1)


def test_a_member_whose_number_was_taken_off_the_register_is_out(
    haihong: Community, li: Standing, member: Member
) -> None:
    browser = Browser()
    by_code(browser, MA, code_sent_to(browser, MA))
    with tenant_context(haihong):
        edit_member(member, {"phone": ""}, by=li.actor)

    assert browser.who() is None


def test_whoever_left_is_out_and_gets_no_code(haihong: Community, li: Standing, member: Member) -> None:
    browser = Browser()
    by_code(browser, MA, code_sent_to(browser, MA))
    with tenant_context(haihong):
        let_member_leave(member, by=li.actor)

    assert browser.who() is None
    Message.objects.all().delete()
    assert not Membership.objects.filter(role=MEMBER).exists()


def test_a_disabled_member_is_not_let_in_again_by_the_register(
    haihong: Community, li: Standing, member: Member
) -> None:
    browser = Browser()
    by_code(browser, MA, code_sent_to(browser, MA))
    disable(Account.objects.get(memberships__role=MEMBER).pk, community=haihong, by=li.actor)

    assert asks(MA) == 0


def test_somebody_of_the_office_who_is_in_the_register_is_a_member_too(
    haihong: Community, li: Standing, wang: Standing
) -> None:
    with tenant_context(haihong):
        register_member(NewMember(name="王晓", phone=WANG), by=li.actor)
    browser = Browser()
    by_code(browser, WANG, code_sent_to(browser, WANG))

    assert browser.who()["roles"] == [MEMBER, STAFF]


def test_a_secretary_who_leaves_is_secretary_no_more(haihong: Community, li: Standing, member: Member) -> None:
    browser = Browser()
    by_code(browser, MA, code_sent_to(browser, MA))
    assert member.branch_id
    appoint_secretary(member.pk, member.branch_id, community=haihong, by=li.actor)
    with tenant_context(haihong):
        let_member_leave(member, by=li.actor)

    assert not Membership.objects.filter(member_id=member.pk).exists()
