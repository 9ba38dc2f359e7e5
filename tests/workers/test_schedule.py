import subprocess
import sys

import pytest
from celery.schedules import crontab

from hub.pulse.beats import age_seconds
from hub.pulse.models import Pulse
from workers.celery import app
from workers.knocks import show_life
from workers.schedule import SCHEDULE

app.loader.import_default_modules()


def test_whatever_beat_knocks_for_is_a_task() -> None:
    for name, entry in SCHEDULE.items():
        assert entry["task"] in app.tasks, name


def test_every_knock_expires_so_that_no_queue_of_them_waits_for_a_worker() -> None:
    for name, entry in SCHEDULE.items():
        nightly = isinstance(entry["schedule"], crontab)
        assert entry["options"]["expires"] == (3600 if nightly else entry["schedule"] * 2), name


def test_every_task_is_one_of_ours_and_keeps_no_result() -> None:
    from workers.task import HubTask

    ours = [task for name, task in app.tasks.items() if not name.startswith("celery.")]
    assert ours
    for task in ours:
        assert isinstance(task, HubTask), task.name
    assert app.conf.task_ignore_result is True


def test_the_app_can_be_loaded_by_its_name_as_celery_does() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from workers.celery import app; print(len(app.conf.beat_schedule))"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == str(len(SCHEDULE)), done.stderr


@pytest.mark.django_db
def test_a_knock_shows_life() -> None:
    assert age_seconds("beat") is None
    show_life.apply(throw=True)
    show_life.apply(throw=True)
    age = age_seconds("beat")
    assert age is not None
    assert 0 <= age < 5
    assert Pulse.objects.count() == 1
