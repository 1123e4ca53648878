"""What kind each column of this room is; models/columns.py takes it in."""

from signalering.models.column_kinds import C, D, Kind, L, P, S, T

API_COLUMNS: dict[str, dict[str, Kind]] = {
    "api_client": {
        "id": T,
        "partner_id": L,
        "name": P,
        "secret_hash": T,
        "scopes": C,
        "made_on": D,
        "until_on": D,
        "used_on": D,
        "revoked_on": D,
    },
    "api_token": {"token_hash": T, "client_id": L, "scopes": C, "until": T},
    "api_request": {"key_hash": T, "body_hash": T, "until_on": D},
    "signal_link": {"token_hash": T, "sealed": S, "until": T},
}
