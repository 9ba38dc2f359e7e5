"""A text that says to ask the community names its telephone, where that costs no further part and is no private mobile."""

import pytest

from hub.communities.models import Community
from hub.sms.naming import named_in_full
from hub.sms.parts import as_sent, parts
from hub.sms.templates import TEMPLATES

LANDLINE = "0972-8512345"
REMINDER = {"no": "HH26-017", "date": "5月20日", "org": "海鸿社区"}
URGING = {"no": "HH26-017", "days": "2", "org": "海鸿社区"}

pytestmark = pytest.mark.django_db


def said(community: Community, template: str, params: dict[str, str]) -> str:
    return TEMPLATES[template].render(named_in_full(community, template, params))


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_no_text_is_cut_into_more_parts_by_the_telephone(community: Community, template: str) -> None:
    values = {"no": "HH26-017", "date": "5月20日", "count": "3", "own": "2", "days": "2", "org": "海鸿社区"}
    params = {name: values.get(name, "3") for name in TEMPLATES[template].variables}
    without = TEMPLATES[template].render(params)
    community.telephone = LANDLINE
    text = said(community, template, params)
    assert parts(as_sent(text)) == parts(as_sent(without))
    asks = "详询" in text or "联系海鸿社区" in text or "联系社区" in text
    assert asks or LANDLINE not in text, "whoever sits in the office need not be told its number"


@pytest.mark.parametrize(
    ("telephone", "named"),
    [
        (LANDLINE, "海鸿社区（0972-8512345）"),
        ("0972－8512345 转 802、13900980001", "海鸿社区（0972-8512345 转 802）"),
        ("13900980001", "海鸿社区"),
        ("", "海鸿社区"),
        ("95588 或者不知道", "海鸿社区"),
    ],
)
def test_the_landline_stands_behind_the_name_and_a_mobile_does_not(
    community: Community, telephone: str, named: str
) -> None:
    community.telephone = telephone
    assert named_in_full(community, "urging_many", {"count": "3", "org": "海鸿社区"})["org"] == named


def test_a_text_of_two_parts_has_room_for_it(community: Community) -> None:
    community.telephone = LANDLINE
    long_name = {**REMINDER, "org": "川口镇海鸿第一社区居委会"}
    text = said(community, "reminder_one", long_name)
    assert parts(as_sent(TEMPLATES["reminder_one"].render(long_name))) == parts(as_sent(text))
    assert (LANDLINE in text) == (parts(as_sent(text)) == 2)


def test_a_name_that_fills_the_variable_stays_alone(community: Community) -> None:
    community.telephone = LANDLINE
    name = "海" * 35
    assert named_in_full(community, "urging_one", {**URGING, "org": name})["org"] == name
