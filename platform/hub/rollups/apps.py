from django.apps import AppConfig


class RollupsConfig(AppConfig):
    name = "hub.rollups"
    verbose_name = "rollups"
