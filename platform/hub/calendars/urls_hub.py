"""On the platform's host: for its operator."""

from django.urls import path

from hub.calendars.api import OneYear, Years

urlpatterns = [
    path("calendars", Years.as_view()),
    path("calendars/<int:year>", OneYear.as_view()),
]
