"""The main job as a script of pandas, openpyxl and PyMySQL: the peer of the benchmark.

    main_job.py plan AR01.xlsx locations.xlsx changes.csv
    main_job.py apply changes.csv

OCS's database is named by OCS_HOST, OCS_PORT, OCS_USER, OCS_PASSWORD and OCS_DATABASE.
"""

import csv
import os
import sys

import pymysql

FINANCE_HEADER_ROW = 9
VIRTUAL_MACHINE = "MV"

COMPUTERS = """
    select hardware.ID, accountinfo.TAG, accountinfo.{column}
    from hardware
    join accountinfo on accountinfo.HARDWARE_ID = hardware.ID
    where hardware.DEVICEID not in ('_SYSTEMGROUP_', '_DOWNLOADGROUP_')
      and hardware.ARCHIVE is null
"""

INVENTORY_FIELD = """
    select ID from accountinfo_config
    where NAME_ACCOUNTINFO is null and ACCOUNT_TYPE = 'COMPUTERS' and NAME = 'NUMINV'
"""


def connect():
    return pymysql.connect(
        host=os.environ["OCS_HOST"],
        port=int(os.environ["OCS_PORT"]),
        user=os.environ["OCS_USER"],
        password=os.environ["OCS_PASSWORD"],
        database=os.environ["OCS_DATABASE"],
        charset="utf8mb4",
    )


def plan(finance_file, locations_file, changes_file):
    import pandas as pd  # applying needs none of it

    def read_book(file, header_row, columns):
        return pd.read_excel(
            file,
            engine="openpyxl",
            header=header_row - 1,
            usecols=columns,
            dtype=str,
            keep_default_na=False,
        )

    assets = read_book(finance_file, FINANCE_HEADER_ROW, ["No_Inventario", "Local"])
    rooms = read_book(locations_file, 1, ["ID_Local", "Descripción_Local", "Edificio"])
    computers = read_computers(pd)

    computers["number"] = computers["number"].fillna("").str.strip()
    named = computers["number"].ne("") & computers["number"].str.upper().ne(VIRTUAL_MACHINE)
    assets = unambiguous(assets.apply(lambda column: column.str.strip()), "No_Inventario")
    rooms["ID_Local"] = rooms["ID_Local"].str.strip()
    rooms = unambiguous(rooms, "ID_Local")
    rooms["expected"] = expected_tags(rooms)

    located = computers[named].merge(assets, left_on="number", right_on="No_Inventario")
    located = located.merge(rooms, left_on="Local", right_on="ID_Local")
    located = located[located["expected"].notna()]
    changes = located.loc[located["tag"] != located["expected"], ["id", "expected"]]
    changes.to_csv(changes_file, index=False)
    return len(changes)


def read_computers(pd):
    connection = connect()
    try:
        with connection.cursor() as cursor:
            cursor.execute(INVENTORY_FIELD)
            (field,) = cursor.fetchone()
            cursor.execute(COMPUTERS.format(column=f"fields_{field}"))
            return pd.DataFrame(cursor.fetchall(), columns=["id", "tag", "number"])
    finally:
        connection.close()


def unambiguous(book, key):
    """Rows whose key is given, and always with the same answer."""
    book = book[book[key].ne("")].drop_duplicates()
    return book[~book.duplicated(key, keep=False)].copy()


def expected_tags(rooms):
    """building-description without outer spaces, each inner one as _; none where a side is blank."""
    building, description = (tag_side(rooms[name]) for name in ["Edificio", "Descripción_Local"])
    tags = building + "-" + description
    writable = building.ne("") & description.ne("") & tags.str.len().le(255)
    return tags.where(writable & ~tags.str.contains("['\"`]", regex=True))


def tag_side(column):
    return column.str.strip().str.replace(r"\s", "_", regex=True)


def apply(changes_file):
    with open(changes_file, newline="", encoding="utf-8") as file:
        changes = [(row["expected"], int(row["id"])) for row in csv.DictReader(file)]
    connection = connect()
    try:
        with connection.cursor() as cursor:
            cursor.executemany("update accountinfo set TAG = %s where HARDWARE_ID = %s", changes)
        connection.commit()
    finally:
        connection.close()
    return len(changes)


if __name__ == "__main__":
    _, step, *files = sys.argv
    print({"plan": plan, "apply": apply}[step](*files))
