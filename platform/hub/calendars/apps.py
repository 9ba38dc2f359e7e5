from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "hub.calendars"
    verbose_name = "calendars"
