from django.urls import path

from tenants.escalation.api import Messages, MessagesToMember, OneVisit, Visits, WishMessages
from tenants.escalation.api_decisions import Decisions
from tenants.escalation.api_ladder import CampaignLadder

urlpatterns = [
    path("campaigns/<uuid:campaign_id>/ladder", CampaignLadder.as_view()),
    path("decisions", Decisions.as_view()),
    path("messages", Messages.as_view()),
    path("wishes/<uuid:wish_id>/messages", WishMessages.as_view()),
    path("members/<uuid:member_id>/messages", MessagesToMember.as_view()),
    path("visits", Visits.as_view()),
    path("visits/<uuid:visit_id>", OneVisit.as_view()),
]
