"""`wishbridge campaign make|start|prepare|close|reopen|list --community SLUG`: a community's campaigns at a terminal."""

import argparse
import datetime
import sys
from typing import Any

from config.embedded import Trouble
from hub.language import Text

from .chosen import chosen_community
from .options import add_common_options
from .refusals import as_trouble
from .say import say, say_json
from .session import installation

STATES = {
    "preparing": Text(zh="筹备中", en="preparing"),
    "running": Text(zh="进行中", en="running"),
    "closed": Text(zh="已结项", en="closed"),
}
MADE = Text(
    zh="已新建“{title}”（计入 {year} 年度，编号 {prefix}-001 起，{state_zh}），结转而来 {carried_in} 件。",
    en="“{title}” is made (counts to {year}, numbers from {prefix}-001, {state}); {carried_in} wishes carried over came in.",
)
REVIEW = Text(
    zh="支部和党员照旧；均衡分配前请核对各支部人数。",
    en="Branches and members stay as they are: check the head counts before wishes are shared out.",
)
PREPARES = Text(
    zh="它还在筹备，心愿不会公布。启动：wishbridge campaign start {prefix} --community {slug}",
    en="It is being prepared, and no wish of it is shown. Start it: wishbridge campaign start {prefix} --community {slug}",
)
STARTED = Text(
    zh="“{title}”（{prefix}）进行中，可以公布心愿了。", en="“{title}” ({prefix}) is running: its wishes can be opened."
)
PUT_BACK = Text(
    zh="“{title}”（{prefix}）退回筹备，心愿不会公布。",
    en="“{title}” ({prefix}) is preparing again: no wish of it is shown.",
)
YEAR = Text(zh="{year} 年度", en="{year}")
OCCASION = Text(zh="“{title}”", en="“{title}”")
CLOSED = Text(
    zh="{what_zh}已结项：入库 {in_pool}，办结 {fulfilled}（其中兜底 {by_backstop}），结转 {carried_over}。",
    en="{what} is closed: {in_pool} in the pool, {fulfilled} fulfilled ({by_backstop} by backstop), {carried_over}"
    " carried over.",
)
READY = Text(zh="{what_zh}可以结项，会结转 {count} 件。", en="{what} can be closed; {count} will be carried over.")
BLOCKED = Text(zh="{what_zh}还不能结项：", en="{what} cannot be closed yet:")
REOPENED = Text(zh="{what_zh}已重新打开。", en="{what} is open again.")
ASKED = Text(
    zh="要结项的是“{title}”（{prefix}）：入库 {in_pool}，办结 {fulfilled}，没有人认领的 {left} 件{where_zh}。"
    "结项后不能再改，{days} 天内可以重新打开。",
    en="This closes “{title}” ({prefix}): {in_pool} in the pool, {fulfilled} fulfilled, {left} that nobody claimed"
    " {where}. Nothing of it changes afterwards; it can be reopened for {days} days.",
)
INTO = Text(zh="结转到“{title}”（{prefix}）", en="go on in “{title}” ({prefix})")
NOWHERE_YET = Text(zh="先结转出来，等下一个活动接收", en="wait for the next campaign")
CONFIRM = Text(zh="确定结项请输入“是”：", en="Type “yes” to close it: ")
YES = frozenset({"是", "确定", "y", "yes"})
NOT_CONFIRMED = Text(
    zh="没有确认，什么也没有改。要不经询问结项，请加 --yes。",
    en="It was not confirmed and nothing was changed. To close it without being asked, add --yes.",
)
NO_DAY = Text(zh="“{text}”不是日期，请写成 2026-02-01 这样。", en="“{text}” is no day: write it like 2026-02-01.")
NONE = Text(
    zh="还没有年度活动。新建：wishbridge campaign make 年份 --community {slug}",
    en="There is no campaign yet. Make one: wishbridge campaign make YEAR --community {slug}",
)
LATER = "later"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="make|start|prepare|close|reopen|list")
    make = verbs.add_parser("make", help="make a year's own campaign, or one for an occasion beside it")
    make.add_argument("year", type=int, metavar="YEAR", help="the year that its figures count to")
    make.add_argument("--occasion", metavar="NAME", help="it is for an occasion of this name, beside the year's own")
    make.add_argument("--first-day", metavar="YYYY-MM-DD", help="else 1 January")
    make.add_argument("--last-day", metavar="YYYY-MM-DD", help="else 31 December")
    make.add_argument("--code", help="what its wishes' numbers begin with; else made of initials and year")
    make.add_argument("--prepare", action="store_true", help="only prepare it, though no other campaign runs")
    start = verbs.add_parser("start", help="start a campaign that is prepared; of a year that has none, make it first")
    for one in (make, start):
        one.add_argument(
            "--title", default="", help="of a year's own; else the earlier year's, with the new year in it"
        )
        one.add_argument(
            "--like", metavar="CAMPAIGN", help="whose policy it goes on with; else the last year's, or the year's own"
        )
    prepare = verbs.add_parser("prepare", help="put it back to preparing, while none of its wishes was ever open")
    close = verbs.add_parser("close", help="close it: carry over what nobody claimed, freeze its figures; asks before")
    close.add_argument("--check", action="store_true", help="only tell what is left to do; change nothing")
    close.add_argument("--into", metavar="CAMPAIGN", help=f"where what is left over goes on; “{LATER}”: nowhere yet")
    close.add_argument("--yes", action="store_true", help="close it without asking")
    reopen = verbs.add_parser("reopen", help="take a closing back, within 30 days")
    reopen.add_argument("--reason", required=True, help="why; it stands in the history")
    for verb in (start, prepare, close, reopen):
        verb.add_argument("campaign", metavar="CAMPAIGN", help="its code, its id, or a year for that year's own")
    for verb in (make, start, prepare, close, reopen, verbs.add_parser("list", help="the campaigns of a community")):
        add_common_options(verb)
        verb.add_argument("--community", metavar="SLUG", required=True, help="whose it is")


def run(arguments: argparse.Namespace) -> int:
    """Carry out the verb. Raises Trouble with the sentence of what refused; `close --check` gives 1 when it would."""
    with installation(arguments.data, named=True), as_trouble():
        from django_tenants.utils import tenant_context

        community = chosen_community(arguments.community)
        with tenant_context(community):
            answer, sentences, code = _VERBS[arguments.verb](arguments)
    if arguments.json:
        say_json(answer)
    for sentence in [] if arguments.json else sentences:
        say(sentence)
    return code


Outcome = tuple[dict[str, Any], list[Text], int]


def _make(arguments: argparse.Namespace) -> Outcome:
    from hub.actor import SYSTEM
    from tenants.campaigns.finding import campaign_named
    from tenants.campaigns.models import Campaign
    from tenants.closing.years import begin_campaign

    occasion: str | None = arguments.occasion
    usual = (
        Campaign.objects.filter(year=arguments.year, yearly=True)
        if occasion is not None
        else Campaign.objects.filter(year__lt=arguments.year, yearly=True).order_by("-year")
    )
    like = campaign_named(arguments.like) if arguments.like else usual.first()
    made = begin_campaign(
        arguments.year,
        yearly=occasion is None,
        title=arguments.title if occasion is None else occasion,
        first_day=_day(arguments.first_day),
        last_day=_day(arguments.last_day),
        code=arguments.code or "",
        prepare=arguments.prepare,
        like=like,
        by=SYSTEM,
    )
    row = {**_row(made), "like": like.year if like else None, "carried_in": made.wishes.count()}
    told = [MADE.format(**row, state_zh=STATES[row["state"]].zh), REVIEW]
    if made.state == Campaign.State.PREPARING:
        told.append(PREPARES.format(prefix=made.prefix, slug=arguments.community))
    return row, told, 0


def _start(arguments: argparse.Namespace) -> Outcome:
    from hub.actor import SYSTEM
    from tenants.campaigns.finding import campaign_named
    from tenants.campaigns.models import Campaign
    from tenants.campaigns.running import start_campaign

    named = arguments.campaign
    made: dict[str, Any] = {}
    told: list[Text] = []
    if named.isdecimal() and not Campaign.objects.filter(year=int(named), yearly=True).exists():
        new = {"year": int(named), "occasion": None, "first_day": None, "last_day": None, "code": "", "prepare": False}
        made, told, _ = _make(argparse.Namespace(**{**vars(arguments), **new}))
        named = made["id"]
    campaign = start_campaign(campaign_named(named), by=SYSTEM)
    row = {**made, **_row(campaign)}
    return row, [*told[:2], STARTED.format(**row)], 0


def _prepare(arguments: argparse.Namespace) -> Outcome:
    from hub.actor import SYSTEM
    from tenants.campaigns.finding import campaign_named
    from tenants.closing.years import back_to_preparing

    row = _row(back_to_preparing(campaign_named(arguments.campaign), by=SYSTEM))
    return row, [PUT_BACK.format(**row)], 0


def _close(arguments: argparse.Namespace) -> Outcome:
    from hub.actor import SYSTEM
    from tenants.campaigns.finding import campaign_named
    from tenants.campaigns.models import Campaign
    from tenants.closing.blocking import what_blocks
    from tenants.closing.years import close_campaign, next_of, what_is_carried_over

    campaign = campaign_named(arguments.campaign)
    wait = arguments.into == LATER
    into = None if wait else campaign_named(arguments.into) if arguments.into else next_of(campaign)
    goes_on = campaign.state != Campaign.State.CLOSED
    blockers = what_blocks(campaign) if goes_on else []
    left = what_is_carried_over(campaign).count()
    if arguments.check:
        row = {
            **_row(campaign),
            "blockers": {blocker.code: blocker.count for blocker in blockers},
            "carried_over": left,
            "into": into.prefix if into else None,
        }
        if blockers:
            return row, [BLOCKED.format(**_what(campaign)), *[blocker.text for blocker in blockers]], 1
        return row, [READY.format(**_what(campaign), count=left)], 0
    if goes_on and not blockers and not arguments.yes:
        _ask(campaign, into, left)
    frozen = close_campaign(campaign, into=into, wait=into is None, by=SYSTEM)
    campaign.refresh_from_db()
    carried = campaign.wishes.filter(state="carried_over").count()
    row = {
        **_row(campaign),
        "figures": frozen.counts,
        "carried_over": carried,
        "into": into.prefix if into and carried else None,
    }
    return row, [CLOSED.format(**_what(campaign), carried_over=carried, **frozen.counts)], 0


def _ask(campaign: Any, into: Any, left: int) -> None:
    """Asks whoever sits there. Raises Trouble unless they say yes; so where nobody does (no terminal, an empty pipe)."""
    from tenants.closing.years import REOPENABLE_FOR
    from tenants.figures.counting import count

    figures = count(campaign)
    where = INTO.format(title=into.title, prefix=into.prefix) if into else NOWHERE_YET
    asked = ASKED.format(
        title=campaign.title,
        prefix=campaign.prefix,
        in_pool=figures.in_pool,
        fulfilled=figures.fulfilled,
        left=left,
        where_zh=where.zh if left else "",
        where=where.en,
        days=REOPENABLE_FOR.days,
    )
    print(f"{asked.zh}\n{asked.en}\n{CONFIRM.zh}{CONFIRM.en}", end="", file=sys.stderr, flush=True)
    if sys.stdin is None or sys.stdin.readline().strip().casefold() not in YES:
        raise Trouble("not_confirmed", NOT_CONFIRMED)


def _reopen(arguments: argparse.Namespace) -> Outcome:
    from hub.actor import SYSTEM
    from tenants.campaigns.finding import campaign_named
    from tenants.closing.years import reopen_campaign

    campaign = reopen_campaign(campaign_named(arguments.campaign), reason=arguments.reason, by=SYSTEM)
    return _row(campaign), [REOPENED.format(**_what(campaign))], 0


def _list(arguments: argparse.Namespace) -> Outcome:
    from tenants.campaigns.models import Campaign

    found = Campaign.objects.order_by("year", "first_day", "created_at")
    rows = [{**_row(campaign), "wishes": campaign.wishes.count()} for campaign in found]
    for row in [] if arguments.json else rows:
        days = f"{row['first_day']} – {row['last_day']}"
        state = STATES[row["state"]]
        print(f"{row['prefix']:<10} {row['year']}  {state.zh} {state.en:<9} {row['wishes']:>5}  {days}  {row['title']}")
    return {"campaigns": rows}, [] if rows else [NONE.format(slug=arguments.community)], 0


_VERBS = {
    "make": _make, "start": _start, "prepare": _prepare, "close": _close, "reopen": _reopen, "list": _list,
}  # fmt: skip


def _row(campaign: Any) -> dict[str, Any]:
    return {
        "id": str(campaign.pk),
        "year": campaign.year,
        "yearly": campaign.yearly,
        "title": campaign.title,
        "prefix": campaign.prefix,
        "state": str(campaign.state),
        "first_day": str(campaign.first_day),
        "last_day": str(campaign.last_day),
    }


def _what(campaign: Any) -> dict[str, str]:
    """How a sentence names it: a year's own by its year."""
    text = (YEAR if campaign.yearly else OCCASION).format(year=campaign.year, title=campaign.title)
    return {"what_zh": text.zh, "what": text.en}


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise Trouble("no_day", NO_DAY.format(text=text)) from None
