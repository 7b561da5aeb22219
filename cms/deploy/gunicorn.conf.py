"""Gunicorn in production. ``WEB_CONCURRENCY`` sets the number of processes; each answers eight requests at a time."""

from cms.settings.environment import ENVIRONMENT

wsgi_app = "cms.wsgi:application"
bind = "127.0.0.1:8000"
workers = ENVIRONMENT.server_processes
worker_class = "gthread"
threads = 8
preload_app = True
# A process that has answered this many requests is replaced, so that memory given to one large upload comes back.
max_requests = 10_000
max_requests_jitter = 1_000
timeout = 60
graceful_timeout = 30
keepalive = 5
control_socket_disable = True  # nobody steers it but the service manager, and its folder may be read-only
