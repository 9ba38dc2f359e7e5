from django.urls import path

from tenants.campaigns.api import Code, FourEyesOff, OneCampaign, Starting

# The list of campaigns is served by the room `closing`, where one is made.
urlpatterns = [
    path("campaigns/code", Code.as_view()),
    path("campaigns/<uuid:campaign_id>", OneCampaign.as_view()),
    path("campaigns/<uuid:campaign_id>/four-eyes-off", FourEyesOff.as_view()),
    path("campaigns/<uuid:campaign_id>/starting", Starting.as_view()),
]
