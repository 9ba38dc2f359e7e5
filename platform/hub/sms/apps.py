from django.apps import AppConfig


class SmsConfig(AppConfig):
    name = "hub.sms"
    label = "sms"
