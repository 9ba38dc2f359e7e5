"""A child that ends with its parent, also when the parent is killed with -9.

Linux tells a process by a signal that its parent is gone (prctl PR_SET_PDEATHSIG). Elsewhere there is no such thing:
there a killed supervisor leaves servers behind, which the next start of the same data folder finds and stops.
"""

import ctypes
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1
# Loaded here and not in the child: between fork and exec nothing may be imported.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def tie_to_parent(how: signal.Signals) -> None:
    """Ask the kernel to send this process `how` when the thread that started it ends.

    Is forgotten when the process changes its user afterwards (so setpriv sets it again for such children).
    """
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, int(how), 0, 0, 0)


def tied(how: signal.Signals) -> Callable[[], None]:
    """What subprocess calls in the child before exec (`preexec_fn`)."""

    def tie() -> None:
        tie_to_parent(how)

    return tie
