"""What a knock of beat does: call one verb."""

from hub.pulse.beats import beat
from workers.task import hub_task


@hub_task
def show_life() -> None:
    """Beat, broker, worker and database are all alive, or this row grows old."""
    beat("beat")
