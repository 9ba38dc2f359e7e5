"""Confirms an import in processes that die: `python -m tests.tenants.forms.confirming_process SLUG BATCH POINT…`
(tests/mortal.py).

What is found behind each point: how many wishes, people and remembered rows there are.
"""

import sys
from uuid import UUID

import django

django.setup()

from hub.actor import SYSTEM  # noqa: E402  (Django is set up first)
from tenants.forms.confirming import confirm_import  # noqa: E402
from tenants.forms.models import ImportBatch, ImportedRow  # noqa: E402
from tenants.people.models import Beneficiary  # noqa: E402
from tenants.wishes.models import Wish  # noqa: E402
from tests.mortal import die_at  # noqa: E402


def main(slug: str, batch_id: UUID, points: list[str]) -> None:
    def look() -> tuple[int, int, int]:
        ImportBatch.objects.select_for_update().get(pk=batch_id)
        return Wish.objects.count(), Beneficiary.objects.count(), ImportedRow.objects.count()

    die_at(
        points,
        slug,
        fetch=lambda: ImportBatch.objects.get(pk=batch_id),
        work=lambda batch: confirm_import(batch, by=SYSTEM),
        look=look,
    )


if __name__ == "__main__":
    main(sys.argv[1], UUID(sys.argv[2]), sys.argv[3:])
