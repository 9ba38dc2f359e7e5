"""The program as the web server loads it before it forks: with its URLs, and so with every view.

Django loads them with the first request. Each worker would do that for itself, and its first reader would wait.
"""

from django.conf import settings
from django.urls import get_resolver

from config.wsgi import application

LOADED = [get_resolver(urlconf).url_patterns for urlconf in (settings.ROOT_URLCONF, settings.URLCONF_OF_THE_HUB)]

__all__ = ["application"]
