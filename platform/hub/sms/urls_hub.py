"""On the platform's host."""

from django.urls import path

from hub.sms.api.outbox import Messages, Outbox, OutboxUnmasking
from hub.sms.api.stops import OneStop, OutboxReply, StopList
from hub.sms.api.templates import OneTemplate, TemplatePreview, Templates

urlpatterns = [
    path("outbox", Outbox.as_view()),
    path("outbox/<uuid:id>/unmasking", OutboxUnmasking.as_view()),
    path("outbox/<uuid:id>/reply", OutboxReply.as_view()),
    path("messages", Messages.as_view()),
    path("stops", StopList.as_view()),
    path("stops/<uuid:id>", OneStop.as_view()),
    path("templates", Templates.as_view()),
    path("templates/preview", TemplatePreview.as_view()),
    path("templates/<str:provider>/<str:name>", OneTemplate.as_view()),
]
