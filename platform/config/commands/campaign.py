"""`wishbridge campaign start|close|reopen|list --community SLUG`: the years of a community, for whoever has a terminal."""

import argparse
from typing import Any

from hub.language import Text

from .chosen import chosen_community
from .options import add_common_options
from .refusals import as_trouble
from .say import say, say_json
from .session import installation

STARTED = Text(
    zh="已新建 {year} 年度（{title}，编号 {prefix}-001 起），上年结转而来 {carried_in} 件。",
    en="{year} is started ({title}, numbers from {prefix}-001); {carried_in} wishes carried over came in.",
)
REVIEW = Text(
    zh="支部和党员照旧；均衡分配前请核对各支部人数。",
    en="Branches and members stay as they are: check the head counts before wishes are shared out.",
)
CLOSED = Text(
    zh="{year} 年度已结项：入库 {in_pool}，办结 {fulfilled}（其中兜底 {by_backstop}），结转 {carried_over}。",
    en="{year} is closed: {in_pool} in the pool, {fulfilled} fulfilled ({by_backstop} by backstop), {carried_over}"
    " carried over.",
)
READY = Text(zh="{year} 年度可以结项，会结转 {count} 件。", en="{year} can be closed; {count} will be carried over.")
BLOCKED = Text(zh="{year} 年度还不能结项：", en="{year} cannot be closed yet:")
REOPENED = Text(zh="{year} 年度已重新打开。", en="{year} is open again.")
NONE = Text(
    zh="还没有年度活动。新建：wishbridge campaign start 年份 --community {slug}",
    en="There is no campaign yet. Start one: wishbridge campaign start YEAR --community {slug}",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="start|close|reopen|list")
    start = verbs.add_parser("start", help="start a year, like an earlier one; what that left over comes in")
    start.add_argument("--title", default="", help="else the earlier year's, with the new year in it")
    start.add_argument("--like", type=int, metavar="YEAR", help="whose policy it goes on with; else the last year's")
    close = verbs.add_parser("close", help="close a year: carry over what nobody claimed, freeze its figures")
    close.add_argument("--check", action="store_true", help="only tell what is left to do; change nothing")
    reopen = verbs.add_parser("reopen", help="take a closing back, within 30 days")
    reopen.add_argument("--reason", required=True, help="why; it stands in the history")
    for verb in (start, close, reopen):
        verb.add_argument("year", type=int, metavar="YEAR")
    for verb in (start, close, reopen, verbs.add_parser("list", help="the years of a community")):
        add_common_options(verb)
        verb.add_argument("--community", metavar="SLUG", required=True, help="whose it is")


def run(arguments: argparse.Namespace) -> int:
    """Carry out the verb. Raises Trouble with the sentence of what refused; `close --check` gives 1 when it would."""
    with installation(arguments.data, named=True), as_trouble():
        from django_tenants.utils import tenant_context

        community = chosen_community(arguments.community)
        with tenant_context(community):
            verb = {"start": _start, "close": _close, "reopen": _reopen, "list": _list}[arguments.verb]
            answer, sentences, code = verb(arguments)
    if arguments.json:
        say_json(answer)
    for sentence in [] if arguments.json else sentences:
        say(sentence)
    return code


Outcome = tuple[dict[str, Any], list[Text], int]


def _start(arguments: argparse.Namespace) -> Outcome:
    from hub.actor import SYSTEM
    from tenants.campaigns.finding import campaign_named
    from tenants.campaigns.models import Campaign
    from tenants.closing.years import begin_campaign

    last = Campaign.objects.filter(year__lt=arguments.year).order_by("-year").first()
    like = campaign_named(arguments.like) if arguments.like else last
    made = begin_campaign(arguments.year, title=arguments.title, like=like, by=SYSTEM)
    row = {**_row(made), "like": like.year if like else None, "carried_in": made.wishes.count()}
    return row, [STARTED.format(**row), REVIEW], 0


def _close(arguments: argparse.Namespace) -> Outcome:
    from hub.actor import SYSTEM
    from tenants.campaigns.finding import campaign_named
    from tenants.closing.blocking import what_blocks
    from tenants.closing.years import close_campaign, what_is_carried_over

    campaign = campaign_named(arguments.year)
    if arguments.check:
        blockers = what_blocks(campaign)
        left = what_is_carried_over(campaign).count()
        row = {
            **_row(campaign),
            "blockers": {blocker.code: blocker.count for blocker in blockers},
            "carried_over": left,
        }
        if blockers:
            return row, [BLOCKED.format(year=campaign.year), *[blocker.text for blocker in blockers]], 1
        return row, [READY.format(year=campaign.year, count=left)], 0
    frozen = close_campaign(campaign, by=SYSTEM)
    campaign.refresh_from_db()
    carried = campaign.wishes.filter(state="carried_over").count()
    row = {**_row(campaign), "figures": frozen.counts, "carried_over": carried}
    return row, [CLOSED.format(year=campaign.year, carried_over=carried, **frozen.counts)], 0


def _reopen(arguments: argparse.Namespace) -> Outcome:
    from hub.actor import SYSTEM
    from tenants.campaigns.finding import campaign_named
    from tenants.closing.years import reopen_campaign

    campaign = reopen_campaign(campaign_named(arguments.year), reason=arguments.reason, by=SYSTEM)
    return _row(campaign), [REOPENED.format(year=campaign.year)], 0


def _list(arguments: argparse.Namespace) -> Outcome:
    from tenants.campaigns.models import Campaign

    rows = [{**_row(campaign), "wishes": campaign.wishes.count()} for campaign in Campaign.objects.order_by("year")]
    for row in [] if arguments.json else rows:
        print(f"{row['year']}  {row['state']:<9} {row['wishes']:>5}  {row['title']}")
    return {"campaigns": rows}, [] if rows else [NONE.format(slug=arguments.community)], 0


def _row(campaign: Any) -> dict[str, Any]:
    return {
        "id": str(campaign.pk),
        "year": campaign.year,
        "title": campaign.title,
        "prefix": campaign.prefix,
        "state": str(campaign.state),
    }
