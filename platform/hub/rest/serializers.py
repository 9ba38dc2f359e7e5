"""What the API takes in."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from hub.language import Text
from hub.numbers import read_whole
from hub.phones import parse_phone
from hub.privacy.identity import NOT_KEPT, holds_identity, without_identity
from hub.rest.wording import TOO_LONG, word
from hub.writing import clean, half_width

UNKNOWN_FIELD = Text(zh="没有这一项。", en="There is no such field.")
NO_NUMBER = Text(zh="看不出是多少，请只写一个数字。", en="No single number can be read here. Write one number.")
OUT_OF_BOUNDS = Text(zh="应在 {low} 到 {high} 之间。", en="It must lie between {low} and {high}.")
READ_AS = Text(zh="{typed} → {value}", en="{typed} → {value}")
READ_AS_NOTHING = Text(zh="{typed} → 未填", en="{typed} → nothing")
NO_PHONE = Text(
    zh="这不是有效的电话号码。请填 11 位手机号，或带区号的固定电话。",
    en="This is not a valid telephone number. Give a mobile number of 11 digits or a landline with its area code.",
)
NO_MOBILE = Text(
    zh="这里需要手机号，固定电话收不到短信。", en="A mobile number is needed here: a landline gets no SMS."
)


class Input(serializers.Serializer[Any]):
    """A request's body or query. A field that it does not know is an error: a mistyped name must not be lost.

    This is the door for every text: it is cleaned here once (`hub.writing.clean`), and an identity-card number in any
    of them is that field's error, which does not repeat the number. Passwords pass as they are.
    """

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for field in fields.values():
            word(field)
        return fields

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) or hasattr(data, "keys"):
            unknown = sorted(str(name) for name in set(data.keys()) - set(self.fields))
            if unknown:
                raise serializers.ValidationError(
                    {without_identity(name[:60]): [str(UNKNOWN_FIELD)] for name in unknown[:20]}
                )
            data, faults = at_the_door(self.fields, data)
            if faults:
                raise serializers.ValidationError(faults)
        return super().to_internal_value(data)

    @property
    def notes(self) -> list[dict[str, str]]:
        """What was read otherwise than it was typed: the field, and a sentence ("100-150 → 150"). After validation."""
        return [{"field": field, "text": text} for field, text in _notes(self)]


def at_the_door(fields: Mapping[str, Any], data: Any) -> tuple[Any, dict[str, Any]]:
    """The data with its texts cleaned, and what is wrong with them by field. Takes a dict or a form."""
    cleaned = data.copy()
    faults: dict[str, Any] = {}
    for name in data:
        field = fields[name]
        if isinstance(field, serializers.BaseSerializer) or _is_verbatim(field):
            continue
        if hasattr(data, "getlist"):
            values = [_cleaned(value) for value in data.getlist(name)]
            cleaned.setlist(name, values)
            value: Any = values if len(values) > 1 else values[0] if values else ""
        else:
            value = cleaned[name] = _cleaned(data[name])
        if _takes_text(field) and (fault := _identity_in(value)):
            faults[name] = fault
    return cleaned, faults


def _is_verbatim(field: Any) -> bool:
    return isinstance(field, serializers.CharField) and not field.trim_whitespace


def _takes_text(field: Any) -> bool:
    if isinstance(field, serializers.ListField | serializers.DictField):
        return field.child is None or _takes_text(field.child)
    return isinstance(field, serializers.CharField | serializers.JSONField | NumberField)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    if isinstance(value, dict):
        return {clean(str(name)): _cleaned(inner) for name, inner in value.items()}
    return value


def _identity_in(value: Any) -> Any:
    """What to say of it, in the shape of REST framework's errors; nothing where no number is in it."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return [str(NOT_KEPT)] if holds_identity(str(value)) else None
    if isinstance(value, list):
        return {at: fault for at, inner in enumerate(value) if (fault := _identity_in(inner))} or None
    if isinstance(value, dict):
        pairs = [(str(name), inner) for name, inner in value.items()]
        found = {without_identity(name): _identity_in(name) or _identity_in(inner) for name, inner in pairs}
        return {name: fault for name, fault in found.items() if fault} or None
    return None


def _notes(of: Any, at: str = "") -> Iterator[tuple[str, str]]:
    for name, field in of.fields.items():
        place = f"{at}.{name}".strip(".")
        if isinstance(field, NumberField) and field.note:
            yield place, field.note
        elif isinstance(field, serializers.Serializer):
            yield from _notes(field, place)


class NoteAnswer(serializers.Serializer[Any]):
    """A field whose value was read otherwise than it was typed."""

    field = serializers.CharField()
    text = serializers.CharField()


LONGEST_NUMBER = 40
"""Characters of a number as somebody types it."""


@extend_schema_field(
    {
        "oneOf": [{"type": "number"}, {"type": "string", "maxLength": LONGEST_NUMBER}],
        "description": "A number, or text as it was typed (99.5, 100-150, １２０, 一百二十元): read as an import reads it.",
    }
)
class NumberField(serializers.Field[Any, Any, Any, Any]):
    """A number as it was typed, as number or as text; becomes the whole number that `read` makes of it.

    `read` is one of `hub.numbers`; what it cannot read, and what lies outside of the bounds, is the field's error.
    Nothing typed ("", 无) is None where that is allowed. `note` says what was read where it is not what was typed.
    """

    def __init__(
        self,
        *,
        read: Callable[[str], int | None] = read_whole,
        min_value: int | None = None,
        max_value: int | None = None,
        wrong: Text = NO_NUMBER,
        **kwargs: Any,
    ) -> None:
        self.read, self.min_value, self.max_value, self.wrong = read, min_value, max_value, wrong
        self.note = ""
        super().__init__(**kwargs)

    def validate_empty_values(self, data: Any) -> Any:
        self.note = ""
        if data == "":
            data = None
        return super().validate_empty_values(data)

    def to_internal_value(self, data: Any) -> int | None:
        if isinstance(data, bool) or not isinstance(data, int | float | str):
            raise serializers.ValidationError(str(self.wrong))
        typed = (str(int(data)) if isinstance(data, float) and data.is_integer() else str(data)).strip()
        if len(typed) > LONGEST_NUMBER:
            raise serializers.ValidationError(str(TOO_LONG.format(most=LONGEST_NUMBER)))
        try:
            value = self.read(typed)
        except (ValueError, OverflowError, ArithmeticError):
            raise serializers.ValidationError(str(self.wrong)) from None
        if value is None:
            if not self.allow_null:
                self.fail("null")
            self.note = str(READ_AS_NOTHING.format(typed=typed)) if typed else ""
            return None
        low, high = self.min_value, self.max_value
        if (low is not None and value < low) or (high is not None and value > high):
            raise serializers.ValidationError(str(OUT_OF_BOUNDS.format(low=low, high=high)))
        if half_width(typed) != str(value):
            self.note = str(READ_AS.format(typed=typed, value=value))
        return value

    def to_representation(self, value: Any) -> Any:
        return value


class PhoneField(serializers.CharField):
    """A telephone in any writing; becomes E.164 ("+8613900120422")."""

    def __init__(self, *, mobile: bool = False, **kwargs: Any) -> None:
        self.mobile = mobile
        super().__init__(max_length=kwargs.pop("max_length", 40), **kwargs)

    def to_internal_value(self, data: Any) -> str:
        phone = parse_phone(super().to_internal_value(data))
        if phone is None:
            raise serializers.ValidationError(str(NO_PHONE))
        if self.mobile and phone.kind != "mobile":
            raise serializers.ValidationError(str(NO_MOBILE))
        return phone.e164
