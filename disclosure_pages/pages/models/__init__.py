"""Kinds of page, one a file."""

from .article import Article
from .attachment import Attachment
from .base import Content
from .enterprise import DisclosedItem, EnterpriseProfile
from .guide import DisclosureOffice, GuidePage
from .institution import Head, InnerOffice, InstitutionProfile
from .meeting import AgendaItem, Decision, MeetingPage
from .system import Rule, SystemPage

__all__ = [
    "AgendaItem",
    "Article",
    "Attachment",
    "Content",
    "Decision",
    "DisclosedItem",
    "DisclosureOffice",
    "EnterpriseProfile",
    "GuidePage",
    "Head",
    "InnerOffice",
    "InstitutionProfile",
    "MeetingPage",
    "Rule",
    "SystemPage",
]
