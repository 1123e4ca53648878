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
