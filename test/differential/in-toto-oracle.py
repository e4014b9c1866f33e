# SPDX-License-Identifier: Apache-2.0
"""Asks Debian's in-toto (python3) about many layouts in one process. Never runs an inspection: what runs them is taken out first.

Standard input:  {"at": "2026-03-01T00:00:00Z", "cases": [{"folder", "keys", "parameters"}], "globs": [[pattern, name]], "texts": [value], "mint": bool}
Standard output: {"minted": {"files", "key"} | null, "version", "verdicts": ["ok" | "<name of the exception>"], "globs": [bool], "texts": ["<canonical>"]}
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
import securesystemslib.keys
from in_toto.models.layout import Layout, Step
from in_toto.models.link import Link
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


def minted():
    """A chain that in-toto itself has made, under each kind of key that it makes: the keys are new every time."""
    owner = securesystemslib.keys.generate_ed25519_key()
    workers = {
        "rsa": securesystemslib.keys.generate_rsa_key(bits=2048),
        "pkcs1": securesystemslib.keys.generate_rsa_key(bits=2048, scheme="rsa-pkcs1v15-sha512"),
        "ed25519": securesystemslib.keys.generate_ed25519_key(),
        "ecdsa": securesystemslib.keys.generate_ecdsa_key(),
    }

    def public(key):
        return {**key, "keyval": {"public": key["keyval"]["public"], "private": ""}}

    layout = Layout(expires="2027-01-01T00:00:00Z", keys={key["keyid"]: public(key) for key in workers.values()})
    files = {}
    for name, key in workers.items():
        layout.steps.append(Step(name=name, pubkeys=[key["keyid"]], expected_products=[["ALLOW", "*"]]))
        link = Link(
            name=name,
            products={"a \"b\" \\ c\n\u00e9\U0001f600": {"sha256": "ab" * 32}},
            byproducts={"stdout": "\t\u0007\u2028", "return-value": -1},
            command=["touch", "\uffff\U00010000"],
        )
        block = Metablock(signed=link)
        block.sign(key)
        files["links/{}.{}.link".format(name, key["keyid"][:8])] = str(block)
    block = Metablock(signed=layout)
    block.sign(owner)
    files["root.layout"] = str(block)
    return {"files": files, "key": public(owner)}


json.dump(
    {
        "minted": minted() if asked["mint"] else None,
        "version": in_toto.__version__,
        "verdicts": [verdict(case) for case in asked["cases"]],
        "globs": [bool(fnmatch.filter([name], pattern)) for pattern, name in asked["globs"]],
        "texts": [securesystemslib.formats.encode_canonical(value) for value in asked["texts"]],
    },
    sys.stdout,
)
