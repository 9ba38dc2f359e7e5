"""Work on a stranger's file in a child process that has given up most of what it could harm with.

Used on both sides: the parent asks, the child confines itself first of all. Imports nothing but the standard library,
since the child pays for it with the little memory it keeps.
"""

import resource
import subprocess
import sys


def ask_child(module: str, *arguments: str, data: bytes, seconds: float) -> bytes | None:
    """What `python -I -m module` prints for these bytes, or None when it died or took longer than `seconds`.

    Whatever the file does to its reader, neither its memory nor its death is this process's.
    """
    try:
        # No environment: what is secret in this process's is none of the child's business.
        done = subprocess.run(  # noqa: S603 - a fixed command
            [sys.executable, "-I", "-m", module, *arguments],
            input=data,
            capture_output=True,
            timeout=seconds,
            env={"LC_ALL": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None


def give_up_most(*, memory_bytes: int, cpu_seconds: int) -> None:
    """The child's first act: no more memory and time than this, no file, no process of its own."""
    for what, limit in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(what, (limit, limit))
