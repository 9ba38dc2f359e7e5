from django.urls import path

from tenants.closing.api import Closing, Leaving, Leftovers, Preparing, Reopening, Years

urlpatterns = [
    path("campaigns", Years.as_view()),
    path("campaigns/<uuid:campaign_id>/closing", Closing.as_view()),
    path("campaigns/<uuid:campaign_id>/preparing", Preparing.as_view()),
    path("campaigns/<uuid:campaign_id>/leftovers", Leftovers.as_view()),
    path("campaigns/<uuid:campaign_id>/reopening", Reopening.as_view()),
    path("members/<uuid:member_id>/leaving", Leaving.as_view()),
]
