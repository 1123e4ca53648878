"""What the audit trail's codes are called on its page, in Dutch; translated when shown."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.texts import N_

OBJECT_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "account": N_("account"),
        "audit": N_("logboek"),
        "case": N_("dossier"),
        "contact": N_("contactgegevens"),
        "endpoint": N_("pagina"),
        "key": N_("sleutel"),
        "key_group": N_("sleutelgroep"),
        "mail": N_("mail"),
        "partner": N_("partner"),
        "referral": N_("verwijzing"),
        "signal": N_("signaal"),
        "statistics": N_("cijfers"),
        "system": N_("installatie"),
        "training": N_("training"),
    }
)

OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "done": N_("gelukt"),
        "denied": N_("geweigerd"),
        "refused": N_("afgewezen"),
        "waiting": N_("wacht op de tweede stap"),
    }
)

# Which closed lists a detail's codes stand in, the likeliest first.
LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "attendance": ("attendance",),
        "channel": ("channels",),
        "domain": ("partner_domains",),
        "ending": ("signal_endings",),
        "feedback": ("feedback_lines",),
        "from_hat": ("hats",),
        "from_state": ("case_states", "referral_states"),
        "outcome": ("case_outcomes",),
        "reason": (
            "not_suitable_reasons",
            "reopen_reasons",
            "pause_reasons",
            "decline_reasons",
            "stop_reasons",
        ),
        "result": ("attempt_results",),
        "scope": ("consent_scopes",),
        "to_hat": ("hats",),
        "to_state": ("case_states", "referral_states"),
        "way": ("consent_ways",),
    }
)

# Codes of our own, in whatever detail they stand.
VALUES: Mapping[str, str] = MappingProxyType(
    {
        "audit": N_("logboek"),
        "case": N_("dossier"),
        "casework": N_("signalen en dossiers"),
        "everywhere": N_("overal uitgelogd"),
        "false": N_("nee"),
        "group_key": N_("sleutel van de groep"),
        "invitation": N_("uitnodiging"),
        "key_holders_few": N_("te weinig sleutelhouders"),
        "keys": N_("sleutels zonder gegevens"),
        "keys_recovered": N_("sleutels hersteld"),
        "mail": N_("mail"),
        "no": N_("nee"),
        "old_rows": N_("verlopen gegevens"),
        "passkey": N_("passkey"),
        "passphrase": N_("wachtzin"),
        "pin": N_("pincode"),
        "referrals_expired": N_("verlopen verwijzingen"),
        "reset": N_("opnieuw inloggen"),
        "second_factor": N_("tweede stap"),
        "shown": N_("link getoond"),
        "signal_news": N_("nieuws over een signaal"),
        "signals_expired": N_("verlopen signalen"),
        "single_sign_on": N_("inloggen via je organisatie"),
        "totp": N_("code op je telefoon"),
        "training_reminder": N_("training verloopt"),
        "training_reminders": N_("herinneringen aan training"),
        "true": N_("ja"),
        "user_key": N_("sleutel van iemand"),
        "yes": N_("ja"),
    }
)

DETAILS: Mapping[str, str] = MappingProxyType(
    {
        "account_id": N_("account"),
        "attendance": N_("deelname"),
        "case_id": N_("dossier"),
        "cause": N_("oorzaak"),
        "cases": N_("dossiers"),
        "channel": N_("kanaal"),
        "count": N_("aantal"),
        "domain": N_("domein"),
        "ending": N_("afloop"),
        "endpoint": N_("pagina"),
        "entry_id": N_("regel"),
        "epoch_id": N_("sleutelperiode"),
        "family": N_("soort cijfers"),
        "feedback": N_("terugkoppeling"),
        "from_day": N_("vanaf"),
        "from_hat": N_("van rol"),
        "from_state": N_("van stap"),
        "group": N_("groep"),
        "had_keys": N_("had eerder sleutels"),
        "hats": N_("rollen"),
        "initiative_id": N_("initiatief"),
        "kind": N_("soort"),
        "known": N_("sleutel bekend bij een ander"),
        "member_id": N_("lid"),
        "method": N_("handeling"),
        "new_keys": N_("nieuwe sleutels"),
        "object_kind": N_("gaat over"),
        "on_behalf": N_("namens"),
        "outcome": N_("uitkomst"),
        "opens": N_("opent de sleutels"),
        "page": N_("bladzijde"),
        "partner_id": N_("partner"),
        "passkey_id": N_("passkey"),
        "period": N_("periode"),
        "permission": N_("recht"),
        "reason": N_("reden"),
        "result": N_("resultaat"),
        "rung": N_("trede"),
        "scope": N_("waarvoor"),
        "signal_id": N_("signaal"),
        "signals": N_("signalen"),
        "sweep": N_("wat is opgeruimd"),
        "text_version": N_("tekstversie"),
        "to_day": N_("tot en met"),
        "to_hat": N_("naar rol"),
        "to_state": N_("naar stap"),
        "unopened": N_("niet te openen"),
        "until": N_("tot"),
        "valid_until": N_("geldig tot"),
        "version": N_("versie"),
        "wanted": N_("gezochte handeling"),
        "wanted_id": N_("gezocht kenmerk"),
        "wanted_outcome": N_("gezochte uitkomst"),
        "way": N_("manier"),
    }
)
