"""The 26 fields of the State Council's pilot of item catalogues; administrators add those of later plans."""

from django.db import migrations

FIELDS = [
    ("major-projects", "重大建设项目", "重大建设项目批准和实施"),
    ("public-resources", "公共资源交易", "公共资源配置"),
    ("public-finance", "财政预决算", ""),
    ("work-safety", "安全生产", ""),
    ("disaster-relief", "救灾", "灾害救助"),
    ("taxation", "税收管理", ""),
    ("spatial-planning", "国土空间规划", "城乡规划"),
    ("land-requisition", "农村集体土地征收", "征地"),
    ("house-expropriation", "国有土地上房屋征收与补偿", "国有土地上房屋征收"),
    ("affordable-housing", "保障性住房", "住房保障"),
    ("rural-housing", "农村危房改造", ""),
    ("environment", "生态环境", "环境保护"),
    ("culture", "公共文化服务", "公共文化体育"),
    ("legal-services", "公共法律服务", ""),
    ("social-assistance", "社会救助", ""),
    ("elderly-care", "养老服务", ""),
    ("food-drug", "食品药品监管", "食品药品"),
    ("urban-enforcement", "城市综合执法", "城市管理综合执法"),
    ("municipal-services", "市政服务", ""),
    ("employment", "就业", "就业创业"),
    ("social-insurance", "社会保险", ""),
    ("poverty-alleviation", "扶贫", "巩固脱贫成果"),
    ("agricultural-subsidies", "涉农补贴", ""),
    ("compulsory-education", "义务教育", ""),
    ("health", "卫生健康", "医疗卫生"),
    ("household-registration", "户籍管理", ""),
]


def add(apps, schema_editor):
    Field = apps.get_model("gongkai_items", "Field")
    for place, (code, name, other_names) in enumerate(FIELDS, start=1):
        Field.objects.get_or_create(code=code, defaults={"name": name, "other_names": other_names, "order": place})


def remove(apps, schema_editor):
    Field = apps.get_model("gongkai_items", "Field")
    Field.objects.filter(code__in=[code for code, _name, _others in FIELDS], catalogues=None).delete()


class Migration(migrations.Migration):
    dependencies = [("gongkai_items", "0001_catalogues")]

    operations = [migrations.RunPython(add, remove)]
