"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from hub.pooling import refuse_pooling_proxy

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
refuse_pooling_proxy()
