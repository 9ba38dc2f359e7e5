from django.apps import AppConfig


class RestConfig(AppConfig):
    name = "hub.rest"
    label = "rest"
