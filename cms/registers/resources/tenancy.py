"""City, district, unit, alias and collective as tables. Keys are slugs, codes and names, never database ids."""

from __future__ import annotations

from cms.tenancy.enums import UnitKind
from cms.tenancy.models import City, CollectiveMember, District, Unit, UnitAlias, UnitCollective

from .base import Column, RegisterResource
from .widgets import (
    ChoiceWidget,
    CodeWidget,
    DayWidget,
    NamedInDistrictWidget,
    ReferenceWidget,
    UnitWidget,
    YesNoWidget,
)


class CityResource(RegisterResource):
    """Cities, by slug."""

    name = Column("城市名称", "name")
    slug = Column("标识", "slug", CodeWidget())
    code = Column("行政区划代码", "code", CodeWidget())

    key_columns = ("slug",)

    class Meta:
        model = City
        import_id_fields = ("slug",)
        fields = import_order = export_order = ("name", "slug", "code")


class DistrictResource(RegisterResource):
    """Districts, by slug."""

    city = Column("城市标识", "city", ReferenceWidget("slug", required=True))
    name = Column("区县名称", "name")
    government_name = Column("政府名称", "government_name")
    slug = Column("标识", "slug", CodeWidget())
    code = Column("行政区划代码", "code", CodeWidget())
    site_identifier = Column("网站标识码", "site_identifier", CodeWidget())
    icp_number = Column("ICP备案号", "icp_number")
    police_number = Column("公安备案号", "police_number")
    contact = Column("页脚联系方式", "contact")

    references = {"city": City}
    key_columns = ("slug",)

    class Meta:
        model = District
        import_id_fields = ("slug",)
        fields = import_order = export_order = (
            "city",
            "name",
            "government_name",
            "slug",
            "code",
            "site_identifier",
            "icp_number",
            "police_number",
            "contact",
        )


class UnitResource(RegisterResource):
    """Units, by district and code."""

    district = Column("区县标识", "district", ReferenceWidget("slug", required=True))
    code = Column("单位代码", "code", CodeWidget())
    name = Column("单位名称", "name")
    full_name = Column("单位全称", "full_name")
    kind = Column("单位类别", "kind", ChoiceWidget(UnitKind.choices))
    parent = Column("上级单位代码", "parent", UnitWidget())
    active_from = Column("启用日期", "active_from", DayWidget())
    active_to = Column("停用日期", "active_to", DayWidget())
    merged_into = Column("并入单位代码", "merged_into__code", readonly=True)

    references = {"district": District, "parent": Unit}
    key_columns = ("district", "code")

    class Meta:
        model = Unit
        import_id_fields = ("district", "code")
        fields = import_order = export_order = (
            "district",
            "code",
            "name",
            "full_name",
            "kind",
            "parent",
            "active_from",
            "active_to",
            "merged_into",
        )


class UnitAliasResource(RegisterResource):
    """Aliases, by unit and name."""

    district = Column("区县标识", "unit__district__slug", readonly=True)
    unit = Column("单位代码", "unit", UnitWidget(required=True))
    unit_name = Column("单位名称", "unit__name", readonly=True)
    name = Column("别名", "name")
    is_sample = Column("示例", "is_sample", YesNoWidget())
    source = Column("来源", "source")

    references = {"unit": Unit}
    key_columns = ("district", "unit", "name")

    class Meta:
        model = UnitAlias
        import_id_fields = ("unit", "name")
        fields = import_order = export_order = ("district", "unit", "unit_name", "name", "is_sample", "source")


class CollectiveResource(RegisterResource):
    """Collectives, by district and name; who belongs to them is a table of its own."""

    district = Column("区县标识", "district", ReferenceWidget("slug", required=True))
    name = Column("集合单位", "name")

    references = {"district": District}
    key_columns = ("district", "name")

    class Meta:
        model = UnitCollective
        import_id_fields = ("district", "name")
        fields = import_order = export_order = ("district", "name")


class CollectiveMemberResource(RegisterResource):
    """Members of collectives, by collective and unit."""

    district = Column("区县标识", "collective__district__slug", readonly=True)
    collective = Column("集合单位", "collective", NamedInDistrictWidget())
    unit = Column("单位代码", "unit", UnitWidget(required=True))
    unit_name = Column("单位名称", "unit__name", readonly=True)
    is_sample = Column("示例", "is_sample", YesNoWidget())

    references = {"collective": UnitCollective, "unit": Unit}
    key_columns = ("district", "collective", "unit")

    class Meta:
        model = CollectiveMember
        import_id_fields = ("collective", "unit")
        fields = import_order = export_order = ("district", "collective", "unit", "unit_name", "is_sample")
