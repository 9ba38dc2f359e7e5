"""Personal content that has done its service is erased a set time after its year was closed; figures stay."""

import datetime

from django.db import transaction

from hub.actor import SYSTEM
from hub.clock import now
from tenants.campaigns.models import Campaign
from tenants.claims.models import Delivery
from tenants.claims.pictures.keeping import erase
from tenants.figures.models import FrozenFigures
from tenants.wishes.life import noted
from tenants.wishes.models import Wish, WishEntry

PICTURES_KEPT_FOR = datetime.timedelta(days=90)
"""After the closing of the year: time enough to look something up for the summing-up and for a check from above, and
longer than a year can be reopened."""


def forget_pictures_of_closed_years() -> int:
    """Erases the photos and signatures of every year whose closing is that long ago, and returns how many those were.

    To be called inside a community's block; safe at any time.
    """
    long_closed = FrozenFigures.objects.filter(
        thawed_at=None, frozen_at__lt=now() - PICTURES_KEPT_FOR, campaign__state=Campaign.State.CLOSED
    )
    with transaction.atomic():
        old = Delivery.objects.filter(has_picture=True, wish__campaign__in=long_closed.values("campaign"))
        of_wishes = dict(old.values_list("pk", "wish"))
        wishes = Wish.objects.in_bulk(set(of_wishes.values()))
        WishEntry.objects.bulk_create(noted(wish, "picture_erased", {}, by=SYSTEM) for wish in wishes.values())
        return erase(of_wishes.keys())
