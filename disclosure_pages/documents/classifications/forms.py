"""The form of an entry."""

from __future__ import annotations

from typing import Any

from cms.registers.forms import RegisterForm


class ClassificationForm(RegisterForm):
    """An entry; entries of the first level are offered as its superior, and the model refuses all others."""

    fixed_fields = ("code",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent = self.fields["parent"]
        heads = parent.queryset.heads().exclude(pk=self.instance.pk)
        parent.choices = [("", "---------"), *((head.pk, head.name) for head in heads)]
