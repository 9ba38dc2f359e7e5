from django.urls import path

from tenants.campaigns.api import Campaigns, OneCampaign

urlpatterns = [
    path("campaigns", Campaigns.as_view()),
    path("campaigns/<uuid:campaign_id>", OneCampaign.as_view()),
]
