"""Pages about figures."""

from flask import Blueprint

from signalering.routes.statistics import (
    compare,
    download,
    figures,
    gap,
    open_data_codes,
    open_data_keys,
    open_data_period,
    open_data_periods,
    open_data_table,
    open_data_withdraw,
    overview,
    rounding,
)

blueprint = Blueprint("statistics", __name__)
for task in (
    overview,
    figures,
    gap,
    compare,
    rounding,
    download,
    open_data_keys,
    open_data_withdraw,
    open_data_periods,
    open_data_period,
    open_data_table,
    open_data_codes,
):
    task.register(blueprint)
