"""A second factor for the admin: codes of an authenticator app (TOTP, RFC 6238), by django-otp."""
