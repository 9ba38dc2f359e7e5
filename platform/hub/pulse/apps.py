from django.apps import AppConfig


class PulseConfig(AppConfig):
    name = "hub.pulse"
    verbose_name = "pulse"
