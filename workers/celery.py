"""The Celery application: `celery --app workers.celery worker` and `… beat`."""

import logging.config
import os
from typing import Any

from celery import Celery
from celery.signals import beat_init, setup_logging, worker_init
from django.conf import settings

from hub.pooling import refuse_pooling_proxy
from workers.schedule import SCHEDULE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("wishbridge", include=["workers.bells", "workers.knocks"])
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = SCHEDULE


@setup_logging.connect
def log_like_the_web_does(**_: Any) -> None:
    """Celery would otherwise put its own handlers in place of ours."""
    logging.config.dictConfig(settings.LOGGING)


@worker_init.connect
@beat_init.connect
def look_before_starting(**_: Any) -> None:
    """Raises PoolingProxy, which ends the process, behind a proxy that mixes communities up."""
    refuse_pooling_proxy()
