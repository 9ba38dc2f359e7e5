"""Who is put on record is looked up first; so that nobody is put on record twice, one looks at a time."""

from django.db import connection


def wait_for_the_register() -> None:
    """Waits until no other transaction of this community puts people on record, then keeps the others waiting.

    Until the transaction's end. Whoever also locks a campaign locks that first; a beneficiary or a wish afterwards.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('people.register ' || current_schema(), 0))")
