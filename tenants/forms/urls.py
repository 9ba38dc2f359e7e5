from django.urls import path, re_path

from tenants.forms.api import (
    ImportCare,
    ImportConfirmation,
    ImportReinstatement,
    ImportRow,
    Imports,
    ImportTemplate,
    OneImport,
)
from tenants.forms.cards.api import HouseholdCards, PrintedCards, WishCards
from tenants.forms.statistics.api import StatisticsFormOfCampaign, StatisticsFormOfYear

urlpatterns = [
    path("imports", Imports.as_view()),
    re_path(r"^imports/templates/(?P<kind>wishes|members)$", ImportTemplate.as_view()),
    path("imports/<uuid:import_id>", OneImport.as_view()),
    path("imports/<uuid:import_id>/rows/<int:serial>", ImportRow.as_view()),
    path("imports/<uuid:import_id>/reinstatement", ImportReinstatement.as_view()),
    path("imports/<uuid:import_id>/confirmation", ImportConfirmation.as_view()),
    path("imports/<uuid:import_id>/care", ImportCare.as_view()),
    path("campaigns/<uuid:campaign_id>/statistics-form", StatisticsFormOfCampaign.as_view()),
    path("years/<int:year>/statistics-form", StatisticsFormOfYear.as_view()),
    path("cards/wishes", WishCards.as_view()),
    path("cards/wishes/printed", PrintedCards.as_view()),
    path("cards/households", HouseholdCards.as_view()),
]
