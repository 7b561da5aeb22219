from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterpretationsConfig(AppConfig):
    """Interpretations of policy documents."""

    name = "disclosure_pages.interpretations"
    label = "gongkai_interpretations"
    verbose_name = _("Interpretations")

    def ready(self) -> None:
        from disclosure_pages.clearance.supplements import install_supplement
        from disclosure_pages.clearance.together import install_prerequisites
        from disclosure_pages.clearance.views.offers import install_offer
        from disclosure_pages.dashboard.panels import register_panel
        from disclosure_pages.documents.panels import add_part
        from disclosure_pages.library.companions import install_companions
        from disclosure_pages.tree.presentation import install_context
        from plugins.registry import register

        from . import gates, log_actions  # noqa: F401  (registered on import)
        from .companions import interpretations_of
        from .contexts import interpretation_context
        from .desk import DueInterpretationsPanel
        from .domain.pairing import prerequisites
        from .models import Interpretation
        from .offers import waiver_offer
        from .pair_panel import PairPanel
        from .panels import PLAN_PANEL
        from .supplement import plan_and_pair

        install_context(Interpretation, interpretation_context)
        install_companions(interpretations_of)
        install_prerequisites(prerequisites)
        install_supplement(plan_and_pair)
        install_offer(waiver_offer)
        register_panel(DueInterpretationsPanel)
        add_part(PairPanel())
        add_part(PLAN_PANEL, relation="interpretation_plans")
        register(gates, name="gongkai.interpretations")
