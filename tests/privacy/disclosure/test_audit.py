"""The audit: exact against brute force, and failing on what is planted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from privacy_brute_force import enumerate_all

from signalering.privacy.disclosure.audit import Rule, audit_one_way, audit_total
from signalering.privacy.disclosure.intervals import NothingFits, OneWay, intervals
from signalering.privacy.disclosure.posterior import posterior
