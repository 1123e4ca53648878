"""All tables, imported once so that both metadatas are complete."""

from signalering.models.accounts import (
    account,
    calendar_feed,
    cover,
    day_key,
    draft,
    identity,
    invitation,
    relink,
    session,
    throttle,
)
from signalering.models.api import client, signal_link
from signalering.models.audit import pack, review, segment
from signalering.models.base import DataBase, KeystoreBase
from signalering.models.cases import case, task
from signalering.models.directory import imports, initiative, organisation, schedule, standing
from signalering.models.keys import forgotten, group, installation, passkey, subscriber, user
from signalering.models.network import job, meeting, newsletter, outbox
from signalering.models.partners import partner
from signalering.models.referrals import answer, referral
from signalering.models.retention import hold, notice, policy
from signalering.models.retention import run as erasure_run
from signalering.models.settings import decision, mark
from signalering.models.signals import contact, entries, guard_count, signal
from signalering.models.statistics import fact, foreword, open_data_key, release
from signalering.models.training import certificate
from signalering.models.training import session as classroom

MODULES = (
    account,
    cover,
    calendar_feed,
    day_key,
    draft,
    identity,
    invitation,
    relink,
    session,
    throttle,
    client,
    signal_link,
    segment,
    review,
    pack,
    case,
    task,
    imports,
    initiative,
    organisation,
    schedule,
    standing,
    forgotten,
    group,
    installation,
    passkey,
    subscriber,
    user,
    job,
    meeting,
    newsletter,
    outbox,
    partner,
    answer,
    referral,
    policy,
    notice,
    hold,
    erasure_run,
    contact,
    entries,
    guard_count,
    signal,
    fact,
    open_data_key,
    foreword,
    release,
    certificate,
    classroom,
    decision,
    mark,
)
METADATA = {"": DataBase.metadata, "keystore": KeystoreBase.metadata}
