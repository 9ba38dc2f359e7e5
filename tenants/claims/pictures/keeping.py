"""A delivery's picture, from the moment it is stored to the moment it is erased."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from hub.actor import ADMINISTRATOR, STAFF, Actor
from hub.bells.ringing import PICTURES, ring
from hub.clock import now
from hub.language import Text
from hub.privacy.access import record_access
from hub.refusal import Refusal
from tenants.claims.models import Delivery, DeliveryPicture
from tenants.claims.pictures.reading import Picture
from tenants.wishes.life import UNDO_AT_ONCE, note


def keep(picture: Picture | None, delivery: Delivery) -> None:
    """Stores the picture of a delivery, where it has one. Part of the verb that delivers."""
    if picture is None:
        return
    DeliveryPicture.objects.create(
        delivery=delivery,
        kind=picture.kind,
        content=picture.content,
        width=picture.width,
        height=picture.height,
    )
    Delivery.objects.filter(pk=delivery.pk).update(has_picture=True)
    delivery.has_picture = True


def look_at(delivery_id: UUID, *, by: Actor) -> DeliveryPicture:
    """The picture for whoever may see it now: staff, and the claimer until the claim's end. Each look is logged.

    Raises `Refusal` (404) for everybody else, and where there is none any more.
    """
    with transaction.atomic():
        pictures = DeliveryPicture.objects.filter(delivery=delivery_id, delivery__has_picture=True)
        if not by.has(STAFF, ADMINISTRATOR):
            pictures = pictures.filter(delivery__claim__member=by.member_id, delivery__claim__ended_at=None)
        found = pictures.first()
        if found is None:
            raise not_there()
        reason = "evidence of a delivery" if by.has(STAFF, ADMINISTRATOR) else "claimer"
        record_access(by, subject="delivery", subject_id=delivery_id, fields=[found.kind], reason=reason)
    return found


def erase_picture(delivery: Delivery, *, reason: str, by: Actor) -> None:
    """Staff take the picture of a confirmed delivery away (a face is on it, say); the delivery stands.

    Raises `Refusal`: 400 without a reason, 404 where there is no picture, 409 `not_confirmed_yet` while the picture is
    what staff are to judge by: then the delivery is rejected, and the picture goes with it.
    """
    if not reason.strip():
        raise Refusal(
            "reason_missing", Text(zh="请写明删除的原因。", en="Say why it is erased."), status=400, field="reason"
        )
    with transaction.atomic():
        delivery = (
            Delivery.objects.select_for_update(of=("self",), no_key=True).select_related("wish").get(pk=delivery.pk)
        )
        if delivery.current and delivery.confirmed_at is None:
            raise Refusal(
                "not_confirmed_yet",
                Text(
                    zh="这次送达还没有确认。照片不合适，请点“不能确认”，照片会一起删除。",
                    en="This delivery is not confirmed yet: if the picture will not do, reject it; the picture goes with it.",
                ),
            )
        if not erase([delivery.pk]):
            raise not_there()
        note(delivery.wish, "picture_erased", {}, by=by, reason=reason)


def put_away(delivery_ids: Collection[UUID]) -> None:
    """Hides the pictures of deliveries that staff did not confirm; a minute later they are erased (`erase_rejected`)."""
    if Delivery.objects.filter(pk__in=delivery_ids, has_picture=True).update(has_picture=False):
        ring(PICTURES, now() + UNDO_AT_ONCE)


def erase_rejected(moment: datetime) -> datetime | None:
    """Erases the pictures of deliveries that were not confirmed, once that can no longer be undone.

    The work behind a bell of kind `pictures`. Returns when there will be more, or None.
    """
    rejected = DeliveryPicture.objects.filter(delivery__current=False, delivery__rejected_at__isnull=False)
    rejected.filter(delivery__rejected_at__lte=moment - UNDO_AT_ONCE).delete()
    first = rejected.order_by("delivery__rejected_at").values_list("delivery__rejected_at", flat=True).first()
    return first + UNDO_AT_ONCE if first else None


def erase(delivery_ids: Collection[UUID]) -> int:
    """Takes the pictures of these deliveries away and returns how many there were. Part of the verb that does so."""
    gone, _ = DeliveryPicture.objects.filter(delivery__in=delivery_ids).delete()
    Delivery.objects.filter(pk__in=delivery_ids, has_picture=True).update(has_picture=False)
    return gone


def not_there() -> Refusal:
    """What is not there for the reader: 404."""
    return Refusal(
        "not_found", Text(zh="没有这张照片，或已经删除。", en="There is no such picture, or not any more."), status=404
    )
