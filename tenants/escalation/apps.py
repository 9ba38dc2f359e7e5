from django.apps import AppConfig


class EscalationConfig(AppConfig):
    name = "tenants.escalation"
    label = "escalation"
