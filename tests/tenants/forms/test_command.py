"""`wishbridge import …`, its library part."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django_tenants.utils import tenant_context

from hub.actor import SYSTEM
from hub.communities.models import Community
from hub.refusal import Refusal
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.forms.command import import_file
from tenants.forms.models import ImportBatch
from tenants.members.models import Member
from tenants.wishes.models import Wish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _campaign_of_2026(community: Community) -> Iterator[None]:
    with tenant_context(community):
        make_campaign(2026, by=SYSTEM)
        yield


DATA = Path(__file__).parents[2] / "data"


def test_a_check_prints_what_is_expected_and_writes_nothing() -> None:
    said = import_file(DATA / "wishes-2026.xlsx", "wishes", into=2026, check=True)
    expected = json.loads((DATA / "wishes-2026.expected.json").read_text())
    assert said["counts"] == expected["counts"]
    for row, wanted in zip(said["rows"], expected["rows"], strict=True):
        assert {key: row[key] for key in wanted} == wanted
    json.dumps(said)
    assert not ImportBatch.objects.exists()
    assert not Wish.objects.exists()


def test_a_file_can_be_checked_before_its_year_is_started() -> None:
    said = import_file(DATA / "wishes-2025-gb18030.csv", "wishes", into=2025, check=True)
    expected = json.loads((DATA / "wishes-2025.expected.json").read_text())
    assert said["counts"] | expected["counts"] == said["counts"]
    assert [row["collected_on"] for row in said["rows"]] == [row["collected_on"] for row in expected["rows"]]
    with pytest.raises(Refusal, match="no_campaign"):
        import_file(DATA / "wishes-2025-gb18030.csv", "wishes", into=2025)
    assert not Campaign.objects.filter(year=2025).exists()


def test_an_import_says_how_many_came_in() -> None:
    assert import_file(DATA / "wishes-2026.xlsx", "wishes")["imported"] == 72
    assert import_file(DATA / "wishes-2026.xlsx", "wishes")["imported"] == 0
    before = Member.objects.count()
    assert import_file(DATA / "members.xlsx", "members", by=SYSTEM)["imported"] == 91
    assert Member.objects.count() == before + 91


def test_a_file_or_campaign_that_is_not_there_is_refused_with_a_sentence() -> None:
    for path, year, code in (
        (DATA / "nothing.xlsx", 2026, "file_not_found"),
        (DATA, 2026, "file_not_found"),
        (DATA / "members.xlsx", 1999, "no_campaign"),
    ):
        with pytest.raises(Refusal) as refused:
            import_file(path, "wishes", into=year, check=True)
        assert refused.value.code == code
