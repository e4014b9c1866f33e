# SPDX-License-Identifier: Apache-2.0
"""Asks Debian's in-toto (python3) about many layouts in one process. Never runs an inspection: what runs them is taken out first.

Standard input:  {"at": "2026-03-01T00:00:00Z", "cases": [{"folder", "keys", "parameters"}], "globs": [[pattern, name]], "texts": [value]}
Standard output: {"version", "verdicts": ["ok" | "<name of the exception>"], "globs": [bool], "texts": ["<canonical>"]}
"""
import datetime
import fnmatch
import json
import logging
import os
import sys
import types

import in_toto
import in_toto.runlib
import in_toto.verifylib as verifylib
import securesystemslib.formats
from in_toto.models.metadata import Metablock

logging.disable(logging.CRITICAL)
asked = json.load(sys.stdin)
AT = datetime.datetime.strptime(asked["at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)


class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return AT


def refuse_to_run(*_arguments, **_named):
    raise SystemExit("an inspection would have been run")


def leave_out(layout, _persist):
    del layout.inspect[:]
    return {}


verifylib.datetime = types.SimpleNamespace(datetime=Clock)
in_toto.runlib.in_toto_run = refuse_to_run
verifylib.run_all_inspections = leave_out


def verdict(case):
    folder = case["folder"]
    try:
        layout = Metablock.load(os.path.join(folder, "root.layout"))
        keys = {key["keyid"]: key for key in case["keys"]}
        verifylib.in_toto_verify(layout, keys, os.path.join(folder, "links"), case["parameters"])
    except Exception as error:  # pylint: disable=broad-except
        return type(error).__name__
    return "ok"


json.dump(
    {
        "version": in_toto.__version__,
        "verdicts": [verdict(case) for case in asked["cases"]],
        "globs": [bool(fnmatch.filter([name], pattern)) for pattern, name in asked["globs"]],
        "texts": [securesystemslib.formats.encode_canonical(value) for value in asked["texts"]],
    },
    sys.stdout,
)
