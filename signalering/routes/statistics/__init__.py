"""Pages about figures."""

from flask import Blueprint

from signalering.routes.statistics import (
    alderman,
    compare,
    download,
    figures,
    foreword,
    gap,
    open_data_codes,
    open_data_keys,
    open_data_period,
    open_data_periods,
    open_data_table,
    open_data_withdraw,
    overview,
    report,
    reports,
    rounding,
)

blueprint = Blueprint("statistics", __name__)
for task in (
    overview,
    figures,
    gap,
    compare,
    rounding,
    reports,
    report,
    alderman,
    foreword,
    download,
    open_data_keys,
    open_data_withdraw,
    open_data_periods,
    open_data_period,
    open_data_table,
    open_data_codes,
):
    task.register(blueprint)
