import datetime
import decimal
import uuid

from django.utils import translation

from hub.language import Text
from hub.rest.rendering import to_bytes


def test_what_python_knows_becomes_json() -> None:
    moment = datetime.datetime(2026, 5, 11, 4, tzinfo=datetime.UTC)
    one = uuid.UUID(int=1)
    data = {"at": moment, "on": moment.date(), "id": one, "yuan": decimal.Decimal("180.50"), 7: frozenset({2, 1})}

    assert to_bytes(data) == (
        b'{"at":"2026-05-11T04:00:00Z","on":"2026-05-11","id":"00000000-0000-0000-0000-000000000001",'
        b'"yuan":"180.50","7":[1,2]}'
    )


def test_a_bilingual_text_is_the_readers_sentence() -> None:
    text = Text(zh="心愿", en="wish")

    assert to_bytes([text]) == '["心愿"]'.encode()
    with translation.override("en"):
        assert to_bytes({"text": text}) == b'{"text":"wish"}'
