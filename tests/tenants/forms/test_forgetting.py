"""What came with an uploaded file is forgotten a week later."""

import datetime

import pytest

from hub.clock import standing_at
from tenants.forms.batches import check_import, correct_row
from tenants.forms.confirming import confirm_import
from tenants.forms.forgetting import forget_expired_imports
from tenants.forms.models import ImportBatch, ImportedRow
from tests.contract.stage import WORKBOOK
from tests.world import World, later

pytestmark = pytest.mark.django_db
STILL, AFTER = later(days=7), later(days=8)


def uploaded(world: World) -> ImportBatch:
    return check_import(
        WORKBOOK.encode(), kind="wishes", file_name="心愿.csv", campaign=world.campaign, by=world.collector
    )


def test_a_check_page_can_be_come_back_to_for_a_week_and_is_discarded_then(world: World) -> None:
    batch = uploaded(world)
    correct_row(batch, 1, {"phone": "13900127009"}, by=world.collector)
    with standing_at(STILL):
        assert forget_expired_imports() == 0
    with standing_at(AFTER):
        assert forget_expired_imports() == 1
        assert forget_expired_imports() == 0
    batch.refresh_from_db()
    assert (batch.state, batch.rows, batch.corrections, batch.about) == ("discarded", [], {}, {})
    assert batch.counts["ready"] + batch.counts["attention"] == 2
    assert [entry.verb for entry in batch.history.all()] == ["checked", "corrected", "forgotten"]


def test_a_confirmed_import_keeps_its_counts_and_the_same_file_still_adds_nothing(world: World) -> None:
    batch = uploaded(world)
    confirm_import(batch, by=world.collector)
    with standing_at(AFTER):
        forget_expired_imports()
        again = uploaded(world)
    batch.refresh_from_db()
    assert (batch.state, batch.rows) == ("confirmed", [])
    assert ImportedRow.objects.filter(batch=batch).exists()
    assert again.counts["ready"] == 0


def test_the_week_is_counted_from_the_upload(world: World) -> None:
    assert uploaded(world).expires_on == datetime.date(2026, 3, 16)
