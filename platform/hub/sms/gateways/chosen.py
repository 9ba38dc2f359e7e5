"""The gateway that the installation was told to use."""

from importlib import import_module, util

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from hub.sms.gateways.base import Gateway


def chosen_gateway() -> Gateway:
    """A gateway of the provider that WISHBRIDGE_SMS_GATEWAY names. Raises ImproperlyConfigured for another name."""
    name = settings.WISHBRIDGE_SMS_GATEWAY
    place = f"hub.sms.gateways.{name}"
    if not name.isidentifier() or util.find_spec(place) is None or util.find_spec(f"{place}.gateway") is None:
        raise ImproperlyConfigured(
            f"WISHBRIDGE_SMS_GATEWAY is “{name}”, and there is no such gateway. Use “local”, or add the provider's "
            "folder to hub/sms/gateways."
        )
    gateway: Gateway = import_module(f"{place}.gateway").Gateway()
    return gateway
