"""Screens of the registers: modeladmin's own, limited to what the person may see, plus history, import and export."""
