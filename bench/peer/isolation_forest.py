"""Isolation Forest by scikit-learn: the peer of the benchmark.

    isolation_forest.py POINTS COLUMNS TREES SEED SCORES

POINTS holds 64-bit floats, row after row; the score of each row is written to SCORES in the same way, the higher
the odder. What was measured is printed as JSON: growing and scoring, without the start and the reading.
"""

import json
import sys
import time

import numpy as np
from sklearn.ensemble import IsolationForest

_, points_file, columns, trees, seed, scores_file = sys.argv
points = np.fromfile(points_file, dtype="<f8").reshape(-1, int(columns))

started, processor_before = time.perf_counter(), time.process_time()
forest = IsolationForest(n_estimators=int(trees), random_state=int(seed)).fit(points)
grown = time.perf_counter()
scores = -forest.score_samples(points)
ended, processor_after = time.perf_counter(), time.process_time()

scores.astype("<f8").tofile(scores_file)
print(
    json.dumps(
        {
            "growSeconds": grown - started,
            "scoreSeconds": ended - grown,
            "processorSeconds": processor_after - processor_before,
        }
    )
)
