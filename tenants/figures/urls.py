from django.urls import path

from tenants.figures.api import Today

urlpatterns = [path("today", Today.as_view())]
