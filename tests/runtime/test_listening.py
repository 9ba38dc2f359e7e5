"""Where the web server can be reached, and by whom."""

import socket
from pathlib import Path
from typing import Any

import pytest

from config.commands.listening import listen
from config.commands.prepare import _give_address, _write_hosts
from config.embedded import Trouble
from hub.communities.models import Community, Domain


def addresses(*words: object, **named: str) -> set[tuple[str, int]]:
    opened = listen(*words, **named)  # type: ignore[arg-type]
    try:
        return {sock.getsockname()[:2] for sock in opened}
    finally:
        for sock in opened:
            sock.close()


def test_without_being_asked_it_listens_to_this_machine_alone() -> None:
    assert {address for address, _ in addresses(0)} <= {"127.0.0.1", "::1"}


def test_with_lan_it_listens_on_that_address_too_and_on_the_same_port() -> None:
    found = addresses(0, lan_address="127.0.0.2")
    assert {"127.0.0.1", "127.0.0.2"} <= {address for address, _ in found}
    assert len({port for _, port in found}) == 1


def test_a_port_that_is_taken_on_one_address_is_taken() -> None:
    with socket.create_server(("127.0.0.2", 0)) as other, pytest.raises(Trouble) as refused:
        listen(other.getsockname()[1], lan_address="127.0.0.2")
    assert refused.value.code == "port_taken"


@pytest.fixture
def data(tmp_path: Path, settings: Any) -> Path:
    (tmp_path / "run").mkdir()
    settings.WISHBRIDGE_DATA = str(tmp_path)
    return tmp_path


def test_the_machines_address_belongs_to_one_community_at_a_time(
    community: Community, other_community: Community, data: Path
) -> None:
    _give_address("haihong", "192.0.2.7")
    assert Domain.objects.get(domain="192.0.2.7").tenant == community
    _give_address("binhe", "192.0.2.8")
    assert Domain.objects.get(domain="192.0.2.8").tenant == other_community
    assert not Domain.objects.filter(domain="192.0.2.7").exists()
    _give_address(None, None)
    assert not Domain.objects.filter(domain__startswith="192.").exists()


def test_an_address_for_a_community_that_does_not_exist_is_refused(data: Path, db: None) -> None:
    with pytest.raises(Trouble) as refused:
        _give_address("nowhere", "192.0.2.7")
    assert refused.value.code == "unknown_community"


def test_up_names_the_platform_first_and_the_network_address(community: Community, data: Path) -> None:
    _give_address("haihong", "192.0.2.7")
    _write_hosts()
    said = (data / "run/hosts.json").read_text()
    assert said.index("wishbridge.localhost") < said.index("haihong.localhost")
    assert "192.0.2.7" in said


@pytest.mark.parametrize("port", [-1, 65536, 99999])
def test_a_number_that_is_no_port_gets_a_sentence(port: int) -> None:
    with pytest.raises(Trouble, match=str(port)):
        listen(port)
