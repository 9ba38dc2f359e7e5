"""What an administrator does with accounts, over HTTP."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection
from django_tenants.utils import tenant_context

from hub.accounts.inviting import create_first_administrator, invite
from hub.accounts.members import ensure_member_account
from hub.accounts.models import Account, Membership, Seat
from hub.accounts.roles import appoint_secretary, change_roles, disable, dismiss_secretary
from hub.accounts.seats import Standing
from hub.actor import ADMINISTRATOR, MEMBER, SECRETARY, STAFF
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.refusal import Refusal
from tenants.members.branches import create_branch
from tests.hub.accounts.office import LI, MA, PASSWORD, STRANGER, WANG, Browser

SignIn = Callable[..., Browser]
pytestmark = pytest.mark.django_db


def branch_of(community: Community) -> UUID:
    with tenant_context(community):
        return create_branch("第一党支部").pk


def of(standing: Standing) -> str:
    return f"/api/accounts/{standing.seat.account_id}"


def test_an_administrator_invites_and_the_first_password_is_shown_once(signed_in: SignIn, li: Standing) -> None:
    browser = signed_in(LI)
    made = browser.post("/api/accounts", {"phone": "139 0012 0402", "name": "王晓", "roles": ["staff"]})
    assert made.status_code == 201
    account = made.json()
    assert (account["name"], account["phone"], account["roles"]) == ("王晓", "139****0402", ["staff"])
    assert account["must_change_password"]
    assert account["active"]

    again = browser.get(f"/api/accounts/{account['id']}").json()
    assert again == {key: value for key, value in account.items() if key != "first_password"}
    assert Browser().login(WANG, account["first_password"]).status_code == 200


def test_the_list_shows_the_office_and_leaves_members_out(
    signed_in: SignIn, li: Standing, wang: Standing, ma: Account
) -> None:
    browser = signed_in(LI)

    assert {row["name"] for row in browser.get("/api/accounts").json()} == {"李主任", "王晓"}
    assert [row["name"] for row in browser.get("/api/accounts?role=member").json()] == ["马秀兰"]
    assert [row["name"] for row in browser.get("/api/accounts?q=王").json()] == ["王晓"]


def test_the_list_shows_nobody_of_another_community(
    signed_in: SignIn, li: Standing, binhe: Community, wang: Standing
) -> None:
    there = create_first_administrator(STRANGER, "滨河主任", community=binhe)
    invite(WANG, "王小晓", {STAFF}, community=binhe, by=li.actor)
    browser = signed_in(LI)

    rows = browser.get("/api/accounts").json()
    assert {row["name"] for row in rows} == {"李主任", "王晓"}, (
        "also the name that the other community wrote stays there"
    )
    for method, path in [("GET", ""), ("PATCH", ""), ("POST", "/first-password")]:
        assert browser.send(method, f"/api/accounts/{there.account.pk}{path}", {}).status_code == 404


@pytest.mark.parametrize("who", ["staff", "member", "nobody"])
def test_only_administrators_reach_accounts(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing, ma: Account, who: str
) -> None:
    browser = Browser()
    if who == "staff":
        browser = signed_in(WANG)
    if who == "member":
        from hub.accounts.codes import issue_first_code

        code = issue_first_code(ma.pk, community=haihong, by=li.actor)
        assert browser.post("/api/session", {"phone": MA, "code": code}).status_code == 200
    status = 401 if who == "nobody" else 403
    for method, path in [
        ("GET", "/api/accounts"),
        ("POST", "/api/accounts"),
        ("GET", of(li)),
        ("PATCH", of(li)),
        ("POST", f"{of(li)}/first-password"),
    ]:
        assert browser.send(method, path, {}).status_code == status, (method, path)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"phone": "12", "name": "王晓", "roles": ["staff"]}, "phone"),
        ({"phone": WANG, "name": " ", "roles": ["staff"]}, "name"),
        ({"phone": WANG, "name": "王晓", "roles": []}, "roles"),
        ({"phone": WANG, "name": "王晓", "roles": ["operator"]}, "roles.0"),
        ({"phone": WANG, "name": "王晓", "roles": ["member"]}, "roles.0"),
        ({"phone": WANG, "name": "王晓", "roles": ["staff"], "is_operator": True}, "is_operator"),
        ({"phone": WANG, "name": "王晓\u0000", "roles": ["staff"]}, "name"),
    ],
)
def test_a_wrong_invitation_is_400_with_the_field(
    signed_in: SignIn, li: Standing, body: dict[str, object], field: str
) -> None:
    refused = signed_in(LI).post("/api/accounts", body)

    assert (refused.status_code, list(refused.json()["errors"])) == (400, [field])


def test_inviting_somebody_who_is_here_is_refused_and_an_invited_member_stays_one(
    signed_in: SignIn, li: Standing, wang: Standing, ma: Account
) -> None:
    browser = signed_in(LI)
    assert browser.post("/api/accounts", {"phone": WANG, "name": "王晓", "roles": ["staff"]}).status_code == 409

    made = browser.post("/api/accounts", {"phone": MA, "name": "马秀兰", "roles": ["staff"]}).json()
    assert made["roles"] == [MEMBER, STAFF]
    assert made["member_id"]


def test_roles_are_changed_and_accounts_disabled_and_enabled(signed_in: SignIn, li: Standing, wang: Standing) -> None:
    browser = signed_in(LI)
    assert browser.send("PATCH", of(wang), {"roles": ["administrator", "staff"]}).json()["roles"] == [
        ADMINISTRATOR,
        STAFF,
    ]
    assert browser.send("PATCH", of(wang), {"active": False}).json()["active"] is False
    assert Browser().login(WANG).status_code == 401
    assert browser.send("PATCH", of(wang), {"active": True}).json()["roles"] == [ADMINISTRATOR, STAFF]
    assert Browser().login(WANG).status_code == 200


def test_an_invitation_lets_nobody_in_who_is_disabled(
    signed_in: SignIn, haihong: Community, li: Standing, ma: Account
) -> None:
    disable(ma.pk, community=haihong, by=li.actor)
    made = signed_in(LI).post("/api/accounts", {"phone": MA, "name": "马秀兰", "roles": ["staff"]}).json()

    assert made["active"] is False
    assert Browser().login(MA, made["first_password"]).status_code == 401


def test_nobody_removes_the_last_administrator_nor_oneself(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing
) -> None:
    browser = signed_in(LI)
    for body in ({"active": False}, {"roles": ["staff"]}):
        refused = browser.send("PATCH", of(li), body)
        assert (refused.status_code, refused.json()["code"]) == (409, "oneself")
    with pytest.raises(Refusal, match="last_administrator"):
        disable(li.seat.account_id, community=haihong, by=wang.actor)
    with pytest.raises(Refusal, match="last_administrator"):
        change_roles(li.seat.account_id, {STAFF}, community=haihong, by=wang.actor)
    assert browser.who()["roles"] == [ADMINISTRATOR]


@pytest.mark.django_db(transaction=True)
def test_two_administrators_cannot_remove_each_other_at_once(haihong: Community, li: Standing, wang: Standing) -> None:
    for _ in range(5):
        change_roles(wang.seat.account_id, {ADMINISTRATOR}, community=haihong, by=li.actor)
        ready = threading.Barrier(2)

        def remove(pair: tuple[Standing, Standing], ready: threading.Barrier = ready) -> bool:
            whom, by = pair
            ready.wait(timeout=10)
            try:
                disable(whom.seat.account_id, community=haihong, by=by.actor)
            except Refusal:
                return False
            finally:
                connection.close()
            return True

        with ThreadPoolExecutor(2) as threads:
            done = list(threads.map(remove, [(li, wang), (wang, li)]))
        assert sorted(done) == [False, True]
        Seat.objects.update(active=True)
        Membership.objects.update(active=True)


def test_a_first_password_for_somebody_who_lost_the_own_one(signed_in: SignIn, li: Standing, wang: Standing) -> None:
    first = signed_in(LI).post(f"{of(wang)}/first-password").json()["first_password"]

    assert Browser().login(WANG, PASSWORD).status_code == 401
    answer = Browser().login(WANG, first).json()
    assert answer["account"]["must_change_password"]


def test_a_branch_has_one_secretary_who_is_a_member(
    signed_in: SignIn, haihong: Community, li: Standing, wang: Standing, ma: Account
) -> None:
    browser, branch = signed_in(LI), str(branch_of(haihong))
    path = f"/api/accounts/{ma.pk}"
    assert browser.send("PATCH", path, {"roles": [SECRETARY]}).json()["errors"].keys() == {"branch_id"}
    made = browser.send("PATCH", path, {"roles": [SECRETARY], "branch_id": branch}).json()
    assert (made["roles"], made["branch_id"]) == ([SECRETARY, MEMBER], branch)
    unknown = browser.send("PATCH", path, {"roles": [SECRETARY], "branch_id": str(uuid7())})
    assert (unknown.status_code, unknown.json()["code"]) == (400, "branch_unknown")
    refused = browser.send("PATCH", of(wang), {"roles": [STAFF, SECRETARY], "branch_id": branch})
    assert (refused.status_code, refused.json()["code"]) == (409, "not_a_member")

    other = uuid7()
    ensure_member_account(other, STRANGER, "王秀英", haihong)
    appoint_secretary(other, UUID(branch), community=haihong, by=li.actor)
    assert browser.get(path).json()["roles"] == [MEMBER], "the former one stepped down"
    dismiss_secretary(UUID(branch), community=haihong, by=li.actor)
    assert not Membership.objects.filter(role=SECRETARY).exists()


def test_a_branch_alone_moves_the_secretary_or_is_refused_and_is_never_ignored(
    haihong: Community, signed_in: SignIn, li: Standing, wang: Standing, ma: Account
) -> None:
    browser = signed_in(LI)
    branch = str(branch_of(haihong))
    with tenant_context(haihong):
        other = str(create_branch("第二支部").pk)
    of_ma, of_wang = f"/api/accounts/{ma.pk}", of(wang)
    for path, body in (
        (of_wang, {"branch_id": branch}),
        (of_wang, {"roles": [STAFF], "branch_id": branch}),
        (of_ma, {"branch_id": branch}),
    ):
        refused = browser.send("PATCH", path, body)
        assert (refused.status_code, list(refused.json()["errors"])) == (400, ["branch_id"]), body
    assert browser.send("PATCH", of_ma, {"roles": [SECRETARY], "branch_id": branch}).status_code == 200
    moved = browser.send("PATCH", of_ma, {"branch_id": other}).json()
    assert (moved["roles"], moved["branch_id"]) == ([SECRETARY, MEMBER], other)
    dismissed = browser.send("PATCH", of_ma, {"branch_id": None}).json()
    assert (dismissed["roles"], dismissed["branch_id"]) == ([MEMBER], None)
    assert browser.send("PATCH", of_wang, {"branch_id": None}).json()["roles"] == [STAFF]


def test_taking_the_secretarys_role_away_leaves_the_member(
    signed_in: SignIn, haihong: Community, li: Standing, ma: Account
) -> None:
    browser = signed_in(LI)
    browser.send("PATCH", f"/api/accounts/{ma.pk}", {"roles": [SECRETARY], "branch_id": str(branch_of(haihong))})

    assert browser.send("PATCH", f"/api/accounts/{ma.pk}", {"roles": []}).json()["roles"] == [MEMBER]


def test_somebody_of_the_office_keeps_at_least_one_role(signed_in: SignIn, li: Standing, wang: Standing) -> None:
    refused = signed_in(LI).send("PATCH", of(wang), {"roles": []})

    assert (refused.status_code, refused.json()["code"]) == (400, "no_role_left")
