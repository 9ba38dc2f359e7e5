"""On every host: who and where am I, and signing in."""

from django.urls import path

from hub.accounts.api.session import SessionCodes, SessionPassword, SessionView
from hub.accounts.api.site import Site

urlpatterns = [
    path("site", Site.as_view()),
    path("session", SessionView.as_view()),
    path("session/codes", SessionCodes.as_view()),
    path("session/password", SessionPassword.as_view()),
]
