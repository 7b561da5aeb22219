import pytest
from django.test import Client


def client_of(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def at_office(office) -> Client:
    return client_of(office)


@pytest.fixture
def at_unit(officer) -> Client:
    return client_of(officer)
