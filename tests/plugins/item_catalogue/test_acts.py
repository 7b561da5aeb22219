"""Acts in a cell of 公开依据."""

import pytest

from plugins.contrib.item_catalogue.acts import Act, acts_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《样例法》", [Act("样例法")]),
        ("《样例法》、《样例条例》", [Act("样例法"), Act("样例条例")]),
        (
            "《样例办法》（样府发〔2021〕3号）第五条，\n《关于样例的\n通知》",
            [Act("样例办法", "（样府发〔2021〕3号）第五条"), Act("关于样例的通知")],
        ),
        ("《关于印发〈样例规定〉的通知》", [Act("关于印发〈样例规定〉的通知")]),
        (
            "《关于印发《样例规定》的通知》（样办〔2020〕1号）",
            [Act("关于印发《样例规定》的通知", "（样办〔2020〕1号）")],
        ),
        ("依据《样例法》", [Act("样例法")]),
        ("《样例法", [Act("样例法")]),
        ("》《》", []),
        ("各部门文件", []),
        ("", []),
    ],
)
def test_acts_in(text, expected):
    assert list(acts_in(text)) == expected


def test_acts_are_cut_to_what_is_kept():
    (act,) = acts_in(f"《{'法' * 400}》{'条' * 600}")

    assert (len(act.title), len(act.detail)) == (300, 500)
