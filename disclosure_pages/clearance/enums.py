"""Stages and outcomes of a review, and the checklists of the reviews that have one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewStage(models.TextChoices):
    """The reviews that content passes, in this order."""

    UNIT = "unit", _("Unit review")
    LEGALITY = "legality", _("Legality review")
    CONFIDENTIALITY = "confidentiality", _("Confidentiality review")
    OFFICE = "office", _("Disclosure office approval")
    REGISTRATION = "registration", _("Registration")


class ReviewDecision(models.TextChoices):
    """What a reviewer decides."""

    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")


class WithdrawalKind(models.TextChoices):
    """How content left the public side."""

    WITHDRAWN = "withdrawn", _("Withdrawn")
    DELETED = "deleted", _("Deleted as an error")


class WithheldGround(models.TextChoices):
    """Grounds on which information is not disclosed (Regulations on Open Government Information, Art. 14–16)."""

    STATE_SECRET = "state_secret", _("State secret (Art. 14)")
    FORBIDDEN_BY_LAW = "forbidden_by_law", _("Disclosure forbidden by law or administrative regulation (Art. 14)")
    SECURITY_AND_STABILITY = (
        "three_securities",
        _("Endangers national, public or economic security or stability (Art. 14)"),
    )
    THIRD_PARTY = "third_party", _("Trade secret or personal privacy of a third party (Art. 15)")
    INTERNAL_AFFAIRS = "internal_affairs", _("Internal affairs information (Art. 16)")
    PROCESS = "process", _("Process information (Art. 16)")
    ENFORCEMENT_FILE = "enforcement_file", _("Administrative enforcement file (Art. 16)")


class ChecklistItem(models.TextChoices):
    """Questions of the confidentiality review; each must be answered before the content may be public."""

    NO_STATE_SECRET = "no_state_secret", _("It holds no state secret and no work secret.")
    NO_PERSONAL_DATA = "no_personal_data", _("It holds no personal data that must not be public.")
    NO_TRADE_SECRET = "no_trade_secret", _("It holds no trade secret of a third party.")
    NO_HARM_TO_STABILITY = (
        "no_harm",
        _("It endangers neither national, public or economic security nor social stability."),
    )
    SOURCE_CONFIRMED = "source_confirmed", _("Its source is confirmed and it may be published by this unit.")


class LegalityItem(models.TextChoices):
    """Questions of the legality review (合法性审核; after 国办发〔2018〕115号); a normative document answers each."""

    COMPETENT = "competent", _("Its issuer is competent and keeps within its powers.")
    PROCEDURE = "procedure", _("The procedure was kept: comments were asked for, and it was decided collectively.")
    CONTENT = "content", _("It agrees with laws, regulations, rules and the policy of the state.")
    NO_NEW_POWERS = (
        "no_new_powers",
        _("It sets up no licence, penalty, coercive measure, levy or charge that the law reserves."),
    )
    NO_NEW_BURDENS = (
        "no_new_burdens",
        _("It neither takes rights from people nor lays duties upon them without a basis in law."),
    )
    FAIR_COMPETITION = "fair_competition", _("It has passed the fair competition review, or needs none.")
    TERM = "term", _("It says from when and until when it is in force, and which documents it replaces.")
