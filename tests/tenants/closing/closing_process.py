"""Closes a year in processes that die: `python -m tests.tenants.closing.closing_process SLUG YEAR POINT…` (tests/mortal.py).

What is found behind each point: the year's state, how many of its wishes are carried over, how many have come into a
later year, how many frozen figures there are.
"""

import sys

import django

django.setup()

from hub.actor import SYSTEM  # noqa: E402  (Django is set up first)
from tenants.campaigns.models import Campaign  # noqa: E402
from tenants.closing.years import close_campaign  # noqa: E402
from tenants.figures.models import FrozenFigures  # noqa: E402
from tenants.wishes.models import Wish  # noqa: E402
from tests.mortal import die_at  # noqa: E402


def main(slug: str, year: int, points: list[str]) -> None:
    def look() -> tuple[str, int, int, int]:
        campaign = Campaign.objects.select_for_update().get(year=year)
        carried = Wish.objects.filter(campaign=campaign, state=Wish.State.CARRIED_OVER).count()
        arrived = Wish.objects.filter(carried_from__campaign=campaign).count()
        return campaign.state, carried, arrived, FrozenFigures.objects.count()

    die_at(
        points,
        slug,
        fetch=lambda: Campaign.objects.get(year=year),
        work=lambda campaign: close_campaign(campaign, by=SYSTEM),
        look=look,
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
