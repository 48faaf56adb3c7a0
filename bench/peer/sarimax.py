"""SARIMAX (1,1,1)(0,1,1,7) by statsmodels: the peer of the benchmark.

    sarimax.py fit SERIES FITS [--difference-first]
    sarimax.py judge SERIES FITS

SERIES holds series as JSON, null where a day is missing; FITS one list for each: ar, ma, seasonal ma, variance.
`fit` writes them and prints the seconds of each fit, without the start and the reading. `judge` prints the exact
log-likelihood of each: of the differenced series where no day is missing, else with an exact diffuse start.
"""

import json
import sys
import time
import warnings

import numpy as np
from statsmodels.tsa.statespace.sarimax import SARIMAX

warnings.filterwarnings("ignore")
ORDER = {"order": (1, 1, 1), "seasonal_order": (0, 1, 1, 7)}

what, series_file, fits_file, *options = sys.argv[1:]
with open(series_file, encoding="utf8") as file:
    series = [np.array(figures, dtype=float) for figures in json.load(file)]

if what == "fit":
    fits, seconds = [], []
    processor_before = time.process_time()
    for figures in series:
        started = time.perf_counter()
        model = SARIMAX(figures, **ORDER, simple_differencing="--difference-first" in options)
        found = model.fit(disp=0)
        seconds.append(time.perf_counter() - started)
        fits.append(list(found.params))
    processor_seconds = time.process_time() - processor_before
    with open(fits_file, "w", encoding="utf8") as file:
        json.dump(fits, file)
    print(json.dumps({"seconds": seconds, "processorSeconds": processor_seconds}))
else:
    with open(fits_file, encoding="utf8") as file:
        fits = json.load(file)
    judged = []
    for figures, parameters in zip(series, fits):
        has_gaps = bool(np.isnan(figures).any())
        start = {"use_exact_diffuse": True} if has_gaps else {"simple_differencing": True}
        judged.append(float(SARIMAX(figures, **ORDER, **start).loglike(parameters)))
    print(json.dumps(judged))
