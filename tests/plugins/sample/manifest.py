"""Read with the settings: imports no model."""

from plugins.api import Manifest

MANIFEST = Manifest(
    name="sample",
    title="样例插件",
    description="演示每一个扩展点：一种页面、一道检查、一处页面片段、一个后台屏幕。",
    version="1.2.0",
    compatible=">=1.0,<2",
    app="tests.plugins.sample.apps.SampleConfig",
    author="Gongkai",
    screens=("便民公告清单",),
    data=("便民公告及其要点",),
)
