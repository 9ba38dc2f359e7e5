"""A request with an Idempotency-Key happens once; whoever repeats it gets the first answer again.

Key and answer are written in the transaction of the request's own writes, so either both are there or neither:
a client that was cut off repeats the request without asking what became of it (promises.md).
"""

import datetime
import hashlib
import re
from collections.abc import Callable
from typing import Any

import orjson
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from hub.actor import Actor
from hub.clock import now
from hub.communities.current import current_or_none
from hub.language import Text
from hub.privacy.access import noting_looks, record_again
from hub.privacy.blind import blind
from hub.rest.models import Answer
from hub.rest.problems import Problem, problem_response
from hub.rest.versions import etag

HEADER = "Idempotency-Key"
KEPT = datetime.timedelta(hours=24)
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_KEY = re.compile(r"[\x21-\x7e]{8,80}")

BAD_KEY = Text(
    zh="Idempotency-Key 应为 8 到 80 个可见的 ASCII 字符。",
    en="An Idempotency-Key has 8 to 80 visible ASCII characters.",
)
OTHER_REQUEST = Text(
    zh="这个 Idempotency-Key 已用于另一个请求。请为新的操作使用新的值。",
    en="This Idempotency-Key was used for another request. Take a new one for a new intent.",
)


class IdempotencyMiddleware:
    """Wraps the view of a signed-in person's unsafe request in one transaction with the kept answer.

    Only answers below 400 are kept: a refusal wrote nothing, so its repetition may well succeed. A view with
    `answers_once = False` counts attempts or answers with a stream, and is left alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        key = request.headers.get(HEADER)
        actor: Actor | None = getattr(request, "actor", None)
        if key is None or actor is None or request.method not in UNSAFE:
            return None
        if not getattr(getattr(view, "cls", None), "answers_once", True):
            return None
        if not _KEY.fullmatch(key):
            return problem_response(Problem(400, "idempotency_key_invalid", str(BAD_KEY)))
        return answer_once(
            request,
            key,
            actor,
            lambda: view(request, *args, **kwargs),
            lambda: _refused(request, view, args, kwargs),
        )


def answer_once(
    request: HttpRequest,
    key: str,
    actor: Actor,
    view: Callable[[], HttpResponse],
    refused: Callable[[], HttpResponse | None] = lambda: None,
) -> HttpResponse:
    """The answer of `view`, called unless it was answered under this key before.

    A kept answer is given to whoever the view would let in now (`refused` is its door), and what it shows unmasked is
    on the access log as a look of its own.

    Of parallel requests with one key the first executes; the others wait for its commit at the unique index, and
    then either read its answer or, if it wrote nothing, execute themselves.
    """
    owner, asked = _digest_of_owner(actor, key), digest_of(request)
    with transaction.atomic():
        mine = Answer(owner=owner, request=asked)
        Answer.objects.bulk_create([mine], ignore_conflicts=True)
        kept = Answer.objects.get(owner=owner)
        if kept.pk != mine.pk:
            return refused() or _again(kept, asked, actor)
        with noting_looks() as looks:
            response = view()
            if not response.streaming and hasattr(response, "render"):
                response = response.render()
        if response.status_code >= 400 or response.streaming:
            transaction.set_rollback(response.status_code >= 400)
            return response
        mine.status = response.status_code
        mine.content_type = response.headers.get("Content-Type", "")[:80]
        mine.body, mine.looks = response.content, looks
        mine.save(update_fields=["status", "content_type", "body", "looks"])
        return response


def forget_old_answers() -> int:
    """Deletes the answers of more than a day ago and returns how many. Safe at any time (hourly is enough)."""
    return Answer.objects.filter(at__lt=now() - KEPT).delete()[0]


def digest_of(request: HttpRequest) -> bytes:
    """32 bytes that are the same for the same method, address, language, `If-Match` and content.

    A form is taken by its fields, since the boundary between them is another one with every sending. A view that takes
    files is not answered once, so there are none.
    """
    told = hashlib.sha256(f"{request.method} {request.get_full_path()} {get_language()}\n".encode())
    if seen := request.headers.get("If-Match"):
        # What a change was made from is part of what was asked for.
        told.update(f"If-Match: {seen}\n".encode())
    if (request.content_type or "").startswith("multipart/"):
        for name in sorted(request.POST):
            for value in request.POST.getlist(name):
                told.update(f"{name}={len(value)}:{value}\n".encode())
    else:
        told.update(request.body)
    return told.digest()


def _digest_of_owner(actor: Actor, key: str) -> bytes:
    community = current_or_none()
    where = community.pk if community else "platform"
    # With the roles: whoever lost one does not read an answer that needed it.
    return blind("idempotency key", f"{where} {actor.account_id} {sorted(actor.roles)} {key}", scope="hub")


def _refused(request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
    # The view's own door, CSRF and role, without the view: the first answer is no pass.
    kind = getattr(view, "cls", None)
    if kind is None:
        return None
    door = kind(**getattr(view, "initkwargs", {}))
    door.setup(request, *args, **kwargs)
    door.request = asked = door.initialize_request(request, *args, **kwargs)
    door.headers = door.default_response_headers
    try:
        door.initial(asked, *args, **kwargs)
    except Exception as problem:  # noqa: BLE001  (whatever the view would say to it, it says here)
        response: Any = door.finalize_response(asked, door.handle_exception(problem), *args, **kwargs)
        answer: HttpResponse = response.render()
        return answer
    return None


def _again(kept: Answer, asked: bytes, actor: Actor) -> HttpResponse:
    if bytes(kept.request) != asked:
        return problem_response(Problem(422, "idempotency_key_reused", str(OTHER_REQUEST)))
    # Of an answer that was kept before its looks were, nobody knows: it counts as one.
    unknown: dict[str, Any] = {
        "subject": "answer",
        "subject_id": str(kept.pk),
        "subjects": None,
        "fields": [],
        "reason": "",
    }
    for look in [unknown] if kept.looks is None else kept.looks:
        record_again(actor, look)
    return HttpResponse(
        bytes(kept.body or b""),
        status=kept.status or 200,
        content_type=kept.content_type or None,
        headers={"Idempotent-Replay": "true", **_etag_of(kept)},
    )


def _etag_of(kept: Answer) -> dict[str, str]:
    if not (kept.content_type or "").startswith("application/json"):
        return {}
    told = orjson.loads(bytes(kept.body or b"null"))
    version = told.get("version") if isinstance(told, dict) else None
    return {"ETag": etag(version)} if isinstance(version, str) else {}
