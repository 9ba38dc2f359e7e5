"""URLs of a community's host."""

from django.urls import URLPattern, URLResolver

from config.wiring import api_of, pages

urlpatterns: list[URLPattern | URLResolver] = [*api_of("community"), *pages("community")]
handler400 = "config.middleware.sentence.bad_request"
handler403 = "hub.rest.problems.forbidden"
handler404 = "hub.rest.problems.not_found"
handler500 = "config.middleware.sentence.server_error"
