"""The web server: sync worker processes, no threads (django-tenants' state is per connection)."""

import os
import signal

from config.embedded.tether import tie_to_parent

wsgi_app = "config.commands.web:application"
worker_class = "sync"
workers = int(os.environ.get("WISHBRIDGE_WEB_PROCESSES") or min(4, (os.cpu_count() or 1) + 1))
# Loaded once and forked: a third of the memory, and of the start's time. Nothing is connected before the fork.
preload_app = True
# A connection to the database grows by 140 kB for each community it has touched, so workers are recycled.
max_requests = int(os.environ.get("WISHBRIDGE_WEB_REQUESTS") or 4000)
max_requests_jitter = max_requests // 5
timeout = 60
graceful_timeout = 8
keepalive = 5
# In memory, so that a slow disk never makes a live worker look dead.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108  gunicorn makes a private file in it
# The front has looked at the head already, and says what is too long in our words.
limit_request_line = 0
limit_request_field_size = 0
limit_request_fields = 32768
accesslog = None
errorlog = "-"
proc_name = "wishbridge-web"
control_socket_disable = True


def post_fork(_server: object, _worker: object) -> None:
    """A worker ends with its master, also when that is killed."""
    tie_to_parent(signal.SIGKILL)
