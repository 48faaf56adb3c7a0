"""A day of a NinjaOne fleet as daily rows, by urllib, json and psycopg2: the peer of the benchmark.

    fleet_day.py DAY

NINJAONE_URL, NINJAONE_CLIENT_ID and NINJAONE_CLIENT_SECRET name the account, MUSTER_BENCH_DSN the database.
"""

import json
import os
import resource
import sys
import time
from datetime import datetime, timezone
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import psycopg2
from psycopg2.extras import Json, execute_values

URL = os.environ["NINJAONE_URL"]
PAGE_SIZE = 1000

INSERT = """
    insert into daily (
        source, native_key, day, organisation_key, organisation_name, location_key, location_name,
        display_name, hostname, serial, macs, node_class, role, operating_system, manufacturer, model,
        tags, extra, last_contact, is_online, addresses, free_bytes, last_user)
    values %s
"""

waited = 0.0


def ask(request):
    global waited
    sent = time.monotonic()
    with urlopen(request) as response:
        body = response.read()
    waited += time.monotonic() - sent
    return json.loads(body)


def sign_in():
    form = {
        "grant_type": "client_credentials",
        "client_id": os.environ["NINJAONE_CLIENT_ID"],
        "client_secret": os.environ["NINJAONE_CLIENT_SECRET"],
        "scope": "monitoring",
    }
    answer = ask(Request(f"{URL}/ws/oauth/token", data=urlencode(form).encode()))
    return {"Authorization": f"Bearer {answer['access_token']}"}


def pages(path, headers):
    after = None
    while True:
        query = {"pageSize": PAGE_SIZE} if after is None else {"pageSize": PAGE_SIZE, "after": after}
        page = ask(Request(f"{URL}{path}?{urlencode(query)}", headers=headers))
        if not page:
            return
        yield page
        after = page[-1]["id"]


def names(path, headers):
    return {item["id"]: item["name"] for page in pages(path, headers) for item in page}


def instant(seconds):
    return None if not seconds else datetime.fromtimestamp(seconds, timezone.utc)


def row(device, day, organisations, locations, roles):
    os_, system = device.get("os") or {}, device.get("system") or {}
    extra = {
        "approvalStatus": device.get("approvalStatus"),
        "uid": device.get("uid"),
        "parentDeviceId": device.get("parentDeviceId"),
        "created": device.get("created"),
        "domain": system.get("domain"),
        "chassisType": system.get("chassisType"),
        "virtualMachine": system.get("virtualMachine"),
        "memoryBytes": (device.get("memory") or {}).get("capacity"),
        "osArchitecture": os_.get("architecture"),
        "osBuild": os_.get("buildNumber"),
        "osRelease": os_.get("releaseId"),
    }
    return (
        "ninjaone",
        str(device["id"]),
        day,
        str(device["organizationId"]),
        organisations.get(device["organizationId"]),
        str(device["locationId"]),
        locations.get(device["locationId"]),
        device.get("displayName"),
        device.get("dnsName") or device.get("systemName"),
        system.get("serialNumber"),
        sorted(mac.lower() for mac in device.get("macAddresses") or []),
        device.get("nodeClass"),
        roles.get(device.get("nodeRoleId")),
        os_.get("name"),
        system.get("manufacturer"),
        system.get("model"),
        device.get("tags") or [],
        Json({name: value for name, value in extra.items() if value is not None}),
        instant(device.get("lastContact")),
        not device.get("offline"),
        device.get("ipAddresses") or [],
        sum(volume.get("freeSpace") or 0 for volume in device.get("volumes") or []),
        device.get("lastLoggedInUser"),
    )


def collect(day):
    headers = sign_in()
    organisations = names("/v2/organizations", headers)
    locations = names("/v2/locations", headers)
    roles = {role["id"]: role["name"] for role in ask(Request(f"{URL}/v2/roles", headers=headers))}
    records = 0
    connection = psycopg2.connect(os.environ["MUSTER_BENCH_DSN"])
    with connection, connection.cursor() as cursor:
        for page in pages("/v2/devices-detailed", headers):
            rows = [row(device, day, organisations, locations, roles) for device in page]
            execute_values(cursor, INSERT, rows, page_size=PAGE_SIZE)
            records += len(rows)
    connection.close()
    return records


if __name__ == "__main__":
    started, processor = time.monotonic(), time.process_time()
    records = collect(sys.argv[1])
    result = {
        "seconds": time.monotonic() - started,
        "waitedSeconds": waited,
        "processorSeconds": time.process_time() - processor,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "records": records,
    }
    print(json.dumps(result))
