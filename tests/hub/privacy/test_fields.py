import pytest
from django.core.exceptions import FieldError
from django.db import connection, models, transaction
from django.db.migrations.writer import MigrationWriter
from django.test.utils import isolate_apps
from django_tenants.utils import tenant_context

from hub.communities.current import OutsideCommunity
from hub.communities.models import Community
from hub.envelope import NONCE_BYTES, KeyTrouble, unwrap, wrap
from hub.privacy.fields import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField
from hub.privacy.keys import keys_of, owner_of

NAME = "马秀兰"


@pytest.fixture
def note() -> type[models.Model]:
    """A model with a field of each kind, whose table lies in the hub for this test."""
    with isolate_apps("hub.privacy"):

        class Note(models.Model):
            text = EncryptedTextField(null=True)
            other_text = EncryptedTextField(null=True)
            data = EncryptedJSONField(default=dict)
            file = EncryptedBinaryField(default=b"")
            of_the_hub = EncryptedTextField(scope="hub", default="")

            class Meta:
                app_label = "privacy"

        return Note


@pytest.fixture
def table(db: None, note: type[models.Model]) -> type[models.Model]:
    with connection.schema_editor() as editor:
        editor.create_model(note)
    return note


def stored(column: str) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM privacy_note")
        row = cursor.fetchone()
    assert row is not None
    return bytes(row[0])


def test_what_is_written_comes_back_and_does_not_stand_in_the_table(
    table: type[models.Model], haihong: Community
) -> None:
    values = {"text": NAME, "data": {"电话": "13900120422"}, "file": b"\x00PK" + NAME.encode(), "of_the_hub": NAME}
    with tenant_context(haihong):
        table.objects.create(**values)
        again = table.objects.get()
        assert {name: getattr(again, name) for name in values} == values
    for column in values:
        assert NAME.encode() not in stored(column)
        assert b"13900120422" not in stored(column)


def test_null_stays_null_and_the_empty_text_does_not_show_that_it_is_empty(
    table: type[models.Model], haihong: Community
) -> None:
    with tenant_context(haihong):
        table.objects.create(text=None, other_text="")
        assert table.objects.filter(text__isnull=True).count() == 1
        again = table.objects.get()
        assert (again.text, again.other_text) == (None, "")
    assert len(stored("other_text")) > 16


def test_the_same_text_is_stored_differently_each_time(table: type[models.Model], haihong: Community) -> None:
    with tenant_context(haihong):
        table.objects.create(text=NAME)
        first = stored("text")
        table.objects.update(text=NAME)
    second = stored("text")
    nonce = slice(1, 1 + NONCE_BYTES)
    assert first[nonce] != second[nonce]
    assert first[nonce.stop :] != second[nonce.stop :]


def test_a_value_copied_to_another_field_does_not_open(table: type[models.Model], haihong: Community) -> None:
    with tenant_context(haihong):
        table.objects.create(text=NAME)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE privacy_note SET other_text = text")
        with pytest.raises(KeyTrouble, match="cannot be opened"):
            table.objects.get()


def test_a_value_of_another_community_does_not_open(
    table: type[models.Model], haihong: Community, binhe: Community
) -> None:
    with tenant_context(haihong):
        table.objects.create(text=NAME)
    with tenant_context(binhe), pytest.raises(KeyTrouble, match="cannot be opened"):
        table.objects.get()


def test_a_value_whose_community_got_another_identity_does_not_open_even_under_its_key(
    table: type[models.Model], haihong: Community, binhe: Community
) -> None:
    with tenant_context(haihong):
        table.objects.create(text=NAME)
    data_key = unwrap(haihong.wrapped_key, owner_of(haihong.pk))
    binhe.wrapped_key = wrap(data_key, owner_of(binhe.pk))
    assert keys_of(binhe).encrypting == keys_of(haihong).encrypting
    with tenant_context(binhe), pytest.raises(KeyTrouble):
        table.objects.get()


def test_a_changed_byte_is_noticed(table: type[models.Model], haihong: Community) -> None:
    with tenant_context(haihong):
        table.objects.create(text=NAME)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE privacy_note SET text = set_byte(text, 14, get_byte(text, 14) # 1)")
        with pytest.raises(KeyTrouble):
            table.objects.get()


def test_outside_of_a_community_nothing_is_written_or_read(table: type[models.Model], haihong: Community) -> None:
    with pytest.raises(OutsideCommunity), transaction.atomic():
        table.objects.create(text=NAME)
    with tenant_context(haihong):
        table.objects.create(text=NAME)
    with pytest.raises(OutsideCommunity):
        table.objects.get()


@pytest.mark.parametrize("lookup", ["text", "text__exact", "text__contains", "text__in", "text__gt"])
def test_an_encrypted_field_cannot_be_looked_up_by(note: type[models.Model], lookup: str) -> None:
    value = [NAME] if lookup.endswith("__in") else NAME
    with pytest.raises(FieldError, match="blind index"):
        note.objects.filter(**{lookup: value})


def test_an_update_by_queryset_encrypts_too(table: type[models.Model], haihong: Community) -> None:
    with tenant_context(haihong):
        table.objects.create(text="")
        table.objects.update(text=NAME)
        assert table.objects.values_list("text", flat=True).get() == NAME
    assert NAME.encode() not in stored("text")


def test_a_migration_writes_the_field_with_its_scope_and_binding() -> None:
    field = EncryptedTextField(scope="hub", bound_to="accounts.account.phone")
    written, _ = MigrationWriter.serialize(field)
    assert written == (
        "hub.privacy.fields.EncryptedTextField(bound_to='accounts.account.phone', scope='hub')"
    ) or written == ("hub.privacy.fields.EncryptedTextField(scope='hub', bound_to='accounts.account.phone')")


def test_the_keys_do_not_show_themselves(haihong: Community) -> None:
    assert repr(keys_of(haihong)) == f"<Keys of community {haihong.pk}>"
