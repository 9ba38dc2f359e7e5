"""One community leaves and comes back, byte by byte, and its neighbour never notices."""

import base64
import json
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django_tenants.utils import tenant_context

from config.backups import community as one
from config.backups import hubrows, manifest
from config.backups.dumps import Database
from config.embedded import Trouble
from config.embedded.postgres import program
from hub import envelope
from hub.accounts.inviting import create_first_administrator
from hub.accounts.models import Account, Membership, Seat
from hub.accounts.seats import phone_index
from hub.actor import ADMINISTRATOR, SYSTEM, Actor
from hub.bells.models import Bell
from hub.communities.models import Community, Domain
from hub.privacy.access import record_access
from hub.privacy.keys import forget_keys
from hub.privacy.models import AccessLog
from hub.rollups.models import CommunityYear
from hub.sms.models import Message
from hub.sms.send import say
from tenants.people.models import Beneficiary
from tenants.people.register import Person, register_beneficiary

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = "+8613900139001"
SECRET_NAME = "马秀兰"
SECRET_PHONE = "+8613900120422"


def fill(*names: str) -> None:
    """Residents, in the community whose block this runs in."""
    for name in names or (SECRET_NAME, "冶文成"):
        register_beneficiary(Person(name, phone=SECRET_PHONE, address="滨河小区4号楼2单元501室", age=81), by=SYSTEM)


def dump(schema: str) -> bytes:
    """The schema as SQL text: structure, rows and their order; without the random mark of pg_dump itself."""
    settings_dict = Database.ours().settings
    done = subprocess.run(
        [program("pg_dump"), "--schema", schema, "--no-owner", "--no-privileges"],
        env={
            "PGHOST": settings_dict["HOST"],
            "PGUSER": settings_dict["USER"],
            "PGPASSWORD": settings_dict["PASSWORD"],
            "PGDATABASE": settings_dict["NAME"],
        },
        capture_output=True,
        check=True,
    )
    return b"\n".join(
        line for line in done.stdout.split(b"\n") if not line.startswith((b"\\restrict", b"\\unrestrict"))
    )


def back_up(community: Community, target: Path) -> Path:
    with manifest.writing(target) as folder:
        one.back_up(folder, community, "test")
    return target


def restore(source: Path, *, replace: bool = False, master: bytes | None = None) -> Community:
    with manifest.reading(source) as (folder, described):
        return one.restore(folder, described, replace=replace, master=master)


@pytest.fixture
def haihong(community: Community) -> Community:
    invitation = create_first_administrator(PHONE, "李主任", community=community)
    by = Actor(invitation.account.id, "李主任", frozenset({ADMINISTRATOR}))
    with tenant_context(community):
        fill()
        record_access(by, subject="person", subject_id=community.pk, fields=["phone"], reason="核查")
    CommunityYear.objects.create(
        community=community, year=2026, region_code=community.region_code, campaign_state="running", counts={"open": 3}
    )
    say(
        purpose="test-1",
        template="one_time_code",
        phone=PHONE,
        params={"code": "123456", "minutes": "5"},
        community=community,
    )
    return community


def test_a_community_that_was_lost_comes_back_byte_by_byte(
    haihong: Community, other_community: Community, tmp_path: Path
) -> None:
    before, others = dump(haihong.schema_name), dump(other_community.schema_name)
    source = back_up(haihong, tmp_path / "haihong")
    account = Account.objects.get(seats__community=haihong).pk
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {haihong.schema_name} CASCADE")
    Community.objects.filter(pk=haihong.pk).delete()
    Account.objects.all().delete()
    AccessLog.objects.all().delete()

    restored = restore(source)

    assert dump(restored.schema_name) == before
    assert dump(other_community.schema_name) == others
    assert restored.pk == haihong.pk
    seat = Seat.objects.get(community=restored)
    assert (seat.account_id, seat.name, seat.account.phone) == (account, "李主任", PHONE)
    assert Membership.objects.get(community=restored).role == ADMINISTRATOR
    assert AccessLog.objects.get(community_id=restored.pk).actor_name == "李主任"
    assert Domain.objects.get(tenant=restored).domain == "haihong.localhost"
    assert set(Bell.objects.filter(community=restored).values_list("kind", flat=True)) == {
        "ladder",
        "figures",
        "reading",
    }
    assert CommunityYear.objects.get(community=restored).counts == {"open": 3}


def test_what_the_community_has_now_is_replaced_only_when_that_is_said(haihong: Community, tmp_path: Path) -> None:
    before = dump(haihong.schema_name)
    source = back_up(haihong, tmp_path / "haihong")
    with tenant_context(haihong):
        fill("韩有福")
    after = dump(haihong.schema_name)

    with pytest.raises(Trouble) as refused:
        restore(source)
    assert refused.value.code == "community_exists"
    assert dump(haihong.schema_name) == after

    restore(source, replace=True)
    assert dump(haihong.schema_name) == before


def test_a_community_moves_to_an_installation_with_another_master_key(haihong: Community, tmp_path: Path) -> None:
    before = dump(haihong.schema_name)
    source = back_up(haihong, tmp_path / "haihong.tar")
    theirs = envelope.master_key()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {haihong.schema_name} CASCADE")
        cursor.execute("TRUNCATE communities_hubkey, accounts_account, communities_community CASCADE")
    Path(settings.WISHBRIDGE_MASTER_KEY_FILE).write_text(_another_key())
    forget_keys()
    try:
        with pytest.raises(Trouble) as refused:
            restore(source)
        assert refused.value.code == "wrong_master_key"
        assert not Community.objects.exists()

        # Somebody else's account here has this number already: it is the same person.
        known = Account.objects.create(phone=PHONE, phone_blind=phone_index(PHONE))
        restored = restore(source, master=theirs)

        assert dump(restored.schema_name) == before
        assert Seat.objects.get(community=restored).account_id == known.pk
        with tenant_context(restored):
            assert {person.name for person in Beneficiary.objects.all()} == {SECRET_NAME, "冶文成"}
    finally:
        _write_back(theirs)


def test_a_message_on_its_way_is_not_sent_again_by_a_restored_ledger(haihong: Community, tmp_path: Path) -> None:
    source = back_up(haihong, tmp_path / "haihong")
    Message.objects.all().delete()
    restore(source, replace=True)
    message = Message.objects.get()
    assert (message.state, message.why, message.phone) == ("suppressed", "restored", PHONE)


def test_a_backup_holds_neither_the_master_key_nor_anything_to_read(haihong: Community, tmp_path: Path) -> None:
    target = back_up(haihong, tmp_path / "haihong")
    content = b"".join(file.read_bytes() for file in target.rglob("*") if file.is_file())
    key = Path(settings.WISHBRIDGE_MASTER_KEY_FILE).read_bytes().strip()
    for secret in (key, envelope.master_key(), SECRET_NAME.encode(), SECRET_PHONE.encode(), "李主任".encode()):
        assert secret not in content


def test_a_damaged_backup_changes_nothing(haihong: Community, tmp_path: Path) -> None:
    before = dump(haihong.schema_name)
    target = back_up(haihong, tmp_path / "haihong")
    file = target / "schema.dump"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(Trouble) as refused:
        restore(target, replace=True)
    assert refused.value.code == "backup_damaged"
    assert dump(haihong.schema_name) == before


def test_the_manifest_says_what_is_inside(haihong: Community, tmp_path: Path) -> None:
    target = back_up(haihong, tmp_path / "haihong")
    said = json.loads((target / "manifest.json").read_text())
    assert said["kind"] == "community"
    assert [described["slug"] for described in said["communities"]] == ["haihong"]
    assert set(said["files"]) == {"schema.dump", "hub.jsonl"}
    assert said["rows"]["accounts.Account"] == 1


def _another_key() -> str:
    return base64.b64encode(envelope.new_key()).decode()


def _write_back(key: bytes) -> None:
    Path(settings.WISHBRIDGE_MASTER_KEY_FILE).write_text(base64.b64encode(key).decode())
    forget_keys()


def test_every_table_of_the_hub_that_names_a_community_goes_along_or_says_why_not() -> None:
    naming = {
        model._meta.label
        for model in apps.get_models()
        if model.__module__.startswith("hub.")
        for field in model._meta.concrete_fields
        if field.attname == "community_id"
    }
    assert naming <= {*hubrows.TAKEN, *hubrows.LEFT_BEHIND}
