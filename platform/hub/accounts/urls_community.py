"""On a community's host."""

from django.urls import path

from hub.accounts.api.accounts import Accounts, FirstPassword, OneAccount
from hub.accounts.api.profile import Profile
from hub.accounts.api.saved_filters import OneSavedFilter, SavedFilters

urlpatterns = [
    path("accounts", Accounts.as_view()),
    path("accounts/<uuid:id>", OneAccount.as_view()),
    path("community/profile", Profile.as_view()),
    path("my/filters", SavedFilters.as_view()),
    path("my/filters/<uuid:filter_id>", OneSavedFilter.as_view()),
    path("accounts/<uuid:id>/first-password", FirstPassword.as_view()),
]
