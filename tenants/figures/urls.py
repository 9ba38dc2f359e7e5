from django.urls import path

from tenants.figures.api import Today
from tenants.figures.api_sheet import SheetOfCampaign, SheetOfYear, SheetWishes, SheetWishesOfYear

urlpatterns = [
    path("today", Today.as_view()),
    path("campaigns/<uuid:campaign_id>/sheet", SheetOfCampaign.as_view()),
    path("campaigns/<uuid:campaign_id>/sheet/wishes", SheetWishes.as_view()),
    path("years/<int:year>/sheet", SheetOfYear.as_view()),
    path("years/<int:year>/sheet/wishes", SheetWishesOfYear.as_view()),
]
