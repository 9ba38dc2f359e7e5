"""Imports, for staff: upload, check page, corrections, confirmation, and the rows that need care as a workbook."""

import json
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.language import Text
from hub.privacy.access import record_access_of_the_day
from hub.privacy.identity import NOT_KEPT, holds_identity, without_identity
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input
from hub.rest.versions import EDITS, seen_version, versioned
from hub.versions import Changed
from tenants.campaigns.finding import campaign_for_new, going_on
from tenants.forms.answers import (
    CorrectedAnswer,
    ImportAnswer,
    ImportSummary,
    import_answer,
    row_answer,
    summary_answer,
)
from tenants.forms.batches import check_import, correct_row, discard_import, reinstate_import, row_of
from tenants.forms.care import care_workbook
from tenants.forms.confirming import confirm_import
from tenants.forms.consents import PURPOSES, ConsentsGiven
from tenants.forms.models import ImportBatch
from tenants.forms.questions import Said, answer_for_all
from tenants.forms.tables.columns import Kind
from tenants.forms.tables.finding import LONGEST_KEPT
from tenants.forms.taking_back import take_back_import
from tenants.forms.template import blank_register
from tenants.forms.upload import demand_whole_file, receive_in_memory
from tenants.forms.workbooks import MEDIA_TYPE, download
from tenants.people.models import Consent

SHOWN = ["name", "phone", "address", "guardian", "categories"]
LISTED = 100


class ImportConsents(Input):
    """Consents that were given with the survey, for everybody in the file."""

    purposes = serializers.ListField(child=serializers.ChoiceField(choices=PURPOSES), min_length=1)
    manner = serializers.ChoiceField(choices=Consent.Manner.choices)
    given_on = serializers.DateField()


class ImportInput(Input):
    """`campaign` is its id or a year (the year's own), needed where several go on; `consents` is the JSON of ImportConsents."""

    file = serializers.FileField(allow_empty_file=True)
    kind = serializers.ChoiceField(choices=ImportBatch.Kind.choices)
    campaign = serializers.CharField(required=False, max_length=40)
    consents = serializers.CharField(required=False, allow_blank=True, max_length=1000)


class AnswersInput(Input):
    """What is asked once for a whole import; what is not named stays."""

    sheets = serializers.ListField(child=serializers.CharField(allow_blank=True, max_length=100), required=False)
    hidden_rows = serializers.BooleanField(required=False)
    collected_on = serializers.DateField(required=False, allow_null=True)
    collector = serializers.CharField(required=False, allow_blank=True, max_length=60)
    old_days = serializers.BooleanField(required=False)


class ConfirmationInput(Input):
    """`consents`, where given, take the place of those of the upload."""

    consents = ImportConsents(required=False, allow_null=True)


class Imports(APIView):
    permission_classes = (IsStaff,)
    answers_once = False
    """The idempotency key would have the file read before it is received in memory; a check may be repeated freely."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if request.method == "POST":
            # Before anything asks for the form, the CSRF check included.
            receive_in_memory(request._request)
        super().initial(request, *args, **kwargs)

    def get_parsers(self) -> list[Any]:
        return [MultiPartParser()] if self.request and self.request.method == "POST" else super().get_parsers()

    @extend_schema(responses=ImportSummary(many=True))
    def get(self, request: Request) -> Response:
        """The latest imports, newest first, without their rows."""
        batches = ImportBatch.objects.select_related("campaign").defer("rows", "corrections", "about")[:LISTED]
        return Response([summary_answer(batch) for batch in batches])

    @extend_schema(request={"multipart/form-data": ImportInput}, responses={201: ImportAnswer})
    def post(self, request: Request) -> Response:
        """Reads and judges a workbook. Nothing is imported before the confirmation."""
        data = request.data
        demand_whole_file(request._request)
        asked = ImportInput(data=data)
        asked.is_valid(raise_exception=True)
        upload: UploadedFile = asked.validated_data["file"]
        kind: Kind = asked.validated_data["kind"]
        named = asked.validated_data.get("campaign")
        wanted = kind == "wishes" and (named or going_on().exists())
        campaign = campaign_for_new(named) if wanted else None
        batch = check_import(
            upload.read(),
            kind=kind,
            file_name=upload.name or "",
            campaign=campaign,
            consents=_consents(asked.validated_data.get("consents", "")),
            by=actor_of(request),
        )
        with transaction.atomic():
            _log(request, batch, "check page of an import")
            return Response(import_answer(batch), status=201)


class OneImport(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=ImportAnswer)
    def get(self, request: Request, import_id: UUID) -> Response:
        """The check page. Its rows are unmasked, so the access log says who looked."""
        with transaction.atomic():
            batch = found_import(import_id)
            _log(request, batch, "check page of an import")
            return Response(import_answer(batch))

    @extend_schema(request=AnswersInput, responses=ImportAnswer)
    def patch(self, request: Request, import_id: UUID) -> Response:
        """Answers what is asked once for the whole import; every row is judged again."""
        asked = AnswersInput(data=request.data, partial=True)
        asked.is_valid(raise_exception=True)
        given = dict(asked.validated_data)
        if "collected_on" in given:
            given["collected_on"] = given["collected_on"].isoformat() if given["collected_on"] else ""
        with transaction.atomic():
            batch = answer_for_all(found_import(import_id), Said(**given), by=actor_of(request))
            _log(request, batch, "check page of an import")
            return Response(import_answer(batch))

    @extend_schema(responses={204: None})
    def delete(self, request: Request, import_id: UUID) -> Response:
        """Puts a checked import aside."""
        discard_import(found_import(import_id), by=actor_of(request))
        return Response(status=204)


class ImportReinstatement(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=None, responses=ImportAnswer)
    def post(self, request: Request, import_id: UUID) -> Response:
        """Brings a discarded import back to its check page, until the night in which it is forgotten."""
        with transaction.atomic():
            batch = reinstate_import(found_import(import_id), by=actor_of(request))
            _log(request, batch, "check page of an import")
            return Response(import_answer(batch))


class ImportRow(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        request={"application/json": {"type": "object", "additionalProperties": {"type": "string"}}},
        responses=CorrectedAnswer,
        extensions=EDITS,
    )
    def patch(self, request: Request, import_id: UUID, serial: int) -> Response:
        """Corrects cells of a row, as texts by field. The row comes back as it is judged now."""
        found = found_import(import_id)
        row_of(found, serial)
        seen = seen_version(request)
        changes = _changes(request.data)
        try:
            with transaction.atomic():
                return self._corrected(request, found, serial, changes, seen)
        except Changed as changed:
            # Outside the block that was rolled back: who is shown the row as it is now stands on the log.
            changed.current = self._as_it_is(request, import_id, serial)
            raise

    def _corrected(
        self, request: Request, found: ImportBatch, serial: int, changes: dict[str, str], seen: str
    ) -> Response:
        batch, (row, *others) = correct_row(found, serial, changes, by=actor_of(request), seen=seen)
        _log(request, batch, "check page of an import")
        return versioned(
            {
                **row_answer(row, batch),
                "others": [row_answer(other, batch) for other in others],
                "counts": batch.counts,
            }
        )

    def _as_it_is(self, request: Request, import_id: UUID, serial: int) -> dict[str, Any]:
        with transaction.atomic():
            batch = found_import(import_id)
            _log(request, batch, "check page of an import")
            return row_answer(row_of(batch, serial), batch)


class ImportConfirmation(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=ConfirmationInput, responses=ImportAnswer)
    def post(self, request: Request, import_id: UUID) -> Response:
        """Imports what can come in, all of it or nothing. Confirming again changes nothing."""
        asked = ConfirmationInput(data=request.data or {})
        asked.is_valid(raise_exception=True)
        given = asked.validated_data.get("consents")
        consents = ConsentsGiven(tuple(given["purposes"]), given["manner"], given["given_on"]) if given else None
        with transaction.atomic():
            batch = confirm_import(found_import(import_id), consents=consents, by=actor_of(request))
            _log(request, batch, "check page of an import")
            return Response(import_answer(batch))

    @extend_schema(responses={200: ImportAnswer})
    def delete(self, request: Request, import_id: UUID) -> Response:
        """Takes back what a confirmed import brought, while nothing was done with it: it is at its check page again."""
        with transaction.atomic():
            batch = take_back_import(found_import(import_id), by=actor_of(request))
            _log(request, batch, "check page of an import")
            return Response(import_answer(batch))


class ImportCare(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses={(200, MEDIA_TYPE): OpenApiTypes.BINARY})
    def get(self, request: Request, import_id: UUID) -> HttpResponse:
        """The rows that need care as a workbook, to mend and upload again."""
        batch = found_import(import_id)
        return download(care_workbook(batch, by=actor_of(request)), f"要修改的行-{batch.created_at:%Y%m%d}.xlsx")


class ImportTemplate(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(
        parameters=[OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=["wishes", "members"])],
        responses={(200, MEDIA_TYPE): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, kind: Kind) -> HttpResponse:
        """A blank register to fill in."""
        name = "微心愿征集登记表" if kind == "wishes" else "在职党员信息表"
        return download(blank_register(kind), f"{name}-空白.xlsx")


def found_import(import_id: UUID) -> ImportBatch:
    """The import; 404 in the API's manner otherwise."""
    batch = ImportBatch.objects.select_related("campaign").filter(pk=import_id).first()
    if batch is None:
        raise Refusal("not_found", Text(zh="没有找到这次导入。", en="There is no such import."), status=404)
    return batch


def _consents(text: str) -> ConsentsGiven | None:
    if not text:
        return None
    try:
        said = json.loads(text)
    except ValueError as error:
        raise _not_understood("consents") from error
    asked = ImportConsents(data=said)
    if not isinstance(said, dict) or not asked.is_valid():
        raise _not_understood("consents")
    given = asked.validated_data
    return ConsentsGiven(tuple(given["purposes"]), given["manner"], given["given_on"])


def _changes(data: Any) -> dict[str, str]:
    if not isinstance(data, dict) or not data:
        raise _not_understood("values")
    for text in data.values():
        if not isinstance(text, str | int) or isinstance(text, bool) or len(str(text)) > LONGEST_KEPT:
            raise _not_understood("values")
    if held := [str(field) for field, text in data.items() if holds_identity(str(text))]:
        raise Refusal("identity_not_kept", NOT_KEPT, status=400, field=without_identity(held[0]))
    return {str(field): str(text) for field, text in data.items()}


def _not_understood(field: str) -> Refusal:
    return Refusal(
        "not_understood",
        Text(zh="提交的内容格式不对。", en="The request is not in the right form."),
        status=400,
        field=field,
    )


def _log(request: Request, batch: ImportBatch, reason: str) -> None:
    # Each corrected cell brings rows back in full: one entry a person, import and day says it, hundreds would hide it.
    record_access_of_the_day(actor_of(request), subject="import", subject_id=batch.pk, fields=SHOWN, reason=reason)
