"""Every sealed column: what it holds, and who can open it. A test holds it to columns.py.

The keys behind it stand in docs/key-inventory.md.
"""

from signalering.domain.openers import Opener
from signalering.domain.texts import N_

SEALED: dict[str, tuple[str, Opener]] = {
    "thread_entry.sealed": (
        N_("toelichting bij een signaal en berichten met de melder"),
        Opener.COORDINATORS_AND_REPORTER,
    ),
    "triage_entry.sealed": (
        N_("wie een signaal gaf, bij welk dossier het hoort, opmerkingen"),
        Opener.COORDINATORS,
    ),
    "contact_details.sealed": (N_("contactgegevens van een inwoner"), Opener.COORDINATORS),
    "case_entry.sealed": (N_("alles wat in een dossier staat"), Opener.COORDINATORS),
    "referral.package": (
        N_("wat een initiatief over een inwoner te zien krijgt"),
        Opener.LINK_HOLDER,
    ),
    "signal_link.sealed": (
        N_("codes die een programma van een partner klaarzet"),
        Opener.LINK_HOLDER,
    ),
    "pending_fact.sealed": (N_("tellingen die nog bij een dossier horen"), Opener.COORDINATORS),
    "relink.sealed": (N_("welke eigen signalen een melder terugkrijgt"), Opener.OWNER),
    "draft.sealed": (N_("wat iemand aan het typen is"), Opener.OWNER),
    "log_in_session.sealed": (N_("wie is ingelogd"), Opener.SESSION),
    "log_in_session.keys_sealed": (N_("sleutels die in een sessie open zijn"), Opener.SESSION),
    "log_in_session.pin_sealed": (N_("sleutels achter de pincode"), Opener.SESSION),
    "log_in_session.about_sealed": (N_("hoe iemands sessies heten"), Opener.OWNER),
    "audit_entry.sealed": (N_("wie wat deed of las"), Opener.AUDIT),
    "credential.totp_sealed": (N_("geheim van de code op de telefoon"), Opener.OWNER),
    "user_wrap.wrapped": (N_("iemands eigen sleutel"), Opener.OWNER),
    "group_epoch.recovery_wrap": (N_("sleutel van een groep, voor herstel"), Opener.RECOVERY),
    "key_grant.wrapped": (N_("sleutel van een groep, voor één collega"), Opener.OWNER),
    "wrap.wrapped": (N_("sleutel van één signaal, dossier of logboekdeel"), Opener.HOLDER),
    "subscriber.address": (N_("mailadres van een abonnee van de nieuwsbrief"), Opener.INSTALLATION),
}
