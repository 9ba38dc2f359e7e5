"""On the platform's host."""

from django.urls import path

from hub.accounts.api.communities import Administrators, Communities, OneCommunity

urlpatterns = [
    path("communities", Communities.as_view()),
    path("communities/<uuid:id>", OneCommunity.as_view()),
    path("communities/<uuid:id>/administrators", Administrators.as_view()),
]
