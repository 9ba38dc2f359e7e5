"""Photo and drawn signature as evidence: kept with the delivery, erased with a rejection and after the year."""

import datetime

import pytest
from django.db import connection

from hub.clock import now, standing_at
from hub.refusal import Refusal
from tenants.campaigns.running import edit_campaign
from tenants.claims import delivering, giving_up
from tenants.claims.models import Delivery, DeliveryPicture
from tenants.claims.pictures.keeping import erase_picture, erase_rejected
from tenants.claims.pictures.reading import Picture, read_picture
from tenants.closing.forgetting import PICTURES_KEPT_FOR, forget_pictures_of_closed_years
from tenants.closing.years import close_campaign
from tenants.wishes.life import UNDO_AT_ONCE
from tests.tenants.claims.pictures import drawn, encoded, photo
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db

TAKEN = Picture("photo", b"a photo of a rice cooker", 40, 30)
SIGNED = Picture("signature", b"a line", 40, 30)


def refusal_of(world: World, *, by: str = "member", **values: object) -> tuple[str, str | None]:
    wish = world.wish("claimed")
    actor = {"by": world.collector} if by == "staff" else {}
    with pytest.raises(Refusal) as refused:
        world.deliver(world.claim_of(wish), **actor, **values)
    wish.refresh_from_db()
    assert wish.state == "claimed"
    assert not DeliveryPicture.objects.exists()
    giving_up.hand_back(world.claim_of(wish), by=world.collector)
    return refused.value.code, refused.value.field


def test_a_claimer_delivers_with_a_photo_and_says_that_no_face_is_on_it(world: World) -> None:
    wish = world.wish("claimed")
    made = world.deliver(world.claim_of(wish), evidence="photo", picture=TAKEN, no_face=True)
    wish.refresh_from_db()
    assert (wish.state, made.has_picture, bytes(made.picture.content)) == ("delivered", True, TAKEN.content)


def test_a_claimer_delivers_with_a_signature_drawn_on_the_telephone(world: World) -> None:
    made = world.deliver(world.claim_of(world.wish("claimed")), evidence="signature", picture=SIGNED)
    assert (made.picture.kind, made.evidence) == ("signature", "signature")


def test_a_signature_on_paper_is_staffs_to_record(world: World) -> None:
    assert refusal_of(world, evidence="signature") == ("signature_is_empty", "picture")
    made = world.deliver(world.claim_of(world.wish("claimed")), evidence="signature", by=world.collector)
    assert not made.has_picture


def test_a_photo_without_the_word_that_no_face_is_on_it_is_refused(world: World) -> None:
    assert refusal_of(world, evidence="photo", picture=TAKEN) == ("face_not_denied", "no_face")
    assert refusal_of(world, by="staff", evidence="photo", picture=TAKEN) == ("face_not_denied", "no_face")


def test_each_evidence_wants_its_own_picture(world: World) -> None:
    assert refusal_of(world, evidence="photo", no_face=True)[0] == "picture_missing"
    assert refusal_of(world, evidence="photo", picture=SIGNED, no_face=True)[0] == "picture_missing"
    assert refusal_of(world, evidence="signature", picture=TAKEN)[0] == "signature_is_empty"
    assert refusal_of(world, by="staff", evidence="witness", picture=TAKEN)[0] == "picture_not_wanted"
    assert refusal_of(world, evidence="witness")[0] == "evidence_of_staff"


def test_the_community_photographs_what_it_brings_itself(world: World) -> None:
    wish = world.wish("backstopped")
    made = delivering.deliver_backstop(wish, evidence="photo", picture=TAKEN, no_face=True, by=world.assessor)
    assert made.picture.kind == "photo"


def test_a_rejected_photo_is_erased_and_the_wish_goes_back_to_the_claimer(world: World) -> None:
    wish = world.wish("claimed")
    made = world.deliver(world.claim_of(wish), evidence="photo", picture=TAKEN, no_face=True)
    delivering.reject(wish, reason="照片里有人脸", by=world.assessor)
    wish.refresh_from_db()
    made.refresh_from_db()
    assert (wish.state, made.current, made.has_picture) == ("claimed", False, False)
    assert DeliveryPicture.objects.exists(), "for a minute it can still be undone"
    assert erase_rejected(now()) == DeliveryPicture.objects.get().delivery.rejected_at + UNDO_AT_ONCE
    assert erase_rejected(now() + UNDO_AT_ONCE) is None
    assert not DeliveryPicture.objects.exists()
    again = world.deliver(world.claim_of(wish), evidence="photo", picture=TAKEN, no_face=True)
    assert again.has_picture


def test_staff_erase_a_picture_only_once_they_have_confirmed_by_it_and_say_why(world: World) -> None:
    wish = world.wish("claimed")
    made = world.deliver(world.claim_of(wish), evidence="photo", picture=TAKEN, no_face=True)
    with pytest.raises(Refusal) as refused:
        erase_picture(made, reason="有人脸", by=world.assessor)
    assert refused.value.code == "not_confirmed_yet"
    delivering.confirm(wish, by=world.assessor)
    with pytest.raises(Refusal) as refused:
        erase_picture(made, reason=" ", by=world.assessor)
    assert refused.value.code == "reason_missing"
    erase_picture(made, reason="有人脸", by=world.assessor)
    made.refresh_from_db()
    assert (made.has_picture, made.confirmed_at is None) == (False, False)
    last = wish.history.last()
    assert last is not None
    assert (last.verb, last.reason) == ("picture_erased", "有人脸")
    with pytest.raises(Refusal) as refused:
        erase_picture(made, reason="有人脸", by=world.assessor)
    assert refused.value.status == 404


def test_pictures_are_forgotten_a_set_time_after_their_year_was_closed(world: World) -> None:
    # Nobody is drawn for a follow-up, which would keep the year from being closed.
    edit_campaign(world.campaign, {"follow_up_percent": 0}, by=world.administrator)
    wish = world.wish("claimed")
    world.deliver(world.claim_of(wish), evidence="photo", picture=TAKEN, no_face=True)
    delivering.confirm(wish, by=world.assessor)
    a_year_on = MONDAY + datetime.timedelta(days=365)
    with standing_at(a_year_on):
        assert forget_pictures_of_closed_years() == 0, "the year goes on"
        close_campaign(world.campaign, by=world.administrator)
    with standing_at(a_year_on + PICTURES_KEPT_FOR):
        assert forget_pictures_of_closed_years() == 0
    with standing_at(a_year_on + PICTURES_KEPT_FOR + datetime.timedelta(minutes=1)):
        assert forget_pictures_of_closed_years() == 1
        assert forget_pictures_of_closed_years() == 0
    made = Delivery.objects.get(wish=wish)
    assert (made.has_picture, made.evidence) == (False, "photo")
    assert not DeliveryPicture.objects.exists()
    last = wish.history.last()
    assert last is not None
    assert last.verb == "picture_erased"


def test_what_lies_in_the_database_is_no_picture(world: World) -> None:
    taken = read_picture(encoded(photo(), "JPEG"), "photo")
    signed = read_picture(drawn(), "signature")
    world.deliver(world.claim_of(world.wish("claimed")), evidence="photo", picture=taken, no_face=True)
    world.deliver(world.claim_of(world.wish("claimed", member=world.han)), evidence="signature", picture=signed)
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM claims_deliverypicture")
        stored = [bytes(content) for (content,) in cursor.fetchall()]
    assert len(stored) == 2
    for content in stored:
        for plain in (taken.content, signed.content):
            assert plain[:4] not in content[:64]
            assert plain[200:240] not in content
