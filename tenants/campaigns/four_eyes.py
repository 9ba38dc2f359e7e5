"""The switch of the four eyes: an office of one person cannot wait for a second (domain.md, Four eyes)."""

from uuid import UUID

from django.db import transaction

from hub.accounts.seats import office_accounts
from hub.actor import Actor
from hub.communities.current import current
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import closed, enter


def is_off(campaign_id: UUID) -> bool:
    """Whether one person may do in this campaign what else takes two."""
    return Campaign.objects.filter(pk=campaign_id).exclude(four_eyes_off_reason="").exists()


def switch_off(campaign: Campaign, *, reason: str, by: Actor) -> Campaign:
    """Switches the rule off for one campaign; the honest sheet prints the reason.

    Raises `Refusal`: 400 without a reason, 409 while the community has another active office account, for a closed
    campaign, and where it is off already.
    """
    if not reason.strip():
        raise Refusal(
            "reason_missing",
            Text(zh="请写明停用的原因，说明页会印出来。", en="Say why it is switched off: the honest sheet prints it."),
            status=400,
            field="reason",
        )
    with transaction.atomic():
        campaign = _locked(campaign)
        if campaign.four_eyes_off_reason:
            raise Refusal(
                "four_eyes_off_already",
                Text(zh="“{title}”已经停用两人办理。", en="It is switched off for {title} already."),
                title=campaign.title,
            )
        if office_accounts(current()) > 1:
            raise Refusal(
                "office_of_several",
                Text(
                    zh="社区有不止一个在用的工作账号，两人办理不能停用。",
                    en="The community has more than one active office account: the rule of four eyes stays.",
                ),
            )
        _set(campaign, reason.strip())
        enter(campaign, "four_eyes_off", {}, by=by, reason=reason.strip())
    return campaign


def switch_on(campaign: Campaign, *, by: Actor) -> Campaign:
    """The rule holds again. Raises `Refusal` (409) for a closed campaign, and where it holds."""
    with transaction.atomic():
        campaign = _locked(campaign)
        if not campaign.four_eyes_off_reason:
            raise Refusal(
                "four_eyes_on_already",
                Text(zh="“{title}”没有停用两人办理。", en="It is not switched off for {title}."),
                title=campaign.title,
            )
        _set(campaign, "")
        enter(campaign, "four_eyes_on", {}, by=by)
    return campaign


def to_switch_on() -> list[Campaign]:
    """Campaigns that go on without the rule though the office has a second person now."""
    off = Campaign.objects.exclude(four_eyes_off_reason="").exclude(state=Campaign.State.CLOSED)
    return list(off) if off and office_accounts(current()) > 1 else []


def _locked(campaign: Campaign) -> Campaign:
    campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if campaign.state == Campaign.State.CLOSED:
        raise closed(campaign)
    return campaign


def _set(campaign: Campaign, reason: str) -> None:
    campaign.four_eyes_off_reason = reason
    campaign.save(update_fields=["four_eyes_off_reason"])
