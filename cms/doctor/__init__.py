"""The doctor: what an installation needs, looked at one by one, with the way to get what is missing.

``manage.py doctor`` prints it. System checks (``cms/checks.py``) judge settings; the doctor looks at the machine and at
the services that the settings name.
"""
