"""The filters of a list that somebody keeps for themselves (experience.md, number 14).

They stand encrypted on the seat: a clerk's own words name them, and what was searched for may be a resident's name.
"""

from typing import Any

from django.db import transaction

from hub.accounts.models import Seat
from hub.identifiers import uuid7
from hub.language import Text
from hub.refusal import Refusal

AT_MOST = 30

SavedFilter = dict[str, Any]
"""`id`, `list` (the page's path), `name`, `query` (texts by name, as the page's address has them)."""


def saved_filters(seat: Seat) -> list[SavedFilter]:
    """What this seat keeps, in the order of saving."""
    kept: list[SavedFilter] | None = Seat.objects.values_list("saved_filters", flat=True).get(pk=seat.pk)
    return kept or []


def save_filter(seat: Seat, *, of_list: str, name: str, query: dict[str, str]) -> list[SavedFilter]:
    """Keeps a filter; one of the same list and name takes its place. Returns all that the seat keeps.

    Raises `Refusal` (400) for an empty name, (409) when there are too many.
    """
    name = " ".join(name.split())
    if not name:
        raise Refusal(
            "name_missing", Text(zh="请给这组条件起个名字。", en="Give this filter a name."), status=400, field="name"
        )
    with transaction.atomic():
        kept = [each for each in saved_filters(_locked(seat)) if (each["list"], each["name"]) != (of_list, name)]
        if len(kept) >= AT_MOST:
            raise Refusal(
                "too_many_filters",
                Text(
                    zh="最多保存 {most} 组条件，请先删去不用的。",
                    en="At most {most} filters are kept: delete one that is no longer needed.",
                ),
                most=AT_MOST,
            )
        kept.append({"id": str(uuid7()), "list": of_list, "name": name, "query": query})
        Seat.objects.filter(pk=seat.pk).update(saved_filters=kept)
    return kept


def forget_filter(seat: Seat, filter_id: str) -> list[SavedFilter]:
    """Forgets one; no error where it is gone already. Returns all that the seat keeps."""
    with transaction.atomic():
        kept = [each for each in saved_filters(_locked(seat)) if each["id"] != filter_id]
        Seat.objects.filter(pk=seat.pk).update(saved_filters=kept)
    return kept


def _locked(seat: Seat) -> Seat:
    return Seat.objects.select_for_update(no_key=True).get(pk=seat.pk)
