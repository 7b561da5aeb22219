import pytest

from tests.search.killing import kill_at_random, write_and_deliver_at_once

pytestmark = pytest.mark.slow
ALL_IS_WELL = "pages True waiting 0 builds 0 []"


def test_index_ends_as_the_database_is_whatever_is_killed(tmp_path, django_db_setup):
    assert set(kill_at_random(tmp_path, points=2)) == {ALL_IS_WELL}


def test_several_write_and_deliver_at_once_on_sqlite(tmp_path, django_db_setup):
    assert write_and_deliver_at_once(tmp_path) == ALL_IS_WELL


@pytest.mark.engine("postgresql")
def test_several_write_and_deliver_at_once_on_postgresql(tmp_path, postgresql_database):
    assert write_and_deliver_at_once(tmp_path, database_url=postgresql_database) == ALL_IS_WELL
