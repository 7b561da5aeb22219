"""A form for each act on a case; what it asks for is what the act needs."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.contrib.requests.process.acts import Act

from . import arriving, deciding, ending, publishing, talking, working
from .base import ActForm

_FORMS = (
    arriving.ReceiveForm,
    arriving.AssignForm,
    arriving.HandBackForm,
    arriving.AskCorrectionForm,
    arriving.CorrectForm,
    arriving.AbandonForm,
    arriving.AcceptForm,
    working.AskThirdPartyForm,
    working.AskOrganForm,
    working.AnswerForm,
    working.AskReasonsForm,
    working.GiveReasonsForm,
    working.ExtendForm,
    deciding.DraftForm,
    deciding.ReturnForm,
    deciding.DecideForm,
    deciding.ServeForm,
    deciding.CloseForm,
    ending.WithdrawForm,
    ending.TransferForm,
    publishing.PublishForm,
    talking.SupplementForm,
    talking.MessageForm,
    talking.NoteForm,
    talking.RemedyForm,
)
FORMS: Mapping[Act, type[ActForm]] = {form.act: form for form in _FORMS}
