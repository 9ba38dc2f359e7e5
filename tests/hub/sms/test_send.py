import pytest

from hub.communities.models import Community
from hub.sms.models import Message
from hub.sms.send import say
from tests.hub.accounts.office import MA

pytestmark = pytest.mark.django_db
CODE = {"code": "123456", "minutes": "5"}


def test_whoever_asks_twice_for_one_purpose_gets_the_same_row(haihong: Community) -> None:
    first = say(purpose="code 1", template="one_time_code", phone=MA, params=CODE, community=haihong)
    again = say(
        purpose="code 1", template="one_time_code", phone=MA, params={**CODE, "code": "654321"}, community=haihong
    )

    assert again.pk == first.pk
    assert again.params == CODE
    assert (first.state, first.community_id) == (Message.State.DUE, haihong.pk)


@pytest.mark.parametrize(("phone", "why"), [("+869728512345", "landline"), ("12", "no_number")])
def test_a_landline_gets_no_sms(phone: str, why: str) -> None:
    message = say(purpose="code 1", template="one_time_code", phone=phone, params=CODE, community=None)

    assert (message.state, message.why) == (Message.State.SUPPRESSED, why)


@pytest.mark.parametrize(
    ("template", "params"),
    [
        ("no_such", CODE),
        ("one_time_code", {"code": "123456"}),
        ("one_time_code", {**CODE, "name": "马秀兰"}),
        ("one_time_code", {**CODE, "code": ""}),
        ("one_time_code", {**CODE, "code": "1" * 36}),
    ],
)
def test_a_template_is_filled_exactly_or_not_at_all(template: str, params: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"template|Variables"):
        say(purpose="code 1", template=template, phone=MA, params=params, community=None)
    assert not Message.objects.exists()
