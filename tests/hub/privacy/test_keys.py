import base64
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django_tenants.utils import tenant_context

from hub import envelope
from hub.communities.models import Community, HubKey
from hub.privacy import keys
from hub.privacy.blind import blind
from hub.privacy.keys import forget_keys, keys_for, keys_of, owner_of


def write_master_key(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)


def test_a_community_whose_key_was_wrapped_anew_is_noticed_without_a_restart(
    haihong: Community, tmp_path: Path, settings: Any
) -> None:
    before = keys_of(haihong)
    data_key = envelope.unwrap(haihong.wrapped_key, owner_of(haihong.pk))
    settings.WISHBRIDGE_MASTER_KEY_FILE = write_master_key(tmp_path / "other.key", base64.b64encode(os.urandom(32)))
    wrapped = envelope.wrap(data_key, owner_of(haihong.pk))
    Community.objects.filter(pk=haihong.pk).update(wrapped_key=wrapped)

    assert keys_of(Community.objects.get(pk=haihong.pk)) == before
    forget_keys()
    with pytest.raises(envelope.KeyTrouble):
        keys_of(haihong)  # the old wrapping, under the new master key


def test_a_community_that_got_a_new_data_key_is_not_read_with_the_old_one(haihong: Community) -> None:
    before = keys_of(haihong)
    haihong.wrapped_key = envelope.wrap(envelope.new_key(), owner_of(haihong.pk))
    assert keys_of(haihong).encrypting != before.encrypting


def test_a_wrapped_key_serves_no_other_community(haihong: Community, binhe: Community) -> None:
    binhe.wrapped_key = haihong.wrapped_key
    with pytest.raises(envelope.KeyTrouble):
        keys_of(binhe)


@pytest.mark.django_db
def test_the_hub_gets_one_key_and_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_keys()
    first = keys_for("hub")
    assert HubKey.objects.count() == 1
    forget_keys()
    assert keys_for("hub") == first
    monkeypatch.setattr(keys, "HUB_KEY_IS_LOOKED_AT_EVERY_S", -1.0)
    HubKey.objects.update(wrapped_key=envelope.wrap(envelope.new_key(), "hub"))
    assert keys_for("hub") != first
    forget_keys()


@pytest.fixture(autouse=True)
def _as_a_new_process() -> Iterator[None]:
    forget_keys()
    yield
    forget_keys()


@pytest.mark.parametrize("content", [b"", b"not base64!", base64.b64encode(b"too short"), b"\xff\xfe"])
def test_a_file_that_holds_no_key_is_refused_without_quoting_it(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(envelope.KeyTrouble) as trouble:
        envelope.read_master_key(write_master_key(tmp_path / "master.key", content))
    assert "too short" not in str(trouble.value)
    assert base64.b64encode(b"too short").decode() not in str(trouble.value)


def test_blind_indexes_agree_within_a_community_and_kind_only(haihong: Community, binhe: Community) -> None:
    with tenant_context(haihong):
        one = blind("phone", "+8613900120422")
        assert len(one) == 32
        assert blind("phone", " ＋8613900120422 ") == one, "full width and blanks do not matter"
        assert blind("name", "+8613900120422") != one
        assert blind("phone", "+8613900120422", scope="hub") != one
    with tenant_context(binhe):
        assert blind("phone", "+8613900120422") != one


def test_the_master_key_is_changed_while_everything_can_be_read(
    haihong: Community, tmp_path: Path, settings: Any
) -> None:
    before, hub_before = keys_of(haihong), keys_for("hub")
    old = Path(settings.WISHBRIDGE_MASTER_KEY_FILE).read_bytes()
    new = base64.b64encode(os.urandom(32))
    settings.WISHBRIDGE_MASTER_KEY_FILE = write_master_key(tmp_path / "master.key", new + b"\n" + old)
    forget_keys()
    assert keys_of(haihong) == before, "the old line still opens what it wrapped"

    call_command("rewrap_keys")
    write_master_key(tmp_path / "master.key", new)

    forget_keys()
    assert keys_of(Community.objects.get(pk=haihong.pk)) == before
    assert keys_for("hub") == hub_before
    write_master_key(tmp_path / "master.key", old)
    forget_keys()
    with pytest.raises(envelope.KeyTrouble):
        keys_of(Community.objects.get(pk=haihong.pk))


def test_a_key_that_nothing_opens_stops_the_change_and_leaves_all_as_it_was(
    haihong: Community, tmp_path: Path, settings: Any
) -> None:
    wrapped = Community.objects.get(pk=haihong.pk).wrapped_key
    settings.WISHBRIDGE_MASTER_KEY_FILE = write_master_key(tmp_path / "master.key", base64.b64encode(os.urandom(32)))
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("rewrap_keys")
    assert Community.objects.get(pk=haihong.pk).wrapped_key == wrapped
