#!/usr/bin/env bash
# A drill as an array of jobs: one part for each task, put together by a job that waits for all of them.
#
#   export DRILL="suedhessen --runs 4000 --vary pact=none,contract" DIR=$HOME/vergleich
#   parts=$(sbatch --parsable --array=1-64 slurm.sh)
#   sbatch --dependency=afterok:$parts --wrap "beistand drill merge $DIR"
#
# A task that was lost runs again alone: sbatch --array=17 --export=ALL,PARTS=64 slurm.sh
#SBATCH --job-name=beistand
#SBATCH --cpus-per-task=1
#SBATCH --mem=500M
#SBATCH --time=02:00:00
#SBATCH --requeue
set -euo pipefail
parts=${PARTS:-$SLURM_ARRAY_TASK_COUNT}
# By number and not by `auto`: an array of one lost task begins at another number.
# shellcheck disable=SC2086 # DRILL is a list of arguments.
exec "${BEISTAND:-beistand}" drill $DRILL --shard "$SLURM_ARRAY_TASK_ID/$parts" --out "$DIR" --threads 1 --force --resume
