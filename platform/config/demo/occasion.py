"""海鸿社区's second campaign: winter, beside the year's own. Some of its wishes are needed by a certain day."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from config.demo import people
from config.demo.campaigning import Campaigning, Case
from config.demo.county import YEAR, Place
from config.demo.courses import Step
from config.demo.days import Days
from config.demo.offices import Claimers, Office
from config.demo.wants import Want
from hub.clock import standing_at
from tenants.campaigns.making import make_campaign
from tenants.campaigns.running import start_campaign

TITLE = "冬日送暖"
MADE, STARTED, BALANCED, LASTS = 24, 20, 18, 40
"""Working days before today, and how many after it the campaign lasts."""
NOBODYS_YET = 500
"""The sample's residents stand in its workbook; these get telephones of a block that no order of theirs reaches."""


@dataclass(frozen=True)
class _Wished:
    """`needed` is in how many working days the wish is needed, counted from today; less than 0: the day is over."""

    want: Want
    after_opening: Sequence[Step] = ()
    opened: int | None = 17
    needed: int | None = None


_WISHES = (
    _Wished(Want("厚棉被一床", 190, "旧被子不暖和了，想换一床厚实的。"), needed=3),
    _Wished(Want("保暖鞋一双", 110, "冬天出门买菜穿。", requirements=("41码",)), [Step(5, "claim")], needed=7),
    _Wished(Want("过冬取暖煤两袋", 180, "入冬生炉子用。"), needed=-1),
    _Wished(Want("羽绒服一件", 260, "上学路上穿。", for_child=True, requirements=("150码",)), [Step(3, "claim")]),
    _Wished(Want("暖水袋两个", 60, "夜里暖脚。"), [Step(2, "claim")]),
    _Wished(Want("取暖器", 210, "给写作业的房间用。", for_child=True)),
    _Wished(Want("毛线帽和手套", 70, "骑车去赶集戴。"), opened=4),
    _Wished(Want("门窗密封条，请人帮忙贴", 50, "北边的窗户漏风。"), opened=2, needed=9),
    _Wished(Want("棉拖鞋两双", 55, "老两口在屋里穿。"), [Step(9, "claim"), Step(1, "deliver")]),
    _Wished(
        Want("羊毛护膝一副", 80, "膝盖怕冷。"),
        [Step(15, "claim"), Step(11, "deliver"), Step(10, "confirm"), Step(8, "follow_up", {"outcome": "satisfied"})],
    ),
    _Wished(Want("电热毯（单人）", 95, "睡个暖和觉。"), [Step(16, "claim"), Step(12, "deliver"), Step(11, "confirm")]),
    _Wished(Want("保温饭盒一个", 90, "中午带饭去学校。", for_child=True), opened=None),
)


def winter(place: Place, office: Office, claimers: Claimers) -> tuple[Campaigning, list[Case]]:
    """The campaign, made while the year's own runs, and its wishes, to be lived through beside the others.

    Seeded apart, so that the year's own tells the story that it told before there was a second.
    """
    random = Random(f"wishbridge {place.slug} {TITLE}")
    days = Days(random)
    with standing_at(days.moment(MADE)):
        first, last = _its_days(days)
        campaign = make_campaign(
            YEAR,
            title=TITLE,
            yearly=False,
            prepare=True,
            first_day=first,
            last_day=last,
            by=office.administrator,
        )
    with standing_at(days.moment(STARTED)):
        campaign = start_campaign(campaign, by=office.administrator)
    return Campaigning(campaign, office, claimers, days, random), _cases(place, days, random)


def _its_days(days: Days) -> tuple[datetime.date | None, datetime.date | None]:
    """About three months around today, as long as a day of them lies in the demo's year; else the whole year."""
    first, last = days.ago(STARTED), days.ahead(LASTS)
    return (first, last) if first.year <= YEAR <= last.year else (None, None)


def _cases(place: Place, days: Days, random: Random) -> list[Case]:
    cases = []
    for order, wished in enumerate(_WISHES):
        resident = people.resident(random, place, NOBODYS_YET + order, wished.want)
        needed = None if wished.needed is None else days.ahead(wished.needed)
        steps = [Step(23, "collect", {"incomplete": False, "consents": True, "needed_by": needed})]
        if wished.opened is not None:
            steps += [Step(21, "verify", {"manner": "visit"}), Step(19, "admit"), Step(wished.opened, "open")]
        cases.append(Case([*steps, *wished.after_opening], want=wished.want, resident=resident))
    return cases
