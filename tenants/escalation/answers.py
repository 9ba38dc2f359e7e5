"""How a claim is shown with its place on the ladder."""

from typing import Any

from rest_framework import serializers

from tenants.claims.answers import ClaimRow, office_row
from tenants.claims.models import Claim
from tenants.escalation.deciding import Standing, standing_of


class LadderRow(ClaimRow):
    """A claim with what was said about it, from when staff are asked to decide, and when it is recalled by itself.

    `recalled_on` is empty where the policy leaves the recall to staff.
    """

    decide_from = serializers.DateField()
    recalled_on = serializers.DateField(allow_null=True)
    reminded = serializers.IntegerField()
    urged = serializers.IntegerField()
    secretary_told = serializers.BooleanField()


def ladder_row(claim: Claim, where: Standing | None = None) -> dict[str, Any]:
    """A row of `LadderRow`; takes a claim of `claims_on_the_ladder`."""
    where = where or standing_of(claim)
    return {
        **office_row(claim),
        "decide_from": where.decide_from,
        "recalled_on": where.recalled_on,
        "reminded": where.reminded,
        "urged": where.urged,
        "secretary_told": where.secretary_told,
    }
