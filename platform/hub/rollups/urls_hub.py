"""On the platform's host: what officers see."""

from django.urls import path

from hub.rollups.api import District, Export, MyRegions, Sheet, Trend
from hub.rollups.api_activity import Activities, OneActivity

urlpatterns = [
    path("communities/activity", Activities.as_view()),
    path("communities/<uuid:id>/activity", OneActivity.as_view()),
    path("district", District.as_view()),
    path("district/regions", MyRegions.as_view()),
    path("district/trend", Trend.as_view()),
    path("district/sheet", Sheet.as_view()),
    path("district/export", Export.as_view()),
]
