import pytest

from hub.accounts.members import ensure_member_account, members_with_account
from hub.refusal import Refusal
from tenants.members.branches import branch_named, change_branch, create_branch
from tenants.members.models import Member
from tenants.members.register import NewMember, edit_member, first_code, let_member_leave, register_member
from tenants.people.finding import by_person
from tests.tenants.claims.racing import at_once, codes, won
from tests.world import World


def test_a_member_is_found_by_name_initials_and_telephone(world: World) -> None:
    for query in ("张建国", "zjg", "139 0972 0001", "0001"):
        assert list(Member.objects.filter(by_person(query))) == [world.zhang]


def test_a_telephone_belongs_to_one_active_member(world: World) -> None:
    with pytest.raises(Refusal, match="phone_taken"):
        register_member(NewMember(name="别人", phone="+8613909720001"), by=world.administrator)
    with pytest.raises(Refusal, match="phone_taken"):
        edit_member(world.han, {"phone": "13909720001"}, by=world.administrator)
    let_member_leave(world.zhang, by=world.administrator)
    register_member(NewMember(name="别人", phone="+8613909720001"), by=world.administrator)


def test_members_without_a_telephone_do_not_stand_in_each_others_way(world: World) -> None:
    for name in ("甲", "乙"):
        register_member(NewMember(name=name), by=world.administrator)


@pytest.mark.parametrize(("values", "field"), [({"name": " "}, "name"), ({"phone": "12"}, "phone")])
def test_what_cannot_be_kept_is_refused_with_the_field(world: World, values: dict, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        register_member(NewMember(**{"name": "某人", **values}), by=world.administrator)
    assert (refused.value.status, refused.value.field) == (400, field)
    with pytest.raises(Refusal) as refused:
        edit_member(world.zhang, values, by=world.administrator)
    assert (refused.value.status, refused.value.field) == (400, field)


def test_a_correction_keeps_old_and_new_and_one_that_changes_nothing_leaves_no_entry(world: World) -> None:
    assert edit_member(world.zhang, {"work_unit": "县医院", "name": "张建国"}, by=world.assessor) == ["work_unit"]
    assert edit_member(world.zhang, {"work_unit": "县医院"}, by=world.assessor) == []
    assert [e.changes for e in world.zhang.history.filter(verb="edited")] == [{"work_unit": ["", "县医院"]}]


def test_who_has_left_claims_nothing_and_logs_in_no_more(world: World) -> None:
    from tenants.claims.claiming import claim

    wish = world.wish("open")
    ensure_member_account(world.zhang.pk, world.zhang.phone, world.zhang.name, world.community)
    stale = Member.objects.get(pk=world.zhang.pk)
    let_member_leave(world.zhang, by=world.administrator)
    with pytest.raises(Refusal, match="member_left"):
        claim(wish, member=stale, by=world.as_member(stale))
    assert members_with_account([stale.pk], community=world.community) == set()
    with pytest.raises(Refusal, match="member_left"):
        let_member_leave(stale, by=world.administrator)


def test_a_first_code_needs_a_telephone(world: World) -> None:
    without = register_member(NewMember(name="无号"), by=world.administrator)
    with pytest.raises(Refusal) as refused:
        first_code(without, by=world.administrator)
    assert (refused.value.status, refused.value.field) == (409, "phone")


def test_a_first_code_makes_the_account(world: World) -> None:
    assert first_code(world.qi, by=world.administrator)
    assert members_with_account([world.qi.pk, world.han.pk], community=world.community) == {world.qi.pk}


def test_branches_have_names_of_their_own(world: World) -> None:
    with pytest.raises(Refusal, match="branch_exists"):
        create_branch(" 机关支部 ")
    with pytest.raises(Refusal, match="branch_exists"):
        change_branch(world.school, name="机关支部")
    with pytest.raises(Refusal, match="branch_name"):
        create_branch("  ")
    assert branch_named("机关支部").pk == world.office.pk
    assert change_branch(world.clinic, kind="organisation").name == "卫生院支部"
    assert branch_named("新支部").order > world.organisation.order


@pytest.mark.django_db(transaction=True)
def test_one_telephone_registered_by_many_at_once_is_one_members(world: World) -> None:
    new = NewMember(name="新人", phone="13900126666")
    results = at_once(world.community, [lambda: register_member(new, by=world.administrator)] * 12)
    assert len(won(results)) == 1
    assert set(codes(results)) == {"phone_taken"}
