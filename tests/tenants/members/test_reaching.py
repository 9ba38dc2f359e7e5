"""Whom messages reach: a mobile number on record, and not on the stop list."""

from tenants.members.reaching import LANDLINE, NO_PHONE, STOP_LIST, reach
from tenants.members.register import NewMember, register_member
from tenants.members.stopping import stop_messages
from tests.world import World


def test_who_has_no_mobile_number_or_wants_no_messages_is_named_with_why(world: World) -> None:
    before = reach()
    register_member(NewMember(name="丁无号", branch=world.office), by=world.collector)
    register_member(NewMember(name="丁座机", phone="0972-8521001", branch=world.office), by=world.collector)
    stop_messages(world.zhang, reason="本人说不要发短信", by=world.collector)
    now = reach()
    assert now.members == before.members + 2
    assert now.without_login == before.without_login + 2
    added = {(member.name, why) for member, why in now.unreached} - {(m.name, why) for m, why in before.unreached}
    assert added == {("丁无号", NO_PHONE), ("丁座机", LANDLINE), (world.zhang.name, STOP_LIST)}
