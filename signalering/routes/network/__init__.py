"""Pages about what goes out, and about meetings of the network."""

from flask import Blueprint

from signalering.routes.network import (
    answer_invitation,
    answer_meeting,
    attendance,
    cancel_meeting,
    change_meeting,
    compose,
    deliver,
    invitation_file,
    invite_partners,
    issues,
    mail,
    meeting,
    meeting_file,
    meeting_notes,
    meetings,
    newsletter,
    newsletters,
    open_meeting,
    opt_in,
    plan_meeting,
    preview,
    publish,
    resend,
    subscribe,
    unsubscribe,
)

blueprint = Blueprint("network", __name__)
for task in (
    *(deliver, mail, resend),
    *(meetings, meeting, meeting_file, answer_meeting),
    *(plan_meeting, change_meeting, cancel_meeting, invite_partners, attendance, meeting_notes),
    *(open_meeting, answer_invitation, invitation_file),
    *(subscribe, opt_in, unsubscribe, newsletters, newsletter),
    *(issues, compose, preview, publish),
):
    task.register(blueprint)
