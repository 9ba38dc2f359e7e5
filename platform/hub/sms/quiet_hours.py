"""Nothing is sent between 21:00 and 08:00 in the communities' time zone, one-time codes aside (sms.md)."""

import datetime

from hub.clock import TIME_ZONE

BEGIN = datetime.time(21)
END = datetime.time(8)


def quiet_at(moment: datetime.datetime) -> bool:
    """True when a message that can wait has to."""
    local = moment.astimezone(TIME_ZONE).time()
    return local >= BEGIN or local < END
