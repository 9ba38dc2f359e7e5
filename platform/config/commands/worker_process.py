"""Celery's worker, whose pool processes end with it, also when it is killed.

python -m config.commands.worker_process [arguments of `celery worker`]
"""

import signal
import sys

from celery.signals import worker_process_init

from config.embedded.tether import tie_to_parent
from workers.celery import app


def _tie(**_: object) -> None:
    tie_to_parent(signal.SIGKILL)


if __name__ == "__main__":
    worker_process_init.connect(_tie, weak=False)
    app.worker_main(["worker", *sys.argv[1:]])
