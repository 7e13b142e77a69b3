"""Django's WSGI handler: what the page thread calls."""

from django.core.wsgi import get_wsgi_application

from milpa.server.tasks import start_worker_when_enqueued

application = get_wsgi_application()
start_worker_when_enqueued()
