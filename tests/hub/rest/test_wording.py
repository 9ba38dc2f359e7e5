"""What a field says is said in the words of an office, in both languages."""

from typing import Any

import pytest
from django.utils.translation import override
from rest_framework import serializers

from hub.rest.serializers import Input


class Form(Input):
    """One field of each sort that people fill in."""

    name = serializers.CharField(max_length=4, min_length=2, required=False)
    reason = serializers.CharField(required=False)
    day = serializers.DateField(required=False)
    wishes = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=2, required=False)
    ways = serializers.ListField(child=serializers.ChoiceField(choices=["visit"]), required=False)


class Asked(Input):
    """A field that must be there."""

    name = serializers.CharField()


def said(form: type[Input], language: str, **typed: Any) -> list[str]:
    with override(language):
        asked = form(data=typed)
        assert not asked.is_valid()
        return [str(one) for one in _flat(dict(asked.errors))]


def _flat(errors: Any) -> list[Any]:
    if isinstance(errors, dict):
        return [one for inner in errors.values() for one in _flat(inner)]
    return list(errors)


ONE = "01a2237e-f423-777a-b7a9-06efe125aff5"


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ({"reason": ""}, "请填写。", "Fill this in."),
        ({"reason": None}, "请填写。", "Fill this in."),
        ({"name": "欧阳修文字"}, "太长了，最多 4 个字。", "Too long: at most 4 characters."),
        ({"name": "王"}, "太短了，至少 2 个字。", "Too short: at least 2 characters."),
        ({"day": "明天"}, "这不是日期，请写成 2026-11-23 这样。", "This is no date. Write it like 2026-11-23."),
        ({"wishes": []}, "请至少选 1 项。", "Choose at least 1."),
        ({"wishes": [ONE] * 3}, "一次最多 2 项。", "At most 2 at once."),
        ({"wishes": ["一号"]}, "这不是有效的编号。", "This is not a valid identifier."),
        ({"ways": ["写信"]}, "请从给出的选项中选择。", "Choose one of the given options."),
    ],
)
def test_a_field_says_what_to_do(typed: dict[str, Any], zh: str, en: str) -> None:
    assert said(Form, "zh-hans", **typed) == [zh]
    assert said(Form, "en", **typed) == [en]


def test_what_must_be_there_is_asked_for() -> None:
    assert said(Asked, "zh-hans") == ["请填写。"]
    assert said(Asked, "en") == ["Fill this in."]
