from django.urls import path

from tenants.claims.api_board import Board, BoardCard, Wall, WishQr
from tenants.claims.api_claims import (
    ClaimDelivery,
    Claims,
    CountsOfClaims,
    HandBack,
    MyClaim,
    MyClaims,
    OneClaim,
    Recall,
    SimilarWishes,
    WishClaim,
)
from tenants.claims.api_editing import EditOfPerson, EditOfWish, EntryOfWishes
from tenants.claims.api_extensions import ClaimExtension, DecisionOnExtension, MyExtension
from tenants.claims.api_notices import MyClaimChangesSeen, MyNotices, MyNoticesReading
from tenants.claims.api_pictures import PictureErasure, PictureOfDelivery
from tenants.claims.api_undoing import ClaimUndoing, WishUndoing
from tenants.claims.api_wishes import (
    Backstop,
    BackstopDelivery,
    BackstopEnd,
    ClaimsOfWish,
    Confirmation,
    Deliveries,
    Rejection,
    WishFollowUp,
    Withdrawal,
)

urlpatterns = [
    path("wishes", EntryOfWishes.as_view()),
    path("wishes/<uuid:wish_id>", EditOfWish.as_view()),
    path("people/<uuid:person_id>", EditOfPerson.as_view()),
    path("board", Board.as_view()),
    path("board/<uuid:wish_id>", BoardCard.as_view()),
    path("board/<uuid:wish_id>/qr", WishQr.as_view()),
    path("wall", Wall.as_view()),
    path("wishes/<uuid:wish_id>/claim", WishClaim.as_view()),
    path("wishes/<uuid:wish_id>/claim/undoing", ClaimUndoing.as_view()),
    path("wishes/<uuid:wish_id>/undoing", WishUndoing.as_view()),
    path("wishes/<uuid:wish_id>/similar", SimilarWishes.as_view()),
    path("wishes/<uuid:wish_id>/claims", ClaimsOfWish.as_view()),
    path("wishes/<uuid:wish_id>/withdrawal", Withdrawal.as_view()),
    path("wishes/<uuid:wish_id>/backstop", Backstop.as_view()),
    path("wishes/<uuid:wish_id>/backstop/end", BackstopEnd.as_view()),
    path("wishes/<uuid:wish_id>/backstop/delivery", BackstopDelivery.as_view()),
    path("wishes/<uuid:wish_id>/confirmation", Confirmation.as_view()),
    path("wishes/<uuid:wish_id>/rejection", Rejection.as_view()),
    path("wishes/<uuid:wish_id>/follow-up", WishFollowUp.as_view()),
    path("claims", Claims.as_view()),
    path("claims/counts", CountsOfClaims.as_view()),
    path("claims/<uuid:claim_id>", OneClaim.as_view()),
    path("claims/<uuid:claim_id>/hand-back", HandBack.as_view()),
    path("claims/<uuid:claim_id>/recall", Recall.as_view()),
    path("claims/<uuid:claim_id>/delivery", ClaimDelivery.as_view()),
    path("claims/<uuid:claim_id>/extension", ClaimExtension.as_view()),
    path("extensions/<uuid:extension_id>/decision", DecisionOnExtension.as_view()),
    path("deliveries", Deliveries.as_view()),
    path("deliveries/<uuid:delivery_id>/picture", PictureOfDelivery.as_view()),
    path("deliveries/<uuid:delivery_id>/picture/erasure", PictureErasure.as_view()),
    path("my/claims", MyClaims.as_view()),
    path("my/claims/<uuid:claim_id>", MyClaim.as_view()),
    path("my/claims/<uuid:claim_id>/extension", MyExtension.as_view()),
    path("my/claims/<uuid:claim_id>/changes/seen", MyClaimChangesSeen.as_view()),
    path("my/notices", MyNotices.as_view()),
    path("my/notices/read", MyNoticesReading.as_view()),
]
