"""Signing in and out, codes by SMS, one's own password."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.accounts.api.site import SiteAnswer, site_answer
from hub.accounts.known_browsers import remember_browser
from hub.accounts.login import login_by_code, login_by_password, logout
from hub.accounts.passwords import change_password
from hub.accounts.reach import old_password_is_needed, sets_password_for_member
from hub.accounts.seats import standing_in
from hub.accounts.session_store import digest_of
from hub.accounts.sms_codes import request_code
from hub.communities.current import current_or_none
from hub.language import Text
from hub.rest.permissions import SignedIn
from hub.rest.serializers import Input, PhoneField

ONE_OF_BOTH = Text(zh="请填写密码或验证码。", en="Give a password or a code.")


class LoginInput(Input):
    phone = PhoneField()
    password = serializers.CharField(max_length=200, trim_whitespace=False, required=False)
    code = serializers.CharField(max_length=40, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("password" in attrs) == ("code" in attrs):
            raise serializers.ValidationError({"password": [str(ONE_OF_BOTH)]})
        return attrs


class CodeInput(Input):
    phone = PhoneField(mobile=True)


class PasswordInput(Input):
    old_password = serializers.CharField(max_length=200, trim_whitespace=False, required=False, allow_blank=True)
    new_password = serializers.CharField(max_length=200, trim_whitespace=False)


class SessionView(APIView):
    """Attempts are counted, so no answer is kept for an Idempotency-Key (a kept one would not count)."""

    permission_classes = (AllowAny,)
    open_to_first_password = True
    answers_once = False

    @extend_schema(request=LoginInput, responses=SiteAnswer)
    def post(self, request: Request) -> Response:
        """Signs in by password, or by a code that came by SMS or was printed. 401 alike for all that is wrong."""
        given = _checked(LoginInput, request)
        plain, community = request._request, current_or_none()
        if "code" in given:
            standing = login_by_code(plain, given["phone"], given["code"], community=community)
        else:
            standing = login_by_password(plain, given["phone"], given["password"], community=community)
        answer = Response(site_answer(request, standing))
        remember_browser(plain, answer, standing.seat)
        return answer

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: Request) -> Response:
        """Signs out. No error without a session."""
        logout(request._request)
        return Response(status=204)


class SessionCodes(APIView):
    permission_classes = (AllowAny,)
    open_to_first_password = True
    answers_once = False

    @extend_schema(request=CodeInput, responses={202: None})
    def post(self, request: Request) -> Response:
        """Has a code sent, if the number may sign in here; the answer is the same if not."""
        given = _checked(CodeInput, request)
        request_code(request._request, given["phone"], community=current_or_none())
        return Response(status=202)


class SessionPassword(APIView):
    permission_classes = (SignedIn,)
    open_to_first_password = True
    answers_once = False

    @extend_schema(request=PasswordInput, responses={204: None})
    def put(self, request: Request) -> Response:
        """Sets the own password. The old one is needed unless it is a first password, or a code by SMS opened this
        session in the last ten minutes. Where there is none yet, the session has to be as young."""
        given = _checked(PasswordInput, request)
        standing = standing_in(request._request)
        if standing is None:
            raise NotAuthenticated
        seat, session = standing.seat, request._request.session
        change_password(
            seat,
            given["new_password"],
            old=given.get("old_password"),
            old_is_needed=old_password_is_needed(session, seat),
            by=standing.actor,
            session_digest=digest_of(session.session_key or ""),
            for_member=sets_password_for_member(session),
        )
        return Response(status=204)


def _checked(kind: type[Input], request: Request) -> dict[str, Any]:
    given = kind(data=request.data)
    given.is_valid(raise_exception=True)
    return dict(given.validated_data)
