#!/usr/bin/env bash
# Writes samples/batch/projects.gpkg and projects.xlsx from projects.csv, with GDAL (Debian: gdal-bin). Written with GDAL 3.6.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../samples/batch"

# No time of writing enters a GeoPackage.
export OGR_CURRENT_DATE=2026-01-01T00:00:00.000Z

rm -f projects.gpkg projects.xlsx
ogr2ogr -f GPKG projects.gpkg projects.csv -nln projects -a_srs EPSG:4490 \
    -oo X_POSSIBLE_NAMES=经度 -oo Y_POSSIBLE_NAMES=纬度 -oo KEEP_GEOM_COLUMNS=NO -oo EMPTY_STRING_AS_NULL=YES -lco SPATIAL_INDEX=NO
ogr2ogr -f XLSX projects.xlsx projects.csv -nln projects -oo EMPTY_STRING_AS_NULL=YES
