import structlog
from django.db import connection
from django_tenants.utils import tenant_context

from hub.actor import STAFF, Actor
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.privacy.access import record_access
from hub.privacy.models import AccessLog

STAFF_MEMBER = Actor(uuid7(), "祁文军", frozenset({STAFF}))


def test_an_unmasking_is_logged_with_who_what_why_and_the_request(haihong: Community) -> None:
    subject = uuid7()
    with structlog.contextvars.bound_contextvars(request_id="a-request"), tenant_context(haihong):
        record_access(STAFF_MEMBER, subject="wish", subject_id=subject, fields=["phone", "address"], reason="上门核查")
    entry = AccessLog.objects.get()
    assert (entry.community_id, entry.actor_id, entry.actor_name) == (haihong.pk, STAFF_MEMBER.account_id, "祁文军")
    assert (entry.subject, entry.subject_id, entry.fields) == ("wish", subject, ["phone", "address"])
    assert (entry.reason, entry.request_id) == ("上门核查", "a-request")


def test_the_log_lies_in_the_hub_and_does_not_name_the_actor_in_plain_text(haihong: Community) -> None:
    with tenant_context(haihong):
        record_access(STAFF_MEMBER, subject="wish", subject_id=uuid7(), fields=["name"], reason="核查")
    with connection.cursor() as cursor:
        cursor.execute("SELECT actor_name FROM public.privacy_accesslog")
        row = cursor.fetchone()
    assert row is not None
    assert "祁文军".encode() not in bytes(row[0])
