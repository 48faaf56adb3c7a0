"""Takes a file of events in once, by pandas and SQLAlchemy: the peer of the benchmark.

    ingest_events.py FILE

MUSTER_BENCH_DSN names the database; `pandas_event` is there, with a unique index on its id.
"""

import json
import os
import sys
import time

import numpy as np
import pandas as pd
import psycopg2
from sqlalchemy import create_engine

TEXTS = {name: str for name in ["id", "metric", "subject", "site", "channel"]}
CHUNK = 10_000


def read(file):
    frame = pd.read_csv(file, dtype=TEXTS)
    frame["timestamp"] = pd.to_datetime(frame["timestamp"], utc=True)
    frame["value"] = pd.to_numeric(frame["value"])
    if frame["timestamp"].isna().any() or not np.isfinite(frame["value"]).all():
        raise ValueError("a row without a time or a number")
    return frame.drop_duplicates("id")


def keep(connection, frame):
    known = pd.read_sql_query("select id from pandas_event", connection)
    new = frame[~frame["id"].isin(known["id"])]
    new.to_sql("pandas_event", connection, if_exists="append", index=False, chunksize=CHUNK)
    return len(new)


def roll_up(connection, frame):
    days = frame.groupby(["metric", frame["timestamp"].dt.date.rename("day")]).agg(
        sum=("value", "sum"),
        average=("value", "mean"),
        count=("value", "size"),
        min=("value", "min"),
        max=("value", "max"),
        subjects=("subject", "nunique"),
    )
    days.reset_index().to_sql("pandas_day", connection, if_exists="replace", index=False, chunksize=CHUNK)


if __name__ == "__main__":
    engine = create_engine(
        "postgresql+psycopg2://", creator=lambda: psycopg2.connect(os.environ["MUSTER_BENCH_DSN"])
    )
    marks = [time.monotonic()]
    frame = read(sys.argv[1])
    marks.append(time.monotonic())
    with engine.begin() as connection:
        inserted = keep(connection, frame)
        marks.append(time.monotonic())
        roll_up(connection, frame)
    marks.append(time.monotonic())
    steps = [
        {"name": name, "ms": (end - start) * 1000}
        for name, start, end in zip(["read", "keep", "roll up"], marks, marks[1:])
    ]
    print(json.dumps({"inserted": inserted, "seconds": marks[-1] - marks[0], "steps": steps}))
