"""Delivery in person with its evidence, and staff's word on it."""

import hmac
import secrets
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from hub.actor import ADMINISTRATOR, STAFF, Actor
from hub.clock import TIME_ZONE, now, today
from hub.days import demand_not_after, demand_not_before
from hub.language import Text
from hub.privacy.identity import signs_of
from hub.refusal import Refusal
from hub.writing import plain
from tenants.claims.changing import caught_up
from tenants.claims.claiming import enter
from tenants.claims.extending import lapse
from tenants.claims.four_eyes import demand_other_confirms, demand_other_witness
from tenants.claims.giving_up import end_claim
from tenants.claims.models import Claim, ClaimNotice, Delivery
from tenants.claims.noticing import tell
from tenants.claims.pictures.keeping import keep, put_away
from tenants.claims.pictures.reading import Picture, refused
from tenants.claims.slots import back_in_a_slot, close_ranks
from tenants.wishes.life import illegal, move
from tenants.wishes.models import Wish

CODE_TRIES = 5
"""Wrong codes that one claim may see: a code of four digits must not be guessed (promises.md)."""


def deliver(
    claim: Claim,
    *,
    evidence: str,
    by: Actor,
    code: str = "",
    carried_by: str = Delivery.CarriedBy.MEMBER,
    remark: str = "",
    picture: Picture | None = None,
    no_face: bool = False,
    pressed_at: datetime | None = None,
) -> Delivery:
    """`claimed` → `delivered`, with one piece of evidence: the household's code, a signature, a photo of the item, a
    staff witness.

    The claimer proves it by the code, a signature drawn on the telephone or a photo; a signature on paper and a witness
    are staff's to record. With a photo the deliverer says that `no_face` is on it. `pressed_at` is the page's own time: of
    an earlier day, it is shown to whoever confirms. Raises `Refusal`: 404 for somebody
    else's claim, 400 `wrong_code` (with the tries that are left), `picture_missing`, `face_not_denied`, 409
    `too_many_tries`, `witness_is_claimer` or an illegal move; a claim that has ended says so before a code is compared.
    """
    is_staff = by.has(STAFF, ADMINISTRATOR)
    if by.member_id != claim.member_id and not is_staff:
        raise Refusal("not_your_claim", Text(zh="没有找到这项认领。", en="There is no such claim."), status=404)
    _check_evidence(evidence, carried_by, is_staff)
    _check_picture(evidence, picture, no_face, is_staff)
    demand_other_witness(claim, evidence, by)
    _demand_live(claim)
    if evidence == Delivery.Evidence.CODE:
        _check_code(claim, code)
    with transaction.atomic():
        wish = Wish.objects.select_for_update(no_key=True).get(pk=claim.wish_id)
        if not Claim.objects.filter(pk=claim.pk, ended_at=None).update(slot=None):
            raise illegal(wish, wish.state, Wish.State.DELIVERED)
        delivery = _deliver(wish, claim, Wish.State.CLAIMED, evidence, carried_by, remark, by, pressed_at)
        keep(picture, delivery)
        lapse(claim)
        enter(claim, "delivered", by=by)
        tell(claim, ClaimNotice.Kind.DELIVERED, by=by)
        close_ranks(claim.member_id)
    return delivery


def deliver_backstop(
    wish: Wish,
    *,
    evidence: str,
    by: Actor,
    code: str = "",
    remark: str = "",
    picture: Picture | None = None,
    no_face: bool = False,
    pressed_at: datetime | None = None,
) -> Delivery:
    """`backstopped` → `delivered`: the community brought it itself, with the same evidence."""
    _check_evidence(evidence, Delivery.CarriedBy.STAFF, is_staff=True)
    _check_picture(evidence, picture, no_face, is_staff=True)
    if evidence == Delivery.Evidence.CODE and not _same_code(wish, _typed_code(code)):
        raise Refusal(
            "wrong_code",
            Text(zh="四位码不对，请看住户卡。", en="That is not the code on the household's card."),
            status=400,
            field="code",
        )
    with transaction.atomic():
        wish = Wish.objects.select_for_update(no_key=True).get(pk=wish.pk)
        delivery = _deliver(
            wish, None, Wish.State.BACKSTOPPED, evidence, Delivery.CarriedBy.STAFF, remark, by, pressed_at
        )
        keep(picture, delivery)
    return delivery


def confirm(wish: Wish, *, by: Actor, delivered_on: date | None = None, reason: str = "") -> Wish:
    """`delivered` → `fulfilled`: staff confirm. The claim ends with it.

    A delivery is of the day on which it was recorded; whoever confirms it may set an earlier one, with a reason. Raises
    `Refusal`: 409 for the claimer, for the only witness, or another state; 400 for a day ahead of the recorded one, a
    day before the claim (before the backstop, where the community brought it), or a day without a reason.

    The policy's share of deliveries, drawn at random, is marked for a follow-up (domain.md: 5 % by default).
    """
    with transaction.atomic():
        wish = Wish.objects.select_for_update(of=("self",), no_key=True).select_related("campaign").get(pk=wish.pk)
        delivery = wish.deliveries.select_related("claim").filter(current=True).first()
        if wish.state != Wish.State.DELIVERED or delivery is None:
            raise illegal(wish, wish.state, Wish.State.FULFILLED)
        demand_other_confirms(delivery, by)
        day = delivered_on or delivery.delivered_on
        changes = {}
        if day != delivery.delivered_on:
            _check_day(delivery, day, reason)
            changes = {"delivered_on": [delivery.delivered_on.isoformat(), day.isoformat()]}
        move(
            wish,
            Wish.State.FULFILLED,
            verb="confirmed",
            by=by,
            came_from=Wish.State.DELIVERED,
            reason=reason if changes else "",
            changes=changes,
        )
        wish.deliveries.filter(pk=delivery.pk).update(
            confirmed_at=now(),
            confirmed_by_id=by.account_id,
            confirmed_by_name=by.name,
            delivered_on=day,
            follow_up_wanted=secrets.randbelow(100) < wish.campaign.follow_up_percent,
        )
        if delivery.claim is not None:
            end_claim(delivery.claim, Claim.End.FULFILLED, by=by)
    return wish


def _check_day(delivery: Delivery, day: date, reason: str) -> None:
    """The earlier day that staff set: from the claim, or the backstop, to the day on which it was recorded."""
    demand_not_after(
        day,
        delivery.delivered_on,
        "day_after_recording",
        Text(zh="送达日期不能晚于登记那天。", en="It cannot be delivered after the day it was recorded."),
        field="delivered_on",
    )
    backstopped = delivery.wish.history.filter(to_state=Wish.State.BACKSTOPPED, at__lte=delivery.at)
    entry = backstopped.exclude(from_state=Wish.State.BACKSTOPPED).exclude(from_state=Wish.State.DELIVERED).last()
    began = delivery.claim.claimed_at if delivery.claim else entry.at if entry else delivery.at
    demand_not_before(
        day,
        began.astimezone(TIME_ZONE).date(),
        "day_before_claim" if delivery.claim else "day_before_backstop",
        Text(zh="送达日期不能早于认领。", en="It cannot be delivered before it was claimed.")
        if delivery.claim
        else Text(zh="送达日期不能早于兜底。", en="It cannot be delivered before it was backstopped."),
        field="delivered_on",
    )
    if not reason.strip():
        raise Refusal(
            "reason_missing",
            Text(zh="改送达日期请写明原因。", en="Say why the day of delivery is changed."),
            status=400,
            field="reason",
        )


def reject(wish: Wish, *, reason: str, by: Actor) -> Wish:
    """`delivered` → back whence it came (`claimed` or `backstopped`): staff could not confirm it, with the reason.

    A picture that proves nothing, or shows what it must not, is seen by nobody from now on, and erased when this can no
    longer be undone.
    """
    if not reason.strip():
        raise Refusal(
            "reason_missing",
            Text(zh="请写明不予确认的原因。", en="Say why it cannot be confirmed."),
            status=400,
            field="reason",
        )
    with transaction.atomic():
        wish = Wish.objects.select_for_update(no_key=True).get(pk=wish.pk)
        delivery = wish.deliveries.filter(current=True).first()
        if wish.state != Wish.State.DELIVERED or delivery is None:
            raise illegal(wish, wish.state, Wish.State.CLAIMED)
        back = Wish.State.CLAIMED if delivery.claim_id else Wish.State.BACKSTOPPED
        move(wish, back, verb="not_confirmed", by=by, came_from=Wish.State.DELIVERED, reason=reason)
        wish.deliveries.filter(pk=delivery.pk).update(current=False, rejected_at=now(), rejected_reason=reason)
        put_away([delivery.pk])
        if delivery.claim is not None:
            back_in_a_slot(delivery.claim)
            enter(delivery.claim, "not_confirmed", by=by, reason=reason)
            tell(delivery.claim, ClaimNotice.Kind.NOT_CONFIRMED, by=by)
            caught_up(delivery.claim, since=delivery.at, by=by)
    return wish


def _check_evidence(evidence: str, carried_by: str, is_staff: bool) -> None:
    if evidence not in Delivery.Evidence.values or carried_by not in Delivery.CarriedBy.values:
        raise Refusal(
            "evidence_unknown", Text(zh="请选择送达凭证。", en="Choose the evidence."), status=400, field="evidence"
        )
    if evidence == Delivery.Evidence.WITNESS and not is_staff:
        raise Refusal(
            "evidence_of_staff",
            Text(
                zh="请输入住户卡上的四位码，或请住户签字、给物品拍照；见证由社区工作人员登记。",
                en="Enter the card's four digits, have the household sign, or take a photo of the item; "
                "a witness is recorded by staff.",
            ),
            status=400,
            field="evidence",
        )


def _check_picture(evidence: str, picture: Picture | None, no_face: bool, is_staff: bool) -> None:
    kind = picture.kind if picture else ""
    if evidence == Delivery.Evidence.PHOTO:
        if kind != Delivery.Evidence.PHOTO:
            raise refused("picture_missing")
        if not no_face:
            raise Refusal(
                "face_not_denied",
                Text(
                    zh="请确认照片里没有人脸；有人脸就请重新拍，只拍物品。",
                    en="Say that no face is on the photo; if there is one, take another of the item alone.",
                ),
                status=400,
                field="no_face",
            )
    elif evidence == Delivery.Evidence.SIGNATURE:
        # What was signed on paper lies with the office; the claimer has the telephone's screen.
        if kind not in (("", evidence) if is_staff else (evidence,)):
            raise refused("signature_is_empty")
    elif picture is not None:
        raise refused("picture_not_wanted")


def _typed_code(code: str) -> str:
    """The four digits in whatever width and spacing they were typed. Raises `Refusal` (400), which costs no try."""
    digits = "".join(sign for sign in signs_of(plain(code)) if sign not in "-_.")
    if not (len(digits) == 4 and digits.isdecimal()):
        raise Refusal(
            "code_unreadable",
            Text(zh="四位码是四个数字，请看住户卡。", en="The code is four digits: see the household's card."),
            status=400,
            field="code",
        )
    return digits


def _demand_live(claim: Claim) -> None:
    # Before any code is compared: who learns that a claim has ended needs no more tries, and spends none.
    wish = Wish.objects.get(pk=claim.wish_id)
    if not Claim.objects.filter(pk=claim.pk, ended_at=None).exists():
        raise Refusal(
            "illegal_move",
            Text(
                zh="心愿 {number} 的这项认领已经结束，不能再登记送达。",
                en="This claim of wish {number} has ended: no delivery can be recorded for it.",
            ),
            number=wish.number,
        )
    if wish.state != Wish.State.CLAIMED:
        raise illegal(wish, wish.state, Wish.State.DELIVERED)


def _check_code(claim: Claim, code: str) -> None:
    code = _typed_code(code)
    # The try is counted and committed before the comparison: parallel guesses cannot share one.
    if not Claim.objects.filter(pk=claim.pk, code_attempts__lt=CODE_TRIES).update(code_attempts=F("code_attempts") + 1):
        raise Refusal(
            "too_many_tries",
            Text(
                zh="四位码输错太多次，请联系社区工作人员登记送达。",
                en="Too many wrong codes: ask the community's staff to record the delivery.",
            ),
        )
    if not _same_code(claim.wish, code):
        tries = Claim.objects.values_list("code_attempts", flat=True).get(pk=claim.pk)
        raise _wrong_code(CODE_TRIES - tries)
    Claim.objects.filter(pk=claim.pk).update(code_attempts=F("code_attempts") - 1)


def _same_code(wish: Wish, code: str) -> bool:
    return hmac.compare_digest(wish.beneficiary.household.code.encode(), code.encode())


def _wrong_code(left: int) -> Refusal:
    return Refusal(
        "wrong_code",
        Text(
            zh="四位码不对，请看住户卡。还可以试 {left} 次。",
            en="That is not the code on the household's card. {left} tries left.",
        ),
        status=400,
        field="code",
        left=left,
    )


def _deliver(
    wish: Wish,
    claim: Claim | None,
    start: str,
    evidence: str,
    carried_by: str,
    remark: str,
    by: Actor,
    pressed_at: datetime | None,
) -> Delivery:
    # A page's clock can be wrong: only an earlier day says anything, and nothing from before the claim.
    earlier = pressed_at is not None and pressed_at.astimezone(TIME_ZONE).date() < today()
    if claim is not None and pressed_at is not None and pressed_at < claim.claimed_at:
        earlier = False
    move(wish, Wish.State.DELIVERED, verb="delivered", by=by, came_from=start, changes={"evidence": evidence})
    return Delivery.objects.create(
        wish=wish,
        claim=claim,
        evidence=evidence,
        carried_by=carried_by,
        delivered_on=today(),
        pressed_at=pressed_at if earlier else None,
        remark=remark,
        by_id=by.account_id,
        by_name=by.name,
    )
