"""On a community's host."""

from django.urls import path

from hub.accounts.api.accounts import Accounts, FirstPassword, OneAccount

urlpatterns = [
    path("accounts", Accounts.as_view()),
    path("accounts/<uuid:id>", OneAccount.as_view()),
    path("accounts/<uuid:id>/first-password", FirstPassword.as_view()),
]
