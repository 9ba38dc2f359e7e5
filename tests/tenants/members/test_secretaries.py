"""The register proposes a secretary, an administrator appoints, and branches without one are named."""

import pytest
from django_tenants.utils import tenant_context

from hub.refusal import Refusal
from tenants.members.api_branches import branch_answers
from tenants.members.register import edit_member
from tenants.members.secretaries import (
    name_secretary,
    names_a_secretary,
    proposed,
    release_secretary,
    secretaries,
    without_secretary,
)
from tests.world import World


@pytest.mark.parametrize(
    "duty",
    ["支部书记", "党支部书记", "书记", "书记、主任", "机关支部书记", "党总支书记", "支部书记兼组织委员", "支部 书记", "社区书记",
     "第一书记", "支部委员、支部书记"],
)  # fmt: skip
def test_a_secretary_is_read_in_the_words_of_offices(duty: str) -> None:
    assert names_a_secretary(duty)


@pytest.mark.parametrize(
    "duty",
    ["", "副书记", "支部副书记", "团支部书记", "团委书记", "原支部书记", "前支部书记", "书记员", "书记助理", "组织委员", "党员",
     "纪委书记", "支部委员", "曾任支部书记"],
)  # fmt: skip
def test_another_duty_makes_no_secretary(duty: str) -> None:
    assert not names_a_secretary(duty)


def test_the_register_proposes_and_an_administrator_appoints(world: World) -> None:
    edit_member(world.zhang, {"duty": "支部书记"}, by=world.administrator)
    edit_member(world.han, {"duty": "组织委员"}, by=world.administrator)
    assert [(row["name"], row["duty"]) for row in proposed()[world.office.pk]] == [("张建国", "支部书记")]
    assert {branch.name for branch in without_secretary()} == {"机关支部", "学校支部", "卫生院支部"}

    name_secretary(world.office, world.zhang, by=world.administrator)
    assert secretaries()[world.office.pk]["name"] == "张建国"
    assert {branch.name for branch in without_secretary()} == {"学校支部", "卫生院支部"}
    told = {row["name"]: (row["secretary"], row["proposed"]) for row in branch_answers()}
    assert told["机关支部"] == ({"member_id": world.zhang.pk, "name": "张建国"}, [])

    release_secretary(world.office, by=world.administrator)
    assert world.office.pk not in secretaries()


def test_nobody_of_another_branch_and_nobody_without_a_telephone_is_appointed(world: World) -> None:
    with pytest.raises(Refusal, match="of_another_branch"):
        name_secretary(world.office, world.qi, by=world.administrator)
    edit_member(world.qi, {"phone": ""}, by=world.administrator)
    world.qi.refresh_from_db()
    with pytest.raises(Refusal, match="member_without_phone"):
        name_secretary(world.school, world.qi, by=world.administrator)


def test_a_partner_organisation_and_an_empty_branch_need_none(world: World) -> None:
    with tenant_context(world.community):
        assert "供销社" not in {branch.name for branch in without_secretary()}
