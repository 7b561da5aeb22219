"""Probes of cache, mail and task workers."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.doctor import servers
from cms.doctor.probe import Missing

DATABASE_TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def _enqueue(*, minutes_ago: int) -> None:
    task = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, task_path="a.b", queue_name="default", backend_name="default"
    )
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=timezone.now() - timedelta(minutes=minutes_ago))


def test_cache_server_keeps():
    assert servers.cache_server() == "LocMemCache"


def test_cache_server_loses(settings):
    settings.CACHES = {**settings.CACHES, "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    with pytest.raises(Missing) as caught:
        servers.cache_server()

    assert "CACHE_URL" in caught.value.remedy


def test_cache_server_down(settings, unused_port):
    location = f"redis://127.0.0.1:{unused_port}"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": location}}

    with pytest.raises(Missing, match=str(unused_port)):
        servers.cache_server()


@pytest.mark.engine("redis")
def test_cache_server_up(settings, redis_url):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_url}}

    assert servers.cache_server() == "RedisCache"


def test_mail_server_is_the_console(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    with pytest.raises(Missing, match="console"):
        servers.mail_server()


def test_mail_server_down(settings, unused_port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port

    with pytest.raises(Missing) as caught:
        servers.mail_server()

    assert "EMAIL_URL" in caught.value.remedy


def test_task_worker_not_concerned():
    assert servers.task_worker() is None


@pytest.mark.django_db
def test_task_worker_keeps_up(settings):
    settings.TASKS = DATABASE_TASKS
    _enqueue(minutes_ago=1)

    assert servers.task_worker()


@pytest.mark.django_db
def test_task_worker_away(settings):
    settings.TASKS = DATABASE_TASKS
    _enqueue(minutes_ago=1)
    _enqueue(minutes_ago=6)

    with pytest.raises(Missing, match="1"):
        servers.task_worker()
