"""Photos and signatures over the API: sent as a form, shown to few, each look logged, on no board."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from hub.actor import SECRETARY
from hub.privacy.models import AccessLog
from tenants.claims import delivering, giving_up
from tenants.claims.models import DeliveryPicture
from tenants.claims.pictures import limits
from tests.contract.stage import Stage
from tests.tenants.claims.pictures import CANARY, drawn, from_a_telephone, heic


def deliver(stage: Stage, role: str, claim_id: object, data: bytes, **values: Any) -> Any:
    file = SimpleUploadedFile("IMG_0001.jpg", data, content_type="image/jpeg")
    return stage.ask(role, "POST", f"/api/claims/{claim_id}/delivery", {"picture": file, **values})


def claimed(stage: Stage) -> Any:
    with stage.community_block() as world:
        return world.claim_of(world.wish("claimed"))


def photographed(stage: Stage) -> tuple[Any, str]:
    """A claim delivered with a photo, and where the photo lies."""
    claim = claimed(stage)
    answer = deliver(stage, "member", claim.pk, from_a_telephone(), evidence="photo", no_face="true")
    assert answer.status_code == 201, answer.content.decode()
    made = answer.json()["delivery"]
    assert (made["evidence"], made["has_picture"]) == ("photo", True)
    return claim, f"/api/deliveries/{made['id']}/picture"


def test_a_photo_from_a_telephone_comes_back_upright_and_without_a_place(stage: Stage) -> None:
    _, address = photographed(stage)
    answer = stage.ask("staff", "GET", address)
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, "image/jpeg", "no-store")
    assert answer["X-Content-Type-Options"] == "nosniff"
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.size == (900, 1200)
    assert not picture.getexif()
    assert CANARY.encode() not in answer.content


def test_the_claimer_sees_it_until_the_claims_end_and_others_never(stage: Stage) -> None:
    claim, address = photographed(stage)
    assert {role: stage.ask(role, "GET", address).status_code for role in ("member", SECRETARY, "staff")} == {
        "member": 200,
        SECRETARY: 404,
        "staff": 200,
    }
    assert stage.ask("anonymous", "GET", address).status_code == 401
    with stage.community_block() as world:
        delivering.confirm(claim.wish, by=world.assessor)
    assert stage.ask("member", "GET", address).status_code == 404
    assert stage.ask("staff", "GET", address).status_code == 200


def test_each_look_is_on_the_access_log(stage: Stage) -> None:
    _, address = photographed(stage)
    for role in ("staff", "member", SECRETARY):
        stage.ask(role, "GET", address)
    looks = AccessLog.objects.filter(subject="delivery").order_by("at")
    assert [(look.actor_id, look.fields, look.reason) for look in looks] == [
        (stage.accounts["staff"].pk, ["photo"], "evidence of a delivery"),
        (stage.accounts["member"].pk, ["photo"], "claimer"),
    ]


def test_a_rejected_photo_is_gone_for_everybody_and_the_claimer_reads_why(stage: Stage) -> None:
    claim, address = photographed(stage)
    answer = stage.ask("staff", "POST", f"/api/wishes/{claim.wish_id}/rejection", {"reason": "照片里有人脸"})
    assert answer.status_code == 200
    for role in ("staff", "member"):
        assert stage.ask(role, "GET", address).status_code == 404
    mine = stage.ask("member", "GET", f"/api/my/claims/{claim.pk}").json()
    assert (mine["wish"]["state"], mine["delivery"], mine["sent_back"]) == ("claimed", None, "照片里有人脸")
    assert deliver(stage, "member", claim.pk, drawn(), evidence="signature").status_code == 201
    assert stage.ask("member", "GET", f"/api/my/claims/{claim.pk}").json()["sent_back"] == ""


def test_board_and_wall_know_nothing_of_pictures(stage: Stage) -> None:
    claim, address = photographed(stage)
    for path in ("/api/board", "/api/wall", f"/api/board/{claim.wish_id}"):
        said = stage.ask("anonymous", "GET", path).content.decode()
        assert "picture" not in said
        assert address.split("/")[3] not in said


def test_staff_erase_the_picture_of_a_confirmed_delivery(stage: Stage) -> None:
    claim, address = photographed(stage)
    body = {"reason": "有人脸"}
    assert stage.ask("staff", "POST", f"{address}/erasure", body).json()["code"] == "not_confirmed_yet"
    with stage.community_block() as world:
        delivering.confirm(claim.wish, by=world.assessor)
    assert stage.ask("staff", "POST", f"{address}/erasure", {}).status_code == 400
    assert stage.ask("staff", "POST", f"{address}/erasure", body).status_code == 204
    assert stage.ask("staff", "GET", address).status_code == 404


REFUSED: dict[str, tuple[bytes, dict[str, str], int, str]] = {
    "no word about a face": (from_a_telephone(), {"evidence": "photo"}, 400, "face_not_denied"),
    "HEIC": (heic(), {"evidence": "photo", "no_face": "true"}, 422, "picture_is_heic"),
    "no picture": (b"x" * 500, {"evidence": "photo", "no_face": "true"}, 422, "not_a_picture"),
    "nothing drawn": (drawn(empty=True), {"evidence": "signature"}, 400, "signature_is_empty"),
    "too big": (bytes(limits.MAX_FILE_BYTES + 1), {"evidence": "photo", "no_face": "true"}, 413, "picture_too_big"),
    "not asked for": (from_a_telephone(), {"evidence": "code", "code": "1234"}, 400, "picture_not_wanted"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_picture_delivers_nothing(stage: Stage, case: str) -> None:
    data, values, status, code = REFUSED[case]
    claim = claimed(stage)
    answer = deliver(stage, "member", claim.pk, data, **values)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    with stage.community_block():
        claim.wish.refresh_from_db()
        assert claim.wish.state == "claimed"
        assert not DeliveryPicture.objects.exists()


def test_a_photo_larger_than_django_would_keep_in_memory_never_reaches_the_disk(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    def no(*_: object, **__: object) -> None:
        raise AssertionError("a photo was written to the disk")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", no)
    monkeypatch.setattr("django.core.files.temp.NamedTemporaryFile", no)
    data = from_a_telephone() + bytes(3_000_000)
    claim = claimed(stage)
    assert deliver(stage, "member", claim.pk, data, evidence="photo", no_face="true").status_code == 201


def test_the_community_sends_a_photo_of_what_it_brought_itself(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("open")
        giving_up.backstop(wish, reason="无人认领", by=world.assessor)
    file = SimpleUploadedFile("a.jpg", from_a_telephone(), content_type="image/jpeg")
    path = f"/api/wishes/{wish.pk}/backstop/delivery"
    answer = stage.ask("staff", "POST", path, {"evidence": "photo", "no_face": "true", "picture": file})
    assert (answer.status_code, answer.json()["state"]) == (200, "delivered")
