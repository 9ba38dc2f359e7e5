from django.urls import path

from tenants.campaigns.api import OneCampaign

# The list of campaigns is served by the room `closing`, where a year is started.
urlpatterns = [path("campaigns/<uuid:campaign_id>", OneCampaign.as_view())]
