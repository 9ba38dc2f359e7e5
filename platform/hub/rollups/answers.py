"""The shapes of what officers are answered: counts and names of regions, nothing else."""

from typing import Any

from rest_framework import serializers

from hub.accounts.api.profile import CommunityContact
from hub.communities.models import Community
from hub.rollups.models import COUNTS, STAGES

Counts = type(
    "Counts",
    (serializers.Serializer,),
    {
        "__doc__": "Whole numbers of wishes (and members); a rate is printed with numerator and denominator.",
        **{name: serializers.IntegerField() for name in COUNTS},
    },
)


class RegionName(serializers.Serializer[Any]):
    """`open`: whether the officer may open it."""

    code = serializers.CharField()
    name = serializers.CharField()
    open = serializers.BooleanField()


class RegionMine(serializers.Serializer[Any]):
    """One of the officer's regions. `above`: the names of the regions that it lies in."""

    code = serializers.CharField()
    name = serializers.CharField()
    above = serializers.ListField(child=serializers.CharField())
    communities = serializers.IntegerField()


class Stuck(serializers.Serializer[Any]):
    """A stage in which wishes wait too long; `longest` in working days beyond what the policy allows."""

    stage = serializers.ChoiceField(choices=list(STAGES))
    count = serializers.IntegerField()
    longest = serializers.IntegerField()


class Gained(serializers.Serializer[Any]):
    """By how much a figure is higher than before the period began; negative where it fell."""

    in_pool = serializers.IntegerField()
    claimed = serializers.IntegerField()
    fulfilled = serializers.IntegerField()
    overdue = serializers.IntegerField()


class ChildAnswer(serializers.Serializer[Any]):
    """The next level down: a region, or a community with its state."""

    code = serializers.CharField()
    name = serializers.CharField()
    above = serializers.CharField(allow_blank=True)
    is_community = serializers.BooleanField()
    communities = serializers.IntegerField()
    community_state = serializers.ChoiceField(choices=Community.State.choices, allow_blank=True)
    campaign_state = serializers.CharField(allow_blank=True)
    active_at = serializers.DateTimeField(allow_null=True)
    counts = Counts()
    gained = Gained(allow_null=True)
    stuck = serializers.IntegerField()
    longest = serializers.IntegerField()
    worst = Stuck(allow_null=True)


class CategoryCell(serializers.Serializer[Any]):
    """`in_pool` is empty where `hidden` says why: few (1 to 4, shown as <5), withheld (it would tell such a cell)."""

    category = serializers.CharField()
    in_pool = serializers.IntegerField(allow_null=True)
    fulfilled = serializers.IntegerField(allow_null=True)
    hidden = serializers.ChoiceField(choices=["few", "withheld"], allow_blank=True)


class PlaceAnswer(serializers.Serializer[Any]):
    """Which region, year and day an answer speaks of. `until` is today unless an earlier day was asked for. Communities are
    counted one by one: `counted_at` is the oldest count among them, `counted_newest_at` the newest."""

    code = serializers.CharField()
    name = serializers.CharField()
    path = RegionName(many=True)
    year = serializers.IntegerField()
    until = serializers.DateField()
    since = serializers.DateField(allow_null=True)
    communities = serializers.IntegerField()
    counted_at = serializers.DateTimeField(allow_null=True)
    counted_newest_at = serializers.DateTimeField(allow_null=True)
    counts = Counts()


class DistrictAnswer(PlaceAnswer):
    """The page. `children` are one page of `count` rows that the filters leave. `contact` is a single community's."""

    contact = CommunityContact(allow_null=True)
    mine = RegionName(many=True)
    years = serializers.ListField(child=serializers.IntegerField())
    closed_communities = serializers.IntegerField()
    gained = Gained(allow_null=True)
    overdue_a_week_ago = serializers.IntegerField()
    stuck = Stuck(many=True)
    children = ChildAnswer(many=True)
    count = serializers.IntegerField()
    page = serializers.IntegerField()
    pages = serializers.IntegerField()
    categories = CategoryCell(many=True)
    categories_shown = serializers.BooleanField()


class TrendDay(serializers.Serializer[Any]):
    day = serializers.DateField()
    in_pool = serializers.IntegerField()
    claimed = serializers.IntegerField()
    fulfilled = serializers.IntegerField()
    overdue = serializers.IntegerField()


class SheetNumber(serializers.Serializer[Any]):
    key = serializers.CharField()
    what = serializers.CharField()
    count = serializers.IntegerField()


class SheetRate(serializers.Serializer[Any]):
    """Numerator and denominator; `parts` of the numerator, `rest` of the denominator, what is `excluded` from it."""

    key = serializers.CharField()
    name = serializers.CharField()
    definition = serializers.CharField()
    numerator = SheetNumber()
    denominator = SheetNumber()
    parts = SheetNumber(many=True)
    rest = SheetNumber(many=True)
    excluded = SheetNumber(many=True)


class SheetChild(serializers.Serializer[Any]):
    """What a part of the region adds to each number."""

    code = serializers.CharField()
    name = serializers.CharField()
    counts = Counts()


class SheetAnswer(PlaceAnswer):
    rates = SheetRate(many=True)
    children = SheetChild(many=True)
