from django.apps import AppConfig


class BellsConfig(AppConfig):
    name = "hub.bells"
    verbose_name = "bells"
