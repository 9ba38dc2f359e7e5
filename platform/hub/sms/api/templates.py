"""The operator's page of templates: text, state at each provider, what it costs, what a provider would refuse."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsOperator
from hub.rest.serializers import Input
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from hub.sms.lint import LONGEST_TEXT, Preview, faults, preview
from hub.sms.models import Wording
from hub.sms.templates import TEMPLATES
from hub.sms.wordings import (
    LOCAL,
    MOVES,
    NO_SUCH,
    change_state,
    providers,
    reword,
    waiting,
    wording_version,
    wordings_at,
)


class PreviewAnswer(serializers.Serializer[Any]):
    """A filled text as a telephone shows it; `parts` are what is paid for."""

    text = serializers.CharField()
    signs = serializers.IntegerField()
    parts = serializers.IntegerField()


class Judged(serializers.Serializer[Any]):
    """What a text comes to with everyday values and with long ones; none where its braces cannot be read."""

    faults = serializers.ListField(child=serializers.CharField())
    example = PreviewAnswer(allow_null=True)
    longest = PreviewAnswer(allow_null=True)


class WordingRow(Judged, Versioned):
    """A template at one provider. `next` are the states it can be noted down as now."""

    name = serializers.CharField()
    kind = serializers.CharField()
    text = serializers.CharField()
    variables = serializers.ListField(child=serializers.CharField())
    state = serializers.ChoiceField(choices=Wording.State.choices)
    next = serializers.ListField(child=serializers.ChoiceField(choices=Wording.State.choices))
    editable = serializers.BooleanField()
    code = serializers.CharField(allow_blank=True)
    remark = serializers.CharField(allow_blank=True)
    changed_at = serializers.DateTimeField(allow_null=True)
    waiting = serializers.IntegerField()


class WordingsAnswer(serializers.Serializer[Any]):
    """The first provider is the one that sends; messages wait for a text that it has not approved."""

    provider = serializers.CharField()
    providers = serializers.ListField(child=serializers.CharField())
    sends = serializers.CharField()
    results = WordingRow(many=True)


class TextInput(Input):
    template = serializers.CharField(max_length=40)
    text = serializers.CharField(max_length=LONGEST_TEXT, allow_blank=True)


class WordingInput(Input):
    """Another text, or another state with the provider's name for it or its reason; not both at once."""

    text = serializers.CharField(max_length=LONGEST_TEXT, required=False)
    state = serializers.ChoiceField(choices=Wording.State.choices, required=False)
    code = serializers.CharField(max_length=40, required=False, allow_blank=True)
    remark = serializers.CharField(max_length=200, required=False, allow_blank=True)


NOTHING_ASKED = Text(zh="请给出文字，或新的状态。", en="Give a text, or a new state.")


class Templates(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(
        operation_id="templates",
        responses=WordingsAnswer,
        parameters=[OpenApiParameter("provider", str, description="The one that sends by default.")],
    )
    def get(self, request: Request) -> Response:
        there = providers()
        provider = request.query_params.get("provider") or there[0]
        if provider not in there:
            raise Refusal("provider_unknown", NO_SUCH, status=404)
        due = waiting() if provider == there[0] else {}
        rows = [_row(wording, due) for wording in wordings_at(provider).values()]
        return Response({"provider": provider, "providers": there, "sends": there[0], "results": rows})


class OneTemplate(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(operation_id="template_change", request=WordingInput, responses=WordingRow, extensions=EDITS)
    def patch(self, request: Request, provider: str, name: str) -> Response:
        """Gives a template another text, or notes down what became of it at the provider."""
        if name not in TEMPLATES or provider not in providers():
            raise Refusal("template_unknown", NO_SUCH, status=404)
        seen = seen_version(request)
        given = WordingInput(data=request.data)
        given.is_valid(raise_exception=True)
        asked, by = given.validated_data, actor_of(request)
        with shown_as_it_is(lambda: _current(provider, wordings_at(provider)[name])):
            if "text" in asked:
                wording = reword(name, provider, asked["text"], by=by, seen=seen)
            elif "state" not in asked:
                raise Refusal("nothing_asked", NOTHING_ASKED, status=400, field="state")
            else:
                said = {key: asked[key] for key in ("code", "remark") if key in asked}
                wording = change_state(name, provider, asked["state"], by=by, seen=seen, **said)
        return versioned(_current(provider, wording))


class TemplatePreview(APIView):
    permission_classes = (IsOperator,)

    @extend_schema(operation_id="template_preview", request=TextInput, responses=Judged)
    def post(self, request: Request) -> Response:
        """What a text would look like and cost, and what would be refused; nothing is kept."""
        given = TextInput(data=request.data)
        given.is_valid(raise_exception=True)
        template = TEMPLATES.get(given.validated_data["template"])
        if template is None:
            raise Refusal("template_unknown", NO_SUCH, status=404)
        return Response(_judged(given.validated_data["text"], template.variables))


def _current(provider: str, wording: Wording) -> dict[str, Any]:
    return _row(wording, waiting() if provider == providers()[0] else {})


def _row(wording: Wording, due: dict[str, int]) -> dict[str, Any]:
    template = TEMPLATES[wording.template]
    local = wording.provider == LOCAL
    return {
        "name": template.name,
        "version": wording_version(wording),
        "kind": template.kind,
        "text": wording.text,
        "variables": template.variables,
        "state": wording.state,
        "next": MOVES[wording.state],
        "editable": local or wording.state not in (Wording.State.SUBMITTED, Wording.State.APPROVED),
        "code": wording.code,
        "remark": wording.remark,
        "changed_at": None if wording._state.adding else wording.changed_at,
        "waiting": due.get(template.name, 0),
        **_judged(wording.text, template.variables),
    }


def _judged(text: str, variables: tuple[str, ...]) -> dict[str, Any]:
    return {
        "faults": [str(fault) for fault in faults(text, variables)],
        "example": _preview(preview(text, longest=False)),
        "longest": _preview(preview(text, longest=True)),
    }


def _preview(filled: Preview | None) -> dict[str, Any] | None:
    return {"text": filled.text, "signs": filled.signs, "parts": filled.parts} if filled else None
