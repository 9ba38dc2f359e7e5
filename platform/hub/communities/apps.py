from django.apps import AppConfig


class CommunitiesConfig(AppConfig):
    name = "hub.communities"
    verbose_name = "communities"
