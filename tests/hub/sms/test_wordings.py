"""A text and its approval at a provider: what may follow what, and what waits meanwhile."""

from typing import Any

import pytest

from hub.actor import OPERATOR, Actor
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.refusal import Refusal
from hub.sms.models import Message, Wording, WordingEvent
from hub.sms.said import said
from hub.sms.send import say
from hub.sms.sender import send_due
from hub.sms.templates import TEMPLATES
from hub.sms.wordings import change_state, providers, reword, wordings_at
from tests.hub.accounts.office import MA
from tests.hub.sms.gateways import Provider
from tests.hub.sms.noon import NOON, at_noon

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
__all__ = ["at_noon"]

BY = Actor(uuid7(), "运营员", frozenset({OPERATOR}))
OTHER = "{org}还有{count}件认领没有送达，请登录工作台处理。"
S = Wording.State


def decision(community: Community, **more: Any) -> Message:
    return say(
        purpose="decision 1",
        template="decision_many",
        phone=MA,
        params={"org": "海鸿社区", "count": "2"},
        community=community,
        **more,
    )


def state(template: str = "decision_many", provider: str = "aliyun") -> str:
    return wordings_at(provider)[template].state


def test_every_provider_begins_with_the_drafts_and_the_outbox_asks_nobody() -> None:
    assert providers() == ["local", "aliyun", "tencent"]
    assert {wording.state for wording in wordings_at("aliyun").values()} == {S.DRAFT}
    assert {wording.state for wording in wordings_at("local").values()} == {S.APPROVED}
    assert wordings_at("aliyun")["decision_many"].text == TEMPLATES["decision_many"].text


def test_a_template_goes_its_way_at_each_provider_by_itself() -> None:
    change_state("decision_many", "aliyun", S.SUBMITTED, by=BY)
    change_state("decision_many", "aliyun", S.REJECTED, remark="变量过多", by=BY)
    reword("decision_many", "aliyun", OTHER, by=BY)
    change_state("decision_many", "aliyun", S.SUBMITTED, by=BY)
    approved = change_state("decision_many", "aliyun", S.APPROVED, code="SMS_478910", by=BY)

    assert (approved.text, approved.code, state(provider="tencent")) == (OTHER, "SMS_478910", S.DRAFT)
    assert list(WordingEvent.objects.values_list("verb", flat=True)) == [
        "approved",
        "submitted",
        "reworded",
        "rejected",
        "submitted",
    ]


@pytest.mark.parametrize("to", [S.APPROVED, S.REJECTED, S.SUSPENDED, S.DRAFT])
def test_nothing_but_submitting_follows_a_draft(to: str) -> None:
    with pytest.raises(Refusal, match="wording_elsewhere"):
        change_state("decision_many", "aliyun", to, remark="x", by=BY)


def test_a_text_that_would_be_refused_is_not_taken(community: Community) -> None:
    with pytest.raises(Refusal, match="wording_faulty") as refused:
        reword("decision_many", "aliyun", "请党员{org}{count}", by=BY)
    assert refused.value.field == "text"
    assert "紧挨着" in refused.value.text.zh
    assert not Wording.objects.filter(text__contains="党员").exists()


def test_a_submitted_text_stays_as_the_provider_sees_it() -> None:
    change_state("decision_many", "aliyun", S.SUBMITTED, by=BY)
    with pytest.raises(Refusal, match="wording_fixed"):
        reword("decision_many", "aliyun", OTHER, by=BY)


def test_why_a_provider_refused_or_stopped_it_is_wanted() -> None:
    change_state("decision_many", "aliyun", S.SUBMITTED, by=BY)
    with pytest.raises(Refusal, match="remark_missing"):
        change_state("decision_many", "aliyun", S.REJECTED, by=BY)


@pytest.mark.parametrize(("template", "provider"), [("nothing", "aliyun"), ("decision_many", "nobody")])
def test_what_does_not_exist_is_404(template: str, provider: str) -> None:
    with pytest.raises(Refusal) as refused:
        change_state(template, provider, S.SUBMITTED, by=BY)
    assert refused.value.status == 404


def test_messages_wait_for_a_suspended_template_and_say_so(haihong: Community) -> None:
    message = decision(haihong)
    change_state("decision_many", "local", S.SUSPENDED, remark="投诉", by=BY)
    gateway = Provider()
    assert send_due(gateway) == 0
    message.refresh_from_db()
    assert (message.state, message.why) == ("due", "template_suspended")

    change_state("decision_many", "local", S.APPROVED, by=BY)
    assert send_due(gateway) == 1
    message.refresh_from_db()
    assert (message.state, message.why) == ("accepted", "")


def test_a_message_whose_moment_passes_while_it_waits_expires_with_the_reason(haihong: Community) -> None:
    import datetime

    from hub.clock import standing_at

    message = decision(haihong, expires_at=NOON + datetime.timedelta(hours=1))
    change_state("decision_many", "local", S.SUSPENDED, remark="投诉", by=BY)
    send_due(Provider())
    with standing_at(NOON + datetime.timedelta(hours=2)):
        send_due(Provider())
    message.refresh_from_db()
    assert (message.state, message.why) == ("expired", "template_suspended")


def test_what_is_sent_and_remembered_is_the_approved_text(haihong: Community) -> None:
    reword("decision_many", "local", OTHER, by=BY)
    message = decision(haihong)
    send_due(Provider())
    reword("decision_many", "local", TEMPLATES["decision_many"].text, by=BY)

    message.refresh_from_db()
    assert said(message).text == "海鸿社区还有2件认领没有送达，请登录工作台处理。"
    assert wordings_at("local")["decision_many"].state == S.APPROVED
