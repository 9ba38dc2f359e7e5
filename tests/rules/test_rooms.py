"""The folder tells the schema, and the imports and foreign keys point one way."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.test.utils import isolate_apps

from tests.rules.source import ROOT

TENANTS = ["people", "members", "campaigns", "wishes", "claims", "escalation", "forms", "figures", "closing"]
HUB = ["communities", "privacy", "pulse", "rest", "bells", "calendars", "sms", "accounts", "rollups"]
"""From the ground up: a room may point at those before it (architecture.md)."""


def folders(shelf: str) -> set[str]:
    return {path.name for path in (ROOT / shelf).iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}


def test_the_settings_are_the_folders() -> None:
    assert {f"hub.{name}" for name in folders("platform/hub")} == {
        name for name in settings.SHARED_APPS if name.startswith("hub.")
    }
    assert {f"tenants.{name}" for name in folders("tenants")} == set(settings.TENANT_APPS)
    assert set(settings.INSTALLED_APPS) == set(settings.SHARED_APPS) | set(settings.TENANT_APPS)
    assert not set(settings.SHARED_APPS) & set(settings.TENANT_APPS)


def test_every_room_has_its_place_in_the_order() -> None:
    assert folders("platform/hub") <= set(HUB)
    assert folders("tenants") <= set(TENANTS)


def wrong_direction(pointing: type[models.Model]) -> list[str]:
    """Foreign keys of a model that point out of its schema or up the order of rooms."""
    here = pointing._meta.app_label
    found = []
    for field in pointing._meta.get_fields():
        if not (
            isinstance(field, models.ForeignKey | models.ManyToManyField) and isinstance(field.related_model, type)
        ):
            continue
        there = field.related_model._meta.app_label
        order = TENANTS if here in TENANTS else HUB
        if there not in order:
            found.append(f"{here}.{pointing.__name__}.{field.name} leaves its schema, to {there}")
        elif order.index(there) > order.index(here):
            found.append(f"{here}.{pointing.__name__}.{field.name} points up, to {there}")
    return found


def test_foreign_keys_point_down_and_never_out_of_a_communitys_schema() -> None:
    ours = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in {*TENANTS, *HUB}]
    assert len(ours) > 20
    assert [fault for model in ours for fault in wrong_direction(model)] == []


@pytest.mark.parametrize(
    ("label", "target", "fault"),
    [
        ("people", "wishes.Wish", "points up"),
        ("wishes", "communities.Community", "leaves its schema"),
        ("communities", "accounts.Account", "points up"),
        ("accounts", "wishes.Wish", "leaves its schema"),
    ],
)
def test_a_planted_key_that_points_the_wrong_way_is_found(label: str, target: str, fault: str) -> None:
    with isolate_apps(f"{'tenants' if label in TENANTS else 'hub'}.{label}"):

        class Planted(models.Model):
            key = models.ForeignKey(apps.get_model(target), on_delete=models.CASCADE, related_name="+")

            class Meta:
                app_label = label

        assert fault in wrong_direction(Planted)[0]


def test_no_table_stands_on_both_sides() -> None:
    def tables(names: list[str]) -> set[str]:
        return {
            model._meta.db_table
            for model in apps.get_models(include_auto_created=True)
            if model._meta.app_config is not None and model._meta.app_config.name in names
        }

    assert tables(settings.TENANT_APPS) & tables(settings.SHARED_APPS) == set()


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([str(linter), "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def test_imports_point_one_way() -> None:
    done = linted(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_is_about_rooms_that_exist_or_will() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    inside = re.search(r'containers = \["tenants"\]\nlayers = \[(.*)\]', text)
    assert inside is not None
    assert re.findall(r"\w+", inside.group(1)) == TENANTS[::-1]
    hub = re.search(r'containers = \["hub"\]\nlayers = \[(.*)\]', text)
    assert hub is not None
    named = re.findall(r"\w+", hub.group(1))
    assert sorted(named) == sorted(set(HUB))


def test_every_top_folder_has_a_sign_at_its_door() -> None:
    doors = ["platform", "tenants", "workers", "frontend", "deploy", "tests"]
    missing = [door for door in doors if not (ROOT / door / "README.md").is_file()]
    assert missing == []


@pytest.mark.django_db
def test_migrations_say_what_the_models_say() -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
