from django.utils import translation

from hub.language import Text
from hub.refusal import Refusal

GREETING = Text(zh="您好，{name}", en="Hello, {name}")


def test_a_text_is_said_in_the_readers_language_and_chinese_by_default() -> None:
    said = GREETING.format(name="马秀兰")
    with translation.override("en"):
        assert str(said) == "Hello, 马秀兰"
    with translation.override("zh-hans"):
        assert str(said) == "您好，马秀兰"
    with translation.override(None):
        assert str(said) == "您好，马秀兰"


def test_a_text_within_a_text_keeps_its_language() -> None:
    said = GREETING.format(name=Text(zh="社区", en="community"))
    assert said == Text(zh="您好，社区", en="Hello, community")


def test_a_text_without_placeholders_may_hold_braces() -> None:
    assert Text(zh="{}", en="{}").format() == Text(zh="{}", en="{}")


def test_a_refusal_says_its_text_with_its_parameters() -> None:
    refusal = Refusal("greeted", GREETING, name="马秀兰", status=400, field="name")
    assert (refusal.code, refusal.text.zh, refusal.status, refusal.field) == ("greeted", "您好，马秀兰", 400, "name")
