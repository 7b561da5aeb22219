"""Closed lists of disclosure on request. ``ApplicantKind`` and ``Outcome`` are columns and rows of the annual report.

Outcomes are those of part three of the annual report (国办公开办函〔2021〕30号), so that it can be counted.
"""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class ApplicantKind(TextChoices):
    """Who applies (Art. 29): a natural person, or one of five kinds of legal persons and organisations."""

    NATURAL = "natural", pgettext_lazy("applicant", "Natural person")
    COMPANY = "company", pgettext_lazy("applicant", "Commercial enterprise")
    RESEARCH = "research", pgettext_lazy("applicant", "Research institution")
    WELFARE = "welfare", pgettext_lazy("applicant", "Public welfare organisation")
    LEGAL_SERVICE = "legal_service", pgettext_lazy("applicant", "Legal service organisation")
    OTHER = "other", pgettext_lazy("applicant", "Other organisation")


class Channel(TextChoices):
    """On what way an application came; it decides the day of receipt (Art. 31)."""

    WEB = "web", pgettext_lazy("way of an application", "Website")
    IN_PERSON = "in_person", pgettext_lazy("way of an application", "In person")
    REGISTERED_POST = "registered_post", pgettext_lazy("way of an application", "Post that is signed for")
    ORDINARY_POST = "ordinary_post", pgettext_lazy("way of an application", "Ordinary post")
    FAX = "fax", pgettext_lazy("way of an application", "Fax")
    EMAIL = "email", pgettext_lazy("way of an application", "E-mail")


class WantedForm(TextChoices):
    """In what form the information is wanted (Art. 29)."""

    ELECTRONIC = "electronic", pgettext_lazy("form of information", "Electronic file")
    PAPER = "paper", pgettext_lazy("form of information", "Paper copy")
    DISC = "disc", pgettext_lazy("form of information", "Disc or other medium")
    INSPECTION = "inspection", pgettext_lazy("form of information", "Inspection on the spot")


class Delivery(TextChoices):
    """How the answer reaches the applicant (Art. 29)."""

    ONLINE = "online", pgettext_lazy("way of an answer", "On the status page")
    EMAIL = "email", pgettext_lazy("way of an answer", "E-mail")
    POST = "post", pgettext_lazy("way of an answer", "Post")
    FAX = "fax", pgettext_lazy("way of an answer", "Fax")
    COLLECT = "collect", pgettext_lazy("way of an answer", "Collected in person")


class CaseState(TextChoices):
    """Where a case is."""

    RECEIVED = "received", pgettext_lazy("state of a case", "Received")
    CORRECTION_ASKED = "correction_asked", pgettext_lazy("state of a case", "Waits for a correction")
    ACCEPTED = "accepted", pgettext_lazy("state of a case", "Accepted")
    ASKING_THIRD_PARTY = "asking_third_party", pgettext_lazy("state of a case", "A third party is asked")
    ASKING_ORGAN = "asking_organ", pgettext_lazy("state of a case", "Another organ is asked")
    EXTENDED = "extended", pgettext_lazy("state of a case", "Accepted, time extended")
    DECIDED = "decided", pgettext_lazy("state of a case", "Decided")
    SERVED = "served", pgettext_lazy("state of a case", "Served")
    CLOSED = "closed", pgettext_lazy("state of a case", "Closed")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a case", "Withdrawn")
    ABANDONED = "abandoned", pgettext_lazy("state of a case", "Abandoned")
    TRANSFERRED = "transferred", pgettext_lazy("state of a case", "Transferred")


class EventKind(TextChoices):
    """What happened to a case: its log, from which its clock is reckoned."""

    SUBMITTED = "submitted", pgettext_lazy("event of a case", "Submitted")
    RECEIVED = "received", pgettext_lazy("event of a case", "Received")
    ASSIGNED = "assigned", pgettext_lazy("event of a case", "Assigned")
    CORRECTION_ASKED = "correction_asked", pgettext_lazy("event of a case", "Correction asked for")
    CORRECTED = "corrected", pgettext_lazy("event of a case", "Corrected")
    ACCEPTED = "accepted", pgettext_lazy("event of a case", "Accepted")
    ASKED = "asked", pgettext_lazy("event of a case", "Somebody asked")
    ANSWERED = "answered", pgettext_lazy("event of a case", "Answer of whoever was asked")
    EXTENDED = "extended", pgettext_lazy("event of a case", "Time extended")
    REASONS_ASKED = "reasons_asked", pgettext_lazy("event of a case", "Reasons asked for")
    REASONS_GIVEN = "reasons_given", pgettext_lazy("event of a case", "Reasons given")
    FEE_ASKED = "fee_asked", pgettext_lazy("event of a case", "Fee asked for")
    FEE_SENT = "fee_sent", pgettext_lazy("event of a case", "Fee notice issued")
    FEE_SERVED = "fee_served", pgettext_lazy("event of a case", "Fee notice served")
    PAID = "paid", pgettext_lazy("event of a case", "Fee paid")
    DRAFTED = "drafted", pgettext_lazy("event of a case", "Decision drafted")
    RETURNED = "returned", pgettext_lazy("event of a case", "Draft returned")
    DECIDED = "decided", pgettext_lazy("event of a case", "Decided")
    SERVED = "served", pgettext_lazy("event of a case", "Served")
    CLOSED = "closed", pgettext_lazy("event of a case", "Closed")
    WITHDRAWN = "withdrawn", pgettext_lazy("event of a case", "Withdrawn")
    ABANDONED = "abandoned", pgettext_lazy("event of a case", "Abandoned")
    TRANSFERRED = "transferred", pgettext_lazy("event of a case", "Transferred")
    SUPPLEMENTED = "supplemented", pgettext_lazy("event of a case", "Supplemented")
    MESSAGE = "message", pgettext_lazy("event of a case", "Message")
    NOTE = "note", pgettext_lazy("event of a case", "Note")
    REMEDY = "remedy", pgettext_lazy("event of a case", "Remedy")
    REOPENED = "reopened", pgettext_lazy("event of a case", "Taken up again")
    PUBLISHED = "published", pgettext_lazy("event of a case", "Answer published")
    ERASED = "erased", pgettext_lazy("event of a case", "Personal data erased")


class ConsultationKind(TextChoices):
    """Who is asked: a third party whose interests are touched (Art. 32), or another organ (Art. 34)."""

    THIRD_PARTY = "third_party", pgettext_lazy("who is asked", "Third party")
    ORGAN = "organ", pgettext_lazy("who is asked", "Another organ")


class Position(TextChoices):
    """What whoever was asked said."""

    AGREES = "agrees", pgettext_lazy("position", "Agrees to disclosure")
    OBJECTS = "objects", pgettext_lazy("position", "Objects to disclosure")
    NONE = "none", pgettext_lazy("position", "Did not answer in time")


class FileKind(TextChoices):
    """What a file of a case is."""

    APPLICATION = "application", pgettext_lazy("file of a case", "With the application")
    SUPPLEMENT = "supplement", pgettext_lazy("file of a case", "Supplement")
    CORRESPONDENCE = "correspondence", pgettext_lazy("file of a case", "Correspondence")
    SOURCE = "source", pgettext_lazy("file of a case", "Information as it is held")
    REDACTED = "redacted", pgettext_lazy("file of a case", "Redacted information")
    ANSWER = "answer", pgettext_lazy("file of a case", "Information that is given")
    LETTER = "letter", pgettext_lazy("file of a case", "Letter")


class Outcome(TextChoices):
    """Results of part three of the annual report, in its order; the words are those of the form."""

    GRANTED = "granted", pgettext_lazy("outcome", "Disclosed")
    PARTLY = "partly", pgettext_lazy("outcome", "Disclosed in part")
    REFUSED_SECRET = "refused_secret", pgettext_lazy("outcome", "State secret")
    REFUSED_LAW = "refused_law", pgettext_lazy("outcome", "Forbidden by another law or regulation")
    REFUSED_SAFETY = "refused_safety", pgettext_lazy("outcome", "Endangers three securities and one stability")
    REFUSED_THIRD_PARTY = "refused_third_party", pgettext_lazy("outcome", "Protects rights of a third party")
    REFUSED_INTERNAL = "refused_internal", pgettext_lazy("outcome", "One of three kinds of internal information")
    REFUSED_PROCESS = "refused_process", pgettext_lazy("outcome", "One of four kinds of process information")
    REFUSED_ENFORCEMENT = "refused_enforcement", pgettext_lazy("outcome", "File of administrative enforcement")
    REFUSED_QUERY = "refused_query", pgettext_lazy("outcome", "Matter of an administrative query")
    UNAVAILABLE_NOT_HELD = "unavailable_not_held", pgettext_lazy("outcome", "Not held by this organ")
    UNAVAILABLE_TO_BE_MADE = "unavailable_to_be_made", pgettext_lazy("outcome", "Would have to be made")
    UNAVAILABLE_UNCLEAR = "unavailable_unclear", pgettext_lazy("outcome", "Still unclear after correction")
    UNPROCESSED_PETITION = "unprocessed_petition", pgettext_lazy("outcome", "Petition, report or complaint")
    UNPROCESSED_REPEATED = "unprocessed_repeated", pgettext_lazy("outcome", "Repeated application")
    UNPROCESSED_PUBLICATION = "unprocessed_publication", pgettext_lazy("outcome", "Asks for a publication")
    UNPROCESSED_EXCESSIVE = "unprocessed_excessive", pgettext_lazy("outcome", "Many and repeated without good reason")
    UNPROCESSED_CONFIRMATION = (
        "unprocessed_confirmation",
        pgettext_lazy("outcome", "Asks to confirm or reissue information already had"),
    )
    OTHER_NOT_CORRECTED = "other_not_corrected", pgettext_lazy("outcome", "Not corrected in time without good reason")
    OTHER_NOT_PAID = "other_not_paid", pgettext_lazy("outcome", "Fee not paid in time")
    OTHER_OTHER = "other_other", pgettext_lazy("outcome", "Otherwise concluded")


class RemedyKind(TextChoices):
    """What was sought against a decision: rows of part four of the annual report."""

    RECONSIDERATION = "reconsideration", pgettext_lazy("remedy", "Administrative reconsideration")
    LITIGATION_DIRECT = "litigation_direct", pgettext_lazy("remedy", "Litigation without reconsideration")
    LITIGATION_AFTER = "litigation_after", pgettext_lazy("remedy", "Litigation after reconsideration")


class RemedyResult(TextChoices):
    """What came of a remedy: columns of part four of the annual report."""

    UPHELD = "upheld", pgettext_lazy("result of a remedy", "Upheld")
    CORRECTED = "corrected", pgettext_lazy("result of a remedy", "Corrected")
    OTHER = "other", pgettext_lazy("result of a remedy", "Other result")
    PENDING = "pending", pgettext_lazy("result of a remedy", "Not concluded yet")


class LetterState(TextChoices):
    """Where a letter is: it can be changed while it is a draft."""

    DRAFT = "draft", pgettext_lazy("state of a letter", "Draft")
    APPROVED = "approved", pgettext_lazy("state of a letter", "Approved")
    ISSUED = "issued", pgettext_lazy("state of a letter", "Issued")


class WordingLevel(TextChoices):
    """Whose wording of a letter holds in a district: the nearest."""

    OWN = "own", pgettext_lazy("wording of a letter", "Own wording")
    CITY = "city", pgettext_lazy("wording of a letter", "The city's wording")
    STANDARD = "standard", pgettext_lazy("wording of a letter", "Standard wording")


#: Why something is not disclosed: the reasons that a redaction can have.
REFUSALS = tuple(outcome for outcome in Outcome if outcome.value.startswith("refused_"))
