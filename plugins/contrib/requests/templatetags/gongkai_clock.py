"""Words of the clock in templates."""

from django import template

from plugins.contrib.requests.clock.wording import sentence_of, term_of

register = template.Library()
register.filter("why", sentence_of)
register.filter("term", term_of)
