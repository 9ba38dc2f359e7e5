"""What the API takes in."""

from typing import Any

from rest_framework import serializers

from hub.language import Text
from hub.phones import parse_phone

UNKNOWN_FIELD = Text(zh="没有这一项。", en="There is no such field.")
NO_DATE = Text(zh="这不是日期，请写成 2026-11-23 这样。", en="This is no date. Write it like 2026-11-23.")
NO_PHONE = Text(
    zh="这不是有效的电话号码。请填 11 位手机号，或带区号的固定电话。",
    en="This is not a valid telephone number. Give a mobile number of 11 digits or a landline with its area code.",
)
NO_MOBILE = Text(
    zh="这里需要手机号，固定电话收不到短信。", en="A mobile number is needed here: a landline gets no SMS."
)


class Input(serializers.Serializer[Any]):
    """A request's body or query. A field that it does not know is an error: a mistyped name must not be lost."""

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for field in fields.values():
            if isinstance(field, serializers.DateField):
                field.error_messages["invalid"] = str(NO_DATE)
        return fields

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) or hasattr(data, "keys"):
            unknown = sorted(set(data.keys()) - set(self.fields))
            if unknown:
                raise serializers.ValidationError({str(name)[:60]: [str(UNKNOWN_FIELD)] for name in unknown[:20]})
        return super().to_internal_value(data)


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
