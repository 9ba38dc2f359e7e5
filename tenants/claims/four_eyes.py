"""Four eyes on a delivery: who claims, who witnesses, who confirms and who follows up (domain.md, Four eyes).

An account that has several roles is one person: the claimer is the member and the account that is this member. An
administrator can switch the rule off for a campaign (`tenants.campaigns.four_eyes`).
"""

from hub.accounts.members import holder_of
from hub.actor import Actor
from hub.communities.current import current
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.four_eyes import is_off
from tenants.claims.models import Claim, Delivery


def is_claimer(by: Actor, claim: Claim | None) -> bool:
    """Whether this person is the member who has the claim; false where the community itself brought it.

    The telephone tells it too: an account of the office is joined to its member at the next login only, and the claim
    may be made before that.
    """
    if claim is None or by.account_id is None:
        return False
    return by.member_id == claim.member_id or holder_of(claim.member.phone, current()) == by.account_id


def demand_other_witness(claim: Claim, evidence: str, by: Actor) -> None:
    """Raises `Refusal` (409) where the claimer would be the witness of the own delivery."""
    if evidence == Delivery.Evidence.WITNESS and is_claimer(by, claim) and not is_off(claim.wish.campaign_id):
        raise Refusal(
            "witness_is_claimer",
            Text(
                zh="这件心愿是您自己认领的，您不能给自己作见证，请由另一位同事登记。",
                en="You claimed this wish yourself and cannot be your own witness: let a colleague record it.",
            ),
        )


def demand_other_confirms(delivery: Delivery, by: Actor) -> None:
    """Raises `Refusal` (409) for the claimer, and for the witness where a witness is the only evidence."""
    if is_off(delivery.wish.campaign_id):
        return
    if is_claimer(by, delivery.claim):
        raise Refusal(
            "claimer_confirms",
            Text(
                zh="这件心愿是您自己认领的，要由另一位同事确认。",
                en="You claimed this wish yourself: a colleague has to confirm its delivery.",
            ),
        )
    if delivery.evidence == Delivery.Evidence.WITNESS and by.account_id is not None and by.account_id == delivery.by_id:
        raise Refusal(
            "witness_confirms",
            Text(
                zh="凭证只有您的见证，要由另一位同事确认。",
                en="Your own witness is the only evidence: a colleague has to confirm it.",
            ),
        )


def demand_other_follows_up(delivery: Delivery, by: Actor) -> None:
    """Raises `Refusal` (409) for the deliverer: claimer, recorder and witness."""
    if is_off(delivery.wish.campaign_id):
        return
    if is_claimer(by, delivery.claim):
        raise Refusal(
            "deliverer_follows_up",
            Text(
                zh="这件心愿是您自己认领的，回访要由另一位同事来做。",
                en="You claimed this wish yourself: a colleague has to follow up.",
            ),
        )
    if by.account_id is not None and by.account_id == delivery.by_id:
        raise Refusal(
            "deliverer_follows_up",
            Text(
                zh="送达是您登记的，回访要由另一位同事来做。",
                en="You recorded the delivery: a colleague has to follow up.",
            ),
        )
