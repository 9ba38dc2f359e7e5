from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "hub.privacy"
    verbose_name = "privacy"
