import pytest

from tests.search.killing import kill_at_random


@pytest.mark.slow
def test_index_ends_as_the_database_is_whatever_is_killed(tmp_path, django_db_setup):
    assert set(kill_at_random(tmp_path, points=2)) == {"pages True waiting 0 builds 0 []"}
