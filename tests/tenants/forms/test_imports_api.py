"""Imports over HTTP, as the check page asks."""

import datetime
import io
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tenants.utils import tenant_context

from hub.accounts.seats import Standing
from hub.clock import now, standing_at
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.privacy.models import AccessLog
from tenants.campaigns.making import make_campaign
from tenants.forms.forgetting import forget_expired_imports
from tenants.forms.models import ImportBatch
from tenants.forms.reading import limits
from tenants.wishes.models import Wish
from tests.hub.accounts.office import MA, WANG, Browser
from tests.tenants.forms.test_confirming import MEMBERS, REGISTER
from tests.tenants.forms.workbooks import HEADER, wish_row, xlsx

pytestmark = pytest.mark.django_db

SignIn = Callable[..., Browser]


@pytest.fixture
def clerk(haihong: Community, wang: Standing, signed_in: SignIn) -> Browser:
    """王晓 at her desk, in a campaign of 2026."""
    with tenant_context(haihong):
        make_campaign(2026, by=wang.actor)
    return signed_in(WANG)


def upload(browser: Browser, data: bytes, *, name: str = "登记表.xlsx", **fields: str) -> Any:
    browser.get("/api/site")
    return browser.client.post(
        "/api/imports",
        {"kind": "wishes", **fields, "file": SimpleUploadedFile(name, data)},
        headers={"X-CSRFToken": browser.client.cookies["csrftoken"].value},
    )


def test_the_whole_way_from_upload_to_confirmation(clerk: Browser, haihong: Community) -> None:
    answer = upload(clerk, REGISTER)
    assert answer.status_code == 201, answer.content.decode()
    batch = answer.json()
    assert batch["counts"] == {"ready": 66, "attention": 6, "duplicate": 2, "rejected": 2}
    assert (batch["sheet"], batch["header_row"], batch["file_name"]) == ("征集登记表", 3, "登记表.xlsx")
    assert batch["columns"][0] == {"field": "name", "label": "姓名", "title": "姓名"}
    assert batch["left_out"] == [{"row": 80, "text": "合计"}, {"row": 81, "text": "填表人:马秀兰"}]
    assert batch["sheets_left_out"] == ["填表说明"]
    row = batch["rows"][10]
    assert row["values"]["phone"] == "1390000"
    assert row["reasons"] == [{"code": "phone_invalid", "field": "phone", "text": "少 4 位，改好或留待核查时补"}]

    address = f"/api/imports/{batch['id']}"
    mended = clerk.send("PATCH", f"{address}/rows/11", {"phone": "13900120777"}).json()
    assert (mended["outcome"], mended["corrected"], mended["others"]) == ("ready", ["phone"], [])
    assert mended["counts"]["ready"] == 67

    with tenant_context(haihong):
        assert Wish.objects.count() == 0
    given = {"purposes": ["collect", "show"], "manner": "written", "given_on": "2026-03-01"}
    confirmed = clerk.post(f"{address}/confirmation", {"consents": given}).json()
    assert (confirmed["state"], confirmed["imported"], confirmed["consents"]) == ("confirmed", 72, given)
    assert confirmed["rows"][0]["number"] == "HH26-001"
    again = clerk.post(f"{address}/confirmation")
    assert (again.status_code, again.json()["imported"]) == (200, 72)
    with tenant_context(haihong):
        assert Wish.objects.count() == 72
    assert [one["state"] for one in clerk.get("/api/imports").json()] == ["confirmed"]
    assert clerk.send("PATCH", f"{address}/rows/11", {"phone": "13900120778"}).json()["code"] == "import_confirmed"
    assert clerk.send("DELETE", address).status_code == 409


def test_looking_at_a_check_page_is_on_the_access_log(clerk: Browser) -> None:
    batch = upload(clerk, REGISTER).json()
    assert clerk.get(f"/api/imports/{batch['id']}").json()["rows"] == batch["rows"]
    log = AccessLog.objects.get(subject="import")
    assert str(log.subject_id) == batch["id"]


def test_rows_that_need_care_are_downloaded_as_a_workbook(clerk: Browser) -> None:
    batch = upload(clerk, REGISTER).json()
    answer = clerk.get(f"/api/imports/{batch['id']}/care")
    assert answer["Content-Type"].startswith("application/vnd.openxmlformats")
    assert "要修改的行" in unquote(answer["Content-Disposition"])
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet.max_row == 11


@pytest.mark.parametrize("kind", ["wishes", "members"])
def test_blank_registers_are_there_to_fill_in(clerk: Browser, kind: str) -> None:
    answer = clerk.get(f"/api/imports/templates/{kind}")
    assert answer.status_code == 200
    assert openpyxl.load_workbook(io.BytesIO(answer.content)).active is not None
    assert clerk.get("/api/imports/templates/others").status_code == 404


def test_members_are_imported_with_the_new_branches_named(clerk: Browser) -> None:
    batch = upload(clerk, MEMBERS, kind="members").json()
    assert batch["new_branches"][0] == "海鸿社区第一党支部"
    assert len(batch["new_branches"]) == 6
    assert batch["campaign_year"] is None
    assert clerk.post(f"/api/imports/{batch['id']}/confirmation", {}).json()["imported"] == 91


@pytest.mark.parametrize(
    ("data", "fields", "status", "code"),
    [
        (b"%PDF-1.4 \x00\x01", {}, 422, "not_a_workbook"),
        (b"", {}, 422, "empty_file"),
        (b"1,2\r\n" * 2_200_000, {}, 413, "file_too_large"),
        (MEMBERS, {}, 422, "looks_like_members"),
        (REGISTER, {"kind": "branches"}, 400, "invalid"),
        (REGISTER, {"campaign": "2031"}, 404, "no_campaign"),
        (REGISTER, {"consents": "{}"}, 400, "not_understood"),
        (REGISTER, {"consents": "[1"}, 400, "not_understood"),
        (REGISTER, {"consents": json.dumps({"purposes": ["photo"], "manner": "oral", "given_on": "2026-03-01"})}, 400, "not_understood"),
    ],
)  # fmt: skip
def test_what_cannot_be_checked_is_refused_and_leaves_nothing(
    clerk: Browser, haihong: Community, data: bytes, fields: dict[str, Any], status: int, code: str
) -> None:
    answer = upload(clerk, data, **fields)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.content.decode()
    assert answer.json()["detail"]
    with tenant_context(haihong):
        assert not ImportBatch.objects.exists()


def test_a_request_that_understates_its_length_is_cut_off_at_the_limit(clerk: Browser) -> None:
    """The form around the file has room for 64 kB: a file may not use it."""
    answer = upload(clerk, b"x" * (limits.MAX_FILE_BYTES + 30_000))
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")


def test_a_large_file_is_never_written_to_the_disk(clerk: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    def no(*_: object, **__: object) -> None:
        raise AssertionError("a file was written")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", no)
    monkeypatch.setattr("django.core.files.temp.NamedTemporaryFile", no)
    rows = [wish_row(n, name=f"哈秀{n}", remarks=str(n) * 60 * (n % 20)) for n in range(1, 4001)]
    data = xlsx([HEADER, *rows])
    answer = upload(clerk, data + b"\x00" * 3_000_000, name="x.csv")
    assert answer.json()["code"] == "damaged" or answer.status_code == 201


def test_only_staff_import(clerk: Browser, ma: object, haihong: Community) -> None:
    batch = upload(clerk, REGISTER).json()
    stranger = Browser()
    one = f"imports/{batch['id']}"
    for address in (one, "imports", f"{one}/care", "imports/templates/wishes", "cards/households", "cards/wishes"):
        assert stranger.get(f"/api/{address}").status_code == 401
    assert upload(stranger, REGISTER).status_code == 401
    assert stranger.post(f"/api/imports/{batch['id']}/confirmation").status_code == 401
    assert MA


def test_what_is_not_there_is_404_and_nonsense_is_400(clerk: Browser) -> None:
    batch = upload(clerk, REGISTER).json()
    assert clerk.get(f"/api/imports/{uuid7()}").status_code == 404
    assert clerk.send("PATCH", f"/api/imports/{batch['id']}/rows/999", {"name": "x"}).status_code == 404
    for nonsense in ({}, [], {"name": {"a": 1}}, {"name": None}, {"nothing": "x"}, {"name": "x" * 5000}, "x"):
        assert clerk.send("PATCH", f"/api/imports/{batch['id']}/rows/1", nonsense).status_code == 400, nonsense
    assert clerk.post(f"/api/imports/{batch['id']}/confirmation", {"consents": {"purposes": []}}).status_code == 400


def test_texts_come_in_the_readers_language(clerk: Browser) -> None:
    batch = upload(clerk, REGISTER).json()
    row = clerk.get(f"/api/imports/{batch['id']}", **{"Accept-Language": "en"}).json()["rows"][10]
    assert row["reasons"][0]["text"].startswith("4 digits short")


def test_a_discarded_import_can_be_looked_at_until_the_night_and_not_be_confirmed(
    clerk: Browser, haihong: Community
) -> None:
    batch = upload(clerk, REGISTER).json()
    assert clerk.send("DELETE", f"/api/imports/{batch['id']}").status_code == 204
    put_aside = clerk.get(f"/api/imports/{batch['id']}").json()
    assert (put_aside["state"], len(put_aside["rows"])) == ("discarded", len(batch["rows"]))
    with standing_at(now() + datetime.timedelta(days=1)), tenant_context(haihong):
        assert forget_expired_imports() == 1
    assert clerk.get(f"/api/imports/{batch['id']}").json()["rows"] == []
    assert clerk.post(f"/api/imports/{batch['id']}/confirmation").json()["code"] == "import_discarded"


def test_two_clerks_who_correct_one_row_take_nothing_back_from_each_other(clerk: Browser) -> None:
    batch = upload(clerk, REGISTER).json()
    path = f"/api/imports/{batch['id']}/rows/11"
    seen = f'"{next(row["version"] for row in batch["rows"] if row["serial"] == 11)}"'
    missing = clerk.send("PATCH", path, {"phone": "13900120777"}, If_Match="")
    assert (missing.status_code, missing.json()["code"]) == (428, "version_missing")
    first = clerk.send("PATCH", path, {"phone": "13900120777"}, If_Match=seen)
    assert (first.status_code, first.headers["ETag"]) == (200, f'"{first.json()["version"]}"')
    late = clerk.send("PATCH", path, {"phone": "13900120888"}, If_Match=seen)
    assert (late.status_code, late.json()["changed"]) == (412, ["phone"])
    current = late.json()["current"]
    assert (current["values"]["phone"], current["version"]) == ("13900120777", first.json()["version"])
    elsewhere = clerk.send("PATCH", f"/api/imports/{batch['id']}/rows/10", {"note": "另一行"}, If_Match=seen)
    assert elsewhere.status_code == 412, "a row's version is its own"
    again = clerk.send("PATCH", path, {"phone": "13900120888"}, If_Match=f'"{current["version"]}"')
    assert again.status_code == 200
