"""What is marked beside the jobs of the work loop, which go by their own names."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from signalering.domain.marked import N_


class Marked(StrEnum):
    """Done by somebody or something at times; domain/state_texts.py says how often is enough."""

    WORK_LOOP = "work_loop"
    BACKUP_MADE = "backup_made"
    BACKUP_CHECKED = "backup_checked"
    CHAIN_CHECKED = "chain_checked"
    MAIL_TESTED = "mail_tested"


# The job that sends it: every few seconds, between two rounds of all others.
MAIL = "mail"

# What each job of the work loop is called; one that has no name here goes by its own.
JOBS: Mapping[str, str] = MappingProxyType(
    {
        "sessions": N_("verlopen sessies opruimen"),
        "throttles": N_("verlopen wachttijden opruimen"),
        "invitations": N_("verlopen uitnodigingen opruimen"),
        "new key pairs": N_("nieuwe sleutelparen bevestigen"),
        "signals": N_("signalen laten verlopen"),
        "cards": N_("oude kaarten opruimen"),
        "trainings": N_("oude trainingen opruimen"),
        "day keys": N_("oude dagsleutels opruimen"),
        "referrals": N_("verwijzingen laten verlopen"),
        "api tokens": N_("verlopen toegangstokens opruimen"),
        "signal links": N_("oude klaargezette signalen opruimen"),
        "offer links": N_("oude links over aanbod opruimen"),
        "directory files": N_("ingelezen bestanden opruimen"),
        "offers": N_("aanbod navragen"),
        "training_reminders": N_("aan trainingen herinneren"),
        "old_rows": N_("verlopen gegevens opruimen"),
        "orphan_keys": N_("sleutels zonder gegevens opruimen"),
        "late_triage": N_("late signalen melden"),
        "digest": N_("dagoverzichten klaarzetten"),
        "erasure_notices": N_("wissen aankondigen"),
        "chain_head": N_("eindpunten van het logboek mailen"),
        "erasure": N_("wissen na de bewaartermijn"),
        "newsletter": N_("nieuwsbrief versturen"),
        "figures": N_("cijfers vrijgeven"),
        MAIL: N_("mail versturen"),
    }
)
