"""On the platform's host."""

from django.urls import path

from hub.sms.api.outbox import Messages, Outbox, OutboxUnmasking

urlpatterns = [
    path("outbox", Outbox.as_view()),
    path("outbox/<uuid:id>/unmasking", OutboxUnmasking.as_view()),
    path("messages", Messages.as_view()),
]
