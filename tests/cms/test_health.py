"""What a load balancer asks."""

import pytest
from django.urls import reverse


@pytest.mark.django_db(transaction=True)
def test_health_is_well(client):
    response = client.get(reverse("gongkai_health"), headers={"accept": "application/json"})

    assert response.status_code == 200
    assert set(response.json().values()) == {"OK"}


@pytest.mark.django_db(transaction=True)
def test_health_without_cache(client, settings):
    settings.CACHES = {**settings.CACHES, "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    response = client.get(reverse("gongkai_health"), headers={"accept": "application/json"})

    assert response.status_code == 500
    assert min(response.json().values()) == "OK"


@pytest.mark.django_db(transaction=True)
def test_health_answers_browsers_in_json(client):
    response = client.get(reverse("gongkai_health"), headers={"accept": "text/html"})

    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
