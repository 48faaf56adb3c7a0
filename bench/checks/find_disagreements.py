"""Where three books of one day disagree, by pandas and psycopg2: the peer of the benchmark.

    find_disagreements.py DAY

MUSTER_BENCH_DSN names the database.
"""

import json
import os
import resource
import sys
import time
from itertools import combinations

import pandas as pd
import psycopg2
from psycopg2.extras import execute_values

RMM, EDR = "ninjaone", "threatlocker"
STALE_AFTER = pd.Timedelta(days=14)
CUT_LENGTH = 15

RECORDS = """
    select l.device_id, r.record_id, r.source, r.native_key, r.organisation_name, s.site_id,
        site.name as site, r.location_name, r.display_name, r.hostname, r.class, r.is_spare,
        r.valid_from, p.last_contact
    from record_on(%(day)s) r
    join link_on(%(day)s) l on l.record_id = r.record_id
    left join site_on(%(day)s) s on s.source = r.source and s.organisation_key = r.organisation_key
    left join site on site.id = s.site_id
    left join record_pulse p on p.record_id = r.record_id
    where r.is_machine
"""
HEARD = """
    select distinct on (source) source, started_at
    from collection
    where is_machine and state = 'complete' and day <= %(day)s
    order by source, day desc, try desc
"""
INSERT = "insert into disagreement (check_code, scope, device_id, name, site_id, said) values %s"
COLUMNS = ["check_code", "scope", "device_id", "name", "site_id", "said"]


def read(connection, query, day):
    with connection.cursor() as cursor:
        cursor.execute(query, {"day": day})
        return pd.DataFrame(cursor.fetchall(), columns=[column.name for column in cursor.description])


def host(names):
    return names.fillna("").str.lower().str.split("|").str[0].str.strip().str.split(".").str[0]


def cut_of(whole, name):
    return (whole.str.len() >= CUT_LENGTH) & (whole.str[:CUT_LENGTH] == name)


def is_host(name, hosts):
    short = host(name)
    found = pd.Series(False, index=name.index)
    for each in hosts:
        found |= (each != "") & ((each == short) | cut_of(each, short) | cut_of(short, each))
    return found


def finding(check, scope, rows, side, said):
    """Findings as they are kept; `side` is what the columns of the source that names them end in."""
    return pd.DataFrame(
        {
            "check_code": check,
            "scope": scope,
            "device_id": rows.index,
            "name": rows["hostname" + side].fillna(rows["display_name" + side]).values,
            "site_id": rows["site_id" + side].values,
            "said": said.values,
        }
    )


def ref(rows, side=""):
    return rows["source" + side] + ":" + rows["native_key" + side]


def between_roles(rmm, edr):
    scope = "+".join(sorted([RMM, EDR]))
    both = rmm.join(edr, how="inner", lsuffix="_rmm", rsuffix="_edr")
    no_rmm = edr[~edr.index.isin(rmm.index)]
    no_edr = rmm[~rmm.index.isin(edr.index) & ~rmm["is_spare"] & (rmm["class"] != "other")]
    spare = both[both["is_spare_rmm"]]
    one, other = (both["display_name" + side].fillna("").str.strip() for side in ("_rmm", "_edr"))
    hosts = [host(both["hostname" + side]) for side in ("_rmm", "_edr")]
    differs = (one != "") & (other != "") & (one.str.lower() != other.str.lower())
    renamed = both[differs & ~is_host(one, hosts) & ~is_host(other, hosts)]
    names = renamed["display_name_rmm"] + " / " + renamed["display_name_edr"]
    yield finding("missing-in-rmm", scope, no_rmm, "", ref(no_rmm))
    yield finding("missing-in-edr", scope, no_edr, "", ref(no_edr))
    yield finding("spare-with-agent", scope, spare, "_rmm", ref(spare, "_edr"))
    yield finding("display-name-mismatch", scope, renamed, "_rmm", names)


def twice_in(source, records, latest):
    rows = records[records["source"] == source]
    repeated = rows[rows["device_id"].duplicated(keep=False)]
    others = repeated[~repeated["record_id"].isin(latest["record_id"])]
    remove = ref(others).groupby(others["device_id"]).agg(", ".join)
    kept = latest.loc[latest.index.isin(remove.index)].sort_index()
    said = "keep " + ref(kept) + ", remove " + remove.loc[kept.index]
    yield finding("duplicate-in-source", source, kept, "", said)


def between_two(one, other, heard):
    (first, left), (second, right) = one, other
    scope = "+".join(sorted([first, second]))
    pair = left.join(right, how="inner", lsuffix="_one", rsuffix="_other")
    placed = pair["site_id_one"].notna() & pair["site_id_other"].notna()
    elsewhere = pair[placed & (pair["site_id_one"] != pair["site_id_other"])]
    classed = (pair["class_one"] != "other") & (pair["class_other"] != "other")
    classes = pair[classed & (pair["class_one"] != pair["class_other"])]
    silence = [heard[first] - pair["last_contact_one"], heard[second] - pair["last_contact_other"]]
    known = silence[0].notna() & silence[1].notna()
    stale = pair[known & ((silence[0] >= STALE_AFTER) != (silence[1] >= STALE_AFTER))]
    contacts = stale["last_contact_one"].astype(str) + " / " + stale["last_contact_other"].astype(str)
    sites = elsewhere["site_one"] + " / " + elsewhere["site_other"]
    yield finding("organisation-mismatch", scope, elsewhere, "_one", sites)
    yield finding("class-mismatch", scope, classes, "_one", classes["class_one"] + " / " + classes["class_other"])
    yield finding("stale-on-one-side", scope, stale, "_one", contacts)


def disagreements(records, heard):
    ordered = records.sort_values(
        ["last_contact", "valid_from", "record_id"], ascending=False, na_position="last"
    )
    newest = ordered.drop_duplicates(["source", "device_id"])
    latest = {source: rows.set_index("device_id") for source, rows in newest.groupby("source")}
    yield from between_roles(latest[RMM], latest[EDR])
    for source, rows in latest.items():
        yield from twice_in(source, ordered, rows)
    for one, other in combinations(sorted(latest.items(), key=lambda each: each[0] != RMM), 2):
        yield from between_two(one, other, heard)


def keep(connection, found):
    rows = found.astype(object).where(found.notna(), None)
    with connection.cursor() as cursor:
        cursor.execute("delete from disagreement")
        execute_values(cursor, INSERT, rows.itertuples(index=False, name=None), page_size=1000)


def look(connection, day):
    records = read(connection, RECORDS, day)
    records["last_contact"] = pd.to_datetime(records["last_contact"], utc=True)
    heard = pd.to_datetime(read(connection, HEARD, day).set_index("source")["started_at"], utc=True)
    found = pd.concat(disagreements(records, heard))[COLUMNS]
    with connection:
        keep(connection, found)
    return found["check_code"].value_counts().to_dict()


if __name__ == "__main__":
    connection = psycopg2.connect(os.environ["MUSTER_BENCH_DSN"])
    started, processor = time.monotonic(), time.process_time()
    findings = look(connection, sys.argv[1])
    result = {
        "seconds": time.monotonic() - started,
        "processorSeconds": time.process_time() - processor,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "findings": findings,
    }
    connection.close()
    print(json.dumps(result))
