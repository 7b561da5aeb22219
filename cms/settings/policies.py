"""Content security policies, as directives of django-csp."""

from __future__ import annotations

from csp.constants import NONE, SELF, UNSAFE_INLINE

# What readers get: nothing inline, nothing from elsewhere, no framing.
PUBLIC_POLICY: dict[str, list[str]] = {
    "default-src": [SELF],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "object-src": [NONE],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}

# What Wagtail's admin needs on top of it (see cms.middleware.AdminPolicyMiddleware); it frames its own previews.
ADMIN_POLICY: dict[str, list[str]] = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-ancestors": [SELF],
}
