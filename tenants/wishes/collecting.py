"""Collecting: a wish comes into the house, from the quick entry or from a row of a workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import next_serials
from tenants.people.models import Beneficiary
from tenants.wishes.comparing import compare_again
from tenants.wishes.completeness import what_is_missing
from tenants.wishes.life import noted
from tenants.wishes.models import KINDS, Wish, WishEntry
from tenants.wishes.needed_days import demand_to_come


@dataclass(frozen=True)
class NewWish:
    """What a survey tells of a wish. `budget_yuan` in whole yuan, None where nobody named a price.

    `missing` are codes that an import found (see `completeness.SENTENCES`); `fingerprint` stands for the original
    row of a workbook, so that the same row never comes in twice.
    """

    item: str
    kind: str = "other"
    quantity: int = 1
    requirements: tuple[str, ...] = ()
    public_text: str = ""
    story: str = ""
    budget_yuan: int | None = None
    collector_name: str = ""
    collector_id: UUID | None = None
    collected_on: date | None = None
    needed_by: date | None = None
    for_batch: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    fingerprint: bytes | None = None


def collect_wish(campaign: Campaign, beneficiary: Beneficiary, new: NewWish, *, by: Actor) -> Wish:
    """Adds a wish in state `collected` with the next number of the campaign, and its first history entry.

    Raises `Refusal` (400 with the field) for an item or kind that cannot be kept, (409) for a closed campaign.
    """
    return collect_wishes(campaign, [(beneficiary, new)], by=by)[0]


def collect_wishes(campaign: Campaign, several: Sequence[tuple[Beneficiary, NewWish]], *, by: Actor) -> list[Wish]:
    """The same for many, numbered in their order, with a handful of queries for all of them."""
    for _, new in several:
        check_content(item=_item(new), kind=new.kind, budget_yuan=new.budget_yuan, quantity=new.quantity)
        demand_to_come(new.needed_by)
    if not several:
        return []
    with transaction.atomic():
        serials = next_serials(campaign, len(several))
        wishes = [
            _collected(campaign, beneficiary, new, serial)
            for serial, (beneficiary, new) in zip(serials, several, strict=True)
        ]
        Wish.objects.bulk_create(wishes)
        WishEntry.objects.bulk_create([noted(wish, "collected", {}, by=by) for wish in wishes])
        # Whoever came in new may be named in an older wish of the household.
        compare_again({beneficiary.household_id for beneficiary, _ in several}, by=by)
        ring(LADDER)
        ring(FIGURES)
    return wishes


def _item(new: NewWish) -> str:
    return " ".join(new.item.split())


def _collected(campaign: Campaign, beneficiary: Beneficiary, new: NewWish, serial: int) -> Wish:
    wish = Wish(
        campaign=campaign,
        beneficiary=beneficiary,
        serial=serial,
        number=f"{campaign.prefix}-{serial:03d}",
        item=_item(new),
        kind=new.kind,
        quantity=new.quantity,
        requirements=list(new.requirements),
        public_text=new.public_text.strip(),
        story=new.story.strip(),
        budget_yuan=new.budget_yuan,
        collector_name=new.collector_name.strip(),
        collector_id=new.collector_id,
        collected_on=new.collected_on,
        needed_by=new.needed_by,
        for_batch=list(new.for_batch),
        missing=list(new.missing),
        warnings=warnings_of(campaign, new.budget_yuan, new.warnings),
        fingerprint=new.fingerprint,
    )
    wish.missing = what_is_missing(wish, beneficiary)
    return wish


def warnings_of(campaign: Campaign, budget_yuan: int | None, others: Iterable[str] = ()) -> list[str]:
    """The warnings of a wish: those given, with `budget_over_limit` where the policy's limit says so."""
    over = budget_yuan is not None and budget_yuan > campaign.budget_limit_yuan
    kept = [code for code in others if code != "budget_over_limit"]
    return [*(["budget_over_limit"] if over else []), *kept]


def check_content(*, item: str, kind: str, budget_yuan: int | None, quantity: int) -> None:
    """Raises `Refusal` (400) naming the field of a wish that cannot be kept."""
    if not 1 <= len(item) <= 120:
        raise Refusal(
            "wish_missing",
            Text(zh="请写明心愿内容，不超过 120 个字。", en="Say what is wished for, in at most 120 characters."),
            status=400,
            field="item",
        )
    if kind not in KINDS:
        raise Refusal(
            "kind_unknown", Text(zh="请选择心愿的种类。", en="Choose the kind of wish."), status=400, field="kind"
        )
    if budget_yuan is not None and not 0 <= budget_yuan <= 1_000_000:
        raise Refusal(
            "budget_out_of_range",
            Text(zh="预算应在 0 到 100 万元之间。", en="The budget lies between 0 and 1,000,000 yuan."),
            status=400,
            field="budget_yuan",
        )
    if not 1 <= quantity <= 1000:
        raise Refusal(
            "quantity_out_of_range",
            Text(zh="数量应在 1 到 1000 之间。", en="The quantity lies between 1 and 1,000."),
            status=400,
            field="quantity",
        )
