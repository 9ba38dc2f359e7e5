"""What a field says of what it cannot take: in the words of an office, not in those of the framework."""

from typing import Any

from django.core.validators import BaseValidator, MaxLengthValidator, MinLengthValidator
from rest_framework import serializers

from hub.language import Text

FILL_IN = Text(zh="请填写。", en="Fill this in.")
NO_DATE = Text(zh="这不是日期，请写成 2026-11-23 这样。", en="This is no date. Write it like 2026-11-23.")
NO_CHOICE = Text(zh="请从给出的选项中选择。", en="Choose one of the given options.")
NO_ID = Text(zh="这不是有效的编号。", en="This is not a valid identifier.")
TOO_LONG = Text(zh="太长了，最多 {most} 个字。", en="Too long: at most {most} characters.")
TOO_SHORT = Text(zh="太短了，至少 {least} 个字。", en="Too short: at least {least} characters.")
TOO_MANY = Text(zh="一次最多 {most} 项。", en="At most {most} at once.")
TOO_FEW = Text(zh="请至少选 {least} 项。", en="Choose at least {least}.")


def word(field: Any) -> None:
    """Give the field, and what a list holds, our sentences."""
    field.error_messages |= {"required": str(FILL_IN), "null": str(FILL_IN), "blank": str(FILL_IN)}
    if isinstance(field, serializers.DateField):
        field.error_messages["invalid"] = str(NO_DATE)
    elif isinstance(field, serializers.ChoiceField):
        field.error_messages["invalid_choice"] = str(NO_CHOICE)
    elif isinstance(field, serializers.UUIDField):
        field.error_messages["invalid"] = str(NO_ID)
    for validator in field.validators:
        _word_length(validator, of_list=isinstance(field, serializers.ListField))
    if isinstance(field, serializers.ListField) and field.child is not None:
        word(field.child)


def _word_length(validator: Any, *, of_list: bool) -> None:
    if not isinstance(validator, BaseValidator):
        return
    if isinstance(validator, MaxLengthValidator):
        validator.message = str((TOO_MANY if of_list else TOO_LONG).format(most=validator.limit_value))
    elif isinstance(validator, MinLengthValidator):
        validator.message = str((TOO_FEW if of_list else TOO_SHORT).format(least=validator.limit_value))
