import pytest

from search.query.vocabulary import UnitNames, Vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    units = [
        UnitNames("furong/jyj", ("区教育局", "芙蓉区教育局", "区教委")),
        UnitNames("furong/scj", ("区市场监管局", "区市监局")),
        UnitNames("yuelu/scj", ("区市场监管局",)),
    ]
    return Vocabulary.of(units=units, agencies=["样政"], words=["政务公开考评"])
