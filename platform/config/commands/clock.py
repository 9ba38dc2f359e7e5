"""`wishbridge clock`: read or set the simulated clock of a trial installation. Production has none."""

import argparse
import datetime

from config.embedded import Trouble
from hub.language import Text

from .say import say, say_json
from .session import installation

NOT_HERE = Text(
    zh="这里没有模拟时钟。请用 WISHBRIDGE_SIMULATED_CLOCK=1 启动 wishbridge up；生产环境不允许。",
    en="There is no simulated clock here. Start wishbridge up with WISHBRIDGE_SIMULATED_CLOCK=1; production refuses it.",
)
NO_MOMENT = Text(
    zh="“{written}”不是时间。请写成 2026-05-11T09:00（北京时间），或 +3d、+2h 这样向前拨。",
    en="“{written}” is no moment. Write 2026-05-11T09:00 (Beijing time), or +3d, +2h to go forward.",
)
STANDS = Text(zh="现在是 {moment}", en="It is {moment}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("moment", nargs="?", help="2026-05-11T09:00, +3d, +2h, or real; without it the clock is read")


def run(arguments: argparse.Namespace) -> int:
    """Set the clock where a moment is given, and say what time it is. Raises Trouble where there is none."""
    with installation(arguments.data, named=True):
        from django.conf import settings

        from hub.clock import TIME_ZONE, now, simulate

        if arguments.moment:
            if not settings.WISHBRIDGE_SIMULATED_CLOCK:
                raise Trouble("no_simulated_clock", NOT_HERE)
            simulate(None if arguments.moment == "real" else _meant(arguments.moment, now()))
        moment = now().astimezone(TIME_ZONE).isoformat(timespec="seconds")
    if arguments.json:
        say_json({"now": moment})
    else:
        say(STANDS.format(moment=moment))
    return 0


def _meant(written: str, moment: datetime.datetime) -> datetime.datetime:
    from hub.clock import TIME_ZONE

    try:
        if written.startswith("+"):
            unit = {"d": "days", "h": "hours", "m": "minutes"}[written[-1]]
            return moment + datetime.timedelta(**{unit: float(written[1:-1])})
        meant = datetime.datetime.fromisoformat(written)
    except (KeyError, ValueError, OverflowError):
        raise Trouble("no_moment", NO_MOMENT.format(written=written)) from None
    return meant if meant.tzinfo else meant.replace(tzinfo=TIME_ZONE)
