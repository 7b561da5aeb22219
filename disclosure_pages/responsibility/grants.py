"""What the editors and moderators of a unit hold in its sections: the whole of it, as one table.

A section page carries *add* and *change* for editors and *change* for moderators, who approve through workflow tasks;
nobody holds Wagtail's *publish*, which bypasses every workflow. Images and documents are guarded by Wagtail through
the permissions of its stock models (``wagtailimages.Image``, ``wagtaildocs.Document``), also when, as here, the
project has models of its own: both policies name them as ``auth_model``.
"""

from __future__ import annotations

from dataclasses import dataclass

from cms.people.enums import Role


@dataclass(frozen=True, slots=True, order=True)
class Right:
    """A permission on a section's page (``is_media`` false) or on its collection, held by the group of a role."""

    role: str
    is_media: bool
    codename: str


PAGE_MODEL = ("wagtailcore", "page")
MEDIA_MODELS = {"document": ("wagtaildocs", "document"), "image": ("wagtailimages", "image")}

RIGHTS: tuple[Right, ...] = (
    Right(Role.EDITOR, False, "add_page"),
    Right(Role.EDITOR, False, "change_page"),
    *(Right(Role.EDITOR, True, f"{act}_{kind}") for kind in MEDIA_MODELS for act in ("add", "change", "choose")),
    Right(Role.MODERATOR, False, "change_page"),
    *(Right(Role.MODERATOR, True, f"choose_{kind}") for kind in MEDIA_MODELS),
)
ROLES = (Role.EDITOR, Role.MODERATOR)


def model_of(codename: str) -> tuple[str, str]:
    """(app label, model) of the content type to which the permission ``codename`` belongs."""
    return MEDIA_MODELS.get(codename.rpartition("_")[2], PAGE_MODEL)
