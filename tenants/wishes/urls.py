from django.urls import path

from tenants.wishes.api_balancing import (
    BalancingConfirmation,
    BalancingMoves,
    BalancingReinstatement,
    Balancings,
    OneBalancing,
    OneBalancingMove,
    WishHold,
)
from tenants.wishes.api_consents import ConsentsOfMany, ConsentsUndoing, OneConsent, PersonConsents, WishConsents
from tenants.wishes.api_deciding import (
    Openings,
    OpeningsUndoing,
    WishAssessment,
    WishOpening,
    WishVerification,
    WithdrawalUndoing,
)
from tenants.wishes.api_list import Unmasking
from tenants.wishes.api_people import People, PersonUnmasking
from tenants.wishes.api_unmasking import UnmaskingOfMany

# Entering and correcting wishes and residents is served by the room `claims`: it touches what claimers have promised.
urlpatterns = [
    path("wishes/unmasking", UnmaskingOfMany.as_view()),
    path("wishes/<uuid:wish_id>/unmasking", Unmasking.as_view()),
    path("wishes/<uuid:wish_id>/verification", WishVerification.as_view()),
    path("wishes/<uuid:wish_id>/assessment", WishAssessment.as_view()),
    path("wishes/<uuid:wish_id>/opening", WishOpening.as_view()),
    path("wishes/<uuid:wish_id>/hold", WishHold.as_view()),
    path("wishes/<uuid:wish_id>/consents", WishConsents.as_view()),
    path("wishes/<uuid:wish_id>/withdrawal/undoing", WithdrawalUndoing.as_view()),
    path("consents", ConsentsOfMany.as_view()),
    path("consents/undoing", ConsentsUndoing.as_view()),
    path("consents/<uuid:consent_id>", OneConsent.as_view()),
    path("openings", Openings.as_view()),
    path("openings/undoing", OpeningsUndoing.as_view()),
    path("balancings", Balancings.as_view()),
    path("balancings/<uuid:balancing_id>", OneBalancing.as_view()),
    path("balancings/<uuid:balancing_id>/reinstatement", BalancingReinstatement.as_view()),
    path("balancings/<uuid:balancing_id>/moves", BalancingMoves.as_view()),
    path("balancings/<uuid:balancing_id>/moves/<uuid:wish_id>", OneBalancingMove.as_view()),
    path("balancings/<uuid:balancing_id>/confirmation", BalancingConfirmation.as_view()),
    path("people", People.as_view()),
    path("people/<uuid:person_id>/consents", PersonConsents.as_view()),
    path("people/<uuid:person_id>/unmasking", PersonUnmasking.as_view()),
]
