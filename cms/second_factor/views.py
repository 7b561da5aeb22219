"""The screen on which a person sets up an authenticator."""

from __future__ import annotations

import base64
from typing import Any, cast

import django_otp
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from cms.people.models import User

from .domain.devices import begin_enrolment, confirmed_device
from .forms import FirstCodeForm


class SetUpView(WagtailAdminTemplateMixin, FormView):
    """Show the secret as a picture and as text, and take the first code."""

    form_class = FirstCodeForm
    template_name = "gongkai_second_factor/set_up.html"
    page_title = _("Second factor")
    header_icon = "lock"
    success_url = reverse_lazy("wagtailadmin_home")

    @property
    def person(self) -> User:
        """Wagtail lets nobody in here who is not signed in."""
        return cast(User, self.request.user)

    @cached_property
    def device(self) -> TOTPDevice:
        return begin_enrolment(user=self.person)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.person}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        import segno  # late: 4 MB for a screen that a person sees once

        return super().get_context_data(
            picture=segno.make(self.device.config_url).svg_data_uri(scale=5, border=2),
            secret=base64.b32encode(self.device.bin_key).decode(),
            is_replacement=confirmed_device(user=self.person) is not None,
            **kwargs,
        )

    def form_valid(self, form: FirstCodeForm) -> HttpResponse:
        django_otp.login(self.request, form.device)
        messages.success(self.request, _("From now on a code is asked for when you sign in."))
        return super().form_valid(form)
